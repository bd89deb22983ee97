"""Units that mix: the same quantity in hectares here and in square metres there."""

import re
from collections.abc import Iterator

from cases.definition.model import Case
from files.fields import Text
from weighing.soundness.finding import Finding, Kind

MIXED_UNITS = Kind(
    "mixed_units",
    Text(nl="Dezelfde grootheid staat in verschillende eenheden", en="The same quantity is in different units"),
    Text(
        nl="Lezers vergelijken dan getallen die niet te vergelijken zijn. Een fout van duizend keer valt niet op.",
        en="Readers then compare numbers that cannot be compared. A mistake of a thousand times is not noticed.",
    ),
    Text(
        nl="Gebruik overal dezelfde eenheid, of houd het zo als de getallen anders te groot of te klein worden.",
        en="Use one unit throughout, or keep it if the numbers would become too large or too small.",
    ),
)

_FAMILIES = {
    ("area", "een oppervlakte"): "m2 km2 cm2 ha hectare hectares",
    ("length", "een lengte"): "m km cm mm meter metre metres kilometer kilometre kilometres",
    ("mass", "een massa"): "mg g kg t ton tonne tonnes kt",
    ("volume", "een volume"): "m3 l liter litre litres",
    ("time", "een tijd"): "s min h hour hours uur uren minute minutes minuut minuten day days dag dagen",
    ("energy", "een hoeveelheid energie"): "wh kwh mwh gwh twh kj mj gj tj pj",
    ("money", "geld"): "eur euro euros € keur meur k€ m€",
}
_FAMILY_OF = {word: family for family, words in _FAMILIES.items() for word in words.split()}
_TIMES = frozenset(
    (
        "s",
        "min",
        "h",
        "hour",
        "uur",
        "day",
        "dag",
        "d",
        "week",
        "month",
        "maand",
        "year",
        "years",
        "yr",
        "jaar",
        "jr",
        "j",
    )
)
_Kind = tuple[tuple[str, str], str, bool]
_HEAD = re.compile(r"(?:[\d.,]+\s*|(?:mln|miljoen|million|mrd|duizend|thousand)\s+)?(\S+)\s*(.*)")


def mixed_units(case: Case) -> Iterator[Finding]:
    """Criteria that measure the same kind of thing, each in a unit of its own; all of one kind in one finding."""
    groups: dict[_Kind, dict[str, list[str]]] = {}
    for criterion in case.criteria:
        kind = _kind(criterion.unit)
        if kind is not None:
            groups.setdefault(kind, {}).setdefault(criterion.unit, []).append(criterion.id)
    for ((en, nl), _, _), by_unit in groups.items():
        if len(by_unit) < 2:
            continue
        named = [(unit, [case.criterion(key).label for key in keys]) for unit, keys in by_unit.items()]
        parts_en = "; ".join(f"{unit}: {', '.join(label.en for label in labels)}" for unit, labels in named)
        parts_nl = "; ".join(f"{unit}: {', '.join(label.nl for label in labels)}" for unit, labels in named)
        yield Finding(
            MIXED_UNITS,
            "notice",
            Text(
                en=f"These criteria measure {en}, in {len(named)} units. {parts_en}.",
                nl=f"Deze criteria meten {nl}, in {len(named)} eenheden. {parts_nl}.",
            ),
            tuple(f"criteria.{key}" for keys in by_unit.values() for key in keys),
        )


def _kind(unit: str) -> _Kind | None:
    """What a unit measures, of what, and whether it is per time: `t CO2/yr` and `kg CO2/day` are both a mass of CO2 in
    some time, and `t CO2` is another thing. None: a unit that belongs to no family."""
    whole, *per = unit.casefold().replace("²", "2").replace("³", "3").split("/")
    found = _HEAD.fullmatch(whole.strip())
    family = _FAMILY_OF.get(found.group(1)) if found else None
    if found is None or family is None:
        return None
    per = [part.strip() for part in per]
    of = [found.group(2), *(part for part in per if part not in _TIMES)]
    return family, "/".join(of), any(part in _TIMES for part in per)
