"""Futures in words: the same form for every plan, with the future in which it loses most."""

from dataclasses import replace

import pytest

from cases import SHIPPED
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from weighing.comparison import compare
from weighing.futures import futures
from weighing.weighing import OWN, Weighing, from_profile
from weighing.what_if import changed
from wording.future_words import behind_text, cell_text, future_name, headline, largest_text, standing_sentence

HARBOUR = loaded(GOOD)
OFF = ("quick_enough",)
SAID = {
    "en": [
        "Good enough in every future. Loses most with <b>As expected now</b>: 1.7 points.",
        "Good enough in no future. Loses most with <b>Building becomes dearer</b>: 39.4 points.",
        "Counts on this not happening: <b>Building becomes dearer</b>. Loses 5.8 points then.",
    ],
    "nl": [
        "Goed genoeg in elke toekomst. Verliest het meest bij <b>Zoals nu verwacht</b>: 1,7 punten.",
        "In geen toekomst goed genoeg. Verliest het meest bij <b>Bouwen wordt duurder</b>: 39,4 punten.",
        "Rekent erop dat dit niet gebeurt: <b>Bouwen wordt duurder</b>. Verliest dan 5,8 punten.",
    ],
}


def at(case=HARBOUR, off=OFF):
    return futures(compare(case, from_profile(case.profile("treasurer")), off))


def with_tram(mark, value):
    effects = dict(HARBOUR.future_effects)
    today = HARBOUR.performances["tram", "travel_time"]
    effects["busy", "tram", "travel_time"] = replace(today, value=value, low=None, high=None)
    return changed(HARBOUR, mark, future_effects=effects)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_is_said_in_one_form(language):
    assert [str(standing_sentence(at(), row, words(language))) for row in range(3)] == SAID[language]


def test_the_headline_names_what_stays_good_enough_in_all_or_says_that_nothing_does():
    english, dutch = words("en"), words("nl")
    assert str(headline(at(), english)) == "In all futures <b>As now</b> stays within 5 points of the highest total."
    # with all requirements as_now may not come first, and then tram is the best in every future
    assert "<b>Tram</b>" in headline(at(off=()), english)
    none = at(with_tram("slow", 39.0), off=())
    assert str(headline(none, dutch)).startswith("Geen alternatief blijft in alle toekomsten binnen 5 punten")
    unknown = at(with_tram("unknown", None))
    assert "We do not know" in headline(unknown, english)


def test_a_bet_on_a_future_is_told_from_a_bet_against_one():
    # ring_road is best only where tram fails the law: today it is 31.7 behind
    found = at(with_tram("slow", 39.0), off=())
    assert str(standing_sentence(found, 1, words("en"))).startswith("Counts on this happening: <b>Traffic grows</b>.")
    assert str(standing_sentence(found, 2, words("en"))) == (
        "Counts on this not happening: <b>Traffic grows</b>. Fails a hard requirement with <b>Traffic grows</b>."
    )
    assert behind_text(found.columns[1], 2, words("en")) == "does not comply"
    assert cell_text(found.columns[1], 2, words("en")).endswith("(does not comply)")
    assert largest_text(found, 2, words("en")) == "does not comply"


def test_what_nobody_can_say_is_said_with_its_range():
    found, text = at(with_tram("unknown", None)), words("en")
    assert str(standing_sentence(found, 0, text)).startswith(
        "We do not know this everywhere: something is not known with <b>Traffic grows</b>."
    )
    assert behind_text(found.columns[1], 0, text) == "0.0 to 6.7"
    assert str(standing_sentence(found, 2, text)) == (
        "Counts on this not happening: <b>Building becomes dearer</b>. We do not know with <b>Traffic grows</b>. "
        "Loses most with <b>Traffic grows</b>: 0.0 to 10.0 points."
    )


def test_a_plan_that_is_the_best_everywhere_loses_nothing_and_one_that_loses_alike_says_so():
    text = words("en")
    assert (
        str(standing_sentence(at(off=()), 2, text))
        == "Good enough in every future. Is behind in none of these futures."
    )
    busy = {key: effect for key, effect in HARBOUR.future_effects.items() if key[2] == "reliability"}
    view = {("dear", "tram", "harbour_view"): replace(HARBOUR.performances["tram", "harbour_view"], value=1.0)}
    alike = changed(HARBOUR, "alike", future_effects=busy | view)
    found = futures(compare(alike, from_profile(alike.profile("only_travel_time")), OFF))
    assert (
        str(standing_sentence(found, 2, text))
        == "Good enough in no future. Loses as much in every future: 25.0 points."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_weight_that_a_person_does_not_know_is_not_told_as_a_gap_in_the_figures(language):
    case, text = loaded(SHIPPED / "lutkemeer"), words(language)
    points = {"public_money": 25.0, "business_space": 100.0, "food_soil": 50.0, "nature_water": 75.0}
    weighing = Weighing(OWN, points | {"surroundings": 100.0, "community": 75.0}, unsure=("work",))
    found = futures(compare(case, weighing))
    combination = [column.state(3) for column in found.columns]
    assert {"open", "behind"} == set(combination)  # every effect is known, and work may weigh anything
    names = [
        future_name(column.future, text)
        for column, state in zip(found.columns, combination, strict=True)
        if state == "open"
    ]
    assert text.html("futures.plan_open_unsure", open=text.bold(names)) in standing_sentence(found, 3, text)
