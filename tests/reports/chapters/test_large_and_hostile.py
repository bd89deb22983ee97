"""Ten alternatives and sixty criteria, words that want to be code, and very long words."""

import json
from functools import partial

import pytest

from mcda.robustness import acceptability
from reports.blocks import Figure, Section, TableBlock, runs
from reports.figures.report_charts import TALLEST, totals_figures
from tests.cases.test_lutkemeer import CASE
from tests.reports.chapters.large import ALTERNATIVES, CRITERIA, large_case, with_words
from tests.reports.chapters.making import annex, harbour, table, words_in, words_of
from texts import words
from weighing import score_draws, shares_of_weightings
from weighing.comparison import compare
from weighing.weighing import from_profile

HOSTILE = '<script>alert(1)</script> <b onclick="x">=1+1</b> & </w:t>'


@pytest.fixture
def few_draws(monkeypatch):
    """The large case is about the size of tables; its shares need not be right to a per cent."""
    monkeypatch.setattr(shares_of_weightings, "acceptability", partial(acceptability, samples=64))
    monkeypatch.setattr(score_draws, "SAMPLES", 64)


def test_ten_alternatives_and_sixty_criteria_keep_their_rows_and_their_unknowns(few_draws):
    case, text = large_case(), words("nl")
    document = annex(case, "nl", 2)
    rows = table(document, "effects_all")
    assert len(rows) == CRITERIA
    assert {len(row) for row in rows} == {ALTERNATIVES + 1}
    assert sum(cell == text("effects.unknown") for row in rows for cell in row) == ALTERNATIVES - 1
    assert len(table(document, "effects_sources")) == ALTERNATIVES * CRITERIA
    # With so many columns a page on its side is needed, wherever the alternatives stand beside each other.
    for section in document.all(Section):
        beside = [
            block for block in section.blocks if isinstance(block, TableBlock) and len(block.columns) > ALTERNATIVES
        ]
        assert section.wide or not beside, section.id


def test_a_chart_of_many_weightings_is_cut_where_the_page_ends_and_says_which_part_it_is():
    views = [(profile.label.nl, compare(CASE, from_profile(profile))) for profile in CASE.profiles]
    figures = totals_figures(CASE, views, words("nl"))
    panels = [len(item.spec["concat"]) for item in figures]
    # Four bars of 22 pixels and 95 of what stands around them: four rows of three panels on a page.
    assert panels == [12, 12, 4]
    for figure, count in zip(figures, panels, strict=True):
        rows = -(-count // figure.spec["columns"])
        assert rows * (figure.spec["concat"][0]["height"] + 95) <= TALLEST
    assert figures[1].caption.endswith("(deel 2 van 3)")


def test_hostile_words_stay_words():
    case = with_words(harbour(), "hostile", lambda words: f"{words} {HOSTILE}")
    document = annex(case, "nl", 2)
    said = words_of(document)
    assert f"{harbour().question.nl} {HOSTILE}" in said
    assert f"{harbour().alternatives[1].label.nl} {HOSTILE}" in said
    for found in document.all(TableBlock):
        for row in found.rows:
            for cell in row.cells:
                assert "<script" not in cell
                assert all(run.link is None for run in runs(cell) if "alert" in run.text)


def test_names_in_charts_are_data_and_are_cut_in_sight():
    case = with_words(harbour(), "long", lambda words: f"{words} " + "abc " * 500)
    document = annex(case, "nl", 2)
    for figure in document.all(Figure):
        assert len(json.dumps(figure.spec.get("title", ""))) < 2000
    totals = next(item for item in document.all(Figure) if item.id == "chart_totals_1")
    key = " ".join(totals.spec["title"]["text"])
    assert "…" in key
    # What is cut in a chart stands whole in the table of the same section.
    section = next(item for item in document.all(Section) if totals in item.blocks)
    whole = " ".join(words_in(section))
    assert all(item.label.nl in whole for item in case.alternatives)


def test_one_word_without_spaces_does_not_widen_a_chart():
    case = with_words(harbour(), "wide", lambda words: "x" * 3000 + words.replace(" ", ""))
    for figure in annex(case, "nl", 1).all(Figure):
        titles = json.dumps([figure.spec.get("title", {}), [item["title"] for item in figure.spec.get("concat", ())]])
        assert "x" * 100 not in titles
