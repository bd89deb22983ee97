"""From the euros of one year to the euros of another, with a published price index."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from files.decimals import NumberCell, read_numbers
from files.opening import read_bytes
from files.problems import FileProblems
from files.tables import read_table
from valuation.amounts import Amount
from valuation.factor_set import FactorSetError

_NUMBERS = ("year", "index")
COLUMNS = (*_NUMBERS, "source")
LARGEST_FILE = 100_000
"""Bytes. A year a line is a few thousand."""


@dataclass(frozen=True)
class IndexYear:
    """Price level of one year, on whatever base the publisher uses."""

    level: float
    source: str


PriceIndex = Mapping[int, IndexYear]


def load_price_index(path: Path) -> PriceIndex:
    """Read a file with the columns year, index and source.

    Raises:
        FactorSetError: something in the file is wrong; it holds all problems.
    """
    problems = FileProblems(path.name)
    data = read_bytes(path, LARGEST_FILE, problems)
    if data is None and not problems.listed():
        problems.add(None, "price_index.missing")
    table = read_table(data, COLUMNS, problems) if data is not None else None
    rows = table.rows if table is not None else ()
    cells = [NumberCell(row.line, name, row.cells[name]) for row in rows for name in _NUMBERS if row.cells[name]]
    numbers = read_numbers(cells, problems)
    years: dict[int, IndexYear] = {}
    for row in rows:
        year, level = (numbers.get((row.line, name)) for name in _NUMBERS)
        if year is None or level is None or year % 1 or level <= 0 or year in years or not row.cells["source"]:
            problems.add(row.line, "price_index.line")
            continue
        years[int(year)] = IndexYear(level, row.cells["source"])
    if listed := problems.listed():
        raise FactorSetError(path.name, listed)
    return years


def reindex(amount: Amount, index: PriceIndex, to_year: int) -> Amount:
    """The amount in the prices of another year: times index of that year, divided by index of its own year.

    Raises:
        ValueError: the index does not have one of the two years.
    """
    from_year = amount.basis.price_year
    for year in (from_year, to_year):
        if year not in index:
            raise ValueError(f"the price index has no year {year}; it has {', '.join(map(str, sorted(index)))}")
    value = amount.value.scaled(index[to_year].level / index[from_year].level)
    return replace(amount, value=value, basis=replace(amount.basis, price_year=to_year))
