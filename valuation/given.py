"""What every calculation checks at its door, in one form: a number, a whole number, one of a kind, one of a list.

A case is read without numpy, which takes long to load: plain numbers are known before numpy is asked.
"""

import math
import operator
from collections.abc import Iterable, Sequence
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
    if type(number) in (int, float) and math.isfinite(number):
        return float(number)  # what nearly every number is
    import numpy as np

    if isinstance(number, bool | np.bool_) or number is np.ma.masked or not isinstance(number, Real):
        raise ValueError(f"{name} must be a number, not {number!r}")
    if not math.isfinite(number):
        raise ValueError(f"{name} must be a finite number, not {number}")
    return float(number)


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


def as_row(numbers: "npt.ArrayLike", name: str) -> "npt.NDArray[np.float64]":
    """One row of finite numbers, shape (number,).

    Raises:
        ValueError: text, a mask, another shape, or a number that is not known or infinite.
    """
    import numpy as np

    if isinstance(numbers, np.ma.MaskedArray) and bool(np.any(numbers.mask)):
        raise ValueError(f"{name} must be numbers, not masked values")
    try:
        given = np.asarray(numbers)
        row = given.astype(float) if given.dtype.kind in "iufO" else None
    except (TypeError, ValueError):
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
    return [as_kind(item, kind, name) for item in given]


def as_choice(given: str, choices: Iterable[str], name: str) -> str:
    """What was given, when it is one of the choices.

    Raises:
        ValueError: it is none of them; the message names them.
    """
    allowed = list(choices)
    if not isinstance(given, str) or given not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {given!r}")
    return given
