"""Opening a case folder. Either the whole case is right, or every mistake is named with its place."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cases.checks.cause_references import check_cause_references
from cases.checks.future_references import check_future_references
from cases.checks.group_and_requirement_checks import check_who_references
from cases.checks.land_references import check_land_references
from cases.checks.picture_references import check_pictures
from cases.checks.references import check_case_references, check_named, check_profile_references, check_unique
from cases.checks.valuation_references import check_valuation_names, check_valuation_sense
from cases.definition.draft_state import DraftCaseFile, DraftProfilesFile
from cases.definition.model import FORMAT, Case, CaseFile, Performance, Source
from cases.definition.participation import Account
from cases.definition.profile import ProfilesFile
from cases.definition.valuation_file import ValuationFile
from cases.reading.case_folder import OPTIONAL, REQUIRED, picture_name, read_files, usable
from cases.reading.case_ids import Outline, outline, text_at
from cases.reading.caused_effects_table import caused_columns, read_caused_effects
from cases.reading.draft_filling import all_effects, filled_in, says_draft
from cases.reading.evidence import (
    EXPECTED_COLUMNS,
    PERFORMANCE_COLUMNS,
    SOURCE_COLUMNS,
    read_expected,
    read_performances,
    read_sources,
)
from cases.reading.futures_table import FUTURE_COLUMNS
from cases.reading.group_claims_table import IMPACT_COLUMNS
from cases.reading.land_use_table import LAND_COLUMNS
from cases.reading.map_files import areas_in, outline_in
from cases.reading.needed_tables import future_effects_in, group_impacts_in, land_use_in
from cases.reading.stories_table import STORY_COLUMNS, read_stories
from cases.reading.topic_weights_table import TOPIC_COLUMNS, read_topic_weights
from files.decoding import decoded
from files.problems import CaseError, FileProblems, Problem, Problems
from files.remembered import Remembered
from files.schema import validated
from files.tables import Columns, Table, read_table
from files.version import version
from files.yaml_lines import Document, Lines, read_yaml

TABLE_COLUMNS: dict[str, Columns] = {
    "performances.csv": PERFORMANCE_COLUMNS,
    "sources.csv": SOURCE_COLUMNS,
    "futures.csv": FUTURE_COLUMNS,
    "impacts_by_group.csv": IMPACT_COLUMNS,
    "land_use.csv": LAND_COLUMNS,
    "effects_by_cause.csv": caused_columns,
    "stories.csv": STORY_COLUMNS,
    "expected.csv": EXPECTED_COLUMNS,
    "profile_topics.csv": TOPIC_COLUMNS,
}

__all__ = ["CaseError", "Problem", "available_cases", "load_case"]


def load_case(folder: Path) -> Case:
    """Read a case folder.

    Raises:
        CaseError: the folder is not a sound case; it holds all problems, in order of file and line.
    """
    folder = Path(folder)
    problems = Problems()
    return case_from_parts(_parts(read_files(folder, problems), problems), folder.name, problems)


def case_from_files(contents: Mapping[str, bytes], folder_name: str | None = None) -> Case:
    """The case that these files make, by name.

    Args:
        contents: the files by name.
        folder_name: of the folder in which they are thought to lie; left out: the id that the case gives itself.

    Raises:
        CaseError: as ``load_case``.
    """
    problems = Problems()
    return case_from_parts(_parts(usable(contents, problems), problems), folder_name, problems)


def id_in(contents: Mapping[str, bytes]) -> str | None:
    """The id that the case in these files gives itself, whatever else may be wrong with it."""
    return case_id(_parts({name: data for name, data in contents.items() if name == "case.yaml"}, Problems()))


@dataclass(frozen=True)
class Parts:
    """What the files of a case hold, or the sheets in their stead, before it is known whether that is a sound case."""

    documents: Mapping[str, Document]
    """YAML files, as far as they can be read at all, by name."""
    tables: Mapping[str, Table]
    """CSV files in the same way."""
    others: Mapping[str, bytes]
    """The pictures and the outline."""
    version: Callable[[], str]
    """Works out the version of the files."""


def case_from_parts(
    parts: Parts, folder_name: str | None, problems: Problems, remembered: Remembered | None = None
) -> Case:
    """The case in these parts.

    Args:
        parts: of the case.
        folder_name: as for ``case_from_files``.
        problems: what is wrong with the files themselves; gets all other mistakes.
        remembered: of the parts before these; the answer is the same without, but takes longer.

    Raises:
        CaseError: as ``load_case``.
    """
    name = folder_name if folder_name is not None else case_id(parts) or "case"
    case = _checked(name, parts, problems, Remembered() if remembered is None else remembered)
    found = problems.listed()
    if found or case is None:
        raise CaseError(name, found)
    return case


def case_id(parts: Parts) -> str | None:
    """The id that the case gives itself, if there is one that may be the name of a folder."""
    document = parts.documents.get("case.yaml")
    found = text_at(document.data, "id") if document is not None else None
    return found if found is not None and re.fullmatch(r"[^/\\\0]{1,60}", found) and found.strip(".") else None


def available_cases(root: Path) -> dict[str, Case | CaseError]:
    """The cases in the folders of ``root``, by folder name and in that order. A damaged case is there as its error.

    A folder counts as a case when it holds at least one of the case files.
    """
    folders = sorted(folder for folder in Path(root).iterdir() if _holds_a_case(folder))
    cases: dict[str, Case | CaseError] = {}
    for folder in folders:
        try:
            cases[folder.name] = load_case(folder)
        except CaseError as error:
            cases[folder.name] = error
    return cases


def _holds_a_case(folder: Path) -> bool:
    try:
        return any((folder / name).exists() for name in (*REQUIRED, *OPTIONAL))
    except OSError:  # we may not look inside; opening it will say so
        return True


def _parts(contents: Mapping[str, bytes], problems: Problems) -> Parts:
    """The files as documents and tables; what cannot be read is noted and left out."""
    documents, tables, others = {}, {}, {}
    for name, data in contents.items():
        own = problems.of(name)
        if name.endswith(".yaml"):
            text = decoded(data, own)
            document = read_yaml(text, own) if text is not None else None
            if document is not None:
                documents[name] = document
        elif name in TABLE_COLUMNS:
            table = read_table(data, TABLE_COLUMNS[name], own)
            if table is not None:
                tables[name] = table
        else:
            others[name] = data
    return Parts(documents, tables, others, partial(str, version(contents)))


def _checked(folder_name: str, parts: Parts, problems: Problems, remembered: Remembered) -> Case | None:
    case_document = _document(parts, problems.of("case.yaml"))
    draft = case_document is not None and says_draft(case_document)
    case_document, to_add = filled_in(case_document) if case_document and draft else (case_document, ())
    profile_document = _profile_document(parts, problems, draft)
    case_outline = outline(case_document) if case_document else None

    tables = parts.tables
    source_table = tables.get("sources.csv")
    sources = read_sources(source_table, problems.of("sources.csv")) if source_table else {} if draft else None
    performances = _performances(parts, case_outline, sources, problems, remembered, draft)
    future_effects = future_effects_in(tables, case_outline, sources, problems.of("futures.csv"))

    case_file = profiles = None
    if case_document and case_outline:
        case_file = validated(DraftCaseFile if draft else CaseFile, case_document, problems.of("case.yaml"))
        check_case_references(case_document, case_outline, folder_name, sources, problems.of("case.yaml"))
        check_who_references(case_document, case_outline, problems.of("case.yaml"))
        check_land_references(case_document, case_outline, problems.of("case.yaml"))
        check_future_references(case_document, performances, future_effects, problems.of("case.yaml"))
    if profile_document:
        profiles = validated(DraftProfilesFile if draft else ProfilesFile, profile_document,
                             problems.of("profiles.yaml"))  # fmt: skip
        if case_outline:
            check_profile_references(profile_document, case_outline, problems.of("profiles.yaml"))

    group_impacts = group_impacts_in(tables, case_outline, sources, problems.of("impacts_by_group.csv"))
    on_a_map = "areas.geojson" in parts.others
    land_use = land_use_in(tables, case_outline, sources, problems.of("land_use.csv"), on_a_map)
    caused_table, own = tables.get("effects_by_cause.csv"), problems.of("effects_by_cause.csv")
    caused_effects = read_caused_effects(caused_table, case_outline, performances, own) if caused_table else ()
    if case_document:
        check_cause_references(case_document, caused_effects, problems.of("case.yaml"))
    story_table = tables.get("stories.csv")
    stories = read_stories(story_table, case_outline, sources, problems.of("stories.csv")) if story_table else ()
    expected_table = tables.get("expected.csv")
    profile_ids = _profile_ids(profile_document)
    expected = (
        read_expected(expected_table, case_outline, profile_ids, problems.of("expected.csv")) if expected_table else {}
    )
    topic_table = tables.get("profile_topics.csv")
    topics = read_topic_weights(topic_table, profile_ids, problems.of("profile_topics.csv")) if topic_table else {}
    valuation_document = _document(parts, problems.of("valuation.yaml"))
    valuation = None
    if valuation_document:
        valuation = validated(ValuationFile, valuation_document, problems.of("valuation.yaml"))
        if case_outline:
            check_valuation_names(valuation_document, case_outline, sources, problems.of("valuation.yaml"))
        if valuation and case_file:
            check_valuation_sense(valuation_document, valuation, case_file, performances, problems.of("valuation.yaml"))
    account = _account(parts, sources, problems)
    outline_of_land = outline_in(parts.others, problems)
    areas = areas_in(parts.others, case_outline, problems, remembered)
    pictures = {file: data for name, data in parts.others.items() if (file := picture_name(name)) is not None}
    check_pictures(case_document, pictures, problems)
    if case_file is None or profiles is None or sources is None or performances is None:
        return None
    return Case.model_construct(
        **dict(case_file),
        performances=performances,
        sources=sources,
        profiles=profiles.profiles,
        expected=expected,
        topic_weights=topics,
        group_impacts=group_impacts,
        land_use=land_use,
        future_effects=future_effects or {},
        caused_effects=caused_effects,
        stories=stories,
        valuation=valuation,
        pictures=pictures,
        outline=outline_of_land,
        areas=areas,
        account=account,
        to_add=to_add,
        version_of_files=parts.version,
    )


def _profile_document(parts: Parts, problems: Problems, draft: bool) -> Document | None:
    found = _document(parts, problems.of("profiles.yaml"))
    if not draft:
        return found
    return filled_in(found or Document({"format": FORMAT, "profiles": []}, Lines({(): 1})), ProfilesFile)[0]


def _performances(
    parts: Parts,
    case: Outline | None,
    sources: Mapping[str, Source] | None,
    problems: Problems,
    remembered: Remembered,
    draft: bool,
) -> dict[tuple[str, str], Performance] | None:
    own = problems.of("performances.csv")
    table, source_ids = parts.tables.get(own.file), None if sources is None else frozenset(sources)
    if table is None:
        return all_effects({}, case) if draft and case is not None else None

    def make() -> tuple[dict[tuple[str, str], Performance], FileProblems]:
        noted = FileProblems(own.file)
        return read_performances(table, case, source_ids, noted, draft), noted

    performances, noted = remembered.get(own.file, (table, case, source_ids, draft), make)
    own.extend(noted)
    return all_effects(performances, case) if draft and case is not None else performances


def _account(parts: Parts, sources: Container[str] | None, problems: Problems) -> Account | None:
    own = problems.of("account.yaml")
    document = _document(parts, own)
    if document is None:
        return None
    check_unique(document, "rounds", "id", own)
    check_named(document, {}, sources, own)
    return validated(Account, document, own)


def _document(parts: Parts, problems: FileProblems) -> Document | None:
    """A document of a format that we read; otherwise None, with the reason noted."""
    document = parts.documents.get(problems.file)
    if document is None:
        return None
    found = text_at(document.data, "format")
    if found is None or found == str(FORMAT):
        return document
    if found.isdecimal() and int(found[:9]) > FORMAT:
        problems.add(document.places.of(("format",)), "case_files.newer_format", found=found[:9], format=FORMAT)
    else:
        problems.add(document.places.of(("format",)), "case_files.no_format", found=found[:40], format=FORMAT)
    return None


def _profile_ids(document: Document | None) -> list[str] | None:
    if document is None:
        return None
    return [key for _, record in document.items("profiles") if (key := text_at(record, "id")) is not None]
