"""What the wall offers before anything is weighed: to begin with nothing, or with an example. All in the same form."""

from math import ceil
from typing import Any
from urllib.parse import urlencode

from cases.definition.model import Case, Theme
from cases.definition.profile import Profile
from texts import Words
from weighing.links import to_link
from weighing.weighing import OWN, Weighing, from_largest, from_profile
from wording.effect_words import steps_text

KINDS = ("reference", "view", "single_value", "party")
COLUMN, COLUMNS = 6, 3
"""Lines in one column of the start page (a heading is a line), and columns on one screen."""
BESIDE, ACROSS = 2, 48
"""Steps beside each other where somebody names the largest (up to three: alone), and characters on a line in them."""
ROOM, NAME, LINE = 18.5, 1.4, 1.15
"""In the smallest type of the wall: what is left on one screen below the headings, and what a name and a line take."""
HEADING, LONGER = 66, 1.5
"""Characters of a question that fit on one line of the heading, and what each line more takes."""

_Pages = list[list[list[dict[str, Any]]]]


def start_pages(case: Case, text: Words) -> _Pages:
    """A start with nothing and the examples by kind, as links that hold their points.

    Pages of columns of blocks, a block under each heading.
    """
    nothing = "?" + urlencode({"lang": text.language, "start": OWN})
    blank = {"label": text("projector.blank_start"), "step": "", "href": nothing}
    groups = [("projector.blank_kind", [blank])]
    for kind in KINDS:
        groups.append(("kind." + kind, [_example(case, item, text) for item in case.profiles if item.kind == kind]))
    packed = (_columns(groups, lines, text) for lines in range(2, COLUMN + 1))
    columns = next((found for found in packed if len(found) <= COLUMNS), _columns(groups, COLUMN, text))
    return [columns[first : first + COLUMNS] for first in range(0, len(columns), COLUMNS)]


def _columns(groups: list[tuple[str, list[dict[str, str]]]], room: int, text: Words) -> list[list[dict[str, Any]]]:
    """Blocks below each other while a column has room for their lines; a long one goes on in the next column."""
    columns: list[list[dict[str, Any]]] = []
    free = 0
    for heading, found in groups:
        size = ceil(len(found) / ceil(len(found) / (room - 1))) if found else 1
        for first in range(0, len(found), size):
            block = {"kind": text(heading) if first == 0 else "", "examples": found[first : first + size]}
            lines = 1 + len(block["examples"])
            if lines > free:
                columns.append([])
                free = room
            columns[-1].append(block)
            free -= lines
    return columns


def largest_pages(case: Case, text: Words) -> _Pages:
    """The step of every theme, in the order of the case, as a link that puts it at 100."""
    steps = [_step(case, theme, text) for theme in case.themes]
    pages: list[list[dict[str, str]]] = []
    room, free = ROOM - LONGER * (len(text.of(case.question)) // HEADING), 0.0
    for first in range(0, len(steps), BESIDE):
        row = steps[first : first + BESIDE]
        high = NAME + LINE * max(ceil(len(step["step"]) / ACROSS) for step in row)
        if high > free:
            pages.append([])
            free = room
        pages[-1].extend(row)
        free -= high
    return [[[{"kind": "", "examples": page}]] for page in pages]


def _example(case: Case, profile: Profile, text: Words) -> dict[str, str]:
    return {"label": text.of(profile.label), "step": "", "href": _href(case, from_profile(profile), text)}


def _step(case: Case, theme: Theme, text: Words) -> dict[str, str]:
    href = _href(case, from_largest(theme.id), text)
    return {"label": text.of(theme.label), "step": steps_text(case.summed_in(theme.id), text), "href": href}


def _href(case: Case, weighing: Weighing, text: Words) -> str:
    return "?" + urlencode({"lang": text.language, **to_link(case, weighing)})
