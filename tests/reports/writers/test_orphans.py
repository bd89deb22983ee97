"""A heading never stands alone at the foot of a page: a short introduction goes along with the table that it leads."""

import io

import docx
from markupsafe import Markup
from pypdf import PdfReader

from reports.blocks import Items, Paragraph, ReportDocument, Section, TableBlock, TableColumn, TableRow
from reports.writers.contents_list import SHORT_INTRO, announced
from reports.writers.docx_writer import write_docx
from reports.writers.pdf_writer import write_pdf


def chapter(lines: int) -> tuple[Section, ...]:
    """A page filled so far, and then a chapter with an introduction and a table that stays whole."""
    before = Section("before", "Voor", tuple(Paragraph(Markup("Regel")) for _ in range(lines)))
    rows = tuple(TableRow((Markup("cel"), Markup("waarde"))) for _ in range(6))
    table = TableBlock("t", "Bijschrift", (TableColumn("a"), TableColumn("b")), rows)
    intro = (Paragraph(Markup("Eerste zin.")), Paragraph(Markup("Tweede zin."), "note"))
    return (before, Section("after", "Kophier", (*intro, table)))


def test_heading_introduction_and_table_share_a_page_wherever_the_page_ends():
    moved = 0
    for lines in range(20, 40):
        report = ReportDocument("T", "S", "nl", (), chapter(lines), contents=False)
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(report, {}))).pages]
        place = next(number for number, words in enumerate(pages) if "Kophier" in words)
        assert "Tweede zin" in pages[place], lines
        assert "waarde" in pages[place], lines
        moved += place > 0
    assert 0 < moved < 20


def test_in_word_the_introduction_keeps_with_what_follows_but_a_long_one_does_not():
    report = ReportDocument("T", "S", "nl", (), chapter(1), contents=False)
    lines = {line.text: line for line in docx.Document(io.BytesIO(write_docx(report, {}))).paragraphs}
    assert lines["Eerste zin."].paragraph_format.keep_with_next
    assert lines["Tweede zin."].paragraph_format.keep_with_next
    long = Paragraph(Markup("x" * SHORT_INTRO))
    section = Section(
        "s", "S", (long, Paragraph(Markup("y")), chapter(1)[1], Paragraph(Markup("z")), Items((Markup("i"),)))
    )
    assert announced(section) == [False, False, False, True, False]
