"""The charts and drawings of a report."""
