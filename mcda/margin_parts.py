"""The lead of one alternative over another, as a certain number plus independent parts that are in doubt."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from mcda.inputs import TIE, Bools, Floats, Ints, as_alternative, as_kind, as_rivals, as_weights
from mcda.lattice import Lattice, LatticePoints
from mcda.score_doubt import ScoreRanges

_STEPS = 16_384
"""Quantiles at which a part is looked up whose distribution has no formula."""


@dataclass(frozen=True, eq=False)
class TablePart:
    """Scores that share one quantile, or a single score that a bend or an end has reshaped."""

    cells: Ints
    """Places of the scores among all those in doubt."""
    adds: Floats
    """Shape (score, step): what each adds to the lead above its worst end, at each quantile."""

    @cached_property
    def at(self) -> Floats:
        """Shape (step,): what they add together."""
        found: Floats = self.adds.sum(axis=0)
        return found

    def covariances(self) -> Floats:
        """Covariance of what each adds with what all add."""
        middle = self.at - self.at.mean()
        found: Floats = self.adds @ middle / middle.size
        return found

    def mass(self, step: float) -> Floats:
        """Chance of 0, 1, 2, ... steps; each outcome is shared between its neighbours, which keeps the mean."""
        whole, share = self._places(step)
        n = int(whole.max()) + 2
        masses = np.bincount(whole, 1 - share, n) + np.bincount(whole + 1, share, n)
        return masses.astype(float) / whole.size

    def outcomes(self, if_known: Floats, step: float) -> Iterator[tuple[Floats, Floats]]:
        """For each score the chance of each value that it may have, and of that value with the sum below the limit.

        One score also tells where the others stand that share its quantile.

        Args:
            if_known: shape (point,), the chance of that when the part is known to add 0, 1, 2, ... steps.
            step: of the lattice.
        """
        whole, share = self._places(step)
        behind = ((1 - share) * if_known[whole] + share * if_known[whole + 1]) / whole.size
        for own in self.adds:
            which = np.unique(np.round(own, 9), return_inverse=True)[1]
            yield np.bincount(which) / which.size, np.bincount(which, behind).astype(float)

    def _places(self, step: float) -> tuple[Ints, Floats]:
        place = self.at / step
        whole = np.floor(place).astype(np.int64)
        return whole, place - whole


@dataclass(frozen=True, eq=False)
class MarginParts:
    """The lead as a certain number plus independent parts, in points of the lead: ``straight`` scores, and tables."""

    central: float
    """Lead with every score central, or in the middle of its range where it is not known."""
    cells: Ints
    """Shape (score, 2): 1 if it is a score of the first (a higher score raises the lead) or else 0; the criterion."""
    below: Floats
    """Shape (score,): how far the lead falls when this score goes to the end that is worse for the first."""
    above: Floats
    """How far it rises at the other end."""
    peaked: Bools
    """Triangular with its peak at the central score, as far as it is straight; else uniform."""
    straight: Ints
    """Places of the scores that are parts by themselves, triangular or uniform."""
    tables: Sequence[TablePart]

    @property
    def covariances(self) -> Floats:
        """Shape (score,): covariance of each score, as it counts in the lead, with the lead."""
        width = self.below + self.above
        found = np.where(self.peaked, (width**2 - self.below * self.above) / 18, width**2 / 12)
        for part in self.tables:
            found[part.cells] = part.covariances()
        return found

    def on_lattice(self, limit: float) -> Lattice:
        """The sum of the parts: the straight ones first, then the tables."""
        widths = (self.below + self.above)[self.straight]
        widest = np.array([part.at.max() for part in self.tables])
        grid = LatticePoints(np.concatenate([widths, widest]), lumps=bool(self.tables))
        straight = _straight_masses(
            self.below[self.straight] / grid.step, self.above[self.straight] / grid.step, self.peaked[self.straight]
        )
        tables = [part.mass(grid.step) for part in self.tables]
        n_points = max(straight.shape[1], *(mass.size for mass in tables), 1)
        masses = np.zeros((len(straight) + len(tables), n_points))
        masses[: len(straight), : straight.shape[1]] = straight
        for row, mass in enumerate(tables, start=len(straight)):
            masses[row, : mass.size] = mass
        return Lattice(grid, masses, limit)


def margin_parts(scores: ScoreRanges, weights: npt.ArrayLike, first: int, other: int) -> MarginParts:
    """The parts of the lead of ``first`` over ``other``.

    Raises:
        ValueError: the weights do not fit, or there is no alternative ``first`` or ``other``, or it is the same one.
    """
    every = as_rivals(as_kind(scores, ScoreRanges, "scores").low)
    rows = [as_alternative(first, len(every)), as_alternative(other, len(every))]
    if first == other:
        raise ValueError(f"first and other are both alternative {first}; a lead needs two different ones")
    shares = as_weights(weights, scores.n_criteria)
    shares = shares / shares.sum()
    lowest, central, highest = scores.low[rows], scores.central[rows], scores.high[rows]
    unknown = np.isnan(central)
    middle = np.where(unknown, lowest + (highest - lowest) / 2, central)
    up, down = shares * (highest - middle), shares * (middle - lowest)
    below, above = np.array([down[0], up[1]]), np.array([up[0], down[1]])
    row, criterion = np.nonzero(below + above > TIE)
    tables = _tables(scores, shares, rows, list(zip(row.tolist(), criterion.tolist(), strict=True)))
    return MarginParts(
        central=float(shares @ (middle[0] - middle[1])),
        cells=np.column_stack([1 - row, criterion]),
        below=below[row, criterion],
        above=above[row, criterion],
        peaked=~unknown[row, criterion] & (scores.shape == "triangular"),
        straight=np.setdiff1d(np.arange(row.size), np.concatenate([[], *(part.cells for part in tables)])),
        tables=tables,
    )


def _tables(scores: ScoreRanges, shares: Floats, rows: list[int], cells: list[tuple[int, int]]) -> list[TablePart]:
    """Of scores that vary as one, or are reshaped: what each quantile adds to the lead above the worst end.

    Args:
        scores: what each score could be.
        shares: shape (criterion,), the weights.
        rows: the first alternative and the other.
        cells: (0 or 1 for these rows, criterion) of each score that counts.
    """
    place = {(rows[side], column): number for number, (side, column) in enumerate(cells)}
    bent = {(cell.alternative, cell.criterion) for cell in scores.curved}
    groups = [[cell for cell in one.cells if cell in place] for one in scores.quantities(shares > 0)]
    groups = [group for group in groups if len(group) > 1 or bent.intersection(group)]
    possible = np.isin(np.arange(shares.size), [column for group in groups for _, column in group])
    adds: dict[tuple[int, int], Floats] = {}
    quantiles = (np.arange(_STEPS) + 0.5) / _STEPS
    for number, way in zip(rows, (1, -1), strict=True):
        columns, found = scores.scores_at(number, quantiles, possible)
        worst = (scores.low if way > 0 else scores.high)[number, columns, np.newaxis]
        added = way * shares[columns, np.newaxis] * (found - worst)
        adds |= {(number, column): line for column, line in zip(columns.tolist(), added, strict=True)}
    return [
        TablePart(np.array([place[cell] for cell in group]), np.array([adds[cell] for cell in group]))
        for group in groups
    ]


def _straight_masses(below: Floats, above: Floats, peaked: Bools) -> Floats:
    """Chance of 0, 1, 2, ... steps from the worst end of each part, mean kept; shape (part, step).

    Each outcome is shared between its two neighbouring points in proportion to nearness, which makes the mass the
    second difference of the mean excess E(max(x - part, 0)).
    """
    below, above = below[:, np.newaxis], above[:, np.newaxis]
    width = below + above
    at = np.arange(-1, math.ceil(width.max(initial=0)) + 2, dtype=float)
    inside = np.clip(at, 0.0, width)
    flat = inside**2 / (2 * width)
    rising = np.minimum(inside, below) ** 3 / (3 * width * np.maximum(below, 1e-300))
    falling = inside - (width + below) / 3 + (width - inside) ** 3 / (3 * width * np.maximum(above, 1e-300))
    excess = np.where(peaked[:, np.newaxis], np.where(inside <= below, rising, falling), flat)
    masses = np.diff(excess + (at - inside).clip(min=0), n=2)
    return np.where(at[1:-1] <= np.ceil(width), masses, 0.0)
