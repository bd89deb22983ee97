"""The styles of a report: those of the template, completed with ours where it has none of that name."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.numbering import NumberingPart
from lxml import etree

from reports.writers.word.word_template import own_part
from reports.writers.word.word_xml import Element, el, get, q, val
from texts.languages import KNOWN


class Lists:
    """Bullets and numbers. Each numbered list starts again at 1."""

    def __init__(self, word: WordDocument, styles: Mapping[str, str]) -> None:
        self._root = _numbering(word)
        self._bullet = self._of_style(word, styles["List Bullet"])
        self._own_bullet: str | None = None
        self._number = self._of_style(word, styles["List Number"])

    def bullets(self) -> str | None:
        """The id that the paragraphs of a list with bullets carry; None when their style says it."""
        if self._bullet is None and self._own_bullet is None:
            self._own_bullet = self._added("1")
        return self._own_bullet

    def numbers(self) -> str:
        """The id for one numbered list: the next call gives another one, which starts at 1 too."""
        if self._number is None:
            self._number = self._added("2")
        first = next(num for num in self._root.findall(q("w:num")) if get(num, "w:numId") == self._number)
        again = el("w:lvlOverride", {"ilvl": "0"}, val("w:startOverride", 1))
        return self._list_of(get(first.find(q("w:abstractNumId")), "w:val") or "0", again)

    def _of_style(self, word: WordDocument, style_id: str) -> str | None:
        for style in word.styles.element.findall(q("w:style")):
            if get(style, "w:styleId") == style_id:
                number = style.find(f"{q('w:pPr')}/{q('w:numPr')}/{q('w:numId')}")
                found = None if number is None else get(number, "w:val")
                return found if found in {get(num, "w:numId") for num in self._root.findall(q("w:num"))} else None
        return None

    def _added(self, ours: str) -> str:
        """The list `ours` of our own file, copied into a document that has none for the style."""
        root = etree.fromstring(_file("numbering.xml"))
        kind = next(num for num in root.findall(q("w:num")) if get(num, "w:numId") == ours)[0]
        shape = next(
            found for found in root.findall(q("w:abstractNum")) if get(found, "w:abstractNumId") == get(kind, "w:val")
        )
        free = self._free("w:abstractNum", "w:abstractNumId")
        shape.set(q("w:abstractNumId"), free)
        nums = self._root.findall(q("w:num"))
        self._root.insert(self._root.index(nums[0]) if nums else len(self._root), shape)  # shapes stand before lists
        return self._list_of(free)

    def _list_of(self, shape: str, override: Element | None = None) -> str:
        free = self._free("w:num", "w:numId")
        made = el("w:num", {"numId": free}, val("w:abstractNumId", shape), override)
        nums = self._root.findall(q("w:num"))
        self._root.insert(self._root.index(nums[-1]) + 1 if nums else len(self._root), made)
        return free

    def _free(self, name: str, attribute: str) -> str:
        return str(max((int(get(found, attribute) or 0) for found in self._root.findall(q(name))), default=0) + 1)


def spelling(language: str) -> str:
    """The language as Word calls it, which decides its spelling check: `nl-NL`."""
    return f"{language}-{KNOWN[language].region}"


def completed(word: WordDocument, language: str) -> dict[str, str]:
    """Adds the styles that the document lacks and sets its language.

    Returns:
        The id in this document of each style of ours, by its name in Word, such as `heading 1` or `Report Note`.
    """
    root = word.styles.element
    ids = {_name(style).lower(): get(style, "w:styleId") or "" for style in root.findall(q("w:style"))}
    ours = list(etree.fromstring(_file("styles.xml")).findall(q("w:style")))
    by_id = {get(style, "w:styleId"): _name(style).lower() for style in ours}
    taken = set(ids.values())
    added = []
    for style in ours:
        if _name(style).lower() in ids:
            continue
        style_id = get(style, "w:styleId") or ""
        while style_id in taken:
            style_id += "1"
        taken.add(style_id)
        ids[_name(style).lower()] = style_id
        added.append((deepcopy(style), style_id))
    for style, style_id in added:
        style.set(q("w:styleId"), style_id)
        if _name(style) in ("Normal", "Default Paragraph Font", "Normal Table", "No List"):
            style.attrib.pop(q("w:default"), None)  # a document has one default of each kind
        for name in ("w:basedOn", "w:next"):
            link = style.find(q(name))
            if link is not None:
                link.set(q("w:val"), ids[by_id[get(link, "w:val")]])
        for number in style.findall(f"{q('w:pPr')}/{q('w:numPr')}"):
            number.getparent().remove(number)  # the number of a list in our file is another list in this document
        root.append(style)
    _set_language(root, spelling(language))
    return {_name(style): ids[_name(style).lower()] for style in ours}


def _name(style: Element) -> str:
    named = style.find(q("w:name"))
    return "" if named is None else get(named, "w:val") or ""


def _set_language(root: Element, tag: str) -> None:
    for old in list(root.iter(q("w:lang"))):
        old.getparent().remove(old)
    place = root
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        inner = place.find(q(name))
        if inner is None:
            inner = el(name)
            place.insert(0, inner)
        place = inner
    place.append(el("w:lang", {"val": tag, "eastAsia": tag, "bidi": "ar-SA"}))


def _numbering(word: WordDocument) -> Element:
    part = word.part
    if not any(link.reltype == RELATIONSHIP_TYPE.NUMBERING for link in part.rels.values()):
        empty = etree.tostring(el("w:numbering"))
        name = PackURI("/word/numbering.xml")
        made = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return part.numbering_part.element


@cache
def _file(name: str) -> bytes:
    return own_part(f"word/{name}")
