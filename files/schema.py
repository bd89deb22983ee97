"""From what pydantic found to what a planner can use: the place, what was found and what to do, in two languages."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar
from unicodedata import normalize

from pydantic import BaseModel, ValidationError

from files.fields import Fault
from files.problems import FileProblems, closest, shown
from files.yaml_lines import Document, Path

_Model = TypeVar("_Model", bound=BaseModel)

_ITEM_WORDS = {
    "alternatives": ("alternative", "alternatief"),
    "themes": ("theme", "thema"),
    "criteria": ("criterion", "criterium"),
    "profiles": ("profile", "profiel"),
    "groups": ("group", "groep"),
    "requirements": ("requirement", "eis"),
    "functions": ("function", "functie"),
    "duties": ("duty", "plicht"),
    "evaluation": ("evaluation", "evaluatie"),
    "rounds": ("round", "ronde"),
}
_LANGUAGES = {"nl": ("Dutch", "Nederlandse"), "en": ("English", "Engelse")}


def validated(model: type[_Model], document: Document, problems: FileProblems) -> _Model | None:
    """The document as a record of this kind, or None with every mistake noted."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    missing = [_path(document, found["loc"]) for found in errors if found["type"] == "missing"]
    explained: set[Path] = set()
    keys = set(_keys(model))
    for found in errors:
        if found["type"] == "extra_forbidden":
            path = _path(document, found["loc"])
            beside = [other[-1] for other in missing if other[:-1] == path[:-1]]
            meant = closest(str(path[-1]), [str(key) for key in beside])
            if meant is not None:
                explained.add((*path[:-1], meant))
            words = _unknown_key(str(path[-1]), meant or closest(str(path[-1]), sorted(keys)))
            _add(document, problems, path, *words, at_parent=True)
    for found in errors:
        path = _path(document, found["loc"])
        if found["type"] == "extra_forbidden" or (found["type"] == "missing" and path in explained):
            continue
        if found["type"] == "too_short" and len(found["input"]) >= found["ctx"]["min_length"]:
            continue  # pydantic counts only what is sound; what is wrong with the others is said at each of them
        for fault in _faults(found):
            _add(document, problems, (*path, *fault.path), fault.en, fault.nl, at_parent=found["type"] == "missing")
    return None


def add_at(document: Document, problems: FileProblems, path: Path, en: str, nl: str) -> None:
    """Note a problem at a place in the document; the item it sits in is named."""
    _add(document, problems, path, en, nl)


def _add(document: Document, problems: FileProblems, path: Path, en: str, nl: str, at_parent: bool = False) -> None:
    line = document.line(path)
    where_en, where_nl = _where(document, path[:-1] if at_parent else path)
    problems.add(line, where_en + en, where_nl + nl)


def _where(document: Document, path: Path) -> tuple[str, str]:
    """The place in words, ready to stand before the message: ``criterion 'co2', range > worst: ``."""
    item = ("", "")
    rest = path
    if len(path) > 1 and path[0] in _ITEM_WORDS:
        record = document.data[str(path[0])][path[1]]
        name = record.get("id") if isinstance(record, dict) else None
        name = f"'{shown(name)}'" if isinstance(name, str) else str(int(path[1]) + 1)
        en, nl = _ITEM_WORDS[str(path[0])]
        item = (f"{en} {name}", f"{nl} {name}")
        rest = path[2:]
    way = " > ".join(str(part + 1) if isinstance(part, int) else shown(part) for part in rest)
    joined = [", ".join(filter(None, (word, way))) for word in item]
    return tuple(f"{words}: " if words else "" for words in joined)  # type: ignore[return-value]


def _path(document: Document, loc: tuple[str | int, ...]) -> Path:
    """The way through the document; pydantic also names the kind of a value function, which is no key."""
    here: Any = document.data
    path: list[str | int] = []
    for number, part in enumerate(loc):
        if (
            isinstance(here, dict)
            and part in here
            or isinstance(here, list)
            and isinstance(part, int)
            and part < len(here)
        ):
            here = here[part]
        elif number < len(loc) - 1 or not isinstance(here, dict):
            continue
        path.append(part)
    return tuple(path)


def _unknown_key(key: str, meant: str | None) -> tuple[str, str]:
    if meant == key:
        return (
            f"key '{shown(key)}' does not belong here. Remove it, or check the indentation",
            f"sleutel '{shown(key)}' hoort hier niet. Haal hem weg, of controleer het inspringen",
        )
    if meant is not None:
        return (
            f"key '{shown(key)}' is unknown; did you mean '{meant}'?",
            f"sleutel '{shown(key)}' is onbekend; bedoelt u '{meant}'?",
        )
    return (
        f"key '{shown(key)}' is unknown. Remove it, or correct the spelling",
        f"sleutel '{shown(key)}' is onbekend. Haal hem weg, of verbeter de spelling",
    )


def _keys(model: type[BaseModel]) -> Iterator[str]:
    """All keys that occur anywhere in this kind of file."""
    schema = model.model_json_schema(by_alias=True)
    for part in [schema, *schema.get("$defs", {}).values()]:
        yield from part.get("properties", {})


def _faults(found: Any) -> tuple[Fault, ...]:
    if found["type"] == "faults":
        return tuple(Fault(*fault) for fault in found["ctx"]["faults"])
    return (Fault((), *_words(found)),)


def _words(found: Any) -> tuple[str, str]:
    """Our words for a mistake that pydantic itself recognises."""
    kind, context, value = found["type"], found.get("ctx", {}), found["input"]
    key = found["loc"][-1] if found["loc"] else ""
    if kind == "missing":
        return _missing(str(key))
    if value is None:
        return "nothing is filled in. Fill it in", "er is niets ingevuld. Vul het in"
    if kind in ("literal_error", "union_tag_invalid"):
        allowed = str(context.get("expected") or context.get("expected_tags")).replace(" or ", ", ").replace("'", "")
        got = shown(context.get("tag", value))
        return (
            f"'{got}' is not one of the choices. Choose from: {allowed}",
            f"'{got}' is geen van de keuzes. Kies uit: {allowed}",
        )
    if kind == "union_tag_not_found":
        return (
            "'type' is missing. Add linear, bent, goal or classes",
            "'type' ontbreekt. Voeg linear, bent, goal of classes toe",
        )
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return (
            f"'{shown(value)}' stands where keys with values belong, such as {{nl: ..., en: ...}}",
            f"'{shown(value)}' staat waar sleutels met waarden horen, zoals {{nl: ..., en: ...}}",
        )
    if kind in ("tuple_type", "list_type"):
        return (
            f"'{shown(value)}' stands where a list belongs. Write [one, two], or lines that start with '-'",
            f"'{shown(value)}' staat waar een lijst hoort. Schrijf [een, twee], of regels die met '-' beginnen",
        )
    if kind == "string_type":
        return (
            "keys or a list stand where one text belongs. Write one text",
            "hier staan sleutels of een lijst waar één tekst hoort. Schrijf één tekst",
        )
    if kind == "string_pattern_mismatch":
        fits = _as_id(str(value))
        return (
            f"'{shown(value)}' cannot be an id. Use small letters, digits and _, starting with a letter, at most 40"
            + (f", such as {fits}" if fits else ""),
            f"'{shown(value)}' kan geen id zijn. Gebruik kleine letters, cijfers en _, te beginnen met een letter, "
            "hoogstens 40" + (f", zoals {fits}" if fits else ""),
        )
    return _size_words(kind, context, value)


def _as_id(text: str) -> str:
    """An id that looks like these words; empty when none does."""
    plain = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[:40]


def _size_words(kind: str, context: dict[str, Any], value: Any) -> tuple[str, str]:
    if kind == "string_too_short":
        return "the text is empty. Fill it in", "de tekst is leeg. Vul hem in"
    if kind == "string_too_long":
        most, length = context["max_length"], len(value)
        return (
            f"'{shown(value)}' has {length} characters; at most {most} fit. Make it shorter",
            f"'{shown(value)}' heeft {length} tekens; er passen er hoogstens {most}. Maak het korter",
        )
    if kind == "too_short":
        least, length = context["min_length"], context["actual_length"]
        return (
            f"there are {length}; at least {least} are needed",
            f"er zijn er {length}; nodig zijn er minstens {least}",
        )
    if kind == "too_long":
        most = context["max_length"]
        return f"there are more than {most}; that is the most", f"er zijn er meer dan {most}; dat is het maximum"
    if kind in ("greater_than_equal", "greater_than"):
        least = context.get("ge", context.get("gt"))
        more_en, more_nl = ("", "") if "ge" in context else ("more than ", "meer dan ")
        return (
            f"{shown(value)} is too low; it must be {more_en or 'at least '}{least:.12g}",
            f"{shown(value)} is te laag; het moet {more_nl or 'minstens '}{least:.12g} zijn",
        )
    if kind in ("less_than_equal", "less_than"):
        most = context.get("le", context.get("lt"))
        return (
            f"{shown(value)} is too high; the most is {most:.12g}",
            f"{shown(value)} is te hoog; het hoogste is {most:.12g}",
        )
    return (
        f"'{shown(value)}' cannot be used here. Compare it with an example in another case",
        f"'{shown(value)}' kan hier niet. Vergelijk het met een voorbeeld in een andere zaak",
    )


def _missing(key: str) -> tuple[str, str]:
    if key in _LANGUAGES:
        en, nl = _LANGUAGES[key]
        return (
            f"the {en} text ({key}) is missing. Every text is needed in Dutch (nl) and in English (en)",
            f"de {nl} tekst ({key}) ontbreekt. Elke tekst is nodig in het Nederlands (nl) en in het Engels (en)",
        )
    return f"'{shown(key)}' is missing. Add it", f"'{shown(key)}' ontbreekt. Voeg het toe"
