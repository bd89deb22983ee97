"""Whether what valuation.yaml says about years fits: a base year where one is needed, years within the horizon, and
growth only for effects of every year.
"""

from collections.abc import Mapping, Sequence

from cases.definition.valuation_file import ValuationFile, YearPath
from files.problems import FileProblems
from files.schema import add_at, add_missing
from files.yaml_lines import Document, Path
from valuation.factor_set import Factor
from valuation.shipped_sets import factor_sets
from valuation.units import fit


def check_years(
    document: Document,
    found: ValuationFile,
    factors: Mapping[str, Sequence[Factor]],
    problems: FileProblems,
) -> None:
    """Paths and dated costs.

    Args:
        factors: by criterion, those of every set.
    """
    if found.base_year is None and (found.paths or found.costs):
        add_missing(document, problems, (), "base_year", "valuation.no_base_year")
    seen: dict[tuple[str, str], int] = {}
    for number, path in enumerate(found.paths):
        where: Path = ("paths", number)
        for alternative in path.alternatives or ("",):
            first = seen.setdefault((path.criterion, alternative), number)
            if first != number:
                add_at(document, problems, where, "valuation.two_paths", criterion=path.criterion, first=first + 1)
                break
        _check_path(document, where, path, found, factors, problems)
    _check_costs(document, found, problems)


def check_price_path(
    document: Document, where: Path, frame: str, impact: str, base_year: int | None, problems: FileProblems
) -> bool:
    """Whether ``impact`` is a price by calendar year; when the case cannot use it, that is noted."""
    paths = [one.paths[impact] for one in factor_sets().values() if one.basis.frame == frame and impact in one.paths]
    for path in paths:
        if base_year is None:
            add_at(document, problems, where, "valuation.price_by_year", impact=impact)
        elif path.points[0][0] > base_year:
            begins = path.points[0][0]
            add_at(document, problems, where, "valuation.price_begins", impact=impact, year=begins, base_year=base_year)
    return bool(paths)


def _check_path(
    document: Document,
    where: Path,
    path: YearPath,
    found: ValuationFile,
    factors: Mapping[str, Sequence[Factor]],
    problems: FileProblems,
) -> None:
    effect = next((one for one in found.effects if one.criterion == path.criterion), None)
    if effect is None:
        add_at(document, problems, (*where, "criterion"), "valuation.path_of_nothing", criterion=path.criterion)
        return
    yearly = effect.reading == "msa_loss" or any(
        _per_year(effect.unit, factor) for factor in factors.get(path.criterion, ())
    )
    if path.year is not None and yearly:
        add_at(document, problems, (*where, "year"), "valuation.year_of_yearly", unit=effect.unit)
    elif path.year is None and not yearly:
        add_at(document, problems, where, "valuation.growth_of_once", unit=effect.unit)
    if path.year is not None:
        _check_within(document, (*where, "year"), path.year, found, problems)


def _per_year(unit: str, factor: Factor) -> bool:
    try:
        return factor.kind != "transfer" and fit(unit, factor.unit).period == "per year"
    except ValueError:
        return False


def _check_costs(document: Document, found: ValuationFile, problems: FileProblems) -> None:
    for number, cost in enumerate(found.costs):
        where: Path = ("costs", number)
        _check_within(document, (*where, "year"), cost.year, found, problems)
        if cost.kind == "residual_value" and found.base_year is not None:
            end = found.base_year + found.horizon_years.value
            if cost.year != end:
                add_at(document, problems, (*where, "year"), "valuation.residual_year", year=cost.year, end=end)
        first = found.costs[0]
        if (cost.currency, cost.price_year) != (first.currency, first.price_year):
            add_at(
                document,
                problems,
                (*where, "price_year"),
                "valuation.two_levels",
                found=f"{cost.currency} {cost.price_year}",
                first=f"{first.currency} {first.price_year}",
            )


def _check_within(document: Document, where: Path, year: int, found: ValuationFile, problems: FileProblems) -> None:
    if found.base_year is None:
        return
    end = found.base_year + found.horizon_years.value
    if not found.base_year <= year <= end:
        add_at(document, problems, where, "valuation.outside_years", year=year, base_year=found.base_year, end=end)
