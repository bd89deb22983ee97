"""Drawing the scores of one alternative: what is certain, and what quantiles add to it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mcda.curved_doubt import CurvedDoubt
from mcda.inputs import AnyFloats, Bools, Floats, Ints


@dataclass(frozen=True, eq=False)
class DoubtfulRow:
    """How the scores of one alternative are drawn: a certain ``base`` for each criterion, plus what varies.

    ``columns`` are the criteria that vary: the triangular ones first, then the uniform, then the curved.
    """

    base: Floats
    columns: Ints
    place: Floats
    width: Floats
    flat_width: Floats
    curved: tuple[CurvedDoubt, ...]
    drivers: Ints
    """Shape (column,): the row of points at which each stands."""
    falls: Bools
    """Shape (column,): True where it stands at 1 minus that."""
    joined: Bools
    """Shape (column,): True where it stands with its alternative, at a quantile of the score."""
    partly: Ints
    """The places in ``columns`` of those that follow their driver in a part of the draws only."""
    own: Ints
    """Shape (partly,): the row of points at which each stands else."""
    part: Floats
    """Shape (partly, 1): in which part of the draws each follows, below 1."""

    def fill(self, points: AnyFloats, out: AnyFloats, spare: AnyFloats) -> None:
        """Write into ``out``, shape (column, sample), what ``points``, shape (driver, sample), add to the base.

        ``spare`` has the shape of ``out`` and is overwritten. The precision is that of ``out``.
        """
        quantiles = self._quantiles(points)
        n_peaked, n_flat = len(self.place), len(self.flat_width)
        if n_peaked:
            _triangular(
                quantiles[:n_peaked],
                self.place.astype(out.dtype),
                self.width.astype(out.dtype),
                out[:n_peaked],
                spare[:n_peaked],
            )
        if n_flat:
            flat = slice(n_peaked, n_peaked + n_flat)
            np.multiply(quantiles[flat], self.flat_width.astype(out.dtype), out=out[flat])
        for number, cell in enumerate(self.curved, n_peaked + n_flat):
            out[number] = cell.scores(quantiles[number], together=bool(self.joined[number]))

    def _quantiles(self, points: AnyFloats) -> AnyFloats:
        """Shape (column, sample); a view where possible."""
        if self._run is not None:
            return points[self._run]
        chosen = points[self.drivers]
        chosen[self.falls] = 1 - chosen[self.falls]
        if self.partly.size:
            # an own point below the part says that the cell follows; one above it, stretched, is its own quantile
            own, part = points[self.own], self.part.astype(points.dtype)
            own -= part
            own /= 1 - part
            follows = own < 0
            np.maximum(own, 0, out=own)
            for row, place in enumerate(self.partly.tolist()):  # without branches, which chance would make dear
                chosen[place] *= follows[row]
                chosen[place] += own[row]
        return chosen

    @cached_property
    def _run(self) -> slice | None:
        """The rows of points, where they follow each other and none falls."""
        start = int(self.drivers.min(initial=0))
        follow = np.array_equal(self.drivers, np.arange(start, start + self.drivers.size))
        plain = follow and not self.falls.any() and not self.partly.size
        return slice(start, start + self.drivers.size) if plain else None


def _triangular(points: AnyFloats, place: AnyFloats, width: AnyFloats, out: AnyFloats, spare: AnyFloats) -> None:
    """Triangular quantiles above the end of the rising side, without branches: below the peak only the first root
    moves, above it only the second. Right for a peak at either end too."""
    # clip is more than twice as fast as minimum and maximum, which do not work on many numbers at once here
    np.clip(points, 0, place, out=out)
    out *= place * width**2
    np.sqrt(out, out=out)
    np.clip(points, place, 1, out=spare)
    np.subtract(1, spare, out=spare)
    spare *= (1 - place) * width**2
    np.sqrt(spare, out=spare)
    out -= spare
