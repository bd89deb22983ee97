"""The effects of a case in euros, apart from the weighing and never beside it for the same effect."""
