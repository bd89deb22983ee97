"""A case with something else in it, for questions of the kind "what if". It is never written to a file."""

from typing import Any

from cases.definition.model import Case


def changed(case: Case, mark: str, **update: Any) -> Case:
    """The case with other values for some of its fields.

    Args:
        case: a sound case.
        mark: goes into the version, so that nothing remembered about the case is taken for this one.
        update: new values, trusted to be sound together.
    """
    copy = case.model_copy(update={"version": f"{case.version}+{mark}", **update})
    copy.__dict__.pop("summed", None)  # worked out from the old criteria
    return copy
