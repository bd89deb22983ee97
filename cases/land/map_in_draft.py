"""A map in a draft: its names, putting areas in, and taking hectares over once somebody says so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, get_args

from cases.definition.land_areas import LandArea, hectares_by_use
from cases.definition.land_use import Pattern
from cases.reading.areas_file import AREAS, areas_bytes, read_areas
from cases.workbook.draft import Draft
from files.decoding import decoded
from files.problems import FileProblems

DECIMALS = 2
"""Of hectares that are taken over: a hundred square metres."""
_HECTARES = ("ha", "hectare", "hectaren", "hectares")


class NewUse(NamedTuple):
    """A use of the land that the draft did not have."""

    id: str
    label: str
    pattern: str


def names_in(draft: Draft, sheet: str, language: str) -> Mapping[str, Sequence[str]]:
    """By id all names of what stands in a sheet, such as ``alternatives``; its label comes last."""
    found = draft.sheets[sheet]
    wanted = sorted(("label_en", "label_nl"), key=lambda name: name == f"label_{language}")
    columns = [name for name in ("code", *wanted) if name in found.headings]
    rows = zip(found.column("id"), *(found.column(name) for name in columns), strict=True)
    return {row[0]: [word for word in row if word] for row in rows if row[0]}


def patterns_left(draft: Draft) -> tuple[str, ...]:
    """The patterns that no use of the draft has."""
    taken = draft.sheets["land_uses"].column("pattern")
    return tuple(pattern for pattern in get_args(Pattern) if pattern not in taken)


def areas_of(draft: Draft) -> tuple[LandArea, ...]:
    """The areas of a draft; none where its file cannot be used."""
    data = draft.files.get(AREAS)
    return _areas(data) if data is not None else ()


@lru_cache(maxsize=8)
def _areas(data: bytes) -> tuple[LandArea, ...]:
    problems = FileProblems(AREAS)
    text = decoded(data, problems)
    found = read_areas(text, None, problems) if text is not None else ()
    return () if problems.listed() else found


def with_map(draft: Draft, areas: Sequence[LandArea], new: Iterable[NewUse], unit: Mapping[str, str]) -> Draft:
    """The draft with these areas; alternatives that they do not name keep the areas they had.

    Args:
        draft: the draft.
        areas: of one alternative or more.
        new: uses that the draft does not have yet.
        unit: the word for hectare by language, for a draft that names no unit. One without a total gets the land of
            its largest alternative.
    """
    named = {area.alternative for area in areas}
    whole = [*(area for area in areas_of(draft) if area.alternative not in named), *areas]
    uses = draft.sheets["land_uses"]
    rows = [
        tuple({"id": use.id, "label_nl": use.label, "label_en": use.label, "pattern": use.pattern}.get(name, "")
              for name in uses.headings)
        for use in new
    ]  # fmt: skip
    draft = draft.with_sheet("land_uses", (*uses.rows, *rows), uses.headings).with_file(AREAS, areas_bytes(whole))
    if not draft.cell("land_total", "value"):
        draft = draft.with_cell("land_total", "value", _number(most_land(whole)))
    if not any(draft.cell("land_unit", language) for language in unit):
        for language, word in unit.items():
            draft = draft.with_cell("land_unit", language, word)
    return draft


def most_land(areas: Iterable[LandArea]) -> float:
    """Hectares of the alternative with the most, as they would be taken over."""
    sums: dict[str, float] = defaultdict(float)
    for (alternative, _), hectares in hectares_by_use(areas).items():
        sums[alternative] += round(hectares, DECIMALS)
    return max(sums.values(), default=0.0)


def counts_hectares(draft: Draft) -> bool:
    """Whether the tiles of the draft are in hectares."""
    units = [draft.cell("land_unit", language) for language in ("nl", "en")]
    return all(unit.strip().casefold() in _HECTARES for unit in units if unit)


def with_tiles(draft: Draft, source: str, grade: str, mark: str) -> Draft:
    """The draft with the hectares of its map as amounts of land, each with this source and grade.

    Args:
        draft: with a map. All amounts of an alternative that is on the map are replaced, those of others stay.
        source: id of the source of the map.
        grade: of its quality.
        mark: for decimals.
    """
    hectares = hectares_by_use(areas_of(draft))
    sheet = draft.sheets["land_use"]
    cells = [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]
    on_the_map = {alternative for alternative, _ in hectares}
    stay = [row for row in cells if row["alternative"] not in on_the_map]
    taken = [
        {"alternative": alternative, "use": use, "amount": _number(amount).replace(".", mark),
         "source": source, "grade": grade}
        for (alternative, use), amount in hectares.items()
    ]  # fmt: skip
    rows = tuple(tuple(row.get(name, "") for name in sheet.headings) for row in (*stay, *taken))
    return draft.with_sheet("land_use", rows, sheet.headings)


def criteria_in_hectares(draft: Draft) -> Mapping[str, Sequence[str]]:
    """As ``names_in``, only the criteria of which the effects are hectares."""
    sheet = draft.sheets["criteria"]
    units = dict(zip(sheet.column("id"), sheet.column("unit"), strict=True))
    named = names_in(draft, "criteria", "nl")
    return {key: called for key, called in named.items() if units[key].strip().casefold() in _HECTARES}


def with_effects(draft: Draft, criterion: str, use: str, source: str, grade: str, mark: str) -> Draft:
    """The draft with the hectares of one use on its map as the effects on one criterion.

    An alternative on the map without this use has 0; one that is not on the map keeps its effect. A range and a note
    are taken off, because they belonged to another figure.

    Args:
        draft: with a map.
        criterion: id of a criterion in hectares.
        use: id of the use.
        source, grade, mark: as for ``with_tiles``.
    """
    hectares = hectares_by_use(areas_of(draft))
    criteria = draft.sheets["criteria"]
    unit = dict(zip(criteria.column("id"), criteria.column("unit"), strict=True))[criterion]
    sheet, taken = draft.sheets["effects"], {}
    for alternative in dict.fromkeys(owner for owner, _ in hectares):
        amount = _number(hectares.get((alternative, use), 0.0)).replace(".", mark)
        taken[alternative, criterion] = dict.fromkeys(sheet.headings, "") | {
            "alternative": alternative,
            "criterion": criterion,
            "value": amount,
            "unit": unit,
            "source": source,
            "grade": grade,
        }
    rows = []
    for row in sheet.rows:
        cells = dict(zip(sheet.headings, row, strict=True))
        found = taken.pop((cells["alternative"], cells["criterion"]), {})
        rows.append(tuple((cells | found)[name] for name in sheet.headings))
    rows += [tuple(cells.get(name, "") for name in sheet.headings) for cells in taken.values()]
    return draft.with_sheet("effects", tuple(rows), sheet.headings)


def _number(hectares: float) -> str:
    return f"{hectares:.{DECIMALS}f}".rstrip("0").rstrip(".")
