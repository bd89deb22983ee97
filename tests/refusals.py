"""A good argument in every form that a calculation must refuse, and what came of handing them in."""

import importlib
import inspect
import pkgutil
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType, ModuleType
from typing import Any

import numpy as np
import pandas as pd

Good = Mapping[Callable[..., Any], tuple[Any, ...]]
Named = Mapping[Callable[..., Any], Mapping[str, Any]]
ENDLESS = 10**400
"""No number of this size fits a float."""
NOTHING = object()
"""Of no type that anybody asks for."""


def doors(room: ModuleType, inner: frozenset[str]) -> set[Callable[..., Any]]:
    """Every public function of a room, and every class that checks what it is given; ``inner`` are its own modules."""
    found: set[Callable[..., Any]] = set()
    for info in pkgutil.iter_modules(room.__path__):
        if info.name in inner:
            continue
        module = importlib.import_module(f"{room.__name__}.{info.name}")
        for name, item in vars(module).items():
            own = getattr(item, "__module__", None) == module.__name__ and not name.startswith(("_", "refuse_"))
            door = inspect.isfunction(inspect.unwrap(item)) if callable(item) else False
            checks = inspect.isclass(item) and is_dataclass(item) and hasattr(item, "__post_init__")
            if own and (door or checks):
                found.add(item)
    return found


def methods(room: ModuleType, inner: frozenset[str]) -> set[str]:
    """Every public method with an argument, of the public classes in a room."""
    found: set[str] = set()
    for info in pkgutil.iter_modules(room.__path__):
        if info.name in inner:
            continue
        module = importlib.import_module(f"{room.__name__}.{info.name}")
        for name, item in vars(module).items():
            if inspect.isclass(item) and item.__module__ == module.__name__ and not name.startswith("_"):
                own = [part for key, part in vars(item).items() if inspect.isfunction(part) and not key.startswith("_")]
                found |= {part.__qualname__ for part in own if len(inspect.signature(part).parameters) > 1}
    return found


def not_given(good: Good, named: Named) -> list[str]:
    """Arguments that neither table hands in, so that nobody damages them."""
    return [
        f"{function.__name__}, {name}"
        for function, arguments in good.items()
        for name in list(inspect.signature(function).parameters)[len(arguments) :]
        if name not in named.get(function, {})
    ]


def damaged(good: Any) -> Iterator[Any]:
    """The same argument with another type, another shape, out of every range, not known or hidden by a mask."""
    yield NOTHING
    if isinstance(good, bool):
        yield from ("a", 0.5, pd.NA)
    elif isinstance(good, str):
        yield from ("nonsense", 3.5, None)
    elif isinstance(good, int):
        yield from (good + 0.5, str(good), pd.NA, None, -1, 10_007, ENDLESS, True, np.ma.masked, np.timedelta64(1, "s"))
    elif isinstance(good, float):
        yield from (str(good), pd.NA, 1j, None, np.nan, np.inf, -np.inf, [good, good], np.ma.masked, ENDLESS)
        yield from (Decimal("0.5"), Fraction(1, 2), np.timedelta64(1, "s"), np.datetime64("2020-01-01"))
    elif isinstance(good, list) and np.asarray(good).dtype.kind in "bif":
        yield from _tables(np.asarray(good))
    elif isinstance(good, list | tuple):
        yield from (3, [NOTHING], [*good, "a"], "a", pd.NA, np.ma.masked)
    else:
        yield from (None, "a", 3, [good])


def _tables(table: np.ndarray) -> Iterator[Any]:
    first = (0,) * table.ndim
    for wrong in ("a", "0.5", pd.NA, 1j, None, np.inf, np.nan, ENDLESS):
        changed = table.astype(object)
        changed[first] = wrong
        if wrong is not None:  # pandas and NumPy read None as "not known"
            yield changed
    mask = np.zeros(table.shape, dtype=bool)
    mask[first] = True
    hidden = np.ma.masked_array(table, mask)
    yield from (hidden, list(hidden), np.ma.masked)
    if table.ndim > 1:
        yield [list(row) for row in hidden]
    yield table.astype("m8[s]") if table.dtype.kind == "i" else table.astype(complex)
    yield from (table.astype(str), table[np.newaxis, np.newaxis], table[:0], "a", 3, None)
    yield [*table.tolist(), 1.0 if table.ndim > 1 else [1.0]]


def not_refused(good: Good, fine: Callable[[Any, Any, Any], bool], named: Named = MappingProxyType({})) -> list[str]:
    """What was accepted, or fell over in another way than by ValueError; ``fine`` may be accepted."""
    wrong = []
    for function, arguments in good.items():
        more = named.get(function, {})
        function(*arguments, **more)
        for place, argument in [*enumerate(arguments), *more.items()]:
            for bad in damaged(argument):
                if isinstance(place, str):
                    given, also = arguments, {**more, place: bad}
                else:
                    given, also = (*arguments[:place], bad, *arguments[place + 1 :]), {}
                said = _came_of(function, given, also)
                if said is not None and (said != "accepted" or not fine(function, place, bad)):
                    wrong.append(f"{function.__name__}, argument {place}, {bad!r:.200}: {said}")
    return wrong


def _came_of(function: Callable[..., Any], given: tuple[Any, ...], also: Mapping[str, Any]) -> str | None:
    """None when it was refused as it should."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            function(*given, **also)
    except ValueError:
        return None
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "accepted"
