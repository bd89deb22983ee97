"""The place in the report: the outline drawn flat and true to scale, and the pictures of the alternatives."""

import pytest

from cases.definition.land_outline import LandOutline
from reports.blocks import Figure, PictureBlock
from tests.reports.chapters.making import annex, harbour, words_of
from tests.reports.chapters.test_whole import GARDEN
from weighing.what_if import changed


def square(west: float, south: float, wide: float, high: float) -> tuple[tuple[float, float], ...]:
    east, north = west + wide, south + high
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def test_the_outline_is_true_to_scale_with_its_area_in_words():
    # Half-way, at 60.005 degrees north, a degree to the right is half as long as one upwards (cosine 0.49992).
    # So 0.02 by 0.01 degree is nearly square: 1,112 by 1,112 metres, about 124 hectares.
    outline = LandOutline(((square(5.0, 60.0, 0.02, 0.01),),))
    figure = next(iter(annex(changed(harbour(), "outline", outline=outline), "en").all(Figure)))
    assert figure.id == "chart_place"
    assert figure.alt == "Where the land lies, north up. Outline of 124 hectares"
    points = figure.spec["datasets"]["rings"]
    assert max(point["x"] for point in points) == pytest.approx(1112, abs=1)
    assert max(point["y"] for point in points) == pytest.approx(1112, abs=1)
    assert figure.spec["datasets"]["scale"][0]["to"] == 200  # at most a third of the width
    domain = figure.spec["layer"][0]["encoding"]["y"]["scale"]["domain"]
    per_metre = figure.spec["width"] / 1112, figure.spec["height"] / (domain[1] - domain[0])
    assert per_metre[0] == pytest.approx(per_metre[1], rel=0.01)


def test_a_hole_is_not_filled():
    outline = LandOutline(((square(5, 52, 0.02, 0.02), square(5.005, 52.005, 0.005, 0.005)),))
    figure = next(iter(annex(changed(harbour(), "hole", outline=outline), "nl").all(Figure)))
    fills = {point["ring"]: point["fill"] for point in figure.spec["datasets"]["rings"]}
    assert fills[0] != "#FFFFFF"
    assert fills[1] == "#FFFFFF"


def test_each_picture_has_words_and_says_who_made_it_and_what_it_is():
    pictures = annex(GARDEN, "en").all(PictureBlock)
    assert len(pictures) == len(GARDEN.alternatives)
    for picture, alternative in zip(pictures, GARDEN.alternatives, strict=True):
        assert alternative.picture is not None
        assert picture.alt == alternative.picture.alt.en
        assert picture.caption.endswith(f"Drawing. {alternative.picture.credit.en}")
        assert picture.data.startswith(b"\x89PNG")


def test_an_alternative_without_a_picture_says_so_when_others_have_one():
    first = GARDEN.alternatives[1].model_copy(update={"picture": None})
    others = (GARDEN.alternatives[0], first, *GARDEN.alternatives[2:])
    said = words_of(annex(changed(GARDEN, "fewer", alternatives=others), "en"))
    assert said.count("There is no picture of this alternative.") == 1
