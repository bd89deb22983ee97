"""Widths of columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from reports.blocks import TableBlock, TableColumn, TableRow
from reports.writers.column_widths import LONGEST_WORD, fitted, least, pleasant


def table(*columns: tuple[str, float], cells: tuple[str, ...] = ()) -> TableBlock:
    """A table with one row."""
    rows = (TableRow(tuple(map(Markup, cells))),) if cells else ()
    return TableBlock("t", "c", tuple(TableColumn(title, width=width) for title, width in columns), rows)


def test_the_longest_word_of_a_column_counts_with_the_white_around_it():
    made = table(("Wat", 1), ("Oordeel", 1), cells=("<b>Voedselpark</b> B", "a&amp;b"))
    assert least(made) == (11 + 2, 7 + 2)


def test_a_word_may_be_cut_at_a_hyphen_or_when_it_is_very_long():
    assert least(table(("Voedselpark-initiatief", 1), ("a" * 40, 1))) == (11 + 2, LONGEST_WORD + 2)


def test_a_heading_over_rows_does_not_count():
    band = TableRow((Markup("Verantwoordelijkheid"),), band=True)
    assert least(TableBlock("t", "c", (TableColumn("a"), TableColumn("b")), (band,))) == (3, 3)


def test_widths_are_as_asked_when_all_words_fit():
    fit = fitted(table(("abc", 2), ("def", 1), ("ghi", 1)), 80)
    assert fit.shares == pytest.approx((0.5, 0.25, 0.25))
    assert fit.whole


def test_a_column_gets_what_its_words_need_from_the_others_in_proportion():
    # 100 letters, asked 10 : 60 : 30; the first needs 12 + 2 = 14, so 86 stays for 60 : 30
    fit = fitted(table(("verantwoordt", 1), ("a", 6), ("b", 3)), 100)
    assert fit.shares == pytest.approx((0.14, 0.86 * 2 / 3, 0.86 / 3))
    assert fit.whole


def test_running_text_is_not_pressed_together_to_keep_words_whole():
    # 40 letters, asked 8 : 8 : 24. Words need 14 + 14, which leaves the text 12, less than 0.6 x 24 = 14.4.
    # At 0.9 they get 12.6 each, which leaves 14.8.
    fit = fitted(table(("verantwoordt", 1), ("verantwoordt", 1), ("tekst", 3)), 40)
    assert fit.shares == pytest.approx((12.6 / 40, 12.6 / 40, 14.8 / 40))
    assert not fit.whole


def test_a_table_reads_pleasantly_in_lines_that_are_neither_very_long_nor_very_short():
    # the word needs 3 + 2; a text of 120 letters in 6 lines 20 + 2; one of 600 letters no more than 30 + 2
    made = table(("abc", 1), ("t", 1), ("t", 1), cells=("abc", "ab " * 40, "ab " * 200))
    assert pleasant(made) == pytest.approx(5 + 22 + 32)


@given(st.lists(st.tuples(st.integers(0, 40), st.floats(0.2, 5)), min_size=1, max_size=12), st.floats(20, 200))
def test_shares_fill_the_table_and_none_is_lost(columns, room):
    fit = fitted(table(*(("a" * letters, width) for letters, width in columns)), room)
    assert sum(fit.shares) == pytest.approx(1)
    assert min(fit.shares) > 0


def test_columns_that_ask_the_same_get_the_same_where_there_is_room():
    # 60 letters, asked 30 : 15 : 15; one of the two needs 16 + 2 = 18, so both get 18 and 24 stays for the first
    fit = fitted(table(("eerste", 2), ("bedrijventerrein", 1), ("tram", 1)), 60)
    assert fit.shares == pytest.approx((24 / 60, 18 / 60, 18 / 60))
    # In 40 letters that would leave the first 4, so only the one that needs it gets more.
    fit = fitted(table(("eerste", 2), ("bedrijventerrein", 1), ("tram", 1)), 40)
    assert fit.shares[1] > fit.shares[2]
