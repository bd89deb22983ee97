"""From the euros of one year to the euros of another, with a published price index."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from valuation.amounts import Amount
from valuation.set_problems import FactorSetError, FileProblems
from valuation.set_reading import decoded, number, read_table

COLUMNS = ("year", "index", "source")


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
    try:
        text = decoded(path.read_bytes(), problems)
    except OSError:
        text = None
        problems.add(None, "the file cannot be opened. Is it there?", "het bestand gaat niet open. Staat het er?")
    years: dict[int, IndexYear] = {}
    for row in read_table(text, COLUMNS, problems) if text else []:
        year, level = (number(row.cells[name], row.line, name, problems) for name in ("year", "index"))
        if (
            year is None
            or level is None
            or year != int(year)
            or level <= 0
            or int(year) in years
            or not row.cells["source"]
        ):
            problems.add(
                row.line,
                "each line needs a year that occurs once, an index above 0 and a source",
                "elke regel heeft een jaar nodig dat één keer voorkomt, een index boven 0 en een bron",
            )
            continue
        years[int(year)] = IndexYear(level, row.cells["source"])
    if problems.found:
        raise FactorSetError(path.name, problems.listed())
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
