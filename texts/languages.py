"""The languages there are: each folder here is one, with its `language`, `words`, `messages`, `glossary`
and `workbook`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale

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
    yes: str
    """As in a cell of a case, where every language may be used."""
    no: str

    def answer(self, found: bool) -> str:
        """Yes or no."""
        return self.yes if found else self.no

    @property
    def locale(self) -> str:
        """As Babel calls it."""
        return self.tag.replace("-", "_")


def language_name(code: str, language: str) -> str:
    """What a language is called in another: `Engels` in Dutch; its own name where Babel knows none."""
    return Locale.parse(KNOWN[code].locale).get_language_name(KNOWN[language].locale) or KNOWN[code].name


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
