"""The distribution of a sum of independent parts, by convolution on a fine lattice.

Each part lies on lattice points 0, 1, 2, ... steps above its lowest, and the transforms of the parts are multiplied.
The lattice covers the whole range of the sum, or, when there are so many parts that the sum never comes near its ends,
the stretch around the mean outside which less than 1e-12 lies (Hoeffding). It is worked through in blocks of parts, so
that memory stays small.

Reference:
    Hoeffding (1963), Probability inequalities for sums of bounded random variables, Journal of the American
    Statistical Association 58(301), 13-30.
"""

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats

_POINTS = 4096
"""Lattice points for up to 64 parts; they grow with the root of the number of parts."""
_REACH = 7.5
"""Width of the stretch around the mean, in roots of the summed squared widths of the parts."""
_BLOCK = 64
"""Parts that are worked through together."""

_Complex = npt.NDArray[np.complex128]


class LatticePoints:
    """The points of the lattice for parts of these widths.

    Args:
        widths: shape (part,), the most that each adds to the sum.
        lumps: parts may have a chance above 0 to take one exact value, so that the sum can lie exactly on a limit.
    """

    def __init__(self, widths: Floats, *, lumps: bool) -> None:
        self.points = max(_POINTS, 1 << math.ceil(math.log2(512 * math.sqrt(widths.size)))) << lumps
        whole = float(widths.sum())
        reach = min(whole, _REACH * math.sqrt(float(widths @ widths)))
        self.step = reach / (self.points - widths.size - 2)
        self.whole = reach == whole
        # a value that takes a lump is shared by two points; this far to either side is surely all of it, or nothing
        self.sides = (-1.5, 1.5) if lumps else (0.0,)


class Lattice:
    """A sum of parts, and the chance that it stays below a limit; exactly at the limit counts half.

    Args:
        grid: the lattice.
        masses: shape (part, point), chance of 0, 1, 2, ... steps above the lowest, for each part.
        limit: where the sum is compared, counted from the lowest of all parts together.
    """

    def __init__(self, grid: LatticePoints, masses: Floats, limit: float) -> None:
        self.grid, self.masses, self.limit = grid, masses, limit / grid.step + 0.5
        self.means = masses @ np.arange(masses.shape[1])
        self.blocks = np.array_split(np.arange(len(masses)), math.ceil(len(masses) / _BLOCK))
        self.only = np.fft.rfft(masses, grid.points) if len(self.blocks) == 1 else None
        products = [np.prod(self._transforms(block), axis=0) for block in self.blocks]
        self.products: _Complex = np.array(products)

    def chance(self) -> float:
        """Chance that the sum stays below the limit."""
        product = np.prod(self.products, axis=0, keepdims=True)
        return float(self._below(product, self.means.sum(keepdims=True), 1)[0, 0])

    def if_known(self) -> Iterator[tuple[npt.NDArray[np.int64], Floats]]:
        """Block by block the parts, and the chance for each once it is known, shape (part, point)."""
        for number, block in enumerate(self.blocks):
            own = self._transforms(block)
            # products from the left and from the right: dividing one part out again would blow up the rounding
            before, after = np.empty_like(own), np.ones_like(own)
            before[0] = np.prod(np.delete(self.products, number, axis=0), axis=0)
            for part in range(1, len(own)):
                np.multiply(before[part - 1], own[part - 1], out=before[part])
                np.multiply(after[-part], own[-part], out=after[-part - 1])
            before *= after
            yield block, self._below(before, self.means.sum() - self.means[block], self.masses.shape[1])

    def _transforms(self, block: npt.NDArray[np.int64]) -> _Complex:
        if self.only is not None:
            return self.only
        found: _Complex = np.fft.rfft(self.masses[block], self.grid.points)
        return found

    def _below(self, transforms: _Complex, means: Floats, n_added: int) -> Floats:
        """Chance that each sum stays below the limit when 0, 1, 2, ... steps are added; shape (sum, added)."""
        points = self.grid.points
        rest = np.fft.irfft(transforms, points)
        starts = np.zeros(len(means), np.int64) if self.grid.whole else np.floor(means - points / 2).astype(np.int64)
        for row, start in enumerate(starts.tolist()):
            if start:  # the sum has outgrown the lattice, and goes round
                rest[row] = np.roll(rest[row], -start)
        # cumulated[:, i] is the chance that a sum stays below i - 1/2 steps
        cumulated = np.zeros((len(rest), points + 1))
        np.cumsum(rest, axis=1, out=cumulated[:, 1:])
        found = np.zeros((len(rest), n_added))
        for side in self.grid.sides:
            whole, fraction = divmod(self.limit + side, 1)
            at = np.clip(int(whole) + 1 - np.arange(n_added + 1) - starts[:, np.newaxis], 0, points)
            near = cumulated[:, at[0]] if self.grid.whole else np.take_along_axis(cumulated, at, axis=1)
            found += (1 - fraction) * near[:, 1:] + fraction * near[:, :-1]
        found /= len(self.grid.sides)
        return np.clip(found, 0.0, 1.0, out=found)
