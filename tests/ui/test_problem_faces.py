"""Every part of a case damaged in turn: each problem is shown on every face, at its own place or at none."""

from collections.abc import Iterator

import pytest

from cases.reading.case_folder import read_files
from cases.workbook.cell_places import CellProblem
from cases.workbook.checked_upload import CheckedUpload, read_workbook
from cases.workbook.draft import Draft
from cases.workbook.drafting import check_draft, problems_by_sheet, sheets_of, workbook_of
from cases.workbook.sheets import SHEETS
from cli.one_form import of_file
from files.problems import Problem, Problems
from files.remembered import Remembered
from tests.cases.harbour import GOOD
from tests.cases.pictures import image, polygon
from tests.cases.test_case_mistakes import ALL
from tests.cases.test_land_outline import MISTAKES, box
from tests.cases.workbook.books import zipped
from tests.ui.test_own_case import CASE, book, go_to, made, plain
from texts import LANGUAGES, words
from ui.own.own_page import TABS
from ui.own.own_pictures import OUTLINE
from ui.own.problems_beside_cells import _line, _marked

pytestmark = pytest.mark.usefixtures("own_store")
SHEET_NAMES = {sheet.name(language) for sheet in SHEETS for language in LANGUAGES}


def faults(read: CheckedUpload, draft: Draft | None = None) -> Iterator[str]:
    """What is wrong with the ways in which the problems are shown."""
    if read.case is not None or not read.problems:
        yield "no problem is named"
    book = read.workbook if draft is None else workbook_of(draft, "nl")
    grids = {grid.name: grid for grid in book.sheets} if book is not None else {}
    for language in LANGUAGES:
        text = words(language)
        _marked(read.problems, grids, text)
        for problem in read.problems:
            line = _line(problem, grids, text)
            if not line["place"] or not line["words"] or not problem.sentence(language):
                yield f"{problem} is without place or words"
    for problem in read.problems:
        of_file(problem)
        if isinstance(problem, CellProblem) and problem.sheet not in SHEET_NAMES:
            yield f"{problem} stands in no sheet"
    apart = [problem for problem in read.problems if isinstance(problem, Problem)]
    in_sheets = [problem for found in problems_by_sheet(read).values() for problem in found]
    if len(apart) + len(in_sheets) != len(read.problems):
        yield "the editor shows fewer problems than there are"


def damaged_drafts() -> Iterator[tuple[str, Draft, set[str]]]:
    """Each damage, the draft, and the files beside the sheets that its problems must name."""
    good = sheets_of(CASE, "nl")
    for sheet in SHEETS:
        found = good.sheets[sheet.key]
        if found.rows:
            strange = tuple("\u200b?!" if cell else cell for cell in found.rows[0])
            yield f"{sheet.key} strange", good.with_sheet(sheet.key, (strange, *found.rows[1:])), set()
        if sheet.needed:
            yield f"{sheet.key} empty", good.with_sheet(sheet.key, ()), set()
    for name in ("no JSON", "metres of RD, swapped", "another system", "empty"):
        yield f"outline: {name}", good.with_file(OUTLINE, MISTAKES[name][0]), {OUTLINE}
    yield "large outline", good.with_file(OUTLINE, b" " * 1_000_001), {OUTLINE}
    place = sheets_of(CASE, "nl").with_cell("place_picture > file", "value", "plek.png")
    yield "picture", place.with_file("pictures/plek.png", b"no picture"), {"pictures/plek.png"}


def test_every_damage_of_every_part_is_shown_on_every_face():
    wrong, remembered = [], Remembered()
    for name, draft, files in damaged_drafts():
        read = check_draft(draft, "nl", CASE.id, remembered)
        wrong += [f"{name}: {fault}" for fault in faults(read, draft)]
        named = {problem.file for problem in read.problems if isinstance(problem, Problem)}
        if named != files:
            wrong.append(f"{name}: names {named}, not {files}")
    good = read_files(GOOD, Problems())
    for damage in ALL[::20]:  # what is said of a file is tried with all of them elsewhere
        data = good[damage.file].replace(damage.old.encode(), damage.new.encode())
        read = read_workbook(zipped({**good, damage.file: data}), "case.zip")
        wrong += [f"{damage.name}: {fault}" for fault in faults(read) if damage.name != "id other than the folder"]
    assert not wrong, "\n".join(wrong)


def test_every_part_of_an_own_case_opens_with_problems_in_and_beside_its_sheets(own_store):
    app = made(own_store)
    desk, text = app.session_state["own_desk"], words("nl")
    bad = polygon(box(487_000, 120_000, 488_000, 121_000))
    cells = [list(row) for row in desk.draft.sheets["effects"].rows]
    cells[0][2] = "veel"
    draft = desk.draft.with_sheet("effects", tuple(map(tuple, cells))).with_file(OUTLINE, bad)
    desk.steps.do(draft.with_file("pictures/tram.png", image()))
    for tab in TABS:
        assert not go_to(app, tab).exception, tab
    assert "outline.geojson" in plain(go_to(app, "data"))
    assert text("own_case.draft_problems", count=2, sheets=1) in plain(app)
    app.button(key="own_to_pictures").click().run()
    assert app.session_state["own_desk"].tab == "pictures"
    go_to(app, "upload").file_uploader[0].upload("zaak.xlsx", book()).run()
    assert not app.exception
    assert "outline.geojson" in plain(app)
