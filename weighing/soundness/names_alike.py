"""Names that a reader cannot tell apart."""

from collections.abc import Iterator, Sequence

from cases.definition.criterion import Criterion
from cases.definition.model import Alternative, Case, Theme
from files.fields import CASE_LANGUAGES
from files.looks import alike
from texts.message import message
from weighing.soundness.finding import Finding


def names_alike(case: Case) -> Iterator[Finding]:
    """Alternatives, themes or criteria with one name in some language: nobody knows which of them is meant."""
    parts: dict[str, Sequence[Alternative | Theme | Criterion]] = {
        "alternatives": case.alternatives,
        "themes": case.themes,
        "criteria": case.criteria,
    }
    for kind, items in parts.items():
        said: set[tuple[str, ...]] = set()
        for language in CASE_LANGUAGES:
            named: dict[str, list[str]] = {}
            for item in items:
                named.setdefault(alike(item.label.get(language)), []).append(item.id)
            for ids in named.values():
                if len(ids) > 1 and tuple(ids) not in said:
                    said.add(tuple(ids))
                    name = next(item.label for item in items if item.id == ids[0])
                    found = message("soundness.names_alike", name=name, count=len(ids), ids=", ".join(ids))
                    yield Finding("names_alike", "warning", found, tuple(f"{kind}.{key}" for key in ids))
