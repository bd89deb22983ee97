"""A file that is called confidential says so in its name, on its first page and in the list; the others do not."""

import io

import docx
import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from reports.blocks import Items
from reports.bundle.report_bundle import read_bundle
from reports.making.formats import make
from reports.making.request import FORMATS, request
from reports.proposal.raadsvoorstel import council_proposal
from tests.cases.harbour import GOOD
from tests.reports.report_case import HARBOUR, content
from tests.reports.writers.test_filled_template import house

FILES = {path.name: path.read_bytes() for path in GOOD.iterdir() if path.is_file()}
MARKED = ("docx", "xlsx", "json", "proposal", "slides", "a4")


def first_words(name: str, data: bytes) -> str:
    """What somebody sees who opens the file."""
    if name in ("pdf", "a4"):
        return PdfReader(io.BytesIO(data)).pages[0].extract_text()
    if name in ("docx", "proposal"):
        return "\n".join(line.text for line in docx.Document(io.BytesIO(data)).paragraphs[:3])
    if name == "xlsx":
        return str(load_workbook(io.BytesIO(data)).worksheets[0]["A1"].value)
    if name == "slides":
        return " ".join(shape.text_frame.text for shape in Presentation(io.BytesIO(data)).slides[0].shapes)
    return data.decode("utf-8")


@pytest.fixture(scope="module")
def files():
    settings = content(depth="summary", confidential=MARKED).settings
    asked = request(HARBOUR.id, FILES, settings)
    return {name: make(asked, name) for name in FORMATS if name not in ("charts", "json")} | {
        "json": make(asked, "json")
    }


def test_name_and_first_page_say_it_of_what_is_confidential_and_of_nothing_else(files):
    for name, file in files.items():
        assert file.name.startswith("vertrouwelijk-") == (name in MARKED), name
        if name != "json":
            assert ("VERTROUWELIJK" in first_words(name, file.data)) == (name in MARKED), name


def test_the_list_of_annexes_and_the_file_to_open_again_name_what_is_confidential(files):
    assert read_bundle(files["json"].data).content.settings.confidential == MARKED
    found = content(language="en", confidential=("xlsx",))
    (annexes,) = [part for part in council_proposal(found).sections if part.id == "proposal_annexes"]
    lines = [line for block in annexes.blocks if isinstance(block, Items) for line in block.items]
    assert ["Confidential" in line for line in lines] == [False, True, False]


def test_in_the_template_of_a_municipality_the_mark_stands_above_everything():
    settings = content(depth="summary", confidential=("proposal",)).settings
    made = make(request(HARBOUR.id, FILES, settings, house()), "proposal")
    assert docx.Document(io.BytesIO(made.data)).paragraphs[0].text == "Vertrouwelijk"
