"""The pieces of the Word writer."""
