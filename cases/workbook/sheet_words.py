"""What is wrong with a case, said of its sheets: rows and sheets for lines and files, and their own words for keys."""

from dataclasses import dataclass, replace

from cases.workbook.cell_places import CellProblem
from cases.workbook.filling import STEP
from cases.workbook.layout import Found
from cases.workbook.sheet_language import choice, heading, key, parts
from cases.workbook.sheet_places import sheet_name
from cases.workbook.sheets import BY_KEY, SHEETS
from files.places import CellPlace
from files.problems import Problem
from texts.message import Message, Value

IN_SHEETS = {
    "groups.double_claim": "in_sheets.double_claim",
    "land.no_file": "in_sheets.no_land",
    "futures.no_file": "in_sheets.no_futures",
    "groups.no_claim": "in_sheets.no_claim",
    "stories.no_consent": "in_sheets.no_consent",
    "performances.missing": "in_sheets.no_effect",
    "sources.unknown": "in_sheets.unknown_source",
}
"""Sentences that speak of a line or a file, each with the one for sheets."""
NAMES = (
    "allowed", "column", "left", "right", "way", "meant", "field", "better", "type", "direction", "ground", "status",
)  # fmt: skip
"""Values of a sentence that name a column, a choice or a key of the case files, and are not what somebody typed."""
OF_KEYS = (
    "schema.missing", "schema.key_elsewhere", "schema.key_misspelt", "schema.key_unknown", "criteria.classes_have_no",
    "land.needs",
)  # fmt: skip
"""Sentences of which the value ``key`` is one, too."""


def in_sheet(problem: Problem, sheets: dict[str, Found]) -> CellProblem | Problem:
    """The same problem with its sheet and, where it has one, its cell; of a file beside the sheets it stays so."""
    if isinstance(problem.place, CellPlace):
        return CellProblem(*problem.place, problem.text)
    if any(sheet.file == problem.file for sheet in SHEETS):
        return CellProblem(*CellPlace(sheet_name(problem.file, sheets)), problem.text)
    return problem


def in_own_words(problem: CellProblem, sheets: dict[str, Found]) -> CellProblem:
    """The problem in the words of the sheet that somebody filled in: its headings, choices and keys."""
    found = next((found for found in sheets.values() if found.grid.name == problem.sheet), None)
    if found is None:
        return problem
    column = found.columns.get(problem.column or 0)
    typed = tuple((column.heading, found.place(1, number).heading or "") for number, column in found.columns.items())
    own = OwnWords(found.sheet.key, found.language, typed, None if column is None else column.heading)
    named = problem.heading
    if column is not None and named is not None:
        named = own[column.heading]
    elif any(named == column.heading for column in found.sheet.columns):
        named = own[str(named)]
    text = _Told(own, problem.cell is not None, sheet_name("sources.csv", sheets)).of(problem.text)
    return replace(problem, heading=named, text=text)  # type: ignore[arg-type]  # what is told stays told


@dataclass(frozen=True)
class _Told:
    own: "OwnWords"
    at_cell: bool
    sources: str
    """Name of the sheet with sources."""

    def of(self, value: Value) -> Value:
        """The sentence, and those inside it, as they are said of sheets."""
        if not isinstance(value, Message):
            return value
        values = dict(value.values)
        if self.at_cell and value.key == "schema.at_key":
            return self.of(values["said"])
        if self.at_cell and value.key == "schema.in_item":
            return self.of(Message("schema.at_item", tuple((name, values[name]) for name in ("item", "said"))))
        names = {*NAMES, "key"} if value.key in OF_KEYS else {*NAMES}
        told: list[tuple[str, Value]] = [
            (name, self.own.named(inner) if name in names and isinstance(inner, str) else self.of(inner))
            for name, inner in value.values
        ]
        if value.key == "sources.unknown":
            told.append(("sheet", self.sources))
        told.append(("c", self.own))  # type: ignore[arg-type]  # words to pick from, not one text
        return Message(IN_SHEETS.get(value.key, value.key), tuple(told))


@dataclass(frozen=True)
class OwnWords:
    """What columns, choices and keys are called in a sheet that somebody filled in."""

    sheet: str
    """Its key."""
    language: str | None
    """Of its headings; None for those of the case files."""
    typed: tuple[tuple[str, str], ...]
    """The heading of each column that is there, as in the case files and as it stands in the sheet."""
    column: str | None
    """In which the problem is."""

    def get(self, _language: str) -> "OwnWords":
        """The same in every language: the sheet is in one."""
        return self

    def named(self, raw: str) -> str:
        """A word of the case files, a list of them with commas, or a key."""
        if STEP in raw:
            return raw if self.language is None else key(raw, self.language)
        return ", ".join(self[word] for word in raw.split(", "))

    def __getitem__(self, raw: str) -> str:
        sheet, typed = BY_KEY[self.sheet], dict(self.typed)
        if raw == "words":
            return " / ".join(typed[column.heading] for column in sheet.columns
                              if parts(column)[0] == "words" and column.heading in typed)  # fmt: skip
        chosen = [column for column in sheet.columns if raw in column.choices]
        chosen.sort(key=lambda column: column.heading != self.column)
        if chosen and chosen[0].heading == self.column:
            return raw if self.language is None else choice(sheet, chosen[0], raw, self.language)
        fits = [column for column in sheet.columns if raw in (column.heading, parts(column)[0])]
        fits = fits or [column for column in sheet.columns if parts(column)[0].endswith(f"_{raw}")]
        here = [typed[column.heading] for column in fits if column.heading in typed]
        if here or self.language is None:
            return here[0] if here else raw
        if fits:
            return heading(sheet, fits[0], self.language).partition(" (")[0]
        if chosen:
            return choice(sheet, chosen[0], raw, self.language)
        return key(raw, self.language)
