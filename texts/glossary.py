"""The words of the field with their meaning, in Dutch and English: `texts/glossary.csv`."""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path


@cache
def glossary(language: str) -> dict[str, tuple[str, str]]:
    """Term and meaning by key, in the order of the file."""
    with (Path(__file__).parent / "glossary.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: (row[language], row[f"meaning_{language}"]) for row in csv.DictReader(file)}


def terms(language: str, keys: Iterable[str] | None = None) -> list[tuple[str, str]]:
    """Terms with their meaning: those asked for in that order, or all by alphabet.

    Raises:
        KeyError: a key that is not in the glossary.
    """
    found = glossary(language)
    if keys is not None:
        return [found[key] for key in keys]
    return sorted(found.values(), key=lambda pair: pair[0].lower())
