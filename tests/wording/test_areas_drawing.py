"""Maps of areas: the same land at the same scale for every plan, by hand, and in words."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from cases.reading.loader import load_case
from tests.cases.areas import with_areas
from tests.cases.harbour import GOOD
from texts import LANGUAGES, words
from wording.areas_drawing import areas_picture

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return load_case(with_areas(tmp_path_factory.mktemp("map")))


def test_a_case_without_areas_has_no_maps():
    assert areas_picture(load_case(GOOD), words("nl")) is None


def test_every_map_shows_the_same_land_at_the_same_scale_in_the_same_form(case):
    picture = areas_picture(case, words("nl"))
    roots = [ElementTree.fromstring(each.svg) for each in picture.maps]
    assert len(roots) == len(case.alternatives)
    assert len({root.attrib["viewBox"] for root in roots}) == 1
    # The land is 300 m wide, so a metre is a pixel; the bar is the largest round length within 120 m.
    assert {"".join(root.itertext()).strip() for root in roots} == {"100 mN"}
    paths = [[path for path in root.iter(f"{SVG}path") if "data-use" in path.attrib] for root in roots]
    assert [[path.attrib["data-use"] for path in found] for found in paths] == [
        ["quays", "reeds"], ["quays", "road"], ["reeds"],
    ]  # fmt: skip
    # The reeds of the tram lie at the left: 100 m of 300.
    xs = [float(number) for number in re.findall(r"[ML]([\d.]+) ", paths[2][0].attrib["d"])]
    assert (min(xs), max(xs)) == (pytest.approx(0, abs=4), pytest.approx(100, abs=4))


def test_a_use_has_the_pattern_of_its_tiles_and_no_two_drawings_share_a_name(case):
    picture = areas_picture(case, words("nl"))
    assert [label for label, _ in picture.legend] == ["Kades", "Riet", "Weg of spoor"]
    names = [name for each in picture.maps for name in re.findall(r'id="([^"]+)"', each.svg)]
    assert len(names) == len(set(names)) == 5
    for each in picture.maps:
        assert set(re.findall(r"url\(#([^)]+)\)", each.svg)) == set(re.findall(r'id="([^"]+)"', each.svg))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_map_says_its_hectares_in_words(case, language):
    picture = areas_picture(case, words(language))
    said = [each.sentence for each in picture.maps]
    for each, expected in zip(picture.maps, ((5, 1), (3.59, 2), (2,)), strict=True):
        assert ElementTree.fromstring(each.svg).attrib["aria-label"] == each.sentence
        numbers = [float(found.replace(",", ".")) for found in re.findall(r"([\d.,]+)\s*hectare", each.uses)]
        assert numbers == pytest.approx(expected, abs=0.01)
    paper = ElementTree.fromstring(picture.paper_svg)
    assert paper.attrib["aria-label"] == " ".join(said)
    for alternative in case.alternatives:
        assert words(language).of(alternative.label) in "".join(paper.itertext())


def test_twenty_maps_fit_on_one_page(case):
    picture = areas_picture(case, words("nl"))
    for count in (1, 2, 4, 5, 9, 10, 20):
        many = replace(picture, maps=(picture.maps * 7)[:count])
        _, _, wide, high = map(float, ElementTree.fromstring(many.paper_svg).attrib["viewBox"].split())
        assert high / wide < 1.4, count  # a page without its margins is 170 mm by 250 mm
