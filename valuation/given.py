"""What every calculation checks at its door, in one form: a number, a whole number, one of a kind, one of a list.

A case is read without numpy, which takes long to load: plain numbers are known before numpy is asked.
"""

import math
import operator
from collections.abc import Iterable, Sequence
from fractions import Fraction
from numbers import Real
from types import UnionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def as_finite(number: Any, name: str) -> float:
    """One number that is known and finite.

    Raises:
        ValueError: it is text, a truth, a complex number, a list, ``pandas.NA``, masked, NaN or infinite.
    """
    if type(number) not in (int, float):  # what nearly every number is, and known without numpy
        _refuse_no_number(number, name)
    try:
        found = float(number)
    except OverflowError:
        found = math.inf
    if not math.isfinite(found):
        raise ValueError(f"{name} must be a finite number, not {found}")
    return found


def _refuse_no_number(number: Any, name: str) -> None:
    import numpy as np

    # a length of time passes for a whole number in NumPy, and a fraction for a real one that then meets no format
    none = (bool, np.bool_, np.timedelta64, Fraction)
    if not isinstance(number, Real) or isinstance(number, none) or number is np.ma.masked:
        raise ValueError(f"{name} must be a number, not {number!r}")


def as_whole(number: Any, name: str) -> int:
    """A whole number; 2.5, 2.0, "2" and True are none.

    Raises:
        ValueError: it is none.
    """
    if type(number) is int:
        return number
    import numpy as np

    if isinstance(number, bool | np.bool_) or number is np.ma.masked:
        raise ValueError(f"{name} must be a whole number, not {number!r}")
    try:
        return operator.index(number)
    except TypeError:
        raise ValueError(f"{name} must be a whole number, not {number!r}") from None


def as_year(base_year: Any) -> int | None:
    """A base year, or None for none.

    Raises:
        ValueError: it is neither.
    """
    return None if base_year is None else as_whole(base_year, "the base year")


MOST_YEARS = 1000
"""No horizon is longer."""


def as_after(years: Any, name: str) -> int:
    """A number of years after another; before it is below 0.

    Raises:
        ValueError: it is no whole number, or above 1,000.
    """
    if as_whole(years, name) > MOST_YEARS:
        raise ValueError(f"{name} must be at most {MOST_YEARS:,} years later")
    return int(years)


def as_row(numbers: "npt.ArrayLike", name: str) -> "npt.NDArray[np.float64]":
    """One row of finite numbers, shape (number,).

    Raises:
        ValueError: text, a mask, another shape, or a number that is not known or infinite.
    """
    import numpy as np

    # NumPy forgets what is masked in a list
    items = numbers if isinstance(numbers, list | tuple) else [numbers]
    if any(isinstance(item, np.ma.MaskedArray) and np.ma.is_masked(item) for item in items):
        raise ValueError(f"{name} must be numbers, not masked values")
    try:
        given = np.asarray(numbers)
        written = given.dtype == object and any(isinstance(item, str | bytes | bool) for item in given.flat)
        row = given.astype(float) if given.dtype.kind in "iufO" and not written else None
    except (TypeError, ValueError, OverflowError):
        row = None
    if row is None or row.ndim != 1:
        raise ValueError(f"{name} must be one row of numbers")
    if not np.isfinite(row).all():
        raise ValueError(f"{name} must be finite numbers")
    return row


def as_kind(given: Any, kind: type[Any] | UnionType, name: str) -> Any:
    """What was given, when it is of that kind.

    Raises:
        ValueError: it is of another kind.
    """
    if not isinstance(given, kind):
        raise ValueError(f"{name} cannot be {given!r}, of type {type(given).__name__}")
    return given


def as_all(given: Iterable[Any], kind: type[Any] | UnionType, name: str) -> Sequence[Any]:
    """What was given, when it is a row of that kind.

    Raises:
        ValueError: it is no row, or something in it is of another kind.
    """
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise ValueError(f"{name} must be a row, not {given!r}")
    try:
        items = list(given)
    except TypeError:  # an array without a length says that one may go through it
        raise ValueError(f"{name} must be a row, not {given!r}") from None
    return [as_kind(item, kind, name) for item in items]


def as_choice(given: str, choices: Iterable[str], name: str) -> str:
    """What was given, when it is one of the choices.

    Raises:
        ValueError: it is none of them; the message names them.
    """
    allowed = list(choices)
    if not isinstance(given, str) or given not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {given!r}")
    return given
