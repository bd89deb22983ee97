"""The planner's own Word template: what it gives, and which ones are refused."""

import io
import pickle
import re
from collections.abc import Callable
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from reports.writers.docx_writer import write_docx
from reports.writers.word.word_template import TemplateError
from texts import words

from .reading import W, expected_lines, word_lines
from .sample import sample

REPORT = sample(criteria=3)
FIGURES = frozenset({"bars"})


def template(change: Callable[[WordDocument], None] = lambda word: None) -> bytes:
    """A file as a municipality has it: own headings with Dutch ids, a footer, someone's name, and some text."""
    word = docx.Document()
    word.core_properties.author = word.core_properties.last_modified_by = "J. Jansen"
    heading = word.styles["Heading 1"]
    heading.element.set(f"{W}styleId", "Kop1")
    heading.font.size = Pt(31)
    word.styles["Caption"].delete()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    section.footer.paragraphs[0].text = "Gemeente Voorbeeld"
    word.add_paragraph("Vervang deze tekst")
    change(word)
    return saved(word)


def saved(word: WordDocument) -> bytes:
    kept = io.BytesIO()
    word.save(kept)
    return kept.getvalue()


def rewritten(data: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """The file with some parts changed."""
    kept = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(kept, "w") as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
    return kept.getvalue()


def made(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(write_docx(REPORT, {}, data)))


def test_all_words_of_the_report_and_none_of_the_template_are_in_the_text():
    assert word_lines(write_docx(REPORT, {}, template())) == expected_lines(REPORT, FIGURES)


def test_the_styles_of_the_template_are_used_and_missing_ones_added():
    found = made(template())
    heading = next(p for p in found.paragraphs if p.text == "Alle soorten blokken")
    assert heading._p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Kop1"
    assert heading.style.font.size == Pt(31)
    caption = next(p for p in found.paragraphs if p.text.startswith("Tabel 1"))
    assert caption.style.name == "Caption"
    assert found.tables[0].style.name == "Report Table"
    ids = [style.get(f"{W}styleId") for style in found.styles.element.findall(f"{W}style")]
    assert len(ids) == len(set(ids))
    defaults = [s for s in found.styles.element.findall(f"{W}style") if s.get(f"{W}default") == "1"]
    assert len({s.get(f"{W}type") for s in defaults}) == len(defaults)


def test_a_style_that_is_added_leans_on_the_styles_of_the_template():
    def dutch_ids(word):
        word.styles["Normal"].element.set(f"{W}styleId", "Standaard")
        for style in word.styles.element.iter(f"{W}basedOn"):
            if style.get(f"{W}val") == "Normal":
                style.set(f"{W}val", "Standaard")

    added = made(template(dutch_ids)).styles["Report Lead"].element
    assert added.find(f"{W}basedOn").get(f"{W}val") == "Standaard"


def test_page_and_footer_of_the_template_stay_and_tables_fit_between_its_margins():
    found = made(template())
    assert [s.footer.paragraphs[0].text for s in found.sections] == ["Gemeente Voorbeeld"] * 3
    assert sum(column.width.mm for column in found.tables[0].columns) == pytest.approx(150, abs=0.2)  # 210 - 2 x 30


def test_a_template_without_footer_gets_page_numbers():
    def without(word):
        word.sections[0].footer.is_linked_to_previous = True

    assert "Pagina" in made(template(without)).sections[0].footer.paragraphs[0].text


def test_the_last_section_counts_with_the_footer_that_it_takes_over():
    def two_sections(word):
        word.add_section(WD_SECTION.CONTINUOUS)

    found = made(template(two_sections))
    assert found.sections[0].footer.paragraphs[0].text == "Gemeente Voorbeeld"
    assert len(found.sections) == 3
    assert found.sections[0].start_type == WD_SECTION.NEW_PAGE


def test_lists_get_bullets_and_numbers_when_the_template_has_none():
    def without(word):
        for name in ("List Bullet", "List Number"):
            word.styles[name].delete()
        part = word.part
        del part.rels[next(k for k, rel in part.rels.items() if rel.reltype == RELATIONSHIP_TYPE.NUMBERING)]

    found = made(template(without))
    numbering = found.part.numbering_part.element
    shapes = {
        n.get(f"{W}abstractNumId"): n.find(f".//{W}numFmt").get(f"{W}val")
        for n in numbering
        if n.tag == f"{W}abstractNum"
    }
    lists = {n.get(f"{W}numId"): shapes[n[0].get(f"{W}val")] for n in numbering if n.tag == f"{W}num"}
    used = [
        lists[p._p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")]
        for p in found.paragraphs
        if p.style.name in ("List Bullet", "List Number")
    ]
    assert used == ["bullet"] * 2 + ["decimal"] * 4
    order = [child.tag for child in numbering]
    assert order == sorted(order, key=[f"{W}abstractNum", f"{W}num"].index)


def test_nothing_about_who_made_the_template_travels_along():
    def private(word):
        word.core_properties.comments = "Geheim"
        word.add_picture(io.BytesIO(REPORT.sections[0].blocks[-2].data))

    data = write_docx(REPORT, {}, template(private))
    with ZipFile(io.BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        names = archive.namelist()
    assert b"Jansen" not in everything
    assert b"Geheim" not in everything
    assert b"Vervang" not in everything
    assert len([name for name in names if "media" in name]) == 2  # those of the report
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name]


def test_protection_against_editing_is_lifted():
    def protect(word):
        word.settings.element.append(parse_xml(f'<w:documentProtection {nsdecls("w")} w:edit="readOnly"/>'))

    assert made(template(protect)).settings.element.find(f"{W}documentProtection") is None


def test_the_language_of_the_report_wins_from_that_of_the_template():
    def german(word):
        normal = word.styles["Normal"].element
        normal.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:lang w:val="de-DE"/></w:rPr>'))

    found = made(template(german))
    assert {lang.get(f"{W}val") for lang in found.styles.element.iter(f"{W}lang")} == {"nl-NL"}


def test_a_dotx_is_taken_as_well():
    types = "[Content_Types].xml"
    data = rewritten(template(), {types: lambda text: text.replace(b"document.main+xml", b"template.main+xml")})
    assert word_lines(write_docx(REPORT, {}, data)) == expected_lines(REPORT, FIGURES)


def test_an_ordinary_link_in_the_footer_is_no_reason_to_refuse():
    def link(word):
        word.sections[0].footer.part.relate_to("https://www.example.nl", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    assert len(made(template(link)).sections) == 3


def field(instruction: str) -> bytes:
    def add(word):
        run = word.sections[0].footer.paragraphs[0].add_run()
        for part in (instruction[:4], instruction[4:]):  # Word may cut the code of a field anywhere
            run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}>{part}</w:instrText>"))

    return template(add)


def outside(kind: str, target: str) -> bytes:
    return template(lambda word: word.part.relate_to(target, kind, is_external=True))


def macros(text: bytes) -> bytes:
    return text.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REFUSED = {
    "no zip": (b"%PDF-1.7", "unreadable"),
    "empty": (b"", "unreadable"),
    "cut off": (template()[:2000], "unreadable"),
    "no styles": (rewritten(template(), {"word/styles.xml": lambda text: b"<kapot"}), "unreadable"),
    "another program": (
        rewritten(template(), {"[Content_Types].xml": lambda text: text.replace(b"wordprocessingml.document", b"x")}),
        "unreadable",
    ),
    "entities": (
        rewritten(
            template(),
            {"word/styles.xml": lambda text: re.sub(rb"\?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', text, count=1)},
        ),
        "unreadable",
    ),
    "macros": (rewritten(template(), {"[Content_Types].xml": macros}), "active"),
    "embedded object": (outside(f"{OFFICE}/oleObject", "file:///x"), "active"),
    "field that reads a picture": (field('INCLUDEPICTURE "http://kwaad.invalid/x.png"'), "active"),
    "field that starts a program": (field("DDEAUTO c:\\\\x.exe"), "active"),
    "template elsewhere": (outside(f"{OFFICE}/attachedTemplate", "https://kwaad.invalid/t.dotm"), "outside"),
    "picture elsewhere": (outside(f"{OFFICE}/image", "http://kwaad.invalid/x.png"), "outside"),
    "link to a program": (outside(f"{OFFICE}/hyperlink", "file:///c:/x.exe"), "outside"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_template_that_is_damaged_or_could_do_something_is_refused_with_a_message(name):
    data, reason = REFUSED[name]
    with pytest.raises(TemplateError) as problem:
        write_docx(REPORT, {}, data)
    assert problem.value.reason == reason
    sent = pickle.loads(pickle.dumps(problem.value))  # a report is made in another process
    dutch, english = (sent.message(words(language)) for language in ("nl", "en"))
    assert "sjabloon" in dutch
    assert "template" in english
    assert ("kwaad.invalid" in dutch) == (reason == "outside" and "elsewhere" in name)


def test_a_template_that_would_fill_the_memory_is_refused():
    kept = io.BytesIO()
    with ZipFile(kept, "w", compression=8) as archive:
        archive.writestr("word/media/x.bin", bytes(61_000_000))
    with pytest.raises(TemplateError, match="large"):
        write_docx(REPORT, {}, kept.getvalue())


def test_a_small_template_that_unfolds_into_very_many_parts_is_refused():
    """80 kB of empty paragraphs take gigabytes once they are read."""
    body = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    many = body + b"<w:p/>" * 600_000 + b"</w:body></w:document>"
    with pytest.raises(TemplateError, match="large"):
        write_docx(REPORT, {}, rewritten(template(), {"word/document.xml": lambda _: many}))


def test_a_style_of_ours_never_takes_the_id_of_another():
    def clash(word):
        word.styles.add_style("Iets anders", WD_STYLE_TYPE.PARAGRAPH).element.set(f"{W}styleId", "ReportNote")

    found = made(template(clash))
    assert found.styles["Report Note"].style_id == "ReportNote1"
    note = next(p for p in found.paragraphs if "nootwoord" in p.text)
    assert note.style.name == "Report Note"
