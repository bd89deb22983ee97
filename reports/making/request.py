"""A report that somebody wants: plain values that can travel to another process, and the file that comes back.

Light on purpose: the screen that asks does not load what it takes to write a report.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from reports.bundle.bundle_records import settings_record
from reports.content import Settings

Format = Literal["docx", "pdf", "html", "xlsx", "json", "proposal", "slides", "a4", "charts"]
FORMATS: tuple[Format, ...] = get_args(Format)
MEDIA: Mapping[Format, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "proposal": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "slides": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "a4": "application/pdf",
    "charts": "application/zip",
}


@dataclass(frozen=True)
class Request:
    """A report that somebody wants. Plain values only, so that it can travel and be remembered."""

    case_id: str
    files: tuple[tuple[str, bytes], ...]
    settings: str
    """As `reports.bundle.report_bundle.bundle_records.SettingsRecord`, in JSON."""
    template: bytes | None = None
    """A Word document that gives styles, header and footer."""


@dataclass(frozen=True)
class File:
    """One file of a report."""

    name: str
    data: bytes


def request(case_id: str, files: Mapping[str, bytes], settings: Settings, template: bytes | None = None) -> Request:
    """What to send to whoever makes the report.

    Args:
        case_id: id of the case.
        files: the case files by name.
        settings: what the maker chose.
        template: a Word document for styles, header and footer.
    """
    return Request(case_id, tuple(sorted(files.items())), settings_record(settings).model_dump_json(), template)
