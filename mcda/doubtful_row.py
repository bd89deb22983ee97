"""Drawing the scores of one alternative: what is certain, and what quantiles add to it."""

from dataclasses import dataclass

import numpy as np

from mcda.curved_doubt import CurvedDoubt
from mcda.inputs import AnyFloats, Floats, Ints


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
    together: bool

    @property
    def dimensions(self) -> int:
        """Random numbers that one draw takes."""
        return min(self.columns.size, 1) if self.together else self.columns.size

    def fill(self, points: AnyFloats, out: AnyFloats, spare: AnyFloats) -> None:
        """Write into ``out``, shape (column, sample), what ``points``, shape (dimension, sample), add to the base.

        ``spare`` has the shape of ``out`` and is overwritten. The precision is that of ``out``.
        """
        n_peaked, n_flat = len(self.place), len(self.flat_width)
        if n_peaked:
            _triangular(
                points if self.together else points[:n_peaked],
                self.place.astype(out.dtype),
                self.width.astype(out.dtype),
                out[:n_peaked],
                spare[:n_peaked],
            )
        if n_flat:
            flat = slice(n_peaked, n_peaked + n_flat)
            np.multiply(points if self.together else points[flat], self.flat_width.astype(out.dtype), out=out[flat])
        for number, cell in enumerate(self.curved, n_peaked + n_flat):
            out[number] = cell.scores(points[0 if self.together else number], together=self.together)


def _triangular(points: AnyFloats, place: AnyFloats, width: AnyFloats, out: AnyFloats, spare: AnyFloats) -> None:
    """Triangular quantiles above the end of the rising side, without branches: below the peak only the first root
    moves, above it only the second. Right for a peak at either end too."""
    np.minimum(points, place, out=out)
    out *= place * width**2
    np.sqrt(out, out=out)
    np.maximum(points, place, out=spare)
    np.subtract(1, spare, out=spare)
    spare *= (1 - place) * width**2
    np.sqrt(spare, out=spare)
    out -= spare
