"""What is not in the numbers, in rows: what it is about, why, and how much finding out could change the result."""

from dataclasses import dataclass

from cases.definition.model import Alternative, Case
from texts import Words
from texts.numbers import number, percent
from weighing.comparison import Comparison
from weighing.gaps import ILLUSTRATIVE, KINDS, Gap, gaps

SEEN = 0.05
"""A gain below this is none in one decimal; then only the points that the total can move are named."""


@dataclass(frozen=True)
class GapRow:
    """One line of the list; all words are data and not yet escaped."""

    name: str
    """What it is about; empty where the words of the case say it all."""
    why: str
    alternatives: tuple[Alternative, ...]
    """Empty means all."""
    could: str
    """How much finding out could change the result, or that no number can say it; empty where that goes for the whole
    kind."""


@dataclass(frozen=True)
class GapPart:
    """One kind of gap with all its lines, the most telling on top."""

    kind: str
    rows: tuple[GapRow, ...]
    sizes: tuple[int, ...]
    """What each line counts for: its figures where the kind is about figures that are illustrative, otherwise one."""

    @property
    def count(self) -> int:
        """Of all lines."""
        return sum(self.sizes)

    def left(self, named: int) -> int:
        """What the lines behind the first so many count for, in the same unit."""
        return sum(self.sizes[named:])


def gap_parts(comparison: Comparison, text: Words) -> tuple[GapPart, ...]:
    """The whole list by kind; a kind of which the case has none is left out."""
    found = gaps(comparison)
    parts = []
    for kind in KINDS:
        here = [gap for gap in found if gap.kind == kind]
        rows = tuple(_row(comparison.case, gap, text) for gap in here)
        of_figures = kind == "illustrative"
        every = len(comparison.case.alternatives)
        parts.append(GapPart(kind, rows, tuple((len(gap.alternatives) or every) if of_figures else 1 for gap in here)))
    return tuple(part for part in parts if part.rows)


def _row(case: Case, gap: Gap, text: Words) -> GapRow:
    return GapRow(
        name=_name(case, gap, text),
        why=text.of(gap.why) if gap.why else _reason(gap, text),
        alternatives=tuple(case.alternative(key) for key in gap.alternatives),
        could=_could(gap, text),
    )


def _name(case: Case, gap: Gap, text: Words) -> str:
    language = text.language
    if gap.about in ("effect", "criterion"):
        return case.criterion(gap.key).label.get(language)
    for item in (*case.requirements, *case.groups):
        if item.id == gap.key:
            return text(f"gap.about_{gap.about}", name=item.label.get(language))
    return ""


def _reason(gap: Gap, text: Words) -> str:
    return text(f"euro_reason.{gap.reason}") if gap.reason else ""


def _could(gap: Gap, text: Words) -> str:
    if gap.could_change is not None:
        points = number(gap.could_change.points, text.language, 1)
        if gap.could_change.gain < SEEN:
            return text("gap.points", points=points)
        return text("gap.gain", points=points, gain=number(gap.could_change.gain, text.language, 1))
    if gap.weight is not None:
        return text("gap.weight", share=percent(gap.weight, text.language))
    return text("gap.no_number") if gap.about in ("effect", "criterion") else ""


def ungraded_line(case: Case, text: Words) -> str:
    """Of how many known figures a draft does not say how sure they are; empty where it says so of all."""
    known = [cell.grade for cell in case.performances.values() if cell.value is not None]
    count = known.count(None)
    return text("explore.ungraded", count=count, all=len(known)) if count else ""


def guessed_line(case: Case, text: Words) -> str:
    """How many of all figures are illustrative, in the words of every face; empty where none is."""
    count = sum(cell.grade == ILLUSTRATIVE for cell in case.performances.values())
    return text("explore.illustrative", count=count, all=len(case.performances)) if count else ""
