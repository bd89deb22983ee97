"""What a visitor chose about euros as a short text in a link, and back. Links come from strangers.

``true_price_2025~grassland~104.0~0.0225~60~middle~3``: set, kind of nature, amount for CO2, rate, years, when in the
year, and a third to three times every amount that has no range. An empty place takes what the case or the set says;
empty places at the end are left out. A link without this part has the euros off.
"""

from cases.definition.model import Case
from valuation.shipped_sets import factor_sets
from weighing.euros.chosen_set import GENERAL_DOUBT
from weighing.euros.valuing import STANDARD_RATE, EuroChoices, euros

PART = "e"
"""The part of a link that holds the choices."""
SEPARATOR = "~"
LONGEST = 200
PLACES = 7
MOST_PER_TONNE = 100_000.0
MOST_RATE = 0.2
MOST_YEARS = 200
"""Limits far outside any choice we offer; they keep a stranger's number from becoming an endless sum."""


def euros_to_link(choices: EuroChoices) -> str:
    """The text that brings back exactly these choices."""
    places = (
        choices.factor_set,
        choices.biome or "",
        "" if choices.carbon is None else str(choices.carbon),
        "" if choices.rate == STANDARD_RATE else str(choices.rate),
        "" if choices.horizon is None else str(choices.horizon),
        "" if choices.timing == "end" else choices.timing,
        str(GENERAL_DOUBT) if choices.three_times else "",
    )
    return SEPARATOR.join(places).rstrip(SEPARATOR)


def euros_from_link(case: Case, found: str) -> EuroChoices | None:
    """The choices in a link; None when the case has no euros, or when the text cannot be used for it."""
    if not case.has_amounts or len(found) > LONGEST:
        return None
    try:
        choices = _choices(found)
        euros(case, choices)
    except ValueError:
        return None
    return choices


def _choices(found: str) -> EuroChoices:
    places = found.split(SEPARATOR)
    if len(places) > PLACES:
        raise ValueError(f"{len(places)} places, at most {PLACES} are read")
    factor_set, biome, carbon, rate, years, timing, doubt = (*places, *("",) * (PLACES - len(places)))
    if timing not in ("", "middle") or doubt not in ("", str(GENERAL_DOUBT)):
        raise ValueError(f"'{timing}' and '{doubt}' are no timing and no doubt that we know")
    known = (
        {factor.biome for factor in factor_sets()[factor_set].factors.values()} if factor_set in factor_sets() else ()
    )
    if biome and biome not in known:
        raise ValueError(f"set '{factor_set}' has no biome '{biome}'")
    return EuroChoices(
        factor_set,
        biome or None,
        _carbon(carbon),
        _number(rate, MOST_RATE) if rate else STANDARD_RATE,
        _years(years) if years else None,
        "middle" if timing else "end",
        bool(doubt),
    )


def _carbon(found: str) -> str | float | None:
    """Nothing, the id of a factor (a word), or an amount per tonne."""
    if not found or found[0].isalpha():
        return found or None
    return _number(found, MOST_PER_TONNE)


def _years(found: str) -> int:
    years = int(found)
    if not 1 <= years <= MOST_YEARS:
        raise ValueError(f"{years} years; 1 to {MOST_YEARS} can be used")
    return years


def _number(found: str, most: float) -> float:
    number = float(found)
    if not 0 <= number <= most:
        raise ValueError(f"{found} does not lie between 0 and {most:g}")
    return number
