"""Units that mix: the same quantity in hectares here and in square metres there."""

import re
from collections.abc import Iterator

from cases.definition.model import Case
from texts.message import Joined, message
from weighing.soundness.finding import Finding

_FAMILIES = {
    "area": "m2 km2 cm2 ha hectare hectares",
    "length": "m km cm mm meter metre metres kilometer kilometre kilometres",
    "mass": "mg g kg t ton tonne tonnes kt",
    "volume": "m3 l liter litre litres",
    "time": "s min h hour hours uur uren minute minutes minuut minuten day days dag dagen",
    "energy": "wh kwh mwh gwh twh kj mj gj tj pj",
    "money": "eur euro euros € keur meur k€ m€",
}
_FAMILY_OF = {word: family for family, words in _FAMILIES.items() for word in words.split()}
_TIMES = "s min h hour uur day dag d week month maand year years yr jaar jr j"
_Measured = tuple[str, str, bool]
"""The family, of what, and whether it is per time."""
_HEAD = re.compile(r"(?:[\d.,]+\s*|(?:mln|miljoen|million|mrd|duizend|thousand)\s+)?(\S+)\s*(.*)")


def mixed_units(case: Case) -> Iterator[Finding]:
    """Criteria that measure the same kind of thing, each in a unit of its own; all of one kind in one finding."""
    groups: dict[_Measured, dict[str, list[str]]] = {}
    for criterion in case.criteria:
        kind = _kind(criterion.unit)
        if kind is not None:
            groups.setdefault(kind, {}).setdefault(criterion.unit, []).append(criterion.id)
    for (family, _, _), by_unit in groups.items():
        if len(by_unit) < 2:
            continue
        named = {unit: [case.criterion(key).label for key in keys] for unit, keys in by_unit.items()}
        listed = [Joined((unit, Joined(tuple(labels))), ": ") for unit, labels in named.items()]
        found = message(
            "soundness.mixed_units",
            what=message(f"soundness.measures_{family}"),
            units=len(named),
            criteria=Joined(tuple(listed), "; "),
        )
        yield Finding(
            "mixed_units", "notice", found, tuple(f"criteria.{key}" for keys in by_unit.values() for key in keys)
        )


def _kind(unit: str) -> _Measured | None:
    """What a unit measures, of what, and whether it is per time: `t CO2/yr` and `kg CO2/day` are both a mass of CO2 in
    some time, and `t CO2` is another thing. None: a unit that belongs to no family."""
    whole, *per = unit.casefold().replace("²", "2").replace("³", "3").split("/")
    found = _HEAD.fullmatch(whole.strip())
    family = _FAMILY_OF.get(found.group(1)) if found else None
    if found is None or family is None:
        return None
    per = [part.strip() for part in per]
    of = [found.group(2), *(part for part in per if part not in _TIMES.split())]
    return family, "/".join(of), any(part in _TIMES.split() for part in per)
