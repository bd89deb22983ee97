"""What an alternative does better and worse than the reference, on every criterion of a case: names, not points.

Plain text; a screen escapes it.
"""

from dataclasses import dataclass

from cases.definition.model import Case
from texts import Words
from weighing.arrays import yardstick_sign
from wording.sentences import inline


@dataclass(frozen=True)
class BetterWorse:
    """Short names of criteria, in the order of the case; every criterion is in one of the four, except the left out."""

    better: tuple[str, ...]
    worse: tuple[str, ...]
    same: tuple[str, ...]
    not_known: tuple[str, ...]


def better_worse(case: Case, alternative: str, text: Words, without: str | None = None) -> BetterWorse:
    """One alternative beside the reference, by the yardstick of each criterion.

    Args:
        without: a criterion that is shown elsewhere.
    """
    found: dict[str, list[str]] = {"+": [], "-": [], "0": [], "": []}
    for criterion in case.criteria:
        if criterion.id != without:
            sign = yardstick_sign(case, alternative, criterion.id) or ""
            found[sign[:1]].append(inline(text.of(criterion.short)))
    return BetterWorse(*(tuple(found[sign]) for sign in ("+", "-", "0", "")))
