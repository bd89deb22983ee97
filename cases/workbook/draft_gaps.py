"""The empty cells of a draft for which one answer may do: asked once, and filled in wherever nothing stands.

A sheet of 21 criteria lacks 63 texts. That the figures come from one study is one sentence, not 21.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from cases.workbook.draft import Draft
from cases.workbook.sheet_columns import Column
from cases.workbook.sheets import BY_KEY, Sheet
from files.fields import CASE_LANGUAGES

_KEYS = ("question", "place", "who_decides", "fixed > 1", "open > 1", "evidence", "range_rule > main",
         "range_rule > second")  # fmt: skip
_COLUMNS = (("alternatives", "governance"), ("themes", "about"), ("criteria", "noticed_by"), ("criteria", "about"),
            ("criteria", "derivation"), ("criteria", "range_why"), ("criteria", "time_place"), ("criteria", "level"),
            ("criteria", "monitor_topic"), ("effects", "source"), ("effects", "grade"))  # fmt: skip
EQUAL = "equal"
"""The id of the example in which every theme weighs the same."""

Kind = Literal["key", "column", "row", "reference", "profile"]


class OpenCells(NamedTuple):
    """Cells in which nothing stands, and that one answer fills."""

    kind: Kind
    sheet: str
    heading: str
    """A key in the sheet with the question, or a heading without its language."""
    times: int = 1
    row: int = 0
    """For ``row``: which one, from 0."""

    @property
    def name(self) -> str:
        """Of the question, for what holds its answer."""
        return f"{self.sheet}.{self.heading}.{self.row}"

    @property
    def column(self) -> Column:
        """Where the answer goes; of a text, that in the first language."""
        return _column(BY_KEY[self.sheet], self.heading)


def gaps(draft: Draft) -> tuple[OpenCells, ...]:
    """What may be asked, in the order in which it is best answered."""
    return tuple(_gaps(draft))


def _gaps(draft: Draft) -> Iterator[OpenCells]:
    for key in _KEYS:
        if not any(draft.cell(key, language) for language in CASE_LANGUAGES):
            yield OpenCells("key", "case", key)
    alternatives = draft.sheets["alternatives"]
    if not draft.cell("reference", "value") and alternatives.rows:
        yield OpenCells("reference", "case", "reference")
    for row in _empty(draft, "alternatives", "about"):
        yield OpenCells("row", "alternatives", "about", 1, row)
    for sheet, heading in _COLUMNS:
        if count := len(_empty(draft, sheet, heading)):
            yield OpenCells("column", sheet, heading, count)
    if not draft.sheets["profiles"].rows and draft.sheets["themes"].rows:
        yield OpenCells("profile", "profiles", EQUAL)


def filled_in(draft: Draft, answers: Mapping[str, str], language: str, equal: Mapping[str, str]) -> Draft:
    """The draft with each answer in the empty cells that it is about; what stands somewhere stays.

    Args:
        draft: as it is.
        answers: by the name of the gap; an empty one answers nothing.
        language: of what was typed.
        equal: the words of the example with equal weights, by heading without the language.
    """
    for gap in gaps(draft):
        answer = answers.get(gap.name, "").strip()
        if not answer:
            continue
        if gap.kind == "key":
            draft = draft.with_cell(gap.heading, language, answer)
        elif gap.kind == "reference":
            draft = draft.with_cell("reference", "value", answer)
        elif gap.kind == "profile":
            draft = _with_equal(draft, language, equal)
        elif (gap.sheet, gap.heading) == ("effects", "source"):
            draft, source = _with_source(draft, answer, language)
            draft = _with_column(draft, gap, source, language)
        else:
            draft = _with_column(draft, gap, answer, language)
    return draft


def _column(sheet: Sheet, heading: str) -> Column:
    return next(column for column in sheet.columns if column.heading in (heading, *_spoken(heading)))


def _spoken(heading: str) -> list[str]:
    return [f"{heading}_{language}" for language in CASE_LANGUAGES]


def _empty(draft: Draft, sheet: str, heading: str) -> list[int]:
    """The rows in which nothing stands below a heading, in any language. A figure that is not known needs no source."""
    found = draft.sheets[sheet]
    here = [found.headings.index(name) for name in (heading, *_spoken(heading)) if name in found.headings]
    value = found.headings.index("value") if sheet == "effects" else None
    return [number for number, row in enumerate(found.rows)
            if any(row) and not any(row[place] for place in here) and (value is None or row[value])]  # fmt: skip


def _with_column(draft: Draft, gap: OpenCells, answer: str, language: str) -> Draft:
    found = draft.sheets[gap.sheet]
    name = gap.heading if gap.heading in found.headings else f"{gap.heading}_{language}"
    place = found.headings.index(name)
    empty = {gap.row} if gap.kind == "row" else set(_empty(draft, gap.sheet, gap.heading))
    rows = [(*row[:place], answer, *row[place + 1 :]) if number in empty else row
            for number, row in enumerate(found.rows)]  # fmt: skip
    return draft.with_sheet(gap.sheet, tuple(rows))


def _with_source(draft: Draft, title: str, language: str) -> tuple[Draft, str]:
    found = draft.sheets["sources"]
    taken, number = set(found.column("id")), 1
    while f"S{number}" in taken:
        number += 1
    cells = {"id": f"S{number}", f"title_{language}": title[:300], "complete": "no"}
    row = tuple(cells.get(heading, "") for heading in found.headings)
    return draft.with_sheet("sources", (*found.rows, row)), f"S{number}"


def _with_equal(draft: Draft, language: str, words: Mapping[str, str]) -> Draft:
    found = draft.sheets["profiles"]
    said = {f"{heading}_{language}": text for heading, text in words.items()}
    cells = {"id": EQUAL, "kind": "view", "evidence": "assumption", **said}
    draft = draft.with_sheet("profiles", (tuple(cells.get(heading, "") for heading in found.headings),))
    headings = (*(name for name in draft.sheets["points"].headings if name != EQUAL), EQUAL)
    points = tuple(
        (theme, *[""] * (len(headings) - 2), "100") for theme in draft.sheets["themes"].column("id") if theme
    )
    return draft.with_sheet("points", points, headings)
