"""The report as a spreadsheet: its formulas give our totals, also after a change; text never becomes a formula."""

import io
import re
import warnings
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import numpy as np
import openpyxl
import pytest

from reports.blocks import ReportDocument, Section, TableBlock, plain
from reports.content import Content, Settings
from reports.document import document as council_document
from reports.writers.calculation import FIRST, POINTS, THEMES
from reports.writers.report_cells import printable
from reports.writers.xlsx_writer import write_xlsx
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE
from tests.reports.writers.sample import CONTROL, FORMULA, hostile, sample
from texts import LANGUAGES, words
from weighing.comparison import compare
from weighing.weighing import Weighing
from weighing.what_if import changed

HARBOUR = loaded(GOOD)
OWN = Weighing(
    "own",
    MappingProxyType({"moving": 100.0, "living": 40.0, "money": 0.0}),
    MappingProxyType({"travel_time": 100.0, "reliability": 30.0}),
)


def settings(language="nl", **more) -> Settings:
    return Settings(language, date(2026, 11, 21), **more)


def empty(content: Content) -> ReportDocument:
    return ReportDocument("t", "s", content.settings.language, (), ())


def calculated(data: bytes, tmp_path) -> dict[str, float]:
    """What a formula library makes of the workbook: value by `SHEET!CELL`, the sheet in capitals."""
    import formulas  # slow to load, and only this file needs it

    path = tmp_path / "report.xlsx"
    path.write_bytes(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own
        found = formulas.ExcelModel().loads(str(path)).finish().calculate()
    values = {}
    for key, ranges in found.items():
        place = str(key).replace("'[report.xlsx]", "").replace("'", "")
        value = getattr(ranges, "value", None)
        if value is not None and np.size(value) == 1:
            values[place] = np.asarray(value).ravel()[0]
    return values


def totals_in(values, content: Content, label: str, rows: int) -> list[list[float]]:
    case = content.case
    after = THEMES + len(case.themes) + 3 + len(case.summed) + 1  # from 1
    columns = [openpyxl.utils.get_column_letter(FIRST + 1 + place) for place in range(len(case.alternatives))]
    return [[float(values[f"{label.upper()}!{column}{after + row}"]) for column in columns] for row in range(rows)]


def test_the_formulas_give_the_totals_of_the_library(tmp_path):
    content = Content(CASE, settings(profiles=("youth", "municipality_economic")))
    values = calculated(write_xlsx(content, empty(content)), tmp_path)
    for view in content.views:
        (found,) = totals_in(values, content, view.label, 1)
        assert found == pytest.approx(view.comparison.totals.tolist(), abs=1e-9)
        weights = [float(values[f"{view.label.upper()}!D{THEMES + 1 + row}"]) for row in range(len(CASE.themes))]
        assert weights == pytest.approx(view.comparison.theme_weights.tolist(), abs=1e-12)


def test_an_unknown_effect_gives_two_totals_and_never_a_zero(tmp_path, harbour_content):
    values = calculated(write_xlsx(harbour_content, empty(harbour_content)), tmp_path)
    comparison = harbour_content.views[0].comparison
    assert not comparison.known
    low, high = totals_in(values, harbour_content, words("nl")("report.own"), 2)
    assert np.column_stack([low, high]) == pytest.approx(comparison.intervals, abs=1e-9)


@pytest.fixture(scope="module")
def harbour_content() -> Content:
    return Content(HARBOUR, settings(own=OWN))


def test_whoever_changes_points_gets_what_the_library_gives_for_them(tmp_path, harbour_content):
    data = write_xlsx(harbour_content, empty(harbour_content))
    book = openpyxl.load_workbook(io.BytesIO(data))
    label = words("nl")("report.own")
    sheet = book[label]
    sheet.cell(THEMES + 1, POINTS + 1).value = 20  # moving
    sheet.cell(THEMES + 3, POINTS + 1).value = 100  # money
    first = THEMES + len(HARBOUR.themes) + 4
    sheet.cell(first + 1, POINTS + 1).value = 55  # reliability
    kept = io.BytesIO()
    book.save(kept)
    points = MappingProxyType({"moving": 20.0, "living": 40.0, "money": 100.0})
    within = MappingProxyType({"travel_time": 100.0, "reliability": 55.0})
    expected = compare(HARBOUR, Weighing("own", points, within)).intervals
    found = totals_in(calculated(kept.getvalue(), tmp_path), harbour_content, label, 2)
    assert np.column_stack(found) == pytest.approx(expected, abs=1e-9)
    assert expected != pytest.approx(harbour_content.views[0].comparison.intervals, abs=0.5)


def test_only_points_can_be_changed_and_there_are_no_macros(harbour_content):
    data = write_xlsx(harbour_content, empty(harbour_content))
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book[words("nl")("report.own")]
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    first = THEMES + len(HARBOUR.themes) + 4
    rows = [*range(THEMES + 1, THEMES + 4), *range(first, first + len(HARBOUR.summed))]
    assert sheet.protection.sheet
    assert open_cells == {f"C{row}" for row in rows}
    assert b"vbaProject" not in data


def test_a_failing_alternative_is_named_on_the_sheet(harbour_content):
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(harbour_content, empty(harbour_content))))
    said = [cell.value for row in book[words("nl")("report.own")].iter_rows() for cell in row if cell.value]
    name = HARBOUR.alternatives[0].label.nl
    assert words("nl")("spreadsheet.fails", alternative=name) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_stands_with_all_its_words_on_the_sheet_of_its_chapter(language, harbour_content):
    content = Content(HARBOUR, settings(language, own=OWN))
    document = sample(language)
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(content, document)))
    chapters = [part for part in document.sections if any(isinstance(block, TableBlock) for block in below(part))]
    assert chapters
    for part, sheet in zip(chapters, book.worksheets[-len(chapters) :], strict=True):
        found = [str(cell.value)[:32_000] for row in sheet.iter_rows() for cell in row if cell.value is not None]
        for table in (block for block in below(part) if isinstance(block, TableBlock)):
            expected = [table.caption, *(column.title for column in table.columns)]
            expected += [plain(cell) for row in table.rows for cell in row.cells]
            for text in filter(None, map(printable, expected)):
                assert text[:32_000] in found, text[:60]
    assert len({sheet.title.casefold() for sheet in book.worksheets}) == len(book.worksheets)


def below(part):
    return [inner for block in part.blocks for inner in (below(block) if isinstance(block, Section) else [block])]


def test_a_workbook_has_no_more_sheets_than_chapters_and_weightings_and_no_name_is_cut_in_a_word():
    for language in LANGUAGES:
        content = Content(CASE, settings(language, profiles=("residents_citywide", "youth"), depth="council"))
        report = council_document(content)
        book = openpyxl.load_workbook(io.BytesIO(write_xlsx(content, report)))
        assert len(book.sheetnames) <= 2 + len(content.views) + len(report.sections) < 30
        whole = {word for part in report.sections for word in re.findall(r"\w+", part.title)}
        whole |= {word for view in content.views for word in re.findall(r"\w+", view.label)}
        whole |= {
            word for key in ("read_me", "effects") for word in re.findall(r"\w+", content.text(f"spreadsheet.{key}"))
        }
        for name in book.sheetnames:
            assert len(name) <= 31
            assert set(re.findall(r"\w+", name)) <= whole, name


def test_effects_are_numbers_and_what_is_not_known_is_empty(harbour_content):
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(harbour_content, empty(harbour_content))))
    sheet = book[words("nl")("spreadsheet.effects")]
    rows = {(row[0].value, row[1].value): [cell.value for cell in row] for row in sheet.iter_rows(min_row=2)}
    assert len(rows) == len(HARBOUR.performances)
    for (alternative, criterion), cell in HARBOUR.performances.items():
        key = (HARBOUR.criterion(criterion).label.nl, HARBOUR.alternative(alternative).label.nl)
        assert rows[key][2:5] == [cell.value, cell.low, cell.high]


def test_what_begins_like_a_formula_stays_text_and_keeps_its_quote():
    label = HARBOUR.alternatives[1].label.model_copy(update={"nl": FORMULA, "en": FORMULA})
    bad = HARBOUR.alternatives[1].model_copy(update={"label": label})
    case = changed(HARBOUR, "formula", alternatives=(HARBOUR.alternatives[0], bad, HARBOUR.alternatives[2]))
    content = Content(case, settings(own=OWN))
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(content, hostile())))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert "HYPERLINK" not in cell.value
                elif str(cell.value).startswith(("=", "@")):
                    assert cell.data_type == "s"
                    assert cell.quotePrefix


def test_characters_that_no_workbook_keeps_are_shown_as_lost():
    assert printable("bel\x07\tregel\n") == "bel\ufffd\tregel\n"
    assert "\x00" not in printable(CONTROL)


def test_the_same_content_gives_the_same_bytes(harbour_content):
    again = Content(HARBOUR, replace(harbour_content.settings))
    assert write_xlsx(again, sample("nl")) == write_xlsx(harbour_content, sample("nl"))
