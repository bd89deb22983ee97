"""Effects and weights that vary together: the one model behind the word, the count and the flip (record 0013).

The effects are those of `score_draws`. The points of a theme may be off by a stated tolerance, up and down alike, and
below 0 is 0; the tolerance is on the scale on which the largest points given are 100, so that the same weights have the
same draws whatever scale somebody used. So may the points of criteria, within a theme where a person gave them; where
nobody did, every answer that could have been given there is as likely as any other: 0 to 100 for each criterion. What
is drawn for a theme or a criterion depends on its id and the seed only.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import permutations
from typing import Literal

import numpy as np
import numpy.typing as npt

from cases.definition.model import Case
from mcda.inputs import Bools, Floats
from mcda.sampling import own_points
from weighing import score_draws
from weighing.arrays import RangeChoice, arrays
from weighing.comparison import Comparison
from weighing.score_draws import LEVEL, effect_draws, shares_of
from weighing.weighing import LARGEST, Weighing

Vary = Literal["both", "effects", "weights"]

TOLERANCE = 10.0
"""Points by which what a person gave may be off, up and down alike, where the largest given are 100."""

KEPT = 64
"""Themes of which the draws are kept: those of a few cases, with the points of now and of just before."""

Draws = npt.NDArray[np.float32]


def joint_shares(
    comparison: Comparison, rows: Sequence[int], vary: Vary = "both", tolerance: float = TOLERANCE
) -> Floats:
    """How often each alternative comes first when effects and weights turn out differently.

    Where the person does not know about a theme, a first place counts when it is one at every weight of that theme.

    Args:
        comparison: one in which every theme has an answer.
        rows: the alternatives among which the first is looked for, as places in the case.
        vary: both, the effects alone, or the weights alone (an effect that is not known is then the middle).
        tolerance: points by which what was given may be off, where the largest given are 100.

    Returns:
        Shape (alternative,); alternatives that tie for the first place share it, and one that is not in ``rows`` has
        0. Adds up to 1, but for what depends on themes of which the person does not know.
    """
    case, weighing, chosen = comparison.case, comparison.weighing, list(rows)
    inside = [_of_theme(case, weighing, place, vary, tolerance) for place in range(len(case.themes))]
    base, product = np.zeros_like(inside[0]), np.empty_like(inside[0])
    given = np.zeros(score_draws.SAMPLES, np.float32)
    off = _scaled(tolerance, weighing.theme_points.values()) if vary != "effects" else 0.0
    for theme, scores in zip(case.themes, inside, strict=True):
        if theme.id in weighing.theme_points:
            points = _theme_points(theme.id, weighing.theme_points[theme.id], off)
            base += np.multiply(scores, points, out=product)
            given += points
    near, base = np.float32(LEVEL) * given, base[chosen]
    if comparison.unsure:
        first = _always(base, [inside[place][chosen] for place in comparison.unsure], near)
    else:
        first = base >= base.max(axis=0) - near
    shares = np.zeros(len(case.alternatives))
    shares[chosen] = shares_of(first)
    return shares


def _scaled(tolerance: float, given: Iterable[float]) -> float:
    """The tolerance on the scale that somebody used: of the largest points given."""
    return tolerance * (max(given, default=0.0) or LARGEST) / LARGEST


def _always(base: Draws, extra: list[Draws], near: Draws) -> Bools:
    """Shape (row, draw): True where a row is first whatever points the other themes get, up to the largest."""
    always = np.ones(base.shape, dtype=bool)
    for one, other in permutations(range(len(base)), 2):
        lead = base[one] - base[other]
        for part in extra:
            lead += np.float32(LARGEST) * np.minimum(part[one] - part[other], 0)
        always[one] &= lead >= -near
    return always


def _theme_points(theme: str, points: float, tolerance: float) -> Draws:
    """Shape (draw,), or one number for all draws."""
    if not tolerance:
        return np.array(points, np.float32)
    off: Draws = np.float32(2 * tolerance) * _chance(f"\0theme\0{theme}", score_draws.SAMPLES, score_draws.SEED)
    off += np.float32(points - tolerance)
    return np.maximum(off, np.float32(0), out=off)


def _of_theme(case: Case, weighing: Weighing, place: int, vary: Vary, tolerance: float) -> Draws:
    """Shape (alternative, draw): the score within a theme."""
    points = tuple(weighing.criterion_points.get(item.id) for item in case.summed_in(case.themes[place].id))
    return _theme_scores(case, weighing.ranges, place, points, vary, tolerance)


@lru_cache(maxsize=KEPT)
def _theme_scores(
    case: Case, ranges: RangeChoice, place: int, points: tuple[float | None, ...], vary: Vary, tolerance: float
) -> Draws:
    table = arrays(case, ranges)
    columns = np.flatnonzero(table.theme_of == place)
    names = [table.criteria[column] for column in columns]
    off = 0.0 if vary == "effects" else _scaled(tolerance, (given for given in points if given is not None))
    within = _within(names, points, off, split=vary != "effects")
    if vary == "weights":
        middle = (table.lowest[:, columns] + table.highest[:, columns]) / 2
        scores = middle.astype(np.float32) @ within
    else:
        drawn = effect_draws(case, ranges)
        scores = np.zeros((len(table.alternatives), score_draws.SAMPLES), np.float32)
        for column, shares in zip(columns, within, strict=True):
            scores += drawn[:, column] * shares
    scores.setflags(write=False)
    return scores


def _within(names: Sequence[str], points: Sequence[float | None], tolerance: float, *, split: bool) -> Draws:
    """Shape (criterion, draw): the share of each criterion within its theme; each draw adds up to 1."""
    shares = np.empty((len(names), score_draws.SAMPLES), np.float32)
    for row, name, given in zip(shares, names, points, strict=True):
        if given is None:
            row[:] = _chance(f"\0criterion\0{name}", score_draws.SAMPLES, score_draws.SEED) if split else 1
        elif tolerance:
            spread = np.float32(2 * tolerance) * _chance(f"\0criterion\0{name}", score_draws.SAMPLES, score_draws.SEED)
            np.maximum(np.float32(given - tolerance) + spread, 0, out=row)
        else:
            row[:] = given
    shares /= shares.sum(axis=0)
    return shares


@lru_cache(maxsize=KEPT)
def _chance(name: str, samples: int, seed: int) -> Draws:
    """Shape (draw,): evenly spread between 0 and 1, its own for each name."""
    found: Draws = own_points([name], samples, seed)[0].astype(np.float32)
    found.setflags(write=False)
    return found
