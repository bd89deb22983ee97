"""The hard requirements in one line, to stand before any sum. Safe HTML, as in `wording.sentences`."""

from markupsafe import Markup

from cases.definition.model import Case
from texts import Words
from weighing.requirements_tested import failing, tested
from wording.requirement_words import requirement_names


def requirement_line(case: Case, requirements_off: tuple[str, ...], text: Words) -> Markup:
    """Who fails a requirement, of how many something is open, and which are off; empty without requirements."""
    if not case.requirements:
        return Markup()
    language = text.language
    parts = []
    for alternative in case.alternatives:
        found = failing(case, alternative.id, requirements_off)
        if found:
            names = text.bold(requirement_names(found, text))
            parts.append(text.html("requirement.line_fails", alternative=alternative.label.get(language), names=names))
    if not parts:
        parts.append(text.html("requirement.line_none"))
    results = {key: found.result for key, found in tested(case).items()}
    open_ = [
        requirement.id
        for requirement in case.requirements
        if any(results[item.id, requirement.id] in ("unknown", "uncertain") for item in case.alternatives)
    ]
    parts.append(text.html("requirement.line_open", open=len(open_), count=len(case.requirements)))
    if requirements_off:
        off = tuple(item for item in case.requirements if item.id in requirements_off)
        parts.append(text.html("requirement.switched_off", requirements=text.bold(requirement_names(off, text))))
    return Markup(" ").join(parts)
