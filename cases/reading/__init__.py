"""From the files of a case to a case, or to everything that is wrong with them."""
