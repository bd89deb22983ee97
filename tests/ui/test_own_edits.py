"""What somebody types in a table on screen, and undo: both without a screen."""

from cases.workbook.draft import empty_draft
from cases.workbook.sheet_language import choice
from cases.workbook.sheets import BY_KEY, SHEETS
from texts import LANGUAGES
from ui.own.cell_edits import applied, words_of_files
from ui.own.desk import case_id_from
from ui.own.undo_steps import MOST, Steps

HEADINGS = ("id", "label")
ROWS = (("a", "A"), ("b", "B"), ("c", "C"))


def test_edits_are_applied_by_the_place_a_row_had_when_the_table_was_drawn():
    edits = {
        "edited_rows": {0: {"label": " new "}, 2: {"id": None, "#": "9"}},
        "deleted_rows": [1],
        "added_rows": [{"id": "d"}, {}],
    }
    assert applied(ROWS, HEADINGS, edits) == (("a", "new"), ("", "C"), ("d", ""), ("", ""))


def test_no_edits_leave_the_rows_as_they_were():
    assert applied(ROWS, HEADINGS, {"edited_rows": {}, "deleted_rows": [], "added_rows": []}) == ROWS


def test_a_choice_is_taken_in_the_words_of_the_screen_or_of_the_files():
    # pasted from another table in Dutch; what is no choice stays as it was typed, for the check to name
    headings = ("id", "time_place", "level", "better")
    rows = (("a", "nu", "buurt", "lager"), ("b", "now", "nergens", ""))
    assert words_of_files(BY_KEY["criteria"], headings, rows) == (
        ("a", "now", "neighbourhood", "lower"), ("b", "now", "nergens", ""),
    )  # fmt: skip
    for sheet in SHEETS:
        for column in (one for one in sheet.columns if one.choices):
            called = [(choice(sheet, column, raw, language),) for raw in column.choices for language in LANGUAGES]
            back = words_of_files(sheet, (column.heading,), tuple(called))
            assert [cell for (cell,) in back] == [raw for raw in column.choices for _ in LANGUAGES]


def draft(text: str):
    return empty_draft().with_cell("title", "nl", text)


def test_undo_and_redo_walk_through_every_state():
    steps = Steps(draft("0"))
    assert not steps.can_undo
    for number in range(1, 61):
        steps.do(draft(str(number)))
    for number in range(59, -1, -1):
        steps.undo()
        assert steps.now == draft(str(number))
    assert not steps.can_undo
    steps.undo()
    steps.redo()
    assert steps.now == draft("1")
    steps.do(draft("other"))
    assert not steps.can_redo
    steps.undo()
    assert steps.now == draft("1")


def test_the_same_state_is_no_step_and_the_oldest_goes_first():
    steps = Steps(draft("0"))
    steps.do(draft("0"))
    assert not steps.can_undo
    for number in range(1, MOST + 10):
        steps.do(draft(str(number)))
    assert len(steps.done) == MOST
    assert steps.now == draft(str(MOST + 9))


def test_an_id_follows_from_the_title():
    assert case_id_from("De Groene Zoom: één plan!") == "de_groene_zoom_een_plan"
    assert case_id_from("2030 wonen") == "zaak_2030_wonen"
    assert case_id_from("!!") == "zaak"
    assert len(case_id_from("a" * 100)) == 40
