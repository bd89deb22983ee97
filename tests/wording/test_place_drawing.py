"""The outline as a drawing: worked out by hand on the parallel where a degree of longitude is half as long."""

import math
import re
from xml.etree import ElementTree

import pytest

from cases.definition.land_outline import EARTH_RADIUS_M, LandOutline
from texts import LANGUAGES, words
from wording.place_drawing import hectares_text, metres_text, place_sentence, place_svg, plane_of

DEGREE = EARTH_RADIUS_M * math.pi / 180
WEST, SOUTH, EAST, NORTH = 5.0, 59.995, 5.02, 60.005
BOX = ((WEST, SOUTH), (EAST, SOUTH), (EAST, NORTH), (WEST, NORTH), (WEST, SOUTH))
HOLE = ((5.005, 60.0), (5.01, 60.0), (5.01, 60.0025), (5.005, 60.0))


def test_a_box_on_sixty_degrees_is_square_and_north_is_up():
    drawing = plane_of([BOX])
    assert drawing.path([BOX]) == "M0 300L300 300L300 0L0 0Z"
    assert drawing.width_m == pytest.approx(0.01 * DEGREE, rel=1e-9)
    assert drawing.height_m == pytest.approx(0.01 * DEGREE, rel=1e-9)  # 1112 metres
    assert drawing.bar_m == 200
    assert drawing.bar_m * drawing.scale == pytest.approx(300 * 200 / 1111.95, abs=0.01)


def test_holes_and_other_polygons_are_rings_of_the_same_path():
    far = tuple((east + 0.03, north) for east, north in BOX)
    drawing = plane_of([BOX, HOLE, far])
    path = drawing.path([BOX, HOLE, far])
    assert path.count("M") == path.count("Z") == 3
    assert drawing.height_m / drawing.width_m == pytest.approx(0.4, abs=0.001)


def test_points_that_fall_together_on_paper_are_drawn_once():
    dense = tuple((WEST + (EAST - WEST) * step / 100_000, SOUTH) for step in range(4_000))
    ring = dense + BOX[1:]
    assert plane_of([ring]).path([ring]).count("L") < 130


@pytest.mark.parametrize(
    ("share", "bar"), [(0.001, 20), (0.002, 50), (0.01, 200), (0.02, 500), (0.05, 2000), (1, 20_000)]
)
def test_the_bar_is_a_round_length_of_at_most_two_fifths(share, bar):
    ring = ((5.0, 0.0), (5.0 + share, 0.0), (5.0 + share, share / 2), (5.0, 0.0))
    drawing = plane_of([ring])
    assert drawing.bar_m == bar
    assert drawing.bar_m * drawing.scale <= 0.4 * 300


@pytest.mark.parametrize(
    ("hectares", "nl", "en"),
    [(0.0123, "0,0123", "0.0123"), (1.2345, "1,23", "1.23"), (43.25, "43,3", "43.3"), (1234.5, "1.235", "1,235")],
)
def test_an_area_has_three_digits(hectares, nl, en):
    assert hectares_text(hectares, words("nl")) == nl
    assert hectares_text(hectares, words("en")) == en


def test_a_length_has_two_digits():
    assert [metres_text(metres, words("nl")) for metres in (7.4, 46.2, 854, 1234, 3210, 54_321)] == [
        "7 m", "46 m", "850 m", "1.200 m", "3,2 km", "54 km",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawing_says_in_words_what_it_shows(language):
    outline = LandOutline(((BOX, HOLE),))
    svg = place_svg(outline, words(language))
    root = ElementTree.fromstring(svg)
    alt = root.attrib["aria-label"]
    assert alt == place_sentence(outline, words(language))
    assert hectares_text(outline.hectares, words(language)) in alt
    assert not re.search("None|nan|inf", svg)
    assert "200 m" in svg
