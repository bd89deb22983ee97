"""Who changed which cell when: a line for each, written with the save itself: neither is there without the other."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from cases.store.changing import Store, moment
from cases.store.store_records import CellChange, KeptChange
from cases.store.store_tables import CELL_CHANGES

MOST = 200
"""Lines of one save; of a larger one, such as an upload, each sheet has a line with a count."""
LONGEST = 300
"""Characters of a cell that are kept here; the draft and the versions hold all."""
MOST_SHOWN = 2_000


def note_changes(store: Store, connection: Connection, case_id: str, who: str, changes: Iterable[CellChange]) -> int:
    """Write the lines of one save; returns about how many bytes they take."""
    found = list(changes)
    if len(found) > MOST:
        sheets = dict.fromkeys(change.sheet for change in found)
        found = [
            CellChange(sheet, "", None, None, None, sum(change.count for change in found if change.sheet == sheet))
            for sheet in sheets
        ]
    saved, size = store.now().isoformat(), 0
    for change in found:
        line = {
            "sheet": change.sheet,
            "row_name": change.row[:LONGEST],
            "heading": change.heading,
            "before": change.before and change.before[:LONGEST],
            "after": change.after and change.after[:LONGEST],
            "cells": change.count,
        }
        connection.execute(insert(CELL_CHANGES).values(case_id=case_id, saved=saved, who=who, **line))
        size += sum(len(str(found).encode()) for found in line.values())
    return size


def cell_changes(store: Store, case_id: str) -> tuple[KeptChange, ...]:
    """The newest lines of a case, newest first; as the log, this needs no key: a screen asks first."""
    here = select(CELL_CHANGES).where(CELL_CHANGES.c.case_id == case_id)
    with store.begun() as connection:
        store.row(connection, case_id)
        rows = connection.execute(here.order_by(CELL_CHANGES.c.id.desc()).limit(MOST_SHOWN))
        return tuple(
            KeptChange(
                moment(row.saved),
                row.who,
                CellChange(row.sheet, row.row_name, row.heading, row.before, row.after, row.cells),
            )
            for row in rows
        )
