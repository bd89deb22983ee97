"""Whether valuation.yaml fits its case and the factor sets: everything named exists, every criterion has its place, and
each unit can be counted in the unit of its factor.
"""

import re
from collections.abc import Container, Iterator, Mapping

from cases.checks.references import check_named, check_unique
from cases.checks.valuation_years import check_price_path, check_years
from cases.definition.criterion import Criterion
from cases.definition.model import CaseFile, Performance
from cases.definition.valuation_file import EuroEffect, ValuationFile
from cases.reading.case_ids import Outline, text_at
from files.looks import alike
from files.places import place_words
from files.problems import FileProblems, closest, shown, suggestion
from files.schema import add_at
from files.yaml_lines import Document, Path
from texts.message import Message, message
from valuation.factor_set import Factor
from valuation.shipped_sets import factor_sets
from valuation.units import fit


def check_valuation_names(
    document: Document, case: Outline, source_ids: Container[str] | None, problems: FileProblems
) -> None:
    """Criteria, parties, alternatives and sources exist, and each criterion stands in exactly one of the two lists.

    ``source_ids`` is None when sources.csv cannot be read.
    """
    _check_places(document, case, problems)
    check_unique(document, "parties", "id", problems)
    parties = [party for _, record in document.items("parties") if (party := text_at(record, "id")) is not None]
    known = {"party": parties, "criterion": case.criteria, "alternative": case.alternatives}
    check_named(document, known, source_ids, problems)


def check_valuation_sense(
    document: Document,
    found: ValuationFile,
    case: CaseFile,
    performances: Mapping[tuple[str, str], Performance] | None,
    problems: FileProblems,
) -> None:
    """Each effect can be valued as it says: factors, units, direction, area and biome. Needs two sound files.

    ``performances`` is None when performances.csv cannot be read.
    """
    criteria = {criterion.id: criterion for criterion in case.criteria}
    biomes: set[str] = set()
    by_criterion: dict[str, list[Factor]] = {}
    for number, effect in enumerate(found.effects):
        path: Path = ("effects", number)
        factors = []
        for frame, impacts in effect.impacts.items():
            for place, impact in enumerate(impacts):
                where: Path = (*path, "impacts", frame, place)
                if not check_price_path(document, where, frame, impact, found.base_year, problems):
                    factors += _factors(document, where, frame, impact, biomes, problems)
                factors += _of_path(frame, impact)
        by_criterion[effect.criterion] = factors
        criterion = criteria.get(effect.criterion)
        if criterion is None:
            continue
        said = [*_unit_faults(effect, criterion, factors), *_reading_faults(effect, criterion, factors)]
        if effect.reading == "msa_loss":
            said += _area_faults(found, effect, performances or {})
        for fault in said:
            add_at(document, problems, path, "valuation.at_criterion", criterion=effect.criterion, said=fault)
    _check_biomes(document, found, biomes, problems)
    check_years(document, found, by_criterion, problems)


def _of_path(frame: str, impact: str) -> list[Factor]:
    """The factors of the years of a price; they have one unit."""
    sets = [one for one in factor_sets().values() if one.basis.frame == frame and impact in one.paths]
    return [one.factors[key] for one in sets for _, key in one.paths[impact].points]


def _check_places(document: Document, case: Outline, problems: FileProblems) -> None:
    first: dict[str, Path] = {}
    for key in ("effects", "not_valued"):
        for path, record in document.items(key):
            word = text_at(record, "criterion")
            if word in first:
                there = place_words(document.places.of(first[word]))
                add_at(
                    document,
                    problems,
                    (*path, "criterion"),
                    "valuation.double_criterion",
                    word=shown(word),
                    there=there,
                )
            elif word is not None:
                first[word] = (*path, "criterion")
    absent = [key for key in case.criteria if key not in first]
    for word in first:
        meant = closest(word, absent) if word not in case.criteria else None
        if meant is not None:
            absent.remove(meant)
    for key in absent:
        add_at(
            document,
            problems,
            ("not_valued",) if "not_valued" in document.data else ("effects",),
            "valuation.no_place",
            key=key,
        )


def _factors(
    document: Document, path: Path, frame: str, impact: str, biomes: set[str], problems: FileProblems
) -> list[Factor]:
    """The factors that the sets of this frame have for an impact; none is a mistake, since it would never be valued."""
    sets = [one for one in factor_sets().values() if one.basis.frame == frame]
    factors = [factor for one in sets for factor in one.factors.values() if _names(factor, impact)]
    biomes.update(factor.biome for factor in factors if factor.biome is not None and factor.id != impact)
    if not factors:
        known = [key.removesuffix(f"_{factor.biome}") for one in sets for key, factor in one.factors.items()]
        known += [key for one in sets for key in one.paths]
        end = suggestion(impact, known)
        add_at(document, problems, path, "valuation.no_factor", impact=shown(impact), end=end)
    elif any(factor.kind == "transfer" for factor in factors):
        add_at(document, problems, path, "valuation.is_transfer", impact=impact)
    return factors


def _names(factor: Factor, impact: str) -> bool:
    return factor.id == impact or (factor.biome is not None and factor.id == f"{impact}_{factor.biome}")


def _unit_faults(effect: EuroEffect, criterion: Criterion, factors: list[Factor]) -> Iterator[Message]:
    if criterion.classes:
        yield message("valuation.classes")
        return
    if _scale(alike(effect.unit)) != _scale(alike(criterion.unit)):
        yield message("valuation.other_scale", unit=effect.unit, criterion_unit=criterion.unit)
    counted = effect.unit.replace("MSA", "MSA-loss") if effect.reading == "msa_loss" else effect.unit
    for unit in sorted({factor.unit for factor in factors if factor.kind != "transfer"}):
        try:
            fit(counted, unit)
        except ValueError:
            yield message("valuation.other_unit", unit=effect.unit, factor_unit=unit)
            return


def _scale(unit: str) -> tuple[str, bool]:
    """The first part of a unit, such as t or kg, and whether it is per year."""
    return re.split(r"[\s*./·]", unit.strip())[0], unit.strip().endswith("/yr")


def _reading_faults(effect: EuroEffect, criterion: Criterion, factors: list[Factor]) -> Iterator[Message]:
    more_is_better = any(factor.kind == "benefit" for factor in factors) or effect.reading != "as_is"
    if criterion.better != ("higher" if more_is_better else "lower"):
        yield message("valuation.reading", reading=effect.reading, better=criterion.better)


def _area_faults(
    found: ValuationFile, effect: EuroEffect, performances: Mapping[tuple[str, str], Performance]
) -> Iterator[Message]:
    if found.area_ha is None:
        yield message("valuation.no_area")
        return
    area = found.area_ha.value
    for (alternative, criterion), cell in performances.items():
        values = [number for number in (cell.low, cell.value, cell.high) if number is not None]
        if criterion == effect.criterion and any(not 0 <= number <= area for number in values):
            yield message("valuation.outside_area", alternative=alternative, found=max(values), area=area)


def _check_biomes(document: Document, found: ValuationFile, known: set[str], problems: FileProblems) -> None:
    if known and found.biome is None:
        add_at(document, problems, ("effects",), "valuation.no_biome")
    named: list[tuple[Path, str]] = []
    if found.biome is not None:
        named.append((("biome", "id"), found.biome.id))
        named += [(("biome", "also", place), word) for place, word in enumerate(found.biome.also)]
    for path, word in named:
        if word not in known:
            end = suggestion(word, sorted(known))
            add_at(document, problems, path, "valuation.other_biome", word=shown(word), end=end)
