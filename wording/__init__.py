"""What screens and documents share: sentences, rows, charts, colours and drawings."""
