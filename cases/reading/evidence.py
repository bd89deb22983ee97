"""The tables of a case: performances.csv, sources.csv and expected.csv."""

import re
from collections.abc import Container, Iterable
from typing import get_args

from cases.definition.model import Performance, Source
from cases.reading.case_ids import Outline, known_or_meant
from files.decimals import NumberCell, looks_like_number, read_numbers
from files.fields import Grade, Text
from files.places import place_words
from files.problems import FileProblems, shown
from files.tables import Row, Table

_NUMBERS = ("value", "low", "high")
PERFORMANCE_COLUMNS = ("alternative", "criterion", *_NUMBERS, "unit", "source", "grade", "note_nl", "note_en")
SOURCE_COLUMNS = ("id", "title_nl", "title_en", "publisher", "year", "address", "complete")
EXPECTED_COLUMNS = ("profile", "alternative", "total")

_GRADES = get_args(Grade)
_YES_NO = {"yes": True, "ja": True, "no": False, "nee": False}


def read_sources(table: Table, problems: FileProblems) -> dict[str, Source]:
    """The sources by id; lines with a mistake are in the answer too, so that other files can name them."""
    sources: dict[str, Source] = {}
    first: dict[str, Row] = {}
    for row in table.rows:
        cells = row.cells
        key = cells["id"]
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", key):
            problems.add(
                row.at("id"),
                f"'{shown(key)}' cannot be the id of a source. Use letters and digits without spaces, such as S12",
                f"'{shown(key)}' kan geen id van een bron zijn. Gebruik letters en cijfers zonder spaties, zoals S12",
            )
            continue
        if key in sources:
            there = place_words(first[key].at())
            problems.add(
                row.at("id"),
                f"source '{key}' is already in {there.get('en')}. Keep one of the two",
                f"bron '{key}' staat al in {there.get('nl')}. Houd één van de twee",
            )
            continue
        for column in ("title_nl", "title_en"):
            if not cells[column]:
                problems.add(
                    row.at(column),
                    f"'{column}' of source '{key}' is empty. Fill it in",
                    f"'{column}' van bron '{key}' is leeg. Vul het in",
                )
        if not re.fullmatch(r"(\d{4}([-\N{EN DASH}]\d{4})?)?", cells["year"]):
            problems.add(
                row.at("year"),
                f"'{shown(cells['year'])}' is not a year. Write four digits, two years as 2019-2021, or leave it empty",
                f"'{shown(cells['year'])}' is geen jaar. Schrijf vier cijfers, twee jaren als 2019-2021, of laat "
                "het leeg",
            )
        if cells["complete"].lower() not in _YES_NO:
            problems.add(
                row.at("complete"),
                f"'{shown(cells['complete'])}' in column 'complete' is not yes or no. Write yes when the address "
                "is whole",
                f"'{shown(cells['complete'])}' in kolom 'complete' is geen yes of no. Schrijf yes als het adres "
                "heel is",
            )
        title = Text(nl=cells["title_nl"] or key, en=cells["title_en"] or key)
        complete = _YES_NO.get(cells["complete"].lower(), False)
        sources[key] = Source(key, title, cells["publisher"], cells["year"], cells["address"], complete)
        first[key] = row
    return sources


def read_performances(
    table: Table, case: Outline | None, source_ids: Container[str] | None, problems: FileProblems
) -> dict[tuple[str, str], Performance]:
    """The effects by (alternative, criterion).

    Args:
        table: performances.csv.
        case: what case.yaml says; None when it cannot be read, and then only the numbers and double lines are checked.
        source_ids: what sources.csv holds; None when it cannot be read.
        problems: gets every mistake. The answer is complete only when nothing was noted.
    """
    pairs = [(row, *_pair(row, case, problems)) for row in table.rows]
    numbers = _numbers(pairs, case, problems)
    performances: dict[tuple[str, str], Performance] = {}
    first: dict[tuple[str, str], Row] = {}
    for row, alternative, criterion in pairs:
        if alternative is None or criterion is None:
            continue
        if (alternative, criterion) in performances:
            there = place_words(first[(alternative, criterion)].at())
            problems.add(
                row.at("alternative"),
                f"'{alternative}' with '{criterion}' is already in {there.get('en')}. Keep one of the two",
                f"'{alternative}' met '{criterion}' staat al in {there.get('nl')}. Houd één van de twee",
            )
            continue
        first[(alternative, criterion)] = row
        found = numbers.get(row.line, (None, None, None))
        performances[(alternative, criterion)] = _performance(row, criterion, found, case, problems)
        if source_ids is not None:
            for key in row.cells["source"].split():
                if key not in source_ids:
                    problems.add(
                        row.at("source"),
                        f"source '{shown(key)}' is not in sources.csv. Add it there, or correct the id",
                        f"bron '{shown(key)}' staat niet in sources.csv. Voeg hem daar toe, of verbeter de id",
                    )
    if case is not None and table.whole:
        _check_complete(performances, case, problems)
    return performances


def read_expected(
    table: Table, case: Outline | None, profiles: Iterable[str] | None, problems: FileProblems
) -> dict[tuple[str, str], float | None]:
    """Totals by (profile, alternative); None where the total is not known."""
    cells = [NumberCell(row.line, "total", row.cells["total"]) for row in table.rows if row.cells["total"]]
    numbers = read_numbers(cells, problems)
    expected: dict[tuple[str, str], float | None] = {}
    profiles = None if profiles is None else list(profiles)
    for row in table.rows:
        pair = (row.cells["profile"], row.cells["alternative"])
        if profiles is not None:
            known_or_meant(row.at("profile"), pair[0], profiles, ("a profile", "profiel"), problems)
        if case is not None:
            known_or_meant(
                row.at("alternative"), pair[1], case.alternatives, ("an alternative", "alternatief"), problems
            )
        if pair in expected:
            problems.add(
                row.at("profile"),
                f"'{shown(pair[0])}' with '{shown(pair[1])}' is here for the second time. Keep one of the two",
                f"'{shown(pair[0])}' met '{shown(pair[1])}' staat hier voor de tweede keer. Houd één van de twee",
            )
        total = numbers.get((row.line, "total"))
        if total is not None and not 0 <= total <= 100:
            problems.add(
                row.at("total"),
                f"total {total:.12g} does not lie between 0 and 100. Correct it",
                f"totaal {total:.12g} ligt niet tussen 0 en 100. Verbeter het",
            )
        expected.setdefault(pair, total)
    return expected


def _pair(row: Row, case: Outline | None, problems: FileProblems) -> tuple[str | None, str | None]:
    """The alternative and criterion of a line, or the ones that were probably meant."""
    alternative, criterion = row.cells["alternative"], row.cells["criterion"]
    if case is None:
        return alternative, criterion
    return (
        known_or_meant(
            row.at("alternative"), alternative, case.alternatives, ("an alternative", "alternatief"), problems
        ),
        known_or_meant(row.at("criterion"), criterion, case.criteria, ("a criterion", "criterium"), problems),
    )


_Triple = tuple[float | None, float | None, float | None]


def _numbers(
    pairs: list[tuple[Row, str | None, str | None]], case: Outline | None, problems: FileProblems
) -> dict[int, _Triple]:
    """Value, low and high by line; None where the cell is empty or wrong. A class becomes its number, from 0."""
    cells = []
    classes: dict[tuple[int, str], float] = {}
    for row, _, criterion in pairs:
        ids = case.criteria[criterion].classes if case is not None and criterion is not None else None
        for column in _NUMBERS:
            text = row.cells[column]
            if not text:
                continue
            if ids is not None:
                meant = known_or_meant(
                    row.at(column), text, ids, (f"a class of '{criterion}'", f"klasse van '{criterion}'"), problems
                )
                if meant is not None:
                    classes[(row.line, column)] = float(ids.index(meant))
            elif case is not None or looks_like_number(text):
                cells.append(NumberCell(row.line, column, text))
    found = read_numbers(cells, problems) | classes
    return {
        row.line: (found.get((row.line, "value")), found.get((row.line, "low")), found.get((row.line, "high")))
        for row, _, _ in pairs
    }


def _performance(
    row: Row, criterion: str, numbers: _Triple, case: Outline | None, problems: FileProblems
) -> Performance:
    cells = row.cells
    value, low, high = numbers
    known = case.criteria[criterion] if case is not None else None
    unit = known.unit if known is not None else None
    if unit is not None and cells["unit"] != unit:
        problems.add(
            row.at("unit"),
            f"unit '{shown(cells['unit'])}', but criterion '{criterion}' is in '{unit}'. Convert the figure or correct "
            "the unit",
            f"eenheid '{shown(cells['unit'])}', maar criterium '{criterion}' is in '{unit}'. Reken het cijfer om of "
            "verbeter de eenheid",
        )
    _check_known_or_explained(row, problems)
    order = [(word, number) for word, number in (("low", low), ("value", value), ("high", high)) if number is not None]
    for (left, smaller), (right, larger) in zip(order, order[1:], strict=False):
        if smaller > larger:
            problems.add(
                row.at(left),
                f"{left} {shown(cells[left])} is above {right} {shown(cells[right])}. Put them in the order low, "
                "value, high",
                f"{left} {shown(cells[left])} is hoger dan {right} {shown(cells[right])}. Zet ze in de volgorde low, "
                "value, high",
            )
    if cells["grade"] and cells["grade"] not in _GRADES:
        problems.add(
            row.at("grade"),
            f"grade '{shown(cells['grade'])}' is unknown. Choose from: A, B, C, D",
            f"kwaliteit '{shown(cells['grade'])}' is onbekend. Kies uit: A, B, C, D",
        )
    if bool(cells["note_nl"]) != bool(cells["note_en"]) and cells["value"]:
        problems.add(
            row.at("note_nl"),
            "the note is in one language only. Fill in both note_nl and note_en, or neither",
            "de toelichting is er maar in één taal. Vul note_nl en note_en allebei in, of geen van beide",
        )
    both = cells["note_nl"] and cells["note_en"]
    return Performance(
        value=value,
        low=low,
        high=high,
        class_id=cells["value"] or None if known is not None and known.classes is not None else None,
        unit=cells["unit"],
        sources=tuple(cells["source"].split()),
        grade=cells["grade"] or None,  # type: ignore[arg-type]
        note=Text(nl=cells["note_nl"], en=cells["note_en"]) if both else None,
        line=row.line,
    )


def _check_known_or_explained(row: Row, problems: FileProblems) -> None:
    cells = row.cells
    if not cells["value"]:
        if cells["low"] or cells["high"]:
            problems.add(
                row.at("value"),
                "value is empty, but low or high is filled in. Fill in the value, or leave all three empty",
                "value is leeg, maar low of high is ingevuld. Vul de waarde in, of laat alle drie leeg",
            )
        elif not (cells["note_nl"] and cells["note_en"]):
            problems.add(
                row.at("value"),
                "value is empty, so it is not known. Say why in both note_nl and note_en",
                "value is leeg, dus niet bekend. Schrijf waarom in note_nl en in note_en",
            )
        return
    if bool(cells["low"]) != bool(cells["high"]):
        problems.add(
            row.at("low"),
            "only one of low and high is filled in. Fill in both, or neither",
            "van low en high is er maar één ingevuld. Vul ze allebei in, of geen van beide",
        )
    if not cells["source"]:
        problems.add(
            row.at("source"),
            "the figure has no source. Write the id of a source in column 'source'",
            "het cijfer heeft geen bron. Schrijf de id van een bron in kolom 'source'",
        )
    if not cells["grade"]:
        problems.add(
            row.at("grade"),
            "the figure has no grade. Write A, B, C or D in column 'grade'",
            "het cijfer heeft geen kwaliteit. Schrijf A, B, C of D in kolom 'grade'",
        )


def _check_complete(performances: Container[tuple[str, str]], case: Outline, problems: FileProblems) -> None:
    for alternative in case.alternatives:
        for criterion in case.criteria:
            if (alternative, criterion) not in performances:
                problems.add(
                    None,
                    f"'{alternative}' with '{criterion}' is missing. Add a line; leave the value empty if it is "
                    "not known",
                    f"'{alternative}' met '{criterion}' ontbreekt. Voeg een regel toe; laat de waarde leeg als "
                    "die niet "
                    "bekend is",
                )
