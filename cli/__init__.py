"""The command lines: cases, reports, and the store of own cases. One entry point: ``waardenweger``."""
