"""Whether a case treats its alternatives alike: another order and other names, and how much is said about each.

A case can be correct in every figure and still lean over: by more text for one plan, by weak points that are named for
the others only, or by a program that puts the first in the file first. These counts make that visible; the owner of
the case answers for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from cases.definition.model import Alternative, Case, Reason
from weighing.comparison import Comparison, compare
from weighing.strongest_weakest import portraits
from weighing.weighing import from_profile
from weighing.what_if import changed

TWICE = 2
"""So many times as much text about one alternative as about another is worth a finding."""


@dataclass(frozen=True)
class Portion:
    """How much the case says about one alternative, in one language."""

    alternative: str
    words: int
    """Of the description, the governance and the reasons for and against."""
    reasons_for: int
    reasons_against: int
    strongest: int
    """Strong points shown on its card; the program picks them by one rule for all."""
    weakest: int
    story_words: int
    gains: int
    """Claims about groups."""
    losses: int
    not_known: int


def portions(case: Case, language: str) -> tuple[Portion, ...]:
    """One per alternative, in the order of the case; words are counted in the given language."""
    return tuple(_portion(case, alternative, language) for alternative in case.alternatives)


def _portion(case: Case, alternative: Alternative, language: str) -> Portion:
    own = [impact.direction for impact in case.group_impacts if impact.alternative == alternative.id]
    portrait = portraits(case)[alternative.id]
    texts = [alternative.about.get(language), alternative.governance.get(language)]
    texts += _texts((*alternative.reasons_for, *alternative.reasons_against), language)
    stories = [story.text.get(language) for story in case.stories if story.alternative == alternative.id]
    return Portion(
        alternative=alternative.id,
        words=_words(texts),
        reasons_for=len(alternative.reasons_for),
        reasons_against=len(alternative.reasons_against),
        strongest=len(portrait.strongest),
        weakest=len(portrait.weakest),
        story_words=_words(stories),
        gains=own.count("gain"),
        losses=own.count("loss"),
        not_known=own.count("unknown"),
    )


def uneven_text(case: Case, language: str) -> tuple[Portion, Portion] | None:
    """The alternatives with the most and the fewest words, when the one has at least twice those of the other."""
    found = sorted(portions(case, language), key=lambda portion: portion.words)
    return (found[-1], found[0]) if found[-1].words >= TWICE * found[0].words else None


def without_weak_point(case: Case) -> tuple[Alternative, ...]:
    """The alternatives of which no face can name a weak point."""
    return tuple(item for item in case.alternatives if not portraits(case)[item.id].weakest)


@dataclass(frozen=True)
class Turned:
    """What came of turning the alternatives round and giving them other names."""

    totals: int
    """Total scores that were calculated again: every alternative in every profile."""
    different: int
    """How many of them, or of who comes first, were not the same."""


def turned_round(case: Case) -> Turned:
    """Calculate every profile again with the alternatives in reverse order under other names."""
    other = renamed(case)
    different = total = 0
    for profile in case.profiles:
        before, after = compare(case, from_profile(profile)), compare(other, from_profile(profile))
        if before is not None and after is not None:
            total += len(case.alternatives)
            different += _different(before, after)
    return Turned(total, different)


def _different(before: Comparison, after: Comparison) -> int:
    back = after.intervals[::-1]
    firsts = before.undecided == after.undecided and (
        before.undecided or len(before.case.alternatives) - 1 - after.first == before.first
    )
    return int((~np.isclose(before.intervals, back, rtol=0, atol=1e-9)).any(axis=1).sum()) + (not firsts)


def renamed(case: Case) -> Case:
    """The same case with the alternatives in reverse order and with other ids."""
    names = {item.id: f"other_{number}" for number, item in enumerate(case.alternatives)}
    return changed(
        case,
        "renamed",
        reference=names[case.reference],
        alternatives=tuple(item.model_copy(update={"id": names[item.id]}) for item in reversed(case.alternatives)),
        performances={(names[key], criterion): cell for (key, criterion), cell in case.performances.items()},
        future_effects={
            (future, names[key], criterion): cell for (future, key, criterion), cell in case.future_effects.items()
        },
        caused_effects=tuple(replace(item, alternative=names[item.alternative]) for item in case.caused_effects),
        requirements=tuple(
            item.model_copy(update={"answers": {names[key]: answer for key, answer in item.answers.items()}})
            for item in case.requirements
        ),
    )


def _texts(reasons: Iterable[Reason], language: str) -> list[str]:
    return [reason.text.get(language) for reason in reasons]


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
