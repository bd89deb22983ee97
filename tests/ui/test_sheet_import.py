"""A sheet of a planner on the start of Eigen zaak: each proposal can be changed, and nothing is made unasked."""

import pytest

from cases.definition.draft_state import to_do
from cases.library.criteria_library import library
from tests.cases.importing.messy import MCA, MER, as_paste, as_xlsx
from tests.ui.test_own_case import html, plain, press, screen
from texts import LANGUAGES, words
from ui.own.kept_changes import KeptChanges

pytestmark = pytest.mark.usefixtures("own_store")


def uploaded(rows, language="nl"):
    app = screen(lang=language)
    app.file_uploader[1].upload("mca.xlsx", as_xlsx(rows))
    app.run()
    assert not app.exception
    return app


def named(app, kind, key):
    return next(found for found in app.get(kind) if found.key is not None and found.key.startswith(key))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_becomes_a_draft_with_what_a_person_confirmed(language):
    app, text = uploaded(MCA, language), words(language)
    assert text("import.counts", criteria=14, alternatives=6, cells=83) in plain(app)
    assert "200-260" in html(app)
    assert [found.value for found in app.selectbox if found.key.startswith("import_role_")].count("alternative") == 6
    role = next(found for found in app.selectbox if found.label.startswith("I:"))
    role.select("ignore").run()
    assert text("import.counts", criteria=14, alternatives=5, cells=70) in plain(app)
    named(app, "text_input", "import_title").input("Stationsgebied")
    named(app, "text_input", "import_source").input("MCA van het bureau, 2025")
    named(app, "selectbox", "import_grade").select("C")
    app.run()
    press(app, text("import.make"))
    desk = app.session_state["own_desk"]
    read = desk.draft
    assert read.cell("state", "value") == "draft"
    assert len(read.sheets["alternatives"].rows) == 5
    assert set(read.sheets["effects"].column("grade")) == {"C", "D", ""}  # D: ca. 300
    assert read.sheets["profiles"].rows == ()  # the weights of the sheet were not asked for
    assert text("draft_gate.title") in plain(app)


def test_what_a_person_changed_stays_when_a_column_is_something_else():
    kept = KeptChanges("sheet")
    first = [{"unit": "m", "low": 1.0, "much": None}, {"unit": "ha", "low": 2.0, "much": None}]
    assert kept.shown(first, [0, 3], "table") == first
    kept.keep(first, [first[0] | {"unit": "km", "low": 5.0}, first[1] | {"much": float("nan")}], [0, 3])
    assert kept.shown(first, [0, 3], "table") == first  # the same table keeps its own changes, and its place
    # the second table has the row with number 3 first, and proposes other units
    again = [{"unit": "", "low": 2.0, "much": None}, {"unit": "?", "low": 1.0, "much": 4.0}]
    assert kept.shown(again, [3, 0], "another table") == [again[0], {"unit": "km", "low": 5.0, "much": 4.0}]


def test_nothing_is_made_without_a_title_and_weights_only_when_asked():
    app = uploaded(MCA)
    press(app, words("nl")("import.make"))
    assert words("nl")("own_case.title_needed") in plain(app)
    assert "own_desk" not in app.session_state
    named(app, "checkbox", "import_weights").check()
    named(app, "text_input", "import_title").input("Stationsgebied").run()
    press(app, words("nl")("import.make"))
    assert len(app.session_state["own_desk"].draft.sheets["profiles"].rows) == 1


def test_pasted_cells_are_read_and_a_wrong_block_is_told():
    app = screen(lang="nl")
    named(app, "text_area", "import_paste").input(as_paste(MER)).run()
    assert words("nl")("import.counts", criteria=11, alternatives=3, cells=33) in plain(app)
    named(app, "selectbox", "import_block_").select(-1).run()
    assert "Typ zelf waar de tabel staat" in plain(app)
    named(app, "text_input", "import_block_typed").input("B2:D5").run()
    assert words("nl")("import.counts", criteria=3, alternatives=2, cells=6) in plain(app)


def test_a_criterion_of_the_library_lands_in_the_table():
    app = uploaded(MER)
    named(app, "text_input", "import_title").input("Spoorzone").run()
    press(app, words("nl")("import.make"))
    app.session_state["own_desk"].sheet = "criteria"
    app.run()
    named(app, "selectbox", "library_which").select("trees").run()
    assert "Niet nagekeken." in plain(app)
    press(app, words("nl")("criteria_library.add"))
    rows = app.session_state["own_desk"].draft.sheets["criteria"]
    assert rows.column("id")[-1] == "trees"
    assert rows.column("label_nl")[-1] == library()["trees"].label.nl
    assert rows.column("label_en")[-1] == ""
    checked = app.session_state["own_desk"].checked[2]
    assert checked.case is not None, [found.sentence("nl") for found in checked.problems]
    assert {found.kind for found in to_do(checked.case)} >= {"unknown"}
