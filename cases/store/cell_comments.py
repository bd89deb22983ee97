"""Comments on cells of a case: open, answered or closed, each with the role of who wrote it."""

from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from cases.store.changing import Store, moment
from cases.store.said_words import clean, said
from cases.store.store_errors import FullCommentsError, NoSuchCommentError
from cases.store.store_records import CellComment, CommentState
from cases.store.store_tables import CELL_COMMENTS
from texts.message import message

WORDS = (2, 1000)
"""Least and most characters."""
MOST = 1000
"""Comments of one case."""


class CellComments:
    """The comments in a store. Raises what OwnCases raises about cases, keys and the database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def comments(self, case_id: str, key: str) -> tuple[CellComment, ...]:
        """All comments on a case, oldest first."""
        rows = select(CELL_COMMENTS).where(CELL_COMMENTS.c.case_id == case_id).order_by(CELL_COMMENTS.c.number)
        with self._store.begun() as connection:
            self._store.checked(connection, case_id, key, "draft")
            return tuple(_comment(row) for row in connection.execute(rows))

    def comment(self, case_id: str, key: str, sheet: str, row: str, heading: str, words: str) -> None:
        """Keep a comment on the cell in this row (the names in it) and column of a sheet.

        Raises:
            WordsError, FullCommentsError.
        """
        words = said(clean(words), *WORDS, message("store.comment"))
        with self._store.change(case_id, key, "comment") as (connection, _, by):
            here = CELL_COMMENTS.c.case_id == case_id
            number = (connection.scalar(select(func.max(CELL_COMMENTS.c.number)).where(here)) or 0) + 1
            if number > MOST:
                raise FullCommentsError(MOST)
            place = {"sheet": sheet, "row_name": row, "heading": heading}
            new = {"number": number, "saved": self._store.now().isoformat(), "who": by.label, "words": words}
            kept = {"answer": "", "answered_by": "", "closed": 0}
            connection.execute(insert(CELL_COMMENTS).values(case_id=case_id, **place, **new, **kept))

    def answer_comment(self, case_id: str, key: str, number: int, words: str) -> None:
        """Answer a comment; an earlier answer is replaced.

        Raises:
            WordsError, NoSuchCommentError.
        """
        words = said(clean(words), *WORDS, message("store.answer"))
        with self._store.change(case_id, key, "answer_comment") as (connection, _, by):
            _write(connection, case_id, number, answer=words, answered_by=by.label)

    def close_comment(self, case_id: str, key: str, number: int) -> None:
        """There is nothing left to do about a comment; it stays to be read.

        Raises:
            NoSuchCommentError.
        """
        with self._store.change(case_id, key, "close_comment") as (connection, _, _by):
            _write(connection, case_id, number, closed=1)


def _write(connection: Connection, case_id: str, number: int, **new: str | int) -> None:
    here = (CELL_COMMENTS.c.case_id == case_id) & (CELL_COMMENTS.c.number == number)
    if not connection.execute(update(CELL_COMMENTS).where(here).values(new)).rowcount:
        raise NoSuchCommentError


def _comment(row: Row[Any]) -> CellComment:
    state: CommentState = "closed" if row.closed else "answered" if row.answer else "open"
    place = (row.sheet, row.row_name, row.heading)
    return CellComment(row.number, *place, row.words, row.who, moment(row.saved), state, row.answer, row.answered_by)
