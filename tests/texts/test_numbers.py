import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.numbers import inner_decimals, number, percent, quantity, vega_locale


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        (12500.5, 1, "12.500,5", "12,500.5"),
        (1009, 0, "1.009", "1,009"),
        (0, 0, "0", "0"),
        (0.04, 1, "0,0", "0.0"),
        (1234567.891, 2, "1.234.567,89", "1,234,567.89"),
    ],
)
def test_numbers_look_as_people_write_them(value, decimals, dutch, english):
    assert number(value, "nl", decimals) == dutch
    assert number(value, "en", decimals) == english


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2.5, "3"),
        (-2.5, "\u22123"),
        (0.5, "1"),
        (1.5, "2"),
        (2.4999, "2"),
        (0.1 + 0.2 + 0.2, "1"),
        (49.49999999999999, "50"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value, shown):
    assert number(value, "nl") == shown


@pytest.mark.parametrize(("value", "shown"), [(0.1 + 0.2 + 0.2, "1"), (49.49999999999999, "50"), (0.4999, "0")])
def test_the_noise_of_binary_fractions_does_not_decide_about_a_digit(value, shown):
    assert number(value, "nl") == shown


def test_what_rounds_to_zero_has_no_minus():
    assert number(-0.04, "nl", 1) == "0,0"


def test_a_signed_number_shows_its_plus_and_zero_has_none():
    assert number(3.14, "nl", 1, signed=True) == "+3,1"
    assert number(0.01, "nl", 1, signed=True) == "0,0"


def test_a_quantity_has_no_zeros_at_the_end():
    assert quantity(42.0, "nl", 1) == "42"
    assert quantity(42.2, "nl", 1) == "42,2"
    assert quantity(100, "nl", 1) == "100"
    assert quantity(122500, "en", 1) == "122,500"


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (5e-7, 0, "0,0000005"),
        (-5.16e-7, 2, "\u22120,00000052"),
        (0.0499, 1, "0,05"),
        (0.04, 1, "0,04"),
        (0.4999, 0, "0,5"),
        (0.0, 2, "0"),
        (0.3 - 0.1 - 0.2, 2, "0"),
    ],
)
def test_a_quantity_that_is_not_nothing_is_never_shown_as_nothing(value, decimals, shown):
    assert quantity(value, "nl", decimals) == shown


def test_a_share_is_shown_in_per_cent():
    assert percent(0.415, "nl") == "42%"
    assert percent(0.415, "nl", 1) == "41,5%"


@pytest.mark.parametrize(
    ("share", "fewest", "shown"),
    [(0, 0, "0%"), (1, 1, "100,0%"), (0.27, 0, "27%"), (0.004, 0, "0,4%"), (0.9996, 0, "99,96%"), (0.0003, 1, "0,03%"),
     (0.005, 0, "1%"), (1e-7, 0, "0,000%")],
)  # fmt: skip
def test_a_share_inside_does_not_read_as_nothing_or_all(share, fewest, shown):
    assert percent(share, "nl", inner_decimals(share, fewest)) == shown


def test_charts_get_the_decimal_mark_of_the_language():
    assert vega_locale("nl")["decimal"] == ","
    assert vega_locale("en")["decimal"] == "."


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_reading_a_number_back_gives_the_rounded_value(value, decimals):
    text = number(value, "en", decimals).replace(",", "").replace("\u2212", "-")
    assert abs(float(text) - value) <= 0.5 * 10**-decimals + 1e-6
