"""Slides as a PowerPoint file: a section of the document is a slide, with its heading as the title.

Letters are as large as fits: the room that text takes is worked out beforehand, because a file of slides does not flow.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches, Pt

from reports.blocks import Block, Figure, Items, Paragraph, ReportDocument, Section, TableBlock, plain
from reports.writers.contents_list import day_of
from reports.writers.images import ChartImage
from reports.writers.inline import pieces, readable
from reports.writers.word.styles import spelling
from texts.palette import PRINT

WIDTH, HEIGHT = 13.333, 7.5
"""Inches: the shape of most screens."""
LEFT, TOP, FOOT = 0.6, 1.35, 0.45
ROOM = WIDTH - 2 * LEFT
TITLE_ONLY = 5
"""The layout with a title only, in the template of the library."""
NOTE = 0.75
LARGEST, SMALLEST, SMALLEST_CELL = 24, 12, 9
"""Points of letters."""
LETTER, LINE = 0.54, 1.25
"""Width of a letter and height of a line, as a part of its size, a little too large on purpose."""
_DAY = (1980, 1, 1, 0, 0, 0)


def write_pptx(document: ReportDocument, images: Mapping[str, ChartImage]) -> bytes:
    """The slides; the same document gives the same bytes."""
    show = Presentation()
    show.slide_width, show.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for number, section in enumerate(document.sections, 1):
        _slide(show, document, section, images, f"{number} / {len(document.sections)}")
    about = show.core_properties
    about.title, about.subject = readable(document.title)[:255], readable(document.subtitle)[:255]
    about.author, about.last_modified_by, about.language = "Waardenweger", "", spelling(document.language)
    if day := day_of(document):
        about.created = about.modified = datetime(day.year, day.month, day.day)
    kept = io.BytesIO()
    show.save(kept)
    return _dated(kept.getvalue())


def _dated(data: bytes) -> bytes:
    """The same file without the time at which it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in given.namelist():
            archive.writestr(zipfile.ZipInfo(name, _DAY), given.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _slide(show: Any, document: ReportDocument, section: Section, images: Mapping[str, ChartImage], page: str) -> None:
    slide = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = Inches(LEFT), Inches(0.35), Inches(ROOM), Inches(0.9)
    _write(title.text_frame, [(escape(section.title), "")], 28, document.language, bold=True)
    title.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    room = HEIGHT - TOP - FOOT - 0.15
    words = [block for block in section.blocks if isinstance(block, Paragraph | Items)]
    table = next((block for block in section.blocks if isinstance(block, TableBlock)), None)
    figure = next((block for block in section.blocks if isinstance(block, Figure)), None)
    top = TOP
    if words:
        lines = [line for block in words for line in _lines(block)]
        size = _size([plain(text) for text, _ in lines], ROOM, room, LARGEST, SMALLEST)
        box = slide.shapes.add_textbox(Inches(LEFT), Inches(top), Inches(ROOM), Inches(room))
        _write(box.text_frame, lines, size, document.language)
    if table is not None:
        _table(slide, table, top, room - (NOTE if table.note else 0), document.language)
        if table.note:
            note = slide.shapes.add_textbox(Inches(LEFT), Inches(HEIGHT - FOOT - NOTE), Inches(ROOM), Inches(NOTE))
            size = _size([plain(table.note)], ROOM, NOTE, SMALLEST, SMALLEST_CELL)
            _write(note.text_frame, [(table.note, "")], size, document.language)
    if figure is not None and (image := images.get(figure.id)) is not None and image.png:
        _picture(slide, figure, image, top, room)
    foot = slide.shapes.add_textbox(Inches(LEFT), Inches(HEIGHT - FOOT), Inches(ROOM), Inches(0.35))
    _write(foot.text_frame, [(escape(f"{document.title}  {page}"), "")], 11, document.language)


def _lines(block: Block) -> Iterable[tuple[Markup, str]]:
    """Each line with what stands before it."""
    if isinstance(block, Paragraph):
        yield block.text, ""
    elif isinstance(block, Items):
        marks = block.marks or ("\N{BULLET}",) * len(block.items)
        for mark, item in zip(marks, block.items, strict=True):
            yield item, f"{mark} "


def _size(lines: list[str], width: float, height: float, largest: int, smallest: int) -> int:
    """The largest letters with which the lines fit in a room of so many inches."""
    for size in range(largest, smallest, -1):
        letters = width * 72 / (size * LETTER)
        count = sum(1 + int(len(line) / letters) + 0.35 for line in lines)
        if count * size * LINE <= height * 72:
            return size
    return smallest


def _write(frame: Any, lines: Iterable[tuple[Markup, str]], size: int, language: str, *, bold: bool = False) -> None:
    frame.word_wrap = True
    for place, (text, before) in enumerate(lines):
        line = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        line.space_after = Pt(size * 0.3)
        found = [(before, False, False)] if before else []
        found += [(run.text, run.bold, run.italic) for run in pieces(text, {})]
        for words, heavy, slanted in found:
            run = line.add_run()
            run.text = words
            run.font.size, run.font.bold, run.font.italic = Pt(size), heavy or bold or None, slanted or None
            run.font.color.rgb = RGBColor.from_string(PRINT["ink"].removeprefix("#"))
            run._r.get_or_add_rPr().set("lang", spelling(language))


def _table(slide: Any, table: TableBlock, top: float, room: float, language: str) -> None:
    rows, columns = len(table.rows) + 1, len(table.columns)
    total = sum(column.width for column in table.columns)
    widths = [ROOM * column.width / total for column in table.columns]
    size = _cell_size(table, widths, room)
    shape = slide.shapes.add_table(rows, columns, Inches(LEFT), Inches(top), Inches(ROOM), Inches(0.3 * rows))
    shape._element.nvGraphicFramePr.cNvPr.set("descr", readable(table.caption))
    made = shape.table
    for place, width in enumerate(widths):
        made.columns[place].width = Inches(width)
    lines = [tuple(escape(column.title) for column in table.columns), *(row.cells for row in table.rows)]
    for row, cells in enumerate(lines):
        for column, text in enumerate(cells):
            cell = made.cell(row, column)
            cell.margin_top = cell.margin_bottom = Inches(0.03)
            cell.fill.solid()
            cell.fill.fore_color.rgb = RGBColor.from_string(PRINT["pale" if row == 0 else "paper"].removeprefix("#"))
            _write(cell.text_frame, [(text, "")], size, language, bold=row == 0)


def _cell_size(table: TableBlock, widths: list[float], room: float) -> int:
    lines = [[column.title for column in table.columns], *([plain(cell) for cell in row.cells] for row in table.rows)]
    for size in range(18, SMALLEST_CELL, -1):
        letters = [(width - 0.2) * 72 / (size * LETTER) for width in widths]
        if all(_whole(cell, fit) for cells in lines for cell, fit in zip(cells, letters, strict=True)):
            deepest = (
                max(1 + int(len(cell) / fit) for cell, fit in zip(cells, letters, strict=True)) for cells in lines
            )
            if sum(count * size * LINE + size * 0.3 + 5 for count in deepest) <= room * 72:
                return size
    return SMALLEST_CELL


def _whole(cell: str, letters: float) -> bool:
    """No word is cut on a line of so many letters."""
    return max(map(len, cell.split()), default=0) <= letters


def _picture(slide: Any, figure: Figure, image: ChartImage, top: float, room: float) -> None:
    """As large as fits, with its words for who cannot see it."""
    scale = min(ROOM / image.width_px, room / image.height_px)
    width, height = image.width_px * scale, image.height_px * scale
    left = LEFT + (ROOM - width) / 2
    shape = slide.shapes.add_picture(io.BytesIO(image.png), Inches(left), Inches(top), Inches(width), Inches(height))
    shape._element.nvPicPr.cNvPr.set("descr", readable(figure.alt))
