"""The summary alone: two pages with one picture and few codes of sources, whatever weightings it is asked for."""

import io
import re

import pytest
from pypdf import PdfReader

from cases import SHIPPED
from reports.blocks import Figure, Section, TableBlock
from reports.chapters.two_pages import MOST_CODES, MOST_WITH_FLIP, cited
from reports.document import document
from reports.writers.images import chart_images
from reports.writers.pdf_writer import write_pdf
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.reports.report_case import FAST, FIVE_PLANS, HARBOUR, LUTKEMEER, SURE, content, people, plainly, table
from texts import LANGUAGES
from wording.council_rows import TOPICS, council_columns
from wording.verdict_words import out_of_100

SHOWN = [loaded(SHIPPED / name) for name in ("lutkemeer", "breda_hogevucht", "heerlen_medtech")]
TEN = loaded(GOOD.parent / "ten_plans")


def alone(case=HARBOUR, language="nl", **settings):
    return document(content(case, language, depth="summary", **settings))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.id)
def test_it_is_two_pages_with_one_picture_and_at_most_eight_sources(case, language):
    every = tuple(profile.id for profile in case.profiles)
    for profiles in (every, every[1 : 1 + MOST_WITH_FLIP]):
        found = content(case, language, depth="summary", profiles=profiles)
        made = document(found)
        pages = [
            page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(made, chart_images(made, png=False)))).pages
        ]
        assert len(pages) == 2
        assert [found.text("report.summary") in page for page in pages] == [False, True]
        assert made.subtitle in " ".join(pages[0].split())
        assert [figure.id for figure in made.all(Figure)] == ["land_tiles"]
        codes = {key for key in case.sources if re.search(rf"\b{key}\b", plainly(made))}
        assert 0 < len(codes) <= MOST_CODES
        said = plainly(made).split(found.text("report.sources"))[-1]
        assert all(f"{key} " in said for key in codes)


def test_every_alternative_has_as_many_points_by_the_rule_of_the_cards_with_grade_and_a_source_of_its_own():
    for case in (HARBOUR, LUTKEMEER):
        for (alternative, criterion), source in cited(case).sources.items():
            assert source in case.performances[alternative, criterion].sources
    best, worst = table(alone(language="en"), "short_table")[:2]
    assert best[2] == "Travel time: 25 minutes per trip (quality C; S1); Reliability: sometimes late (quality C; S2)"
    assert worst[2] == "CO2: 30 kilotonnes a year (quality C; S1); Cost: 300,000 thousand euros (quality C; S1)"


def test_where_sources_are_too_many_the_first_points_of_every_alternative_keep_theirs(monkeypatch):
    def cells(most):
        monkeypatch.setattr("reports.chapters.two_pages.MOST_CODES", most)
        return [cell for row in table(alone(LUTKEMEER, profiles=("youth",)), "short_table")[:2] for cell in row[1:]]

    for most in (8, 5):
        points = [re.findall(r"\(([A-D])(; S[0-9]+)?\)", cell) for cell in cells(most)]
        kept = {tuple(bool(code) for _, code in cell) for cell in points}
        assert len(kept) == 1  # every alternative keeps as many
    assert not any("; S" in cell for cell in cells(0))


@pytest.mark.parametrize("case", [HARBOUR, TEN], ids=lambda case: case.id)
def test_its_first_page_has_the_rows_of_five_minutes_for_every_alternative(case):
    found = content(case, depth="summary", profiles=(case.profiles[0].id,))
    (shown,) = [item for item in document(found).all(TableBlock) if item.id == "short_table"]
    cells = [list(row.cells[1:]) for row in shown.rows]
    turned = cells if case is HARBOUR else [list(line) for line in zip(*cells, strict=True)]
    for place, topic in enumerate(TOPICS[1:], 2):
        assert turned[place] == [column.cells[topic].on_paper for column in council_columns(case, found.text)]


def test_many_weightings_have_a_line_each_with_who_comes_first_in_bold_and_who_may_with_a_star():
    profiles = ("equal_themes", "only_public_money", "youth", "residents_citywide")
    (shown,) = [item for item in alone(LUTKEMEER, profiles=profiles).all(TableBlock) if item.id == "summary_totals"]
    rows = {row.cells[0].striptags(): row.cells[1:] for row in shown.rows}
    assert [cell for cell in rows["Jongeren"][:-1] if "<b>" in cell] == ["<b>50</b>"]
    assert list(rows["Bewoners van de hele stad"][:-1]) == ["36", "51 *", "51 *", "49 *"]
    views = content(LUTKEMEER, profiles=profiles).views
    for view, cells in zip(views, rows.values(), strict=True):
        assert cells[-1] == f"<b>{view.said.label}</b> ({out_of_100(view.verdict.share, view.text)})"


def test_groups_of_people_are_in_sentences_and_not_in_a_table():
    found = alone(people=(*people("Kade", (FAST, 4), (SURE, 3)), *people("Dal", (SURE, 8))))
    assert "Kade: bij 57 van elke 100 mensen komt Rondweg eerst" in plainly(found)
    assert [item.id for item in found.all(TableBlock)] == ["short_table", "summary_totals"]
    assert [section.id for section in found.sections] == ["short", "summary"]
    assert "summary_people" in [section.id for section in found.all(Section)]


def test_all_examples_are_one_word_in_the_command():
    every = tuple(profile.id for profile in FIVE_PLANS.profiles)
    assert "--profiles all " in plainly(alone(FIVE_PLANS, profiles=every))
    assert "--profiles all " not in plainly(alone(FIVE_PLANS, profiles=every[::-1]))
