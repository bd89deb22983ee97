"""A sheet that brings euros to the present by ordinary formulas; rate, timing, quantities and prices can be changed.

Three blocks stand below each other. The lines: quantity times what one unit is worth now. Costs on a date, in no sum
with the lines. And the years: what each counts, the share that every path gives it, and the price of every factor.
"""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from reports.writers.report_cells import Cells
from texts import Words
from valuation.amounts import AmountRange
from valuation.factor_set import Factor
from valuation.lines import ValuedLine
from valuation.present import year_weights
from valuation.year_paths import EffectPath
from weighing.euros.euro_years import DatedAmount, cost_sums, dated_amounts
from weighing.euros.valuing import Euros

RATE, TIMING = 3, 4
"""Rows of the two settings, from 0."""
SETTING = 2
"""Column of their values."""
LINES = 8
"""Row of the first line."""
NUMBER, ALTERNATIVE, EFFECT, FACTOR, AFTER = range(5)
QUANTITY, PRICE, NOW = 5, 8, 11
"""First of three columns each: low, central, high."""
ENDS = ("low", "central", "high")
YEAR, CALENDAR, WEIGHT, PATHS = range(4)
"""Columns of the block of years; a column for each path follows, then three for each factor."""


def write_euro_calculation(sheet: Any, cells: Cells, found: Euros, text: Words) -> None:
    """The sheet of the euros of a report. It is locked but for what can be changed, without a password."""
    _Sheet(sheet, cells, found, text).write()


class _Sheet:
    def __init__(self, sheet: Any, cells: Cells, found: Euros, text: Words) -> None:
        self.sheet, self.cells, self.found, self.text = sheet, cells, found, text
        self.lines: list[tuple[int, ValuedLine, ValuedLine]] = []
        """Number of the alternative from 1; the line per year or once, and the same at present value."""
        for number, item in enumerate(found.alternatives, start=1):
            plain = {one.line.effect: one.line for one in item.lines if isinstance(one.line, ValuedLine)}
            self.lines += [(number, plain[now.effect], now) for now in item.outcome.now]
        self.costs = [
            (number, one)
            for number, item in enumerate(found.alternatives, start=1)
            for one in dated_amounts(found, item.alternative)
        ]
        self.paths: list[tuple[EffectPath, str]] = list(
            dict.fromkeys(_course(line, end) for _, line, _ in self.lines for end in ENDS)
        )
        """A course and one of its ends; all three are one where growth has no range."""
        self.factors: list[Factor] = list({line.factor.id: line.factor for _, line, _ in self.lines}.values())
        self.sums = LINES + len(self.lines) + 1
        self.dated = self.sums + len(found.alternatives) + 3
        cost_rows = len(self.costs) + 1 + len(found.alternatives) + 2 if self.costs else 0
        self.first_year = self.dated + cost_rows + 1

    def write(self) -> None:
        """All of it; a formula has our own value beside it, for programs that do not calculate."""
        text = self.text
        self._words(0, 0, text("euro_sheet.title"), "title")
        self._words(1, 0, text(f"euro_sheet.about_{self.found.factor_set.basis.frame}"), "plain_line")
        self._words(2, 0, text("euro_sheet.change"), "plain_line")
        self._words(RATE, 0, text("euro_sheet.rate"), "plain_line")
        self.cells.number(self.sheet, RATE, SETTING, self.found.choices.rate, "answer_percent")
        self._words(TIMING, 0, text("euro_sheet.timing"), "plain_line")
        half = 0.5 if self.found.choices.timing == "middle" else 0.0
        self.cells.number(self.sheet, TIMING, SETTING, half, "answer_number")
        self._lines()
        self._sums()
        if self.costs:
            self._costs()
        self._years()
        for column, width in enumerate((6, 26, 30, 34, 8, *(9 * (14,)))):
            self.sheet.set_column(column, column, width)
        self.sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})

    def _lines(self) -> None:
        heads = [self.text(f"euro_sheet.{key}") for key in ("number", "alternative", "effect", "factor", "after")]
        heads += [
            self.text(f"euro_sheet.{key}", end=self.text(f"euro_sheet.{end}"))
            for key in ("quantity", "price", "now")
            for end in ENDS
        ]
        self._heads(LINES - 1, heads)
        criteria = {
            line.effect: item.criterion
            for one in self.found.alternatives
            for item in one.lines
            if isinstance(line := item.line, ValuedLine)
        }
        for place, (number, line, now) in enumerate(self.lines):
            row = LINES + place
            case = self.found.case
            self.cells.number(self.sheet, row, NUMBER, number, "head")
            self._words(row, ALTERNATIVE, self.text.of(case.alternatives[number - 1].label), "plain")
            self._words(row, EFFECT, self.text.of(case.criterion(criteria[line.effect]).label), "plain")
            self._words(row, FACTOR, self.text.of(line.factor.impact), "plain")
            once = line.amount.period == "one-off"
            self.cells.number(
                self.sheet, row, AFTER, line.after if once else None, "answer_number" if once else "plain"
            )
            self._three(row, QUANTITY, line.quantity, "answer_number")
            for column, end in enumerate(ENDS):
                price = _end(now.price_with_growth, end)
                if price is not None:
                    self._formula(row, PRICE + column, self._price_now(row, line, column), price, "unit_price")
            self._amounts(row, line, now)

    def _price_now(self, row: int, line: ValuedLine, column: int) -> str:
        """What one unit is worth now: over all years, or in the year in which it falls."""
        price = self.first_price(line.factor) + column
        if line.amount.period == "one-off":
            after = xl_rowcol_to_cell(row, AFTER)
            every = xl_range_abs(self.first_year, price, self.first_year + self.found.horizon, price)
            return f"=INDEX({every},{after}+1)*{self._weight(after)}"
        share = PATHS + self.paths.index(_course(line, ENDS[column]))
        parts = (self._column(WEIGHT), self._column(share), self._column(price))
        return f"=SUMPRODUCT({','.join(parts)})"

    def _weight(self, after: str) -> str:
        rate, half = (xl_rowcol_to_cell(row, SETTING, row_abs=True, col_abs=True) for row in (RATE, TIMING))
        return f"(1+{rate})^(IF({after}=0,0,{half})-{after})"

    def _amounts(self, row: int, line: ValuedLine, now: ValuedLine) -> None:
        """What the line adds to its sum: a cost to remedy, or in a cost-benefit set a gain minus a loss."""
        costs = self.found.factor_set.basis.frame == "true_price"
        minus = (line.factor.kind == "benefit") == costs
        value = now.amount.value.scaled(-1 if minus else 1)
        ends = [
            f"{xl_rowcol_to_cell(row, QUANTITY + one)}*{xl_rowcol_to_cell(row, PRICE + other)}"
            for one in (0, 2)
            for other in (0, 2)
        ]
        sign = "-" if minus else ""
        low, high = value.ends()
        self._formula(row, NOW, f"={sign}{'MAX' if minus else 'MIN'}({','.join(ends)})", low, "money")
        self._formula(row, NOW + 2, f"={sign}{'MIN' if minus else 'MAX'}({','.join(ends)})", high, "money")
        if value.central is not None:
            quantity, price = (xl_rowcol_to_cell(row, column + 1) for column in (QUANTITY, PRICE))
            self._formula(row, NOW + 1, f"={sign}{quantity}*{price}", value.central, "money")

    def _sums(self) -> None:
        name = self.text(f"euros.name_{self.found.factor_set.basis.frame}")
        for place, item in enumerate(self.found.alternatives):
            row, total = self.sums + place, item.outcome.present_value
            self.cells.number(self.sheet, row, NUMBER, place + 1, "head")
            label = self.text.of(self.found.case.alternative(item.alternative).label)
            self._words(row, ALTERNATIVE, label, "head")
            self._words(row, EFFECT, name if total is not None else self.text("lens.no_amount"), "head")
            if total is None:
                continue
            low, high = total.value.ends()
            known = (low, total.value.central, high)
            numbers = xl_range_abs(LINES, NUMBER, LINES + len(self.lines) - 1, NUMBER)
            for column, value in enumerate(known):
                if value is not None:
                    amounts = xl_range_abs(LINES, NOW + column, LINES + len(self.lines) - 1, NOW + column)
                    formula = f"=SUMIF({numbers},{xl_rowcol_to_cell(row, NUMBER)},{amounts})"
                    self._formula(row, NOW + column, formula, value, "money")

    def _costs(self) -> None:
        self._words(self.dated - 1, 0, self.text("lens.costs_about"), "plain_line")
        for place, (number, one) in enumerate(self.costs):
            self._cost(self.dated + place, number, one)
        first, last = self.dated, self.dated + len(self.costs) - 1
        kinds, numbers = xl_range_abs(first, FACTOR, last, FACTOR), xl_range_abs(first, NUMBER, last, NUMBER)
        for place, item in enumerate(self.found.alternatives):
            row, sums = last + 1 + place, cost_sums(self.found, item.alternative)
            self.cells.number(self.sheet, row, NUMBER, place + 1, "head")
            label = self.text.of(self.found.case.alternative(item.alternative).label)
            self._words(row, ALTERNATIVE, label, "head")
            self._words(row, EFFECT, self.text("lens.costs_sum"), "head")
            if sums.costs is None:
                self._words(row, FACTOR, self.text("lens.costs_none"), "plain_line")
                continue
            for column, value in enumerate(_three_ends(sums.costs)):
                amounts = xl_range_abs(first, NOW + column, last, NOW + column)
                word = self.text("euro_sheet.cost")
                formula = f'=SUMIFS({amounts},{numbers},{xl_rowcol_to_cell(row, NUMBER)},{kinds},"{word}")'
                if value is not None:
                    self._formula(row, NOW + column, formula, value, "money")

    def _cost(self, row: int, number: int, one: DatedAmount) -> None:
        cost, base = one.cost, self.found.base_year or one.cost.year
        self.cells.number(self.sheet, row, NUMBER, number, "head")
        self._words(row, ALTERNATIVE, self.text.of(self.found.case.alternatives[number - 1].label), "plain")
        self._words(row, EFFECT, self.text.of(cost.label), "plain")
        left = cost.kind == "residual_value"
        self._words(row, FACTOR, self.text("euro_sheet.left" if left else "euro_sheet.cost"), "plain")
        self.cells.number(self.sheet, row, AFTER, cost.year - base, "plain" if left else "answer_number")
        self._three(row, QUANTITY, one.value, "answer_number", always=True)
        after = xl_rowcol_to_cell(row, AFTER)
        rate = xl_rowcol_to_cell(RATE, SETTING, row_abs=True, col_abs=True)
        weight = f"(1+{rate})^-{after}" if left else self._weight(after)
        for column, value in enumerate(_three_ends(one.now)):
            if value is not None:
                formula = f"={xl_rowcol_to_cell(row, QUANTITY + column)}*{weight}"
                self._formula(row, NOW + column, formula, value, "money")

    def _years(self) -> None:
        heads = [self.text(f"euro_sheet.{key}") for key in ("year", "calendar", "counts")]
        heads += [self.text("euro_sheet.share", number=number) for number in range(1, len(self.paths) + 1)]
        for factor in self.factors:
            names = (self.text(f"euro_sheet.{end}") for end in ENDS)
            heads += [f"{self.text.of(factor.impact)}, {name}" for name in names]
        self._heads(self.first_year - 1, heads)
        base, weights = self.found.base_year, (1.0, *year_weights(self.found.terms))
        for after, weight in enumerate(weights):
            row = self.first_year + after
            self.cells.number(self.sheet, row, YEAR, after, "head")
            self.cells.number(self.sheet, row, CALENDAR, None if base is None else base + after, "plain")
            own = xl_rowcol_to_cell(row, YEAR)
            self._formula(row, WEIGHT, f"={self._weight(own)}", weight, "unit_price")
            for place, (path, end) in enumerate(self.paths):
                share = _end(path.shares(base, after), end)
                self.cells.number(self.sheet, row, PATHS + place, share, "answer_number")
            for factor in self.factors:
                price = factor.value if factor.by_year is None or base is None else factor.by_year.at(base + after)
                self._three(row, self.first_price(factor), price, "answer_number", always=True)

    def first_price(self, factor: Factor) -> int:
        """The first of the three columns of a factor in the block of years."""
        ids = [one.id for one in self.factors]
        return PATHS + len(self.paths) + len(ENDS) * ids.index(factor.id)

    def _column(self, column: int) -> str:
        """The years 1 up to and including the horizon of a column; year 0 is not one of the yearly amounts."""
        return xl_range_abs(self.first_year + 1, column, self.first_year + self.found.horizon, column)

    def _three(self, row: int, column: int, value: AmountRange, look: str, *, always: bool = False) -> None:
        low, high = value.ends()
        for place, number in enumerate((low, value.central, high)):
            if number is not None or always:
                self.cells.number(self.sheet, row, column + place, number, look)

    def _heads(self, row: int, heads: Sequence[str]) -> None:
        for column, head in enumerate(heads):
            self._words(row, column, head, "head")

    def _words(self, row: int, column: int, words: str, look: str) -> None:
        self.cells.text(self.sheet, row, column, words, look)

    def _formula(self, row: int, column: int, formula: str, value: float, look: str) -> None:
        self.cells.formula(self.sheet, row, column, formula, value, look)


def _course(line: ValuedLine, end: str) -> tuple[EffectPath, str]:
    return line.path, end if line.path.doubtful else "central"


def _end(value: AmountRange, end: str) -> float | None:
    low, high = value.ends()
    return {"low": low, "central": value.central, "high": high}[end]


def _three_ends(value: AmountRange | None) -> tuple[float | None, ...]:
    return (None, None, None) if value is None else tuple(_end(value, end) for end in ENDS)
