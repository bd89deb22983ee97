"""Before there are plans: what a room named as of value, what must get a figure, and which limit may never be passed.

Nothing here is a weight: without alternatives there is no range to weigh.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

WITHHELD = {"withheld": "too_few"}


def named(answers: Sequence[Mapping[str, Any]], least: int) -> dict[str, Any]:
    """How many people named each topic; own words are shown one by one by whoever moderates, never from here.

    Args:
        answers: Of each person the values: ``{"values": [{"topic", "words"}]}``.
        least: Of fewer people nothing is shown.
    """
    if len(answers) < least:
        return {"n": len(answers), **WITHHELD}
    counts = Counter(topic for answer in answers for topic in {item["topic"] for item in answer["values"]} if topic)
    return {"n": len(answers), "topics": dict(sorted(counts.items())), "own_words": _own(answers)}


def marked(answers: Sequence[Mapping[str, Any]], least: int, *, groups: bool = False) -> dict[str, Any]:
    """How many people marked each value as one that needs a figure, and as one with a limit.

    Args:
        answers: Of each person ``{"marks": {value: {"figure", "limit"}}}``.
        least: Of fewer people nothing is shown, and no group has fewer.
        groups: Whether the people are also laid apart by who asks for limits on the same values.
    """
    if len(answers) < least:
        return {"n": len(answers), **WITHHELD}
    figure = Counter(key for answer in answers for key, item in answer["marks"].items() if item["figure"])
    limit = Counter(key for answer in answers for key, item in answer["marks"].items() if item["limit"])
    found: dict[str, Any] = {
        "n": len(answers),
        "values": {key: {"figure": figure[key], "limit": limit[key]} for key in sorted({*figure, *limit})},
    }
    if groups:
        found |= {"pairs": _together(answers, limit, least)}
    return found


def _own(answers: Sequence[Mapping[str, Any]]) -> int:
    """People who named something in own words."""
    return sum(any(item["words"] for item in answer["values"]) for answer in answers)


def _together(answers: Sequence[Mapping[str, Any]], limit: Counter[str], least: int) -> list[dict[str, Any]]:
    """Pairs of values on which the same people set a limit: both are set by ``least`` people or more, and so are each
    without the other left out or set by ``least`` people, so that no small group stands apart."""
    sets = [frozenset(key for key, item in answer["marks"].items() if item["limit"]) for answer in answers]
    often = sorted(key for key, count in limit.items() if count >= least)
    found = []
    for place, one in enumerate(often):
        for other in often[place + 1 :]:
            both = sum({one, other} <= marks for marks in sets)
            alone = [limit[one] - both, limit[other] - both]
            if both >= least and all(count == 0 or count >= least for count in alone):
                found.append({"values": [one, other], "both": both})
    return found
