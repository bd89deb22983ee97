"""Which alternatives a light page shows at once: at most six, chosen by the person or in the order of the case."""

from dataclasses import dataclass

from starlette.datastructures import QueryParams

from cases.definition.model import Case

MOST_SHOWN = 6
"""Alternatives beside each other; `web/static/board/some.js` holds to the same on wall and phone."""
PART = "plan"
"""The part of the address that names an alternative to show; it may stand there more than once."""


@dataclass(frozen=True)
class PlansShown:
    """The alternatives in view and those that are not, as places in the case."""

    shown: tuple[int, ...]
    others: tuple[int, ...]


def plans_shown(case: Case, asked: QueryParams) -> PlansShown:
    """Those that the address names; without any the first of the case. Never by score, and always in case order."""
    every = tuple(range(len(case.alternatives)))
    named = set(asked.getlist(PART))
    wanted = tuple(place for place in every if case.alternatives[place].id in named) or every
    shown = wanted[:MOST_SHOWN]
    return PlansShown(shown, tuple(place for place in every if place not in shown))


def address_of(case: Case, places: tuple[int, ...]) -> list[tuple[str, str]]:
    """The parts of an address that show these places."""
    return [(PART, case.alternatives[place].id) for place in places[:MOST_SHOWN]]
