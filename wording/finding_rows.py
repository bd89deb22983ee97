"""What a check of a case found, in rows for a screen or a report."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from cases.definition.model import Case
from texts import Words
from weighing.soundness import findings
from weighing.soundness.finding import Severity


@dataclass(frozen=True)
class FindingRow:
    """One finding in the language of the reader. All words are escaped: names of a case are in them."""

    id: str
    """Of its kind; rows of one kind and severity stand together."""
    severity: Severity
    title: Markup
    what: Markup
    why: Markup
    mend: Markup
    places: tuple[Markup, ...]
    """Names, such as `Criterion: Jobs`; empty when it is about the whole case."""


def finding_rows(case: Case, text: Words) -> tuple[FindingRow, ...]:
    """All findings about a case: warnings first, then kind by kind."""
    return tuple(
        FindingRow(
            id=item.id,
            severity=item.severity,
            title=escape(text.of(item.title)),
            what=escape(text.of(item.found)),
            why=escape(text.of(item.why)),
            mend=escape(text.of(item.mend)),
            places=tuple(escape(_name(case, place, text)) for place in item.places),
        )
        for item in findings(case)
    )


def grouped(rows: Iterable[FindingRow]) -> list[tuple[FindingRow, ...]]:
    """The rows in parts of one kind and severity: title, why and mend are the same within a part."""
    return [tuple(group) for _, group in groupby(rows, lambda row: (row.severity, row.id))]


def _name(case: Case, place: str, text: Words) -> str:
    """The name of a place such as `criteria.jobs`."""
    kind, _, rest = place.partition(".")
    language = text.language
    if kind == "performances":
        alternative, criterion = rest.split(".")
        names = (case.criterion(criterion).label, case.alternative(alternative).label)
        return text(
            "case_checks.place_performance", criterion=names[0].get(language), alternative=names[1].get(language)
        )
    if kind == "monitor_topics":
        return text("case_checks.place_topic", name=text("topic." + rest.replace(".", "_")))
    if kind == "futures":
        (label,) = (future.label for future in case.futures if future.id == rest)
    else:
        label = {"criteria": case.criterion, "alternatives": case.alternative, "themes": case.theme}[kind](rest).label
    return text(f"case_checks.place_{kind}", name=label.get(language))
