"""Maps that a planner brings: reading their layers, and making them areas of a case."""
