"""What moves together by the causes of a case: a sentence, and a row for each cause."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.definition.model import Case
from cases.definition.shared_cause import SharedCause
from texts import Words

NAMED = 3
"""Causes in the sentence; all of them are in the rows."""


@dataclass(frozen=True)
class CauseRow:
    """One cause; all words are data and not yet escaped."""

    label: str
    effects: str
    """What follows it, by criterion, with the codes of the alternatives."""
    about: str
    sources: tuple[str, ...]


def cause_rows(case: Case, text: Words) -> tuple[CauseRow, ...]:
    """The causes in the order of the case."""
    return tuple(cause_row(case, cause, text) for cause in case.causes)


def cause_row(case: Case, cause: SharedCause, text: Words) -> CauseRow:
    """One cause with what follows it."""
    return CauseRow(text.of(cause.label), _followers(case, cause.id, text), text.of(cause.about), cause.sources)


def cause_of(case: Case, alternative: str, criterion: str) -> SharedCause | None:
    """The cause that an effect follows; None if it follows none."""
    followed = {(effect.alternative, effect.criterion): effect.cause for effect in case.caused_effects}
    key = followed.get((alternative, criterion))
    return next((cause for cause in case.causes if cause.id == key), None)


def cause_sentence(case: Case, text: Words) -> str:
    """The first causes with what rises and falls together; empty for a case without."""
    named = [row.effects for row in cause_rows(case, text)[:NAMED]]
    if not named:
        return ""
    more = len(case.causes) - len(named)
    said = text("causes.sentence", effects="; ".join(named))
    return f"{said} {text('causes.more', count=more)}" if more else said


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
    ways = {
        way: effects_text(
            case,
            [(one.alternative, one.criterion) for one in case.caused_effects if (one.cause, one.way) == (cause, way)],
            text,
        )
        for way in ("with", "against")
    }
    if ways["with"] and ways["against"]:
        return text("causes.other_way", effects=ways["with"], against=ways["against"])
    return ways["with"] or ways["against"]
