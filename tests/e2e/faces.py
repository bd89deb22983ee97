"""The faces of the product, the states in which somebody meets them, and the sizes they are made for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Literal
from urllib.parse import urlencode

from cases import SHIPPED
from cases.definition.model import Case
from cases.reading.loader import load_case
from tests.budget import LONG
from texts import LANGUAGES
from weighing.links import to_link
from weighing.weighing import from_profile

Font = Literal["ours", "stand-in"]
FONTS: tuple[Font, ...] = ("ours", "stand-in")
Size = tuple[int, int]


@dataclass(frozen=True)
class State:
    """One way in which somebody meets a face: what the address holds, and what is pressed after that."""

    name: str
    parts: dict[str, str] = field(default_factory=dict)
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Face:
    """A page with the sizes it is made for and its smallest type."""

    path: str
    ready: str
    sizes: tuple[Size, ...]
    smallest: float
    """Pixels; on the wall those at 1920 x 1080, and in proportion elsewhere."""
    wall: bool = False


WALL = Face("scherm/{case}", ".p-page", ((1920, 1080), (3840, 2160), (1280, 720), (1024, 768)), 36, wall=True)
WINDOWS = {"?": "help", "z": "sure", "w": "who", "n": "when", "l": "gaps", "m": "euros"}


def cases() -> dict[str, Case]:
    return {folder.parent.name: load_case(folder.parent) for folder in sorted(SHIPPED.glob("*/case.yaml"))}


def wall_states(case: Case) -> Iterator[State]:
    """Empty, partly weighed, weighed in each view, each window, and a link of which a part was not used."""
    weighed = to_link(case, from_profile(case.profiles[-1]))
    first, second = (theme.id for theme in case.themes[:2])
    yield State("start")
    yield State("partly weighed", {"start": "own", "w": f"{first}-100~{second}-50"})
    yield State("weighed", weighed)
    yield State("chosen theme", weighed, ("PageDown", "PageDown"))
    yield State("value map", {**weighed, "view": "map"})
    yield State("note", {**weighed, "r": "99", "c": "nothing-1"})
    asks = {"euros": case.valuation, "who": case.groups or case.requirements}
    there = [key for key, name in WINDOWS.items() if asks.get(name, True)]
    for key in there:
        yield State(f"window {WINDOWS[key]}", weighed, (key,))
    for key in (key for key in there if key != "z"):
        yield State(f"window {WINDOWS[key]} at the start", {}, (key,))


def address_of(face: Face, case: Case, state: State, language: str) -> str:
    return f"{face.path.format(case=case.id)}?{urlencode({'lang': language, **state.parts})}"


@dataclass(frozen=True)
class Look:
    """One opening of a face: a state of a case in a language and a font, at one or more sizes."""

    case: Case
    state: State
    language: str
    font: Font
    sizes: tuple[Size, ...]

    def __str__(self) -> str:
        return f"{self.case.id}, {self.state.name}, {self.language}, {self.font}"


def looks(face: Face, found: list[tuple[Case, list[State]]]) -> list[Look]:
    """What to open. Short: all states in turn, with the pairs of case, language, size and font spread over them."""
    if LONG:
        return [
            Look(case, state, language, font, face.sizes)
            for case, states in found
            for state, language, font in product(states, LANGUAGES, FONTS)
        ]
    picked = []
    for place, (case, states) in enumerate(found):
        ways = list(product(LANGUAGES, FONTS))
        for number, state in enumerate(states):
            if place and number % len(found) != place and number >= len(ways):
                continue  # every state of the first case, and some of each other case
            language, font = ways[(number + place) % len(ways)]
            picked.append(Look(case, state, language, font, face.sizes))
    return picked
