"""Whether the groups, requirements and functions of case.yaml point at things that exist."""

from collections.abc import Container, Iterator
from typing import Any

from cases.checks.references import check_all_named, check_known, check_sources_named, check_unique
from cases.reading.case_ids import CriterionOutline, Outline, text_at
from files.problems import FileProblems, shown
from files.schema import add_at, add_missing
from files.yaml_lines import Document, Path
from texts.message import message

_ANSWER = ("requirements.answer_unknown", "requirements.answer_missing")


def check_who_references(
    document: Document, case: Outline, source_ids: Container[str] | None, problems: FileProblems
) -> None:
    """Ids are unique, and every alternative, criterion, unit and source that is named fits the rest of the case.

    ``source_ids`` is None when sources.csv cannot be read.
    """
    for key in ("groups", "requirements", "functions"):
        check_unique(document, key, "id", problems)
    if case.groups and document.data.get("groups_compared_with") is None:
        add_missing(document, problems, ("groups",), "groups_compared_with", "groups.compared_with")
    for path, record in document.items("requirements"):
        _check_requirement(document, path, record, case, problems)
    for path, record in document.items("functions"):
        answers = record.get("alternatives")
        if isinstance(answers, dict):
            check_all_named(document, (*path, "alternatives"), answers, case.alternatives, _ANSWER, problems)
    check_sources_named(document, _source_holders(document), source_ids, problems)


def _check_requirement(
    document: Document, path: Path, record: dict[str, Any], case: Outline, problems: FileProblems
) -> None:
    key, limit, answers = text_at(record, "criterion"), record.get("limit"), record.get("answers")
    if key is not None:
        check_known(document, (*path, "criterion"), key, list(case.criteria), message("kinds.criterion"), problems)
        if key in case.criteria:
            _check_limit(document, path, key, case.criteria[key], limit, problems)
    if isinstance(answers, dict):
        check_all_named(document, (*path, "answers"), answers, case.alternatives, _ANSWER, problems)


def _check_limit(
    document: Document, path: Path, key: str, criterion: CriterionOutline, limit: Any, problems: FileProblems
) -> None:
    if criterion.classes is not None:
        add_at(document, problems, (*path, "criterion"), "requirements.classes", key=key)
    elif criterion.unit is not None and isinstance(limit, dict):
        unit = text_at(limit, "unit")
        if unit is not None and unit != criterion.unit:
            add_at(
                document,
                problems,
                (*path, "limit", "unit"),
                "requirements.unit",
                unit=shown(unit),
                key=key,
                criterion_unit=criterion.unit,
            )


def _source_holders(document: Document) -> Iterator[tuple[Path, Any]]:
    """Every record in the three sections that may name sources, with its path."""
    for path, record in document.items("groups"):
        yield (*path, "vulnerable"), record.get("vulnerable")
    for path, record in document.items("functions"):
        yield path, record
    for path, record in document.items("requirements"):
        yield path, record
        answers = record.get("answers")
        for key, answer in answers.items() if isinstance(answers, dict) else ():
            yield (*path, "answers", key), answer
