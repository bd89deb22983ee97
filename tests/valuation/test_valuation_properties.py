"""What must hold for any effects."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from tests.valuation.sets import TRUE_PRICE, effect
from valuation.amounts import AmountRange
from valuation.euro_choices import Choices, outcome
from valuation.lines import NotValued

CHOSEN = Choices(TRUE_PRICE, "grassland", None, 0.0225, 30)
SIZES = st.floats(-1e6, 1e6)


@st.composite
def effects(draw, least=1):
    impacts = draw(st.lists(st.sampled_from(sorted(TRUE_PRICE.factors)), min_size=least, max_size=8, unique=True))
    listed = []
    for impact in impacts:
        low, central, high = sorted(draw(st.tuples(SIZES, SIZES, SIZES)))
        unit, period = TRUE_PRICE.factors[impact].unit, "one-off"
        if impact.startswith("land_occupation"):
            unit, period = "MSA-loss*ha", "per year"
        elif draw(st.booleans()):
            unit, period = f"{unit}/yr", "per year"
        value = draw(st.sampled_from([(low, central, high), (low, None, high), central]))
        listed.append(effect(impact, impact, value, unit, period))
    return listed


def ends(found):
    return {period: table.total.value.ends() for period, table in found.totals.tables.items()}


@examples(20, 1200)
@given(effects(), st.data())
def test_a_missing_factor_lowers_coverage_and_never_becomes_0(listed, data):
    gone = data.draw(st.sampled_from([one.impact for one in listed]))
    factors = {name: factor for name, factor in TRUE_PRICE.factors.items() if name != gone}
    before = outcome(listed, CHOSEN).totals.coverage
    after = outcome(listed, replace(CHOSEN, factor_set=replace(TRUE_PRICE, factors=factors)))
    assert NotValued(gone, "no_factor", gone) in after.lines
    assert after.totals.coverage.valued + after.totals.coverage.gains == before.valued + before.gains - 1
    assert after.totals.coverage.effects == before.effects
    assert all(gone != line.effect for table in after.totals.tables.values() for line in table.lines)


@examples(20, 1200)
@given(effects(least=2))
def test_another_effect_never_lowers_the_cost_to_remedy(listed):
    fewer, more = ends(outcome(listed[:-1], CHOSEN)), ends(outcome(listed, CHOSEN))
    for period, (low, high) in fewer.items():
        slack = 1e-9 * (1 + abs(more[period][1]))
        assert more[period][0] >= low - slack
        assert more[period][1] >= high - slack
        assert low >= 0


@examples(20, 1200)
@given(effects(), st.randoms())
def test_the_order_of_effects_does_not_matter(listed, chance):
    shuffled = listed.copy()
    chance.shuffle(shuffled)
    one, other = outcome(listed, CHOSEN), outcome(shuffled, CHOSEN)
    assert one.totals == other.totals
    assert one.present_value == other.present_value


@examples(20, 1200)
@given(effects())
def test_the_parts_add_up_to_the_total(listed):
    for table in outcome(listed, CHOSEN).totals.tables.values():
        for parts in (table.by_right, table.by_cost_type):
            sums = [sum(part.value.ends()[end] for part in parts.values()) for end in (0, 1)]
            assert sums == pytest.approx(list(table.total.value.ends()))


@examples(20, 1200)
@given(st.tuples(SIZES, SIZES), st.tuples(SIZES, SIZES), st.floats(0, 1), st.floats(0, 1))
def test_a_product_of_ranges_holds_every_product_inside(one, other, first, second):
    (low, high), (least, most) = sorted(one), sorted(other)
    found = AmountRange(low, None, high).times(AmountRange(least, None, most))
    inside = (low + first * (high - low)) * (least + second * (most - least))
    slack = 1e-6 * (1 + abs(inside))
    assert found.low - slack <= inside <= found.high + slack
