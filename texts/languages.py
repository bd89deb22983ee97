"""The languages there are: each folder here is one, with its `language`, `words`, `messages` and `glossary`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FIRST = "nl"
"""The language of who asks for none."""


@dataclass(frozen=True)
class Language:
    """How a language is called by those who speak it, and by browsers, Word and the number formats of Babel."""

    name: str
    tag: str
    """As in ``<html lang>``."""
    region: str
    """Of the spelling and the numbers that we write."""

    @property
    def locale(self) -> str:
        """As Babel calls it."""
        return self.tag.replace("-", "_")


def text_file(language: str, name: str) -> dict[str, Any]:
    """What stands in one file of a language.

    Raises:
        KeyError: a language that we do not have.
    """
    if language not in KNOWN:
        raise KeyError(language)
    return _read(FOLDER / language / f"{name}.toml")


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


_CODES = sorted((path.parent.name for path in FOLDER.glob("*/language.toml")), key=lambda code: (code != FIRST, code))
KNOWN = {code: Language(**_read(FOLDER / code / "language.toml")) for code in _CODES}
"""By the code that links, files and commands use; the first is the language of who asks for none."""
