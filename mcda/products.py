"""Matrix products in strips so narrow that the library behind NumPy does not start threads for them.

Its threads gain little on thin matrices, and lose a lot when other sessions keep the processors busy, as they then
wait for each other.
"""

from collections.abc import Iterator
from typing import overload

import numpy as np

from mcda.inputs import AnyFloats, Floats

STRIP = 250_000
"""Multiplications in one strip; OpenBLAS stays on one thread up to 262,144."""


@overload
def wide_product(left: Floats, right: AnyFloats) -> Floats: ...
@overload
def wide_product(left: AnyFloats, right: AnyFloats) -> AnyFloats: ...
def wide_product(left: AnyFloats, right: AnyFloats) -> AnyFloats:
    """left @ right, for a right-hand side with many columns (samples); in double precision if either is."""
    out = np.empty((len(left), right.shape[1]), np.result_type(left, right))
    for strip in _strips(left.size, right.shape[1]):
        np.matmul(left, right[:, strip], out=out[:, strip])
    return out


def long_product(left: AnyFloats, right: AnyFloats) -> Floats:
    """left @ right.T, summed over many columns (samples) in double precision between strips."""
    out = np.zeros((len(left), len(right)))
    for strip in _strips(len(left) * len(right), left.shape[1]):
        out += left[:, strip] @ right[:, strip].T
    return out


def _strips(multiplications: int, columns: int) -> Iterator[slice]:
    """Slices of the columns, each of which takes ``multiplications``."""
    width = max(STRIP // max(multiplications, 1), 1)
    return (slice(start, start + width) for start in range(0, columns, width))
