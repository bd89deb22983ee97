"""Whether the parts of a case point at things that exist and make sense together."""
