"""Tables of a Word document, built element by element: going through cells one by one takes Word's library too long."""

from collections.abc import Sequence

from reports.blocks import TableBlock, TableRow, plain
from reports.writers.column_widths import fitted
from reports.writers.inline import readable
from reports.writers.word.word_text import WordText
from reports.writers.word.word_xml import Element, copied, el, val
from texts.palette import PRINT

ALIGN = {"left": None, "right": "right", "centre": "center"}
LETTER, SMALL_LETTER = 100, 84
"""Width of a letter in a cell in twentieths of a point, about; a little too wide on purpose. Small letters keep words
whole in a table that is too full for the others."""
MOST_LINES = 30
"""A row with more lines may be cut by the end of a page; kept whole it might not fit on any page."""


def table(made: TableBlock, text: WordText, width: int) -> Element:
    """The table as wide as the page allows, its header row repeated on every page.

    Args:
        width: in twentieths of a point.
    """
    fit, style = fitted(made, width / LETTER), "Report Cell"
    if not fit.whole:
        fit, style = fitted(made, width / SMALL_LETTER), "Report Small Cell"
    widths = [round(width * share) for share in fit.shares]
    about = el(
        "w:tblPr",
        None,
        val("w:tblStyle", text.styles["Report Table"]),
        el("w:tblW", {"w": str(sum(widths)), "type": "dxa"}),
        el("w:tblLayout", {"type": "fixed"}),
        el(
            "w:tblLook",
            {"val": "06A0", "firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0"} | _BANDS,
        ),
        val("w:tblCaption", readable(made.caption)),
    )
    grid = el("w:tblGrid", None, *(el("w:gridCol", {"w": str(width)}) for width in widths))
    aligns = [ALIGN[column.align] for column in made.columns]
    titles = [text.words(column.title) for column in made.columns]
    long = _longest([column.title for column in made.columns], widths) > MOST_LINES
    header = el("w:tr", None, _row_look(whole=not long, header=True))
    header.extend(
        _cell(width, [text.paragraph(style, words, align=align, keep_next=True)])
        for width, words, align in zip(widths, titles, aligns, strict=True)
    )
    blanks = [
        _cell(width, [text.paragraph(style, (), align=align)]) for width, align in zip(widths, aligns, strict=True)
    ]
    rows = [_row(row, text, style, widths, blanks) for row in made.rows]
    return el("w:tbl", None, about, grid, header, *rows)


_BANDS = {"noHBand": "1", "noVBand": "1"}


def _row(row: TableRow, text: WordText, style: str, widths: Sequence[int], blanks: Sequence[Element]) -> Element:
    if row.band:
        content = text.paragraph(style, text.runs(row.cells[0]), keep_next=True)
        for run in content.iter(_RUN):
            _make_bold(run)
        return el("w:tr", None, _row_look(), _cell(sum(widths), [content], span=len(widths)))
    # Reading a cell takes time and makes it shorter, so cells that are short with markup and all are not read.
    long = _longest(row.cells, widths) > MOST_LINES and _longest([*map(plain, row.cells)], widths) > MOST_LINES
    made = el("w:tr", None, _row_look(whole=not long))
    for cell, blank in zip(row.cells, blanks, strict=True):
        filled = copied(blank)
        text.fill(filled[-1], text.runs(cell))
        made.append(filled)
    return made


_RUN = el("w:r").tag


def _make_bold(run: Element) -> None:
    look = run.find(el("w:rPr").tag)
    if look is None:
        look = el("w:rPr")
        run.insert(0, look)
    if look.find(el("w:b").tag) is None:
        place = 1 if look.find(el("w:rStyle").tag) is not None else 0
        look.insert(place, el("w:b"))
        look.insert(place + 1, el("w:bCs"))


def _row_look(*, whole: bool = True, header: bool = False) -> Element | None:
    if not (whole or header):
        return None
    return el("w:trPr", None, el("w:cantSplit") if whole else None, el("w:tblHeader") if header else None)


def _cell(width: int, content: Sequence[Element], span: int = 1) -> Element:
    about = el(
        "w:tcPr",
        None,
        el("w:tcW", {"w": str(width), "type": "dxa"}),
        val("w:gridSpan", span) if span > 1 else None,
        el("w:shd", {"val": "clear", "color": "auto", "fill": PRINT["band"].removeprefix("#")}) if span > 1 else None,
    )
    return el("w:tc", None, about, *content)


def _longest(cells: Sequence[str], widths: Sequence[int]) -> float:
    """Lines of the longest cell, about."""
    return max(len(cell) * LETTER / width for cell, width in zip(cells, widths, strict=True))
