"""What the check of a case lets through opens on every face and in every format, however unusual it is."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from cases.reading.case_folder import unchecked_beside
from cases.reading.loader import load_case
from cases.workbook.case_zip import write_bundle
from cases.workbook.checked_upload import CheckedUpload, read_workbook
from cases.workbook.drafting import check_draft, sheets_of
from cases.workbook.workbook_writing import write_workbook
from reports.content import Settings
from reports.making import pool
from reports.making.formats import make
from reports.making.request import FORMATS, request
from tests.budget import LONG
from tests.cases.harbour import GOOD
from tests.cases.twenty import doubled
from tests.ui.test_screens import open_screen
from tests.web.asking import answer
from texts import LANGUAGES
from ui.frame import shared_cases
from web import phone, presenter, projector, short_page
from weighing.links import from_link, to_link
from weighing.weighing import from_profile
from weighing.what_if import changed

PAGES = {"m": phone, "scherm": projector, "regie": presenter, "kort": short_page}
SIGNS = (
    *("\N{EVERGREEN TREE}", "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}", "\u05e9\u05dc", "e\u0301\u0323", "\U0001d518"),
    *("=1+1", "@SUM(A1)", "<b>&amp;\"'", ":red[x] $\\href{a}$ ![i](http://x)", "#let *x* @ref {y}", "a\u0085b\u2028c"),
    "\u2066a\u2069",
)
NAMES = {
    "alternatives": ("label_nl", "label_en"),
    "themes": ("label_nl", "label_en"),
    "criteria": ("label_nl", "label_en", "unit_label_nl"),
    "groups": ("label_nl",),
    "profiles": ("label_nl",),
}


def with_signs() -> CheckedUpload:
    """The harbour with unusual characters in every kind of name: a few in each, all of them somewhere."""
    draft = replace(sheets_of(load_case(GOOD), "en"), files=unchecked_beside(GOOD))
    turn = 0
    for key, headings in NAMES.items():
        found = draft.sheets[key]
        rows = []
        for row in found.rows:
            cells = dict(zip(found.headings, row, strict=True))
            for heading in headings:
                cells[heading] += " " + SIGNS[turn % len(SIGNS)]
                turn += 1
            rows.append(tuple(cells[heading] for heading in found.headings))
        draft = draft.with_sheet(key, tuple(rows))
    assert turn >= len(SIGNS)
    return check_draft(draft, "en", "harbour_link")


def twenty() -> CheckedUpload:
    folder = GOOD.parent / "ten_plans"
    return doubled(load_case(folder), unchecked_beside(folder))


MADE = {"signs": with_signs, "twenty": twenty}


@pytest.fixture(scope="module", params=MADE)
def upload(request) -> CheckedUpload:
    found = MADE[request.param]()
    assert found.case is not None, [problem.sentence("en") for problem in found.problems]
    return found


@pytest.fixture
def served(upload, monkeypatch):
    monkeypatch.setattr(shared_cases, "shipped", lambda: {upload.case.id: upload.case})
    monkeypatch.setattr(pool, "warm_up", lambda: None)
    return upload.case


def test_the_light_pages_and_the_board_open(served):
    link = to_link(served, from_profile(served.profiles[0]))
    assert from_link(served, link)[1] == ()
    with ThreadPoolExecutor(1) as thread:
        for language in LANGUAGES:
            query = "&".join(f"{key}={value}" for key, value in {"lang": language, **link}.items())
            for address, page in PAGES.items():
                asked = answer(page.routes, f"/{address}/{served.id}?{query}", ())
                assert thread.submit(asyncio.run, asked).result().status_code == 200, address
    app = open_screen("explore", "nl", case=served.id, **link)
    assert not app.exception


def test_every_format_of_the_report_is_made(upload):
    profiles = tuple(profile.id for profile in upload.case.profiles[:2])
    asked = request(upload.case.id, dict(upload.files), Settings("nl", date(2026, 11, 30), profiles, depth="summary"))
    small = len(upload.case.alternatives) < 10
    formats = FORMATS if LONG or small else ("pdf", "xlsx")
    assert all(len(make(asked, name).data) > 1000 for name in formats if name != "charts")


def test_it_goes_out_as_a_workbook_and_a_zip_and_comes_back_as_it_was(upload):
    back = read_workbook(write_workbook(upload.case, "nl"), "a.xlsx", upload.files)
    assert back.case is not None, [problem.sentence("en") for problem in back.problems[:3]]
    again = read_workbook(write_bundle(back.files), "a.zip")
    assert again.case is not None
    assert again.case.version == back.case.version


def test_the_board_opens_where_no_theme_can_turn_the_outcome(monkeypatch):
    """Then there are no strips, and nothing to introduce."""
    case = load_case(GOOD)
    best = case.alternatives[1].id
    cells = dict(case.performances)
    for criterion in case.summed:
        ends = (criterion.range.best, criterion.range.worst) if criterion.range is not None else (2.0, 0.0)
        for item in case.alternatives:
            old = cells[item.id, criterion.id]
            cells[item.id, criterion.id] = replace(old, low=None, high=None, value=ends[item.id != best])
    case = changed(case, "one is best everywhere", performances=cells)
    monkeypatch.setattr(shared_cases, "shipped", lambda: {case.id: case})
    app = open_screen("explore", "nl", case=case.id, **to_link(case, from_profile(case.profiles[0])))
    assert not app.exception
