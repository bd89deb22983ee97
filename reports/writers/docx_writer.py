"""A report as a Word document that planners can edit, in our look or in that of their own template."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import count

from docx.document import Document as WordDocument

from reports.blocks import (
    Block,
    Callout,
    Figure,
    Form,
    Items,
    Paragraph,
    PictureBlock,
    ReportDocument,
    Section,
    TableBlock,
)
from reports.writers.contents_list import ContentsEntry, announced, day_of, paper_outline, starts_wide
from reports.writers.images import ChartImage
from reports.writers.inline import readable
from reports.writers.picture_kind import picture_kind
from reports.writers.word.content_controls import content_control
from reports.writers.word.drawing import drawing
from reports.writers.word.filled_template import fill
from reports.writers.word.package import packed
from reports.writers.word.pages import TWIPS_PER_MM, Pages, carrier, count_pages_on_opening, first_pages, number_pages
from reports.writers.word.styles import Lists, completed, spelling
from reports.writers.word.word_tables import table
from reports.writers.word.word_template import empty_document, whole_document
from reports.writers.word.word_text import WordText, code, code_end, code_start
from reports.writers.word.word_xml import Element, el, q
from texts import Words, words

WIDEST_PICTURE = 170.0
"""Millimetres."""
DEEPEST_HEADING = 4
DEEPEST_INSIDE = 2
"""Level of the headings in a part that is filled in, below the heading that a template gives it."""
PIXEL = 25.4 / 96
"""Millimetres per pixel of a picture shown at its own size."""
STYLES = {"plain": "Normal", "lead": "Report Lead", "note": "Report Note", "to_do": "Report To Do"}


def write_docx(document: ReportDocument, images: Mapping[str, ChartImage], template: bytes | None = None) -> bytes:
    """The report as a .docx file; the same report gives the same bytes.

    Headings, captions, lists and tables have real styles. A template gives styles, page, header and footer: a style of
    ours (see `templates/word/word/styles.xml`) is added only where the template has none of that name.

    Args:
        images: the picture of each figure by its id. A figure without one is told in words.
        template: a .docx or .dotx file; None for our own look.

    Raises:
        TemplateError: a template that is damaged, too large, holds macros or fetches something from elsewhere.
    """
    word = empty_document(template)
    text = words(document.language)
    styles = completed(word, document.language)
    targets = {section.id: f"_Ref{number:08d}" for number, section in enumerate(document.all(Section), 1)}
    lines = WordText(word.part, styles, targets)
    pages = first_pages(word)
    number_pages(word, lines, text)
    writer = _Writer(word, lines, pages, Lists(word, styles), text, images)
    writer.front(document)
    for section in document.sections:
        writer.section(section, 1)
    writer.finish()
    _describe(word, document, text)
    return packed(word.part.package)


def write_filled(
    document: ReportDocument, template: bytes, fields: Mapping[str, str], parts: Mapping[str, Section], mark: str = ""
) -> bytes:
    """A template of somebody else with its content controls filled and its own text kept.

    Args:
        document: for title and language.
        fields: words by tag, in small letters.
        parts: sections by tag; their headings are left to the template.
        mark: stands above everything on the first page; nothing when empty.

    Raises:
        TemplateError: as `write_docx`.
    """
    word = whole_document(template)
    text = words(document.language)
    styles = completed(word, document.language)
    targets = {section.id: f"_Ref{number:08d}" for number, section in enumerate(document.all(Section), 1)}
    lines = WordText(word.part, styles, targets)
    writer = _Writer(word, lines, first_pages(word), Lists(word, styles), text, {})
    fill(word, lines, fields, {tag: partial(writer.inside, section) for tag, section in parts.items()})
    if mark:
        word.element.body.insert(0, lines.paragraph("Report Box Title", lines.words(mark)))
    _describe(word, document, text)
    return packed(word.part.package)


class _Writer:
    """Adds blocks to the body of a document."""

    def __init__(
        self,
        word: WordDocument,
        lines: WordText,
        pages: Pages,
        lists: Lists,
        text: Words,
        images: Mapping[str, ChartImage],
    ) -> None:
        self._word, self._lines, self._pages, self._lists = word, lines, pages, lists
        self._text, self._images = text, images
        self._content: list[Element] = []
        self._wide = False
        self._runs_of_pages = 0
        self._kept = False
        self._tables, self._figures, self._pictures = count(1), count(1), count(1)

    def front(self, document: ReportDocument) -> None:
        """Title, facts and table of contents."""
        self._add("Title", self._lines.words(document.title))
        self._add("Subtitle", self._lines.words(document.subtitle))
        facts = [
            [*self._lines.words(f"{name}: ", bold=True), *self._lines.words(value)] for name, value in document.facts
        ]
        if not document.contents:  # on one line: the first page begins right below
            facts = [[run for fact in facts for run in (*fact, *self._lines.words(". "))]]
        for fact in facts:
            self._add("Report Facts", fact)
        if entries := paper_outline(document):
            self._content.append(self._contents(entries))
            count_pages_on_opening(self._word)

    def section(self, section: Section, level: int) -> None:
        """A heading with everything under it."""
        wide = starts_wide(section)
        turned = self._turn(wide)
        heading = self._lines.place(section.id, self._lines.words(section.title))
        self._add(f"heading {min(level, DEEPEST_HEADING)}", heading, page_break=section.new_page and not turned)
        for block, announces in zip(section.blocks, announced(section), strict=True):
            if isinstance(block, Section):
                self.section(block, level + 1)
                wide = section.wide
            else:
                self._turn(wide)
                self._block(block, announces=announces)

    def inside(self, section: Section) -> list[Element]:
        """What stands under the heading of a section, on pages of one kind, for another document to take up."""
        self._content, self._kept = [], True
        for block, announces in zip(section.blocks, announced(section), strict=True):
            if isinstance(block, Section):
                self.section(block, DEEPEST_INSIDE)
            else:
                self._block(block, announces=announces)
        return self._content

    def finish(self) -> None:
        """Put everything in the document."""
        if self._content[-1].tag == q("w:tbl"):
            self._add("Normal", ())  # a document ends in a paragraph
        body = self._word.element.body
        for child in list(body):
            body.remove(child)
        body.extend([*self._content, self._properties()])

    def _block(self, block: Block, announces: bool) -> None:
        """Anything but a section. A paragraph that announces a list is not left behind on the page before it."""
        lines = self._lines
        match block:
            case Paragraph(style="to_do"):
                self._add(
                    STYLES["to_do"],
                    [*lines.words(self._text("writers.to_do") + " ", bold=True), *lines.runs(block.text)],
                )
            case Paragraph():
                self._add(STYLES[block.style], lines.runs(block.text), keep_next=announces or None)
            case Form():
                self._form(block)
            case Items():
                self._items(block)
            case Callout():
                self._add("Report Box Title", lines.words(block.title), keep_next=True)
                for place, line in enumerate(block.text, 1):
                    self._add("Report Box", lines.runs(line), keep_next=place < len(block.text))
            case TableBlock():
                self._caption("writers.table", self._tables, block.caption, keep_next=True)
                width, _ = self._pages.room(self._wide)
                self._content.append(table(block, lines, int(width * TWIPS_PER_MM)))
                if block.note:
                    self._add("Report Note", lines.runs(block.note))
            case Figure():
                image = self._images.get(block.id)
                self._picture(None if image is None else image.png, block, None if image is None else image.width_px)
            case PictureBlock():
                self._picture(block.data, block, None)

    def _items(self, found: Items) -> None:
        """A list; with numbers of its own, which others name, it is no list that Word counts."""
        lines = self._lines
        if found.marks:
            for mark, item in zip(found.marks, found.items, strict=True):
                start = [*lines.words(mark, bold=True), el("w:r", None, el("w:tab"))]
                self._add("Report Decision", [*start, *lines.runs(item)])
            return
        style = "List Number" if found.numbered else "List Bullet"
        list_id = self._lists.numbers() if found.numbered else self._lists.bullets()
        for item in found.items:
            self._add(style, lines.runs(item), list_id=list_id)

    def _form(self, form: Form) -> None:
        """A content control for each field, with what somebody wrote or with what asks for it."""
        lines = self._lines
        for field in form.fields:
            style = STYLES["plain" if field.value else "to_do"] if not form.cover else "Report Facts"
            shown = lines.words(field.value or field.prompt)
            self._add(style, [*lines.words(f"{field.label}: ", bold=True), content_control(field, shown)])

    def _picture(self, data: bytes | None, block: Figure | PictureBlock, width_px: int | None) -> None:
        """A picture at its own size, or smaller where the page is."""
        kind = None if data is None else picture_kind(data)
        if data is None or kind is None:
            self._add(
                "Report Note", self._lines.words(self._text("writers.picture_missing", alt=block.alt)), keep_next=True
            )
        else:
            across, down = self._pages.room(self._wide)
            width = (width_px or kind.width) * PIXEL
            height = width * kind.height / kind.width
            shrink = min(1, min(across, WIDEST_PICTURE) / width, down * 0.8 / height)
            number = next(self._pictures)
            run = drawing(self._word.part, data, kind, number, block.alt, width * shrink, height * shrink)
            self._add("Report Figure", [run], keep_next=True)
        self._caption("writers.figure", self._figures, block.caption, keep_next=False)

    def _caption(self, kind: str, numbers: "count[int]", caption: str, *, keep_next: bool) -> None:
        name, lines = self._text(kind), self._lines
        number = code(f"SEQ {name} \\* ARABIC", lines.words(str(next(numbers))))
        self._add("caption", [*lines.words(f"{name} "), *number, *lines.words(f". {caption}")], keep_next=keep_next)

    def _contents(self, entries: Sequence[ContentsEntry]) -> Element:
        """The table of contents as Word makes it, already filled in; page numbers come when Word counts the pages."""
        lines = self._lines
        deepest = max(entry.level for entry in entries)
        made = [lines.paragraph("TOC Heading", lines.words(self._text("writers.contents")))]
        for place, entry in enumerate(entries):
            target = lines.targets[entry.section.id]
            title = [*lines.words(entry.section.title), el("w:r", None, el("w:tab")), *code(f"PAGEREF {target} \\h")]
            start = code_start(f'TOC \\o "1-{deepest}" \\h \\z') if place == 0 else []
            made.append(lines.paragraph(f"toc {entry.level}", [*start, lines.link_inside(target, title)]))
        hint = [*lines.words(self._text("writers.contents_update")), code_end()]
        made.append(lines.paragraph("Report Note", hint))
        gallery = el("w:docPartObj", None, el("w:docPartGallery", {"val": "Table of Contents"}), el("w:docPartUnique"))
        return el("w:sdt", None, el("w:sdtPr", None, gallery), el("w:sdtContent", None, *made))

    def _add(self, style: str, content: Sequence[Element], **look: bool | str | None) -> None:
        after_table = bool(self._content) and self._content[-1].tag == q("w:tbl") and style in ("Normal", "Report Lead")
        before = 160 if after_table else None
        self._content.append(self._lines.paragraph(style, content, space_before=before, **look))

    def _turn(self, wide: bool) -> bool:
        """Go on on pages of the other kind; False when they are of that kind already, or are those of a template."""
        if self._kept or wide == self._wide:
            return False
        properties = self._properties()
        last = self._content[-1]
        if last.tag == q("w:p"):
            last[0].append(properties)
        else:
            self._content.append(carrier(self._lines, properties))
        self._wide = wide
        return True

    def _properties(self) -> Element:
        self._runs_of_pages += 1
        return self._pages.properties(self._wide, first=self._runs_of_pages == 1)


def _describe(word: WordDocument, document: ReportDocument, text: Words) -> None:
    """Title and language for who searches or listens; nothing about who made the file or when it was saved."""
    about = word.core_properties
    for child in list(about._element):
        about._element.remove(child)
    # Word takes no more than 255 characters here.
    about.title = readable(document.title)[:255]
    about.subject = readable(document.subtitle)[:255]
    about.language = spelling(document.language)
    about.author = text("app.name")
    if day := day_of(document):
        about.created = about.modified = datetime(day.year, day.month, day.day)
