"""What the facilitator reveals, step by step, as ids and numbers that can be stored and sent; no words.

Every answer holds ``n``, the ballots it is made from, and what is shown or ``{"withheld": reason}``. The reasons:

- ``few_ballots``: fewer ballots than the minimum group (in the shifts: in both rounds);
- ``few_people``: fewer than two groups of that size could have;
- ``no_groups``: nobody weighs clearly alike, or a group would be too small;
- ``few_answered``: of one theme, fewer than the minimum gave points for it;
- ``not_asked``: nobody was asked for a gut feeling;
- ``all_fail``: every alternative fails a hard requirement, so none comes first;
- ``no_middle``: the middle of the room gives no theme any points;
- ``no_second_round``: there is none yet;
- ``few_changed``: fewer ballots than the minimum differ between the rounds: the two beside each other would show them;
- ``small_counts``: the table would give small counts away.

Whether this snapshot of ballots may be shown beside those of before is ``release.may_release``.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, Literal, get_args

from cases.definition.model import Case
from weighing.people import SMALLEST_GROUP
from weighing.verdict import count_of_100
from weighing.weighing import Weighing
from workshop.group.agreement import agreement
from workshop.group.like_minded import Groups, LikeMinded, like_minded
from workshop.group.outcomes import NEAR, FirstCount, Outcomes
from workshop.group.robust_room import first_shares_of_room, middle_verdict, middle_weighing
from workshop.group.shifts import both_rounds, changed_between, gut_beside, outcome_shift, theme_shifts
from workshop.group.spread import theme_dots
from workshop.group.votes import NONE, Votes, refuse_small

Stage = Literal["agreement", "distribution", "groups", "gut", "first", "robust", "shift_themes", "shift_outcome"]
STAGES: tuple[Stage, ...] = get_args(Stage)

Shown = dict[str, Any]


def reveal(
    case: Case, stage: Stage, first_round: Votes, second_round: Votes | None = None, minimum: int = SMALLEST_GROUP
) -> Shown:
    """The results of one stage.

    Args:
        case: the case of the session.
        stage: which step.
        first_round: the ballots of a snapshot; for all stages but the shifts it may also be a later round.
        second_round: the ballots of the second round, for the shifts; both then have keys.
        minimum: people in the smallest group that may be shown, at least 7.

    Raises:
        ValueError: another stage, a minimum below 7, or ballots of another case.
    """
    refuse_small(minimum)
    if stage not in STAGES:
        raise ValueError(f"there is no stage '{stage}'")
    if any(votes is not None and votes.case != case for votes in (first_round, second_round)):
        raise ValueError("the ballots belong to another case")
    if stage in _OF_SHIFTS:
        return _shift(stage, first_round, second_round, minimum)
    shown = _withheld("few_ballots") if len(first_round) < minimum else _OF_ROUND[stage](first_round, minimum)
    return {"n": len(first_round), **shown}


def _agreement(votes: Votes, minimum: int) -> Shown:
    return {
        "themes": [
            {"theme": found.theme, **_withheld("few_answered")} if found.word is None else _plain(found)
            for found in agreement(votes, minimum)
        ]
    }


def _distribution(votes: Votes, minimum: int) -> Shown:
    return {
        "themes": [
            {"theme": found.theme, **_withheld(found.withheld)}
            if found.dots is None
            else {"theme": found.theme, **_plain(found.dots)}
            for found in theme_dots(votes, minimum)
        ]
    }


def _groups(votes: Votes, minimum: int) -> Shown:
    found = like_minded(votes, minimum)
    if not isinstance(found, Groups):
        return _withheld(found)
    return {"groups": [_group(votes, group, minimum) for group in found.groups], "stable": found.stable}


def _group(votes: Votes, group: LikeMinded, minimum: int) -> Shown:
    return {
        "n": len(group.rows),
        "more": [_plain(theme) for theme in group.more],
        "less": [_plain(theme) for theme in group.less],
        "middle": _points(middle_weighing(votes.only(group.rows), minimum)),
    }


def _gut(votes: Votes, minimum: int) -> Shown:
    if votes.gut is None:
        return _withheld("not_asked")
    named, outcomes = votes.gut.tolist(), Outcomes(votes)
    beside = gut_beside(outcomes) if outcomes.race else None
    return {
        "alternatives": _by_alternative(votes.case, count=[named.count(row) for row in _rows(votes)]),
        "none": named.count(NONE),
        "beside_own": _withheld("all_fail") if beside is None else _plain(beside),
    }


def _first(votes: Votes, minimum: int) -> Shown:
    outcomes = Outcomes(votes)
    if not outcomes.race:
        return _withheld("all_fail")
    groups = like_minded(votes, minimum)
    parts = [outcomes.counts(group.rows) for group in groups.groups] if isinstance(groups, Groups) else []
    return {
        **_counts(votes.case, outcomes.counts()),
        "groups": [{"n": sum(_people(part)), **_counts(votes.case, part)} for part in parts],
    }


def _people(count: FirstCount) -> tuple[int, ...]:
    return (*count.certain, count.level, count.unsure, count.unknown)


def _counts(case: Case, count: FirstCount) -> Shown:
    return {
        "alternatives": _by_alternative(case, certain=count.certain, possible=count.possible),
        "level": count.level,
        "unsure": count.unsure,
        "unknown": count.unknown,
    }


def _robust(votes: Votes, minimum: int) -> Shown:
    outcomes = Outcomes(votes)
    if not outcomes.race:
        return _withheld("all_fail")
    found = first_shares_of_room(outcomes)
    return {
        "of_100": _by_alternative(votes.case, first=[count_of_100(share) for share in found.shares]),
        "unsure_of_100": count_of_100(found.unsure),
        "middle": _middle(votes, minimum),
        "within": NEAR,
        "acceptable": [
            {"alternative": votes.case.alternatives[item.row].id, "near": list(item.near), "last": list(item.last)}
            for item in outcomes.acceptance
        ],
    }


def _middle(votes: Votes, minimum: int) -> Shown:
    found = middle_verdict(votes, minimum)
    if found is None:
        return _withheld("no_middle")
    ids = [item.id for item in votes.case.alternatives]
    return {
        **_points(found.comparison.weighing),
        "word": found.word,
        "reason": found.reason,
        "first": None if found.word == "undecided" else ids[found.first],
        "candidates": [ids[row] for row in found.candidates] if found.word == "undecided" else [],
        "of_100": found.count,
    }


def _points(weighing: Weighing | None) -> Shown:
    """The middle of some people as a weighing: what to fill in to see its result."""
    if weighing is None:
        return _withheld("no_middle")
    return {
        "points": dict(weighing.theme_points),
        "criterion_points": dict(weighing.criterion_points),
        "unsure": sorted(weighing.unsure),
    }


def _shift(stage: Stage, first: Votes, second: Votes | None, minimum: int) -> Shown:
    if second is None:
        return {"n": 0, **_withheld("no_second_round")}
    before, after = both_rounds(first, second)
    if len(before) < minimum:
        return {"n": len(before), **_withheld("few_ballots")}
    if 0 < changed_between(first, second) < minimum:
        return {"n": len(before), **_withheld("few_changed")}
    if stage == "shift_themes":
        return {
            "n": len(before),
            "themes": [
                {"theme": found.theme, **_withheld("few_answered")} if found.both is None else _plain(found)
                for found in theme_shifts(first, second, minimum)
            ],
        }
    outcomes = Outcomes(before), Outcomes(after)
    if not outcomes[0].race:
        return {"n": len(before), **_withheld("all_fail")}
    left, joined = (len(votes) - len(before) for votes in (first, second))
    found = outcome_shift(*outcomes, minimum, few_left=0 < left < minimum or 0 < joined < minimum)
    ids = [*(item.id for item in first.case.alternatives), None]
    moved = _withheld("small_counts") if found.same is None else {"same": found.same, "other": found.both - found.same}
    table = (
        _withheld("small_counts") if found.table is None else {"ids": ids, "table": [list(row) for row in found.table]}
    )
    return {
        "n": found.both,
        "before": _counts(first.case, Outcomes(first).counts()),
        "after": _counts(first.case, Outcomes(second).counts()),
        "moved": moved,
        "from_to": table,
    }


def _withheld(reason: str | None) -> Shown:
    return {"withheld": reason}


def _plain(found: Any) -> Shown:
    """A dataclass of ids and numbers as it comes back after it was sent: lists for tuples."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(found).items()}


def _rows(votes: Votes) -> range:
    return range(len(votes.case.alternatives))


def _by_alternative(case: Case, **columns: Any) -> list[Shown]:
    """A row for every alternative, in the order of the case."""
    return [
        {"alternative": alternative.id, **{name: values[row] for name, values in columns.items()}}
        for row, alternative in enumerate(case.alternatives)
    ]


_OF_ROUND: Mapping[Stage, Callable[[Votes, int], Shown]] = MappingProxyType(
    {
        "agreement": _agreement,
        "distribution": _distribution,
        "groups": _groups,
        "gut": _gut,
        "first": _first,
        "robust": _robust,
    }
)
_OF_SHIFTS = ("shift_themes", "shift_outcome")
