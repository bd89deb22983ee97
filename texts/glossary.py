"""The words of the field with their meaning: `glossary.toml` of a language."""

from collections.abc import Iterable
from functools import cache

from texts.languages import text_file


@cache
def glossary(language: str) -> dict[str, tuple[str, str]]:
    """Term and meaning by key, in the order of the file."""
    return {key: (found["term"], found["meaning"]) for key, found in text_file(language, "glossary").items()}


def terms(language: str, keys: Iterable[str] | None = None) -> list[tuple[str, str]]:
    """Terms with their meaning: those asked for in that order, or all by alphabet.

    Raises:
        KeyError: a key that is not in the glossary.
    """
    found = glossary(language)
    if keys is not None:
        return [found[key] for key in keys]
    return sorted(found.values(), key=lambda pair: pair[0].lower())
