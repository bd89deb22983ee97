"""Counting who stands where: places, wins and weights of the winner, summed over samples."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from mcda.inputs import TIE, AnyFloats, Bools, Floats, Ints
from mcda.products import long_product


class Standings:
    """Sums over samples of weights and the totals that they give.

    Totals that differ by no more than ``TIE`` are equal: equals share their places evenly, and half of the win.
    """

    def __init__(self, n_alternatives: int, n_criteria: int) -> None:
        self.samples = 0
        self.places = np.zeros((n_alternatives, n_alternatives))
        self.ahead = np.zeros((n_alternatives, n_alternatives))
        self.weights_when_first = np.zeros((n_alternatives, n_criteria))

    def add(self, totals: Floats, weights: AnyFloats) -> None:
        """Count samples: totals of shape (alternative, sample), weights of shape (criterion, sample)."""
        n, size = totals.shape
        wins = totals[:, np.newaxis] > (totals + TIE)[np.newaxis]
        counts = _counts(wins)
        counter = np.uint8 if n <= 256 else np.uint16
        better = np.add.reduce(wins.view(np.uint8), axis=0, dtype=counter)
        if counts.sum() == size * n * (n - 1) // 2:
            self.places += _counts(better[:, np.newaxis] == np.arange(n, dtype=counter)[:, np.newaxis])
            first = (better == 0).astype(weights.dtype)
        else:
            first = self._add_with_ties(wins, better).astype(weights.dtype)
        self.ahead += counts
        self.weights_when_first += long_product(first, weights)
        self.samples += size

    def join(self, other: "Standings") -> None:
        """Count the samples of another as well."""
        self.samples += other.samples
        self.places += other.places
        self.ahead += other.ahead
        self.weights_when_first += other.weights_when_first

    def _add_with_ties(self, wins: Bools, better: npt.NDArray[np.unsignedinteger]) -> Floats:
        n = len(wins)
        last = n - 1 - np.add.reduce(wins.view(np.uint8), axis=1, dtype=better.dtype)
        share = 1 / (last.astype(float) - better + 1)
        for place in range(n):
            self.places[:, place] += np.where((better <= place) & (place <= last), share, 0).sum(axis=1)
        return np.where(better == 0, share, 0)

    @property
    def rank_shares(self) -> Floats:
        """Shape (alternative, rank); rows and columns sum to 1."""
        shares: Floats = self.places / self.samples
        return shares

    @property
    def wins(self) -> Floats:
        """Shape (alternative, alternative); a tie is half a win for both, and the diagonal is 0.5."""
        wins: Floats = (self.samples + self.ahead - self.ahead.T) / (2 * self.samples)
        return wins

    @property
    def central_weights(self) -> Floats:
        """Shape (alternative, criterion), each row sums to 1; NaN for an alternative that is never first."""
        sums = self.weights_when_first.sum(axis=1, keepdims=True)
        central = np.full(self.weights_when_first.shape, np.nan)
        np.divide(self.weights_when_first, sums, out=central, where=sums > 0)
        return central


def count_first(totals: Iterable[Floats]) -> Ints:
    """In how many samples each alternative is first, alone or with others, at weights of its own.

    Args:
        totals: of each alternative in turn, a new array of shape (alternative whose weights they are, sample).
    """
    each = iter(totals)
    best = next(each)
    own = [best[0].copy()]
    for number, found in enumerate(each, start=1):
        own.append(found[number].copy())
        np.maximum(best, found, out=best)
    counts: Ints = np.count_nonzero(np.array(own) >= best - TIE, axis=1)
    return counts


def _counts(truths: Bools) -> Ints:
    """How many are true along the last axis, row by row: ten times faster than asking for all rows at once."""
    return np.array([list(map(np.count_nonzero, rows)) for rows in truths])
