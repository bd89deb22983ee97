"""What we say to a planner about a file: a sentence of `messages.toml`, told when the language is known."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from texts import Sentence, Told, catalogue, form, written

Value = str | int | float | Told
"""What fills a place in a sentence; words in each language are told in the language of the sentence."""


@dataclass(frozen=True)
class Message:
    """A sentence that is put into words when its language is known."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    def get(self, language: str) -> str:
        """The sentence in one language; raises KeyError for a language or a sentence that we do not have."""
        filled = {"c": _RAW} | {name: _filled(value, language) for name, value in self.values}
        return form(sentences(language)[self.key], language, filled).format(**written(language, filled))


class _FileWords:
    """What columns, choices and keys are called in the files of a case; a workbook has its own words (`{c[value]}`)."""

    def __getitem__(self, name: str) -> str:
        return name


_RAW: Any = _FileWords()


def message(key: str, /, **values: Value) -> Message:
    """The sentence `key` with these values: ``message("decimals.too_large", found="1e99", column="value")``."""
    return Message(key, tuple(values.items()))


@dataclass(frozen=True)
class Joined:
    """Values one after another, inside a sentence."""

    parts: tuple[Value, ...]
    between: str = ", "

    def get(self, language: str) -> str:
        """The values in one language, with `between` between them."""
        return self.between.join(str(_filled(part, language)) for part in self.parts)


@cache
def sentences(language: str) -> dict[str, Sentence]:
    """All sentences of a language by key; a place to fill in is written as ``{name}``."""
    return catalogue("messages", language)


def _filled(value: Value, language: str) -> str | int | float:
    return value if isinstance(value, str | int | float) else value.get(language)
