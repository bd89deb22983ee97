"""Colours are checked by calculation: contrast by WCAG, colour blindness by simulation."""

import colorsys
import re
import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from cases.definition.model import MOST_ALTERNATIVES
from texts.palette import DARK, OTHERS, PRINT, REFERENCE, SCREEN, SCREEN_DARK, SHEET
from wording.charts import DASHES
from wording.colours import PATTERNS, pattern

PALETTE = (REFERENCE, *OTHERS)
CSS = (Path(__file__).parent.parent.parent / "web" / "static" / "board" / "board.css").read_text(encoding="utf-8")

# Machado, Oliveira and Fernandes (2009), A physiologically-based model for simulation of color vision deficiency,
# IEEE TVCG 15(6), full severity; for linear RGB.
SIMULATION = {
    "normal": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.3039],
    ],
}
JUST_TOLD_APART = 10.0
"""CIE76 difference from which two large patches side by side are told apart without effort."""

ROOT = Path(__file__).parent.parent.parent
HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
ROOMS = ("app.py", "ui", "web", "cli", "reports", "wording", "weighing", "cases", "valuation", "mcda", "files", "texts")
SETTINGS = ROOT / ".streamlit" / "config.toml"
"""Read by Streamlit before anything of ours runs, so it names colours again; they are compared below."""


def test_a_colour_is_named_in_the_palette_only():
    kinds = ("py", "css", "html", "js", "typ")
    files = [path for room in ROOMS for kind in kinds for path in (ROOT / room).rglob(f"*.{kind}")]
    assert len(files) > 300
    named = {path.relative_to(ROOT).as_posix() for path in files if HEX.search(path.read_text(encoding="utf-8"))}
    assert named == {"texts/palette.py"}
    for path in (ROOT / "reports").rglob("*.xml"):
        assert not re.search(r'="[0-9A-Fa-f]{6}"', path.read_text(encoding="utf-8")), path


def test_the_theme_of_streamlit_has_the_colours_of_the_palette():
    theme = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["theme"]
    for mode, colours in (("light", SCREEN), ("dark", SCREEN_DARK)):
        blue, ink, paper, soft, edge = (colours[name] for name in ("blue", "ink", "paper", "soft", "edge"))
        assert [theme[mode][f"{name}Color"] for name in ("primary", "link", "text")] == [blue, blue, ink]
        papers = [theme[mode][f"{name}Color"] for name in ("background", "secondaryBackground", "border")]
        assert papers == [paper, soft, edge]
    assert theme["chartCategoricalColors"] == list(PALETTE[:8])


def test_every_colour_that_a_style_sheet_asks_for_is_there():
    pages = [
        path
        for kind in ("html", "js", "py")
        for room in ("web", "ui", "reports")
        for path in (ROOT / room).rglob(f"*.{kind}")
    ]
    own = {name for path in pages for name in re.findall(r"(--[\w-]+)\s*[:\"]", path.read_text(encoding="utf-8"))}
    sheets = {path: SCREEN for room in ("web", "ui") for path in (ROOT / room).rglob("*.css")}
    sheets[ROOT / "reports" / "writers" / "templates" / "report.css"] = PRINT
    sheets[ROOT / "web" / "static" / "short" / "short.css"] = SCREEN | SHEET
    assert set(DARK) <= set(SHEET)
    assert set(SCREEN_DARK) < set(SCREEN)
    for path, palette in sheets.items():
        text = path.read_text(encoding="utf-8")
        set_here = set(re.findall(r"(--[\w-]+)\s*:", text))
        asked = set(re.findall(r"var\((--[\w-]+)\)", text)) - set_here - own
        assert asked <= {f"--{name}" for name in palette}, path


def linear(colour: str) -> np.ndarray:
    values = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def contrast(first: np.ndarray, second: np.ndarray) -> float:
    shares = np.array([0.2126, 0.7152, 0.0722])
    light, dark = sorted((float(first @ shares), float(second @ shares)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ rgb
    scaled = xyz / np.array([0.95047, 1.0, 1.08883])
    f = np.where(scaled > 0.008856, np.cbrt(scaled), 7.787 * scaled + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("colour", PALETTE)
def test_white_letters_can_be_read_on_every_colour(colour):
    assert contrast(linear(colour), np.ones(3)) >= 4.5


@pytest.mark.parametrize("sight", SIMULATION)
def test_the_colours_of_four_alternatives_are_told_apart(sight):
    seen = [lab(np.clip(np.array(SIMULATION[sight]) @ linear(colour), 0, 1)) for colour in PALETTE[:4]]
    for first, second in combinations(range(4), 2):
        assert np.linalg.norm(seen[first] - seen[second]) >= JUST_TOLD_APART, (PALETTE[first], PALETTE[second])


def test_no_alternative_has_the_hue_of_better_or_worse():
    def hue(colour: str) -> float:
        return 360 * colorsys.rgb_to_hsv(*(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)))[0]

    signs = ("much-better", "better", "worse", "much-worse", "fails", "fails-edge")
    for palette in (SCREEN, SCREEN | SCREEN_DARK):
        for sign in signs:
            apart = {other: abs((hue(palette[sign]) - hue(other) + 180) % 360 - 180) for other in OTHERS}
            assert min(apart.values()) > 25, (sign, apart)


@pytest.mark.parametrize("sight", SIMULATION)
def test_better_and_worse_are_told_apart(sight):
    for better, worse in (("better", "worse"), ("much-better", "much-worse")):
        first, second = (
            lab(np.clip(np.array(SIMULATION[sight]) @ linear(SCREEN[name]), 0, 1)) for name in (better, worse)
        )
        assert np.linalg.norm(first - second) >= JUST_TOLD_APART, (better, worse)


def test_the_largest_case_has_a_colour_a_dash_and_a_pattern_for_every_alternative():
    assert len(set(PALETTE)) == len(PALETTE)
    assert len(set(map(tuple, DASHES))) == len(DASHES)
    looks = {(OTHERS[place % len(OTHERS)], pattern(place + 1)) for place in range(MOST_ALTERNATIVES - 1)}
    assert len(looks) == MOST_ALTERNATIVES - 1  # behind the reference, which has a colour of its own
    parts = r"\[data-pattern=\"(\d)\"\]:is\(\.w-hundred-part, \.b-dial-part\)"
    for selector in (r"\.w-map-fill\.w-pattern-(\d)", parts):
        found = re.findall(selector + r" \{ (.+?) \}", CSS)
        assert [int(number) for number, _ in found] == list(range(1, PATTERNS))  # the first one is plain
        assert len({look for _, look in found}) == len(found)


def test_all_colours_are_told_apart_by_those_who_see_them_all():
    seen = [lab(linear(colour)) for colour in PALETTE]
    for first, second in combinations(range(len(PALETTE)), 2):
        assert np.linalg.norm(seen[first] - seen[second]) >= JUST_TOLD_APART, (PALETTE[first], PALETTE[second])


def test_in_the_light_and_in_the_dark_text_can_be_read_and_bars_stand_out():
    for palette in (SCREEN, SCREEN | SCREEN_DARK):
        linear_of = {name: linear(colour) for name, colour in palette.items()}
        inks, papers = ("ink", "quiet", "blue", "fails", "fault"), ("paper", "soft", "warn", "chosen")
        for ink, paper in [(ink, paper) for ink in inks for paper in papers] + [("paper", "blue"), ("thanks", "paper")]:
            assert contrast(linear_of[ink], linear_of[paper]) >= 4.5, (ink, paper)
        dark = palette is not SCREEN  # there a bar has an edge, because not every colour stands out by itself
        assert contrast(linear_of["track"], linear_of["paper"]) <= 1.5, "an empty bar is no light"
        for colour in PALETTE:
            assert contrast(linear_of["edge"] if dark else linear(colour), linear_of["track"]) >= 3, colour
            assert contrast(linear(colour), linear_of["disc"]) >= 3, colour
            assert contrast(linear(colour), linear_of["badge-ink"]) >= 3, colour
        assert contrast(linear_of["focus"], linear_of["paper"]) >= 3
