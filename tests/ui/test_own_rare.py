"""Eigen zaak in states that are seldom seen: each says in words what is the matter."""

import pytest
from streamlit.testing.v1 import AppTest

from cases.workbook.cell_places import CellProblem
from cases.workbook.draft import empty_draft
from files.fields import Text
from tests.cases.pictures import polygon
from tests.cases.test_land_outline import box
from tests.ui.test_own_case import book, edit, go_to, html, made, plain, saved, screen
from texts import LANGUAGES, words
from ui.own import own_pictures
from ui.own.problems_beside_cells import _line

DUTCH = words("nl")
pytestmark = pytest.mark.usefixtures("own_store")


def draft(app: AppTest, found) -> AppTest:
    """The screen with another draft in it."""
    app.session_state["own_desk"].steps.do(found)
    return app.run()


def test_a_sound_workbook_becomes_a_case():
    app = screen()
    app.file_uploader[0].upload("zaak.xlsx", book()).run()
    assert DUTCH("own_case.make_from_file") in [button.label for button in app.button]


def test_a_workbook_of_another_case_is_not_taken_over_unseen(own_store):
    app = go_to(saved(own_store), "upload")
    app.file_uploader[0].upload("zaak.xlsx", book(zaak_B4="andere_zaak")).run()
    assert DUTCH("own_case.other_id", found="andere_zaak", id="harbour_link") in plain(app)


def test_what_stands_in_the_way_of_saving_is_told_with_a_way_to_try_again(own_store):
    app = made(own_store)
    app.session_state["own_desk"].trouble = Text(nl="de schijf is vol", en="the disk is full")
    app.run()
    assert DUTCH("own_case.not_saved", why="De schijf is vol.") in plain(app)
    assert DUTCH("own_case.save_again") in [button.label for button in app.button]


def test_the_check_waits_until_a_draft_has_no_problems(own_store):
    app = go_to(edit(made(own_store), "effects", 0, "value", "veel"), "findings")
    assert DUTCH("own_case.findings_not_yet", count=1) in plain(app)


def test_a_cell_with_choices_names_them(own_store):
    app = made(own_store)
    app.session_state["own_desk"].sheet = "criteria"
    app.run()
    app.selectbox(key="own_cell_column_criteria").set_value("better").run()
    assert DUTCH("own_case.choose_from", words="|").split("|")[0] in plain(app)


def test_pictures_without_alternatives_and_a_picture_without_a_file(own_store):
    app = go_to(made(own_store), "pictures")
    for field in app.text_input:
        field.set_value("Een beeld")
    app.button(key=next(button.key for button in app.button if "picture_save" in (button.key or ""))).click().run()
    assert DUTCH("own_case.picture_needed") in plain(app)
    assert DUTCH("own_case.no_alternatives") in plain(go_to(draft(app, empty_draft()), "pictures"))


def outline(app):
    """Where the file of an outline is chosen."""
    return next(found for found in app.file_uploader if found.key.startswith("own_outline_"))


def test_an_outline_that_cannot_be_used_is_refused_with_the_reason_and_one_in_metres_is_taken(own_store):
    app = go_to(made(own_store), "pictures")
    app = draft(app, app.session_state["own_desk"].draft.with_file(own_pictures.OUTLINE, b"{}"))
    assert DUTCH("own_case.outline_there") in plain(app)
    assert DUTCH("own_case.outline_remove") in [button.label for button in app.button]
    outline(app).upload("a.geojson", b"not json").run()
    assert "Vanaf hier is dit geen GeoJSON" in plain(app)
    outline(app).upload("b.geojson", polygon(box(487_000, 120_000, 488_000, 121_000))).run()
    assert "eerst x en dan y" in plain(app)
    assert app.session_state["own_desk"].draft.files == {own_pictures.OUTLINE: b"{}"}
    good = polygon(box(120_000, 487_000, 121_000, 488_000))
    outline(app).upload("c.geojson", good).run()
    assert app.session_state["own_desk"].draft.files == {own_pictures.OUTLINE: good}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_problem_of_a_whole_row_names_the_row(language):
    problem = CellProblem("effects", 7, None, None, Text(nl="staat er twee keer", en="stands there twice"))
    assert _line(problem, {}, words(language))["cell"] == words(language)("own_case.row", row=7)


def test_a_version_in_view_on_other_pages_leads_back():
    def script() -> None:
        from ui import frame, state

        here = state.visit()
        here.previewed = here.case
        frame.preview_note()

    app = AppTest.from_function(script, default_timeout=20).run()
    assert DUTCH("own_case.previewing") in html(app)
    assert DUTCH("own_case.back_to_own") in [button.label for button in app.button]


def test_points_and_a_column_that_does_not_belong_have_their_own_help(own_store):
    app = made(own_store)
    app.session_state["own_desk"].sheet = "points"
    assert not app.run().exception
    desk = app.session_state["own_desk"]
    sheet = desk.draft.sheets["themes"]
    desk.sheet = "themes"
    rows = tuple((*row, "x") for row in sheet.rows)
    assert not draft(app, desk.draft.with_sheet("themes", rows, (*sheet.headings, "strange"))).exception
