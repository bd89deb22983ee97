"""Checks that more than one table of a case needs, cell by cell."""

from collections.abc import Container, Iterable

from files.fields import CASE_LANGUAGES, Text
from files.problems import FileProblems, shown, suggestion
from files.tables import Row, text_in


def check_sources(row: Row, source_ids: Container[str] | None, problems: FileProblems) -> None:
    """Every source that a line names is in sources.csv."""
    for key in row.cells["source"].split():
        if source_ids is not None and key not in source_ids:
            problems.add(row.at("source"), "sources.unknown", key=shown(key))


def check_word(row: Row, column: str, known: Iterable[str], problems: FileProblems) -> None:
    """A cell holds one of the words that the column knows."""
    known = list(known)
    word = row.cells[column]
    if word not in known:
        problems.add(row.at(column), "cells.no_choice", word=shown(word), column=column, end=suggestion(word, known))


def text_there(row: Row, column: str, problems: FileProblems) -> Text:
    """A text that is needed, in one language or in both; a dash where it is missing, which is noted."""
    found = text_in(row.cells, column)
    if found is None:
        problems.add(row.at(f"{column}_{CASE_LANGUAGES[0]}"), "cells.text_empty", column=column)
    return found or Text(nl="-")
