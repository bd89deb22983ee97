"""What a council member reads first: what every alternative does worst, who loses, what is not known, when it flips.

Same rows and same form for every alternative, in the order of the case. Nothing here names a first place: what comes
first depends on weights, and no weights are needed here.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from cases.definition.group_claims import Group
from cases.definition.model import Alternative, Case
from texts import Words, words
from weighing.arrays import arrays
from weighing.gaps import ILLUSTRATIVE, not_known
from weighing.group_matrix import SIZES, GroupCell, matrix, vulnerable_first
from weighing.requirements_tested import contenders, failing
from weighing.strongest_weakest import BestCase, mix_share, portraits, weak_points
from wording.colours import colours
from wording.effect_words import performance_with_unit
from wording.sentences import inline, limit_text

Topic = Literal["worst", "loses", "unknown", "first"]
TOPICS: tuple[Topic, ...] = ("worst", "loses", "unknown", "first")
NAMED = 2
"""At most this many criteria or groups are named; the others are counted."""
LOWEST = 2
"""So many points are shown on which an alternative does worst."""


@dataclass(frozen=True)
class Mark:
    """One point on a line of its own, from worst to best."""

    words: Markup
    at: float
    """0 at the worst end of the range, 1 at the best."""


@dataclass(frozen=True)
class CouncilCell:
    """One row for one alternative."""

    words: Markup
    part: tuple[float, float] | None = None
    """From where to where the strip is filled, 0 to 1; None where nothing can be measured."""
    hollow: tuple[float, float] | None = None
    """The part of the strip behind it that is drawn as an outline: who loses and gains too."""
    marks: tuple[Mark, ...] = ()
    """The same as in the words, each with its place on its own line."""
    note: Markup = Markup()
    """What the marks leave out; it is in the words, too."""
    behind: tuple[str, ...] = ()
    """What the words count and do not name; on a screen it opens."""
    short: Markup = Markup()
    """What a screen says above what opens, where that is less than the words."""
    named: Markup = Markup()
    """The words with everything named that they count, for paper; empty where they count nothing."""
    elsewhere: Markup = Markup()
    """The words with where they are named, for paper without room; empty where they count nothing."""

    @property
    def on_paper(self) -> Markup:
        """The words where nothing can open."""
        return self.named or self.words

    @property
    def on_little_paper(self) -> Markup:
        """The words where nothing can open and there is no room to name all."""
        return self.elsewhere or self.words


@dataclass(frozen=True)
class CouncilColumn:
    """One alternative."""

    alternative: Alternative
    colour: str
    cells: dict[Topic, CouncilCell]


def council_columns(case: Case, text: Words) -> tuple[CouncilColumn, ...]:
    """A column for every alternative."""
    return _columns(case, text.language)


@lru_cache(maxsize=64)
def _columns(case: Case, language: str) -> tuple[CouncilColumn, ...]:
    text = words(language)
    palette = colours(case)
    return tuple(
        CouncilColumn(
            alternative,
            palette[alternative.id],
            {
                "worst": _worst(case, alternative.id, text),
                "loses": _loses(case, alternative.id, text),
                "unknown": _unknown(case, alternative.id, text),
                "first": _first(case, alternative.id, text),
            },
        )
        for alternative in case.alternatives
    )


def _worst(case: Case, alternative: str, text: Words) -> CouncilCell:
    """Its weak points, by the rule of all faces; what is not known is counted, and that there are none is said."""
    row = [item.id for item in case.alternatives].index(alternative)
    table = arrays(case, "main")
    scores = dict(zip(table.criteria, table.scores[row].tolist(), strict=True))
    absent = sum(math.isnan(score) for score in scores.values())
    note = text.html("short.worst_unknown", count=absent) if absent else Markup()
    named = weak_points(case, alternative)[:LOWEST]
    points = [_point(case, alternative, key, text) for key in named]
    said = [*(points or [text.html("short.worst_none")]), *([note] if absent else [])]
    if not points or not all(key in scores for key in named):  # what is in no sum has no place on a line
        return CouncilCell(Markup("; ").join(said), note=note)
    marks = (Mark(said, min(max(scores[key] / 100, 0), 1)) for key, said in zip(named, points, strict=True))
    return CouncilCell(Markup("; ").join(said), marks=tuple(marks), note=note)


def _point(case: Case, alternative: str, key: str, text: Words) -> Markup:
    criterion = case.criterion(key)
    effect = performance_with_unit(criterion, case.performances[alternative, key], text)
    return text.html("short.worst", criterion=text.of(criterion.short), effect=effect)


def _loses(case: Case, alternative: str, text: Words) -> CouncilCell:
    """The groups with a loss: first who gains nothing. In both parts vulnerable ones in front, then large losses.

    The strip shows how many of all, and apart from those who gains too: a plan with small losses for many who gain as
    well must not look like one with large losses.
    """
    if not case.groups:
        return CouncilCell(text.html("short.no_groups"))
    cells = {group.id: matrix(case)[group.id, alternative] for group in case.groups}
    in_order = sorted(vulnerable_first(case), key=lambda group: _place(group, cells[group.id]))
    only, both = (
        [text.of(group.label) for group in in_order if cells[group.id].direction == direction]
        for direction in ("loss", "both")
    )
    names = only + [text("short.gains_too", group=name) for name in both]
    if not names:
        return CouncilCell(text.html("short.nobody"), (0.0, 0.0))
    every = [text.listed(only)] if only else []
    if both:
        every.append(text("short.gain_too", groups=text.listed(both)))
    return CouncilCell(
        text.html("short.loses", groups=_some(names, text)),
        (0.0, len(only) / len(case.groups)),
        (len(only) / len(case.groups), len(names) / len(case.groups)),
        behind=_behind(names),
        named=text.html("short.loses", groups="; ".join(every)),
        elsewhere=text.html("short.loses", groups=_some(names, text, text("report.in_full"))),
    )


def _place(group: Group, cell: GroupCell) -> tuple[bool, int]:
    return group.vulnerable.answer != "yes", -SIZES.get(cell.size("loss") or "", 0)


def _unknown(case: Case, alternative: str, text: Words) -> CouncilCell:
    """How many figures are an example of the makers or not there, and what else nobody knows or counted.

    The strip shows how many of the figures. What the case has none of, is left out for every alternative.
    """
    cells = [case.performances[alternative, criterion.id] for criterion in case.criteria]
    guessed = sum(cell.value is not None and cell.grade == ILLUSTRATIVE for cell in cells)
    own = [gap for gap in not_known(case) if not gap.alternatives or alternative in gap.alternatives]
    absent = sum(gap.about == "effect" for gap in own)
    counts = (
        ("unknown_requirements", case.requirements, [gap.key for gap in own if gap.about == "requirement"]),
        ("unknown_groups", case.groups, {gap.key for gap in own if gap.about == "group"}),
        ("not_counted", case.not_counted, [gap for gap in own if gap.kind == "not_counted"]),
    )
    # said of every alternative, or of none
    some_absent = any(gap.about == "effect" for gap in not_known(case))
    key = "short.unknown" if some_absent else "short.guessed"
    figures = text.html(key, guessed=guessed, all=len(cells), absent=absent)
    lines = tuple(text(f"short.{key}", count=len(found)) for key, there, found in counts if there)
    if not lines:
        return CouncilCell(figures, (0.0, (guessed + absent) / len(cells)))
    more = text.html("short.other_gaps", count=sum(len(found) for _, _, found in counts))
    return CouncilCell(
        Markup("; ").join([figures, *lines]),
        (0.0, (guessed + absent) / len(cells)),
        behind=lines,
        short=Markup("; ").join([figures, more]),
    )


def _first(case: Case, alternative: str, text: Words) -> CouncilCell:
    """The weight with which it comes first; the strip shows that part of all weight."""
    best = portraits(case)[alternative].best_case
    if failing(case, alternative):
        return CouncilCell(text.html("short.first_failing"))
    if len(contenders(case)) == 1:
        return CouncilCell(text.html("short.first_only"), (0.0, 1.0))
    if best is None:
        return CouncilCell(text.html("short.first_unknown"))
    return _condition(case, alternative, best, text)


def _condition(case: Case, alternative: str, best: BestCase, text: Words) -> CouncilCell:
    share, block, key = best.share, best.block, "short.first"
    if share is None:
        share, block, key = mix_share(case, alternative), tuple(name for name, _ in best.favourable), "short.first_mix"
    if share is None:
        return CouncilCell(text.html("short.first_never"), (0.0, 0.0))
    low, high = share
    names = [inline(text.of(case.criterion(name).short)) for name in block]
    limits = {"low": limit_text(low, text), "high": limit_text(high, text)}
    form = ("_below" if high < 1 else "_any") if low == 0 else "_between" if high < 1 else ""
    said, every, elsewhere = (
        text.html(key + form, criteria=some, count=len(names), **limits)
        for some in (_some(names, text), text.listed(names), _some(names, text, text("report.in_full")))
    )
    return CouncilCell(said, (low, high), behind=_behind(names), named=every, elsewhere=elsewhere)


def _some(names: list[str], text: Words, place: str = "") -> str:
    """The first few and how many more; with a place: how many more are named there."""
    if len(names) <= NAMED:
        return text.listed(names)
    some, count = ", ".join(names[:NAMED]), len(names) - NAMED
    if place:
        return text("short.and_more_in", some=some, count=count, place=place)
    return text("short.and_more", some=some, count=count)


def _behind(names: list[str]) -> tuple[str, ...]:
    return tuple(names[NAMED:])
