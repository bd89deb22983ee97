"""The alternatives as columns: of a table, of cards and of a legend."""

from typing import Any

from cases.definition.model import Case
from wording.colours import colours


def columns(case: Case) -> list[dict[str, Any]]:
    """The alternatives in the order of the case, each with its colour and whether the others are compared with it."""
    palette = colours(case)
    return [
        {"alternative": item, "colour": palette[item.id], "reference": item.id == case.reference}
        for item in case.alternatives
    ]
