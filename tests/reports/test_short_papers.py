"""Slides and the one page: as many as promised, every alternative alike, and readable for who listens."""

import io
from functools import cache

from pptx import Presentation
from pptx.util import Emu
from pypdf import PdfReader

from cases import SHIPPED
from reports.blocks import TableBlock
from reports.chapters.one_page import one_page
from reports.chapters.slides import SLIDES, slides
from reports.writers.images import chart_images
from reports.writers.pdf_writer import write_pdf
from reports.writers.pptx_writer import SMALLEST_CELL, _cell_size, write_pptx
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.reports.report_case import HARBOUR, content, plainly
from texts import LANGUAGES

CASES = [loaded(path.parent) for path in sorted(SHIPPED.glob("*/case.yaml"))] + [HARBOUR]
TEN = loaded(GOOD.parent / "ten_plans")


@cache
def shown(case_id: str, language: str):
    case = next(case for case in [*CASES, TEN] if case.id == case_id)
    return content(case, language, profiles=(case.profiles[0].id,), depth="council")


def opened(data: bytes):
    return Presentation(io.BytesIO(data))


def test_there_are_eight_slides_with_a_title_each_and_their_words_fit():
    for place, case in enumerate([*CASES, TEN]):
        language = LANGUAGES[place % 2]
        made = slides(shown(case.id, language))
        show = opened(write_pptx(made, {}))
        assert len(SLIDES) == 8
        assert [slide.shapes.title.text_frame.text for slide in show.slides] == [part.title for part in made.sections]
        for slide in show.slides:
            for shape in slide.shapes:
                assert 0 <= shape.left <= shape.left + shape.width <= show.slide_width + Emu(2), case.id
                assert shape.top + (0 if shape.has_table else shape.height) <= show.slide_height, case.id
        for table in made.all(TableBlock):
            if case is not TEN:
                widths = [12 * column.width / sum(one.width for one in table.columns) for column in table.columns]
                assert _cell_size(table, widths, 5.5) > SMALLEST_CELL, (case.id, table.id)


def test_every_word_of_the_slides_is_in_the_file_and_says_its_language():
    for language, tag in (("nl", "nl-NL"), ("en", "en-GB")):
        made = slides(shown("lutkemeer", language))
        images = chart_images(made)
        show = opened(write_pptx(made, images))
        words = "".join(text for slide in show.slides for text in slide._element.xpath(".//a:t/text()"))
        for line in plainly([part for part in made.sections if not part.id.endswith("plans")]).splitlines():
            assert line in words or line in {block.caption for block in made.all(TableBlock)}, line
        assert {run.get("lang") for slide in show.slides for run in slide._element.xpath(".//a:rPr")} == {tag}
        pictures = [shape for slide in show.slides for shape in slide.shapes if shape.shape_type == 13]
        assert [shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures]
        assert write_pptx(made, images) == write_pptx(made, images)


def test_every_alternative_has_the_same_room_on_slides_and_on_the_page():
    for case in CASES:
        found = shown(case.id, "en")
        (points,) = [table for table in slides(found).all(TableBlock) if table.id == "slide_points"]
        assert len(points.rows) == len(case.alternatives)
        assert {str(cell).count("; ") for row in points.rows for cell in row.cells[1:]} == {0}
        (table,) = one_page(found).all(TableBlock)
        assert [str(row.cells[0].striptags()) for row in table.rows] == [
            f"{item.label.en} ({item.code})" for item in case.alternatives
        ]


def test_the_one_page_is_one_page():
    for place, case in enumerate([*CASES, TEN]):
        for language in LANGUAGES if place < 3 else LANGUAGES[:1]:
            made = one_page(shown(case.id, language))
            pages = PdfReader(io.BytesIO(write_pdf(made, chart_images(made, png=False)))).pages
            assert len(pages) == 1, (case.id, language)
