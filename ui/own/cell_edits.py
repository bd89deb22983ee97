"""What somebody changed in a table on screen, applied to the rows that the table began with."""

from collections.abc import Mapping
from typing import Any

from cases.workbook.draft import Cells
from cases.workbook.sheet_language import choice_meant
from cases.workbook.sheets import Sheet


def applied(rows: tuple[Cells, ...], headings: Cells, edits: Mapping[str, Any]) -> tuple[Cells, ...]:
    """The rows after all edits since the table was drawn.

    Args:
        rows: as the table was drawn.
        headings: of its columns; other names in the edits, such as the number of the row, are passed over.
        edits: as Streamlit keeps them: ``edited_rows`` by place, ``deleted_rows`` as places, ``added_rows`` in order.
    """
    changed: Mapping[Any, Mapping[str, Any]] = edits.get("edited_rows", {})
    deleted = {int(place) for place in edits.get("deleted_rows", ())}
    by_place = {int(place): cells for place, cells in changed.items()}
    kept = [_with(row, headings, by_place.get(place, {})) for place, row in enumerate(rows) if place not in deleted]
    empty = ("",) * len(headings)
    return (*kept, *(_with(empty, headings, cells) for cells in edits.get("added_rows", ())))


def _with(row: Cells, headings: Cells, cells: Mapping[str, Any]) -> Cells:
    return tuple(
        _typed(cells[heading]) if heading in cells else old for heading, old in zip(headings, row, strict=True)
    )


def _typed(found: Any) -> str:
    return "" if found is None else str(found).strip()


def words_of_files(sheet: Sheet, headings: Cells, rows: tuple[Cells, ...]) -> tuple[Cells, ...]:
    """The rows with each choice as it stands in the case files, in whichever language it was typed or pasted."""
    columns = [next((one for one in sheet.columns if one.heading == name and one.choices), None) for name in headings]
    if not any(columns):
        return rows
    return tuple(
        tuple(
            choice_meant(sheet, column, cell) if column and cell else cell
            for column, cell in zip(columns, row, strict=True)
        )
        for row in rows
    )
