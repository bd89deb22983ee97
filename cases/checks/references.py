"""Whether the parts of case.yaml and profiles.yaml point at things that exist, and each thing exists once."""

from collections.abc import Collection, Container, Iterator, Mapping
from typing import Any

from cases.reading.case_ids import Outline, text_at, texts
from files.places import place_words
from files.problems import FileProblems, closest, shown, suggestion
from files.schema import add_at, add_missing
from files.yaml_lines import Document, Path
from texts.message import Message, message

NAMES = {
    "alternative": "alternative",
    "alternatives": "alternative",
    "reference": "alternative",
    "criterion": "criterion",
    "party": "party",
    "payer": "party",
    "receiver": "party",
    "theme": "theme",
}
"""Keys that name something of the case, in whichever file and at whatever depth, and what kind of thing."""
_THEME = ("profiles.theme_unknown", "profiles.theme_missing")
_CRITERION = ("profiles.criterion_unknown", "profiles.criterion_missing")


def check_case_references(
    document: Document, case: Outline, folder_name: str, source_ids: Container[str] | None, problems: FileProblems
) -> None:
    """Ids are unique, and everything that is named exists. ``source_ids`` is None when sources.csv cannot be read."""
    case_id = text_at(document.data, "id")
    if case_id is not None and case_id != folder_name:
        add_at(document, problems, ("id",), "case.other_folder", case_id=shown(case_id), folder_name=shown(folder_name))
    for key in ("alternatives", "themes", "criteria", "groups", "requirements", "functions", "duties"):
        check_unique(document, key, "id", problems)
    check_unique(document, "alternatives", "code", problems)
    known = {"alternative": case.alternatives, "criterion": case.criteria, "theme": case.themes}
    check_named(document, known, source_ids, problems)
    _check_criteria(document, case, problems)


def check_profile_references(document: Document, case: Outline, problems: FileProblems) -> None:
    """Every profile names every theme once, and within a theme every criterion that is in the sum."""
    check_unique(document, "profiles", "id", problems)
    for path, record in document.items("profiles"):
        points = record.get("points")
        if isinstance(points, dict):
            check_all_named(document, (*path, "points"), points, case.themes, _THEME, problems)
        within = record.get("within")
        for theme, given in within.items() if isinstance(within, dict) else ():
            where = (*path, "within", theme)
            if theme not in case.themes:
                check_known(document, where, theme, case.themes, message("kinds.theme"), problems)
            elif isinstance(given, dict):
                _check_within(document, where, given, case, problems)


def _check_within(
    document: Document, where: Path, given: dict[str, Any], case: Outline, problems: FileProblems
) -> None:
    theme = str(where[-1])
    summed = case.summed_in(theme)
    elsewhere = [key for key in given if key in case.criteria and key not in summed]
    for key in elsewhere:
        add_at(document, problems, (*where, key), "profiles.not_in_sum", key=key, theme=theme)
    named = {key: value for key, value in given.items() if key not in elsewhere}
    check_all_named(document, where, named, summed, _CRITERION, problems)


def _check_criteria(document: Document, case: Outline, problems: FileProblems) -> None:
    members = {
        theme: [criterion for criterion in case.criteria.values() if criterion.theme == theme] for theme in case.themes
    }
    used = {theme for theme, inside in members.items() if inside}
    for path, record in document.items("criteria"):
        theme = text_at(record, "theme")
        if theme is not None and theme not in case.themes:
            used |= {closest(theme, case.themes) or ""}
        overlaps = record.get("overlaps")
        for number, overlap in enumerate(overlaps if isinstance(overlaps, list) else []):
            for place, word in enumerate(texts(overlap.get("with")) if isinstance(overlap, dict) else []):
                where = (*path, "overlaps", number, "with", place)
                others = [key for key in case.criteria if key != text_at(record, "id")]
                check_known(document, where, word, others, message("kinds.other_criterion"), problems)
    for path, record in document.items("themes"):
        theme = text_at(record, "id")
        if theme is None or not case.criteria or document.data.get("state") == "draft":
            continue
        if theme not in used:
            add_at(document, problems, path, "themes.no_criteria")
        elif (inside := members.get(theme)) and all(criterion.in_sum is False for criterion in inside):
            add_at(document, problems, path, "themes.none_in_sum")


def check_unique(document: Document, key: str, field: str, problems: FileProblems) -> None:
    """No two records of the list at ``key`` have the same word in this field."""
    first: dict[str, Path] = {}
    for path, record in document.items(key):
        word = text_at(record, field)
        if word is None:
            continue
        where = (*path, field)
        if word in first:
            there = place_words(document.places.of(first[word]))
            add_at(document, problems, where, "case.used_before", word=shown(word), there=there, field=field)
        first.setdefault(word, where)


def check_known(
    document: Document,
    where: Path,
    word: str,
    known: Collection[str],
    kind: Message,
    problems: FileProblems,
) -> None:
    """The word at ``where`` is one of those the case knows; ``kind`` says what it should be."""
    if word in known:
        return
    end = suggestion(word, known)
    add_at(document, problems, where, "kinds.unknown", word=shown(word), kind=kind, end=end)


def check_all_named(
    document: Document,
    where: Path,
    given: dict[str, Any],
    needed: tuple[str, ...] | list[str],
    sentences: tuple[str, str],
    problems: FileProblems,
) -> None:
    """The keys at ``where`` are those that are needed; ``sentences`` are about one too many and one too few."""
    unknown, missing = sentences
    absent = [key for key in needed if key not in given]
    for key in given:
        if key not in needed:
            meant = closest(key, absent)
            if meant is not None:
                absent.remove(meant)
            end = suggestion(key, [meant] if meant else needed)
            add_at(document, problems, (*where, key), unknown, key=shown(key), end=end)
    for key in absent:
        add_missing(document, problems, where, key, missing, key=key)


def check_named(
    document: Document,
    known: Mapping[str, Collection[str]],
    source_ids: Container[str] | None,
    problems: FileProblems,
) -> None:
    """Whatever a key of this name stands for is there, wherever in the file it stands.

    Args:
        known: by kind the words there are; of a kind without any nothing is checked.
        source_ids: None when sources.csv cannot be read.
    """
    named = {key: (known[kind], message(f"kinds.{kind}")) for key, kind in NAMES.items() if known.get(kind)}
    for path, record in document.records():
        for key, (words, kind) in named.items():
            for where, word in _words(record, key, path) if key in record else ():
                check_known(document, where, word, words, kind, problems)
        for where, word in _words(record, "sources", path) if "sources" in record else ():
            if source_ids is not None and word not in source_ids:
                add_at(document, problems, where, "sources.unknown", key=shown(word))


def _words(record: dict[str, Any], key: str, path: Path) -> Iterator[tuple[Path, str]]:
    """The word behind a key, or the words in its list."""
    word = text_at(record, key)
    if word is not None:
        yield (*path, key), word
    for number, listed in enumerate(texts(record.get(key))):
        yield (*path, key, number), listed
