"""The Word document, read back."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENTATION
from markupsafe import Markup

from reports.blocks import Figure, Items, Paragraph, PictureBlock, ReportDocument, Section
from reports.writers.docx_writer import write_docx
from reports.writers.images import ChartImage

from .reading import W, expected_lines, word_lines
from .sample import ARABIC, effects_table, hostile, image, sample

CHARTS = {"bars": ChartImage("<svg/>", image("PNG", 1280, 400), 640, 200)}
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u rtl lang",
    "tblPr": "tblStyle tblW tblLayout tblLook tblCaption",
    "tcPr": "tcW gridSpan shd",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg",
}
"""The order of the standard, for what we write. Word calls a file with another order damaged."""


def opened(report: ReportDocument, template: bytes | None = None):
    return docx.Document(io.BytesIO(write_docx(report, CHARTS, template)))


def small(*blocks, **about) -> ReportDocument:
    """A report with one section."""
    return ReportDocument("Titel", "Onder", "nl", (), (Section("only", "Kop", blocks, **about),))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_of_the_report_is_there_once_and_in_order(language):
    report = sample(language)
    assert word_lines(write_docx(report, CHARTS)) == expected_lines(report)


def test_hostile_words_are_printed_as_words():
    assert word_lines(write_docx(hostile(), {})) == expected_lines(hostile(), frozenset({"gone"}))


@pytest.mark.parametrize("report", [sample("nl"), hostile()], ids=["sample", "hostile"])
def test_properties_stand_in_the_order_that_word_wants(report):
    body = opened(report).element.body
    for name, order in ORDERS.items():
        names = order.split()
        for found in body.iter(W + name):
            places = [names.index(child.tag.removeprefix(W)) for child in found]
            assert places == sorted(places), name


def test_headings_have_real_styles_that_nest():
    styles = [paragraph.style.name for paragraph in opened(sample()).paragraphs]
    assert styles[:2] == ["Title", "Subtitle"]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert levels == [1, 1, 2, 3, 1, 1]


def test_each_kind_of_text_has_a_style_of_its_own():
    by_word = {paragraph.text: paragraph.style.name for paragraph in opened(sample()).paragraphs}
    style_of = {
        mark: next(style for text, style in by_word.items() if mark in text)
        for mark in ("leadwoord", "nootwoord", "invulwoord", "punteen", "stapeen", "kaderwoord", "kadereen")
    }
    assert list(style_of.values()) == [
        "Report Lead",
        "Report Note",
        "Report To Do",
        "List Bullet",
        "List Number",
        "Report Box Title",
        "Report Box",
    ]
    assert by_word["Tabel 1. Totaalscores tabelwoord"] == by_word["Figuur 1. Punten per plan figuurwoord"] == "Caption"


def test_captions_are_numbered_by_fields_that_word_can_count_again():
    codes = [code.text.strip() for code in opened(sample("en")).element.body.iter(f"{W}instrText")]
    assert [code for code in codes if code.startswith("SEQ")] == [
        *["SEQ Table \\* ARABIC"],
        *["SEQ Figure \\* ARABIC"] * 3,
        "SEQ Table \\* ARABIC",
    ]


def test_the_header_row_is_marked_and_repeated_and_no_row_is_cut():
    for table in opened(sample()).tables:
        first, *others = table._tbl.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))
        assert not any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in others)
        look = table._tbl.find(f"{W}tblPr/{W}tblLook")
        assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")


def test_a_row_too_long_for_a_page_may_be_cut_by_its_end():
    _, many = opened(hostile()).tables
    assert not [row for row in many._tbl.findall(f"{W}tr") if row.find(f"{W}trPr/{W}cantSplit") is not None]
    assert many._tbl.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def test_a_table_fills_the_width_of_its_page_by_the_widths_of_its_columns():
    upright, wide = opened(sample()).tables
    assert [column.width.mm for column in upright.columns] == pytest.approx([85, 42.5, 42.5], abs=0.1)  # 170 mm, 2:1:1
    assert sum(column.width.mm for column in wide.columns) == pytest.approx(257, abs=0.3)  # 297 - 2 x 20


def test_a_full_table_has_small_letters():
    upright, wide = opened(sample()).tables
    looks = [table._tbl.findall(f"{W}tr")[-1].find(f".//{W}pStyle").get(f"{W}val") for table in (upright, wide)]
    assert looks == ["ReportCell", "ReportSmallCell"]


def test_a_paragraph_stays_with_the_list_that_it_announces():
    found = opened(small(Paragraph(Markup("Redenen:")), Items((Markup("een"),)), Paragraph(Markup("Los"))))
    kept = {p.text: p._p.find(f"{W}pPr/{W}keepNext") is not None for p in found.paragraphs[3:]}
    assert kept == {"Redenen:": True, "een": False, "Los": False}


def test_a_band_is_one_bold_cell_over_all_columns():
    table, _ = opened(sample()).tables
    band = table._tbl.findall(f"{W}tr")[1]
    (cell,) = band.findall(f"{W}tc")
    assert cell.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val") == "3"
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in cell.iter(f"{W}r"))


def test_wide_sections_lie_on_their_side_and_headers_are_named_once():
    sections = opened(sample()).sections
    upright, side = WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE
    assert [section.orientation for section in sections] == [upright, side, upright]
    assert [round(section.page_width.mm) for section in sections] == [210, 297, 210]
    assert [len(s._sectPr.findall(f"{W}footerReference")) for s in sections] == [1, 0, 0]


def test_a_report_may_end_in_a_wide_table():
    report = small(effects_table(), wide=True)
    report = replace(report, sections=(Section("first", "Eerst", ()), *report.sections))
    found = opened(replace(report, sections=(*report.sections,)))
    assert [section.orientation for section in found.sections][-1] == WD_ORIENTATION.LANDSCAPE
    assert [child.tag for child in found.element.body][-2:] == [f"{W}p", f"{W}sectPr"]


def test_a_heading_with_nothing_but_wide_tables_under_it_lies_on_its_side_too():
    wide = Section("w", "Breed", (effects_table(criteria=2),), wide=True)
    report = ReportDocument("T", "S", "nl", (), (Section("a", "A", ()), Section("b", "B", (wide,))))
    found = opened(report)
    assert len(found.sections) == 2
    turned = next(p for p in found.element.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}sectPr") is not None)
    assert "".join(turned.itertext(f"{W}t")) == "A"


def test_a_new_page_starts_before_the_heading():
    broken = [p.text for p in opened(sample()).paragraphs if p._p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert broken == ["Secties in secties"]


def test_pictures_say_in_words_what_they_show_and_fit_the_page():
    body = opened(sample()).element.body
    shown = list(body.iter(f"{DRAWING}docPr"))
    report = sample()
    alts = [
        block.alt for section in report.sections for block in section.blocks if isinstance(block, Figure | PictureBlock)
    ]
    assert [picture.get("descr") for picture in shown] == alts
    assert len({picture.get("id") for picture in shown}) == 3
    sizes = [(int(e.get("cx")) / 36_000, int(e.get("cy")) / 36_000) for e in body.iter(f"{DRAWING}extent")]
    # 640 px = 169.3 mm at 96 px per inch; the others are 320 x 180 and 200 x 400 px
    assert sizes == [pytest.approx(size, abs=0.1) for size in ((169.3, 52.9), (84.7, 47.6), (52.9, 105.8))]


def test_a_large_picture_is_made_to_fit():
    found = opened(small(PictureBlock("p", "Hoog", "alt", image("PNG", 1000, 3000))))
    (size,) = found.element.body.iter(f"{DRAWING}extent")
    assert int(size.get("cy")) / 36_000 == pytest.approx(0.8 * 257, abs=0.5)  # 297 - 2 x 20, with room for its caption
    assert int(size.get("cx")) / int(size.get("cy")) == pytest.approx(1 / 3, abs=0.001)


def test_a_jpeg_of_a_drawing_program_is_taken():
    data = image("JPEG", 40, 30)
    without_jfif = data[:2] + data[2 + 18 :]  # such files do not start with the usual marker
    found = opened(small(PictureBlock("p", "Foto", "alt", without_jfif)))
    assert len(list(found.element.body.iter(f"{DRAWING}docPr"))) == 1


def test_a_picture_that_is_missing_or_damaged_is_told_in_words():
    report = small(
        PictureBlock("p", "Bijschrift", "een groen veld", b"kapot"), Figure("f", "Grafiek", "drie staven", {})
    )
    lines = word_lines(write_docx(report, {}))
    assert lines == expected_lines(report, frozenset({"p", "f"}))
    assert "Dit beeld ontbreekt. Dit is erop te zien: een groen veld" in lines


def test_each_numbered_list_starts_at_one():
    found = opened(sample())
    ids = [p._p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for p in found.paragraphs if "List N" in p.style.name]
    assert ids[0] == ids[1] != ids[2] == ids[3]
    numbering = found.part.numbering_part.element
    starts = {num.get(f"{W}numId"): num.find(f".//{W}startOverride") for num in numbering.iter(f"{W}num")}
    assert [starts[number].get(f"{W}val") for number in dict.fromkeys(ids)] == ["1", "1"]


def test_links_lead_to_a_source_or_to_a_section_and_a_dead_one_is_only_words():
    found = opened(sample())
    outside = {link.target_ref for link in found.part.rels.values() if link.is_external}
    assert outside == {"https://www.example.nl/rapport?a=1&b=2", "https://data.example.nl/set"}
    places = {place.get(f"{W}name") for place in found.element.body.iter(f"{W}bookmarkStart")}
    inside = {link.get(f"{W}anchor") for link in found.element.body.iter(f"{W}hyperlink")} - {None}
    assert inside <= places
    linked = {"".join(link.itertext(f"{W}t")) for link in found.element.body.iter(f"{W}hyperlink")}
    assert {"een bron", "een verwijzing", "tabelnoot"} <= linked
    assert "een dode verwijzing" not in linked


def test_the_table_of_contents_is_filled_in_and_word_can_make_it_again():
    found = opened(sample())
    (contents,) = found.element.body.iter(f"{W}sdt")
    lines = ["".join(p.itertext(f"{W}t")) for p in contents.iter(f"{W}p")]
    titles = ["Alle soorten blokken", "Secties in secties", "Een paragraaf", "Effectentabel op zijn kant"]
    assert lines[:-1] == ["Inhoud", *titles, "Na de brede sectie"]
    codes = [code.text.strip() for code in contents.iter(f"{W}instrText")]
    assert codes[0] == 'TOC \\o "1-2" \\h \\z'
    settings = [child.tag.removeprefix(W) for child in found.settings.element]
    assert settings.index("updateFields") < settings.index("compat")  # Word fills in the pages, and asks before it does
    assert opened(small()).settings.element.find(f"{W}updateFields") is None  # without contents nothing is asked
    kinds = [mark.get(f"{W}fldCharType") for mark in found.element.body.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_two_sections_with_one_id_do_not_break_the_file():
    part = Section("same", "Kop", (Paragraph(Markup('<a href="#same">hierheen</a>')),))
    found = opened(ReportDocument("T", "S", "nl", (), (part,) * 4))
    names = [place.get(f"{W}name") for place in found.element.body.iter(f"{W}bookmarkStart")]
    assert len(names) == 1


def test_the_footer_counts_pages():
    def footer(language):
        text = opened(sample(language)).sections[0].footer._element
        return "".join(part.text for part in text.iter(f"{W}t", f"{W}instrText"))

    assert footer("nl") == "Pagina  PAGE 1 van  NUMPAGES 1"
    assert footer("en") == "Page  PAGE 1 of  NUMPAGES 1"


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_document_says_its_language_title_and_date_and_no_more(language, tag):
    report = replace(
        sample(language), facts=(("Datum", "21 november 2026" if language == "nl" else "21 November 2026"),)
    )
    found = opened(report)
    about = found.core_properties
    assert (about.title, about.subject, about.language) == (report.title, report.subtitle, tag)
    assert about.created == about.modified == datetime(2026, 11, 21, tzinfo=UTC)
    assert (about.author, about.last_modified_by) == ("Waardenweger", "")
    assert {lang.get(f"{W}val") for lang in found.styles.element.iter(f"{W}lang")} == {tag}


def test_the_same_report_gives_the_same_bytes_whatever_the_day(monkeypatch):
    first = write_docx(sample(), CHARTS)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert write_docx(sample(), CHARTS) == first
    with ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_text_from_right_to_left_is_marked_so():
    found = opened(small(Paragraph(Markup(ARABIC)), Items((Markup(f"Plan {ARABIC}"),)), effects_table(criteria=1)))
    first, second = (next(p for p in found.paragraphs if p.text.startswith(start)) for start in (ARABIC[0], "Plan"))
    assert first._p.find(f"{W}pPr/{W}bidi") is not None
    assert second._p.find(f"{W}pPr/{W}bidi") is None
    assert [run.find(f"{W}rPr/{W}rtl") is not None for run in second._p.iter(f"{W}r")] == [False, True, False]
