"""The first shipped case with a hard requirement that some of its alternatives certainly fail."""

from collections.abc import Collection

from cases.definition.model import Case
from weighing.what_if import changed


def with_failing(case: Case, failing: Collection[str]) -> Case:
    """The case in which these alternatives do not meet its first requirement without a criterion."""
    target = next(item for item in case.requirements if item.criterion is None)
    answers = {
        key: answer.model_copy(update={"answer": "no" if key in failing else "yes"})
        for key, answer in target.answers.items()
    }
    requirements = tuple(
        item.model_copy(update={"answers": answers}) if item is target else item for item in case.requirements
    )
    return changed(case, "-".join(sorted(failing)) or "none", requirements=requirements)
