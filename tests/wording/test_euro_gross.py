"""An effect that may be near zero is called gross wherever its amount is shown, with its part of the costs."""

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from valuation.lines import ValuedLine
from web.euro_answers import euros_html
from weighing.euros.valuing import EuroChoices, euros
from wording.euro_gross import LEAST, gross_sentence, gross_share
from wording.euro_rows import lens_sentence

CASE = loaded(SHIPPED / "lutkemeer")


def test_the_part_is_that_of_the_yearly_costs():
    found = euros(CASE, EuroChoices())
    lines = [item for item in found.of("business_park").lines if isinstance(item.line, ValuedLine)]
    costs = [(item.criterion, item.line.cost.value.central) for item in lines]
    carbon = sum(cost for criterion, cost in costs if criterion == "traffic_co2")
    assert gross_share(found, "business_park") == pytest.approx(carbon / sum(cost for _, cost in costs))
    # 746 t of the business park against 3 t of fields that stay
    assert gross_share(found, "business_park") > 0.6
    assert gross_share(found, "reference") < 0.1


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_beside_every_total_and_in_the_name(language):
    text, found = words(language), euros(CASE, EuroChoices())
    mark = {"nl": "(bruto)", "en": "(gross)"}[language]
    for criterion in CASE.criteria:
        entry = next((item for item in CASE.valuation.effects if item.criterion == criterion.id), None)
        if entry is not None and entry.gross:
            assert not criterion.in_sum
            assert mark in criterion.short.get(language)
            assert mark in criterion.label.get(language)
    said = gross_sentence(found, text)
    assert mark in said
    told = said.rpartition(":")[2]
    for item in CASE.alternatives:
        assert (f" {item.code} " in told) == (gross_share(found, item.id) >= LEAST)
    assert said in lens_sentence(found, text)
    assert said in str(euros_html(found, text))
