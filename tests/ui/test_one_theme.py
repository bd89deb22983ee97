"""A case of one theme opens on every face of it: its weight cannot move, and that is what is said."""

import asyncio
import re
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from cases.reading.loader import load_case
from reports.document import document
from reports.making import pool
from tests.cases.harbour import copy_to
from tests.reports.report_case import content, plainly
from tests.ui.test_screens import open_screen, plain
from tests.web.asking import answer
from texts import LANGUAGES, words
from ui import navigation
from ui.frame import shared_cases
from web import (
    dimensions_and_gaps,
    euro_answers,
    phone,
    presenter,
    preview_pictures,
    projector,
    short_page,
    verdict_answers,
)
from web.board_answers import said_of
from weighing.comparison import compare
from weighing.links import to_link
from weighing.weighing import from_profile


@pytest.fixture(scope="module")
def one_theme(tmp_path_factory):
    """The invented harbour with all its criteria in one theme."""
    folder = copy_to(tmp_path_factory.mktemp("one"))
    for name, edits in {
        "case.yaml": {r"    theme: \w+\n": "    theme: moving\n", r"  - \{id: (living|money), label.*\n": ""},
        "profiles.yaml": {
            r"points: \{moving: 50, living: 50, money: 100\}": "points: {moving: 100, living: 50, money: 100}",
            r"moving: (\d+), living: \d+, money: \d+": r"moving: \1",
            r"\n      living: \{co2: 100, green: 0\}": "",
            r"reliability: (0|50)\}": r"reliability: \1, co2: 40, green: 0, cost: 20}",
        },
        "expected.csv": {r"(?s)(profile,alternative,total\n).*": r"\1"},
    }.items():
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in edits.items():
            text, changed = re.subn(old, new, text)
            assert changed, old
        (folder / name).write_text(text, encoding="utf-8")
    return load_case(folder)


@pytest.fixture
def served(one_theme, monkeypatch):
    monkeypatch.setattr(shared_cases, "shipped", lambda: {one_theme.id: one_theme})
    monkeypatch.setattr(pool, "warm_up", lambda: None)
    monkeypatch.setattr(pool, "start", lambda request, formats: {name: Future() for name in formats})
    monkeypatch.setattr(pool, "preview", lambda request, pages: Future())
    return one_theme


def test_every_screen_opens_and_says_that_there_is_one_theme(served):
    link = to_link(served, from_profile(served.profile("treasurer")))
    only = {language: words(language)("flip.only_theme") for language in LANGUAGES}
    for language, given in (("nl", {}), ("nl", link), ("en", link)):
        said = {}
        for screen in navigation.SCREENS:
            app = open_screen(screen.name, language, **{"case": served.id, **given})
            assert not app.exception, (screen.name, app.exception)
            said[screen.name] = plain(app)
        if given:
            assert only[language] in said["explore"]
            assert only[language] in said["sure"]


def test_the_light_pages_open(served):
    link = to_link(served, from_profile(served.profile("treasurer")))
    open_pages = [(phone, "m"), (projector, "scherm"), (presenter, "regie"), (short_page, "kort")]
    asked = [(verdict_answers, "zeker"), (dimensions_and_gaps, "wanneer"), (dimensions_and_gaps, "leemten"),
             (euro_answers, "bedragen")]  # fmt: skip
    with ThreadPoolExecutor(1) as thread:  # see the fixture of the tests of these pages
        for language in LANGUAGES:
            parts = "&".join(f"{key}={value}" for key, value in {"lang": language, **link}.items())
            for page, address in open_pages:
                for query in (f"lang={language}", parts):
                    found = thread.submit(
                        asyncio.run, answer(page.routes, f"/{address}/{served.id}?{query}", ())
                    ).result()
                    assert found.status_code == 200, (address, query)
            for page, address in asked:
                found = thread.submit(
                    asyncio.run, answer(page.routes, f"/{address}/{served.id}", (), parts.encode())
                ).result()
                assert found.status_code == 200, address
            for profile, flips in (("equal", "flip.unknown"), ("treasurer", "flip.only_theme")):
                comparison = compare(served, from_profile(served.profile(profile)))
                assert said_of(comparison, words(language))["flip"] == words(language)(flips)
            assert preview_pictures.preview_svg(served, language)


@pytest.mark.parametrize("depth", ["summary", "council", "full"])
def test_the_report_is_made(one_theme, depth):
    for language in LANGUAGES:
        said = plainly(document(content(one_theme, language, depth=depth)))
        assert words(language)("flip.only_theme") in said or depth == "summary"
