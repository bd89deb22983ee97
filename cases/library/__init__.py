"""Criteria that many Dutch land-use cases have, with where their figures come from: ``criteria_library``."""
