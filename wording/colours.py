"""One colour per alternative, the same on every screen, chart and page."""

from cases.definition.model import Case

REFERENCE = "#4A4F57"
OTHERS = ("#005A9C", "#C65102", "#00806A", "#8C3F7F", "#7A6200", "#2B7BBA", "#9A3B3B", "#7A3FE0", "#4A1020")
"""Okabe-Ito hues, darkened where needed for 3:1 on white, and two more. No colour is kept for a kind of plan. Four
alternatives are told apart by colour alone, whatever a reader's sight; with more, the letter and the pattern do it."""


def colours(case: Case) -> dict[str, str]:
    """Colour per alternative id. The reference is grey, the others follow the order of the case file."""
    others = iter(OTHERS)
    return {item.id: REFERENCE if item.id == case.reference else next(others) for item in case.alternatives}
