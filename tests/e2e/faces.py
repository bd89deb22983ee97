"""The faces of the product, the states in which somebody meets them, and the sizes they are made for."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Literal
from urllib.parse import urlencode

from cases import SHIPPED
from cases.definition.model import Case
from tests.budget import LONG
from tests.cases.loaded import loaded
from texts import LANGUAGES
from ui.navigation import SCREENS
from weighing.links import to_link
from weighing.weighing import from_profile

from .conftest import TEN_PLANS

Font = Literal["ours", "stand-in"]
FONTS: tuple[Font, ...] = ("ours", "stand-in")
Size = tuple[int, int]


@dataclass(frozen=True)
class State:
    """One way in which somebody meets a face: what the address holds, and what is pressed after that."""

    name: str
    parts: dict[str, str] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    path: str = ""
    """The page, where a face has more of them."""
    place: str = ""
    """The part of a page that the address names, behind the #."""
    unfolded: bool = False
    """Whether every fold of the page is opened."""
    dark: bool = False
    """Whether the browser asks for dark colours."""


@dataclass(frozen=True)
class Face:
    """Pages of one kind, with the sizes they are made for and their smallest type."""

    name: str
    path: str
    ready: str
    sizes: tuple[Size, ...]
    smallest: float
    """Pixels; on the wall those at 1920 x 1080, and in proportion elsewhere."""
    axe: tuple[Size, ...]
    """The sizes at which axe looks, too."""
    most: int = 99
    """How many sizes of type a page has at most, beside those in drawings."""
    wall: bool = False
    streamlit: bool = False
    larger: bool = False
    """Whether it is also read, at its first size, with type twice as large."""


WALL = Face(
    "wall", "scherm/{case}", ".p-page", ((1920, 1080), (3840, 2160), (1280, 720), (1024, 768)), 39, ((1280, 720),),
    wall=True,
)  # fmt: skip
"""Its type is read at 8 m from a picture of 3 m; test_faces.py measures the capitals of the font."""
PHONE = Face(
    "phone", "m/{case}", ".m-js .m-main", ((390, 844), (360, 640), (844, 390)), 16, ((390, 844), (1280, 720)),
    larger=True,
)  # fmt: skip
DESK = Face(
    "desk", "", ".w-footer", ((1280, 720), (1920, 1080), (390, 844), (640, 360)), 14, ((1280, 720), (390, 844)),
    most=4, streamlit=True,
)  # fmt: skip
"""At 640 x 360 stands what is left of a screen at 200%."""
LIGHT = Face("light", "", "main", ((1280, 720), (390, 844), (320, 640)), 14, ((390, 844),))
"""Pages without Streamlit and without weights."""
SHORT = Face("short", "kort/{case}", ".k-doors", ((390, 844), (1280, 720), (320, 640)), 14, ((390, 844), (1280, 720)))
"""Five minutes for a council member."""
WINDOWS = {"?": "help", "z": "sure", "k": "dial", "w": "who", "n": "when", "l": "gaps", "t": "futures", "m": "euros"}


def cases() -> list[Case]:
    """The shipped ones and one with ten alternatives, long words and an effect that is not known; Lutkemeer first."""
    shipped = [loaded(folder.parent) for folder in sorted(SHIPPED.glob("*/case.yaml"))]
    shipped.sort(key=lambda case: case.id != "lutkemeer")
    return [*shipped, loaded(TEN_PLANS)]


def wall_states(case: Case) -> Iterator[State]:
    """Empty, partly weighed, weighed in each view, each window, and a link of which a part was not used."""
    weighed = to_link(case, from_profile(case.profiles[-1]))
    yield State("weighed", weighed)
    yield State("partly weighed", partly(case))
    yield State("start")
    yield State("start with nothing", {"start": "own"})
    for step in range(1, 6):
        yield State(f"story {step} at the start", {"story": str(step)})
    for step in (4, 5):
        yield State(f"story {step}", {**weighed, "story": str(step)})
    yield State("story 5, partly", {**partly(case), "story": "5"})
    yield State("window over the story", {**weighed, "story": "4"}, ("?",))
    yield State("chosen theme", weighed, ("PageDown", "PageDown"))
    yield State("a theme not known of late", weighed, ("PageDown", "x", "PageDown", "ArrowUp"))
    yield State("value map", {**weighed, "view": "map"})
    yield State("note", strange(weighed))
    yield State("mangled link", {**weighed, "w": weighed["w"][:-1]})
    yield State("not known", not_known(case))
    asks = {"euros": case.valuation, "who": case.groups or case.requirements, "futures": case.futures}
    there = [key for key, name in WINDOWS.items() if asks.get(name, True)]
    for key in there:
        yield State(f"window {WINDOWS[key]}", weighed, (key,))
    for key in (key for key in there if key not in "zk"):
        yield State(f"window {WINDOWS[key]} at the start", {}, (key,))


def partly(case: Case) -> dict[str, str]:
    """The link of someone who weighed two themes."""
    first, second = (theme.id for theme in case.themes[:2])
    return {"start": "own", "w": f"{first}-100~{second}-50"}


def not_known(case: Case) -> dict[str, str]:
    """The link of someone who weighed all themes but one, of which this person does not know."""
    first, second, *others = (theme.id for theme in case.themes)
    return {"start": "own", "w": "~".join([f"{first}-100", f"{second}-x", *(f"{theme}-50" for theme in others)])}


def strange(weighed: dict[str, str]) -> dict[str, str]:
    """A link without its check, of which a part makes no sense."""
    return {key: part for key, part in weighed.items() if key != "k"} | {"r": "99", "c": "nothing-1"}


def phone_states(case: Case) -> Iterator[State]:
    """Each screen: nothing weighed, partly, all, with something not known; with the folds open, and in the dark."""
    weighed = to_link(case, from_profile(case.profiles[-1]))
    last = f"weigh-{case.themes[-1].id}"
    yield State("result", weighed, place="result")
    yield State("frame")
    yield State("frame, with weights", weighed)
    yield State("facts", place="facts")
    yield State("facts, unfolded", place="facts", unfolded=True)
    yield State("first question", place="weigh")
    yield State("question, partly weighed", partly(case), place="weigh")
    yield State("question, precise", weighed, place=last, unfolded=True)
    yield State("question, in the dark", weighed, place=last, unfolded=True, dark=True)
    yield State("result, partly", partly(case), place="result")
    yield State("question, not known", not_known(case), place=f"weigh-{case.themes[1].id}")
    yield State("result, not known", not_known(case), place="result")
    yield State("result, unfolded", weighed, place="result", unfolded=True)
    yield State("result, in the dark", weighed, place="result", unfolded=True, dark=True)
    yield State("frame, in the dark", dark=True, unfolded=True)
    yield State("note", strange(weighed), place="result")
    yield State("mangled link", {**weighed, "w": weighed["w"][:-1]})
    if case.valuation:
        yield State("result with euros", {**weighed, "e": "true_price_2025"}, place="result")


def desk_states(case: Case) -> Iterator[State]:
    """Every screen as it opens, and those that show weights also with weights: in light and in dark colours, which
    take turns in the short run."""
    for number, state in enumerate(_desk_states(case)):
        dark = replace(state, name=f"{state.name}, in the dark", dark=True)
        yield from (state, dark) if LONG else (dark if number % 2 else state,)


def _desk_states(case: Case) -> Iterator[State]:
    weighed = to_link(case, from_profile(case.profiles[-1]))
    here = {"case": case.id}
    for name in ("explore", "sure", "choices"):
        yield State(f"{name}, weighed", here | weighed, path=_address(name))
    yield State("explore, partly", here | partly(case), path=_address("explore"))
    yield State("explore, not known", here | not_known(case), path=_address("explore"))
    yield State("explore, plain sliders", here | weighed | {"plain": "1"}, path=_address("explore"))
    if case.valuation:
        yield State("euros, on", here | weighed | {"e": "true_price_2025"}, path=_address("euros"))
    for screen in SCREENS:
        yield State(screen.name, here, path=screen.address)


def _address(name: str) -> str:
    return next(screen.address for screen in SCREENS if screen.name == name)


def light_states(case: Case) -> Iterator[State]:
    """The statement and the list of cases, light and dark; and the presenter's window."""
    yield State("statement", path="toegankelijkheid")
    yield State("statement, in the dark", path="toegankelijkheid", dark=True)
    yield State("list of cases", path="m")
    yield State("presenter", path=f"regie/{case.id}")


def short_states(case: Case) -> Iterator[State]:
    """Before anybody weighed, and with weights."""
    yield State("bare")
    yield State("weighed", to_link(case, from_profile(case.profiles[-1])))


def address_of(face: Face, case: Case, state: State, language: str) -> str:
    """What stands behind the address of the server."""
    place = f"#{state.place}" if state.place else ""
    return f"{face.path.format(case=case.id)}{state.path}?{urlencode({'lang': language, **state.parts})}{place}"


@dataclass(frozen=True)
class Look:
    """One opening of a face: a state of a case in a language and a font, at all or some of its sizes."""

    face: Face
    case: Case
    state: State
    language: str
    font: Font
    sizes: tuple[Size, ...]
    axe: tuple[Size, ...] = ()
    """The sizes at which axe looks."""

    def __str__(self) -> str:
        return f"{self.face.name}, {self.case.id}, {self.state.name}, {self.language}, {self.font}"


STATES = ((WALL, wall_states), (PHONE, phone_states), (DESK, desk_states), (LIGHT, light_states), (SHORT, short_states))


def looks(found: list[Case]) -> Iterator[Look]:
    """What to open. Short: every state of each face once, and the pairs of case, language, size and font with it.

    The states of the first case take turns in two sizes each, one of them for axe; every other case has one look per
    face, at all its sizes. Two faces next to each other take turns in language and font: so the looks of a case hold
    all its pairs.
    """
    for turn, (face, states) in enumerate(STATES):
        several = found[:1] if face is LIGHT else found
        for place, case in enumerate(several):
            for number, state in enumerate(states(case)):
                if LONG:
                    for language, font in product(LANGUAGES, FONTS):
                        yield Look(face, case, state, language, font, face.sizes, face.axe)
                elif place == 0:
                    some, axe = sizes_in_turn(face, number)
                    some = face.sizes if face in (LIGHT, SHORT) else some
                    yield Look(face, case, state, LANGUAGES[number % 2], FONTS[number // 2 % 2], some, (axe,))
                elif number == (place + turn) % 2:
                    yield Look(face, case, state, LANGUAGES[number], FONTS[number], face.sizes)


def sizes_in_turn(face: Face, number: int) -> tuple[tuple[Size, ...], Size]:
    """The sizes of one of many states, and that at which axe looks: every round of turns starts one further."""
    axe = face.axe[number % len(face.axe)]
    count = len(face.sizes)
    own = face.sizes[(number + number // count) % count]
    return tuple(size for size in face.sizes if size in (own, axe)), axe
