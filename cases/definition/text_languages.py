"""In which languages the words of a case are there."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from files.fields import CASE_LANGUAGES, Strict, Text


def texts_in(part: Any) -> Iterator[Text]:
    """Every text in a part of a case, however deep."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, Strict):
        for name in type(part).model_fields:
            yield from texts_in(getattr(part, name))
    elif isinstance(part, Mapping):
        for inner in part.values():
            yield from texts_in(inner)
    elif isinstance(part, tuple):
        for inner in part:
            yield from texts_in(inner)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_in(getattr(part, field.name))


def without(texts: Iterator[Text]) -> dict[str, int]:
    """How many of these texts are not there, by language; a language without any text at all is left out."""
    found = list(texts)
    lacking = {language: sum(language not in text.languages for text in found) for language in CASE_LANGUAGES}
    return {language: count for language, count in lacking.items() if count < len(found)}
