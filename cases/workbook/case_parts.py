"""From the data in sheets to the parts of a case that the checks take, and to its files, written when needed."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from cases.definition.picture import FOLDER
from cases.reading.case_folder import ON_THE_MAP, fits, fitting, largest
from cases.reading.loader import Parts
from cases.workbook.assembling import Assembled
from cases.workbook.cell_reading import ReadSheet
from cases.workbook.csv_text import csv_text
from cases.workbook.yaml_text import yaml_text
from files.decoding import holds_invisible
from files.places import CellPlace, SheetColumns
from files.problems import Problems
from files.remembered import Remembered
from files.tables import Row, Table
from files.version import version
from files.yaml_lines import Document

_LINE_END = re.compile(r"\r\n|\r|\n")


class CaseFiles(Mapping[str, bytes]):
    """The files of a case by name, each written when it is first asked for."""

    def __init__(self, makers: Mapping[str, Callable[[], bytes]]) -> None:
        self._makers = dict(makers)
        self._written: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._written:
            self._written[name] = self._makers[name]()
        return self._written[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def case_files(case: Assembled, beside: Mapping[str, bytes]) -> CaseFiles:
    """The files in the format of a case folder, with what fits in no sheet."""
    makers: dict[str, Callable[[], bytes]] = {}
    for file, document in case.documents.items():
        makers[file] = partial(_yaml_bytes, document)
    for file, read in case.tables.items():
        makers[file] = partial(_csv_bytes, read)
    for name in _named(case, beside):
        makers[name] = partial(bytes, beside[name])
    return CaseFiles(makers)


def case_parts(case: Assembled, files: CaseFiles, problems: Problems, remembered: Remembered) -> Parts:
    """The parts that the checks take; a file that is too large or that cannot be one is noted and left out."""

    def small(file: str) -> bool:
        """True where it is certain without writing the file."""
        return sum(read.most_bytes for read in case.read if read.found.sheet.file == file) <= largest(file)

    documents, tables = {}, {}
    for file, data in case.documents.items():
        if small(file) or fits(file, len(files[file]), problems):
            documents[file] = Document(data, case.places[file])
    for file, read in case.tables.items():
        if small(file) or fits(file, len(files[file]), problems):
            table = remembered.get(("table", file), (read,), partial(_table, read))
            if isinstance(table, Table):
                tables[file] = table
            else:
                problems.of(file).add(table, "decoding.invisible_character")
    others = {name: files[name] for name in files if name not in case.documents and name not in case.tables}
    return Parts(documents, tables, fitting(others, problems), partial(version, files))


def _named(case: Assembled, beside: Mapping[str, bytes]) -> list[str]:
    """What goes along with the sheets: places on the map, and the pictures that the sheets name."""
    document = case.documents.get("case.yaml", {})
    pictures = [document.get("place_picture"), *(item.get("picture") for item in document.get("alternatives", ()))]
    named = {f"{FOLDER}/{picture.get('file')}" for picture in pictures if isinstance(picture, dict)}
    return [name for name in beside if name in ON_THE_MAP or name in named]


def _yaml_bytes(document: dict[str, Any]) -> bytes:
    return yaml_text(document).encode()


def _csv_bytes(read: ReadSheet) -> bytes:
    headings = [column.heading for column in read.found.sheet.columns]
    return csv_text(headings, [values for _, values in read.rows if values]).encode()


def _table(read: ReadSheet) -> Table | CellPlace:
    """The rows as a table, each with the line that it has in the file; or the row that cannot stand in a file."""
    headings = [column.heading for column in read.found.sheet.columns]
    places = SheetColumns(read.found.grid.name, {heading: number for heading in headings
                                                 if (number := read.found.number_of(heading)) is not None})  # fmt: skip
    rows, line = [], 2
    for number, values in read.rows:
        if not values:
            continue
        text = "".join(values.values())
        if not text.isprintable() and holds_invisible(text):
            return places.cell(number)
        if text.strip():
            cells = dict.fromkeys(headings, "")
            cells.update({heading: value.strip() for heading, value in values.items()})
            rows.append(Row(line, cells, places, number))
        line += 1 + len(_LINE_END.findall(text))
    return Table(tuple(rows), whole=True)
