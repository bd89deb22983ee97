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
    if "reference" in update:
        copy.__dict__.pop("own_reference", None)
    return copy


def beside(case: Case, reference: str) -> Case:
    """The case compared with another of its alternatives: signs and differences follow, scores and totals do not.

    Its version stays, and so does ``own_reference``, by which colours go: no plan changes colour.

    Args:
        case: a sound case.
        reference: id of one of its alternatives.
    """
    if reference == case.reference:
        return case
    case.own_reference  # noqa: B018 - worked out here, so that the copy remembers it
    return case.model_copy(update={"reference": reference})
