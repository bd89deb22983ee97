"""The choices about euros in a link: they come back exactly, and a stranger's text does no harm."""

import pytest

from cases import SHIPPED
from cases.reading.loader import load_case
from tests.cases.harbour import GOOD, copy_to
from tests.cases.loaded import loaded
from weighing.euros.euro_links import LONGEST, euros_from_link, euros_to_link
from weighing.euros.valuing import EuroChoices, euros

CASE = loaded(SHIPPED / "lutkemeer")


@pytest.mark.parametrize(
    ("choices", "link"),
    [
        (EuroChoices(), "true_price_2025"),
        (EuroChoices("mkba_nl"), "mkba_nl"),
        (EuroChoices(biome="grassland"), "true_price_2025~grassland"),
        (EuroChoices(carbon=104.0), "true_price_2025~~104.0"),
        (EuroChoices(carbon=312 / 7), f"true_price_2025~~{312 / 7}"),
        (EuroChoices(rate=0.0), "true_price_2025~~~0.0"),
        (EuroChoices(horizon=60), "true_price_2025~~~~60"),
        (EuroChoices("true_price_2025", "woodland", 936.0, 0.016, 15), "true_price_2025~woodland~936.0~0.016~15"),
    ],
)
def test_choices_go_into_a_link_and_come_back_the_same(choices, link):
    assert euros_to_link(choices) == link
    assert euros_from_link(CASE, link) == choices


def test_another_factor_for_co2_comes_back():
    carbon = next(key for key in euros(CASE, EuroChoices("mkba_nl")).factor_set.factors if key.startswith("co2"))
    choices = EuroChoices("mkba_nl", carbon=carbon)
    assert euros_from_link(CASE, euros_to_link(choices)) == choices


@pytest.mark.parametrize(
    "link",
    [
        "",
        "no_such_set",
        "true_price_2025~moon",
        "true_price_2025~~no_such_factor",
        "true_price_2025~~-1",
        "true_price_2025~~1e99",
        "true_price_2025~~nan",
        "true_price_2025~~~0.9",
        "true_price_2025~~~-0.1",
        "true_price_2025~~~abc",
        "true_price_2025~~~~0",
        "true_price_2025~~~~100000",
        "true_price_2025~~~~1.5",
        "true_price_2025~~~~~extra",
        "mkba_nl~grassland",
        "<script>",
        "true_price_2025" + "~" * LONGEST,
    ],
)
def test_what_cannot_be_used_is_refused(link):
    assert euros_from_link(CASE, link) is None


def test_a_case_without_amounts_has_no_choices(tmp_path):
    assert euros_from_link(load_case(GOOD), "true_price_2025") is not None
    folder = copy_to(tmp_path)
    (folder / "valuation.yaml").unlink()
    assert euros_from_link(load_case(folder), "true_price_2025") is None
