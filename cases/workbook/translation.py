"""The texts of a draft in one language beside those in another, and which of them are not there yet."""

from typing import NamedTuple

from cases.workbook.draft import Draft
from cases.workbook.sheet_language import parts
from cases.workbook.sheets import SHEETS, Sheet


class TextPair(NamedTuple):
    """One text with its translation, which may be empty; or the other way round."""

    sheet: str
    """Key of the sheet."""
    row: int
    """From 0."""
    base: str
    """The heading of both columns without the language; empty in a sheet with keys."""
    words: str
    translation: str

    def heading(self, language: str) -> str:
        """Of the column with the text in a language."""
        return f"{self.base}_{language}" if self.base else language


def text_pairs(draft: Draft, language: str, other: str) -> tuple[TextPair, ...]:
    """Every text of a draft that is there in one of two languages, in the order of the sheets.

    Args:
        draft: whole or not.
        language: of the words.
        other: of the translation.
    """
    return tuple(pair for sheet in SHEETS for pair in _in_sheet(draft, sheet, language, other))


def _in_sheet(draft: Draft, sheet: Sheet, language: str, other: str) -> list[TextPair]:
    found = draft.sheets[sheet.key]
    bases = [parts(column)[0] for column in sheet.columns if parts(column)[1] == language]
    pairs = []
    for number, row in enumerate(found.rows):
        cells = dict(zip(found.headings, row, strict=True))
        for base in bases:
            pair = TextPair(sheet.key, number, "" if base == "words" else base, "", "")
            words, translation = (cells.get(pair.heading(code), "").strip() for code in (language, other))
            if words or translation:
                pairs.append(pair._replace(words=words, translation=translation))
    return pairs


def with_translation(draft: Draft, pair: TextPair, language: str, words: str) -> Draft:
    """The draft with other words for a text in a language."""
    found = draft.sheets[pair.sheet]
    rows = [list(row) for row in found.rows]
    rows[pair.row][found.headings.index(pair.heading(language))] = words.strip()
    return draft.with_sheet(pair.sheet, tuple(map(tuple, rows)), found.headings)
