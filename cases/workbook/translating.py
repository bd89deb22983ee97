"""From a problem in a line of a case file to the cell from which that line came."""

import re
from collections.abc import Iterator

from cases.workbook.assembling import Assembled, Spot
from cases.workbook.cell_places import CellProblem
from cases.workbook.files_in_memory import Written
from cases.workbook.layout import Found
from cases.workbook.sheets import SHEETS
from cases.workbook.yaml_text import Path
from files.fields import Text
from files.problems import Problem

_MISSING = re.compile(r"'(\w+)' is missing|\((nl|en)\) is missing")
_LINE = re.compile(r"(?<!')\b(line|regel) (\d+)\b")
_ROW_WORDS = (
    (r"\bAdd a line\b", "Add a row"), (r"\bthis line\b", "this row"), (r"\bremove the line\b", "remove the row"),
    (r"\bone line\b", "one row"), (r"\ba line\b", "a row"),
    (r"\been regel\b", "een rij"), (r"\bdeze regel\b", "deze rij"), (r"\bde regel\b", "de rij"),
    (r"\béén regel\b", "één rij"),
)  # fmt: skip


class Translator:
    """Knows from which cell every line of the files came."""

    def __init__(self, case: Assembled, files: Written, sheets: dict[str, Found]) -> None:
        self._case, self._files, self._sheets = case, files, sheets

    def cell_problem(self, problem: Problem) -> CellProblem:
        """The same problem with the sheet and the cell as its place."""
        spot = self._spot(problem.file, problem.line, problem.text.get("en"))
        text = Text(nl=self._words(problem, "nl"), en=self._words(problem, "en"))
        if spot is None:
            return CellProblem(self._sheet_of(problem.file, problem.line), None, None, None, text)
        key, row, column = spot
        found = self._sheets[key]
        if found.sheet.form == "keys" and problem.text.get("en").startswith("key '"):
            column = found.number_of("key") or column
        heading = found.profiles.get(column) if column in found.profiles else None
        if heading is None and column in found.columns:
            heading = found.columns[column].heading
        return CellProblem(found.grid.name, row, column or None, heading, text)

    def _sheet_of(self, file: str, line: int | None = None) -> str:
        """The name of the sheet for a problem without a cell."""
        paths = self._files.paths.get(file, [])
        top = paths[line - 1][:1] if line is not None and 1 <= line <= len(paths) else ()
        keys = [sheet.key for sheet in SHEETS if sheet.file == file]
        keys.sort(key=lambda key: top == () or (key,) != top)  # the sheet that holds this list goes first
        named = next((self._sheets[key].grid.name for key in keys if key in self._sheets), None)
        return named or next(sheet.name("nl") for sheet in SHEETS if sheet.file == file)

    def _spot(self, file: str, line: int | None, words: str) -> Spot | None:
        if line is None:
            return None
        if file in self._files.rows:
            return self._spot_in_table(file, line, words)
        paths = self._files.paths.get(file, [])
        if not 1 <= line <= len(paths):
            return None
        path = paths[line - 1]
        missing = _MISSING.search(words)
        if missing is not None:
            found = self._spot_of_key(file, path, missing.group(1) or missing.group(2))
            if found is not None:
                return found
        return self._nearest(file, path)

    def _spot_of_key(self, file: str, path: Path, key: str) -> Spot | None:
        """The empty cell in which a missing key belongs: in the record of this line, or in one around it."""
        for length in range(len(path), -1, -1):
            found = self._below(file, (*path[:length], key))
            if found is not None:
                return found
        return None

    def _nearest(self, file: str, path: Path) -> Spot | None:
        """The cell of this path, or the first one inside it; otherwise the same for what is around it."""
        for length in range(len(path), 0, -1):
            found = self._below(file, path[:length])
            if found is not None:
                return found
        return None

    def _below(self, file: str, path: Path) -> Spot | None:
        spots = self._case.spots
        if (file, path) in spots:
            return spots[(file, path)]
        inside = [
            spot for (where, way), spot in spots.items() if where == file and way[: len(path)] == path
        ]  # fmt: skip
        return min(inside, default=None)

    def _spot_in_table(self, file: str, line: int, words: str) -> Spot | None:
        key = next(sheet.key for sheet in SHEETS if sheet.file == file)
        row = self._files.rows[file].get(line)
        if row is None:
            return None
        found = self._sheets[key]
        cells = next((dict(values) for number, values in self._case.tables[file] if number == row), {})
        heading = _column_meant(words, [column.heading for column in found.sheet.columns], cells)
        return key, row, (found.number_of(heading) if heading else None) or 0

    def _words(self, problem: Problem, language: str) -> str:
        """The message with rows and sheets for lines and files."""
        text = _LINE.sub(lambda found: self._place_words(problem.file, found), problem.text.get(language))
        for sheet in {sheet.file: sheet for sheet in reversed(SHEETS) if sheet.form == "table"}.values():
            word = {"nl": "blad", "en": "sheet"}[language]
            text = text.replace(sheet.file, f"{word} '{self._sheet_of(sheet.file)}'")
        for old, new in _ROW_WORDS:
            text = re.sub(old, new, text)
        return text

    def _place_words(self, file: str, found: re.Match[str]) -> str:
        dutch = found.group(1) == "regel"
        line = int(found.group(2))
        spot = self._spot(file, line, "")
        if spot is None:
            return found.group(0)
        key, row, column = spot
        problem = CellProblem("", row, column if file in self._files.paths else None, None, Text(nl="-", en="-"))
        if problem.cell is None:
            return f"{'rij' if dutch else 'row'} {row}"
        return f"{'cel' if dutch else 'cell'} {problem.cell}"


def _column_meant(words: str, headings: list[str], cells: dict[str, str]) -> str | None:
    """The column that a message about a row of a table speaks of, told by what it quotes or names."""
    return next(iter(_candidates(words, headings, cells)), None)


def _candidates(words: str, headings: list[str], cells: dict[str, str]) -> Iterator[str]:
    quoted = re.findall(r"'([^']*)'", words)
    yield from (match for match in re.findall(r"column '(\w+)'", words) if match in headings)
    if words.startswith("'"):  # the message starts with what was found
        yield from (word for word in quoted[:1] if word in headings)
        yield from (heading for heading in headings for word in quoted[:1] if cells.get(heading) == word)
    first = words.split(" ", 1)[0]
    yield from (heading for heading in (first, "source" if "no source" in words else "") if heading in headings)
    yield from (heading for heading in headings if re.search(rf"\b{heading}\b", words))
    yield from (heading for heading in headings for word in quoted if word and word in cells.get(heading, "").split())
