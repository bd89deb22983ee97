"""One writer per format: a report in blocks becomes bytes. No calculation here."""
