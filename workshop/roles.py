"""Whose shoes somebody stands in during the first round of a session with roles: a party of the case, drawn by lot."""

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from cases.definition.model import Case
from cases.definition.profile import Profile

FEWEST_ROLES = 2
"""With one role nobody stands in other shoes than the neighbour."""
DRAWN_FOR = ("phone", "made_up")
"""Ways in that draw a role. Who plays on paper takes a printed card, and this program does not know which."""


def roles_of(case: Case) -> tuple[Profile, ...]:
    """The parties of a case, in its order."""
    return tuple(profile for profile in case.profiles if profile.kind == "party")


def drawn(
    roles: Sequence[str], taken: Iterable[str | None], choose: Callable[[Sequence[str]], str] = secrets.choice
) -> str:
    """A role by lot, from those that the fewest people play."""
    played = Counter(taken)
    fewest = min(played[role] for role in roles)
    return choose([role for role in roles if played[role] == fewest])
