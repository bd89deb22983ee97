"""What a council member reads first: the worst point of every alternative, who loses, what is not known, when it flips.

Same rows and same form for every alternative, in the order of the case. Nothing here names a first place: what comes
first depends on weights, and no weights are needed here.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from markupsafe import Markup

from cases.definition.model import Alternative, Case
from texts import Words, words
from texts.numbers import percent
from weighing.arrays import arrays
from weighing.gaps import ILLUSTRATIVE
from weighing.group_matrix import matrix, vulnerable_first
from weighing.requirements_tested import contenders, failing
from weighing.strongest_weakest import BestCase, mix_share, portraits
from wording.colours import colours
from wording.effect_words import performance_with_unit
from wording.sentences import inline

Topic = Literal["worst", "loses", "unknown", "first"]
TOPICS: tuple[Topic, ...] = ("worst", "loses", "unknown", "first")
NAMED = 2
"""At most this many criteria or groups are named; the others are counted."""


@dataclass(frozen=True)
class CouncilCell:
    """One row for one alternative."""

    words: Markup
    part: tuple[float, float] | None
    """From where to where the strip is filled, 0 to 1; None where nothing can be measured."""


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
    """The weakest point with its effect; the strip shows how far that is from the worst end of its range."""
    weakest = portraits(case)[alternative].weakest
    if not weakest:
        return CouncilCell(text.html("short.no_worst"), None)
    criterion = case.criterion(weakest[0])
    row = [item.id for item in case.alternatives].index(alternative)
    score = float(arrays(case, "main").scores[row, [item.id for item in case.summed].index(criterion.id)])
    effect = performance_with_unit(criterion, case.performances[alternative, criterion.id], text)
    said = text.html("short.worst", criterion=text.of(criterion.short), effect=effect)
    return CouncilCell(said, (0.0, float(np.clip(score / 100, 0, 1))))


def _loses(case: Case, alternative: str, text: Words) -> CouncilCell:
    """The groups with a loss, the vulnerable ones in front; the strip shows how many of all."""
    if not case.groups:
        return CouncilCell(text.html("short.no_groups"), None)
    groups = [
        group for group in vulnerable_first(case) if matrix(case)[group.id, alternative].direction in ("loss", "both")
    ]
    if not groups:
        return CouncilCell(text.html("short.nobody"), (0.0, 0.0))
    names = _some([text.of(group.label) for group in groups], text)
    return CouncilCell(text.html("short.loses", groups=names), (0.0, len(groups) / len(case.groups)))


def _unknown(case: Case, alternative: str, text: Words) -> CouncilCell:
    """How many figures are an example of the makers or not there at all; the strip shows how many of all."""
    cells = [case.performances[alternative, criterion.id] for criterion in case.criteria]
    guessed = sum(cell.value is not None and cell.grade == ILLUSTRATIVE for cell in cells)
    absent = sum(cell.value is None for cell in cells)
    said = text.html("short.unknown", guessed=guessed, absent=absent, all=len(cells))
    return CouncilCell(said, (0.0, (guessed + absent) / len(cells)))


def _first(case: Case, alternative: str, text: Words) -> CouncilCell:
    """The weight with which it comes first; the strip shows that part of all weight."""
    best = portraits(case)[alternative].best_case
    if failing(case, alternative):
        return CouncilCell(text.html("short.first_failing"), None)
    if len(contenders(case)) == 1:
        return CouncilCell(text.html("short.first_only"), (0.0, 1.0))
    if best is None:
        return CouncilCell(text.html("short.first_unknown"), None)
    return _condition(case, alternative, best, text)


def _condition(case: Case, alternative: str, best: BestCase, text: Words) -> CouncilCell:
    share, block, key = best.share, best.block, "short.first"
    if share is None:
        share, block, key = mix_share(case, alternative), tuple(name for name, _ in best.favourable), "short.first_mix"
    if share is None:
        return CouncilCell(text.html("short.first_never"), (0.0, 0.0))
    low, high = share
    values = {
        "criteria": _some([inline(text.of(case.criterion(name).short)) for name in block], text),
        "low": percent(low, text.language),
        "high": percent(high, text.language),
    }
    return CouncilCell(text.html(key + ("_between" if high < 1 else ""), **values), (low, high))


def _some(names: list[str], text: Words) -> str:
    if len(names) <= NAMED:
        return text.listed(names)
    return text("short.and_more", some=", ".join(names[:NAMED]), count=len(names) - NAMED)
