"""Comments of colleagues put into a finished Word report, beside the first place that names what they are about."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LONGEST_INITIALS = 3


@dataclass(frozen=True)
class ReportComment:
    """One comment, with the names by which its place is found."""

    names: tuple[str, ...]
    """As the report says them: of the criterion, of the alternative; the more of them a place has, the better."""
    words: str
    who: str
    """A role."""


def with_comments(data: bytes, comments: Iterable[ReportComment]) -> bytes:
    """The same .docx with the comments in it. One whose place is not in the report stands at its title."""
    word = Document(io.BytesIO(data))
    for comment in comments:
        runs = _place(word, comment.names)
        if runs:
            initials = "".join(part[0] for part in comment.who.split())[:LONGEST_INITIALS].upper()
            word.add_comment(runs=list(runs), text=comment.words, author=comment.who, initials=initials)
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _place(word: WordDocument, names: Sequence[str]) -> Sequence[Run]:
    """The cell where a row and a column have the names; otherwise the first text with one of them, or the title."""
    if len(names) > 1:
        for table in word.tables:
            found = _cell(table, names)
            if found:
                return found
    texts = list(_paragraphs(word))
    for name in names:
        for paragraph in texts:
            if name in paragraph.text and paragraph.runs:
                return paragraph.runs
    return next((paragraph.runs for paragraph in texts if paragraph.runs), ())


def _cell(table: Table, names: Sequence[str]) -> Sequence[Run]:
    rows = [row.cells for row in table.rows]
    if not rows:
        return ()
    for column, head in enumerate(rows[0]):
        for row in rows[1:]:
            for one, other in (names[:2], names[1::-1]):
                if column and len(row) > column and _named(head.text, one) and _named(row[0].text, other):
                    return next((found.runs for found in row[column].paragraphs if found.runs), ())
    return ()


def _named(text: str, name: str) -> bool:
    """Whether a heading is that of the name: a letter, a unit or a mark may stand behind it."""
    rest = text.strip().removeprefix(name)
    return rest != text.strip() and not rest[:1].isalnum()


def _paragraphs(word: WordDocument) -> Iterator[Paragraph]:
    yield from word.paragraphs
    for table in word.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs
