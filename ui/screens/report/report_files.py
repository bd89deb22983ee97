"""Making the files: in other processes, with what is done so far in view, and then buttons to keep them."""

from base64 import b64encode
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode, urljoin

import streamlit as st

from cases.definition.model import Case
from cases.store import StoreError
from files.door.door import DoorError
from files.problems import CaseError
from reports.content import Content, NotExportable
from reports.making import pool
from reports.making.request import MEDIA, File, Format, Request, request
from texts.numbers import number
from ui import navigation, state
from ui.own import report_ties
from ui.screens.report.report_choice import choice, settings
from ui.shared import given_files
from ui.shared.page_html import sentence, show
from web.served_case_files import files_of

PREVIEW_PAGES = 3
LOOK_EVERY = 0.4
"""Seconds between two looks whether a file is done."""


@dataclass
class Making:
    """One report that a visitor asked for."""

    asked: Request
    jobs: Mapping[Format, "Future[File]"]
    preview: "Future[list[bytes]]"
    files: dict[Format, File] = field(default_factory=dict)
    failed: dict[Format, str] = field(default_factory=dict)
    """What was wrong, for the log; a visitor reads that it failed and what to do."""

    def collect(self) -> None:
        """Take what is done."""
        for name, job in self.jobs.items():
            if job.done() and name not in self.files and name not in self.failed:
                error = job.exception()
                if error is None:
                    self.files[name] = job.result()
                else:
                    self.failed[name] = repr(error)

    @property
    def done(self) -> bool:
        """True when every file and the preview are there or could not be made."""
        return len(self.files) + len(self.failed) == len(self.jobs) and self.preview.done()


def show_making() -> None:
    """The button, and under it what became of it."""
    text, chosen = state.words(), choice()
    missing = [
        text(f"report_page.needs_{name}")
        for name, there in (("weighting", chosen.has_weighting), ("format", bool(chosen.formats)))
        if not there
    ]
    for line in missing:
        show("text.html", text, title=None, level=3, quiet=False, lines=[line])
    if st.button(text("report_page.make"), type="primary", disabled=bool(missing), key="report_make"):
        _start()
    making = st.session_state.get("report_making")
    if making is None:
        pool.warm_up()
        return
    making.collect()
    if making.done:
        _result(making)
    else:
        st.fragment(_progress, run_every=LOOK_EVERY)()


def _start() -> None:
    """Send it off; a template or a case that cannot be used is told at once and nothing is sent."""
    case, text, chosen = state.case(), state.words(), choice()
    given = st.session_state.get("report_template")
    template = given.getvalue() if given is not None else None
    refused = _template_fault(given.file_id, template) if template is not None else None
    if refused is not None:
        show("warning.html", text, title=None, lines=[refused])
        return
    try:
        Content(case, settings(case, chosen, date.today()))
        asked = request(case.id, _files(case), settings(case, chosen, date.today()), template)
    except NotExportable as refused:
        show("warning.html", text, title=None, lines=[text.of(refused.text)])
        return
    except (CaseError, StoreError) as error:
        lines = [text("report_page.no_files")]
        if isinstance(error, CaseError):
            lines += [found.sentence(text.language) for found in error.problems[:5]]
        show("warning.html", text, title=None, lines=lines)
        return
    report_ties.note_report(case)
    jobs = pool.start(asked, chosen.formats)
    st.session_state["report_making"] = Making(asked, jobs, pool.preview(asked, PREVIEW_PAGES))


def _files(case: Case) -> Mapping[str, bytes]:
    """Of this version, or of the draft that somebody looks at before it is one."""
    here = state.visit()
    looked_at = here.previewed_files if here.previewed is case else None
    return files_of(case) if looked_at is None else looked_at


def _template_fault(file_id: str, template: bytes) -> str | None:
    """Why this template cannot be used, if so."""
    found = template_tags(file_id, template)
    return found if isinstance(found, str) else None


def template_tags(file_id: str, template: bytes) -> tuple[str, ...] | str:
    """The tags of the content controls in a template, or why it cannot be used. What reads Word files is loaded for who
    brings one."""
    from reports.writers.word.word_template import TemplateError, check_template

    try:
        return given_files.read_once("template", file_id, check_template, TemplateError, template)
    except TemplateError as refused:
        return refused.message(state.words())
    except DoorError as refused:
        return sentence(state.words().of(refused.text))


def _with_comments(making: Making) -> None:
    """The Word report once more, with the comments of colleagues in its margin, when there are any."""
    case, text = state.case(), state.words()
    comments = report_ties.comments_on(case) if making.asked.case_id == case.id else ()
    if comments and "docx" in making.files:
        file, language = making.files["docx"], choice().language or text.language
        st.download_button(
            text("report_page.download_comments", count=len(comments)),
            lambda: report_ties.in_margin(file.data, case, comments, language),
            file.name,
            MEDIA["docx"],
            key="report_file_comments",
            on_click="ignore",
        )


def _progress() -> None:
    making, text = st.session_state["report_making"], state.words()
    making.collect()
    if making.done:
        st.rerun()
    ready, count = len(making.files) + len(making.failed), len(making.jobs)
    st.progress(ready / count, text=text("report_page.busy", ready=ready, count=count))


def _result(making: Making) -> None:
    text = state.words()
    show("text.html", text, title=text("report_page.ready"), level=2, quiet=False, lines=[text("report_page.sign")])
    with st.container(horizontal=True, key="report_downloads"):
        for name, file in making.files.items():
            size = number(max(1.0, len(file.data) / 1000), text.language)
            st.download_button(
                text("report_page.download", format=text(f"report_page.as_{name}"), size=size),
                file.data,
                file.name,
                MEDIA[name],
                key=f"report_file_{name}",
                on_click="ignore",
            )
    _with_comments(making)
    if making.failed:
        names = text.listed([text(f"report_page.as_{name}") for name in making.failed])
        show("warning.html", text, title=None, lines=[text("report_page.failed", formats=names)])
        for name, reason in making.failed.items():
            state.log.error("report %s could not be made: %s", name, reason)
    if making.preview.exception() is None:
        pictures = [b64encode(picture).decode("ascii") for picture in making.preview.result()]
        with st.expander(text("report_page.preview"), expanded=True):
            show("report_preview.html", text, pictures=pictures)


def show_links() -> None:
    """The same case and weights as a link: to read before, and to put on the wall."""
    case, text = state.case(), state.words()
    lines = [text("report_page.link_about", version=case.version)]
    show("text.html", text, title=text("report_page.link"), level=2, quiet=False, lines=lines)
    here, parts = str(st.context.url or ""), urlencode(state.link_parts())
    st.code(urljoin(here, f"{navigation.BY_NAME['explore'].address}?{parts}"), language=None, wrap_lines=True)
    show("text.html", text, title=None, level=3, quiet=False, lines=[text("report_page.link_wall")])
    st.code(urljoin(here, f"scherm/{case.id}?{parts}"), language=None, wrap_lines=True)
