"""Pages on their side: what stands on them, so that no heading or introduction has a page of its own."""

import io

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from lxml import html
from markupsafe import Markup
from pypdf import PdfReader

from reports.blocks import Items, Paragraph, ReportDocument, Section
from reports.writers.contents_list import starts_wide
from reports.writers.docx_writer import write_docx
from reports.writers.html_writer import write_html
from reports.writers.pdf_writer import write_pdf

from .sample import effects_table

SHORT = Paragraph(Markup("Korte inleiding."))
LONG = Paragraph(Markup("Lange inleiding. " * 60))
WIDE = Section("w", "Breed", (effects_table(criteria=2),), wide=True)


def report(*blocks) -> ReportDocument:
    before = Section("before", "Ervoor", (Paragraph(Markup("Los.")),))
    return ReportDocument("T", "S", "nl", (), (before, Section("a", "Hoofdstuk", blocks)))


def pages(document: ReportDocument) -> list[tuple[bool, str]]:
    """For each page whether it lies on its side, and its words."""
    found = PdfReader(io.BytesIO(write_pdf(document, {}))).pages
    return [(page.mediabox.width > page.mediabox.height, page.extract_text()) for page in found]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((SHORT, Items((Markup("een"), Markup("twee"))), WIDE), True),
        ((LONG, WIDE), False),
        ((effects_table(criteria=2), WIDE), False),
        ((SHORT, Section("b", "Gewoon", (SHORT,)), WIDE), False),
        ((SHORT,), False),
    ],
)
def test_a_heading_with_a_short_introduction_goes_with_the_wide_section_under_it(blocks, expected):
    assert starts_wide(Section("a", "Hoofdstuk", blocks)) is expected


def test_in_the_pdf_heading_introduction_and_wide_table_share_a_page_and_what_follows_stands_upright():
    found = pages(report(SHORT, WIDE, Section("after", "Erna", (SHORT,))))
    assert [flat for flat, _ in found] == [False, True, False]
    assert all(words in found[1][1] for words in ("Hoofdstuk", "Korte inleiding", "Breed"))
    assert "Erna" in found[2][1]


def test_in_the_pdf_a_long_introduction_stands_upright():
    found = pages(report(LONG, WIDE))
    assert [flat for flat, _ in found] == [False, True]
    assert "Hoofdstuk" in found[0][1]


def test_in_the_pdf_wide_sections_in_a_row_share_pages():
    other = Section("x", "Ook breed", (effects_table(criteria=2),), wide=True)
    for blocks in ((WIDE, other), (LONG, WIDE, other)):
        flat = [words for is_flat, words in pages(report(*blocks)) if is_flat]
        assert "Breed" in flat[0]
        assert "Ook breed" in flat[0]


def test_in_word_heading_and_introduction_stand_on_the_wide_page():
    found = docx.Document(io.BytesIO(write_docx(report(SHORT, WIDE), {})))
    upright, side = WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE
    assert [section.orientation for section in found.sections] == [upright, side]
    turned = next(p for p in found.paragraphs if p._p.pPr is not None and p._p.pPr.find(qn("w:sectPr")) is not None)
    assert turned.text == "Los."


def test_on_the_web_page_heading_and_introduction_are_known_to_the_printer():
    found = html.fromstring(write_html(report(SHORT, WIDE), {}))
    chapter = found.get_element_by_id("a")
    assert [child.get("class") for child in chapter] == ["wide", "wide", "wide"]
    assert chapter[1].text_content().strip() == "Korte inleiding."


def test_a_paragraph_is_not_left_behind_on_the_page_before_its_list():
    """Fill a page line by line: wherever it ends, the words that announce a list stand on the page of the list."""
    for lines in range(30, 46):
        filler = (Paragraph(Markup("regel")),) * lines
        found = pages(report(*filler, Paragraph(Markup("Redenen:")), Items((Markup("eerste reden"),))))
        announcing = [place for place, (_, words) in enumerate(found) if "Redenen:" in words]
        assert announcing == [place for place, (_, words) in enumerate(found) if "eerste reden" in words]
