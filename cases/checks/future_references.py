"""Whether the futures in case.yaml can be told apart, and each changes something."""

from collections.abc import Mapping

from cases.checks.references import check_unique
from cases.definition.model import Performance
from files.problems import FileProblems
from files.schema import add_at
from files.yaml_lines import Document


def check_future_references(
    document: Document,
    today: Mapping[tuple[str, str], Performance] | None,
    otherwise: Mapping[tuple[str, str, str], Performance] | None,
    problems: FileProblems,
) -> None:
    """Ids are used once, and every future changes at least one effect.

    Args:
        document: case.yaml.
        today: the effects by (alternative, criterion); None when they cannot be read.
        otherwise: the effects by (future, alternative, criterion); None when they cannot be read.
        problems: of case.yaml.
    """
    check_unique(document, "futures", "id", problems)
    if today is None or otherwise is None:
        return
    changing = {key[0] for key, effect in otherwise.items() if key[1:] not in today or differs(today[key[1:]], effect)}
    for path, record in document.items("futures"):
        if record.get("id") not in changing:
            add_at(document, problems, path, "futures.changes_nothing")


def differs(today: Performance, then: Performance) -> bool:
    """True when an effect is another one than today, its range included."""
    return (today.value, today.low, today.high) != (then.value, then.low, then.high)
