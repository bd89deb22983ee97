"""Reading, checking and keeping the facts of a case. What people make of those facts is another room: ``weighing``."""

from pathlib import Path

SHIPPED = Path(__file__).parent / "shipped"
"""The cases that come with the program: one folder each, with data and no code."""
