"""Paragraphs of a Word document: runs, links, fields and bookmarks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart
from markupsafe import Markup

from reports.blocks import Run
from reports.writers.inline import pieces, readable, starts_right_to_left, stretches
from reports.writers.word.word_xml import SPACES, Element, copied, el, q, val


@dataclass
class WordText:
    """Turns text of blocks into runs of one document."""

    part: DocumentPart
    styles: Mapping[str, str]
    """The id of each style by its name."""
    targets: Mapping[str, str]
    """The bookmark of each section by the id of the section."""
    _links: dict[str, str] = field(default_factory=dict)
    _placed: set[str] = field(default_factory=set)

    def runs(self, text: Markup) -> list[Element]:
        """The text as runs and links."""
        made = []
        for piece in pieces(text, self.targets):
            if piece.link is None:
                made += _runs(piece)
            else:
                made.append(self._link(piece.link, _runs(piece, self.styles["Hyperlink"])))
        return made

    def words(self, words: str, *, bold: bool = False) -> list[Element]:
        """Words without looks inside."""
        return _runs(Run(readable(words), bold=bold)) if words else []

    def link_inside(self, target: str, content: Sequence[Element]) -> Element:
        """A link to the bookmark `target`."""
        return self._link(f"#{target}", content)

    def place(self, section_id: str, content: Sequence[Element]) -> list[Element]:
        """The content as the place of a section, for links to it. Of two sections with one id the first has it."""
        if section_id in self._placed:
            return list(content)
        number = str(len(self._placed))
        self._placed.add(section_id)
        start = el("w:bookmarkStart", {"id": number, "name": self.targets[section_id]})
        return [start, *content, el("w:bookmarkEnd", {"id": number})]

    def paragraph(
        self,
        style: str,
        content: Sequence[Element],
        *,
        keep_next: bool | None = None,
        page_break: bool = False,
        list_id: str | None = None,
        space_before: int | None = None,
        align: str | None = None,
    ) -> Element:
        """A paragraph in a style of ours; what is None or False is left to the style.

        Args:
            style: name of the style in Word.
            list_id: the list it belongs to, see `styles.Lists`.
            space_before: in twentieths of a point.
            align: `left`, `right` or `center`.
        """
        about = el(
            "w:pPr",
            None,
            val("w:pStyle", self.styles[style]),
            None if keep_next is None else val("w:keepNext", int(keep_next)),
            el("w:pageBreakBefore") if page_break else None,
            el("w:numPr", None, val("w:ilvl", 0), val("w:numId", list_id)) if list_id else None,
            None if space_before is None else el("w:spacing", {"before": str(space_before)}),
            None if align is None else val("w:jc", align),
        )
        made = el("w:p", None, about)
        self.fill(made, content)
        return made

    def fill(self, paragraph: Element, content: Sequence[Element]) -> None:
        """Put content in an empty paragraph; one that starts in Arabic or Hebrew runs from right to left."""
        paragraph.extend(content)
        if paragraph.find(_BACKWARDS, SPACES) is not None and starts_right_to_left("".join(paragraph.itertext(_TEXT))):
            about = paragraph[0]
            later = next((place for place, child in enumerate(about) if child.tag in _AFTER_BIDI), len(about))
            about.insert(later, el("w:bidi"))

    def _link(self, address: str, content: Sequence[Element]) -> Element:
        if address.startswith("#"):
            return el("w:hyperlink", {"anchor": address[1:], "history": "1"}, *content)
        if address not in self._links:
            self._links[address] = self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return el("w:hyperlink", {"r:id": self._links[address], "history": "1"}, *content)


_TEXT = q("w:t")
_BACKWARDS = ".//w:rtl"
_AFTER_BIDI = (q("w:spacing"), q("w:jc"))


def code(instruction: str, shown: Sequence[Element] = ()) -> list[Element]:
    """A field that Word can fill in again, with what it shows until then."""
    return [
        *code_start(instruction),
        *shown,
        code_end(),
    ]


def code_start(instruction: str) -> list[Element]:
    """The runs before what a field shows."""
    return [
        el("w:r", None, el("w:fldChar", {"fldCharType": "begin"})),
        el("w:r", None, el("w:instrText", {"xml:space": "preserve"}, text=f" {instruction} ")),
        el("w:r", None, el("w:fldChar", {"fldCharType": "separate"})),
    ]


def code_end() -> Element:
    """The run after what a field shows."""
    return el("w:r", None, el("w:fldChar", {"fldCharType": "end"}))


def _runs(piece: Run, style: str | None = None) -> list[Element]:
    return [_run(text, piece, style, backwards) for text, backwards in stretches(piece.text)]


def _run(text: str, piece: Run, style: str | None, right_to_left: bool) -> Element:
    made = copied(_EMPTY_RUN)
    if piece.bold or piece.italic or style or right_to_left or piece.language:
        made.insert(
            0,
            el(
                "w:rPr",
                None,
                val("w:rStyle", style) if style else None,
                *([el("w:b"), el("w:bCs")] if piece.bold else []),
                *([el("w:i"), el("w:iCs")] if piece.italic else []),
                el("w:rtl") if right_to_left else None,
                val("w:lang", piece.language) if piece.language else None,
            ),
        )
    made[-1].text = text
    return made


_EMPTY_RUN = el("w:r", None, el("w:t", {"xml:space": "preserve"}))
