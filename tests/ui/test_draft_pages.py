"""A draft opens on every screen: what a page cannot work out yet it says in one sentence, with the door to add it."""

import io
import zipfile
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from cases.definition.draft_state import NEEDS
from cases.importing.drafting_files import draft_files
from cases.reading.loader import case_from_files
from reports.content import Settings
from reports.making.formats import make
from reports.making.request import FORMATS, request
from tests.cases.importing.messy import GREX
from tests.cases.importing.test_messy_sheets import proposal_in
from tests.cases.test_draft_state import BARE, EFFECTS, SMALL
from tests.ui.test_screens import html, plain
from texts import LANGUAGES, words
from ui.navigation import SCREENS
from web import shared_cases
from weighing.weighing import OWN, Weighing

FULL = SMALL.replace(b"label: {nl: Rust}}", b"label: {nl: Rust}, better: lower, range: {worst: 9, best: 0}}")
WHOLE_EFFECTS = EFFECTS + b"now,trees,3,1,8,bomen,,,,\nnow,calm,4,,,?,,,,\npark,calm,6,,,?,,,,\n"
NO_RANGES = SMALL.replace(b", range: {worst: 0, best: 50}", b"")
STATES = {
    "bare": ({"case.yaml": BARE}, {"alternatives", "criteria", "ranges", "profiles"}),
    "no ranges": ({"case.yaml": NO_RANGES, "performances.csv": EFFECTS}, {"ranges", "profiles"}),
    "unknown": ({"case.yaml": FULL, "performances.csv": EFFECTS}, {"profiles"}),
    "full": ({"case.yaml": FULL, "performances.csv": WHOLE_EFFECTS}, {"profiles"}),
}


def opened(name: str, files: dict[str, bytes], language: str, points: bool) -> AppTest:
    def script(name: str, files: dict[str, bytes], points: bool) -> None:
        from cases.reading.loader import case_from_files
        from ui import state
        from ui.navigation import BY_NAME
        from ui.own import in_view
        from weighing.weighing import OWN, Weighing

        case = case_from_files(files)
        in_view.preview(case)
        if points:
            state.change(Weighing(start=OWN, theme_points={theme.id: 100 for theme in case.themes}))
        BY_NAME[name].show()

    app = AppTest.from_function(script, kwargs={"name": name, "files": files, "points": points}, default_timeout=20)
    for key, value in {"lang": language, "plain": "1"}.items():
        app.query_params[key] = value
    return app.run()


@pytest.mark.parametrize("kind", STATES)
def test_every_screen_opens_or_says_what_is_missing(kind):
    files, lacks = STATES[kind]
    for number, screen in enumerate(screen for screen in SCREENS if screen.name != "own"):
        language = LANGUAGES[number % len(LANGUAGES)]
        app = opened(screen.name, files, language, points=kind in ("full", "unknown"))
        assert not app.exception, (screen.name, app.exception)
        assert html(app).count("<h1") == 1, screen.name
        first = next((need for need in NEEDS if need in lacks & {*screen.needs}), None)
        assert first is None or words(language)(f"draft_gate.{first}") in plain(app), screen.name


def test_a_draft_in_a_folder_is_not_in_the_list(monkeypatch):
    case = case_from_files({"case.yaml": FULL, "performances.csv": WHOLE_EFFECTS})
    monkeypatch.setattr(shared_cases, "shipped", lambda: {case.id: case})
    assert shared_cases.sound() == {}
    assert shared_cases.damaged() == {}


def test_every_format_of_a_report_of_a_draft_says_that_it_is_one():
    files = {"case.yaml": FULL, "performances.csv": WHOLE_EFFECTS}
    own = Weighing(start=OWN, theme_points={"nature": 100})
    settings = Settings("nl", date(2026, 11, 30), own=own, depth="summary")
    asked = request("a", files, settings)
    for name in FORMATS:
        made = make(asked, name)
        assert made.name.startswith("concept-"), name
        assert name not in SHOWN_IN or b"Concept: " in inside(made.data, SHOWN_IN[name]), name


SHOWN_IN = {"html": "", "docx": "word/document.xml", "proposal": "word/document.xml", "slides": "ppt/slides/slide1.xml"}
"""Where in the file of a format its title stands as it is read."""


def inside(data: bytes, part: str) -> bytes:
    """A part of a packed file, or the file itself."""
    return zipfile.ZipFile(io.BytesIO(data)).read(part) if part else data


def test_a_draft_says_of_how_many_figures_nobody_said_how_sure_they_are():
    files, _ = STATES["full"]
    for name in ("case", "explore"):
        assert "Bij 4 van alle 4 cijfers is nog niet gezegd hoe zeker ze zijn." in plain(
            opened(name, files, "nl", False)
        )


def test_the_balance_of_a_land_account_stands_with_the_euros_as_the_business_case():
    files = draft_files(proposal_in(GREX), "Stationsgebied", date(2026, 11, 30), "nl", "grex.xlsx")
    app = opened("euros", files, "nl", False)
    assert not app.exception
    assert "Wat de begroting ziet 4 mln euro" in plain(app)
    assert "In deze zaak krijgt nog geen effect een bedrag uit kengetallen." in plain(app)
    for screen in ("case", "effects", "explore", "sure", "who", "report"):
        assert not opened(screen, files, "nl", points=True).exception, screen
