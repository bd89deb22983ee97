"""Where a participant's own points stand in the spread of the room; nothing about anybody else."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from mcda.inputs import Floats
from workshop.group.spread import Dots, rounded, theme_dots
from workshop.group.votes import Votes

Quarter = Literal[1, 2, 3, 4]


@dataclass(frozen=True)
class OwnPlace:
    """One theme, rounded as in ``spread``; it follows from the own points and the dots that everybody sees."""

    theme: str
    own: float
    below: int
    """Per cent of those who gave points for this theme, oneself included, who gave fewer."""
    alike: int
    """Per cent who gave as many."""
    quarter: Quarter
    """1: below the lower quarter of the room; 2 and 3: in the middle half, up to the median or above it; 4: above the
    upper quarter."""


def own_place(votes: Votes, own: Floats, minimum: int) -> tuple[OwnPlace | None, ...]:
    """Per theme, in the order of the case; None for a theme that one left open, or that is not shown.

    Args:
        votes: of the round that was revealed.
        own: shape (theme,), the points of this participant; NaN where a theme was left open.
        minimum: people who must have given points for a theme, at least 7.
    """
    found: list[OwnPlace | None] = []
    for theme, points in zip(theme_dots(votes, minimum), rounded(np.asarray(own, dtype=float)).tolist(), strict=True):
        if theme.dots is None or np.isnan(points):
            found.append(None)
            continue
        dots = np.array(theme.dots.dots)
        below, alike = (round(100 * float(share.mean())) for share in (dots < points, dots == points))
        found.append(OwnPlace(theme.theme, points, below, alike, _quarter(points, theme.dots)))
    return tuple(found)


def _quarter(points: float, dots: Dots) -> Quarter:
    if dots.low <= points <= dots.high:
        return 2 if points <= dots.median else 3
    return 1 if points < dots.low else 4
