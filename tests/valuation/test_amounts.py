from dataclasses import replace

import pytest

from valuation.amounts import Amount, AmountRange, Basis, Discounting, added, significant
from valuation.lines import Effect, NotValued
from valuation.present import annuity, end_weight, once_weight

BASIS = Basis("EUR", 2024, "some_set", "abc", "true_price")


def amount(*numbers, period="per year", **basis):
    value = AmountRange(*numbers) if len(numbers) == 3 else AmountRange(central=numbers[0])
    return Amount(value, replace(BASIS, **basis), period)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"currency": "USD"}, "EUR.*USD"),
        ({"price_year": 2021}, "2024.*2021"),
        ({"factor_set": "other"}, "some_set.*other"),
        ({"version": "def"}, "abc.*def"),
        ({"frame": "mkba"}, "true_price.*mkba"),
        ({"period": "one-off"}, "per year.*one-off"),
    ],
)
def test_two_kinds_of_euros_are_not_added(change, named):
    with pytest.raises(ValueError, match=named):
        _ = amount(1) + amount(1, **change)


def test_present_values_of_two_rates_are_not_added():
    one, other = (
        Amount(AmountRange(central=1), BASIS, "present value", Discounting(rate, 30)) for rate in (0.0225, 0.0)
    )
    with pytest.raises(ValueError, match="2.25% over 30 years, end of the year and .*0.00% over 30 years"):
        _ = one + other
    with pytest.raises(ValueError, match="states its rate"):
        Amount(AmountRange(central=1), BASIS, "present value")
    with pytest.raises(ValueError, match="states its rate"):
        Amount(AmountRange(central=1), BASIS, "per year", Discounting(0, 1))


def test_a_number_without_a_range_counts_at_both_ends():
    assert (amount(10) + amount(1, 2, 4)).value == AmountRange(11, 12, 14)
    assert (amount(10) + amount(1, None, 4)).value == AmountRange(11, None, 14)
    assert added([]) is None


def test_what_is_not_valued_cannot_be_added():
    missing = NotValued("noise", "no_factor", "noise")
    for left, right in ((amount(1), missing), (missing, amount(1)), (missing, missing), (0, missing)):
        with pytest.raises(TypeError):
            _ = left + right
    with pytest.raises(TypeError):
        float(missing)
    with pytest.raises(ValueError, match="not valued"):
        Amount(AmountRange(), BASIS, "per year")
    with pytest.raises(ValueError, match="'because'"):
        Effect("x", "y", None, keep_out="because")


def test_ranges_combine_to_the_widest_whatever_their_signs():
    assert AmountRange(-2, 1, 3).times(AmountRange(10, 20, 30)) == AmountRange(-60, 20, 90)
    assert AmountRange(-3, -2, -1).times(AmountRange(10, 20, 30)) == AmountRange(-90, -40, -10)
    assert AmountRange(central=2).times(AmountRange(10, None, 30)) == AmountRange(20, None, 60)
    assert AmountRange(1, 2, 3).scaled(-1) == AmountRange(-3, -2, -1)


@pytest.mark.parametrize("numbers", [(1, None, None), (2, 1, 3), (1, 4, 3), (float("nan"), 1, 2), (0, 1, float("inf"))])
def test_a_range_that_is_none_is_refused(numbers):
    with pytest.raises(ValueError, match=r"low|finite"):
        AmountRange(*numbers)
    with pytest.raises(ValueError, match="no number"):
        AmountRange().ends()


@pytest.mark.parametrize(
    ("value", "digits", "seen"),
    [(27_203, 2, 27_000), (353_055, 3, 353_000), (995, 2, 1_000), (0.145, 2, 0.15), (-2.5e-7, 2, -2.5e-7), (0, 3, 0),
     (1.005, 3, 1.01), (8.75, 2, 8.8)],
)  # fmt: skip
def test_amounts_are_shown_in_two_or_three_digits(value, digits, seen):
    assert significant(value, digits) == seen


def test_more_digits_are_refused():
    with pytest.raises(ValueError, match="2 or 3 digits"):
        significant(1.0, 4)
    with pytest.raises(ValueError, match="finite"):
        significant(float("nan"))


@pytest.mark.parametrize(("rate", "years"), [(2.25, 30), (-0.01, 30), (float("nan"), 30), (0.02, 0), (0.02, 2.5)])
def test_a_rate_or_horizon_that_cannot_be_is_refused(rate, years):
    with pytest.raises(ValueError, match="rate|horizon"):
        Discounting(rate, years)


def test_a_one_off_amount_later_is_worth_less_now():
    # 110 after one year at 10% is 100 now; in the middle of that year 110 / 1.1^0.5 = 104.881
    assert 110 * once_weight(Discounting(0.10, 5), 1) == pytest.approx(100)
    assert 110 * once_weight(Discounting(0.10, 5, "middle"), 1) == pytest.approx(104.881, abs=1e-3)
    with pytest.raises(ValueError, match="outside the horizon"):
        once_weight(Discounting(0.10, 5), 6)


def test_year_0_is_never_discounted_and_the_end_does_not_move():
    for timing in ("end", "middle"):
        terms = Discounting(0.10, 5, timing)
        assert once_weight(terms, 0) == 1
        assert end_weight(terms) == pytest.approx(1 / 1.61051)  # 1.1^5


@pytest.mark.parametrize("years", [1, 30, 200])
@pytest.mark.parametrize("rate", [0.0, 0.016, 0.0225, 0.029])
def test_the_middle_of_the_year_is_worth_half_a_year_more(rate, years):
    assert annuity(Discounting(rate, years, "middle")) == pytest.approx(
        (1 + rate) ** 0.5 * annuity(Discounting(rate, years))
    )


def test_the_annuity_equals_its_closed_form():
    assert annuity(Discounting(0.029, 50)) == pytest.approx((1 - 1.029**-50) / 0.029)
