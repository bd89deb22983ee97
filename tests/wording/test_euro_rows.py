"""Every sentence and row about euros: the numbers of the library, the kind of euros beside them, both languages."""

import re
from dataclasses import fields, is_dataclass

import pytest

from cases.definition.model import Source
from cases.reading.loader import load_case
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.loaded import FOUR_PLANS, loaded
from texts import LANGUAGES, words
from valuation.amounts import AmountRange
from valuation.set_loader import available_sets
from weighing.euros.valuing import EuroChoices, euros
from wording.amount_words import amount_text, digits, money, stated_text, unit_words
from wording.euro_doubt_words import biome_name, difference_sentence, sensitivity_rows, tipping_sentences
from wording.euro_rows import (
    amount_name,
    coverage_sentence,
    gain_rows,
    gap_rows,
    lens_sentence,
    line_rows,
    party_rows,
    set_text,
    total_rows,
)
from wording.money_words import business_case_text, contested_rows, transfer_rows

CASE = loaded(FOUR_PLANS)
HARBOUR = loaded(GOOD)
DUTCH, ENGLISH = words("nl"), words("en")
SETS = ("true_price_2025", "mkba_nl")
FOUND = euros(CASE, EuroChoices())


def everything(case, choices, text):
    """All that this module can say about a case."""
    found = euros(case, choices)
    first, last = case.alternatives[0].id, case.alternatives[-1].id
    said = [lens_sentence(found, text), amount_name(found, text), coverage_sentence(found, text), set_text(found, text)]
    for item in case.alternatives:
        said += [line_rows(found, item.id, text), gap_rows(found, text, item.id), gain_rows(found, item.id, text)]
        said += [party_rows(found, item.id, text)]
    said += [gap_rows(found, text), total_rows(found, text, [last]), sensitivity_rows(case, choices, text)]
    said += [difference_sentence(case, choices, first, last, text), tipping_sentences(case, choices, first, last, text)]
    return [*said, transfer_rows(case, text), contested_rows(case, text), business_case_text(case, text)]


def strings(found):
    """Every text inside, except where a figure comes from."""
    if isinstance(found, str):
        yield found
    elif is_dataclass(found) and not isinstance(found, Source):
        for field in fields(found):
            if field.name not in ("attribution", "source", "address", "publisher", "licence", "central", "span"):
                yield from strings(getattr(found, field.name))
    elif isinstance(found, list | tuple):
        for item in found:
            yield from strings(item)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", SETS)
@pytest.mark.parametrize("case", [CASE, HARBOUR], ids=lambda case: case.id)
def test_no_amount_stands_without_its_price_year(case, chosen, language):
    own_words = set(strings(written_in_the_case(case, language)))
    said = set(strings(everything(case, EuroChoices(chosen), words(language)))) - own_words
    with_money = [text for text in said if re.search(r"\d[\d.,]* ?(miljoen |million |miljard |billion )?euro", text)]
    assert len(with_money) > 20
    for text in with_money:
        assert re.search(r"prijspeil|price level", text), text


def written_in_the_case(case, language):
    file = case.valuation
    texts = [entry.why for entry in file.effects] + [entry.text for entry in file.not_valued]
    texts += [item.about for item in (*file.transfers, *file.contested, file.business_case)]
    texts += [claim.about for item in file.contested for claim in item.claims]
    return [text.get(language) for text in texts]


@pytest.mark.parametrize("chosen", SETS)
def test_the_other_language_does_not_leak(chosen):
    dutch = " ".join(strings(everything(CASE, EuroChoices(chosen), DUTCH))).lower()
    english = " ".join(strings(everything(CASE, EuroChoices(chosen), ENGLISH))).lower()
    assert not re.search(r"\b(the|of the|per year|amounts?|price level|nobody|gain)\b", dutch)
    assert not re.search(r"\b(het|een|per jaar|bedrag|prijspeil|niemand|winst)\b", english)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", SETS)
def test_an_amount_is_never_called_a_price_a_fee_or_a_payment(chosen, language):
    text = words(language)
    found = euros(CASE, EuroChoices(chosen))
    said = [amount_name(found, text), coverage_sentence(found, text), *strings(total_rows(found, text))]
    joined = " ".join(said).lower().replace("price level", "").replace("prijspeil", "")
    assert not re.search(r"\b(prijs|prijzen|boete|betaling|price|prices|fee|payment|due)\b", joined)


def test_a_line_goes_from_effect_through_factor_to_amount():
    rows = {row.criterion: row for row in line_rows(FOUND, "business_park", DUTCH)}
    traffic = rows["traffic_co2"]
    assert traffic.effect == "746 ton CO2 per jaar (72 tot 4.253)"
    assert traffic.counted == "746.000 kg CO2-eq (72.000 tot 4,25 miljoen)"
    assert traffic.per_unit == "0,312 euro per kg CO2-eq, prijspeil 2024"
    assert traffic.amount.full == "233.000 euro (22.500 tot 1,33 miljoen euro), per jaar, prijspeil 2024"
    assert (traffic.cost_type, traffic.verified) == ("vergoeden", "Nagelezen bij de uitgever.")
    assert rows["biodiversity"].counted == "33,2 hectare verloren natuur (MSA) × jaar (28,5 tot 37,6)"
    assert "bruto" in traffic.why
    assert len([row for row in line_rows(FOUND, "business_park", DUTCH) if row.criterion == "nox"]) == 2


def test_a_stated_amount_has_no_source_and_says_so():
    found = euros(CASE, EuroChoices(carbon=100.0))
    row = next(row for row in line_rows(found, "business_park", ENGLISH) if row.criterion == "traffic_co2")
    assert (row.source, row.verified, row.note) == ("filled in by you", "Filled in by you. There is no source.", "")


def test_what_has_no_amount_is_counted_and_named_with_the_total():
    sentence = coverage_sentence(FOUND, ENGLISH)
    assert sentence.startswith(
        "5 of the 22 effects have an amount in euros. No amount in euros (not the same as zero): jobs,"
    )
    for gap in FOUND.gaps:
        assert CASE.criterion(gap.criterion).short.en.lower()[1:] in sentence.lower()
    food_park = next(row for row in total_rows(FOUND, ENGLISH) if row.alternative == "food_park")
    assert food_park.coverage.startswith("4 of the 22 effects have an amount in euros. Only a gain, told apart: CO2")
    (gain,) = food_park.gains
    assert "44 tonnes of CO2 per year (7 to 68)" in gain.sentence
    rows = gap_rows(FOUND, ENGLISH)
    assert len(rows) == 17
    assert next(row for row in rows if row.criterion == "jobs").reason == "Not counted as gain or loss by this method"


def test_an_effect_that_the_set_lacks_is_named_with_the_set():
    rows = {row.criterion: row for row in gap_rows(euros(CASE, EuroChoices("mkba_nl")), ENGLISH)}
    assert rows["pm25"].text == "The set 'Dutch cost-benefit analysis, CO2 figures and rules' has no amount for this."


def test_t11_a_hard_requirement_stays_whatever_the_euros():
    rows = {row.alternative: row for row in total_rows(FOUND, ENGLISH, breached=["food_park"])}
    plain = {row.alternative: row for row in total_rows(FOUND, ENGLISH)}
    assert list(rows) == list(plain)
    assert rows["food_park"].breach == "A hard requirement rules this alternative out, whatever the amount."
    assert rows["food_park"].totals == plain["food_park"].totals
    assert {row.breach for name, row in rows.items() if name != "food_park"} == {None}


def test_an_unknown_effect_is_said_with_the_total(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "tram,co2,10,8,14.5,kt/yr,S1,C,,",
            "tram,co2,,,,kt/yr,,,Niet gemeten,Not measured")  # fmt: skip
    loaded = load_case(case)
    row = total_rows(euros(loaded, EuroChoices()), ENGLISH)[-1]
    assert (row.totals, row.present) == ((), None)
    assert row.unknown == "Without these effects, because they are not known: CO2."
    said = difference_sentence(loaded, EuroChoices(), "ring_road", "tram", ENGLISH)
    assert said == "Ring road and Tram cannot be compared in euros. Not known: CO2."
    (gap,) = [gap for gap in gap_rows(euros(loaded, EuroChoices()), ENGLISH, "tram") if gap.criterion == "co2"]
    assert gap.text.startswith("Nobody knows how large this effect is.")


def test_a_difference_names_the_lower_one_with_a_count_of_100_from_both_sides():
    said = difference_sentence(CASE, EuroChoices(), "business_park", "food_park", DUTCH)
    assert said == (
        "In 100 van de 100 keer zijn de kosten om te herstellen lager bij Voedselpark dan bij Bedrijventerrein. Het "
        "verschil is 257.000 euro (−4.340 tot 1,44 miljoen euro), per jaar, prijspeil 2024. Dit gaat over 5 van de 22 "
        "effecten. Winst telt hierin niet mee."
    )
    assert difference_sentence(CASE, EuroChoices(), "food_park", "business_park", DUTCH) == said


def test_a_tipping_amount_is_told_with_its_unit_and_what_it_is_now():
    sentences = tipping_sentences(CASE, EuroChoices(), "reference", "food_park", ENGLISH)
    assert (
        "At 1.19 euros per kg CO2-eq instead of 0.312 euros (price level 2024) Fields stay and Food park cost the "
        "same. This is about: greenhouse gases."
    ) in sentences
    never = tipping_sentences(CASE, EuroChoices(), "business_park", "food_park", ENGLISH)
    assert all(sentence.startswith("At every amount for") for sentence in never)
    (unknown,) = tipping_sentences(CASE, EuroChoices("mkba_nl"), "reference", "food_park", ENGLISH)
    assert "We do not know at which amount" in unknown


def test_every_switch_shows_every_alternative_and_says_how_far_its_figure_was_checked():
    rows = {found.switch: found for found in sensitivity_rows(CASE, EuroChoices(), ENGLISH)}
    assert list(rows) == ["set", "biome", "carbon", "doubt", "rate", "horizon", "timing"]
    assert all(len(row.totals) == 4 for found in rows.values() for row in found.rows)
    assert {row.name for row in rows["set"].rows} >= {"Gain minus loss to society", "Cost to remedy"}
    assert len(rows["set"].rows) == len(available_sets())
    rates = {row.label: row.note for row in rows["rate"].rows}
    assert rates["2.25% a year"] == "Read at the publisher."
    assert rates["1.6% a year"].startswith("Not read at the publisher")
    assert rows["carbon"].rows[1].label == "104 euros per tonne of CO2, price level 2024"
    assert rows["carbon"].rows[1].note == "A what-if of your own, without a publisher."
    assert "lake" in rows["biome"].about
    assert biome_name("true_price_2025", "inland_wetland", DUTCH) == "moeras en ander nat binnenland"


def test_a_cost_benefit_set_shows_who_gains_and_who_loses_first():
    (row,) = party_rows(euros(CASE, EuroChoices("mkba_nl")), "business_park", ENGLISH)
    assert row.party == "People everywhere, mostly later"
    # at most (4,253 + 100) x 69.812 x 1.182 = 359,200 is lost; at most 17 x 69.812 x 1.182 = 1,403 is gained
    assert row.losses.full == "1,490 to 359,000 euros, per year, as in 2026, price level 2013"
    assert row.gains.span == "0 to 1,400 euros"
    assert party_rows(FOUND, "business_park", ENGLISH) == []


def test_a_loss_to_society_has_a_minus_and_a_cost_to_remedy_has_none():
    # 746 t (72 to 4,253) at 17.453 to 69.812 EUR with 18.2% tax: 1,485 to 350,948 lost
    row = next(row for row in line_rows(euros(CASE, EuroChoices("mkba_nl")), "business_park", ENGLISH)
               if row.criterion == "traffic_co2")  # fmt: skip
    assert row.amount.full == "−351,000 to −1,490 euros, per year, as in 2026, price level 2013"
    assert row.per_unit == "20.6 to 82.5 euros per t CO2-eq in 2026, price level 2013"
    assert row.verified.startswith("Not read at the publisher")


def test_claims_stand_side_by_side_with_who_says_so():
    (contested,) = contested_rows(CASE, ENGLISH)
    assert [claim.amount for claim in contested.claims] == [
        "42 million euros, price level not stated",
        "98 million euros, price level not stated",
        "4 million to 4.3 million euros, price level not stated",
    ]
    assert [source.id for source in contested.claims[0].sources] == ["S21"]
    (other,) = contested_rows(HARBOUR, ENGLISH)
    assert other.claims[0].amount == "2 million euros, price level 2024"


def test_transfers_name_who_pays_whom_and_stay_out_of_the_totals():
    land, pledge = transfer_rows(CASE, ENGLISH)
    assert (land.payer, land.receiver) == ("Firms that buy or lease land", "The municipality of Amsterdam")
    assert dict(land.amounts)["Fields stay"].endswith("(−98 to −4), price level not stated")
    assert dict(pledge.amounts) == {
        "Food park": "7 million euros, price level not stated",
        "Combination": "6 million euros, price level not stated",
    }
    building = transfer_rows(HARBOUR, ENGLISH)[0]
    assert dict(building.amounts)["Ring road"].endswith("price level 2025")


def test_the_business_case_stands_beside_everything_it_does_not_see():
    found = business_case_text(CASE, ENGLISH)
    assert [row.label for row in found.rows] == [item.label.en for item in CASE.alternatives]
    by_name = {row.label: row for row in found.rows}
    assert by_name["Fields stay"].amount.endswith("(−98 to −4), price level not stated")
    assert by_name["Fields stay"].grade == "C"
    assert "Damage claims that firms with agreements may make" in by_name["Food park"].also_not_seen
    assert "Damage claims that firms with agreements may make" not in by_name["Business park"].also_not_seen


def test_the_credit_of_the_set_is_complete():
    credit = set_text(FOUND, ENGLISH)
    assert (credit.licence, credit.level) == ("CC BY 4.0", "price level 2024")
    assert "True Price Foundation" in credit.attribution
    assert FOUND.factor_set.version in credit.version
    assert "factor of three" in credit.doubt
    assert set_text(euros(CASE, EuroChoices("mkba_nl")), ENGLISH).doubt.endswith("amounts per unit.")


@pytest.mark.parametrize(
    ("value", "dutch"),
    [(0.0472, "0,0472"), (89.43, "89,4"), (1_776.6, "1.780"), (999_600, "1 miljoen"), (-42e6, "−42 miljoen"),
     (31_683_284, "31,7 miljoen"), (1.2345e9, "1,23 miljard"), (0, "0")],
)  # fmt: skip
def test_numbers_have_three_digits_at_most(value, dutch):
    assert digits(value, DUTCH) == dutch


def test_other_currencies_and_units_are_named():
    assert money(12, "USD", ENGLISH) == "12 USD"
    assert stated_text(AmountRange(1, 2, 3), "EUR", 2020, ENGLISH) == "2 euros (1 to 3 euros), price level 2020"
    assert unit_words("person*yr", DUTCH) == "persoon × jaar"
    assert unit_words("m3 scarcity-adjusted", ENGLISH) == "m3 of water, weighted by scarcity"
    present = FOUND.of("business_park").outcome.present_value
    assert amount_text(present, ENGLISH).terms == (
        "over 30 years, brought to the present at 2.25% a year, price level 2024"
    )
