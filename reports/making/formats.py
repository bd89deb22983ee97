"""Making the files of a report: what was asked, as something that can be sent to another process, and each format.

The same request makes the same files. Nothing here knows of screens or of the command line.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from cases.reading.loader import case_from_files
from reports.blocks import Figure, ReportDocument
from reports.bundle.bundle_records import SettingsRecord, settings_from
from reports.bundle.report_bundle import write_bundle
from reports.chapters.one_page import one_page
from reports.chapters.slides import slides
from reports.content import Content
from reports.document import document
from reports.making.request import File, Format, Request
from reports.proposal.own_template import write_proposal
from reports.proposal.raadsvoorstel import council_proposal
from reports.writers.docx_writer import write_docx
from reports.writers.html_writer import write_html
from reports.writers.images import ChartImage, chart_image, chart_images
from reports.writers.pdf_writer import write_pages, write_pdf
from reports.writers.xlsx_writer import write_xlsx

_ENDINGS: Mapping[Format, str] = {
    "slides": "pptx", "a4": "a4.pdf", "charts": "charts.zip",
}  # fmt: skip
PREVIEW_PPI = 110
_DAY = (1980, 1, 1, 0, 0, 0)
"""In zips: the same charts give the same zip."""


def make(asked: Request, wanted: Format) -> File:
    """One format of a report.

    Raises:
        CaseError, NotExportable, KeyError, ValueError: as `Content`; a template that cannot be used.
    """
    content = _content(asked)
    mark = _mark(content, wanted)
    data = {
        "docx": lambda: write_docx(mark(_document(asked)), _images(asked), asked.template),
        "pdf": lambda: write_pdf(mark(_document(asked)), _images(asked)),
        "html": lambda: write_html(mark(_document(asked)), _images(asked)).encode("utf-8"),
        "xlsx": lambda: write_xlsx(content, mark(_document(asked))),
        "json": lambda: write_bundle(content, dict(asked.files)),
        "proposal": lambda: write_proposal(content, mark(council_proposal(content)), asked.template),
        "slides": lambda: _slides(mark(slides(content))),
        "a4": lambda: _one_page(mark(one_page(content))),
        "charts": lambda: _zip(_images(asked)),
    }[wanted]()
    return File(file_name(asked, wanted), data)


def file_name(asked: Request, wanted: Format) -> str:
    """What the file of a format is called. Raises as `Content` does."""
    content = _content(asked)
    mark = content.text("report.draft_file") if content.case.state == "draft" else ""
    if wanted in content.settings.confidential:
        mark += content.text("report.confidential_file")
    named = content.text("report.proposal_file") if wanted == "proposal" else _ENDINGS.get(wanted, wanted)
    return f"{mark}{asked.case_id}-{content.case.version}-{content.settings.language}.{named}"


def _mark(content: Content, wanted: Format) -> Callable[[ReportDocument], ReportDocument]:
    """Marks a confidential file in its title, which stands on the first page, and above or below every other."""
    if wanted not in content.settings.confidential:
        return lambda made: made
    return lambda made: replace(made, title=content.text("report.confidential_title", title=made.title))


def has_charts(asked: Request) -> bool:
    """False when the report has no chart, as a summary may: then a zip of charts would be empty."""
    return any(True for _ in _document(asked).all(Figure))


def preview(asked: Request, pages: int) -> list[bytes]:
    """The first pages of the report as PNG pictures; those of the summary, so that it does not take long."""
    short = replace(_content(asked).settings, depth="summary")
    summary = document(Content(_content(asked).case, short))
    return write_pages(summary, chart_images(summary), PREVIEW_PPI)[:pages]


def _one_page(made: ReportDocument) -> bytes:
    return write_pdf(made, chart_images(made, png=False))


def _slides(made: ReportDocument) -> bytes:
    # Few ask for slides, and what writes them takes time to load.
    from reports.writers.pptx_writer import write_pptx

    return write_pptx(made, chart_images(made))


def draw_something() -> None:
    """Draw a small chart: the first one of a process takes half a second."""
    spec = {"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}}}
    chart_image(spec)


# What one request needs more than once. A process makes few reports at a time, and a large report is a few megabytes.
@lru_cache(maxsize=2)
def _content(asked: Request) -> Content:
    settings = settings_from(SettingsRecord.model_validate_json(asked.settings))
    return Content(case_from_files(dict(asked.files), asked.case_id), settings)


@lru_cache(maxsize=2)
def _document(asked: Request) -> ReportDocument:
    return document(_content(asked))


@lru_cache(maxsize=2)
def _images(asked: Request) -> Mapping[str, ChartImage]:
    return chart_images(_document(asked))


def _zip(images: Mapping[str, ChartImage]) -> bytes:
    """Every chart as SVG and as PNG."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, image in sorted(images.items()):
            for ending, data in (("svg", image.svg.encode("utf-8")), ("png", image.png)):
                archive.writestr(zipfile.ZipInfo(f"{name}.{ending}", _DAY), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()
