"""A good argument in every form that a calculation must refuse, and what came of handing them in."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd

Good = Mapping[Callable[..., Any], tuple[Any, ...]]
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


def damaged(good: Any) -> Iterator[Any]:
    """The same argument with another type, another shape, out of every range, not known or hidden by a mask."""
    yield NOTHING
    if isinstance(good, bool):
        yield from ("a", 0.5, pd.NA)
    elif isinstance(good, str):
        yield from ("nonsense", 3.5, None)
    elif isinstance(good, int):
        yield from (good + 0.5, str(good), pd.NA, None, -1, 10_007, np.ma.masked)
    elif isinstance(good, float):
        yield from (str(good), pd.NA, 1j, None, np.nan, np.inf, -np.inf, [good, good], np.ma.masked)
    elif isinstance(good, list) and np.asarray(good).dtype.kind in "bif":
        yield from _tables(np.asarray(good))
    elif isinstance(good, list | tuple):
        yield from (3, [NOTHING], [*good, "a"], "a")
    else:
        yield from (None, "a", 3, [good])


def _tables(table: np.ndarray) -> Iterator[Any]:
    first = (0,) * table.ndim
    for wrong in ("a", pd.NA, 1j, None, np.inf, np.nan):
        changed = table.astype(object)
        changed[first] = wrong
        if wrong is not None:  # pandas and NumPy read None as "not known"
            yield changed
    mask = np.zeros(table.shape, dtype=bool)
    mask[first] = True
    yield np.ma.masked_array(table, mask)
    yield from (table.astype(str), table[np.newaxis, np.newaxis], table[:0], "a", 3, None)
    yield [*table.tolist(), 1.0 if table.ndim > 1 else [1.0]]


def not_refused(good: Good, fine: Callable[[Any, int, Any], bool]) -> list[str]:
    """What was accepted, or fell over in another way than by ValueError; ``fine`` may be accepted."""
    wrong = []
    for function, arguments in good.items():
        function(*arguments)
        for place, argument in enumerate(arguments):
            for bad in damaged(argument):
                said = "accepted"
                try:
                    function(*arguments[:place], bad, *arguments[place + 1 :])
                except ValueError:
                    continue
                except Exception as error:
                    said = f"{type(error).__name__}: {error}"
                if said != "accepted" or not fine(function, place, bad):
                    wrong.append(f"{function.__name__}, argument {place}, {bad!r}: {said}")
    return wrong
