"""Who gains and who loses in its short form, for phone and projector: signs per group, and the hard requirements."""

from typing import Any

from cases.definition.model import Case
from texts import Words
from weighing.requirements_tested import failing
from wording.colours import colours
from wording.requirement_line import requirement_line
from wording.requirement_words import requirement_names
from wording.who_words import compared_with, group_rows


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
        "compared": compared_with(case, text),
        "rows": group_rows(case, text) if case.groups else (),
        "switches": [
            (item.id, requirement_names((item,), text)[0], item.id not in requirements_off)
            for item in case.requirements
            if any(item in failing(case, alternative.id) for alternative in case.alternatives)
        ],
        "vulnerable": {group.id for group in case.groups if group.vulnerable.answer == "yes"},
    }
