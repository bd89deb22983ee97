"""Which program made a report, and by which method: what a re-run years later compares itself with."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from texts.message import Message, message

METHOD = 1
"""Goes up whenever the same case, weights and settings would give another number than before."""

CHANGES: Mapping[int, Message] = {1: message("bundle.method_1")}
"""Per method, in a line, what it changed; a re-run names those between then and now."""


@cache
def program() -> str:
    """Name and version of this program."""
    about = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    return f"Waardenweger {about['project']['version']}"
