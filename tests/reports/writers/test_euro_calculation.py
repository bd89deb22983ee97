"""The sheet of euros: its formulas give our present values, also after a change of rate, timing, quantity or year."""

import io
from datetime import date

import openpyxl
import pytest

from cases import SHIPPED
from cases.reading.loader import load_case
from reports.content import Content, Settings
from reports.writers.euro_calculation import LINES, NOW, QUANTITY, RATE, SETTING, TIMING
from reports.writers.xlsx_writer import write_xlsx
from tests.cases.loaded import loaded
from tests.reports.writers.test_xlsx import calculated, empty
from tests.weighing.euros.test_euro_years import PATHS, RANGE, with_years
from tests.weighing.euros.test_valuing import with_one_off
from texts import words
from weighing.euros.euro_years import cost_sums
from weighing.euros.valuing import EuroChoices, euros

TITLE = words("nl")("euro_sheet.title")


def content_of(case, choices=EuroChoices()):  # noqa: B008
    return Content(case, Settings("nl", date(2026, 11, 30), profiles=(case.profiles[0].id,), euros=choices))


def rows_of(data, label):
    """Rows (from 1) of the sheet with these words in one of the first columns."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))[TITLE]
    return [row[0].row for row in sheet.iter_rows(max_col=4) if label in [cell.value for cell in row]]


def three(values, row):
    columns = [openpyxl.utils.get_column_letter(NOW + 1 + place) for place in range(3)]
    return [values.get(f"{TITLE.upper()}!{column}{row}") for column in columns]


def same(found, value):
    low, high = value.ends()
    pairs = zip(found, (low, value.central, high), strict=True)
    return all(float(one) == pytest.approx(other, rel=1e-9, abs=1e-6) for one, other in pairs if other is not None)


def check(data, found, tmp_path, name):
    """The sums in the sheet are those of ``found``."""
    values = calculated(data, tmp_path)
    rows = rows_of(data, name)
    assert len(rows) == sum(item.outcome.present_value is not None for item in found.alternatives)
    for row, item in zip(rows, found.alternatives, strict=True):
        assert same(three(values, row), item.outcome.present_value.value), (row, three(values, row))
    return values


@pytest.mark.parametrize("factor_set", ["true_price_2025", "mkba_nl"])
def test_the_formulas_give_the_present_values_of_the_library(tmp_path, factor_set):
    content = content_of(loaded(SHIPPED / "lutkemeer"), EuroChoices(factor_set))
    name = words("nl")(f"euros.name_{content.euros.factor_set.basis.frame}")
    check(write_xlsx(content, empty(content)), content.euros, tmp_path, name)


def changed(data, cells):
    book = openpyxl.load_workbook(io.BytesIO(data))
    for (row, column), value in cells.items():
        cell = book[TITLE].cell(row + 1, column + 1)
        assert not cell.protection.locked
        cell.value = value
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_whoever_changes_rate_and_timing_gets_what_the_library_gives(tmp_path):
    case = load_case(with_years(tmp_path, PATHS.replace("growth: -0.02\n", RANGE)))
    content = content_of(case)
    data = changed(write_xlsx(content, empty(content)), {(RATE, SETTING): 0.04, (TIMING, SETTING): 0.5})
    other = euros(case, EuroChoices(rate=0.04, timing="middle"))
    values = check(data, other, tmp_path, words("nl")("euros.name_true_price"))
    sums = rows_of(data, words("nl")("lens.costs_sum"))
    assert same(three(values, sums[-1]), cost_sums(other, "tram").costs)
    left = rows_of(data, words("nl")("euro_sheet.left"))
    assert same(three(values, left[0]), cost_sums(other, "tram").left)


def test_a_changed_quantity_moves_its_own_sum_only(tmp_path):
    content = content_of(load_case(with_years(tmp_path)))
    before = content.euros.alternatives
    data = write_xlsx(content, empty(content))
    sheet = openpyxl.load_workbook(io.BytesIO(data))[TITLE]
    low = sheet.cell(LINES + 1, QUANTITY + 1).value
    values = calculated(changed(data, {(LINES, QUANTITY): low / 2}), tmp_path)
    rows = rows_of(data, words("nl")("euros.name_true_price"))
    found = [float(three(values, row)[0]) for row in rows]
    expected = [item.outcome.present_value.value.ends()[0] for item in before]
    assert found == pytest.approx([expected[0] / 2, *expected[1:]])


def test_what_falls_once_falls_in_its_year(tmp_path):
    case = load_case(with_one_off(tmp_path))
    content = content_of(case)
    name = words("nl")("euros.name_true_price")
    check(write_xlsx(content, empty(content)), content.euros, tmp_path, name)


def test_a_report_without_euros_has_no_such_sheet():
    content = Content(loaded(SHIPPED / "lutkemeer"), Settings("nl", date(2026, 11, 30), profiles=("youth",)))
    assert TITLE not in openpyxl.load_workbook(io.BytesIO(write_xlsx(content, empty(content)))).sheetnames
