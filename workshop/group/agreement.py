"""On which themes the room agrees and on which it differs, in the order of the case.

The rule looks at the middle half of the room. It agrees when that half lies within what one person's points may be
off, up and down; it differs from twice that on. A theme left open counts as any points it could have: when those
could give another word, the word is not certain.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from mcda.inputs import Floats, Ints
from weighing.joint_draws import TOLERANCE
from weighing.weighing import LARGEST
from workshop.group.spread import QUARTERS, STEP, Dots, quarters, theme_dots
from workshop.group.votes import Votes

AGREES = 2 * TOLERANCE
"""Points: the middle half lies within this."""

DIFFERS = 2 * AGREES
"""Points: the middle half is at least this wide. If every answer were as likely as any other it would be 50."""

Word = Literal["agree", "between", "differ"]


@dataclass(frozen=True)
class RoomAgreement:
    """Whether the room agrees on one theme."""

    theme: str
    word: Word | None
    """None when fewer than the minimum gave points."""
    width: float | None
    """Points between a quarter and three quarters of those who gave points."""
    borderline: Word | None
    """The other word, when the width lies within one rounding step of its limit."""
    certain: bool
    """False when what was left open could give another word."""
    far: int | None
    """How many stand at least ``DIFFERS`` points from the middle: a theme on which most agree may have some who do
    not."""


def agreement(votes: Votes, minimum: int) -> tuple[RoomAgreement, ...]:
    """Per theme, in the order of the case; a rule about points, not a ranking of themes or people.

    Args:
        votes: of one round.
        minimum: people who must have given points for a theme, at least 7.
    """
    return tuple(
        RoomAgreement(found.theme, None, None, None, certain=False, far=None)
        if found.dots is None
        else _of(found.theme, found.dots)
        for found in theme_dots(votes, minimum)
    )


def widths(given: Floats, left_open: int) -> tuple[float, float]:
    """The narrowest and the widest that the middle half can be, over all points that were left open.

    The width falls as one value comes from below to the lower quarter, stays, and rises beyond the upper one. So it is
    narrowest with every open value in the middle, and widest with each at one of the ends.

    Args:
        given: shape (person,), at least one.
        left_open: how many values may be anything from 0 to 100.
    """
    narrowest = _width(np.append(given, np.full(left_open, np.median(given))))
    padded = np.concatenate([np.zeros(left_open), np.sort(given), np.full(left_open, LARGEST)])
    starts = np.arange(left_open + 1)  # so many of the open values at 100, the others at 0
    size = given.size + left_open
    low, high = (_at(padded, starts, share * (size - 1)) for share in (QUARTERS[0], QUARTERS[2]))
    return narrowest, float((high - low).max())


def _at(values: Floats, starts: Ints, place: float) -> Floats:
    """Shape (start,): the interpolated value at this place, counted from each start."""
    whole = int(place)
    low, high = values[starts + whole], values[np.minimum(starts + whole + 1, values.size - 1)]
    found: Floats = low + (place - whole) * (high - low)
    return found


def _of(theme: str, dots: Dots) -> RoomAgreement:
    given, width = np.array(dots.dots), dots.high - dots.low
    word = _word(width)
    near = {_word(width - STEP), _word(width + STEP)} - {word}
    ends = {_word(end) for end in widths(given, dots.open)}
    far = int(np.count_nonzero(np.abs(given - dots.median) >= DIFFERS))
    return RoomAgreement(theme, word, width, min(near, default=None), certain=ends == {word}, far=far)


def _word(width: float) -> Word:
    return "agree" if width <= AGREES else "differ" if width >= DIFFERS else "between"


def _width(given: Floats) -> float:
    low, _, high = quarters(given)
    return high - low
