"""Who gains and who loses in its short form, for phone and projector: signs per group, and the hard requirements."""

from typing import Any

from cases.model import Case
from reports.colours import colours
from reports.requirement_line import requirement_line
from reports.who import group_rows
from texts import Words


def who_short(case: Case, text: Words) -> dict[str, Any] | None:
    """What `who_short.html` shows; None for a case without groups and requirements. Does not depend on weights."""
    if not case.groups and not case.requirements:
        return None
    palette = colours(case)
    return {
        "line": requirement_line(case, (), text) if case.requirements else "",
        "columns": [(item, palette[item.id]) for item in case.alternatives],
        "rows": group_rows(case, text) if case.groups else (),
        "vulnerable": {group.id for group in case.groups if group.vulnerable.answer == "yes"},
    }
