"""From which cell every part of a case came, so that a mistake in it is named at that cell."""

from dataclasses import dataclass, field
from typing import Any

from cases.workbook.layout import Found
from cases.workbook.sheets import SHEETS
from files.places import CellPlace
from files.yaml_lines import Path
from texts import DEFAULT_LANGUAGE

Spot = tuple[str, int, int]
"""Key of the sheet, row and column; column 0 is a whole row."""


@dataclass
class SheetPlaces:
    """The cells of one document, as ``files.yaml_lines.Places``."""

    file: str
    sheets: dict[str, Found]
    """By key, all that are there."""
    data: dict[str, Any] = field(default_factory=dict)
    """The document itself."""
    spots: dict[Path, Spot] = field(default_factory=dict)
    """Parts that have a cell of their own; an empty cell has its part too."""
    records: dict[Path, tuple[str, int]] = field(default_factory=dict)
    """Parts that fill the columns of a row: key of the sheet, and the row."""

    def of(self, path: Path) -> CellPlace:
        """The cell of the part at ``path``, or the first cell inside it; otherwise the same for what is around it."""
        path = self._with_cell(path)
        for length in range(len(path), 0, -1):
            spot = self._below(path[:length])
            if spot is not None:
                return self._place(spot)
        return CellPlace(sheet_name(self.file, self.sheets, path[:1]))

    def of_key(self, path: Path) -> CellPlace:
        """The cell in which the last key itself stands, in a sheet with keys; otherwise as ``of``."""
        place = self.of(path)
        found = next((found for found in self.sheets.values() if found.grid.name == place.sheet), None)
        if found is None or found.sheet.form != "keys" or place.row is None:
            return place
        return found.place(place.row, found.number_of("key") or place.column)

    def of_missing(self, path: Path, key: str) -> CellPlace:
        """The empty cell in which a key belongs: in the part at ``path``, or in one around it."""
        for length in range(len(path), -1, -1):
            spot = self._below((*path[:length], key))
            if spot is not None:
                return self._place(spot)
        return self.of(path)

    def _with_cell(self, path: Path) -> Path:
        """The way as far as it exists; a record in a list has no cell itself, so that its first key stands for it."""
        here: Any = self.data
        for place, step in enumerate(path):
            if not (step in here if isinstance(here, dict) else isinstance(here, list) and int(step) < len(here)):
                path = path[:place]
                break
            here = here[step]
        is_item = not path or isinstance(path[-1], int)
        return (*path, next(iter(here))) if is_item and isinstance(here, dict) and here else path

    def _below(self, path: Path) -> Spot | None:
        """The cell of exactly this part, or the first one inside it."""
        if path in self.spots:
            return self.spots[path]
        inside = [spot for way, spot in self.spots.items() if way[: len(path)] == path]
        for way, (key, row) in self.records.items():
            if way[: len(path)] != path and path[: len(way)] != way:
                continue
            rest = path[len(way) :]
            columns = self.sheets[key].filling
            if rest in columns:
                return key, row, columns[rest]
            inside += [(key, row, number) for column, number in columns.items() if column[: len(rest)] == rest]
        return min(inside, default=None)

    def _place(self, spot: Spot) -> CellPlace:
        key, row, number = spot
        return self.sheets[key].place(row, number)


def sheet_name(file: str, sheets: dict[str, Found], top: Path = ()) -> str:
    """The name of the sheet for a mistake without a cell.

    Args:
        file: in which it was found.
        sheets: by key, all that are there.
        top: first step to the part that is wrong; the sheet that holds this list goes first.
    """
    keys = [sheet.key for sheet in SHEETS if sheet.file == file]
    keys.sort(key=lambda key: top == () or (key,) != top)
    named = next((sheets[key].grid.name for key in keys if key in sheets), None)
    return named or next(sheet.name(DEFAULT_LANGUAGE) for sheet in SHEETS if sheet.key == keys[0])
