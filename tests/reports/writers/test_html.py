"""The web page, read back."""

import base64
import re

import pytest
from lxml import html
from markupsafe import Markup

from reports.blocks import Figure, Paragraph, PictureBlock, ReportDocument, Section, TableBlock, TableColumn, TableRow
from reports.writers.html_writer import write_html
from reports.writers.images import ChartImage

from .reading import expected_lines, page_lines
from .sample import ARABIC, effects_table, hostile, image, sample

CHARTS = {"bars": ChartImage('<svg xmlns="http://www.w3.org/2000/svg"/>', b"", 640, 200)}


def page(report: ReportDocument, images=CHARTS):
    return html.fromstring(write_html(report, images))


def small(*blocks) -> ReportDocument:
    """A report with one section."""
    return ReportDocument("Titel", "Onder", "nl", (), (Section("only", "Kop", blocks),))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_of_the_report_is_there_once_and_in_order(language):
    report = sample(language)
    assert page_lines(write_html(report, CHARTS)) == expected_lines(report)


def test_hostile_words_are_printed_as_words():
    assert page_lines(write_html(hostile(), {})) == expected_lines(hostile(), frozenset({"gone"}))


@pytest.mark.parametrize("report", [sample(), hostile()], ids=["sample", "hostile"])
def test_nothing_in_the_page_can_act_or_ask_something_from_elsewhere(report):
    found = page(report)
    assert not found.xpath("//script | //iframe | //object | //embed | //form | //base | //meta[@http-equiv='refresh']")
    assert not [name for element in found.iter() for name in element.attrib if name.startswith("on")]
    sources = found.xpath("//@src | //link/@href")
    assert all(source.startswith("data:") for source in sources)
    assert "url(" not in found.find("head/style").text
    (policy,) = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    addresses = found.xpath("//a/@href")
    assert all(address.startswith(("#", "https://", "http://")) for address in addresses)


def test_headings_nest_under_one_title():
    levels = [element.tag for element in page(sample()).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels == ["h1", "h2", "h2", "h2", "h3", "h4", "h2", "h2"]  # the second is that of the contents


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl"), ("en", "en-GB")])
def test_the_page_says_its_language_and_title(language, tag):
    report = sample(language)
    found = page(report)
    assert found.get("lang") == tag
    assert found.findtext("head/title") == report.title


def test_the_contents_and_the_skip_link_lead_to_places_that_are_there():
    found = page(sample())
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {address[1:] for address in found.xpath("//a/@href") if address.startswith("#")} <= set(ids)
    assert found.xpath("//nav//a/text()") == [
        "Alle soorten blokken",
        "Secties in secties",
        "Een paragraaf",
        "Effectentabel op zijn kant",
        "Na de brede sectie",
    ]
    assert found.find("body")[0].get("href") == "#_text"


def test_a_dead_link_is_only_words_and_a_source_is_a_link():
    found = page(sample())
    links = {link.text_content(): link.get("href") for link in found.xpath("//main//a")}
    assert links["een bron"] == "https://www.example.nl/rapport?a=1&b=2"
    assert links["een verwijzing"] == "#wide"
    assert "een dode verwijzing" not in links


def test_cells_know_their_headers():
    table, wide = page(sample()).iter("table")
    assert table.xpath("thead//th/@scope") == ["col"] * 3
    assert table.xpath("tbody/tr/th/@scope") == ["rowgroup", "row", "row", "row"]
    assert table.xpath("tbody/tr[@class='band']/th/@colspan") == ["3"]
    assert [len(body.findall("tr")) for body in wide.findall("tbody")] == [16] * 4  # a band with its 15 rows
    assert table.xpath("thead//th/@class") == ["right", "centre"]


def test_an_empty_cell_is_not_a_header_of_anything():
    rows = (TableRow((Markup(), Markup("1"))),)
    (table,) = page(small(TableBlock("t", "c", (TableColumn(""), TableColumn("b")), rows))).iter("table")
    assert [len(table.xpath(f".//{kind}")) for kind in ("th", "td")] == [1, 3]


def test_rows_before_the_first_band_stay_before_it():
    rows = (TableRow((Markup("a"),)), TableRow((Markup("band"),), band=True), TableRow((Markup("b"),)))
    (table,) = page(small(TableBlock("t", "c", (TableColumn("x"),), rows))).iter("table")
    assert [body.text_content().split() for body in table.findall("tbody")] == [["a"], ["band", "b"]]


def test_only_a_table_too_wide_for_a_phone_can_be_moved_sideways_and_says_its_name():
    # 3 + 2, 3 + 2 letters; 9 + 2, 7 + 2 and three times 11 + 2 letters, where a phone has 30
    short = TableBlock("s", "Kort", (TableColumn("abc"), TableColumn("def")), ())
    found = page(small(short, effects_table(alternatives=3)))
    narrow, wide = (table.getparent() for table in found.iter("table"))
    assert (narrow.get("tabindex"), narrow.get("role")) == (None, None)
    assert (wide.get("tabindex"), wide.get("role")) == ("0", "region")
    assert found.get_element_by_id(wide.get("aria-labelledby")).text_content().startswith("Tabel 2. ")


def test_in_a_table_only_very_long_words_may_be_cut():
    text = Markup("Landbouwgrond {} meer").format("<" + "a" * 20)
    table = TableBlock("t", "c", (TableColumn("b" * 19), TableColumn("kort")), (TableRow((text, Markup())),))
    found = page(small(table))
    assert found.xpath("//table//span[@class='long']/text()") == ["b" * 19, "<" + "a" * 20]


def test_a_full_table_has_small_letters_on_paper():
    looks = [t.get("class") for t in page(small(effects_table(alternatives=2), effects_table())).iter("table")]
    assert looks == [None, "small"]


def test_column_widths_follow_the_table():
    (table,) = page(small(sample().all(TableBlock)[0])).iter("table")
    assert table.xpath("colgroup/col/@style") == ["width: 50.0%", "width: 25.0%", "width: 25.0%"]  # 2 : 1 : 1


def test_pictures_stand_in_the_file_with_words_for_who_cannot_see_them():
    pictures = list(page(sample()).iter("img"))
    assert [picture.get("alt") for picture in pictures] == [
        "Staven: plan A 62,5, plan B 56,25, plan C 12,5 altwoord.",
        "Groen veld beeldalt",
        "Veld met lucht fotoalt",
    ]
    kinds = [picture.get("src").partition(";")[0] for picture in pictures]
    assert kinds == ["data:image/svg+xml", "data:image/png", "data:image/jpeg"]
    assert base64.b64decode(pictures[1].get("src").partition(",")[2]) == image("PNG")
    assert [(p.get("width"), p.get("height")) for p in pictures] == [("640", "200"), ("320", "180"), ("200", "400")]


def test_a_picture_that_is_missing_or_damaged_is_told_in_words():
    report = small(
        PictureBlock("p", "Bijschrift", "een groen veld", b"kapot"), Figure("f", "Grafiek", 'drie "staven"', {})
    )
    found = write_html(report, {})
    assert "<img" not in found
    assert page_lines(found) == expected_lines(report, frozenset({"p", "f"}))


def test_what_people_still_have_to_write_is_marked_in_words():
    (mark,) = page(sample()).xpath("//p[@class='to-do']")
    assert mark.text_content().startswith("Nog in te vullen: ")


def test_wide_sections_and_new_pages_are_known_to_the_printer():
    found = page(sample())
    assert found.xpath("//section[@class='wide']/@id") == ["wide"]
    assert found.xpath("//section[@class='new-page']/@id") == ["nested"]
    style = found.find("head/style").text
    assert re.search(r"@page wide \{ size: A4 landscape", style)


def test_only_a_line_with_words_from_right_to_left_finds_out_its_own_direction():
    found = page(small(Paragraph(Markup(ARABIC)), Paragraph(Markup("Gewoon"))))
    assert [p.get("dir") for p in found.xpath("//section/p")] == ["auto", None]


def test_two_sections_with_one_id_give_one_place():
    found = page(ReportDocument("T", "S", "nl", (), (Section("same", "Kop", ()),) * 2))
    assert found.xpath("//section/@id") == ["same"]


def test_the_same_report_gives_the_same_page():
    assert write_html(sample(), CHARTS) == write_html(sample(), CHARTS)
