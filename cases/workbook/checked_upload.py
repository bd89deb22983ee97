"""Reading a case from a workbook (.xlsx, .ods) or a zip of its files: a checked case, or everything that is wrong."""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from cases.definition.model import Case
from cases.reading.loader import case_from_files, case_from_parts
from cases.workbook.archive import open_archive, part
from cases.workbook.assembling import assembled
from cases.workbook.case_parts import case_files, case_parts
from cases.workbook.case_zip import read_bundle
from cases.workbook.cell_places import CellProblem
from cases.workbook.cell_reading import criteria_in, read_sheet
from cases.workbook.grid import Cell, RefusedError, Workbook
from cases.workbook.layout import arranged
from cases.workbook.ods_reader import read_ods
from cases.workbook.sheet_words import in_own_words, in_sheet
from cases.workbook.tidying import tidied
from cases.workbook.xlsx_reader import read_xlsx
from files.problems import CaseError, Problem, Problems
from files.remembered import Remembered
from texts import Told
from texts.message import message

MOST_PROBLEMS = 200
"""A longer list helps nobody; the rest is counted."""
NOTHING: Mapping[str, bytes] = MappingProxyType({})
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True)
class CheckedUpload:
    """What a file held."""

    case: Case | None
    """None when there are problems."""
    files: Mapping[str, bytes]
    """The case files by name, ready to save in a folder with the id of the case as its name; empty without a case."""
    problems: tuple[CellProblem | Problem, ...] = ()
    notes: tuple[Told, ...] = ()
    """What was passed over, or read in a way that one should know."""
    workbook: Workbook | None = None
    """The sheets as they were found, to show a mistake beside its cell; None for a zip or a file that was refused."""


def read_workbook(data: bytes, name: str, beside: Mapping[str, bytes] = NOTHING) -> CheckedUpload:
    """Read and check a case.

    Args:
        data: the whole file.
        name: of the file, for messages. What the file is follows from its content.
        beside: files of the case that a workbook cannot hold, by name: the outline, and the pictures that the case
            had. A picture that the workbook no longer names is left out. A zip has its own and does not use these.

    Returns:
        The case with its files, or all problems. A heading or a sheet that is wrong goes first: without it the cells
        below cannot be understood.
    """
    try:
        archive = open_archive(data)
        if _is_workbook(archive):
            workbook = workbook_in(archive, data, name, results=False)
            if any(True for _ in _formulas(workbook)):
                workbook = _with_results(workbook, workbook_in(archive, data, name))
            workbook = tidied(workbook)
            return replace(from_sheets(workbook, beside), workbook=workbook)
        contents, notes = read_bundle(archive)
    except RefusedError as refused:
        return CheckedUpload(None, MappingProxyType({}), (Problem(name, None, refused.text),))
    return _from_files(contents, notes)


def _is_workbook(archive: zipfile.ZipFile) -> bool:
    names = set(archive.namelist())
    return "[Content_Types].xml" in names or "mimetype" in names


def _formulas(workbook: Workbook) -> Iterator[tuple[int, int, int, Cell]]:
    """Every formula: number of the sheet, row, column and cell."""
    for number, grid in enumerate(workbook.sheets):
        for row, cells in grid.rows.items():
            yield from ((number, row, column, cell) for column, cell in cells.items() if cell.kind == "formula")


def _with_results(workbook: Workbook, results: Workbook) -> Workbook:
    """The workbook with the result in place of each formula that has one; its formula goes along."""
    for number, row, column, cell in list(_formulas(workbook)):
        result = results.sheets[number].cell(row, column)
        if result is not None and result.kind != "formula":
            workbook.sheets[number].put(row, column, replace(result, formula=str(cell.value)))
    return workbook


def workbook_in(archive: zipfile.ZipFile, data: bytes, name: str, results: bool = True) -> Workbook:
    """The sheets of a workbook of whatever kind; ``results`` as in ``read_xlsx``.

    Raises:
        RefusedError: it is no workbook, or it cannot be read.
    """
    names = set(archive.namelist())
    if "mimetype" in names and part(archive, "mimetype").strip() == _ODS:
        return read_ods(archive, results)
    if any(found.startswith("xl/") for found in names):
        return read_xlsx(data, archive, name, results)
    raise RefusedError("workbook.other_document")


def from_sheets(
    workbook: Workbook, beside: Mapping[str, bytes] = NOTHING, remembered: Remembered | None = None
) -> CheckedUpload:
    """The case in sheets that were read, of whatever kind of workbook.

    Args:
        workbook: the sheets.
        beside: as in ``read_workbook``.
        remembered: of sheets before these; the answer is the same without, but takes longer.
    """
    remembered = Remembered() if remembered is None else remembered
    problems: list[CellProblem] = []
    notes = list(workbook.notes)
    sheets = arranged(workbook, problems, notes, remembered)
    if problems:
        return _refused([in_own_words(problem, sheets) for problem in problems], notes)
    criteria = criteria_in(sheets)
    read = {
        key: remembered.get(("read", key), (found, criteria), partial(read_sheet, found, criteria, remembered))
        for key, found in sheets.items()
    }
    case = assembled(read, problems)
    for sheet in read.values():
        problems += sheet.problems
        notes += [in_own_words(note, sheets).placed for note in sheet.notes]
    files, noted = case_files(case, beside), Problems()
    beside_them: list[Problem] = []
    try:
        found = case_from_parts(case_parts(case, files, noted, remembered), None, noted, remembered)
    except CaseError as error:
        known = {(problem.sheet, problem.row) for problem in problems}
        for problem in (in_sheet(problem, sheets) for problem in error.problems):
            if isinstance(problem, Problem):
                beside_them.append(problem)
            elif (problem.sheet, problem.row) not in known:
                # A cell that cannot be used leaves a hole; that the hole is there need not be said again.
                problems.append(problem)
    if problems or beside_them:
        order = {part.grid.name: number for number, part in enumerate(sheets.values())}
        problems.sort(
            key=lambda found: (order.get(found.sheet, 99), found.row is None, found.row or 0, found.column or 0)
        )
        return _refused([*beside_them, *(in_own_words(problem, sheets) for problem in problems)], notes)
    return CheckedUpload(found, files, notes=tuple(notes))


def _from_files(contents: dict[str, bytes], notes: list[Told]) -> CheckedUpload:
    try:
        case = case_from_files(contents)
    except CaseError as error:
        return CheckedUpload(None, MappingProxyType({}), error.problems, tuple(notes))
    return CheckedUpload(case, MappingProxyType(contents), notes=tuple(notes))


def _refused(problems: Sequence[CellProblem | Problem], notes: list[Told]) -> CheckedUpload:
    problems = list(dict.fromkeys(problems))
    listed = problems[:MOST_PROBLEMS]
    rest = len(problems) - len(listed)
    if rest:
        more, last = message("sheets.more", count=rest), listed[-1]
        listed.append(
            Problem(last.file, None, more)
            if isinstance(last, Problem)
            else CellProblem(last.sheet, None, None, None, more)
        )
    return CheckedUpload(None, MappingProxyType({}), tuple(listed), tuple(notes))
