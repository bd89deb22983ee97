"""The Word file that a report starts from: our own, or the planner's template with its styles, header and footer."""

import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import ParseError
from zipfile import ZIP_STORED, BadZipFile, ZipFile

import docx
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from lxml.etree import LxmlError

from reports.writers.word.word_xml import Element, el, get, q
from texts import Words
from texts.palette import PRINT

OWN = Path(__file__).parent.parent / "templates" / "word"
"""A Word file, unpacked: its text files are what a change of the look is made in."""
MOST_FILES, MOST_BYTES = 2_000, 60_000_000
MOST_MARKS = 500_000
"""Marks ``<`` in all parts together. Read, each takes two hundred bytes or more, however small the file is."""

_ACTIVE_TYPES = re.compile(r"macroEnabled|vbaProject|activeX|oleObject", re.IGNORECASE)
_ACTIVE_LINKS = frozenset({"vbaProject", "oleObject", "control", "aFChunk", "subDocument", "attachedToolbars"})
_ACTIVE_FIELDS = re.compile(r"\b(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|RD|MACROBUTTON)\b", re.IGNORECASE)
_KEPT_PARTS = frozenset(
    {
        "styles",
        "numbering",
        "settings",
        "theme",
        "fontTable",
        "webSettings",
        "header",
        "footer",
        "footnotes",
        "endnotes",
    }
)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class TemplateError(ValueError):
    """A template that we do not use; `message` says to the planner why and what to do."""

    def __init__(self, reason: Literal["unreadable", "large", "active", "outside"], found: str = "") -> None:
        super().__init__(reason, found)  # as given, so that it arrives whole from another process
        self.reason = reason
        self.found = found[:200]

    def message(self, text: Words) -> str:
        """The reason in the language of `text`."""
        return text("writers.template_" + self.reason, found=self.found)


def empty_document(template: bytes | None) -> WordDocument:
    """An empty Word document with the styles, page, header and footer of the template, or with ours for None.

    What the template says about its maker, and the text that stands in it, is left behind.

    Raises:
        TemplateError: not a Word file, too large, with macros, or fetching something from elsewhere.
    """
    if template is None:
        return docx.Document(io.BytesIO(_own()))
    return _opened(template, _empty)


def whole_document(template: bytes) -> WordDocument:
    """The template with the text that stands in it; it is refused as by ``empty_document``."""
    return _opened(template, lambda word: None)


def _opened(template: bytes, change: Callable[[WordDocument], None]) -> WordDocument:
    try:
        contents = _unpacked(template)
        _check(contents)
        word = docx.Document(io.BytesIO(_packed(contents)))
        change(word)
    except (BadZipFile, OpcError, LxmlError, ParseError, DefusedXmlException, zlib.error) as problem:
        raise TemplateError("unreadable") from problem
    except (KeyError, AttributeError, RuntimeError, OSError, EOFError) as problem:  # missing or damaged parts
        raise TemplateError("unreadable") from problem
    except TemplateError:
        raise
    except ValueError as problem:  # a file of another program
        raise TemplateError("unreadable") from problem
    return word


def check_template(template: bytes) -> tuple[str, ...]:
    """Whether a report can start from this template, and the tags of its content controls, each once.

    Raises TemplateError as ``empty_document`` does.
    """
    empty_document(template)
    return tuple(dict.fromkeys(tag for tag, _ in controls(whole_document(template))))


def controls(word: WordDocument) -> list[tuple[str, Element]]:
    """Every content control with a tag, in the body and in headers and footers, in their order."""
    roots = [word.element, *(part.element for part in _beside(word))]
    found = (element for root in roots for element in root.iter(q("w:sdt")))
    tagged = ((element.find(f"{q('w:sdtPr')}/{q('w:tag')}"), element) for element in found)
    return [((get(tag, "w:val") or "").strip(), element) for tag, element in tagged if tag is not None]


def _beside(word: WordDocument) -> Iterator[XmlPart]:
    """Headers and footers that are XML of their own."""
    for link in word.part.rels.values():
        if not link.is_external and link.reltype.rpartition("/")[2] in ("header", "footer"):
            yield link.target_part


@cache
def _own() -> bytes:
    names = sorted(path.relative_to(OWN).as_posix() for path in OWN.rglob("*") if path.is_file())
    return _packed({name: own_part(name) for name in names})


def own_part(name: str) -> bytes:
    """A part of our own Word file, with the colours of reports where it names them: ``w:fill="{warn}"``."""
    found = (OWN / name).read_bytes()
    for colour, value in PRINT.items():
        found = found.replace(f'"{{{colour}}}"'.encode(), f'"{value.removeprefix("#")}"'.encode())
    return found


def _packed(contents: Mapping[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with ZipFile(kept, "w", ZIP_STORED) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return kept.getvalue()


def _unpacked(template: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(template)) as archive:
        files = archive.infolist()
        if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_BYTES:
            raise TemplateError("large")
        contents = {file.filename: archive.read(file) for file in files}
    if sum(data.count(b"<") for name, data in contents.items() if name.endswith((".xml", ".rels"))) > MOST_MARKS:
        raise TemplateError("large")
    # A .dotx is a .docx that only calls itself otherwise.
    types = contents["[Content_Types].xml"]
    contents["[Content_Types].xml"] = types.replace(b"template.main+xml", b"document.main+xml")
    return contents


def _check(contents: Mapping[str, bytes]) -> None:
    for part in fromstring(contents["[Content_Types].xml"]):
        if found := _ACTIVE_TYPES.search(part.get("ContentType", "")):
            raise TemplateError("active", found[0])
    for name, data in contents.items():
        if name.endswith(".rels"):
            for link in fromstring(data):
                _check_link(link.get("Type", ""), link.get("Target", ""), link.get("TargetMode") == "External")
        elif name.startswith("word/") and name.endswith(".xml"):
            _check_fields(data)


def _check_link(kind: str, target: str, outside: bool) -> None:
    last = kind.rpartition("/")[2]
    if last in _ACTIVE_LINKS:
        raise TemplateError("active", last)
    # Nobody fetches what a link in a footer points to until a reader follows it; all else is fetched on opening.
    followed = last == "hyperlink" and target.lower().startswith(("https://", "http://", "mailto:"))
    if outside and not followed:
        raise TemplateError("outside", target)


def _check_fields(data: bytes) -> None:
    root = fromstring(data)
    code = "".join(element.text or "" for element in root.iter(f"{_WORD}instrText"))
    simple = (element.get(f"{_WORD}instr", "") for element in root.iter(f"{_WORD}fldSimple"))
    if found := _ACTIVE_FIELDS.search(" ".join([code, *simple])):
        raise TemplateError("active", found[0])


def _empty(word: WordDocument) -> None:
    """Leave only the last section, with the headers and footers that it has or takes over from those before it."""
    body = word.element.body
    sections = list(body.iter(q("w:sectPr")))
    last = sections[-1] if sections else el("w:sectPr")
    references = {}
    for section in sections:
        for name in ("w:headerReference", "w:footerReference"):
            for reference in section.findall(q(name)):
                references[name, get(reference, "w:type")] = reference
    for name in ("w:headerReference", "w:footerReference", "w:type", "w:cols", "w:formProt"):
        for old in last.findall(q(name)):
            last.remove(old)
    for place, reference in enumerate(references.values()):
        last.insert(place, reference)
    for child in list(body):
        body.remove(child)
    body.append(last)
    _unlink(word, {get(reference, "r:id") for reference in references.values()})
    for name in ("w:documentProtection", "w:writeProtection", "w:mailMerge", "w:updateFields", "w:docVars"):
        for old in word.settings.element.findall(q(name)):
            word.settings.element.remove(old)


def _unlink(word: WordDocument, used: set[str | None]) -> None:
    """Let go of every part that an empty document has no use for; of headers and footers those in ``used`` stay."""
    rels = word.part.rels
    for key, link in list(rels.items()):
        kind = link.reltype.rpartition("/")[2]
        if kind not in _KEPT_PARTS or (kind in ("header", "footer") and key not in used):
            del rels[key]
    package = word.part.package
    for key, link in list(package.rels.items()):
        if link.reltype.rpartition("/")[2] not in ("officeDocument", "core-properties"):
            del package.rels[key]
