"""Checks that more than one table of a case needs, cell by cell."""

from collections.abc import Container, Iterable

from files.problems import FileProblems, did_you_mean, shown
from files.tables import Row


def check_sources(row: Row, source_ids: Container[str] | None, problems: FileProblems) -> None:
    """Every source that a line names is in sources.csv."""
    for key in row.cells["source"].split():
        if source_ids is not None and key not in source_ids:
            problems.add(
                row.at("source"),
                f"source '{shown(key)}' is not in sources.csv. Add it there, or correct the id",
                f"bron '{shown(key)}' staat niet in sources.csv. Voeg hem daar toe, of verbeter de id",
            )


def check_word(row: Row, column: str, known: Iterable[str], problems: FileProblems) -> None:
    """A cell holds one of the words that the column knows."""
    known = list(known)
    word = row.cells[column]
    if word not in known:
        en, nl = did_you_mean(word, known)
        problems.add(
            row.at(column),
            f"'{shown(word)}' in column '{column}' is not one of the choices{en}",
            f"'{shown(word)}' in kolom '{column}' is geen van de keuzes{nl}",
        )


def check_both_languages(row: Row, column: str, problems: FileProblems) -> None:
    """A text is there in Dutch and in English."""
    for language in ("nl", "en"):
        if not row.cells[f"{column}_{language}"]:
            problems.add(
                row.at(f"{column}_{language}"),
                f"'{column}_{language}' is empty. Every text is needed in Dutch and in English",
                f"'{column}_{language}' is leeg. Elke tekst is nodig in het Nederlands en in het Engels",
            )
