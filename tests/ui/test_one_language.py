"""A case in one language is whole: every face opens in either language and says what the words are in."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from html.parser import HTMLParser

import openpyxl
import pytest

from cases import SHIPPED
from cases.definition.model import Case
from cases.definition.text_languages import texts_in
from cases.workbook.case_zip import write_bundle
from cases.workbook.checked_upload import read_workbook
from cases.workbook.workbook_writing import write_workbook
from cli.case_commands import main as case_commands
from reports.content import Settings
from reports.making import pool
from reports.making.formats import make
from reports.making.request import FORMATS, request
from tests.budget import LONG
from tests.cases.harbour import GOOD
from tests.cases.one_language import only_in
from tests.ui.test_awkward_cases import PAGES
from tests.ui.test_screens import html, open_screen
from tests.web.asking import answer
from texts import LANGUAGES, words
from ui.frame import shared_cases
from ui.navigation import SCREENS
from weighing.links import to_link
from weighing.weighing import from_profile
from wording.language_note import language_note

FOLDERS = [GOOD, *(sorted(folder for folder in SHIPPED.iterdir() if (folder / "case.yaml").exists()) if LONG else ())]
PASSAGE = 30
"""Letters. A shorter text may be a name, which stands unmarked inside a sentence or a list."""
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
NO_ELEMENTS = {"title", "option", "textarea", "svg"}


class Reader(HTMLParser):
    """The words of a page with the language in which a screen reader says them, and marks that are out of place."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.open = [("page", language)]
        self.said: list[tuple[str, str]] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.faults += [f"{tag} {name}={value}" for name, value in attrs if "<span" in (value or "")]
        if tag == "span" and "lang" in found and (inside := {name for name, _ in self.open} & NO_ELEMENTS):
            self.faults.append(f"a mark inside {inside}")
        if tag not in VOID:
            self.open.append((tag, found.get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            while len(self.open) > 1 and self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.said.append((" ".join(data.split()), self.open[-1][1]))


def faults(page: str, case: Case, language: str) -> Iterator[str]:
    """Marks that are out of place, and whole texts of the case that are said in the wrong language."""
    reader = Reader(language)
    reader.feed(page)
    yield from reader.faults
    (own,) = case.untranslated
    known = {words for name in type(case).model_fields for text in texts_in(getattr(case, name))
             if len(words := text.get(own)) >= PASSAGE}  # fmt: skip
    yield from (
        f"in {spoken}: {words}" for words, spoken in reader.said if words in known and spoken.partition("-")[0] != own
    )


@pytest.fixture(scope="module", params=[(folder, own) for folder in FOLDERS for own in LANGUAGES],
                ids=lambda pair: f"{pair[0].name}-{pair[1]}")  # fmt: skip
def upload(request):
    return only_in(*request.param)


@pytest.fixture
def served(upload, monkeypatch):
    monkeypatch.setattr(shared_cases, "shipped", lambda: {upload.case.id: upload.case})
    monkeypatch.setattr(pool, "warm_up", lambda: None)
    return upload.case


def test_every_page_and_screen_opens_and_says_what_its_words_are_in(served):
    link = to_link(served, from_profile(served.profiles[0]))
    wrong = []
    with ThreadPoolExecutor(1) as thread:
        for language in LANGUAGES:
            note = language_note(served, words(language))
            assert (note is None) == (language in served.untranslated)
            query = "&".join(f"{key}={value}" for key, value in {"lang": language, **link}.items())
            for address, page in PAGES.items():
                for asked in (f"lang={language}", query):
                    question = answer(page.routes, f"/{address}/{served.id}?{asked}", ())
                    found = thread.submit(asyncio.run, question).result()
                    assert found.status_code == 200, address
                    body = found.body.decode()
                    wrong += [f"{address} {language}: {fault}" for fault in faults(body, served, language)]
                    assert (note or "") in body, address
            for screen in SCREENS:
                app = open_screen(screen.name, language, case=served.id, **link)
                assert not app.exception, (screen.name, app.exception[0].stack_trace)
                wrong += [f"{screen.name} {language}: {fault}" for fault in faults(html(app), served, language)]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_every_format_of_the_report_is_made(upload):
    profiles = tuple(profile.id for profile in upload.case.profiles[:2])
    for language in LANGUAGES:
        settings = Settings(language, date(2026, 11, 30), profiles, depth="full")
        asked = request(upload.case.id, dict(upload.files), settings)
        made = {name: make(asked, name).data for name in (FORMATS if LONG else ("html", "docx", "pdf", "xlsx"))}
        assert all(len(data) > 1000 for data in made.values())
        page = made["html"].decode()
        assert (language_note(upload.case, words(language)) or "") in page
        found = [*faults(page, upload.case, language)]
        assert not found, "\n".join(dict.fromkeys(found))


def test_it_goes_out_as_a_workbook_and_a_zip_and_comes_back_as_it_was(upload):
    for language in LANGUAGES:
        back = read_workbook(write_workbook(upload.case, language), "a.xlsx", upload.files)
        assert back.case is not None, [problem.sentence("en") for problem in back.problems[:3]]
        assert back.case.version == upload.case.version
        assert read_workbook(write_bundle(back.files), "a.zip").case.version == upload.case.version


def test_the_report_of_a_case_in_one_language_is_made_in_that_language_unless_somebody_asks(served):
    (own,) = served.untranslated
    for language in LANGUAGES:
        app = open_screen("report", language, case=served.id)
        (chosen,) = [group for group in app.get("button_group") if group.key == "report_language"]
        assert chosen.value == own


def test_a_new_workbook_has_both_languages_when_that_is_asked(tmp_path):
    for asked, wanted in (([], False), (["--both"], True)):
        file = tmp_path / f"{wanted}.xlsx"
        assert case_commands(["new", str(file), "--lang", "nl", *asked]) == 0
        headings = [cell.value for cell in openpyxl.load_workbook(file)["alternatieven"][1]]
        assert "naam" in headings
        assert ("naam (Engels)" in headings) is wanted
