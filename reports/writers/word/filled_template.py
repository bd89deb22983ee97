"""A municipality's own template, filled: each content control gets what its tag asks for, and all other text stays."""

from collections.abc import Callable, Mapping, Sequence

from docx.document import Document as WordDocument

from reports.writers.word.word_template import controls
from reports.writers.word.word_text import WordText
from reports.writers.word.word_xml import Element, copied, el, q

_HOLDERS = (q("w:body"), q("w:tc"), q("w:sdtContent"), q("w:hdr"), q("w:ftr"))
_GONE = ("w:showingPlcHdr", "w:dataBinding", "w:text", "w:date", "w:placeholder")
"""What would keep a control from holding what is put in it: a file of its own, or a kind with room for one line."""


def fill(
    word: WordDocument,
    lines: WordText,
    fields: Mapping[str, str],
    parts: Mapping[str, Callable[[], Sequence[Element]]],
) -> None:
    """Put text in the controls of a document.

    Args:
        fields: words by tag, in small letters; a control of which the words are empty stays as it is.
        parts: by tag what makes the elements of a part. Inside a paragraph it becomes words.
    """
    for tag, control in controls(word):
        name, content = tag.lower(), control.find(q("w:sdtContent"))
        if content is None:
            continue
        if name in parts:
            _put(control, content, parts[name](), lines)
        elif fields.get(name):
            _put(control, content, [lines.paragraph("Normal", lines.words(fields[name]))], lines)


def _put(control: Element, content: Element, made: Sequence[Element], lines: WordText) -> None:
    """The elements in a control: as they are among paragraphs, in its cell, or as words inside a paragraph."""
    about = control.find(q("w:sdtPr"))
    for name in _GONE:
        for old in about.findall(q(name)):
            about.remove(old)
    cell = content.find(q("w:tc"))
    if cell is not None:
        for child in [child for child in cell if child.tag != q("w:tcPr")]:
            cell.remove(child)
        cell.extend([*made, *([] if made[-1].tag == q("w:p") else [lines.paragraph("Normal", ())])])
    elif control.getparent().tag in _HOLDERS and content.find(q("w:r")) is None:
        _replace(content, made)
    else:
        _replace(content, _words(content, made))


def _words(content: Element, made: Sequence[Element]) -> list[Element]:
    """The words of the elements with a break between paragraphs, in the look of what stood there."""
    look = content.find(f"{q('w:r')}/{q('w:rPr')}")
    style = None if look is None else look.find(q("w:rStyle"))
    if style is not None:  # of what asked for words
        look.remove(style)
    found: list[Element] = []
    for paragraph in (inner for element in made for inner in element.iter(q("w:p"))):
        run = el("w:r", None, None if look is None else copied(look), el("w:br") if found else None)
        run.append(el("w:t", {"xml:space": "preserve"}, text="".join(paragraph.itertext(q("w:t")))))
        found.append(run)
    return found


def _replace(content: Element, made: Sequence[Element]) -> None:
    for child in list(content):
        content.remove(child)
    content.extend(made)
