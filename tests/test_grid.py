"""Distances in our style sheets lie on one grid: 4 px where a rem is 16 px, on the wall a tenth of a rem."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
BETWEEN = re.compile(r"(?:^|[\s;{])((?:margin|padding)(?:-\w+)?|gap|row-gap|column-gap)\s*:\s*([^;}]+)")
LENGTH = re.compile(r"(?<![\w.#-])-?(\d*\.?\d+)(rem|px)\b")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
DRAWN = re.compile(r"thumb|b-dial-bar|b-dial-knob|w-plus|w-minus|w-rank-line")
"""Rules of which a distance is part of a drawing: the middle of a thumb on its track, a sign before a line."""
HAIR = 2
"""Pixels of a line or its place, which no grid holds."""


def distances(text: str) -> Iterator[tuple[str, float, str]]:
    """The selector, number and unit of each distance."""
    for selector, body in RULE.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        if not DRAWN.search(selector):
            for _, value in BETWEEN.findall(body):
                yield from ((selector.strip(), float(number), unit) for number, unit in LENGTH.findall(value))


def on_grid(number: float, unit: str, step: float) -> bool:
    if unit == "px":
        return number <= HAIR or number % 4 == 0
    return abs(number / step - round(number / step)) < 1e-9


SHEETS = {
    "web/static/board/board.css": 0.25,
    "ui/static/style.css": 0.25,
    "web/static/phone/phone.css": 0.25,
    "web/static/phone/proposals.css": 0.25,
    "web/static/short/short.css": 0.25,
    "web/static/rooms/ballot.css": 0.25,
    "web/static/rooms/desk_room.css": 0.25,
    "web/static/rooms/phone_room.css": 0.25,
    "web/static/rooms/print.css": 0.25,
    "web/static/rooms/wall_room.css": 0.1,
    "web/static/rooms/shown.css": 0.25,
    "web/static/projector/presenter.css": 0.25,
    "web/static/projector/projector.css": 0.1,  # there a rem is 39 px
}


def test_distances_lie_on_the_grid_in_every_sheet():
    assert {str(path.relative_to(ROOT)) for room in ("ui", "web") for path in (ROOT / room).rglob("*.css")} == set(
        SHEETS
    )
    for sheet, step in SHEETS.items():
        found = list(distances((ROOT / sheet).read_text(encoding="utf-8")))
        assert found, sheet
        assert [item for item in found if not on_grid(item[1], item[2], step)] == [], sheet


def test_the_check_sees_a_distance_beside_the_grid():
    text = "a { margin: 0 0.3rem 4px; } /* b { gap: 1px } */ @media x { .c::thumb { padding: 0.7rem } d { gap: 3px } }"
    assert [item for item in distances(text) if not on_grid(item[1], item[2], 0.25)] == [
        ("a", 0.3, "rem"), ("d", 3.0, "px"),
    ]  # fmt: skip
