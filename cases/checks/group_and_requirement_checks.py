"""Whether the groups, requirements and functions of case.yaml fit the rest of the case."""

from typing import Any

from cases.checks.references import check_all_named
from cases.reading.case_ids import CriterionOutline, Outline, text_at
from files.looks import alike
from files.problems import FileProblems, shown
from files.schema import add_at, add_missing
from files.yaml_lines import Document, Path

_ANSWER = ("requirements.answer_unknown", "requirements.answer_missing")


def check_who_references(document: Document, case: Outline, problems: FileProblems) -> None:
    """Answers are there for every alternative, and a limit is in the unit of its criterion."""
    if case.groups and document.data.get("groups_compared_with") is None:
        add_missing(document, problems, ("groups",), "groups_compared_with", "groups.compared_with")
    for path, record in document.items("requirements"):
        _check_requirement(document, path, record, case, problems)
    for path, record in document.items("functions"):
        answers = record.get("alternatives")
        if isinstance(answers, dict):
            check_all_named(document, (*path, "alternatives"), answers, case.alternatives, _ANSWER, problems)


def _check_requirement(
    document: Document, path: Path, record: dict[str, Any], case: Outline, problems: FileProblems
) -> None:
    key, limit, answers = text_at(record, "criterion"), record.get("limit"), record.get("answers")
    if key is not None and key in case.criteria:
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
        if unit is not None and alike(unit) != alike(criterion.unit):
            add_at(
                document,
                problems,
                (*path, "limit", "unit"),
                "requirements.unit",
                unit=shown(unit),
                key=key,
                criterion_unit=criterion.unit,
            )
