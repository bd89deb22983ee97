"""What the other files need to know of case.yaml, taken from the text itself.

So that a mistake in one criterion does not hide the mistakes in the tables: all problems are named at once.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from files.fields import number_in, yes_or_no
from files.places import Place
from files.problems import FileProblems, closest, shown, suggestion
from files.yaml_lines import Document
from texts.message import Message


@dataclass(frozen=True)
class CriterionOutline:
    """A criterion as far as it can be read; None where it cannot."""

    theme: str | None
    unit: str | None
    in_sum: bool | None
    classes: tuple[str, ...] | None
    """Ids of the classes; None when the performance is a number."""


@dataclass(frozen=True)
class Outline:
    """The ids of a case, in the order of the file."""

    alternatives: tuple[str, ...]
    themes: tuple[str, ...]
    criteria: dict[str, CriterionOutline]
    groups: tuple[str, ...]
    land_uses: tuple[str, ...]
    futures: tuple[str, ...]
    land_total: float | None
    """None also where it cannot be read."""
    causes: tuple[str, ...]

    def summed_in(self, theme: str) -> list[str]:
        """Ids of the criteria of a theme that are in the sum, as far as one can see."""
        return [key for key, criterion in self.criteria.items() if criterion.theme == theme and criterion.in_sum]


def outline(document: Document) -> Outline:
    """The outline of a case.yaml, whatever else may be wrong with it."""
    criteria = {}
    for _, record in document.items("criteria"):
        key = text_at(record, "id")
        if key is not None and key not in criteria:
            criteria[key] = CriterionOutline(
                text_at(record, "theme"), text_at(record, "unit"), yes_or_no(record.get("in_sum")), _classes(record)
            )
    return Outline(
        _ids(document, "alternatives"),
        _ids(document, "themes"),
        criteria,
        _ids(document, "groups"),
        _ids(document, "land_uses"),
        _ids(document, "futures"),
        number_in(document.data.get("land_total")),
        _ids(document, "causes"),
    )


def text_at(record: dict[str, Any], key: str) -> str | None:
    """The text at a key, without space around it; None when there is no text."""
    found = record.get(key)
    return found.strip() if isinstance(found, str) and found.strip() else None


def texts(found: Any) -> list[str]:
    """The texts in a list; nothing when it is not a list."""
    return [item.strip() for item in found if isinstance(item, str)] if isinstance(found, list) else []


def known_or_meant(
    place: Place, word: str, known: Collection[str], kind: Message, problems: FileProblems
) -> str | None:
    """The word itself when it is known; otherwise a problem is noted and the word that was probably meant is given.

    ``kind`` says what the word should be.
    """
    if word in known:
        return word
    problems.add(place, "kinds.unknown", word=shown(word), kind=kind, end=suggestion(word, known))
    return closest(word, known)


def _ids(document: Document, key: str) -> tuple[str, ...]:
    found = (text_at(record, "id") for _, record in document.items(key))
    return tuple(dict.fromkeys(item for item in found if item is not None))


def _classes(record: dict[str, Any]) -> tuple[str, ...] | None:
    shape = record.get("value_function")
    if not isinstance(shape, dict) or text_at(shape, "type") != "classes":
        return None
    levels = shape.get("classes")
    found = [text_at(level, "id") for level in levels if isinstance(level, dict)] if isinstance(levels, list) else []
    return tuple(item for item in found if item is not None)
