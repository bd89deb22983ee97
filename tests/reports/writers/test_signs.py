"""A sign of two marks stays on one line in every format: half of [−−] says something else."""

import io
import re

from markupsafe import Markup
from pypdf import PdfReader

from reports.blocks import ReportDocument, Section, TableBlock, TableColumn, TableRow
from reports.writers.html_writer import write_html
from reports.writers.pdf_writer import write_pdf

SIGNS = ("[−−]", "[++]", "−−", "++")


def narrow() -> ReportDocument:
    """Signs behind words of every length, in narrow columns: somewhere each of them meets the end of a line."""
    rows = tuple(
        TableRow(tuple(Markup("{} {} C").format("1" * length, sign) for sign in SIGNS for _ in range(3)))
        for length in range(1, 12)
    )
    table = TableBlock("t", "Signs", tuple(TableColumn("x") for _ in rows[0].cells), rows)
    return ReportDocument("T", "S", "nl", (("Datum", "1 mei 2026"),), (Section("s", "S", (table,)),))


def test_in_the_pdf_no_line_ends_inside_a_sign():
    pages = PdfReader(io.BytesIO(write_pdf(narrow(), {}))).pages
    said = "\n".join(page.extract_text() for page in pages)
    assert len(re.findall(r"\[?(?:−−|\+\+)\]?", said)) == 11 * 3 * len(SIGNS)
    assert not re.findall(r"\[\n|[−+]\n[−+]|[−+]\n\]", said)


def test_on_the_web_page_each_sign_is_marked_and_the_mark_keeps_it_whole():
    page = write_html(narrow(), {})
    assert re.search(r"\.sign\s*{[^}]*white-space:\s*nowrap", page)
    body = page[page.index("<body") :]
    assert not re.findall(r"\[?(?:−−|\+\+)\]?", re.sub(r'<span class="sign">[^<]+</span>', "", body))
    assert body.count('<span class="sign">') == 11 * 3 * len(SIGNS)
