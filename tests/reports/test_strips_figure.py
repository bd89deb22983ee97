"""The strips on paper: every effect once where the screen has it, hollow and with its range as there."""

import re
from dataclasses import replace
from types import MappingProxyType
from xml.etree import ElementTree

import pytest

from cases import SHIPPED
from reports.blocks import TableBlock
from reports.document import document
from reports.figures.strips_figure import COLUMN, LEFT, RIGHT, TALLEST, WIDTH, strips_figures
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.reports.report_case import HARBOUR, LUTKEMEER, content
from texts import LANGUAGES, words
from weighing.what_if import changed
from wording.colours import colours
from wording.effect_strips import effect_strip

SVG = "{http://www.w3.org/2000/svg}"
CASES = [loaded(path.parent) for path in sorted(SHIPPED.glob("*/case.yaml"))] + [
    HARBOUR,
    loaded(GOOD.parent / "ten_plans"),
]


def drawn(case, language="nl"):
    return [ElementTree.fromstring(figure.drawing) for figure in strips_figures(case, words(language))]


def texts_in(root):
    return [(item.text or "") for item in root.iter(f"{SVG}text")]


def dots(case, drawings):
    """For each mark its letter, where it stands from 0 to 100, its colour and whether it is hollow; not the legend."""
    codes = {item.code for item in case.alternatives}
    found = []
    for root in drawings:
        for group in root.iter(f"{SVG}g"):
            circle, label = group.find(f"{SVG}circle"), group.find(f"{SVG}text")
            if circle is not None and label is not None and label.text in codes:
                x = float(re.match(r"translate\(([-\d.]+)", group.get("transform"))[1])
                place = 100 * (x - LEFT) / (RIGHT - LEFT)
                found.append((label.text, place, circle.get("stroke"), circle.get("fill") != circle.get("stroke")))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_effect_stands_once_where_the_strip_of_the_screen_has_it(case, language):
    palette = colours(case)
    told = [
        (mark.cell.alternative.code, pytest.approx(mark.place, abs=0.01), palette[mark.cell.alternative.id],
         mark.cell.illustrative)
        for theme in case.themes
        for item in case.criteria
        if item.theme == theme.id
        for mark in effect_strip(case, item, words(language)).marks
    ]  # fmt: skip
    drawings = drawn(case, language)
    assert dots(case, drawings) == told
    whiskers = sum(path.get("stroke-width") == "2.5" for root in drawings for path in root.iter(f"{SVG}path"))
    assert whiskers == 1 + sum(
        mark.whisker is not None for item in case.criteria for mark in effect_strip(case, item, words(language)).marks
    )  # one in the legend


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_fits_the_page_and_names_every_criterion_and_both_its_ends(case):
    text = words("nl")
    for root in drawn(case):
        assert float(root.get("width")) == WIDTH
        assert float(root.get("height")) <= TALLEST
    said = " ".join(" ".join(texts_in(root)) for root in drawn(case))
    alt = " ".join(figure.alt for figure in strips_figures(case, text))
    for criterion in case.criteria:
        name = criterion.label.get("nl")
        assert f"{name} (" in alt
        assert name.split()[0] in said
        strip = effect_strip(case, criterion, text)
        assert text("strip.from_worst", worst=strip.worst).split()[-1] in said
    assert COLUMN + RIGHT < WIDTH


def test_the_alternative_text_gives_the_figures_from_worst_to_best_and_who_is_not_known():
    # Travel time: as now 40, tram 30, ring road 25 minutes, fewer is better. Green in the street of the ring road is
    # not known. Cost: ring road 300,000, tram 240,000, as now 0.
    (figure,) = strips_figures(HARBOUR, words("en"))
    assert "Travel time (minutes per trip): R 40, B 30, A 25." in figure.alt
    assert "Cost (thousand euros): A 300,000, B 240,000, R 0." in figure.alt
    assert "; not known: A." in figure.alt.split("Green in the street")[1]
    table = dict(HARBOUR.performances)
    table["tram", "travel_time"] = replace(table["tram", "travel_time"], value=25.0, low=None, high=None)
    equal = changed(HARBOUR, "equal times", performances=MappingProxyType(table))
    assert ": R 40, A 25, B 25." in strips_figures(equal, words("en"))[0].alt


def test_one_legend_for_all_and_only_the_signs_that_are_there():
    text = words("nl")
    found = [texts_in(root) for root in drawn(LUTKEMEER)]
    assert len(found) > 1
    for key in ("strip.value", "grade.D", "effects.range"):
        assert [text(key) in said for said in found] == [True] + [False] * (len(found) - 1)
    assert not any(text("explore.fails") in said for said in found)
    assert text("explore.fails") in texts_in(drawn(HARBOUR)[0])


def test_turning_the_alternatives_round_changes_no_place_and_no_form():
    turned = changed(HARBOUR, "turned strips", alternatives=HARBOUR.alternatives[::-1])

    def places(case):
        return sorted((code, round(place, 6), hollow) for code, place, _, hollow in dots(case, drawn(case)))

    assert places(turned) == places(HARBOUR)


@pytest.mark.parametrize("depth", ["council", "full"])
def test_the_strips_stand_before_the_table_with_all_figures(depth):
    found = document(content(LUTKEMEER, profiles=("equal_themes",), depth=depth))
    (chapter,) = [section for section in found.sections if section.id == "effects"]
    keys = [block.id for block in chapter.blocks if hasattr(block, "id")]
    assert keys.index("effects_table") == keys.index("effects_strips") + 1
    assert "effects_all" in {table.id for table in found.all(TableBlock)}


def test_words_of_a_case_are_data():
    evil = HARBOUR.criteria[0].model_copy(
        update={"label": HARBOUR.criteria[0].label.model_copy(update={"nl": '<b onclick=x>&"'})}
    )
    hostile = changed(HARBOUR, "hostile strips", criteria=(evil, *HARBOUR.criteria[1:]))
    (figure,) = strips_figures(hostile, words("nl"))
    assert "<b" not in figure.drawing
    assert any('<b onclick=x>&"' in said for said in texts_in(ElementTree.fromstring(figure.drawing)))
