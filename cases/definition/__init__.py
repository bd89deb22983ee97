"""What a case is: the records of its files, checked once at birth."""
