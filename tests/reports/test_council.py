"""The report for the council: short, two pages of summary, and nothing said more firmly than the verdict allows."""

import io
import re
from dataclasses import replace

import pytest
from markupsafe import Markup
from pypdf import PdfReader

from cases import SHIPPED
from reports.blocks import Figure, Paragraph, ReportDocument, Section, TableBlock
from reports.chapters import (
    gaps_chapter,
    opinions_chapter,
    question_chapter,
    results_chapter,
    robustness_chapter,
    summary_chapter,
)
from reports.chapters.chapter_parts import MANY_WEIGHTINGS
from reports.chapters.opinions_chapter import _letters
from reports.council_depth import council_annex
from reports.document import document
from reports.writers.images import chart_images
from reports.writers.pdf_writer import write_pdf
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.reports.report_case import FIVE_PLANS, HARBOUR, LUTKEMEER, content, plainly, table
from texts import LANGUAGES, words
from weighing.weighing import OWN, Weighing
from wording.council_rows import TOPICS, council_columns
from wording.doubt_rows import doubt_rows
from wording.gap_words import GapRow

SIX = tuple(profile.id for profile in LUTKEMEER.profiles if profile.kind != "single_value")[:6]
HEERLEN = loaded(SHIPPED / "heerlen_medtech")
TEN = loaded(GOOD.parent / "ten_plans")
UNDECIDED = ("youth", "residents_citywide")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_of_four_or_five_alternatives_and_six_weightings_is_two_pages(language):
    for case in (LUTKEMEER, FIVE_PLANS):
        found = content(case, language, profiles=SIX, depth="council")
        assert len(found.views) == 6
        made = ReportDocument("T", "S", language, (), (summary_chapter.chapter(found), question_chapter.chapter(found)))
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(made, {}))).pages]
        starts = [place for place, words in enumerate(pages) if found.text("chapters.question") in words]
        assert starts[-1] == 3  # the title, two pages of summary, and then the question


@pytest.mark.parametrize("case", [LUTKEMEER, HARBOUR, TEN], ids=lambda case: case.id)
def test_the_first_page_has_the_rows_of_the_page_of_five_minutes_for_every_alternative(case):
    found = content(case, profiles=(case.profiles[0].id,), depth="council")
    first = document(found).sections[0]
    assert first.id == "short"
    shown = [cell for table_row in first.blocks[-1].rows for cell in table_row.cells[1:]]
    said = [[column.cells[topic].on_paper for column in council_columns(case, found.text)] for topic in TOPICS]
    turned = [list(cells) for cells in zip(*said, strict=True)]  # with many alternatives a row each
    assert shown == [cell for cells in (turned if case is TEN else said) for cell in cells]
    made = ReportDocument("T", "S", "nl", (), (first, summary_chapter.chapter(found)))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(made, {}))).pages]
    assert [found.text("report.summary") in page for page in pages[1:3]] == [False, True]  # it takes one page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tiles_stand_in_the_summary_within_two_pages_or_right_behind_it(language):
    for profiles, there in ((SIX[:1], "summary"), (SIX, "question")):
        found = content(FIVE_PLANS, language, profiles=profiles, depth="council")
        made = ReportDocument("T", "S", language, (), (summary_chapter.chapter(found), question_chapter.chapter(found)))
        parts = [section.id for section in made.sections if any(block.id == "land_tiles" for block in figures(section))]
        assert parts == [there]
        written = write_pdf(made, chart_images(made, png=False))
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(written)).pages]
        assert [place for place, words in enumerate(pages) if found.text("chapters.question") in words][-1] == 3


def figures(section):
    return [block for block in section.blocks if isinstance(block, Figure)]


def test_in_an_undecided_weighting_nothing_is_bold_and_all_that_may_be_first_are_called_so():
    found = content(LUTKEMEER, profiles=UNDECIDED)
    assert [view.verdict.word == "undecided" for view in found.views] == [False, True]
    firm, open_ = (row.cells[1:] for row in results_chapter.totals_table(found).rows)
    assert [cell for cell in firm if "<b>" in cell] == ["<b>50</b>"]
    assert list(open_) == ["36", "51 (misschien eerst)", "51 (misschien eerst)", "49 (misschien eerst)"]
    said = [plainly([part]) for part in results_chapter.chapter(found).blocks if isinstance(part, Section)]
    assert not [words for words in said if "Met alleen de middelste schattingen is het zo" in words]  # they are level
    points = dict(
        zip((theme.id for theme in LUTKEMEER.themes), (90.0, 85.0, 45.0, 75.0, 75.0, 45.0, 25.0), strict=True)
    )
    seldom = content(LUTKEMEER, own=Weighing(OWN, points))
    said = [plainly([part]) for part in results_chapter.chapter(seldom).blocks if isinstance(part, Section)]
    about = next(words for words in said if "weten we niet wat eerst komt" in words)
    assert "Met alleen de middelste schattingen is het zo" in about


@pytest.mark.parametrize("case", [FIVE_PLANS, HEERLEN], ids=lambda case: case.id)
def test_before_the_annexes_the_report_for_the_council_is_at_most_twelve_pages(case):
    found = content(case, profiles=tuple(profile.id for profile in case.profiles)[:6], depth="council")
    made = document(found)
    place = [section.id for section in made.sections].index("annexes")
    body = replace(made, sections=made.sections[: place + 1])
    pages = PdfReader(io.BytesIO(write_pdf(body, chart_images(body, png=False)))).pages
    assert len(pages) - 1 <= 12  # the last is the first of the annexes
    assert found.text("report.annexes") in pages[-1].extract_text()


def test_what_is_left_out_is_named_per_chapter_also_a_chapter_of_which_nothing_is_left():
    part = Section("conflicts_themes", "Themes", (Paragraph(Markup("x")),), one_by_one=True)
    annex = [
        Section("conflicts", "Clash", (part,)),
        Section("glossary", "Terms", (Paragraph(Markup("x")),), one_by_one=True),
        Section("effects", "Effects", (Paragraph(Markup("kept")), *(
            Section(key, title, (Paragraph(Markup("x")),), one_by_one=True)
            for key, title in (("effects_claims", "Claims"), ("effects_checks", "Checks"))
        ))),
    ]  # fmt: skip
    kept = council_annex(annex, words("en"))
    assert [section.id for section in kept] == ["effects", "left_out"]
    assert [line.striptags() for line in kept[-1].blocks[1].items] == [
        "Clash: Themes", "Terms", "Effects: Claims; Checks"
    ]  # fmt: skip


def test_the_report_for_the_council_has_no_page_on_its_side_for_five_alternatives():
    found = document(content(FIVE_PLANS, profiles=("equal_themes",), depth="council"))
    assert not [section.id for section in found.all(Section) if section.wide]


def test_the_same_gap_of_several_alternatives_is_one_line():
    as_now, ring_road, tram = HARBOUR.alternatives
    rows = (
        GapRow("Group: dockers", "Nobody asked.", (ring_road,), ""),
        GapRow("Group: dockers", "Another reason.", (as_now,), ""),
        GapRow("Group: dockers", "Nobody asked.", (tram,), ""),
        GapRow("", "Dust.", (), ""),
        GapRow("", "Dust.", (tram,), ""),
    )
    found = gaps_chapter.merged(rows)
    assert [(row.why, row.alternatives) for row in found] == [
        ("Nobody asked.", (ring_road, tram)),
        ("Another reason.", (as_now,)),
        ("Dust.", ()),  # none means all of them
    ]


def test_an_order_in_letters_keeps_equals_together_and_leaves_out_what_fails():
    assert _letters(HARBOUR, [2, 1, 2]) == "A R = B"
    assert _letters(HARBOUR, [0, 2, 1]) == "B A"


def test_who_loses_because_they_pay_is_said_in_the_table_of_groups():
    found = document(content(LUTKEMEER, profiles=("equal_themes",), depth="council"))
    rows = {row[0]: row[1:] for row in table(found, "who_matrix")}
    assert rows["GEM Lutkemeer en SADC"] == ["− betaalt", "+", "− betaalt", "− betaalt"]
    assert rows["Boeren en voedselinitiatieven"][1] == "−−"  # loses, and does not pay


def test_the_sources_stand_in_one_table_with_publisher_and_year():
    found = document(content(language="en", depth="council"))
    (sources,) = [item for item in found.all(TableBlock) if item.id == "sources_all"]
    assert len(sources.columns) == 3
    assert any(row.cells[2] == "De tests, 2019-2021" for row in sources.rows)


def test_what_is_not_worth_finding_out_is_named_in_a_line_and_is_no_row():
    (view,) = content(LUTKEMEER, profiles=("job_seeker",)).views
    made = robustness_chapter._doubts(view, view.verdict, view.text)
    (doubts,) = [item for item in made if isinstance(item, TableBlock)]
    gains = [row.cells[3] for row in doubts.rows]
    assert gains
    assert not {"0", view.text("sure.doubts_little")} & set(gains)
    every = doubt_rows(view.verdict, view.text)
    named = str(doubts.note).split(": ", 1)[-1]
    assert all(item.label in named for item in every[len(gains) :])
    assert len(gains) < len(every)


def test_every_method_of_the_table_is_counted_in_the_sentence_or_named_as_not_counted():
    for language in LANGUAGES:
        found = content(LUTKEMEER, language, profiles=("equal_themes",), depth="council")
        (view,) = found.views
        made = opinions_chapter.chapter(found)
        (orders,) = [item for item in document(found).all(TableBlock) if item.id == "opinions_places"]
        others = [
            head.title for head, cell in list(zip(orders.columns, orders.rows[0].cells, strict=True))[2:] if cell != "-"
        ]
        asked = sum(view.opinions.counted)
        assert re.search(rf"\b{asked}\b", plainly(made.blocks[:2]))
        left = [name for name in others if name in str(orders.note)]
        assert len(others) - len(left) == asked
        assert left == ["SPOTIS"]


@pytest.mark.parametrize("case", [LUTKEMEER, HEERLEN], ids=lambda case: case.id)
def test_with_every_weighting_of_the_case_there_are_still_at_most_twelve_pages_before_the_annexes(case):
    found = content(case, profiles=tuple(profile.id for profile in case.profiles), depth="council")
    made = document(found)
    place = [section.id for section in made.sections].index("annexes")
    body = replace(made, sections=made.sections[: place + 1])
    pages = [
        page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(body, chart_images(body, png=False)))).pages
    ]
    assert len(pages) - 1 <= 12
    rows = [row[0] for row in table(made, "results_by_weighting")]
    assert rows == [view.label for view in found.views]  # a line for each, and what is left out is named
    if len(found.views) > MANY_WEIGHTINGS:
        assert found.text("chapters.dimensions_parts") in plainly([made.sections[-2]])
