"""The report as PDF, read back: every word, the tags that a screen reader uses, and what troublesome texts become."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import typst
from markupsafe import Markup
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from reports.blocks import (
    Block,
    Callout,
    Figure,
    Items,
    Paragraph,
    PictureBlock,
    ReportDocument,
    Section,
    TableBlock,
    TableColumn,
    TableRow,
)
from reports.blocks import plain as words_of
from reports.document import document
from reports.writers.glyphs import _ALWAYS_THERE, _characters, printable
from reports.writers.images import ChartImage, chart_images
from reports.writers.pdf_writer import write_pages, write_pdf
from tests.reports.report_case import content
from tests.reports.writers.sample import (
    ALTERNATIVES,
    ARABIC,
    CRITERIA,
    HEBREW,
    LONG_WORD,
    MARKUP,
    effects_table,
    hostile,
    image,
    sample,
)
from texts import words

TALL = ChartImage('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="3000"/>', b"", 300, 3000)


@cache
def written(name: str) -> bytes:
    document = {"nl": sample, "en": lambda: sample("en"), "hostile": hostile}[name]()
    return write_pdf(document, chart_images(document, png=False))


@cache
def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def joined(text: str) -> str:
    """Without spaces, line ends and the hyphens that typst puts at the end of a line."""
    return re.sub(r"[\s\u00ad]+", "", text)


@cache
def text_by_page(data: bytes) -> list[str]:
    return [page.extract_text() for page in read(data).pages]


def sideways(data: bytes) -> list[bool]:
    """Which pages are wider than high."""
    return [page.mediabox.width > page.mediabox.height for page in read(data).pages]


def text_of(data: bytes) -> str:
    return "\n".join(text_by_page(data))


@cache
def elements(data: bytes) -> list[DictionaryObject]:
    """All elements of the structure tree, in reading order."""

    def walk(element: Any) -> Iterator[DictionaryObject]:
        element = element.get_object()
        if isinstance(element, list):
            for child in element:
                yield from walk(child)
        elif isinstance(element, DictionaryObject):
            if "/S" in element:
                yield element
            if "/K" in element:
                yield from walk(element["/K"])

    return list(walk(read(data).trailer["/Root"]["/StructTreeRoot"]["/K"]))


def inside(element: DictionaryObject, kind: str) -> list[DictionaryObject]:
    found = []
    children = element.get("/K", [])
    for reference in children if isinstance(children, list) else [children]:
        child = reference.get_object()
        if isinstance(child, DictionaryObject) and "/S" in child:
            found += [child] if child["/S"] == kind else []
            found += inside(child, kind)
    return found


def attribute(element: DictionaryObject, name: str) -> Any:
    given = element.get("/A", [])
    return next((part[name] for part in (x.get_object() for x in given) if name in part), None)


def one(*blocks: Block, wide: bool = False) -> ReportDocument:
    return ReportDocument("Titel", "Ondertitel", "nl", (), (Section("a", "Kop", blocks, wide=wide),))


def printed(block: Any) -> list[str]:
    match block:
        case Section():
            return [block.title]
        case Paragraph():
            return [words_of(block.text)]
        case Items():
            return [words_of(item) for item in block.items]
        case Callout():
            return [block.title, *map(words_of, block.text)]
        case TableBlock():
            cells = [words_of(cell) for row in block.rows for cell in row.cells]
            return [block.caption, *(column.title for column in block.columns), *cells, words_of(block.note)]
        case _:
            return [block.caption]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_of_the_report_is_in_the_file(language):
    document = sample(language)
    found = joined(text_of(written(language)))
    expected = [document.title, document.subtitle, *(part for fact in document.facts for part in fact)]
    expected += [text for block in document.all(object) for text in printed(block)]
    assert len(expected) > 700
    assert not [text for text in expected if joined(text) not in found]


def test_every_number_of_a_large_table_is_printed_once():
    expected = Counter(f"{row + 1},{column:02d}" for row in range(CRITERIA) for column in range(ALTERNATIVES))
    pages = [text for text, wide in zip(text_by_page(written("nl")), sideways(written("nl")), strict=True) if wide]
    assert Counter(re.findall(r"\d+,\d\d", "\n".join(pages))) == expected


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_file_says_that_it_is_tagged_and_in_which_language(language, tag):
    reader = read(written(language))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == tag
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert reader.metadata.title == sample(language).title
    assert reader.metadata.author == "Waardenweger"
    assert re.search(rb"pdfuaid:part>1<", root["/Metadata"].get_object().get_data())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_report_in_any_language_is_one_file_for_reading_aloud_and_for_the_archive(language):
    found = replace(document(content(language=language, depth="summary")), sections=())
    said = read(write_pdf(found, {})).trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    marks = dict(re.findall(r"<(pdf\w*id:\w+)>(\w+)<", said))
    assert marks == {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}


def test_headings_are_tagged_in_order_and_skip_no_level():
    expected = [("/H1", sample("nl").title), ("/H2", "Inhoud"), ("/H2", "Alle soorten blokken")]
    expected += [("/H2", "Secties in secties"), ("/H3", "Een paragraaf"), ("/H4", "Diepste kop diepwoord")]
    expected += [("/H2", "Effectentabel op zijn kant"), ("/H2", "Na de brede sectie")]
    found = [(x["/S"], x["/T"]) for x in elements(written("nl")) if re.fullmatch(r"/H\d", x["/S"])]
    assert found == expected


def test_every_picture_has_its_words():
    expected = [block.alt for block in sample().all(Figure) + sample().all(PictureBlock)]
    assert [x["/Alt"] for x in elements(written("nl")) if x["/S"] == "/Figure"] == expected


def test_each_cell_of_a_table_points_to_the_header_of_its_own_column():
    tables = [x for x in elements(written("nl")) if x["/S"] == "/Table"]
    assert len(tables) == 2
    for table, block in zip(tables, sample().all(TableBlock), strict=True):
        headers = {x["/ID"]: x for x in inside(table, "/TH")}
        columns = [x["/ID"] for x in inside(inside(inside(table, "/THead")[0], "/TR")[0], "/TH")]
        assert len(columns) == len(block.columns)
        assert all(attribute(x, "/Scope") == "/Column" for x in headers.values())
        for row in inside(table, "/TR"):
            cells = inside(row, "/TD") + inside(row, "/TH")
            assert sum(attribute(cell, "/ColSpan") or 1 for cell in cells) == len(columns)
        rows = [inside(row, "/TD") for row in inside(table, "/TR")]
        rows = [row for row in rows if row]
        assert len(rows) == sum(not row.band for row in block.rows)
        for row in rows:
            for cell, column in zip(row, columns, strict=True):
                over = [*attribute(cell, "/Headers")]
                assert len(over) == 1
                # A cell under a band points to the band, and that to the header of the same column.
                assert [*attribute(headers[over[0]], "/Headers")] == [column] or over == [column]


def test_captions_are_numbered_and_the_header_comes_back_on_each_page():
    text = text_of(written("nl"))
    assert [x in joined(text) for x in ("Tabel1.Totaalscores", "Tabel2.Effecten", "Figuur3.Foto")] == [True] * 3
    assert "Table1." in joined(text_of(written("en")))
    wide = [page for page in text_by_page(written("nl")) if "Criterium nummer" in page]
    assert len(wide) > 1
    assert all("Criterium" in page and "Eenheid" in page and "Thema nummer" in page for page in wide)


@pytest.mark.parametrize(("language", "line"), [("nl", "Pagina {} van {}"), ("en", "Page {} of {}")])
def test_pages_are_numbered(language, line):
    pages = text_by_page(written(language))
    assert all(line.format(place + 1, len(pages)) in page for place, page in enumerate(pages))


def test_only_a_wide_section_lies_on_its_side():
    on_side = sideways(written("nl"))
    assert on_side.count(True) > 1
    assert on_side[0] is on_side[-1] is False
    for page, flat in zip(text_by_page(written("nl")), on_side, strict=True):
        assert ("Criterium nummer" in page or "grotetabel" in page) is flat


def test_links_go_where_they_say_and_a_dead_one_is_only_words():
    annotations = [x.get_object() for page in read(written("nl")).pages for x in page.get("/Annots", [])]
    web = [x["/A"]["/URI"] for x in annotations if "/URI" in x.get("/A", {})]
    assert web == ["https://www.example.nl/rapport?a=1&b=2", "https://data.example.nl/set"]
    within = [x for x in annotations if "/URI" not in x.get("/A", {})]
    assert len(within) == 5 + 1, "four sections and one inside, and the link in the text"
    assert "een dode verwijzing" in re.sub(r"\s+", " ", text_of(written("nl")))


def test_a_task_for_people_says_so_in_words():
    for language in ("nl", "en"):
        assert f"{words(language)('writers.to_do')} Schrijf hier" in text_of(written(language))


def test_the_same_report_gives_the_same_bytes_dated_by_its_facts():
    document = sample()
    images = chart_images(document, png=False)
    assert write_pdf(document, images) == write_pdf(document, images) == written("nl")
    assert read(written("nl")).metadata.creation_date.date().isoformat() == "2026-11-21"
    undated = write_pdf(replace(document, facts=()), images)
    assert b"CreationDate" not in undated


def test_markup_of_people_is_printed_and_not_followed():
    reader = read(written("hostile"))
    assert reader.metadata.title == MARKUP
    assert joined(text_of(written("hostile"))).count(joined(MARKUP)) > 8
    assert not [x for page in reader.pages for x in page.get("/Annots", []) if "/URI" in x.get_object().get("/A", {})]
    assert all(float(page.mediabox.width) == pytest.approx(595.3, abs=0.1) for page in reader.pages)


def test_nothing_of_very_long_texts_is_cut_off():
    text = joined(text_of(written("hostile")))
    assert text.count(LONG_WORD) >= 5
    # Contents, heading, cell, and the title of a column in full under its table; that title is cut short above it.
    assert text.count("woord498woord499") == 4
    assert "woor\N{HORIZONTAL ELLIPSIS}(1)" in text


def long_rows() -> ReportDocument:
    words = Markup(" ".join(f"band{place}" for place in range(900)))
    columns = (TableColumn("Naam"), TableColumn("Waarde"))
    return one(
        TableBlock(
            "l",
            "Lang",
            columns,
            (TableRow((words,), band=True), TableRow((words, Markup("1"))), TableRow((words,), True)),
        )
    )


@pytest.mark.parametrize("document", [sample(), hostile(), long_rows()], ids=["ordinary", "hostile", "long rows"])
def test_nothing_is_printed_at_the_edges_of_a_page(document):
    for page in write_pages(document, {}, ppi=50):
        with Image.open(io.BytesIO(page)) as picture:
            grey = picture.convert("L")
        side, foot = int(18 / 25.4 * 50), int(6 / 25.4 * 50)
        width, height = grey.size
        for strip in ((0, 0, side, height), (width - side, 0, width, height), (0, height - foot, width, height)):
            assert grey.crop(strip).getextrema() == (255, 255)


def test_a_code_without_hyphens_stays_in_its_column():
    # Six columns of 27 mm; in the second a code of 64 characters, which no language can hyphenate.
    code = "3F9A1C0B" * 8
    columns = tuple(TableColumn(str(place)) for place in range(6))
    row = TableRow((Markup("a"), Markup(code), Markup(), Markup(), Markup(), Markup("z")))
    document = one(TableBlock("t", "Codes", columns, (row,)))
    assert code in joined(text_of(write_pdf(document, {})))
    with Image.open(io.BytesIO(write_pages(document, {}, ppi=72)[0])) as picture:
        grey = picture.convert("L")
    lines = [y for y in range(grey.height) if grey.crop((57, y, 137, y + 1)).getextrema()[0] < 128]
    cells = grey.crop((57 + 2 * 80 + 4, lines[-1] - 120, 57 + 5 * 80, lines[-1]))
    ink = [y for y in range(cells.height) if 0 < sum(v < 90 for v in cells.crop((0, y, 236, y + 1)).tobytes()) < 200]
    assert not ink, "the code runs over the columns beside it"


def test_a_word_is_hyphenated_only_where_it_does_not_fit():
    word = "bestemmingsplanwijziging"
    columns = tuple(TableColumn(str(place)) for place in range(9))
    narrow = write_pdf(one(TableBlock("t", "Smal", columns, (TableRow((Markup(word), *[Markup("rij")] * 8)),))), {})
    assert re.search(r"bestem\S*\u00ad\s", text_of(narrow))
    assert word in joined(text_of(narrow))
    wide = write_pdf(one(Paragraph(Markup(f"{word} " * 40))), {})
    assert "\u00ad" not in text_of(wide)
    assert text_of(wide).count(word) == 40


def test_a_character_that_the_font_lacks_leaves_its_number_and_a_note():
    text = re.sub(r"\s+", " ", text_of(written("hostile")))
    assert "U+1F331 U+1F3ED U+1F46A U+1F3FD" in text
    assert "dat het lettertype van dit bestand niet heeft" in text
    assert "dat het lettertype van dit bestand niet heeft" not in re.sub(r"\s+", " ", text_of(written("nl")))


def test_each_look_of_other_scripts_is_printed():
    texts = [Markup("<b>{}</b>"), Markup("<i>{}</i>"), Markup("<b><i>{}</i></b>"), Markup("{}")]
    blocks = [Paragraph(text.format(script)) for script in (ARABIC, HEBREW, "Ελλάδα Україна") for text in texts]
    text = text_of(write_pdf(one(*blocks), {}))
    assert "[U+" not in text
    assert text.count("Україна") == 4
    assert text.count("البولدر") == 4


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Łódź: 3 ≥ 2 → ✓", "Łódź: 3 ≥ 2 → ✓"),
        ("park \N{SEEDLING}!", "park [U+1F331]!"),
        ("\N{WOMAN}\u200d\N{SEEDLING}\ufe0f en", "[U+1F469 U+200D U+1F331 U+FE0F] en"),
        ("a\u0000b\ud800", "a\ufffdb\ufffd"),
        ("12\u202e34", "12\ufffd34"),
    ],
)
def test_what_no_font_can_show_is_replaced_in_sight(given, shown):
    assert printable(given) == shown


def test_the_characters_that_are_passed_without_a_look_are_in_every_look_of_the_font():
    passed = {code for code in range(0x3000) if _ALWAYS_THERE.fullmatch(chr(code))}
    assert len(passed) > 300
    for bold in (False, True):
        for italic in (False, True):
            assert passed <= _characters(bold, italic)


@pytest.mark.parametrize(
    "block",
    [
        Figure("gone", "Zonder beeld", "Staven van A en B", {}),
        PictureBlock("broken", "Kapot beeld", "Staven van A en B", image("PNG")[:40]),
        PictureBlock("other", "Iets anders", "Staven van A en B", b"<svg onload='alert(1)'/>"),
    ],
    ids=["no image", "half a file", "not a picture"],
)
def test_a_picture_that_is_missing_is_said_in_its_place(block):
    data = write_pdf(one(block), {})
    assert "Dit beeld ontbreekt. Dit is erop te zien: Staven van A en B" in re.sub(r"\s+", " ", text_of(data))
    assert "Figuur1." in joined(text_of(data))


def test_a_picture_without_words_gets_those_of_its_caption():
    data = write_pdf(one(PictureBlock("p", "Veld. Foto: gemeente", "", image("JPEG"))), {})
    assert [x["/Alt"] for x in elements(data) if x["/S"] == "/Figure"] == ["Veld. Foto: gemeente"]


@pytest.mark.parametrize(("wide", "most"), [(False, (483, 561)), (True, (729, 351))])
def test_a_tall_chart_fits_on_the_page(wide, most):
    data = write_pdf(one(Figure("tall", "Hoog", "Een hoge staaf", {}), wide=wide), {"tall": TALL})
    (figure,) = [x for x in elements(data) if x["/S"] == "/Figure"]
    left, bottom, right, top = attribute(figure, "/BBox")
    assert right - left <= most[0]
    assert top - bottom <= most[1]
    assert (right - left) / (top - bottom) == pytest.approx(0.1, rel=0.02)


def test_two_sections_with_one_id_are_both_printed():
    link = Paragraph(Markup('<a href="#x">naar een</a>'))
    document = ReportDocument("T", "", "nl", (), (Section("x", "Een", (link,)), Section("x", "Twee", ())))
    text = text_of(write_pdf(document, {}))
    assert "Een" in text
    assert "Twee" in text


def test_a_table_without_rows_and_a_long_band_are_printed():
    columns = (TableColumn("Naam"), TableColumn("Waarde"))
    assert "Tabel1.Leeg" in joined(text_of(write_pdf(one(TableBlock("e", "Leeg", columns, ())), {})))
    assert joined(text_of(write_pdf(long_rows(), {}))).count("band898band899") == 3


def test_a_report_that_breaks_the_rules_for_accessible_files_is_refused():
    # typst is the gate: without a title there is no PDF/UA.
    with pytest.raises(typst.TypstError):
        write_pdf(replace(one(), title=""), {})


def test_the_table_of_contents_names_the_page_of_each_section():
    contents = read(written("nl")).pages[0].extract_text()
    pages = [page.extract_text() for page in read(written("nl")).pages]
    for title, number in re.findall(r"^([^\d\n]+?) \.{5,} (\d+)$", contents, re.MULTILINE):
        assert title in pages[int(number) - 1]
    assert len(re.findall(r"\.{5,} \d+$", contents, re.MULTILINE)) == 5


def test_a_large_table_upright_keeps_all_its_numbers():
    table = effects_table("en", 4, 30)
    text = text_of(write_pdf(one(table), {}))
    expected = Counter(f"{row + 1}.{column:02d}" for row in range(30) for column in range(4))
    assert Counter(re.findall(r"\d+\.\d\d", text)) == expected


def test_an_opening_bracket_stays_with_its_word():
    narrow = tuple(TableColumn(f"K{place}", width=1) for place in range(6))
    cells = (Markup("Planten en dieren (biodiversiteit)"), *(Markup("x"),) * 5)
    said = text_of(write_pdf(one(TableBlock("t", "Smal", narrow, (TableRow(cells),))), {}))
    assert "(" in said
    assert "(\n" not in said
