"""Four eyes, a setting of a case: a version is made public with a link to approve, by another role than made it."""

from sqlalchemy import Connection, delete, insert, select

from cases.store.changing import Store
from cases.store.rights import Access
from cases.store.store_errors import FourEyesError
from cases.store.store_tables import CELL_CHANGES, FOUR_EYES, VERSIONS


def set_four_eyes(store: Store, case_id: str, key: str, on: bool) -> None:
    """Turn the setting on or off, with a line in the log. Raises what OwnCases raises about cases and keys."""
    with store.change(case_id, key, "set_four_eyes") as (connection, _, by):
        if on == is_on(connection, case_id):
            return
        connection.execute(delete(FOUR_EYES).where(FOUR_EYES.c.case_id == case_id))
        if on:
            connection.execute(insert(FOUR_EYES).values(case_id=case_id))
            store.note(connection, case_id, "four_eyes_on", who=by.label)
        else:
            store.note(connection, case_id, "four_eyes_off", who=by.label)


def has_four_eyes(store: Store, case_id: str) -> bool:
    """Whether the setting is on."""
    with store.begun() as connection:
        store.row(connection, case_id)
        return is_on(connection, case_id)


def is_on(connection: Connection, case_id: str) -> bool:
    """As ``has_four_eyes``, inside a transaction."""
    return connection.execute(select(FOUR_EYES).where(FOUR_EYES.c.case_id == case_id)).one_or_none() is not None


def check_four_eyes(connection: Connection, case_id: str, number: int, by: Access) -> None:
    """Refuse to publish when the setting is on and the same role made the version, or no link to approve is used.

    Raises:
        FourEyesError: names what is needed.
    """
    if not is_on(connection, case_id):
        return
    if by.role != "approve":
        raise FourEyesError("store.four_eyes_link")
    if by.label.casefold() in {who.casefold() for who in _makers(connection, case_id, number)}:
        raise FourEyesError("store.four_eyes_same")


def _makers(connection: Connection, case_id: str, number: int) -> set[str]:
    """Who saved the version, and who changed a cell after the version before it."""
    rows = select(VERSIONS).where(VERSIONS.c.case_id == case_id, VERSIONS.c.number.in_((number - 1, number)))
    found = {row.number: row for row in connection.execute(rows)}
    version, before = found[number], found.get(number - 1)
    changed = select(CELL_CHANGES.c.who).where(CELL_CHANGES.c.case_id == case_id, CELL_CHANGES.c.saved <= version.saved)
    if before is not None:
        changed = changed.where(CELL_CHANGES.c.saved >= before.saved)
    return {version.who, *connection.scalars(changed.distinct())}
