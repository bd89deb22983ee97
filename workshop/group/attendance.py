"""Who is missing: how often each answer to a voluntary question was given, beside the make-up of the neighbourhood.

Each question stands apart; no two are ever joined. An answer that nobody gave is shown as 0, because that is what the
picture is for and there is nobody behind it. A count from 1 to the minimum is hidden, and so many others with it that
the number of people who took part gives none of them away.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from mcda.inputs import Bools
from workshop.group.release import hidden_cells

MOST_QUESTIONS = 3


@dataclass(frozen=True)
class AnswerCount:
    """One answer."""

    answer: str
    count: int | None
    """None: hidden."""
    share: float | None
    """Of those who answered this question, rounded to 0.01; None where the count, or that of no answer, is hidden."""
    share_outside: float | None
    """The share in the neighbourhood that was given, 0 to 1; None when none was."""


@dataclass(frozen=True)
class Attendance:
    """The answers to one question."""

    question: str
    people: int
    """Who took part, whether they answered or not."""
    answers: tuple[AnswerCount, ...]
    """In the order that was given; empty when it is withheld."""
    no_answer: int | None
    """None: hidden."""
    withheld: Literal["few_people", "small_counts"] | None


def attendance(
    question: str,
    given: Sequence[str | None],
    outside: Mapping[str, float | None],
    minimum: int,
) -> Attendance:
    """Counts per answer, with small ones hidden.

    Args:
        question: its id.
        given: what each person answered, None for no answer.
        outside: the possible answers in their order, with the share of the neighbourhood, 0 to 1, if it is known.
        minimum: the smallest count above 0 that is shown, at least 7.

    Raises:
        ValueError: an answer that is not possible.
    """
    strangers = {answer for answer in given if answer is not None} - set(outside)
    if strangers:
        raise ValueError(f"the question '{question}' has no answer '{min(strangers)}'")
    count = Counter(given)
    counts = np.array([*(count[answer] for answer in outside), count[None]], dtype=np.int64)
    whole: Bools = np.ones(counts.size, dtype=bool)
    hidden = hidden_cells(counts, [whole], minimum)
    if len(given) < minimum or hidden is None:
        return Attendance(question, len(given), (), None, "few_people" if len(given) < minimum else "small_counts")
    shown = [None if out else int(number) for number, out in zip(counts, hidden, strict=True)]
    answered = None if shown[-1] is None else len(given) - shown[-1]
    answers = tuple(
        AnswerCount(
            answer,
            number,
            None if number is None or not answered else round(number / answered, 2),
            share,
        )
        for (answer, share), number in zip(outside.items(), shown, strict=False)
    )
    return Attendance(question, len(given), answers, shown[-1], None)


def all_attendance(
    given: Mapping[str, Sequence[str | None]], outside: Mapping[str, Mapping[str, float | None]], minimum: int
) -> tuple[Attendance, ...]:
    """Every question by itself, in the order of ``outside``; at most three, so that asking stays light.

    Raises:
        ValueError: more questions than that, or as for ``attendance``.
    """
    if len(outside) > MOST_QUESTIONS:
        raise ValueError(f"at most {MOST_QUESTIONS} voluntary questions, not {len(outside)}")
    return tuple(attendance(key, given.get(key, ()), answers, minimum) for key, answers in outside.items())
