"""How the points for each theme are spread over the room: dots, middle and quarters, never a mean.

Every figure follows from points rounded to ``STEP``: nobody is recognised by an odd number, and no figure tells more
than the dots. The dots of each theme are sorted apart, so that nothing tells which of them are of one person.

Reference:
    Lorenz et al. (2011) and Jayles and Kurvers (2021), on how a shown average draws people more than the full set.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from mcda.inputs import Floats
from workshop.group.votes import Votes, refuse_small

STEP = 5.0
"""Points to which what somebody gave is rounded before anybody else sees it."""

QUARTERS = (0.25, 0.5, 0.75)


@dataclass(frozen=True)
class Dots:
    """The points of one theme, 0 to 100, rounded to ``STEP``."""

    answered: int
    open: int
    """How many said not to know."""
    low: float
    """A quarter is at or below this (interpolated between people)."""
    median: float
    high: float
    """A quarter is at or above this."""
    dots: tuple[float, ...]
    """From low to high, one for each who answered; the ends are the smallest and the largest."""


@dataclass(frozen=True)
class ThemeDots:
    """One theme of the room."""

    theme: str
    dots: Dots | None
    """None when it is not shown."""
    withheld: Literal["few_answered"] | None
    """Why it is not shown: fewer than the minimum gave points for this theme."""


def theme_dots(votes: Votes, minimum: int) -> tuple[ThemeDots, ...]:
    """The spread per theme, in the order of the case.

    Args:
        votes: of one round.
        minimum: people who must have given points for a theme, at least 7.
    """
    refuse_small(minimum)
    found = []
    for theme, column in zip(votes.case.themes, votes.points.T, strict=True):
        given = rounded(known(column))
        if given.size < minimum:
            found.append(ThemeDots(theme.id, None, "few_answered"))
            continue
        low, median, high = quarters(given)
        dots = Dots(given.size, len(votes) - given.size, low, median, high, tuple(np.sort(given).tolist()))
        found.append(ThemeDots(theme.id, dots, None))
    return tuple(found)


def known(points: Floats) -> Floats:
    """Those of shape (person,) that were given; the others were left open."""
    return points[~np.isnan(points)]


def rounded(points: Floats) -> Floats:
    """The same points to the nearest ``STEP``, halves up; NaN stays NaN."""
    found: Floats = np.floor(points / STEP + 0.5) * STEP
    return found


def quarters(given: Floats) -> tuple[float, float, float]:
    """Quarter, half and three quarters of at least one number, interpolated between neighbours."""
    low, median, high = np.quantile(given, QUARTERS).tolist()
    return low, median, high
