"""Evenly spread points for sampling: the same points every time, so that a result changes only when its input does.

Scrambled Sobol points do not depend on what is asked, so they are kept for the next question. Every reader gets
read-only pieces; what is kept is limited to ``KEPT_BYTES`` for the whole process, the least used goes first. A table
that is larger than the limit is never kept: its pieces are made one after the other, with the same numbers.

Reference:
    Owen (1998), Scrambling Sobol' and Niederreiter-Xing points, Journal of Complexity 14(4), 466-489.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats, as_whole

Points = npt.NDArray[np.float32]

PIECE = 8192
"""Points in one piece: few enough for the working arrays of 20 criteria to stay near the processor, and enough for two
processors to work without waiting for each other."""
MOST_SAMPLES = 2**30
KEPT_BYTES = 160_000_000
LEAST, MOST = np.float32(2.0**-32), np.float32(1 - 2.0**-24)
"""A point is never exactly 0 or 1, where a logarithm or a normal quantile is infinite."""

_kept: OrderedDict[tuple[int, int, int], Points] = OrderedDict()
_lock = threading.Lock()


class _Engine(Protocol):
    """What we use of ``scipy.stats.qmc.Sobol``."""

    def random(self, n: int) -> Floats:
        """The next ``n`` points, shape (point, dimension)."""


def pieces(dimensions: int, samples: int, seed: int) -> Iterator[Points]:
    """Evenly spread points, a piece at a time.

    Args:
        dimensions: how many numbers one point has, each uniform between 0 and 1, both excluded.
        samples: how many points, a power of two.
        seed: a whole number from 0; another seed is another scrambling.

    Yields:
        Read-only float32 of shape (dimension, at most ``PIECE``), ``samples`` columns in all. The numbers
        are the same whether they were kept or made anew.

    Raises:
        ValueError: ``samples`` is not a power of two, or the seed is below 0.
    """
    refuse_unusable_sampling(samples, seed)
    if 4 * dimensions * samples > KEPT_BYTES:
        return _made(dimensions, samples, seed)
    return iter(_table(dimensions, samples, seed))


def own_points(names: Sequence[str], samples: int, seed: int) -> Floats:
    """A row of points for each name, shape (name, sample), strictly between 0 and 1.

    A row depends on its name, the seed and the number of samples only: neither the order of the names nor which others
    there are changes it. In each row one point lies in each of equally many slices, in an order of its own.

    Reference:
        McKay, Beckman and Conover (1979), A comparison of three methods for selecting values of input variables,
        Technometrics 21(2), 239-245 (Latin hypercube sampling).
    """
    refuse_unusable_sampling(samples, seed)
    points = np.empty((len(names), samples))
    for row, name in zip(points, names, strict=True):
        chance = np.random.default_rng([seed, *name.encode()])
        np.add(chance.permutation(samples), chance.random(samples), out=row)
    points /= samples
    return np.clip(points, float(LEAST), 1 - 2.0**-32, out=points)


def loaded() -> bool:
    """Whether the library that makes the points is there; whoever asks for the first points waits for it."""
    return _sobol.cache_info().currsize > 0


def load() -> None:
    """Load that library."""
    _sobol()


def refuse_unusable_sampling(samples: int, seed: int) -> None:
    """ValueError unless ``samples`` is a power of two (points are evenly spread at those only) and the seed usable."""
    number, start = as_whole(samples, "the number of samples"), as_whole(seed, "the seed")
    if number < 1 or number & (number - 1):
        raise ValueError(f"the number of samples must be a power of two (such as 65536), not {number}")
    if number > MOST_SAMPLES:
        raise ValueError(f"the number of samples must be at most {MOST_SAMPLES:,}")
    if start < 0:
        raise ValueError(f"the seed must be 0 or more, not {start}")


def _table(dimensions: int, samples: int, seed: int) -> Points:
    """The pieces as one read-only array of shape (piece, dimension, point)."""
    key = (dimensions, samples, seed)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
        width = min(PIECE, samples)
        table = np.empty((samples // width, dimensions, width), np.float32)
        for place, piece in enumerate(_made(*key)):
            table[place] = piece
        table.flags.writeable = False
        _kept[key] = table
        while sum(held.nbytes for held in _kept.values()) > KEPT_BYTES:
            _kept.popitem(last=False)
        return table


def _made(dimensions: int, samples: int, seed: int) -> Iterator[Points]:
    engine = _engine(dimensions, seed)
    width = min(PIECE, samples)
    for _ in range(samples // width):
        raw = engine.random(width).T
        piece = np.empty(raw.shape, np.float32)
        np.clip(raw.astype(np.float32), LEAST, MOST, out=piece)
        piece.flags.writeable = False
        yield piece


def _engine(dimensions: int, seed: int) -> _Engine:
    return _sobol()(dimensions, scramble=True, rng=np.random.default_rng(seed))


@cache
def _sobol() -> Callable[..., _Engine]:
    from scipy.stats.qmc import Sobol  # here, because it takes a second and most pages do without

    engine: Callable[..., _Engine] = Sobol
    return engine
