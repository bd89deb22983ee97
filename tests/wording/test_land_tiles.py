"""Land in tiles: the counting by hand, the words, and drawings that can be read without colour."""

import colorsys
import math
from typing import get_args
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import SHIPPED
from cases.definition.land_use import Pattern
from cases.reading.loader import load_case
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.loaded import FOUR_PLANS, loaded
from texts import LANGUAGES, words
from texts.palette import LAND, OTHERS, SCREEN
from weighing.what_if import changed
from wording.land_drawing import NOT_NAMED, TileGroup, half_tiles, sample, tile_drawing
from wording.land_tiles import land_picture, paper_svg

HARBOUR, LUTKEMEER = loaded(GOOD), loaded(FOUR_PLANS)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("amounts", "total", "halves"),
    [
        # The food park: 41.5 of 43 is named, so half a tile of green stands beside half a tile of nothing.
        ([14, 8, 10, 9.5], 43, (28, 16, 20, 19, 3)),
        # The park and its centre: 27 + 8 + 5.5 = 40.5, and 2.5 is left.
        ([27, 8, 5.5], 43, (54, 16, 11, 5)),
        ([43], 43, (86, 0)),
        ([], 43, (86,)),
        # Thirds of 10: 6.67 halves each; two of the three remainders of .67 get the two halves that are left.
        ([10 / 3, 10 / 3, 10 / 3], 10, (7, 7, 6, 0)),
        # 0.2 is less than half a tile; 9.7 is 19.4 halves. What is left, 0.1, has 0.2 halves. The spare goes to 0.4.
        ([0.2, 9.7], 10, (1, 19, 0)),
        # 6.2 is drawn as 6 tiles: 12.4 halves.
        ([5], 6.2, (10, 2)),
    ],
)  # fmt: skip
def test_amounts_become_half_tiles_that_add_up(amounts, total, halves):
    assert half_tiles(amounts, total) == halves


@given(st.lists(st.floats(0.01, 60), max_size=8), st.floats(0, 40))
def test_no_amount_is_off_by_a_whole_half_tile_and_the_sum_is_the_total(amounts, rest):
    total = math.fsum(amounts) + rest
    halves = half_tiles(amounts, total)
    assert sum(halves) == math.floor(2 * total + 0.5)
    assert all(abs(count - 2 * amount) < 1 + 1e-6 for count, amount in zip(halves, [*amounts, rest], strict=True))


def test_a_tile_that_two_uses_share_is_half_of_each():
    drawn = tile_drawing([TileGroup("green", 19, "groen"), TileGroup(NOT_NAMED, 3, "niet genoemd")], "a")
    root = ElementTree.fromstring(drawn.svg("woorden"))
    green, rest = (group.find(f"{SVG}path").get("d") for group in root.findall(f"{SVG}g"))
    # A tile is 20 wide and 2 apart: nine tiles end at 198, and half a tile of 10 ends where the other half begins.
    assert green == "M0 0h208v20h-208z"
    assert rest == "M208 0h10v20h-10zM0 22h20v20h-20z"
    assert [group.find(f"{SVG}title").text for group in root.findall(f"{SVG}g")] == ["groen", "niet genoemd"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_figure_names_is_said_in_words_and_drawn_open(language):
    picture = land_picture(LUTKEMEER, words(language))
    rests = {plan.alternative.id: plan.rest for plan in picture.plans}
    assert ("41,5 van de 43" if language == "nl" else "41.5 of 43") in rests["food_park"]
    named = {plan.alternative.id: plan.named for plan in picture.plans}
    assert named["reference"] == ("42 van 43 genoemd" if language == "nl" else "42 of 43 named")
    assert named["business_park"] == ("43 van 43 genoemd" if language == "nl" else "43 of 43 named")
    drawn = {plan.alternative.id: NOT_NAMED in plan.svg for plan in picture.plans}
    assert drawn == {"reference": True, "business_park": False, "food_park": True, "combination": True}
    none, not_named = ("geen", "niet genoemd") if language == "nl" else ("none", "not named")
    assert [cell.shown.split()[0].replace(",", ".") for cell in picture.rows[-1].cells] == ["1", none, "1.5", "2.5"]
    # urban farming stays in every plan, and the figures of two do not say where
    urban = picture.rows[[use.id for use in LUTKEMEER.land_uses].index("urban_farming")].cells
    assert [cell.shown for cell in urban[2:]] == [not_named, not_named]
    assert picture.rows[0].cells[1].shown == none  # the uses of the business park fill the land: it has no fields


def test_a_use_without_an_amount_is_named_and_not_drawn():
    tram = land_picture(HARBOUR, words("nl")).plans[2]
    assert tram.rest == "Van 4,5 van de 6 hectare staat er waarvoor. Genoemd zonder oppervlakte: Riet."
    assert 'data-use="nature"' not in tram.svg
    assert tram.sentence == "Tram: Kades: 4 hectare; Weg of spoor: 0,5 hectare; Niet genoemd: 1,5 hectare."


def test_a_case_that_does_not_say_has_no_picture():
    assert land_picture(changed(HARBOUR, "bare", land_uses=(), land_use=()), words("nl")) is None


def test_words_of_a_case_are_data(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "label: {nl: Kades, en: Quays}", 'label: {nl: "<b onclick=x>&\\"", en: Quays}')
    picture = land_picture(load_case(case), words("nl"))
    for svg in (*(plan.svg for plan in picture.plans), paper_svg(picture)):
        assert "<b" not in svg
        assert '<b onclick=x>&"' in "".join(ElementTree.fromstring(svg).itertext()) + ElementTree.fromstring(svg).get(
            "aria-label"
        )


def test_every_pattern_has_a_tile_of_its_own_that_can_be_told_without_colour():
    patterns = (*get_args(Pattern), NOT_NAMED)
    assert set(patterns) == set(LAND)
    lines = {ElementTree.fromstring(sample(pattern)).findall(f".//{SVG}path")[0].get("d") for pattern in patterns}
    assert len(lines) == len(patterns)


def test_no_use_has_the_hue_of_an_alternative_and_ink_can_be_read_on_all():
    def parts(colour: str) -> list[float]:
        return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]

    def luminance(colour: str) -> float:
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts(colour)]
        return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))

    hues = [360 * colorsys.rgb_to_hsv(*parts(colour))[0] for colour in OTHERS]
    for pattern, colour in LAND.items():
        if max(parts(colour)) - min(parts(colour)) > 0.125:  # otherwise it is grey
            hue = 360 * colorsys.rgb_to_hsv(*parts(colour))[0]
            assert min(abs((hue - other + 180) % 360 - 180) for other in hues) > 25, pattern
        assert (luminance(colour) + 0.05) / (luminance(SCREEN["ink"]) + 0.05) > 4.5, pattern


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in SHIPPED.glob("*/land_use.csv")))
def test_the_drawing_on_paper_holds_every_name_and_fits_the_page(folder):
    picture = land_picture(load_case(SHIPPED / folder), words("nl"))
    root = ElementTree.fromstring(paper_svg(picture))
    said = " ".join(item.text for item in root.iter(f"{SVG}text"))
    assert all(row.label in said for row in picture.legend)
    for plan in picture.plans:
        assert said.count(plan.named) >= 1
    assert float(root.get("width")) <= 640


def test_plans_keep_the_order_of_the_case_and_one_form():
    backwards = changed(LUTKEMEER, "backwards", alternatives=LUTKEMEER.alternatives[::-1])
    one, other = (land_picture(case, words("nl")).plans for case in (LUTKEMEER, backwards))
    assert [plan.sentence for plan in one] == [plan.sentence for plan in other][::-1]
    assert len({(plan.drawing.width, plan.drawing.height) for plan in one}) == 1


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in SHIPPED.glob("*/land_use.csv")))
def test_the_legend_names_what_a_tile_shows_and_nothing_else(folder):
    case = load_case(SHIPPED / folder)
    picture = land_picture(case, words("nl"))
    # half a tile is certain from half a tile on, and impossible where no plan names an amount
    large = {claim.use for claim in case.land_use if (claim.amount or 0) >= case.land_tile / 2}
    some = {claim.use for claim in case.land_use if claim.amount}
    said = {row.label for row in picture.legend}
    labels = {use.id: use.label.nl for use in case.land_uses}
    assert {labels[use] for use in large} <= said
    assert not said & {label for use, label in labels.items() if use not in some}


def test_on_paper_no_word_of_a_name_is_cut_with_five_plans_beside_each_other():
    case = loaded(SHIPPED / "lutkemeer")
    for language in LANGUAGES:
        drawn = str(paper_svg(land_picture(case, words(language))))
        assert "\u2026" not in drawn
        for item in case.alternatives:
            assert all(part in drawn for part in item.label.get(language).split())
