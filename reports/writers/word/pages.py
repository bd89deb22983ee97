"""The pages of a Word document: upright, and on their side for wide tables."""

from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.section import Section as WordSection
from docx.shared import Mm

from reports.writers.word.word_text import WordText, code
from reports.writers.word.word_xml import Element, el, get, q
from texts import Words

TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True)
class Pages:
    """The page that the document starts with, and the same page turned."""

    section: WordSection

    def room(self, wide: bool) -> tuple[float, float]:
        """Width and height in millimetres between the margins; A4 and 20 mm where the document says none."""
        page = self.section
        across, down = sorted((_mm(page.page_width, 210), _mm(page.page_height, 297)), reverse=wide or self._on_side)
        sides = _mm(page.left_margin, 20) + _mm(page.right_margin, 20) + _mm(page.gutter, 0)
        return max(60, across - sides), max(60, down - _mm(page.top_margin, 20) - _mm(page.bottom_margin, 20))

    def properties(self, wide: bool, first: bool) -> Element:
        """What stands at the end of a run of pages: their size and, for the first run, headers and footers.

        Later runs take headers and footers over and go on counting pages.
        """
        made = deepcopy(self.section._sectPr)  # the library has no public way to copy a section
        if not first:
            for name in ("w:headerReference", "w:footerReference", "w:pgNumType", "w:titlePg"):
                for old in made.findall(q(name)):
                    made.remove(old)
        if wide and not self._on_side:
            page = WordSection(made, self.section._document_part)
            page.page_width, page.page_height = page.page_height, page.page_width
            page.orientation = WD_ORIENTATION.LANDSCAPE
        return made

    @property
    def _on_side(self) -> bool:
        return _mm(self.section.page_width, 210) > _mm(self.section.page_height, 297)


def first_pages(word: WordDocument) -> Pages:
    """The pages of an empty document. A document without a size of page gets A4 with margins of 20 mm."""
    section = word.sections[0]
    if section.page_width is None or section.page_height is None:
        section.page_width, section.page_height = Mm(210), Mm(297)
    return Pages(section)


def number_pages(word: WordDocument, text: WordText, words: Words) -> None:
    """`Pagina 2 van 9` in the footer, unless the template has a footer of its own."""
    if any(get(found, "w:type") == "default" for found in word.sections[0]._sectPr.findall(q("w:footerReference"))):
        return
    footer = word.sections[0].footer
    footer.is_linked_to_previous = False
    before, between, after = words("writers.page", page="\n", pages="\n").split("\n")
    content = [
        *text.words(before),
        *code("PAGE", text.words("1")),
        *text.words(between),
        *code("NUMPAGES", text.words("1")),
        *text.words(after),
    ]
    body = footer._element
    for old in list(body):
        body.remove(old)
    body.append(text.paragraph("footer", content))


def count_pages_on_opening(word: WordDocument) -> None:
    """Have Word fill in the page numbers of the contents: it asks once whether it may, and only Word can count them."""
    settings = word.settings.element
    behind = (q(f"w:{name}") for name in _AFTER_UPDATE)
    later = [found for name in behind if (found := settings.find(name)) is not None]
    made = el("w:updateFields", {"val": "true"})
    if later:
        min(later, key=settings.index).addprevious(made)
    else:
        settings.append(made)


_AFTER_UPDATE = (
    "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol", "listSeparator",
)  # fmt: skip
"""What stands behind it in the settings of a Word file, by the standard."""


def carrier(text: WordText, properties: Element) -> Element:
    """A paragraph without height that ends a run of pages where the last thing is a table."""
    made = text.paragraph("Normal", ())
    about = made[0]
    about.append(el("w:spacing", {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}))
    about.append(el("w:rPr", None, el("w:sz", {"val": "2"})))
    about.append(properties)
    return made


def _mm(length: object, otherwise: float) -> float:
    return otherwise if length is None else length.mm
