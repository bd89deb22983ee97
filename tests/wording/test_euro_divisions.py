"""Cost to remedy by right and by kind of remedy: every division holds the whole cost."""

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from valuation.amounts import added
from weighing.euros.valuing import EuroChoices, euros
from wording.amount_words import amount_text
from wording.euro_divisions import by_remedy, by_right

CASE = loaded(SHIPPED / "lutkemeer")
FOUND = euros(CASE, EuroChoices())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_amount_is_the_librarys_and_each_division_adds_up(language):
    text = words(language)
    for place, item in enumerate(FOUND.alternatives):
        for table in item.outcome.totals.tables.values():
            for division, rows in (
                (table.by_right, by_right(FOUND, text)),
                (table.by_cost_type, by_remedy(FOUND, text)),
            ):
                assert added(division.values()).value.central == pytest.approx(table.total.value.central)
                shown = {row.amounts[place] for row in rows}
                assert {amount_text(cost, text).full for cost in division.values()} <= shown


def test_climate_is_compensated_and_every_alternative_has_a_column():
    rows = {row.label: row.amounts for row in by_remedy(FOUND, words("nl"))}
    assert any("vergoeden" in label for label in rows)
    assert {len(amounts) for amounts in rows.values()} == {len(CASE.alternatives)}


def test_a_set_that_does_not_start_from_rights_has_no_such_division():
    found = euros(CASE, EuroChoices(factor_set="mkba_nl"))
    assert by_right(found, words("nl")) == by_remedy(found, words("nl")) == []
