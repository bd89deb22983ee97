"""The parts of a report, and how safe HTML becomes pieces of text."""

import pytest
from markupsafe import Markup

from reports.blocks import Paragraph, ReportDocument, Run, Section, TableBlock, TableColumn, TableRow, plain, runs


def test_a_text_becomes_pieces_in_one_look_each():
    assert runs(Markup("<b>Plan A</b> komt <i>eerst</i> &amp; blijft")) == (
        Run("Plan A", bold=True),
        Run(" komt "),
        Run("eerst", italic=True),
        Run(" & blijft"),
    )


def test_looks_that_stand_inside_each_other_add_up():
    assert runs(Markup("<b>a <em>b</em></b>")) == (Run("a ", bold=True), Run("b", bold=True, italic=True))


@pytest.mark.parametrize(
    ("address", "kept"), [("https://a.nl/x", True), ("#money", True), ("javascript:alert(1)", False), ("//a.nl", False)]
)
def test_only_an_address_that_is_safe_to_follow_is_kept(address, kept):
    assert runs(Markup('<a href="{}">bron</a>').format(address)) == (Run("bron", link=address if kept else None),)


def test_what_was_escaped_comes_back_as_words_not_as_an_element():
    text = Markup("{}").format("<script>alert(1)</script> 3 < 4")
    assert plain(text) == "<script>alert(1)</script> 3 < 4"
    assert plain(Markup("<span lang='en'>food</span><br>park")) == "food park"


def test_a_row_of_the_wrong_length_is_refused():
    columns = (TableColumn("a"), TableColumn("b"))
    TableBlock("t", "c", columns, (TableRow((Markup("band"),), band=True), TableRow((Markup(), Markup()))))
    with pytest.raises(ValueError, match="table t: a row has 1 cells"):
        TableBlock("t", "c", columns, (TableRow((Markup("a"),)),))


def test_all_blocks_of_a_kind_come_in_the_order_of_the_report():
    first, second = Paragraph(Markup("1")), Paragraph(Markup("2"))
    inner = Section("in", "In", (second,))
    document = ReportDocument("t", "s", "nl", (), (Section("a", "A", (first, inner)),))
    assert document.all(Paragraph) == [first, second]
    assert [section.id for section in document.all(Section)] == ["a", "in"]
