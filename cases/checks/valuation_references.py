"""Whether valuation.yaml fits its case and the factor sets: everything named exists, every criterion has its place, and
each unit can be counted in the unit of its factor.
"""

import re
from collections.abc import Container, Iterator, Mapping
from typing import Any

from cases.definition.criterion import Criterion
from cases.definition.model import CaseFile, Performance
from cases.definition.valuation_file import EuroEffect, ValuationFile
from cases.reading.case_ids import Outline, known_or_meant, text_at, texts
from files.places import Place, place_words
from files.problems import FileProblems, closest, did_you_mean, shown
from files.schema import add_at
from files.yaml_lines import Document, Path
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
    parties: list[str] = []
    for path, record in document.items("parties"):
        party = text_at(record, "id")
        if party is not None and party in parties:
            add_at(
                document,
                problems,
                (*path, "id"),
                f"party '{shown(party)}' is here twice. Keep one of the two",
                f"partij '{shown(party)}' staat er twee keer. Houd één van de twee",
            )
        parties += [party] if party is not None else []
    kinds = {
        "party": (parties, ("a party", "partij")),
        "criterion": (list(case.criteria), ("a criterion", "criterium")),
        "alternative": (list(case.alternatives), ("an alternative", "alternatief")),
        "source": (source_ids, ("", "")),
    }
    for path, kind, word in _named(document):
        known, words = kinds[kind]
        if kind != "source" and known:
            known_or_meant(document.places.of(path), word, known, words, problems)  # type: ignore[arg-type]
        elif known is not None and word not in known:
            add_at(
                document,
                problems,
                path,
                f"source '{shown(word)}' is not in sources.csv. Add it there, or correct the id",
                f"bron '{shown(word)}' staat niet in sources.csv. Voeg hem daar toe, of verbeter de id",
            )


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
    for number, effect in enumerate(found.effects):
        path: Path = ("effects", number)
        factors = []
        for frame, impacts in effect.impacts.items():
            for place, impact in enumerate(impacts):
                factors += _factors(document, (*path, "impacts", frame, place), frame, impact, biomes, problems)
        criterion = criteria.get(effect.criterion)
        if criterion is None:
            continue
        for en, nl in (*_unit_faults(effect, criterion, factors), *_reading_faults(effect, criterion, factors)):
            add_at(document, problems, path, f"'{effect.criterion}': {en}", f"'{effect.criterion}': {nl}")
        if effect.reading == "msa_loss":
            for en, nl in _area_faults(found, effect, performances or {}):
                add_at(document, problems, path, f"'{effect.criterion}': {en}", f"'{effect.criterion}': {nl}")
    _check_biomes(document, found, biomes, problems)


def _check_places(document: Document, case: Outline, problems: FileProblems) -> None:
    first: dict[str, Place] = {}
    for key in ("effects", "not_valued"):
        for path, record in document.items(key):
            word = text_at(record, "criterion")
            if word in first:
                there = place_words(first[word])
                add_at(
                    document,
                    problems,
                    (*path, "criterion"),
                    f"'{shown(word)}' is already in {there.get('en')}. A criterion has its place once",
                    f"'{shown(word)}' staat al in {there.get('nl')}. Een criterium heeft één plaats",
                )
            elif word is not None:
                first[word] = document.places.of((*path, "criterion"))
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
            f"criterion '{key}' is in neither list. Put it in effects, or in not_valued with the reason",
            f"criterium '{key}' staat in geen van beide lijsten. Zet het in effects, of in not_valued met de reden",
        )


def _named(document: Document) -> Iterator[tuple[Path, str, str]]:
    """Every name in the file outside the two lists of criteria: its path, what it names, and the word."""
    for key, fields in (
        ("effects", {"party": "party", "criterion": "criterion"}),
        ("not_valued", {"criterion": "criterion"}),
        ("transfers", {"payer": "party", "receiver": "party", "criterion": "criterion"}),
    ):
        for path, record in document.items(key):
            for field, kind in fields.items():
                if (word := text_at(record, field)) is not None:
                    yield (*path, field), kind, word
            for place, amount in _records(record, "amounts"):
                if (word := text_at(amount, "alternative")) is not None:
                    yield (*path, "amounts", place, "alternative"), "alternative", word
            yield from _sources(path, record)
    for path, record in document.items("contested"):
        for place, claim in _records(record, "claims"):
            yield from _sources((*path, "claims", place), claim)
    for key in ("area_ha", "business_case"):
        record = document.data.get(key)
        if isinstance(record, dict):
            if (word := text_at(record, "criterion")) is not None:
                yield (key, "criterion"), "criterion", word
            yield from _sources((key,), record)


def _records(record: dict[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    listed = record.get(key)
    for place, item in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(item, dict):
            yield place, item


def _sources(path: Path, record: dict[str, Any]) -> Iterator[tuple[Path, str, str]]:
    for place, word in enumerate(texts(record.get("sources"))):
        yield (*path, "sources", place), "source", word


def _factors(
    document: Document, path: Path, frame: str, impact: str, biomes: set[str], problems: FileProblems
) -> list[Factor]:
    """The factors that the sets of this frame have for an impact; none is a mistake, since it would never be valued."""
    sets = [one for one in factor_sets().values() if one.basis.frame == frame]
    factors = [factor for one in sets for factor in one.factors.values() if _names(factor, impact)]
    biomes.update(factor.biome for factor in factors if factor.biome is not None and factor.id != impact)
    if not factors:
        known = [key.removesuffix(f"_{factor.biome}") for one in sets for key, factor in one.factors.items()]
        en, nl = did_you_mean(impact, known)
        add_at(
            document,
            problems,
            path,
            f"no factor set of this kind has '{shown(impact)}'{en}",
            f"geen factorset van deze soort heeft '{shown(impact)}'{nl}",
        )
    elif any(factor.kind == "transfer" for factor in factors):
        add_at(
            document,
            problems,
            path,
            f"'{impact}' is money that changes hands. Put it under transfers",
            f"'{impact}' is geld dat van eigenaar wisselt. Zet het onder transfers",
        )
    return factors


def _names(factor: Factor, impact: str) -> bool:
    return factor.id == impact or (factor.biome is not None and factor.id == f"{impact}_{factor.biome}")


def _unit_faults(effect: EuroEffect, criterion: Criterion, factors: list[Factor]) -> Iterator[tuple[str, str]]:
    if criterion.classes:
        yield (
            "a criterion with classes has no amount. Put it in not_valued",
            "een criterium met klassen krijgt geen bedrag. Zet het in not_valued",
        )
        return
    if _scale(effect.unit) != _scale(criterion.unit):
        yield (
            f"unit '{effect.unit}' starts otherwise than '{criterion.unit}' of the criterion. A figure keeps its "
            "scale; only say of what it is",
            f"eenheid '{effect.unit}' begint anders dan '{criterion.unit}' van het criterium. Een cijfer houdt zijn "
            "schaal; zeg er alleen bij waarvan",
        )
    counted = effect.unit.replace("MSA", "MSA-loss") if effect.reading == "msa_loss" else effect.unit
    for unit in sorted({factor.unit for factor in factors if factor.kind != "transfer"}):
        try:
            fit(counted, unit)
        except ValueError:
            yield (
                f"unit '{effect.unit}' cannot be counted in '{unit}', the unit of the factor. Compare the two",
                f"eenheid '{effect.unit}' is niet te tellen in '{unit}', de eenheid van de factor. Vergelijk de twee",
            )
            return


def _scale(unit: str) -> tuple[str, bool]:
    """The first part of a unit, such as t or kg, and whether it is per year."""
    return re.split(r"[\s*./·]", unit.strip())[0], unit.strip().endswith("/yr")


def _reading_faults(effect: EuroEffect, criterion: Criterion, factors: list[Factor]) -> Iterator[tuple[str, str]]:
    more_is_better = any(factor.kind == "benefit" for factor in factors) or effect.reading != "as_is"
    if criterion.better != ("higher" if more_is_better else "lower"):
        yield (
            f"the reading '{effect.reading}' does not fit: better is '{criterion.better}'. A gain would be counted as "
            "harm, or the other way round",
            f"de lezing (reading) '{effect.reading}' past niet: better is '{criterion.better}'. Winst zou tellen als "
            "schade, of omgekeerd",
        )


def _area_faults(
    found: ValuationFile, effect: EuroEffect, performances: Mapping[tuple[str, str], Performance]
) -> Iterator[tuple[str, str]]:
    if found.area_ha is None:
        yield (
            "loss of nature is counted on an area. Add area_ha, with value, why and sources",
            "verlies van natuur telt op een oppervlakte. Voeg area_ha toe, met value, why en sources",
        )
        return
    area = found.area_ha.value
    for (alternative, criterion), cell in performances.items():
        values = [number for number in (cell.low, cell.value, cell.high) if number is not None]
        if criterion == effect.criterion and any(not 0 <= number <= area for number in values):
            yield (
                f"'{alternative}' has {max(values):.12g}, but on {area:.12g} ha between 0 and {area:.12g} can be left. "
                "Correct the area or the effect",
                f"'{alternative}' heeft {max(values):.12g}, maar op {area:.12g} ha kan tussen 0 en {area:.12g} over "
                "zijn. Verbeter de oppervlakte of het effect",
            )


def _check_biomes(document: Document, found: ValuationFile, known: set[str], problems: FileProblems) -> None:
    if known and found.biome is None:
        add_at(
            document,
            problems,
            ("effects",),
            "an amount for land depends on the kind of nature. Add biome, with id and why",
            "een bedrag voor land hangt af van het soort natuur. Voeg biome toe, met id en why",
        )
    named = [] if found.biome is None else [(("biome", "id"), found.biome.id)]
    named += [(("biome", "also", place), word) for place, word in enumerate(found.biome.also if found.biome else ())]
    for path, word in named:
        if word not in known:
            en, nl = did_you_mean(word, sorted(known))
            add_at(
                document,
                problems,
                path,
                f"'{shown(word)}' is not a biome of the factors that are used{en}",
                f"'{shown(word)}' is geen bioom van de factoren die gebruikt worden{nl}",
            )
