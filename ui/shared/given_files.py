"""What a visitor's file holds: read through the door (`files.door`), once for each file and not at every press."""

from collections.abc import Callable, Hashable
from typing import ParamSpec, TypeVar

import streamlit as st

from files.door.door import BUSY, DoorError, read_apart

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def read_once(
    place: str,
    mark: Hashable,
    reader: Callable[Asked, Found],
    refusals: type[Exception] | tuple[type[Exception], ...],
    *arguments: Asked.args,
    **_none: Asked.kwargs,
) -> Found:
    """What a file holds.

    Args:
        place: where the file was given; what was read there before is forgotten.
        mark: says which file it is, and what else the answer depends on.
        reader, refusals, arguments: as for ``read_apart``.

    Raises:
        DoorError, and the refusals: as when it was read.
    """
    kept = st.session_state.get(f"given_{place}")
    if kept is None or kept[0] != mark:
        found, refused = None, None
        try:
            found = read_apart(reader, refusals, *arguments)
        except DoorError as error:
            if error.key == BUSY:
                raise  # and is tried again at the next press
            refused = error
        except Exception as error:
            if not isinstance(error, refusals):
                raise
            refused = error
        kept = st.session_state[f"given_{place}"] = (mark, found, refused)
    if kept[2] is not None:
        raise kept[2].with_traceback(None)  # of now, not also of every time before
    return kept[1]  # type: ignore[no-any-return]


def forget(place: str) -> None:
    """What was read there is needed no more."""
    st.session_state.pop(f"given_{place}", None)
