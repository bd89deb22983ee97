"""Where themes pull together and where they pull apart, and how many functions the same land serves.

The signs are those of the effects table (``weighing.arrays.yardstick_sign``), on central values and for the criteria in
the sum. A theme goes up when at least one of its criteria is better than the reference by the yardstick and none is
worse; down the other way round; it is mixed when it holds both. No sign is netted against another.
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from cases.definition.model import Case
from weighing.arrays import yardstick_sign

Move = Literal["up", "down", "mixed", "same", "unknown"]
Relation = Literal["together", "against", "both_worse", "mixed", "neutral", "unknown"]


@dataclass(frozen=True)
class Pair:
    """Two themes under one alternative."""

    first: str
    second: str
    first_move: Move
    second_move: Move

    @property
    def relation(self) -> Relation:
        """Together: both up. Against: one up, one down. Neutral: one of the two stays the same."""
        moves = {self.first_move, self.second_move}
        if "unknown" in moves:
            return "unknown"
        if "same" in moves:
            return "neutral"
        if "mixed" in moves:
            return "mixed"
        if len(moves) == 2:
            return "against"
        return "together" if moves == {"up"} else "both_worse"


def theme_moves(case: Case, alternative: str) -> dict[str, Move]:
    """How each theme does compared with the reference, by theme id.

    ``unknown`` where an effect is not known, unless the known ones are mixed already.

    Raises:
        KeyError: the case has no such alternative.
    """
    return {
        theme.id: _move({yardstick_sign(case, alternative, criterion.id) for criterion in case.summed_in(theme.id)})
        for theme in case.themes
    }


@lru_cache(maxsize=64)
def conflicts(case: Case) -> dict[str, tuple[Pair, ...]]:
    """Every pair of themes for every alternative but the reference, by alternative id, in the order of the case."""
    found = {}
    for alternative in case.alternatives:
        if alternative.id != case.reference:
            moves = theme_moves(case, alternative.id)
            found[alternative.id] = tuple(
                Pair(first, second, moves[first], moves[second]) for first, second in combinations(moves, 2)
            )
    return found


@dataclass(frozen=True)
class Served:
    """How many functions an alternative serves. More is not better by itself: it depends on the list."""

    whole: int
    partly: int
    unknown: int
    of: int


def functions_served(case: Case) -> dict[str, Served]:
    """The count per alternative id; empty when the case lists no functions."""
    if not case.functions:
        return {}
    found = {}
    for alternative in case.alternatives:
        answers = Counter(function.alternatives[alternative.id].answer for function in case.functions)
        found[alternative.id] = Served(answers["yes"], answers["partly"], answers["unknown"], len(case.functions))
    return found


def _move(signs: set[str | None]) -> Move:
    up, down = bool(signs & {"+", "++"}), bool(signs & {"-", "--"})
    if up and down:
        return "mixed"
    if None in signs:
        return "unknown"
    return "up" if up else "down" if down else "same"
