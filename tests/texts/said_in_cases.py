"""Every sentence of the shipped cases, by language, with the place where it stands."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

SHIPPED = Path("cases/shipped")
LANGUAGES = ("nl", "en")


def _in_yaml(found: object, place: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(found, dict) and set(found) == set(LANGUAGES):
        yield from ((place, language, str(found[language])) for language in LANGUAGES)
    elif isinstance(found, dict):
        for key, item in found.items():
            yield from _in_yaml(item, f"{place} > {key}")
    elif isinstance(found, list):
        for number, item in enumerate(found, 1):
            name = item.get("id", number) if isinstance(item, dict) else number
            yield from _in_yaml(item, f"{place} > {name}")


def _in_csv(file: Path) -> Iterator[tuple[str, str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            for column, text in row.items():
                if column[-3:] in ("_nl", "_en") and text:
                    yield f"{file}, line {number}, {column}", column[-2:], text


@cache
def texts(case: str = "*") -> tuple[tuple[str, str, str], ...]:
    """Place, language and text of everything that shipped cases say."""
    found: list[tuple[str, str, str]] = []
    for file in sorted(SHIPPED.glob(f"{case}/*.yaml")):
        found += _in_yaml(yaml.safe_load(file.read_text(encoding="utf-8")), str(file))
    for file in sorted(SHIPPED.glob(f"{case}/*.csv")):
        found += _in_csv(file)
    return tuple(found)


def sentences(text: str) -> list[str]:
    """A text without tags, cut behind full stops, question marks and colons."""
    return [part for part in re.split(r"(?<=[.?!:])\s+", re.sub(r"<[^>]+>", "", text)) if part]
