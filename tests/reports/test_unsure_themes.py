"""A theme of which the maker does not know the weight: every chapter says what the library knows, and no more."""

import io

import numpy as np
import openpyxl
import pytest

from reports.blocks import Figure, TableBlock
from reports.chapters import (
    dimensions_chapter,
    opinions_chapter,
    results_chapter,
    robustness_chapter,
    summary_chapter,
    switches_chapter,
    weights_chapter,
)
from reports.chapters.summary_results import may_be_first
from reports.document import document
from reports.printed_numbers import numbers
from reports.writers.xlsx_writer import write_xlsx
from tests.reports.report_case import HARBOUR, LUTKEMEER, content, plainly, table
from texts import LANGUAGES, words
from weighing.dimensions import parts
from weighing.weighing import OWN, Weighing
from wording.dimension_words import part_share
from wording.sentences import total_text

CASES = {case.id: case for case in (HARBOUR, LUTKEMEER)}


def unsure(case, language="nl", place=0):
    """Own weights only, on every theme but one."""
    themes = [theme.id for theme in case.themes]
    points = {key: 100.0 - 10 * order for order, key in enumerate(themes) if key != themes[place]}
    points[next(iter(points))] = 100.0
    own = Weighing(OWN, points, {}, unsure=frozenset({themes[place]}))
    return content(case, language, profiles=(), own=own)


@pytest.fixture(scope="module", params=[(key, language) for key in CASES for language in LANGUAGES], ids="-".join)
def found(request):
    key, language = request.param
    return unsure(CASES[key], language)


@pytest.fixture(scope="module")
def made(found):
    """The report of what is found."""
    return document(found)


def test_the_table_of_weights_says_that_it_is_not_known_and_the_others_are_ranges():
    # Living 100 and money 80 of 180 are 56% and 44%; with moving at its most, 100, they are 100 / 280 = 36% and 29%.
    given = content(
        HARBOUR,
        "en",
        profiles=(),
        own=Weighing(OWN, {"living": 100.0, "money": 80.0}, {}, unsure=frozenset({"moving"})),
    )
    made = document(given)
    (cells,) = table(made, "weights_by_theme")
    assert cells[1:] == ["I don't know", "36% to 56%", "29% to 44%"]
    steps = {row[0]: row[-1] for row in table(made, "weights_steps_1") if len(row) > 1}
    assert steps["Travel time"] == "I don't know"
    assert steps["Cost"] == "28.6% to 44.4%"
    assert words("en")("chapters.weights_unsure") in plainly([weights_chapter.chapter(given)])


def test_totals_are_the_ranges_of_the_library_and_only_those_are_called_first_that_can_be(found, made):
    (view,) = found.views
    comparison = view.comparison
    cells = table(made, "results_by_weighting")[0][1:]
    for place, cell in enumerate(cells):
        assert cell.startswith(total_text(comparison, place, found.text))
    marked = {place for place, cell in enumerate(cells) if found.text("report.may_be_first") in cell}
    if comparison.may_be_first:
        able = set(comparison.may_be_first)
        if view.verdict is not None and view.verdict.word == "undecided":
            able |= {view.verdict.first, view.verdict.rival}
        assert marked == able == set(may_be_first(view))
    summary = table(made, "summary_totals")[0][1:-1]
    assert {place for place, cell in enumerate(summary) if found.text("report.may_be_first") in cell} == marked


def test_what_each_theme_gives_adds_up_without_the_one_that_is_not_known(found, made):
    (view,) = found.views
    comparison = view.comparison
    rows = table(made, "contributions_own")
    assert set(rows[0][2:]) == {"-"}
    assert rows[0][1] == found.text("explore.unsure")
    assert rows[-2][0] == found.text("chapters.total_without")
    assert rows[-1][2:-1] == [total_text(comparison, place, found.text, 1) for place in range(len(rows[-1]) - 3)]
    for place in range(len(comparison.case.alternatives)):
        given = [row[2 + place] for row in rows[1:-2]]
        if found.text("effects.unknown") in given:
            continue
        total, known = (
            sum(float(cell.replace(",", ".").replace("−", "-")) for cell in cells)
            for cells in ([rows[-2][2 + place]], given)
        )
        assert known == pytest.approx(total, abs=0.051 * len(given))
    assert not [figure for figure in made.all(Figure) if figure.id == "chart_contributions"]


def test_a_theme_that_is_not_known_is_never_called_not_weighed_or_of_no_weight(found, made):
    chapters = (summary_chapter, weights_chapter, results_chapter, robustness_chapter, dimensions_chapter)
    said = {chapter.__name__: plainly([chapter.chapter(found)]) for chapter in chapters}
    name = found.text.of(found.case.themes[0].label)
    for words_ in said.values():
        assert found.text("explore.missing", themes=name) not in words_
        assert found.text("chapters.not_weighed") not in words_.split("\n")
    assert found.text("explore.unsure_themes", themes=name) in said[results_chapter.__name__]
    tips = [block for block in made.all(TableBlock) if block.id == "tips_own"]
    assert len(tips) == found.views[0].comparison.known
    assert all(row.cells[1] != "0%" for block in tips for row in block.rows)


def test_now_later_and_elsewhere_have_the_ranges_of_the_library(found, made):
    own = [row[1] for row in table(made, "dimension_totals") if row[0] == found.views[0].label]
    assert own
    assert own == [part_share(part, found.text) for part in parts(found.views[0].comparison) if part.inside is not None]


def test_what_needs_one_weight_for_each_theme_says_so_instead_of_a_number(found):
    text, (view,) = found.text, found.views
    assert view.around is None
    assert view.opinions is None
    assert text("chapters.around_unsure", views=view.label) in plainly([robustness_chapter.chapter(found)])
    assert text("chapters.around_view", view=view.label) not in plainly([robustness_chapter.chapter(found)])
    assert text("chapters.opinion_unsure") in plainly([opinions_chapter.chapter(found)])
    assert text("chapters.switches_unsure", views=view.label) in plainly([switches_chapter.chapter(found)])
    assert found.base is not view.comparison


def test_the_machine_readable_numbers_and_the_sheet_that_calculates_say_which_theme_it_is(found, made):
    (view,) = found.views
    printed = numbers(found)["views"]["own"]
    assert printed["unsure"] == [found.case.themes[0].id]
    assert printed["around"] is None
    assert printed["opinions"] is None
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(found, made)), data_only=True)
    sheet = book[view.label]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    said = found.text("spreadsheet.unsure", themes="|").split("|")[0]
    assert any(isinstance(cell, str) and cell.startswith(said) for row in cells for cell in row)
    unknown = bool(np.isnan(view.comparison.arrays.scores).any())
    head = found.text("spreadsheet.total_low" if unknown else "spreadsheet.total")
    (totals,) = [row for row in cells if head in row]
    count = len(found.case.alternatives)
    shown = [cell for cell in totals if isinstance(cell, float | int)][:count]
    assert shown == pytest.approx(view.comparison.effect_intervals[:, 0].tolist())
