"""One colour and one pattern per alternative, the same on every screen, chart and page."""

from itertools import cycle

from cases.definition.model import Case
from texts.palette import OTHERS, REFERENCE


def colours(case: Case) -> dict[str, str]:
    """Colour per alternative id. The reference of the case is grey, the others follow the order of the case file.

    From the tenth other on the colours begin anew: then the letter and the pattern tell them apart.
    """
    others = cycle(OTHERS)
    return {item.id: REFERENCE if item.id == case.own_reference else next(others) for item in case.alternatives}


PATTERNS = 10
"""There are so many in the style sheet; colours begin anew one earlier, so no two alternatives have both in common."""


def pattern(place: int) -> int:
    """The number of the pattern of the alternative at a place in the case, from 0."""
    return place % PATTERNS
