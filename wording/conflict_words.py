"""Where themes help or hinder each other, and how many functions the land serves.

Safe HTML, as in `wording.sentences`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from cases.definition.model import Case
from texts import Words
from weighing.conflicts import Pair, Relation, conflicts, functions_served
from wording.sentences import inline


@dataclass(frozen=True)
class ConflictRow:
    """Two themes under one alternative; names are data and not yet escaped."""

    first: str
    second: str
    relation: Relation
    word: str
    sentence: Markup


def conflict_rows(case: Case, alternative: str, text: Words) -> tuple[ConflictRow, ...]:
    """Every pair of themes, in the order of the case; none for the reference, which is not compared with itself.

    Raises:
        KeyError: the case has no such alternative.
    """
    pairs = conflicts(case).get(case.alternative(alternative).id, ())
    return tuple(_row(case, alternative, pair, text) for pair in pairs)


@dataclass(frozen=True)
class FunctionRow:
    """One function with the answer for every alternative, in the order of the case."""

    label: str
    answers: tuple[str, ...]
    """In words, with the reason where there is one."""
    sources: tuple[str, ...]


def function_rows(case: Case, text: Words) -> tuple[FunctionRow, ...]:
    """All functions of the case."""
    rows = []
    for function in case.functions:
        answers = []
        for alternative in case.alternatives:
            serves = function.alternatives[alternative.id]
            word = text(f"function.{serves.answer}")
            answers.append(f"{word}: {text.of(serves.why)}" if serves.why is not None else word)
        rows.append(FunctionRow(text.of(function.label), tuple(answers), function.sources))
    return tuple(rows)


def function_sentence(case: Case, alternative: str, text: Words) -> Markup:
    """How many functions an alternative serves.

    Raises:
        KeyError: the case has no such alternative, or it lists no functions.
    """
    served = functions_served(case)[alternative]
    key = "function.count_unknown" if served.unknown else "function.count"
    return text.html(
        key,
        alternative=text.of(case.alternative(alternative).label),
        whole=served.whole,
        partly=served.partly,
        unknown=served.unknown,
        count=served.of,
    )


def _row(case: Case, alternative: str, pair: Pair, text: Words) -> ConflictRow:
    first, second = (text.of(case.theme(theme).label) for theme in (pair.first, pair.second))
    moves = [(inline(first), pair.first_move), (inline(second), pair.second_move)]
    moves.sort(key=lambda item: pair.relation == "against" and item[1] == "down")
    cause = {"mixed": "mixed", "neutral": "same", "unknown": "unknown"}.get(pair.relation)
    return ConflictRow(
        first=first,
        second=second,
        relation=pair.relation,
        word=text(f"conflict.{pair.relation}"),
        sentence=text.html(
            f"conflict.says_{pair.relation}",
            alternative=text.of(case.alternative(alternative).label),
            reference=text.of(case.alternative(case.reference).label),
            first=moves[0][0],
            second=moves[1][0],
            themes=text.bold([theme for theme, move in moves if move == cause]),
        ),
    )
