"""What a person changed in the proposed criteria, kept when something above the table is chosen otherwise.

The table is then drawn anew from another proposal; a cell that a person changed stays as they left it.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

Row = dict[str, Any]


@dataclass
class KeptChanges:
    """The changes in one sheet, by the number of the row in the sheet and the column."""

    sheet: Hashable
    """The same as long as the numbers of the rows mean the same."""
    changed: dict[int, Row] = field(default_factory=dict)
    under: dict[int, Row] = field(default_factory=dict)
    """What the table on screen was drawn with; it stays so while it is there, or it would lose its place."""
    table: Hashable = None

    def shown(self, proposed: Sequence[Row], numbers: Sequence[int], table: Hashable) -> list[Row]:
        """The rows as they are drawn: as proposed, with what was changed in a table before this one."""
        if self.table != table:
            self.table, self.under = table, {number: dict(cells) for number, cells in self.changed.items()}
        return [row | self.under.get(number, {}) for row, number in zip(proposed, numbers, strict=True)]

    def keep(self, proposed: Sequence[Row], left: Sequence[Row], numbers: Sequence[int]) -> None:
        """Remember each cell that is not as proposed."""
        for before, after, number in zip(proposed, left, numbers, strict=True):
            self.changed[number] = {name: cell for name, cell in after.items() if not _same(before[name], cell)}


def _same(before: Any, after: Any) -> bool:
    empty = [pd.isna(cell) or cell == "" for cell in (before, after)]
    return all(empty) or (not any(empty) and before == after)
