"""What screens and reports share above the calculation: sentences, charts, colours."""
