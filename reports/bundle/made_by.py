"""Which program made a report, and by which method: what a re-run years later compares itself with."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from files.fields import Text

METHOD = 1
"""Goes up whenever the same case, weights and settings would give another number than before."""

CHANGES: Mapping[int, Text] = {
    1: Text(
        nl="De eerste methode: additief waardenmodel, vaste bereiken, drempels 90 en 67 van de 100",
        en="The first method: additive value model, fixed ranges, thresholds of 90 and 67 out of 100",
    )
}
"""Per method, in a line, what it changed; a re-run names those between then and now."""


@cache
def program() -> str:
    """Name and version of this program."""
    about = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    return f"Waardenweger {about['project']['version']}"
