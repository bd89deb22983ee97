"""Changes of the tables of live sessions, in order. A table is never changed in any other way."""
