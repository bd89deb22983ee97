"""A case as plain data, in the form of its files: nested dicts and lists for YAML, rows for CSV."""

from collections.abc import Mapping
from typing import Any

from cases.definition.draft_state import TO_ADD
from cases.definition.model import FORMAT, Case, CaseFile, Performance
from cases.reading.caused_effects_table import CAUSED_COLUMNS
from cases.reading.evidence import EXPECTED_COLUMNS, PERFORMANCE_COLUMNS, SOURCE_COLUMNS
from cases.reading.futures_table import FUTURE_COLUMNS
from cases.reading.group_claims_table import IMPACT_COLUMNS
from cases.reading.land_use_table import LAND_COLUMNS
from cases.reading.stories_table import STORY_COLUMNS
from cases.reading.topic_weights_table import TOPIC_COLUMNS
from files.fields import Text

Row = dict[str, str | float | bool | None]
"""By heading; None where the cell is empty."""


def documents(case: Case) -> dict[str, dict[str, Any]]:
    """The YAML files of a case as plain data; what equals its default is left out. By file name."""
    fields = set(CaseFile.model_fields)
    found = {
        "case.yaml": _as_said(case.model_dump(mode="json", by_alias=True, exclude_defaults=True, include=fields), case),
        "profiles.yaml": {
            "format": FORMAT,
            "profiles": [
                profile.model_dump(mode="json", by_alias=True, exclude_defaults=True) for profile in case.profiles
            ],
        },
    }
    for file, document in (("valuation.yaml", case.valuation), ("account.yaml", case.account)):
        if document is not None:
            found[file] = document.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return found


def _as_said(data: dict[str, Any], case: Case) -> dict[str, Any]:
    """The data without what was filled in because a draft does not say it."""
    for *way, key in case.to_add:
        here: Any = data
        for step in way:
            if isinstance(here, dict):
                here = here.get(str(step))
            else:
                here = here[int(step)] if isinstance(here, list) and int(step) < len(here) else None
        if isinstance(here, dict):
            here.pop(str(key), None)
    return data


def tables(case: Case) -> dict[str, list[Row]]:
    """The CSV files of a case as rows, in the order of the case. By file name; an optional file without rows is [].

    A class stands as its id, and sources as ids with a space between.
    """
    return {
        "performances.csv": [
            _row(PERFORMANCE_COLUMNS, vars(cell), alternative=key[0], criterion=key[1], **_values(case, key[1], cell))
            | ({"note_nl": None, "note_en": None} if case.state == "draft" and cell.note == TO_ADD else {})
            for key, cell in case.performances.items()
        ],
        "sources.csv": [_row(SOURCE_COLUMNS, vars(source)) for source in case.sources.values()],
        "impacts_by_group.csv": [
            _row(IMPACT_COLUMNS, vars(impact), **_size(impact.size, impact.direction, impact.value))
            for impact in case.group_impacts
        ],
        "land_use.csv": [_row(LAND_COLUMNS, vars(claim)) for claim in case.land_use],
        "futures.csv": [
            _row(
                FUTURE_COLUMNS,
                vars(cell),
                **dict(zip(FUTURE_COLUMNS, key, strict=False)),
                **_values(case, key[2], cell),
            )
            for key, cell in case.future_effects.items()
        ],
        "effects_by_cause.csv": [_row(CAUSED_COLUMNS, vars(effect)) for effect in case.caused_effects],
        "stories.csv": [
            _row(STORY_COLUMNS, vars(story), consent=True, moderated=True)  # no other story is ever read
            for story in case.stories
        ],
        "expected.csv": [
            _row(EXPECTED_COLUMNS, {}, profile=profile, alternative=alternative, total=found.total)
            for (profile, alternative), found in case.expected.items()
        ],
        "profile_topics.csv": [
            _row(TOPIC_COLUMNS, {}, profile=profile, topic=topic, weight=weight)
            for (profile, topic), weight in case.topic_weights.items()
        ],
    }


def _row(columns: tuple[str, ...], fields: Mapping[str, Any], **own: Any) -> Row:
    """A row from the fields of a record: texts by language, sources in one cell."""
    row: Row = {}
    for heading in columns:
        base, _, language = heading.rpartition("_")
        if heading in own:
            row[heading] = own[heading]
        elif heading == "source":
            row[heading] = " ".join(fields["sources"]) or None
        elif base in fields and (fields[base] is None or isinstance(fields[base], Text)):
            row[heading] = None if fields[base] is None else getattr(fields[base], language)
        else:
            row[heading] = None if fields[heading] == "" else fields[heading]
    return row


def _values(case: Case, criterion: str, cell: Performance) -> Row:
    classes = case.criterion(criterion).classes
    found = {"value": cell.value, "low": cell.low, "high": cell.high}
    if not classes:
        return dict(found)
    return {name: None if value is None else classes[int(value)].id for name, value in found.items()}


def _size(size: str, direction: str, value: float | None) -> Row:
    """Where a figure or no movement stands in place of a class, the size is empty."""
    stated = direction in ("gain", "loss") and not (size == "unknown" and value is not None)
    return {"size": size if stated else None}
