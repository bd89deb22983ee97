"""How firm an order is when weights and scores are not: stochastic multicriteria acceptability analysis (SMAA).

Every figure is a share of samples. A sample takes a weighting (``weightings``) and, where the scores are doubtful, a
draw of the scores (``score_doubt``), and ranks the alternatives. The points are the same every time (``sampling``):
the same question has the same answer to the last bit, and a small change of the input gives a small change.

Reference:
    Lahdelma and Salminen (2001), SMAA-2: Stochastic multicriteria acceptability analysis for group decision making,
    Operations Research 49(3), 444-454.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mcda.doubtful_row import DoubtfulRow
from mcda.in_order import in_order
from mcda.inputs import AnyFloats, Bools, Floats, Ints, as_kind, as_number, as_rivals
from mcda.products import wide_product
from mcda.sampling import Points, pieces, refuse_unusable_sampling
from mcda.score_doubt import DrawnScores, ScoreRanges
from mcda.standings import Standings, count_first
from mcda.weightings import Ballots, Weightings

SAMPLES = 65_536
"""With so many samples three standard errors are below 0.6 percentage point. The largest error of pairs found by
searching among thousands was 0.52: a share in whole per cents may be one off, and the search of
``tests/mcda/test_error_bounds.py`` finds none that is two off."""
BLOCK = 4096


@dataclass(frozen=True, eq=False)
class Acceptability:
    """Shares of the samples in which something holds; arrays in the order of the alternatives and criteria given."""

    rank_shares: Floats
    """Shape (alternative, rank): share in which the alternative takes that rank, best first. Equals share their
    ranks evenly. Rows and columns sum to 1."""
    wins: Floats
    """Shape (alternative, alternative): share in which row is ahead of column, a tie counting half; with its mirror
    image it sums to 1. The diagonal is 0.5."""
    central_weights: Floats
    """Shape (alternative, criterion): mean of the weights with which the alternative is first; NaN if it never is."""
    confidence: Floats
    """Shape (alternative,): share of the score draws in which the alternative is first, alone or with others, at its
    central weights; NaN if it never is first. 1 or 0 when the scores are certain. Taken over a quarter of the samples
    (all draws of ``DrawnScores``): at 65,536 samples its standard error is at most 0.4 percentage point. The central
    weights are uncertain too: with another seed it differs by less than 2 points where the alternative is first in
    0.05 or more, and by up to 11 where it is first in less. Do not show it below that."""
    standard_error: Floats
    """Shape (alternative, rank): standard error of ``rank_shares`` as if the samples were independent, sqrt(p (1 - p)
    / samples). Evenly spread points do better on average (0.2 to 0.6 of it in 2 to 35 criteria); the worst pair that
    a search found was 3.4 times it. 0 where nothing was sampled."""
    samples: int
    """How many samples were counted: as asked for, or the number of ballots when nothing had to be drawn."""
    seed: int

    @property
    def first(self) -> Floats:
        """Shape (alternative,): share in which the alternative is first (rank acceptability of rank 1)."""
        return self.rank_shares[:, 0]


def acceptability(
    scores: npt.ArrayLike | ScoreRanges | DrawnScores,
    weightings: Weightings,
    *,
    samples: int = SAMPLES,
    seed: int = 1,
) -> Acceptability:
    """Ranks, wins, central weights and confidence over all samples: the figures to report.

    Args:
        scores: certain scores of shape (alternative, criterion), ``ScoreRanges``, or ``DrawnScores``. NaN in certain
            scores is allowed only where no weighting gives weight.
        weightings: which weightings are looked at.
        samples: a power of two. Not used for ``Ballots`` with certain scores, which are counted one by one.
        seed: a whole number from 0; another seed draws other points.

    Raises:
        ValueError: fewer than two alternatives, a score that matters is not known, the numbers of criteria differ, or
            ``samples`` is not a power of two.
    """
    return _acceptability(_model(scores, weightings), weightings, samples, seed)


def samples_needed(half_width: float) -> int:
    """The power of two of samples with which three standard errors of any share are at most ``half_width``.

    Args:
        half_width: as a share, above 0 and at most 1: 0.006 (0.6 percentage point) takes 65,536.

    Raises:
        ValueError: ``half_width`` is not within 0 to 1, or so small that more than 2^30 samples would be needed.
    """
    if not 1.5 / 2**15 <= as_number(half_width, "the half-width") <= 1:
        raise ValueError(f"the half-width must be from {1.5 / 2**15:.1g} to 1, not {half_width}")
    return 1 << math.ceil(2 * math.log2(1.5 / half_width))


def _acceptability(model: "_Model", weightings: Weightings, samples: int, seed: int) -> Acceptability:
    refuse_unusable_sampling(samples, seed)
    standings = Standings(model.n_alternatives, weightings.n_criteria)
    one_by_one = weightings.weights if isinstance(model, _Certain) and isinstance(weightings, Ballots) else None
    if one_by_one is not None:
        for start in range(0, len(one_by_one), BLOCK):
            ballots = one_by_one[start : start + BLOCK].T
            standings.add(model.totals(np.empty((0, 0), np.float32), ballots), ballots)
    else:

        def counted(piece: Points) -> Standings:
            weights = weightings.draw(piece[: weightings.dimensions])
            part = Standings(model.n_alternatives, weightings.n_criteria)
            part.add(model.totals(piece[weightings.dimensions :], weights), weights)
            return part

        for part in in_order(counted, pieces(weightings.dimensions + model.uniforms, samples, seed)):
            standings.join(part)
    shares, central = standings.rank_shares, standings.central_weights
    ever = ~np.isnan(central[:, 0])
    known = np.where(ever[:, np.newaxis], central, 0)
    first, draws = model.count_first(known, weightings.dimensions, samples, seed)
    independent = np.sqrt(np.clip(shares * (1 - shares), 0, None) / samples)
    return Acceptability(
        rank_shares=shares,
        wins=standings.wins,
        central_weights=central,
        confidence=np.where(ever, first / draws, np.nan),
        standard_error=independent if one_by_one is None else np.zeros(shares.shape),
        samples=standings.samples,
        seed=seed,
    )


def _model(scores: npt.ArrayLike | ScoreRanges | DrawnScores, weightings: Weightings) -> "_Model":
    possible = as_kind(weightings, Weightings, "weightings").possible
    if isinstance(scores, ScoreRanges):
        _refuse_misfit(scores.low, weightings)
        if not (scores.doubtful & possible).any():
            return _Certain(np.where(possible, scores.low, 0))
        return _Ranges(scores, possible)
    if isinstance(scores, DrawnScores):
        _refuse_misfit(scores.draws[0], weightings)
        return _Drawn(scores.draws)
    matrix = _refuse_misfit(scores, weightings)
    for row, column in np.argwhere(np.isnan(matrix) & possible):
        raise ValueError(
            f"the score of alternative {row} on criterion {column} is not known, but can get weight; "
            "give ScoreRanges with the scores that it could have"
        )
    return _Certain(np.where(possible, matrix, 0))


def _refuse_misfit(scores: npt.ArrayLike, weightings: Weightings) -> Floats:
    matrix = as_rivals(scores)
    if matrix.shape[1] != weightings.n_criteria:
        found = f"the scores are on {matrix.shape[1]} criteria, but the weightings are of {weightings.n_criteria}"
        raise ValueError(found)
    return matrix


@dataclass(frozen=True, eq=False)
class _Certain:
    scores: Floats
    uniforms = 0

    @property
    def n_alternatives(self) -> int:
        return len(self.scores)

    def totals(self, points: Points, weights: AnyFloats) -> Floats:
        return wide_product(self.scores, weights)

    def count_first(self, central: Floats, skip: int, samples: int, seed: int) -> tuple[Ints, int]:
        return count_first(np.array([central @ row]).T for row in self.scores), 1


class _Ranges:
    """Scores drawn cell by cell, in single precision; what is certain stays in double, so that ties are seen."""

    def __init__(self, scores: ScoreRanges, possible: Bools) -> None:
        self.rows = scores.rows(possible)
        self.base = np.array([row.base for row in self.rows])
        self.n_alternatives = len(self.rows)
        self.uniforms = 1 + max(int(row.drivers.max(initial=-1)) for row in self.rows)

    def totals(self, points: Points, weights: AnyFloats) -> Floats:
        totals = wide_product(self.base, weights.astype(float))
        single = weights.astype(np.float32, copy=False)
        for total, (row, above) in zip(totals, self._above(points), strict=True):
            # a row of which every cell varies in the same way needs no copy of the weights
            carried = single if np.array_equal(row.columns, np.arange(len(single))) else single[row.columns]
            np.add(total, np.einsum("cs,cs->s", above, carried), out=total)
        return totals

    def count_first(self, central: Floats, skip: int, samples: int, seed: int) -> tuple[Ints, int]:
        counts, draws = np.zeros(self.n_alternatives, np.int64), max(samples // 4, 1)
        leading = _leading(pieces(skip + self.uniforms, samples, seed), draws)
        for found in in_order(lambda points: count_first(self._totals_at(central, points[skip:])), leading):
            counts += found
        return counts, draws

    def _totals_at(self, central: Floats, points: Points) -> Iterator[Floats]:
        for row, above in self._above(points):
            fixed = (central @ row.base)[:, np.newaxis]
            yield fixed + wide_product(central[:, row.columns].astype(np.float32), above)

    def _above(self, points: Points) -> Iterator[tuple[DoubtfulRow, Points]]:
        """How each alternative is drawn, and what its varying cells add; the array is used again for the next."""
        widest = max(row.columns.size for row in self.rows)
        above, spare = np.empty((2, widest, points.shape[1]), np.float32)
        for row in self.rows:
            size = row.columns.size
            row.fill(points, above[:size], spare[:size])
            yield row, above[:size]


@dataclass(frozen=True, eq=False)
class _Drawn:
    draws: Floats
    uniforms = 1

    @property
    def n_alternatives(self) -> int:
        return int(self.draws.shape[1])

    def totals(self, points: Points, weights: AnyFloats) -> Floats:
        chosen = (points[0].astype(float) * len(self.draws)).astype(np.int64)
        columns = weights.T.astype(float)
        return np.array([(self.draws[chosen, row] * columns).sum(axis=1) for row in range(self.n_alternatives)])

    def count_first(self, central: Floats, skip: int, samples: int, seed: int) -> tuple[Ints, int]:
        counts = np.zeros(self.n_alternatives, np.int64)
        for start in range(0, len(self.draws), BLOCK):
            block = self.draws[start : start + BLOCK]
            counts += count_first(central @ block[:, row].T for row in range(self.n_alternatives))
        return counts, len(self.draws)


_Model = _Certain | _Ranges | _Drawn


def _leading(made: Iterator[Points], samples: int) -> Iterator[Points]:
    """The first ``samples`` points."""
    for piece in made:
        yield piece[:, :samples]
        samples -= piece.shape[1]
        if samples <= 0:
            return
