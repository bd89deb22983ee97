"""What moves together by the causes of a case: a sentence, and a row for each cause."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from cases.definition.model import Case
from cases.definition.shared_cause import RANK_CORRELATION, SharedCause, Strength, Way
from texts import Words

NAMED = 3
"""Causes in the sentence; all of them are in the rows."""


@dataclass(frozen=True)
class CauseRow:
    """One cause; all words are data and not yet escaped."""

    label: str
    effects: str
    """What follows it, by criterion, with the codes of the alternatives; and how far, where that is not wholly."""
    moving: str
    """The same without how far, and without which way."""
    about: str
    sources: tuple[str, ...]


def cause_rows(case: Case, text: Words) -> tuple[CauseRow, ...]:
    """The causes in the order of the case."""
    return tuple(cause_row(case, cause, text) for cause in case.causes)


def cause_row(case: Case, cause: SharedCause, text: Words) -> CauseRow:
    """One cause with what follows it."""
    followers = [(one.alternative, one.criterion) for one in case.caused_effects if one.cause == cause.id]
    return CauseRow(
        text.of(cause.label),
        _followers(case, cause.id, text),
        effects_text(case, followers, text),
        text.of(cause.about),
        cause.sources,
    )


def cause_of(case: Case, alternative: str, criterion: str) -> SharedCause | None:
    """The cause that an effect follows; None if it follows none."""
    followed = {(effect.alternative, effect.criterion): effect.cause for effect in case.caused_effects}
    key = followed.get((alternative, criterion))
    return next((cause for cause in case.causes if cause.id == key), None)


def cause_sentence(case: Case, text: Words) -> str:
    """The first causes with what rises and falls together; empty for a case without."""
    named = [row.moving for row in cause_rows(case, text)[:NAMED]]
    if not named:
        return ""
    more = len(case.causes) - len(named)
    said = text("causes.sentence", effects="; ".join(named))
    return f"{said} {text('causes.more', count=more)}" if more else said


def cause_rule(text: Words) -> str:
    """What the rule for shared causes is, and what it means when effects hang together otherwise (record 0037)."""
    return text("causes.about", **strength_counts())


def strength_counts() -> dict[str, int]:
    """Out of 100: how often an effect stands where its cause stands, by how far it follows."""
    return {strength: round(100 * RANK_CORRELATION[strength]) for strength in get_args(Strength)}


def effects_text(case: Case, effects: Iterable[tuple[str, str]], text: Words) -> str:
    """`Jobs (B, D), visits (C)` for pairs of an alternative and a criterion."""
    codes: dict[str, list[str]] = {}
    for alternative, criterion in effects:
        codes.setdefault(criterion, []).append(case.alternative(alternative).code)
    return ", ".join(
        text("sure.doubts_of", criterion=text.of(case.criterion(criterion).short), code=", ".join(listed))
        for criterion, listed in codes.items()
    )


def _followers(case: Case, cause: str, text: Words) -> str:
    """What follows wholly first, then what follows less; of each what goes the other way behind what goes along."""
    found = []
    for strength in get_args(Strength):
        for way in get_args(Way):
            effects = [
                (one.alternative, one.criterion)
                for one in case.caused_effects
                if (one.cause, one.way, one.strength) == (cause, way, strength)
            ]
            if effects:
                found.append(text(f"causes.{strength}_{way}", effects=effects_text(case, effects, text)))
    return "; ".join(found)
