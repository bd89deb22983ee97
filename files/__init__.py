"""Reading text files with places: strict YAML, tables, numbers as people write them, problems."""
