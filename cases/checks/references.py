"""Whether the parts of case.yaml and profiles.yaml point at things that exist, and each thing exists once."""

from collections.abc import Container, Iterable, Iterator
from typing import Any

from cases.reading.case_ids import Outline, text_at, texts
from files.places import Place, place_words
from files.problems import FileProblems, closest, did_you_mean, shown
from files.schema import add_at, add_missing
from files.yaml_lines import Document, Path


def check_case_references(
    document: Document, case: Outline, folder_name: str, source_ids: Container[str] | None, problems: FileProblems
) -> None:
    """Ids are unique, and everything that is named exists. ``source_ids`` is None when sources.csv cannot be read."""
    case_id = text_at(document.data, "id")
    if case_id is not None and case_id != folder_name:
        add_at(
            document,
            problems,
            ("id",),
            f"the id is '{shown(case_id)}', but the folder is named '{shown(folder_name)}'. Make the two equal",
            f"de id is '{shown(case_id)}', maar de map heet '{shown(folder_name)}'. Maak de twee gelijk",
        )
    for key in ("alternatives", "themes", "criteria"):
        check_unique(document, key, "id", problems)
    check_unique(document, "alternatives", "code", problems)
    reference = text_at(document.data, "reference")
    if reference is not None and case.alternatives:
        check_known(document, ("reference",), reference, case.alternatives, ("an alternative", "alternatief"), problems)
    _check_criteria(document, case, problems)
    for path, record in document.items("not_counted"):
        for number, word in enumerate(texts(record.get("alternatives"))):
            where = (*path, "alternatives", number)
            check_known(document, where, word, case.alternatives, ("an alternative", "alternatief"), problems)
    check_sources_named(document, _source_holders(document), source_ids, problems)


def check_profile_references(document: Document, case: Outline, problems: FileProblems) -> None:
    """Every profile names every theme once, and within a theme every criterion that is in the sum."""
    check_unique(document, "profiles", "id", problems)
    for path, record in document.items("profiles"):
        points = record.get("points")
        if isinstance(points, dict):
            _check_all_named(document, (*path, "points"), points, case.themes, ("theme", "thema"), problems)
        within = record.get("within")
        for theme, given in within.items() if isinstance(within, dict) else ():
            where = (*path, "within", theme)
            if theme not in case.themes:
                check_known(document, where, theme, case.themes, ("a theme", "thema"), problems)
            elif isinstance(given, dict):
                _check_within(document, where, given, case, problems)


def _check_within(
    document: Document, where: Path, given: dict[str, Any], case: Outline, problems: FileProblems
) -> None:
    theme = str(where[-1])
    summed = case.summed_in(theme)
    elsewhere = [key for key in given if key in case.criteria and key not in summed]
    for key in elsewhere:
        add_at(
            document,
            problems,
            (*where, key),
            f"criterion '{key}' is not in the sum of theme '{theme}'. Remove it here",
            f"criterium '{key}' telt niet mee in de som van thema '{theme}'. Haal het hier weg",
        )
    named = {key: value for key, value in given.items() if key not in elsewhere}
    _check_all_named(document, where, named, summed, ("criterion", "criterium"), problems)


def _check_all_named(
    document: Document,
    where: Path,
    given: dict[str, Any],
    needed: tuple[str, ...] | list[str],
    word: tuple[str, str],
    problems: FileProblems,
) -> None:
    absent = [key for key in needed if key not in given]
    for key in given:
        if key not in needed:
            meant = closest(key, absent)
            if meant is not None:
                absent.remove(meant)
            en, nl = did_you_mean(key, [meant] if meant else needed)
            add_at(
                document,
                problems,
                (*where, key),
                f"{word[0]} '{shown(key)}' is unknown here{en}",
                f"{word[1]} '{shown(key)}' is hier onbekend{nl}",
            )
    for key in absent:
        add_missing(
            document,
            problems,
            where,
            key,
            f"{word[0]} '{key}' is missing. Give it points; 0 is allowed",
            f"{word[1]} '{key}' ontbreekt. Geef het punten; 0 mag",
        )


def _check_criteria(document: Document, case: Outline, problems: FileProblems) -> None:
    members = {
        theme: [criterion for criterion in case.criteria.values() if criterion.theme == theme] for theme in case.themes
    }
    used = {theme for theme, inside in members.items() if inside}
    for path, record in document.items("criteria"):
        theme = text_at(record, "theme")
        if theme is not None and case.themes and theme not in case.themes:
            check_known(document, (*path, "theme"), theme, case.themes, ("a theme", "thema"), problems)
            used |= {closest(theme, case.themes) or ""}
        overlaps = record.get("overlaps")
        for number, overlap in enumerate(overlaps if isinstance(overlaps, list) else []):
            for place, word in enumerate(texts(overlap.get("with")) if isinstance(overlap, dict) else []):
                where = (*path, "overlaps", number, "with", place)
                others = [key for key in case.criteria if key != text_at(record, "id")]
                check_known(document, where, word, others, ("another criterion", "ander criterium"), problems)
    for path, record in document.items("themes"):
        theme = text_at(record, "id")
        if theme is None or not case.criteria:
            continue
        if theme not in used:
            add_at(
                document,
                problems,
                path,
                "the theme has no criteria. Add a criterion, or remove the theme",
                "het thema heeft geen criteria. Voeg een criterium toe, of haal het thema weg",
            )
        elif (inside := members.get(theme)) and all(criterion.in_sum is False for criterion in inside):
            add_at(
                document,
                problems,
                path,
                "no criterion of this theme is in the sum, so weight on it would go nowhere. Put one in the sum, "
                "or move "
                "the criteria to another theme",
                "geen criterium van dit thema telt mee in de som, dus gewicht erop gaat nergens heen. Laat er één "
                "meetellen, of zet de criteria bij een ander thema",
            )


def check_unique(document: Document, key: str, field: str, problems: FileProblems) -> None:
    """No two records of the list at ``key`` have the same word in this field."""
    first: dict[str, Place] = {}
    for path, record in document.items(key):
        word = text_at(record, field)
        if word is None:
            continue
        where = (*path, field)
        if word in first:
            there = place_words(first[word])
            add_at(
                document,
                problems,
                where,
                f"'{shown(word)}' is already used in {there.get('en')}. Choose another {field}",
                f"'{shown(word)}' is al gebruikt in {there.get('nl')}. Kies een andere {field}",
            )
        first.setdefault(word, document.places.of(where))


def check_known(
    document: Document,
    where: Path,
    word: str,
    known: tuple[str, ...] | list[str],
    kind: tuple[str, str],
    problems: FileProblems,
) -> None:
    """The word at ``where`` is one of those the case knows; ``kind`` says what it should be, in English and Dutch."""
    if word in known:
        return
    en, nl = did_you_mean(word, known)
    add_at(
        document,
        problems,
        where,
        f"'{shown(word)}' is not {kind[0]} of this case{en}",
        f"'{shown(word)}' is geen {kind[1]} van deze zaak{nl}",
    )


def check_sources_named(
    document: Document,
    holders: Iterable[tuple[Path, Any]],
    source_ids: Container[str] | None,
    problems: FileProblems,
) -> None:
    """Every id in the ``sources`` of these records, each with its path, is in sources.csv (None: unreadable)."""
    for path, holder in holders:
        for number, word in enumerate(texts(holder.get("sources")) if isinstance(holder, dict) else []):
            if source_ids is not None and word not in source_ids:
                add_at(
                    document,
                    problems,
                    (*path, "sources", number),
                    f"source '{shown(word)}' is not in sources.csv. Add it there, or correct the id",
                    f"bron '{shown(word)}' staat niet in sources.csv. Voeg hem daar toe, of verbeter de id",
                )


def _source_holders(document: Document) -> Iterator[tuple[Path, Any]]:
    """The notice and every reason, with their paths."""
    yield ("notice",), document.data.get("notice")
    for path, record in document.items("alternatives"):
        for key in ("reasons_for", "reasons_against"):
            reasons = record.get(key)
            for number, reason in enumerate(reasons if isinstance(reasons, list) else []):
                yield (*path, key, number), reason
