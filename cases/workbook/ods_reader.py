"""Reading an OpenDocument workbook (LibreOffice). Formulas are seen, never calculated."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cases.workbook.archive import MOST_SHEETS, RoomForCells, check_parts, part
from cases.workbook.grid import Cell, CellKind, Grid, RefusedError, Workbook
from files.places import column_letters

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE = (f"{_NAMESPACE}{name}:1.0}}" for name in ("table", "office", "text", "style"))
_BESIDE_DIGITS = re.compile(r"[\s%.,'()\N{MINUS SIGN}\N{EN DASH}+-]|\d+(?:[eE][+-]?\d+)?")
_KINDS: dict[str, CellKind] = {"float": "number", "percentage": "percent", "currency": "currency"}


def read_ods(archive: zipfile.ZipFile, results: bool = False) -> Workbook:
    """The sheets of an OpenDocument workbook. ``results`` as in ``read_xlsx``.

    Raises:
        RefusedError: it is locked, goes over a limit, or cannot be read.
    """
    names = archive.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in part(archive, "META-INF/manifest.xml"):
        raise RefusedError("workbook.locked")
    check_parts(archive)
    try:
        root = fromstring(part(archive, "content.xml"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        raise RefusedError("workbook.unreadable_ods") from None
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}table-properties")
        if properties.get(f"{_TABLE}display") == "false"
    }
    tables = list(root.iter(f"{_TABLE}table"))
    if len(tables) > MOST_SHEETS:
        raise RefusedError("workbook.many_sheets", most=MOST_SHEETS)
    room, styles = RoomForCells(), _struck_styles(root)
    for element in root.iter() if results else ():
        element.attrib.pop(f"{_TABLE}formula", None)
    try:
        sheets = (_sheet(table, table.get(f"{_TABLE}style-name") in hidden, room, styles) for table in tables)
        return Workbook(tuple(sheets))
    except RecursionError:  # marks inside marks inside marks
        raise RefusedError("workbook.unreadable_ods") from None


def _struck_styles(root: Element) -> frozenset[str]:
    """The names of the styles that strike out what has them."""
    found = (
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}text-properties")
        if properties.get(f"{_STYLE}text-line-through-style", "none") != "none"
        or properties.get(f"{_STYLE}text-line-through-type", "none") != "none"
    )
    return frozenset(found)


def _sheet(table: Element, hidden: bool, room: RoomForCells, struck: frozenset[str]) -> Grid:
    grid = Grid(table.get(f"{_TABLE}name", ""), hidden)
    grid.hides = any(
        part.get(f"{_TABLE}visibility") in ("collapse", "filter")
        for name in ("table-row", "table-column")
        for part in table.iter(f"{_TABLE}{name}")
    )
    row = 1
    for line in table.iter(f"{_TABLE}table-row"):
        times = _count(line, "number-rows-repeated")
        cells = list(_cells(line, row, grid, room, struck))
        room.take(len(cells) * (times - 1))
        if cells:
            grid.rows |= {row + copy: dict(cells) for copy in range(times)}
        row += times
    return grid


def _cells(
    line: Element, row: int, grid: Grid, room: RoomForCells, struck: frozenset[str]
) -> Iterator[tuple[int, Cell]]:
    column = 1
    for element in line:
        if element.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        times = _count(element, "number-columns-repeated")
        across, down = _count(element, "number-columns-spanned"), _count(element, "number-rows-spanned")
        if across > 1 or down > 1:
            last = f"{column_letters(column + across - 1)}{row + down - 1}"
            grid.merged.append((row, column, f"{column_letters(column)}{row}:{last}"))
        cell = _cell(element, struck)
        if cell is not None:
            room.take(times)
            for copy in range(times):
                yield column + copy, cell
        column += times


def _cell(element: Element, struck: frozenset[str]) -> Cell | None:
    shown = "\n".join(_words(paragraph) for paragraph in element.findall(f"{_TEXT}p")).strip()
    spans = (_words(span).strip() for span in element.iter(f"{_TEXT}span") if span.get(f"{_TEXT}style-name") in struck)
    whole = element.get(f"{_TABLE}style-name") in struck
    cell = _said(element, shown)
    return cell if cell is None else replace(cell, struck=shown if whole else " ".join(spans))


def _said(element: Element, shown: str) -> Cell | None:
    kind = element.get(f"{_OFFICE}value-type")
    if element.get(f"{_TABLE}formula"):
        return Cell("formula", str(element.get(f"{_TABLE}formula")))
    if kind in _KINDS:
        return _number(_KINDS[kind], float(element.get(f"{_OFFICE}value", "nan")), shown)
    if kind == "boolean":
        return Cell("bool", element.get(f"{_OFFICE}boolean-value") == "true")
    if kind == "date":
        return Cell("date", _day(element.get(f"{_OFFICE}date-value", "")))
    if kind == "time":
        return Cell("date", element.get(f"{_OFFICE}time-value", ""))
    return Cell("text", shown) if shown else None


def _number(kind: CellKind, number: float, shown: str) -> Cell:
    """A number with what the sheet shows of it, which in this format stands beside it."""
    words = _BESIDE_DIGITS.sub("", shown).strip()
    if shown and not re.search(r"\d", shown):
        return Cell("hidden", number, shown)
    if number < 0 and shown and not re.search(r"[-(\N{MINUS SIGN}\N{EN DASH}]", shown):
        return Cell("unsigned", number, words)
    if kind == "number" and abs(number) >= 1000 and shown.isdecimal() and int(shown) * 500 < abs(number):
        return Cell("scaled", number, words)
    return Cell(kind, number, "" if kind == "currency" else words)


def _words(paragraph: Element) -> str:
    """The text of a paragraph; repeated spaces, tabs and line ends are marks of their own in this format."""
    found = [paragraph.text or ""]
    for inner in paragraph:
        if inner.tag == f"{_TEXT}s":
            found.append(" " * min(_whole(inner.get(f"{_TEXT}c")), 1000))
        elif inner.tag == f"{_TEXT}tab":
            found.append("\t")
        elif inner.tag == f"{_TEXT}line-break":
            found.append("\n")
        elif inner.tag != f"{_OFFICE}annotation":
            found.append(_words(inner))
        found.append(inner.tail or "")
    return "".join(found)


def _day(text: str) -> date | str:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return text
    return found.date() if found.time() == datetime.min.time() else found


def _count(element: Element, name: str) -> int:
    return _whole(element.get(f"{_TABLE}{name}"))


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 9 else 1
