"""Writing a workbook: an empty one to fill in, or a case as it is."""

import io
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from cases.definition.model import FORMAT, Case, CaseFile
from cases.definition.profile import MOST_PROFILES
from cases.workbook.case_data import Row
from cases.workbook.cell_places import CellProblem
from cases.workbook.filling import STEP, filled
from cases.workbook.sheet_columns import Column, columns_of
from cases.workbook.sheet_language import (
    choice,
    choice_meant,
    columns_in,
    heading,
    key,
    parts,
    shown_explanation,
    value_choice,
)
from cases.workbook.sheets import BY_KEY, MARK, SHEETS, Sheet, key_explanation, words
from files.fields import CASE_LANGUAGES, case_language
from files.looks import looks_like_formula
from files.problems import CaseError
from texts import LANGUAGES
from texts.languages import KNOWN
from texts.message import message
from texts.palette import WORKBOOK

FIRST_ROW = 3
"""Of the cells to fill in, from 1: the headings stand in row 1 and the explanation in row 2."""
LAST_ROW = 1000
"""Drop-downs reach to here."""
LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""
SOME_DAY = datetime(2026, 1, 1)
"""That a workbook without a case was made, so that it is always the same file."""
REFERS_TO = {
    "theme": "themes", "alternative": "alternatives", "criterion": "criteria", "group": "groups", "profile": "profiles",
    "requirement": "requirements", "function": "functions", "round": "rounds",
}  # fmt: skip
_WIDE = ("text", "about", "why", "note", "sentence", "rationale", "derivation", "title", *CASE_LANGUAGES)
_ALLOWED = dict.fromkeys(
    ("insert_rows", "delete_rows", "sort", "autofilter", "format_cells", "format_columns", "format_rows"), True
)


def write_workbook(case: Case | None, language: str, spoken: tuple[str, ...] = ()) -> bytes:
    """An Excel workbook in ``nl`` or ``en`` that ``read_workbook`` reads.

    Args:
        case: None makes an empty workbook to fill in.
        language: of everything but the words of the case: headings, explanation, choices, names of the sheets.
        spoken: languages of the texts in an empty workbook; left out: that of its headings. Those of a case are the
            ones that it has words in.

    Raises:
        CaseError: a text of the case fits in no cell, because it is too long or holds an invisible character.
        ValueError: another language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"the language is nl or en, not '{language}'")
    rows = filled(case) if case is not None else empty_rows()
    spoken = spoken or (case_language(language),) if case is None else tuple(case.untranslated)
    if case is not None:
        _refuse_what_fits_no_cell(case, rows, language, spoken)
    # The day of the case, so that the same case gives the same file.
    day = datetime.combine(case.version_date, datetime.min.time()) if case is not None else SOME_DAY
    profiles = tuple(profile.id for profile in case.profiles) if case is not None else ()
    return write_rows(rows, {"points": profiles}, language, spoken, day)


def write_rows(
    rows: Mapping[str, list[Row]],
    more: Mapping[str, tuple[str, ...]],
    language: str,
    spoken: tuple[str, ...],
    day: datetime = SOME_DAY,
) -> bytes:
    """A workbook with these rows, whatever they say.

    Args:
        rows: by key of the sheet.
        more: headings of columns behind those of the sheet, by its key: the profiles in the sheet with points.
        language: as in ``write_workbook``.
        spoken: languages of the texts; of others there are no columns.
        day: that the file says it was made.
    """
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"created": day})
    _Writer(book, language, more, spoken).write(rows)
    book.close()
    return written.getvalue()


def empty_rows() -> dict[str, list[Row]]:
    """What stands in an empty workbook: the keys to fill in, by sheet."""
    return {"case": empty_keys(), "account": [_key_row("about")]}


def empty_keys() -> list[Row]:
    """The keys of case.yaml that no other sheet holds, in the order of the model; those left empty are passed over."""
    ways = ((c.path[:-1] if c.path[-1] in CASE_LANGUAGES else c.path) for c in columns_of(CaseFile))
    keys = list(dict.fromkeys(STEP.join(map(str, way)) for way in ways))
    place = keys.index("who_decides") + 1
    keys[place:place] = [f"{name}{STEP}{number}" for name in ("fixed", "open") for number in (1, 2, 3)]
    keys += [f"to_replace_first{STEP}{number}" for number in (1, 2, 3)]
    return [_key_row(key, FORMAT if key == "format" else None) for key in keys]


def _key_row(key: str, value: int | None = None) -> Row:
    return {"key": key, "value": value, **dict.fromkeys(CASE_LANGUAGES)}


def _refuse_what_fits_no_cell(case: Case, rows: dict[str, list[Row]], language: str, spoken: tuple[str, ...]) -> None:
    problems = []
    for sheet in SHEETS:
        for number, row in enumerate(rows[sheet.key], start=FIRST_ROW):
            for place, column in enumerate(columns_in(sheet, spoken), start=1):
                found = row.get(column.heading)
                if isinstance(found, str) and (len(found) > LONGEST_TEXT or _unwritable(found)):
                    text = message("sheets.fits_no_cell", most=LONGEST_TEXT)
                    name = heading(sheet, column, language)
                    problems.append(CellProblem(sheet.name(language), number, place, name, text))
    if problems:
        raise CaseError(case.id, problems)  # type: ignore[arg-type]  # a problem of a cell is told as one of a file is


def _unwritable(text: str) -> bool:
    """True for characters that no cell keeps; ``x005F_`` is how workbooks write such characters themselves."""
    return "x005F_" in text or any(
        (unicodedata.category(mark) in ("Cc", "Cs") and mark not in "\n\t\x7f\x85") or mark in "\ufffe\uffff"
        for mark in text
    )


class _Writer:
    def __init__(self, book: Any, language: str, more: Mapping[str, tuple[str, ...]], spoken: tuple[str, ...]) -> None:
        self._book, self._language, self._more, self._spoken = book, language, more, spoken
        self._ids: set[str] = set()
        base = {"valign": "top", "text_wrap": True}
        self._heading = book.add_format({**base, "bold": True, "bg_color": WORKBOOK["head"], "border": 1})
        self._needed = book.add_format({**base, "bold": True, "bg_color": WORKBOOK["needed"], "border": 1})
        self._help = book.add_format(
            {**base, "italic": True, "font_color": WORKBOOK["help-ink"], "bg_color": WORKBOOK["help"]}
        )
        self._text = book.add_format({**base, "locked": False, "num_format": "@"})
        self._quoted = book.add_format({**base, "locked": False, "num_format": "@", "quote_prefix": True})
        self._free = book.add_format({**base, "locked": False})
        self._numbers: dict[int, Any] = {}
        self._lists: dict[tuple[str, ...], str] = {}

    def write(self, rows: Mapping[str, list[Row]]) -> None:
        self._ids = {str(row["id"]) for found in rows.values() for row in found if "id" in row}
        self._read_me()
        sheets = {sheet.key: self._book.add_worksheet(sheet.name(self._language)) for sheet in SHEETS}
        self._choices()
        for sheet in SHEETS:
            self._sheet(sheets[sheet.key], sheet, rows.get(sheet.key, []))

    def _word(self, *path: str) -> str:
        found: Any = words(self._language)
        for part in path:
            found = found[part]
        return str(found)

    def _read_me(self) -> None:
        page = self._book.add_worksheet(self._word("sheets", "read_me"))
        page.set_column(0, 0, 28)
        page.set_column(1, 1, 110)
        page.write_string(0, 0, self._word("read_me", "title"), self._heading)
        lines = words(self._language)["read_me"]["lines"]
        wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        for number, line in enumerate(lines, start=1):
            page.write_string(number, 1, line, wrapped)
        for number, sheet in enumerate(SHEETS, start=len(lines) + 2):
            page.write_string(number, 0, sheet.name(self._language), self._heading)
            page.write_string(number, 1, self._word("about", sheet.key), wrapped)
        page.protect("", _ALLOWED)

    def _choices(self) -> None:
        """The closed lists on a sheet of their own; a drop-down cannot hold a long list itself."""
        name = self._word("sheets", "choices")
        page = self._book.add_worksheet(name)
        yes_no = (KNOWN[self._language].yes, KNOWN[self._language].no)
        found: list[tuple[str, tuple[str, ...]]] = [("/".join(yes_no), yes_no)]
        found += [
            (heading(sheet, column, self._language), self._choice_words(sheet, column))
            for sheet in SHEETS
            for column in sheet.columns
            if column.choices
        ]
        for title, choices in found:
            if choices in self._lists:
                continue
            place = len(self._lists)
            page.write_string(0, place, title, self._heading)
            for number, word in enumerate(choices, start=1):
                page.write_string(number, place, word)
            page.set_column(place, place, 24)
            self._lists[choices] = f"='{name}'!{xl_range_abs(1, place, len(choices), place)}"
        self._lists[()] = self._lists[yes_no]
        page.freeze_panes(1, 0)
        page.protect("", _ALLOWED)

    def _sheet(self, page: Any, sheet: Sheet, rows: list[Row]) -> None:
        columns = [*columns_in(sheet, self._spoken), *self._more_columns(sheet)]
        main = case_language(self._language) if case_language(self._language) in self._spoken else self._spoken[0]
        remark = self._remark(page, len(columns)) if sheet.form == "keys" else None
        page.set_tab_color(WORKBOOK["needed-tab" if sheet.needed else "other-tab"])
        for place, column in enumerate(columns):
            page.set_column(place, place, _width(column), self._free if column.kind == "number" else self._text)
            in_every_row = column.required and sheet.form in ("records", "answers")
            in_every_row = in_every_row and parts(column)[1] in (None, main)
            known = column in sheet.columns
            name = heading(sheet, column, self._language) if known else column.heading
            page.write_string(0, place, name, self._needed if in_every_row else self._heading)
            words_here = shown_explanation(sheet, column, self._language) if known else ""
            page.write_string(1, place, f"{MARK + ' ' if place == 0 else ''}{words_here}", self._help)
            self._drop_down(page, sheet, column, place)
        if sheet.form == "points":
            # The headings are the planner's own here; a locked cell could not take them.
            page.set_column(len(columns), len(sheet.columns) + MOST_PROFILES - 1, 12, self._free)
        page.freeze_panes(FIRST_ROW - 1, 1)
        for number, row in enumerate(rows, start=FIRST_ROW - 1):
            for place, column in enumerate(columns):
                self._cell(page, number, place, self._shown(sheet, column, row))
            if remark is not None:
                way = [step.strip() for step in str(row["key"]).split(STEP.strip())]
                page.write_string(number, remark, key_explanation(sheet, way, self._language), self._help)
        page.protect("", _ALLOWED)

    def _choice_words(self, sheet: Sheet, column: Column) -> tuple[str, ...]:
        return tuple(choice(sheet, column, raw, self._language) for raw in column.choices)

    def _shown(self, sheet: Sheet, column: Column, row: Row) -> str | float | bool | None:
        """What stands in a cell, a choice or a key in the language of the workbook."""
        found = row.get(column.heading)
        if not isinstance(found, str):
            return found
        if column.choices:
            return choice(sheet, column, choice_meant(sheet, column, found), self._language)
        if sheet.form == "keys" and column.heading == "key":
            return key(found, self._language, self._ids)
        if sheet.form == "keys" and column.heading == "value":
            return value_choice(sheet.file, str(row.get("key")), found, self._language)
        return found

    def _remark(self, page: Any, place: int) -> int:
        """A column that says what belongs behind each key; nobody reads it back."""
        page.set_column(place, place, 60, self._help)
        page.write_string(0, place, f"{MARK} {self._word('keys', 'heading')}", self._heading)
        page.write_string(1, place, "", self._help)
        return place

    def _more_columns(self, sheet: Sheet) -> list[Column]:
        return [Column(heading, (heading,), "number") for heading in self._more.get(sheet.key, ())]

    def _drop_down(self, page: Any, sheet: Sheet, column: Column, place: int) -> None:
        source = None
        if column.choices:
            source = self._lists[self._choice_words(sheet, column)]
        elif column.kind == "answer":
            source = self._lists[()]
        elif column.heading in REFERS_TO and REFERS_TO[column.heading] != sheet.key:
            name = BY_KEY[REFERS_TO[column.heading]].name(self._language).replace("'", "''")
            source = f"='{name}'!{xl_range_abs(FIRST_ROW - 1, 0, LAST_ROW, 0)}"
        if source is not None:
            page.data_validation(
                FIRST_ROW - 1, place, LAST_ROW, place, {"validate": "list", "source": source, "error_type": "warning"}
            )

    def _cell(self, page: Any, row: int, place: int, found: str | float | bool | None) -> None:
        """Text is always written as text, whatever it starts with, so that it can never become a formula.

        What would be one if somebody edits the cell or saves it as CSV also says so to the spreadsheet program.
        """
        if found is None:
            return
        if isinstance(found, bool):
            found = KNOWN[self._language].answer(found)
        if isinstance(found, str):
            page.write_string(row, place, found, self._quoted if looks_like_formula(found) else self._text)
        else:
            page.write_number(row, place, found, self._number(found))

    def _number(self, found: float) -> Any:
        """A format that shows every digit: nothing of a figure is hidden by rounding."""
        text = f"{found:.15g}"
        digits = len(text.partition(".")[2]) if "e" not in text else -1
        if digits not in self._numbers:
            mask = "General" if digits < 0 else "#,##0" + ("." + "0" * digits if digits else "")
            self._numbers[digits] = self._book.add_format({"locked": False, "valign": "top", "num_format": mask})
        return self._numbers[digits]


def wide(column: Column) -> bool:
    """True for a column with sentences."""
    base, _, ending = column.heading.rpartition("_")
    return (base if ending in CASE_LANGUAGES and base else column.heading).endswith(_WIDE)


def _width(column: Column) -> int:
    if wide(column):
        return 50
    return 12 if column.kind in ("number", "answer") else 22
