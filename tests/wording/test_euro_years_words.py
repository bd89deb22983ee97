"""Years, dated costs and doubts apart in words: the figures of the library, and nothing said where nothing differs."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from cases import SHIPPED
from cases.reading.loader import load_case
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.weighing.euros.test_euro_years import with_years
from tests.weighing.euros.test_valuing import with_one_off
from texts import LANGUAGES, words
from valuation.amounts import significant
from weighing.euros.euro_draws import euro_information
from weighing.euros.valuing import EuroChoices, euros
from weighing.what_if import changed
from wording.amount_words import money
from wording.euro_rows import total_rows
from wording.euro_years_words import (
    apart_about,
    apart_rows,
    cost_heads,
    cost_rows,
    finding_out,
    path_rows,
    year_rows,
    years_about,
)

ENGLISH = words("en")
PLAIN = euros(loaded(GOOD), EuroChoices())


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return euros(load_case(with_years(tmp_path_factory.mktemp("years"))), EuroChoices())


def test_years_are_shown_as_they_are_with_why_they_differ(found):
    rows = year_rows(found, ENGLISH)
    assert [row.label for row in rows] == ["In 2027", "In 2031", "In 2036", "In 2041", "In 2046"]
    # as now 6.24 million less 2%; the tram not yet
    assert rows[0].amounts[0].startswith("6.12 million euros (")
    assert rows[0].amounts[2] == "0 euros"
    assert [(row.label, row.alternatives, row.sources) for row in path_rows(found, ENGLISH)] == [
        ("CO2 emissions", "", ("S1",)), ("CO2 emissions", "tram", ("S1",)),
    ]  # fmt: skip
    yearly = total_rows(found, ENGLISH)[0].totals[0]
    assert yearly.terms == "per year, as in 2026, price level 2024"


def test_costs_have_their_year_and_sums_and_what_is_not_named_is_not_zero(found):
    none, _, tram = cost_rows(found, ENGLISH)
    assert (none.rows, none.costs, none.left) == ((), None, None)
    assert cost_heads(found, ENGLISH)[-2:] == ["Amount, price level 2025", "Brought to 2026 at 2.25% a year"]
    assert [(row.year, row.now) for row in tram.rows] == [
        ("2026", "900,000 euros (800,000 to 1.2 million euros)"), ("2036", "400,000 euros"), ("2046", "192,000 euros"),
    ]  # fmt: skip
    assert tram.rows[2].label == "Residual value: Rails"
    assert tram.costs == "1.3 million euros (1.2 million to 1.6 million euros)"
    assert tram.left == "192,000 euros"
    longer = cost_rows(euros(found.case, EuroChoices(horizon=40)), ENGLISH)[2]
    assert (longer.left, longer.rows[2].now) == (None, "not known for this number of years")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("margin", "three_times", "larger"),
    [
        ((9.0, 11.0), False, "only_effects"),
        ((9.0, 11.0), True, "factors"),  # 2 kt beside 10 kt x (3 - 1/3)
        ((0.0, 60.0), True, "effects"),
        ((4.0, 31.0), True, "both"),  # 27 kt beside 26.7 kt
        ((None, None), True, "only_factors"),
        ((None, None), False, "neither"),
    ],
)
def test_what_moves_the_sum_most_is_said_of_every_alternative(language, margin, three_times, larger):
    text, case = words(language), loaded(GOOD)
    doubt = dict(zip(("low", "high"), margin, strict=True))
    cells = {
        key: replace(cell, value=10.0, **doubt) if key[1] == "co2" else cell for key, cell in case.performances.items()
    }
    case = changed(case, larger, performances=MappingProxyType(cells))
    rows = apart_rows(euros(case, EuroChoices(three_times=three_times)), text)
    assert [row.larger for row in rows] == 3 * [text(f"lens.apart_by_{larger}")]
    none = text("lens.apart_no_margin")
    assert {(row.effects == none, row.factors == none) for row in rows} == {(margin[0] is None, not three_times)}


@pytest.mark.parametrize(
    ("language", "first"), [("nl", ["Nu", "Na 1 jaar", "Na 5 jaar"]), ("en", ["Now", "After 1 year", "After 5 years"])]
)
def test_without_a_first_year_the_years_are_counted_from_now(language, first, tmp_path):
    rows = year_rows(euros(load_case(with_one_off(tmp_path)), EuroChoices()), words(language))
    assert [row.label for row in rows][:3] == first


def test_every_table_says_which_amounts_it_holds(found):
    bare = "The course over the years of CO2 has no range of its own. So the range of later years is too narrow."
    assert years_about(found, ENGLISH)[1:] == ["Amounts: price level 2024.", bare]
    assert apart_about(found, ENGLISH)[1] == (
        "Amounts: over 20 years, brought to the present at 2.25% a year, price level 2024."
    )
    assert apart_about(PLAIN, ENGLISH)[1] == "Amounts: per year, price level 2024."


def test_a_case_without_years_says_nothing_about_them():
    assert (year_rows(PLAIN, ENGLISH), path_rows(PLAIN, ENGLISH), cost_rows(PLAIN, ENGLISH)) == ([], [], [])


def test_the_middle_of_the_year_stands_beside_the_amount():
    found = euros(loaded(GOOD), EuroChoices(timing="middle"))
    assert total_rows(found, ENGLISH)[0].present.terms == (
        "over 20 years, each amount half-way through the year, brought to the present at 2.25% a year, price level 2024"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_finding_out_is_worth_is_said_in_euros_with_what_it_leaves_out(language):
    text, case = words(language), loaded(SHIPPED / "lutkemeer")
    for choices, which in ((EuroChoices(), "effects"), (EuroChoices(three_times=True), "both")):
        gains = euro_information(case, choices)
        (said,) = finding_out(euros(case, choices), text)
        known = [gains.everything, gains.effects] if which == "effects" else [gains.effects, gains.factors]
        assert all(money(significant(amount.value.central, 2), "EUR", text) in said for amount in known)
        assert text("lens.worth_limits") in said
        assert (text("lens.worth_effects") in said) == (which == "effects")
        assert apart_about(euros(case, choices), text)[-1] == said
    dark = dict(case.performances)
    dark["combination", "nox"] = replace(dark["combination", "nox"], value=None, low=None, high=None)
    (said,) = finding_out(euros(changed(case, "dark", performances=dark), EuroChoices()), text)
    assert said == text("lens.worth_unknown", names=text.of(case.criterion("nox").short))
    certain = {key: replace(cell, low=None, high=None) for key, cell in case.performances.items()}
    sure = changed(case, "sure", performances=certain, causes=(), caused_effects=())
    assert finding_out(euros(sure, EuroChoices()), text) == [text("lens.worth_no_range")]
    (said,) = finding_out(euros(sure, EuroChoices(three_times=True)), text)  # only the amounts per unit vary
    gain = euro_information(sure, EuroChoices(three_times=True)).everything
    assert money(significant(gain.value.central, 2), "EUR", text) in said
    assert text("lens.worth_effects") not in said
    assert finding_out(euros(changed(case, "one", alternatives=case.alternatives[:1]), EuroChoices()), text) == []


def test_which_course_over_the_years_has_a_range_is_said(found):
    file, text = found.case.valuation, ENGLISH
    grows, points = (path for path in file.paths if path.criterion == "co2")
    ranged = grows.model_copy(update={"growth_low": -0.05, "growth_high": 0.0})
    for paths, keys in (
        ((), ["years_no_growth"]),
        ((ranged,), ["years_range"]),
        ((grows,), ["years_no_range"]),
        ((ranged, points), ["years_range", "years_no_range"]),
    ):
        case = changed(found.case, str(keys), valuation=file.model_copy(update={"paths": paths}))
        for choices in (EuroChoices(), EuroChoices("mkba_nl", carbon="co2_wlo")):
            said = [text(f"lens.{key}", names="CO2") for key in keys]
            if choices.carbon:
                # 20 years from 2026 end before 2050; with 30 years the last six have no published amount
                assert years_about(euros(case, choices), text)[2:] == said
                longer = euros(case, EuroChoices("mkba_nl", carbon="co2_wlo", horizon=30))
                said += [text("lens.years_price", impact="CO2 by year, WLO Low to High", year=2050)]
                assert years_about(longer, text)[2:] == said
            else:
                assert years_about(euros(case, choices), text)[2:] == said
