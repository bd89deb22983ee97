"""Who gains and who loses in its short form, for phone and projector: signs per group, and the hard requirements."""

from typing import Any

from cases.model import Case
from cases.requirements import failing
from reports.colours import colours
from reports.requirement_line import requirement_line
from reports.requirements import requirement_names
from reports.who import group_rows
from texts import Words


def who_short(case: Case, text: Words, requirements_off: tuple[str, ...] = ()) -> dict[str, Any] | None:
    """What `who_short.html` shows; None for a case without groups and requirements. Does not depend on weights.

    `requirements_off` are the hard requirements that the link leaves out; the line on top says so.
    """
    if not case.groups and not case.requirements:
        return None
    palette = colours(case)
    return {
        "line": requirement_line(case, requirements_off, text) if case.requirements else "",
        "columns": [(item, palette[item.id]) for item in case.alternatives],
        "rows": group_rows(case, text) if case.groups else (),
        "switches": [
            (item.id, requirement_names((item,), text)[0], item.id not in requirements_off)
            for item in case.requirements
            if any(item in failing(case, alternative.id) for alternative in case.alternatives)
        ],
        "vulnerable": {group.id for group in case.groups if group.vulnerable.answer == "yes"},
    }
