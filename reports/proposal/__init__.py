"""A council proposal as a draft."""
