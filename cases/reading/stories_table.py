"""The stories of a case: stories.csv."""

from collections.abc import Container
from typing import get_args

from cases.checks.cell_checks import check_word, text_there
from cases.definition.story import Kind, Story
from cases.reading.case_ids import Outline
from cases.reading.claims import read_claims
from files.fields import yes_or_no
from files.problems import FileProblems
from files.tables import Row, Table

STORY_COLUMNS = (
    "id", "criterion", "alternative", "role_nl", "role_en", "text_nl", "text_en", "consent", "moderated", "source",
    "kind",
)  # fmt: skip

LONGEST = 280
"""Characters of one story: long enough for a point, short enough to hear both sides."""


def read_stories(
    table: Table, case: Outline | None, source_ids: Container[str] | None, problems: FileProblems
) -> tuple[Story, ...]:
    """The stories in the order of the file; only those with consent that were read beforehand may be in it.

    Args:
        table: stories.csv.
        case: what case.yaml says; None when it cannot be read, and then only the cells themselves are checked.
        source_ids: what sources.csv holds; None when it cannot be read.
        problems: gets every mistake. The answer is complete only when nothing was noted.
    """
    found = read_claims(
        table, case, source_ids, problems,
        named=("criterion",), perhaps=("alternative",), once=(("id",), "stories.double"),
    )  # fmt: skip
    stories = []
    for row, _, _ in found:
        _check(row, problems)
        stories.append(_story(row, problems))
    return tuple(stories)


def _check(row: Row, problems: FileProblems) -> None:
    cells = row.cells
    if not cells["id"]:
        problems.add(row.at("id"), "stories.no_id")
    check_word(row, "kind", get_args(Kind), problems)
    for column in ("text_nl", "text_en"):
        if len(cells[column]) > LONGEST:
            problems.add(row.at(column), "stories.too_long", column=column, length=len(cells[column]), most=LONGEST)
    for column in ("consent", "moderated"):
        if not yes_or_no(cells[column]):
            problems.add(row.at(column), "stories.no_consent", column=column)
    if cells["kind"] in ("quote", "summary") and not cells["source"]:
        problems.add(row.at("source"), "stories.no_source")


def _story(row: Row, problems: FileProblems) -> Story:
    """The story as it stands; what is wrong with it is noted."""
    cells = row.cells
    return Story(
        id=cells["id"],
        criterion=cells["criterion"],
        alternative=cells["alternative"] or None,
        role=text_there(row, "role", problems),
        text=text_there(row, "text", problems),
        sources=tuple(cells["source"].split()),
        kind=cells["kind"],  # type: ignore[arg-type]  # a word of the list, or that is noted
        line=row.line,
    )
