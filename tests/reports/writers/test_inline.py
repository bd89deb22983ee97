"""Text made ready to print."""

import pytest
from markupsafe import Markup

from reports.blocks import Run
from reports.writers.inline import pieces, readable, starts_right_to_left, stretches, web_address

from .sample import ARABIC, CONTROL, HEBREW


def test_what_no_document_can_hold_becomes_a_mark_that_the_reader_sees():
    assert readable(CONTROL) == "bel\ufffd, nul\ufffd, tab\ufffdverticaal, geen teken\ufffd, half\ufffdpaar"
    assert readable("a \n\t b\u00a0c \N{SEEDLING}") == "a b\u00a0c \N{SEEDLING}"


def test_a_mark_that_would_turn_numbers_around_is_taken_out():
    assert readable("\u202e5,26 punten\u2067 70") == "\ufffd5,26 punten\ufffd 70"


def test_a_text_without_markup_is_one_piece_and_an_empty_one_none():
    assert pieces(Markup("Score 3"), {}) == (Run("Score 3"),)
    assert pieces(Markup(), {}) == ()


def test_a_link_to_a_section_gets_the_place_of_that_section_and_a_dead_one_becomes_words():
    text = Markup('<a href="#money">geld</a> en <a href="#gone">weg</a>')
    assert pieces(text, {"money": "_Ref1"}) == (Run("geld", link="#_Ref1"), Run(" en "), Run("weg"))


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.nl/a b", "https://example.nl/a%20b"),
        ("https://example.nl/100%", "https://example.nl/100%25"),
        ("https://example.nl/caf\u00e9?q=%C3%A9#x", "https://example.nl/caf%C3%A9?q=%C3%A9#x"),
        ("https://", None),
        ("https://[kapot/", None),
        ("https://example.nl/\x07", None),
        ("https://example.nl/" + "a" * 2100, None),
    ],
)
def test_an_address_is_spelled_as_word_takes_it_or_left_out(address, kept):
    assert web_address(address) == kept


def test_the_direction_of_writing_follows_the_first_letter():
    assert starts_right_to_left(f"12. {ARABIC}")
    assert not starts_right_to_left(f"Plan {HEBREW}")
    assert not starts_right_to_left("12,5")


def test_a_text_is_cut_where_the_direction_changes():
    assert stretches(f"Plan {HEBREW} komt eerst") == [("Plan ", False), (HEBREW, True), (" komt eerst", False)]
    assert stretches("caf\u00e9") == [("caf\u00e9", False)]
