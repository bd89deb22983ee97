"""What a heading says a column or a row is, in the Dutch and English words that planners use."""

import re
from typing import Literal, NamedTuple

Property = Literal["label", "theme", "unit", "direction", "weight", "note", "source", "number", "total"]
Side = Literal["low", "middle", "high"]

_WORDS: tuple[tuple[Property, str], ...] = (
    ("weight", r"gewicht(en)?|wegings?(factor)?|weegfactor(en)?|weging|weights?|weging \(?%\)?"),
    ("direction",
     r"richting|beter|wat is beter|voorkeur|voorkeursrichting|doelrichting|hoger of lager|direction|"
     r"better|min/max|max/min|"
     r"kosten/baten|baten/kosten|streven"),
    ("unit", r"(meet)?eenheid|eenheden|ehd|unit|units|uitgedrukt in|dimensie"),
    ("source", r"bron(nen)?|herkomst|sources?|bronvermelding"),
    ("note",
     r"toelichting(en)?|opmerking(en)?|noot|noten|notities?|motivering|onderbouwing|bijzonderheden|"
     r"notes?|remarks?|uitleg|comment(s|aar)?|"
     r"aannames?|beoordeling in woorden"),
    ("total",
     r"(sub)?tota(a|)l(en)?|som|gemiddelde?|eindscore|totaalscore|gewogen (score|totaal|som)|"
     r"rang(orde|schikking)?|ranking|score totaal|sum|"
     r"average|mean|saldo|eindoordeel|resultaat|verschil"),
    ("number", r"nr\.?|nummer|#|id|code|volgnr\.?|no\.?"),
    ("label",
     r"criteri(um|a|on)|beoordelingscriteri(um|a)|(deel)?aspect(en)?|indicator(en|s)?|effect(en|"
     r"post)?|effecten en indicatoren|omschrijving|"
     r"toetsingscriteri(um|a)|maatstaf|kosten- en batenpost(en)?|(kosten|baten)?post(en)?|"
     r"deelcriteri(um|a)|subcriteri(um|a)|onderwerp|welvaartseffect(en)?|item"),
    ("theme",
     r"thema('?s)?|categorie(en)?|hoofdgroep|hoofdcriteri(um|a)|cluster|domein|groep|onderdeel|"
     r"milieuthema|themes?|category|hoofdthema|"
     r"waarde|rubriek|milieuaspect"),
)  # fmt: skip
_PATTERNS = [(kind, re.compile(rf"(?:{words})(?:\s*[\[(:].*)?", re.IGNORECASE)) for kind, words in _WORDS]
_ALTERNATIVE = re.compile(
    r"(alternatie[fv](en)?|varianten?|scenario'?s?|plan(nen)?|opties?|model(len)?|option|alternative|"
    r"variant|scenario)\b.*|"
    r"(nul|referentie|basis)[- ]?(alternatief|situatie|variant)?( 20\d\d)?|referentie.*|"
    r"huidige? (situatie|toestand).*|autonome? ontwikkeling.*|"
    r"voorkeurs(alternatief|variant)?|vka|mma|[a-h]|[0-9]\+?|[a-h][0-9]|do nothing|as now|niets doen|zoals nu",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"alternatieven?|varianten?|scenario'?s?|plannen|opties?|modellen|effect(en|score(s)?)?|scores?|"
    r"beoordeling(en)?|waarden?|options|"
    r"alternatives|resultaten|uitkomst(en)?",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r".*\b(referentie\w*|nul(alternatief|variant|situatie|plus)?|nul-alternatief|huidige?|autonoom|"
    r"autonome|niets doen|zoals nu|as now|"
    r"do nothing|basisalternatief|reference|current)\b.*|0",
    re.IGNORECASE,
)
_SIDES: dict[Side, str] = {
    "low": r"laag|lage|min(?:\.|imum|imaal)?|onder(?:grens|kant)?|low|pessimistisch",
    "high": r"hoog|hoge|max(?:\.|imum|imaal)?|boven(?:grens|kant)?|high|optimistisch",
    "middle": r"midden|verwacht|centraal|central|best guess|middenwaarde|basis",
}
_SIDE = {side: re.compile(rf"(.*?)[\s,(\[\-\N{{EN DASH}}:/]*\b(?:{words})\b"
                        r"(?:\s*(?:scenario|raming|schatting))?[)\]]?\s*", re.IGNORECASE)
         for side, words in _SIDES.items()}  # fmt: skip
_TOTAL_ROW = re.compile(
    r"(sub)?tota(al|len)\b.*|som\b.*|gemiddelde?\b.*|eindscore.*|totaalscore.*|gewogen (score|totaal|"
    r"som|gemiddelde).*|rang(orde|schikking)?|ranking|"
    r"rank|plaats|saldo|saldo (kosten|baten|mkba|ncw|totaal).*|total\b.*|sum|average|mean|"
    r"netto contante waarde|ncw|npv|baten[- ]?/?[- ]?kosten\w*.*|b/k.*|aantal (plussen|minnen|"
    r"punten).*|resultaat",
    re.IGNORECASE,
)  # fmt: skip
_BUDGET = re.compile(
    r"grondexploitatie|\bgrex\b|exploitatie|begroting|business ?case|land account|budget", re.IGNORECASE
)
_BALANCE = re.compile(
    r"(netto )?(saldo|ncw|npv|netto contante waarde|resultaat)\b.*|totaal saldo.*|net present value.*", re.IGNORECASE
)
_NOTE_ROW = re.compile(
    r"(\*|\d\)|noot|noten|bron(nen)?\b|toelichting|legenda|opmerking(en)?|let op|note|source|legend|"
    r"pm ?=|n\.?v\.?t\.? ?=)",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(lager|laag|minder|min|minimaal|minimaliseren|kosten|kost|negatief|-|omlaag|lower|less|cost|"
    r"minimise|minimize)\b|[\N{DOWNWARDS ARROW}]|^-$",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"\b(hoger|hoog|meer|max|maximaal|maximaliseren|baten|baat|positief|omhoog|higher|more|benefit|"
    r"maximise|maximize)\b|[\N{UPWARDS ARROW}]|^\+$",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"kosten|hinder|geluid(?!swal)|lawaai|uitstoot|emissie|co2|co\N{SUBSCRIPT TWO}|stikstof|\bnox\b|"
    r"fijnstof|\bpm\b|pm2|pm10|verlies|verharding|verhard|"
    r"risico|overlast|reistijd|file|ongevallen|slachtoffers|aantasting|versnippering|barri\u00e8re|"
    r"hitte|wateroverlast|bodemdaling|doorlooptijd|loopafstand|afstand tot|wachttijd|"
    r"investering|energieverbruik|afval|sloop|slopen|kap\b|kappen|gekapte?|verdwijn|vervallen|opheffen|tekort|schade|vervuiling|verbruik|"
    r"\bcosts?\b|noise|emission|loss|risk|travel time",
    re.IGNORECASE,
)


_LESS_OF_IT = re.compile(
    r"winst|bespar|reductie|afname|verminder|minder|voorkomen|vermeden|baten|opbrengst|gain|saving|"
    r"less|avoided|lager|(?<!bodem)daling",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\N{EURO SIGN}|\beuro?s?\b|\b[kmM]?eur\b|\bncw\b|netto contante|contante waarde|mkba|"
    r"kosten[- ]?(en[- ])?baten|\bnpv\b|grondexploitatie|\bgrex\b",
    re.IGNORECASE,
)
_MONEY_UNIT = re.compile(
    r"(?:(?:mln\.?|miljoen|mld\.?|miljard|duizend|x ?1\.?000|k|m)\s*)?(?:\N{EURO SIGN}|"
    r"euro?s?\b)(?:\s*1?\s*(?:mln\b\.?|miljoen|mld\b\.?|miljard|x ?1\.?000|per jaar))?",
    re.IGNORECASE,
)
_SCORE = re.compile(r"score|punt|cijfer|schaal|oordeel|waardering|^\s*1\s*-\s*\d+\s*$|points|grade", re.IGNORECASE)


_YEAR = r"(?:19|20)\d\d"
_PRICE_YEAR = re.compile(
    rf"(?:prijspeil|prijsniveau|prijzen van|price level|prices of)\D{{0,12}}({_YEAR})", re.IGNORECASE
)
_BASE_YEAR = re.compile(
    rf"(?:basisjaar|contante waarde(?: \(?ncw\)?)?(?: per| in)?|\bncw\b|\bnpv\b|base year)(?: 1-1-| )?\s*({_YEAR})",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(rf"(?:zichtjaar|eindjaar|tot en met|t/m)\s*({_YEAR})", re.IGNORECASE)
_HORIZON = re.compile(r"(?:zichtperiode|looptijd|tijdshorizon|horizon)\D{0,12}(\d{1,3}) (?:jaar|years)", re.IGNORECASE)


def property_of(heading: str) -> Property | None:
    """What a heading names, such as the unit or the weight; None for any other heading."""
    plain = " ".join(heading.split()).strip(" .:*")
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(plain)), None)


def names_an_alternative(heading: str) -> bool:
    """True for ``Variant B``, ``Referentie``, ``VKA`` and their like."""
    return _ALTERNATIVE.fullmatch(" ".join(heading.split())) is not None


def is_generic(heading: str) -> bool:
    """True for a heading above the names of alternatives that is no name itself."""
    return _GENERIC.fullmatch(" ".join(heading.split()).strip(" :")) is not None


def may_be_the_reference(name: str) -> bool:
    """True where the name says that this is the situation without a decision."""
    return _REFERENCE.fullmatch(" ".join(name.split())) is not None


def side_of(heading: str) -> tuple[str, Side | None]:
    """``Variant A laag`` is the low of ``Variant A``; a heading without such a word is itself."""
    plain = " ".join(heading.split())
    for side, pattern in _SIDE.items():
        if found := pattern.fullmatch(plain):
            return found[1].strip(" ,-:(/["), side
    return plain, None


def is_total(label: str) -> bool:
    """True for a row that adds up others, and is no criterion itself."""
    return _TOTAL_ROW.fullmatch(" ".join(label.split()).strip(" :*")) is not None


def is_budget(words: str) -> bool:
    """True for a title or a label that speaks of what one organisation earns and pays, not of what everyone gains."""
    return _BUDGET.search(words) is not None


def is_balance(label: str) -> bool:
    """True for the row in which costs and benefits are set against each other."""
    return _BALANCE.fullmatch(" ".join(label.split()).strip(" :*")) is not None


def is_note(label: str) -> bool:
    """True for a line below a table that explains something."""
    return _NOTE_ROW.match(label.strip()) is not None


def direction_in(words: str) -> Literal["higher", "lower"] | None:
    """What the words in a column for directions say; None where that is not clear."""
    lower, higher = _LOWER.search(words) is not None, _HIGHER.search(words) is not None
    return None if lower == higher else "lower" if lower else "higher"


def sounds_bad(label: str) -> bool:
    """True for a criterion of which less is better, as its name sounds."""
    return _BAD.search(label) is not None and _LESS_OF_IT.search(label) is None


def sounds_less(label: str) -> bool:
    """True for a criterion that says how much less there is of something, such as ``CO2-reductie``."""
    return _LESS_OF_IT.search(label) is not None


def is_money(words: str) -> bool:
    """True for a unit of money, and for a title that speaks of costs and benefits."""
    return _MONEY.search(words) is not None


def is_score(unit: str) -> bool:
    """True for a unit in which somebody gave points."""
    return _SCORE.search(unit) is not None


def money_unit_in(words: str) -> str:
    """``mln euro`` in the title ``NCW in mln euro``; empty where the words name none."""
    found = _MONEY_UNIT.search(words)
    plain = " ".join(found[0].split()) if found else ""
    return re.sub(r"^(\N{EURO SIGN}|euro?s?) 1? ?(mln|mld|miljoen|miljard)\.?$", r"\2 \1", plain)


class MoneyYears(NamedTuple):
    """The years that a table of costs and benefits is about; None where it is silent."""

    price_year: int | None
    """Of which year the euros are."""
    base_year: int | None
    """To which later years are brought back."""
    horizon: int | None
    """Years."""


NO_YEARS = MoneyYears(None, None, None)


def years_in(words: str) -> MoneyYears:
    """What stands around a table of its years, such as ``NCW 2025, prijspeil 2024, zichtperiode 100 jaar``."""
    price, base, last, horizon = (
        int(found[1]) if (found := pattern.search(words)) else None
        for pattern in (_PRICE_YEAR, _BASE_YEAR, _LAST_YEAR, _HORIZON)
    )
    if horizon is None and base is not None and last is not None and last > base:
        horizon = last - base
    return MoneyYears(price, base, horizon)
