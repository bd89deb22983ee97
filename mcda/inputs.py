"""What every calculation checks at its door: shape, finite numbers, weights that sum to 1."""

import math
import operator
from fractions import Fraction
from numbers import Real
from types import UnionType
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Kind = TypeVar("Kind")
AnyFloats = npt.NDArray[np.floating]
"""In single or in double precision."""

TIE = 1e-9
"""Totals, in points from 0 to 100, that differ by no more than this are equal."""

LARGEST = 1e150
"""Numbers beyond this overflow when they are multiplied."""

MOST = 1_000_000
"""More criteria or groups than this fit no memory, and come of a mistake."""


def as_numbers(values: npt.ArrayLike, name: str) -> Floats:
    """Numbers of any shape, NaN for "not known"; ``name`` is the word for them in the message.

    Raises:
        ValueError: something is no number (text, a complex number, ``pandas.NA``), too large for one, rows differ in
            length, or a value is masked: what a mask hides would count.
    """
    refuse_masked(values, name)
    try:
        found = np.asarray(values)
        written = found.dtype == object and any(isinstance(item, str | bytes) for item in found.flat)
        numbers = found.astype(float, copy=False) if found.dtype.kind in "biufO" and not written else None
    except (TypeError, ValueError, OverflowError):
        numbers = None
    if numbers is None:
        raise ValueError(f"{name} must be numbers; give NaN for what is not known")
    return numbers


def refuse_masked(values: object, name: str) -> None:
    """ValueError when a mask hides something, also in a list of masked rows: NumPy forgets those masks."""
    if _hides(values):
        raise ValueError(f"{name} must be numbers, not masked values; give NaN for what is not known")


def _hides(values: object) -> bool:
    if isinstance(values, np.ma.MaskedArray):
        return bool(np.ma.is_masked(values))
    held = values.flat if isinstance(values, np.ndarray) and values.dtype == object else values
    return isinstance(held, list | tuple | np.flatiter) and any(map(_hides, held))


def as_whole(number: int, name: str) -> int:
    """A whole number; 2.5, 2.0, "2" and True are none."""
    if isinstance(number, bool | np.bool_):
        raise ValueError(f"{name} must be a whole number, not {number!r}")
    try:
        return operator.index(number)
    except TypeError:
        raise ValueError(f"{name} must be a whole number, not {number!r}") from None


def as_count(number: int, name: str) -> int:
    """A whole number of things that each get a place in memory."""
    if as_whole(number, name) > MOST:
        raise ValueError(f"{name} must be at most {MOST:,}")
    return number


def as_number(number: float, name: str) -> float:
    """One number, which may be NaN or infinite."""
    if not isinstance(number, Real | np.ndarray) or isinstance(number, np.timedelta64 | Fraction):
        raise ValueError(f"{name} must be a number, not {number!r}")
    found = as_numbers(number, name)
    if found.ndim != 0:
        raise ValueError(f"{name} must be one number, not {found.size}")
    return float(found)


def as_finite(number: float, name: str) -> float:
    """One number, known and not infinite."""
    found = as_number(number, name)
    if not math.isfinite(found):
        raise ValueError(f"{name} must be a finite number, not {found:g}")
    return found


def as_kind(given: Kind, kind: type[Kind] | UnionType, name: str) -> Kind:
    """What was given, when it is of that kind."""
    if not isinstance(given, kind):
        raise ValueError(f"{name} cannot be {given!r}, of type {type(given).__name__}")
    return given


def as_flags(flags: npt.ArrayLike, name: str, count: int) -> Bools:
    """As many times true or false."""
    refuse_masked(flags, name)
    found = np.asarray(flags)
    if found.shape != (count,) or found.dtype != np.bool_:
        raise ValueError(f"{name} must be {count} times true or false, once for each criterion")
    return found


def as_vector(values: npt.ArrayLike, name: str) -> Floats:
    """One row of finite numbers, at least one; ``name`` is the word for them in the message."""
    vector = as_numbers(values, name)
    if vector.ndim != 1 or vector.size == 0:
        raise ValueError(f"{name} must be one row of numbers, not an array of shape {vector.shape}")
    if not np.isfinite(vector).all():
        raise ValueError(f"{name} must be finite numbers")
    return vector


def as_points(points: npt.ArrayLike, name: str = "points") -> Floats:
    """One row of finite points, none below 0."""
    vector = as_vector(points, name)
    if (vector < 0).any():
        raise ValueError(f"{name} cannot be negative; the lowest is {vector.min():g}")
    return vector


def as_weights(weights: npt.ArrayLike, n_criteria: int | None = None) -> Floats:
    """Weights of ``n_criteria`` criteria, or of any number: finite, none below 0, together 1."""
    vector = as_points(weights, "weights")
    if n_criteria not in (None, vector.size):
        raise ValueError(f"{vector.size} weights were given for {n_criteria} criteria")
    if abs(vector.sum() - 1) > 1e-6:
        raise ValueError(f"weights must sum to 1, not to {vector.sum():g}")
    return vector


def as_matrix(values: npt.ArrayLike, name: str) -> Floats:
    """Numbers of shape (alternative, criterion); NaN ("not known") may occur, an infinite number may not."""
    matrix = as_numbers(values, name)
    if matrix.ndim != 2 or matrix.size == 0:
        raise ValueError(f"{name} must have the shape (alternative, criterion), not {matrix.shape}")
    if np.isinf(matrix).any():
        raise ValueError(f"{name} cannot be infinite")
    return matrix


def as_parts(values: npt.ArrayLike, name: str) -> Floats:
    """As ``as_matrix``, of numbers that can be multiplied and added without overflow."""
    matrix = as_matrix(values, name)
    refuse_too_large(matrix, name)
    return matrix


def as_groups(groups: npt.ArrayLike, n_criteria: int, n_groups: int) -> Ints:
    """Number of the group, 0 to ``n_groups`` - 1, in which each criterion sits."""
    refuse_masked(groups, "groups")
    numbers = np.asarray(groups)
    if numbers.shape != (n_criteria,) or numbers.dtype.kind not in "iu":
        raise ValueError(f"groups must be {n_criteria} whole numbers, one for each criterion")
    if as_count(n_groups, "the number of groups") < 1 or ((numbers < 0) | (numbers >= n_groups)).any():
        raise ValueError(f"groups must be numbers from 0 to {n_groups - 1}")
    return numbers.astype(np.int64)


def as_mask(group: npt.ArrayLike, n_criteria: int) -> Bools:
    """True for the criteria inside the group; at least one inside and one outside, else no share can move."""
    mask = as_flags(group, "the group", n_criteria)
    if mask.all() or not mask.any():
        raise ValueError("the group must hold some of the criteria, not none and not all: else its share cannot change")
    return mask


def as_alternative(number: int, n_alternatives: int) -> int:
    """The row of an alternative, counted from 0; a negative number does not count from the end."""
    if not 0 <= as_whole(number, "the number of an alternative") < n_alternatives:
        raise ValueError(f"there is no alternative {number}; they are numbered 0 to {n_alternatives - 1}")
    return number


def as_scores(scores: npt.ArrayLike) -> Floats:
    """Scores on fixed ranges, shape (alternative, criterion), from 0 to 100; NaN may occur."""
    matrix = as_matrix(scores, "scores")
    if (matrix < -TIE).any() or (matrix > 100 + TIE).any():
        raise ValueError(f"scores must lie within 0 to 100, not from {np.nanmin(matrix):g} to {np.nanmax(matrix):g}")
    return matrix


def as_rivals(scores: npt.ArrayLike) -> Floats:
    """Scores of at least two alternatives, shape (alternative, criterion); NaN may occur, an infinite one may not."""
    matrix = as_parts(scores, "scores")
    if len(matrix) < 2:
        raise ValueError("only one alternative was given; at least two are needed to say who is ahead")
    return matrix


def refuse_too_large(numbers: Floats, name: str) -> None:
    """ValueError when their products could overflow; what is not known passes."""
    if (np.abs(numbers) > LARGEST).any():
        raise ValueError(f"{name} up to {np.nanmax(np.abs(numbers)):g} are too large to calculate with")


def as_all_groups(groups: npt.ArrayLike, n_criteria: int) -> Ints:
    """Number of the group of each criterion, for groups numbered from 0 without a gap."""
    refuse_masked(groups, "groups")
    given = np.asarray(groups)
    highest = int(given.max(initial=0)) if given.dtype.kind in "iu" else 0
    numbers = as_groups(groups, n_criteria, max(highest, 0) + 1)
    if np.unique(numbers).size <= highest:
        raise ValueError(f"groups must be numbered from 0 without a gap, but {highest} occurs and a lower one does not")
    return numbers


def as_within(within: npt.ArrayLike, groups: Ints) -> Floats:
    """Share of each criterion within its group: none below 0, together 1 in every group."""
    shares = as_points(within, "shares within a group")
    if shares.size != groups.size:
        raise ValueError(f"{shares.size} shares within a group were given for {groups.size} criteria")
    sums = np.bincount(groups, weights=shares)
    for group in np.flatnonzero(np.abs(sums - 1) > 1e-6):
        raise ValueError(f"the shares within group {group} must sum to 1, not to {sums[group]:g}")
    return shares
