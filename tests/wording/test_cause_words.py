"""What rises or falls together by the causes of a case, in words, and what finding out gains."""

from typing import get_args

import pytest

from cases.definition.shared_cause import CausedEffect, Strength, Way
from mcda.causes import UncertainQuantity
from tests.cases.harbour import GOOD
from tests.cases.loaded import FOUR_PLANS, loaded
from texts import LANGUAGES, words
from weighing.comparison import compare
from weighing.verdict import verdict
from weighing.weighing import from_profile
from weighing.what_if import changed
from wording.cause_words import cause_rows, cause_rule, cause_sentence
from wording.doubt_rows import doubt_rows, gain_points, gain_sentence, quantity_label
from wording.effect_cells import effect_cells

HARBOUR, LUTKEMEER = loaded(GOOD), loaded(FOUR_PLANS)
DUTCH, ENGLISH = words("nl"), words("en")


def test_what_follows_a_cause_the_other_way_is_told_apart():
    (row,) = cause_rows(HARBOUR, ENGLISH)
    codes = [alternative.code for alternative in HARBOUR.alternatives]
    short = HARBOUR.criterion("travel_time").short.en
    assert (
        row.effects == f"{short} ({codes[0]}); the other way round: {short} ({codes[2]}); mostly: {short} ({codes[1]})"
    )
    assert row.moving == f"{short} ({codes[0]}, {codes[1]}, {codes[2]})"
    against = (CausedEffect("traffic", "tram", "travel_time", "against", "wholly", 2),)
    assert (
        cause_rows(changed(HARBOUR, "one way", caused_effects=against), ENGLISH)[0].effects
        == f"the other way round: {short} ({codes[2]})"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_strength_has_its_words_in_both_ways(language):
    text, tram = words(language), HARBOUR.alternatives[2]
    effect = f"{text.of(HARBOUR.criterion('travel_time').short)} ({tram.code})"
    for strength in get_args(Strength):
        for way in get_args(Way):
            one = (CausedEffect("traffic", tram.id, "travel_time", way, strength, 2),)
            (row,) = cause_rows(changed(HARBOUR, f"{strength} {way}", caused_effects=one), text)
            assert row.effects == text(f"causes.{strength}_{way}", effects=effect)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_names_three_and_counts_the_rest(language):
    text, more = words(language), len(LUTKEMEER.causes) - 3
    said = cause_sentence(LUTKEMEER, text)
    assert said.count(";") == 2
    assert text("causes.more", count=more) in said
    four = changed(LUTKEMEER, "four", causes=LUTKEMEER.causes[:4])
    assert text("causes.more", count=1) in cause_sentence(four, text)
    assert "(" in cause_sentence(HARBOUR, text)
    assert cause_sentence(changed(HARBOUR, "none", causes=(), caused_effects=()), text) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_gains_are_shown_in_one_decimal_and_too_little_is_called_so(language):
    text = words(language)
    little = {"nl": "minder dan 0,1", "en": "less than 0.1"}[language]
    assert [gain_points(points, text) for points in (0, 0.04)] == ["0", little]
    assert gain_points(0.26, text) in ("0,3", "0.3")
    open_, firm = (
        verdict(compare(LUTKEMEER, from_profile(LUTKEMEER.profile(key)))) for key in ("residents_citywide", "farmers")
    )
    assert gain_points(open_.gain_of_all, text) in gain_sentence(open_, text)
    assert gain_sentence(firm, text) == text("sure.doubts_all_known_none")
    first = doubt_rows(open_, text)[0]
    assert text.of(next(cause.label for cause in LUTKEMEER.causes if cause.id == "cost_of_stopping")) in first.label
    assert first.gain == gain_points(open_.doubts[0].points, text)


def test_an_alternative_that_varies_together_is_named_as_one_thing():
    together = UncertainQuantity(None, ((1, 0), (1, 2)))
    assert quantity_label(LUTKEMEER, together, DUTCH) == f"alle effecten van {LUTKEMEER.alternatives[1].code} samen"
    one = UncertainQuantity(None, ((1, 0),))
    short = LUTKEMEER.summed[0].short.en
    assert quantity_label(LUTKEMEER, one, ENGLISH) == f"{short} ({LUTKEMEER.alternatives[1].code})"


@pytest.mark.parametrize("language", LANGUAGES)
def test_behind_a_figure_stands_what_rises_and_falls_with_it(language):
    text, (cause,) = words(language), HARBOUR.causes
    row = cause_rows(HARBOUR, text)[0]
    places = [item.id for item in HARBOUR.alternatives].index("tram")
    (found,) = (
        remark
        for remark in effect_cells(HARBOUR, HARBOUR.criterion("travel_time"), text)[places].remarks
        if remark.heading == text("causes.title")
    )
    assert row.effects in found.words
    assert text.of(cause.about) in found.words
    others = effect_cells(HARBOUR, HARBOUR.criterion("co2"), text)[places].remarks
    assert text("causes.title") not in [remark.heading for remark in others]


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_far_each_effect_follows_is_told_and_the_rule_says_what_that_means(language):
    text, case = words(language), LUTKEMEER
    told = {row.label: row.effects for row in cause_rows(case, text)}
    label = next(text.of(cause.label) for cause in case.causes if cause.id == "park_visits")
    short = text.of(case.criterion("visits").short)
    assert told[label] == f"{short} (B); {'grotendeels' if language == 'nl' else 'mostly'}: {short} (C)"
    assert all(f"{count} " in cause_rule(text) for count in (80, 50))
