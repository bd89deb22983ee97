"""What every calculation checks at its door, in one form: a number, a whole number, one of a kind, one of a list."""

import math
import operator
from collections.abc import Iterable, Sequence
from numbers import Real
from types import UnionType
from typing import Any

import numpy as np


def as_finite(number: Any, name: str) -> float:
    """One number that is known and finite.

    Raises:
        ValueError: it is text, a truth, a complex number, a list, ``pandas.NA``, masked, NaN or infinite.
    """
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
    if isinstance(number, bool | np.bool_) or number is np.ma.masked:
        raise ValueError(f"{name} must be a whole number, not {number!r}")
    try:
        return operator.index(number)
    except TypeError:
        raise ValueError(f"{name} must be a whole number, not {number!r}") from None


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
