"""One colour per alternative, the same on every screen, chart and page."""

from cases.definition.model import Case
from texts.palette import OTHERS, REFERENCE


def colours(case: Case) -> dict[str, str]:
    """Colour per alternative id. The reference is grey, the others follow the order of the case file."""
    others = iter(OTHERS)
    return {item.id: REFERENCE if item.id == case.reference else next(others) for item in case.alternatives}
