"""Themes without points: not weighed yet, or not known. What they leave possible, by hand and by trying a fine grid."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import SHIPPED
from tests.budget import examples
from tests.cases.loaded import FOUR_PLANS, loaded
from texts import words
from texts.numbers import percent
from weighing.comparison import EQUAL_WITHIN, compare
from weighing.sooner import surely_until
from weighing.verdict import verdict
from weighing.weighing import OWN, Weighing, from_largest, from_profile
from wording.flip_words import flip, nearest_flip
from wording.sentences import deciding, theme_of, total_text
from wording.verdict_words import verdict_text

CASE = loaded(FOUR_PLANS)
THEMES = [theme.id for theme in CASE.themes]
TWO = Weighing(OWN, {"nature_water": 100.0, "community": 50.0})
"""Two of seven: with these the screens once said that no theme could change what comes first."""


def names(rows):
    return {CASE.alternatives[row].id for row in rows}


def test_an_answer_is_points_or_not_known_or_none_yet():
    weighing = TWO.with_unsure("work")
    assert weighing.unsure == {"work"}
    assert weighing.not_yet(CASE) == 4
    assert not weighing.complete(CASE)
    assert weighing.with_theme("work", 20).unsure == frozenset()
    assert TWO.with_unsure("nature_water") == TWO  # the others are compared to the only one at 100
    assert TWO.with_unsure("community").theme_points == {"nature_water": 100}


def test_a_comparison_needs_two_answers_of_any_kind():
    assert not from_largest("work").enough(CASE)
    assert from_largest("work").with_unsure("community").enough(CASE)


def test_what_was_not_weighed_yet_can_change_the_first_place_and_every_sentence_says_so():
    found, text = compare(CASE, TWO), words("en")
    assert found.can_change
    said = nearest_flip(found, text)
    assert "One theme is too little to change this" not in said.sentence
    assert "5 themes not weighed yet: the result can still change." in deciding(found, text)
    assert verdict(found) is None
    assert "the result can still change" in verdict_text(found, text).main


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme not in TWO.theme_points])
def test_the_flip_of_a_theme_that_was_not_weighed_is_what_happens_when_it_is(theme):
    found, place = compare(CASE, TWO), THEMES.index(theme)
    point = found.tipping_points[place]
    if point.upper is None:
        after = compare(CASE, replace(TWO, theme_points={"nature_water": 0.1, "community": 0.05, theme: 100.0}))
        assert after.first == found.first
        return
    # share s of all weight beside 150 points is 150 s / (1 - s) points; where that is above 100, scale all down
    for share, expected in ((point.upper - 0.002, found.first), (point.upper + 0.002, point.upper_winner)):
        points = np.array([100.0, 50.0, 150 * share / (1 - share)])
        points *= 100 / points.max()
        weighing = Weighing(OWN, dict(zip(["nature_water", "community", theme], points.tolist(), strict=True)))
        assert compare(CASE, weighing).first == expected


def test_a_theme_that_is_not_known_makes_totals_ranges_that_match_a_hand_calculation():
    # within a theme all criteria count the same; totals of A at 100 for nature alone, and with 100 for work too
    found = compare(CASE, from_largest("nature_water").with_unsure("work"))
    for row, ends in enumerate(found.intervals):
        alone = compare(CASE, from_largest("nature_water")).totals[row]
        both = compare(CASE, Weighing(OWN, {"nature_water": 100.0, "work": 100.0})).totals[row]
        assert ends == pytest.approx(sorted([alone, both]))
    assert " to " in total_text(found, 0, words("en"))


def test_when_it_depends_on_what_is_not_known_nobody_is_first_and_those_who_can_be_are_named():
    found, text = (
        compare(CASE, Weighing(OWN, TWO.theme_points, unsure=set(THEMES) - set(TWO.theme_points))),
        words("en"),
    )
    assert found.undecided
    assert len(found.may_be_first) > 1
    for row in found.may_be_first:
        assert text.of(CASE.alternatives[row].label) in deciding(found, text)
    assert nearest_flip(found, text).theme is None
    said = verdict_text(found, text)
    assert said.word == "undecided"
    assert "It depends on themes you do not know about" in said.main


def test_business_space_of_which_one_does_not_know_is_not_zero():
    """The mistake as it was: the order that holds without a theme was shown as the order that holds."""
    for theme in set(THEMES) - set(TWO.theme_points):
        with_it = compare(CASE, TWO.with_theme(theme, 100))
        found = compare(CASE, TWO.with_unsure(theme))
        if with_it.first != compare(CASE, TWO).first:
            assert found.undecided


@st.composite
def partly_weighed(draw):
    order = draw(st.permutations(THEMES))
    n_open = draw(st.integers(1, 2))
    points = {theme: float(draw(st.integers(0, 100))) for theme in order[n_open:]} | {order[-1]: 100.0}
    unsure = draw(st.sets(st.sampled_from(order[:n_open])))
    return Weighing(OWN, points, unsure=frozenset(unsure))


@examples(10, 200)
@given(partly_weighed())
def test_everything_that_is_said_holds_on_a_fine_grid_of_all_points(weighing):
    """Never "stays first" or a first place that some points of the open themes take away; ranges hold every total."""
    found = compare(CASE, weighing)
    open_ids = [THEMES[place] for place in found.open]
    unsure_totals, changes = [], False
    for given_points in product(np.linspace(0, 100, 5).tolist(), repeat=len(open_ids)):
        extra = dict(zip(open_ids, given_points, strict=True))
        there = compare(CASE, Weighing(OWN, {**weighing.theme_points, **extra}))
        leads = there.totals[found.first] - np.delete(there.totals, found.first)
        changes = changes or leads.min() < -1e-9
        if not any(extra[theme] for theme in open_ids if theme not in weighing.unsure):
            unsure_totals.append(there.totals)
            if not found.undecided:
                assert leads.min() >= EQUAL_WITHIN - 1e-9
    assert changes <= found.can_change  # the corners are in the grid, so both say the same
    if not found.undecided:
        assert changes == found.can_change
    low, high = np.min(unsure_totals, axis=0), np.max(unsure_totals, axis=0)
    assert found.intervals[:, 0] == pytest.approx(low)
    assert found.intervals[:, 1] == pytest.approx(high)


@examples(10, 200)
@given(partly_weighed())
def test_never_is_only_said_when_no_points_of_the_open_themes_change_the_first_place(weighing):
    found, text = compare(CASE, weighing), words("en")
    never = nearest_flip(found, text).sentence == text.html(
        "flip.never", first=text.of(CASE.alternatives[found.first].label)
    )
    if never:
        others = [row for row in found.contenders if row != found.first]
        assert (found.theme_scores[found.first] >= found.theme_scores[others] - 1e-9)[:, found.theme_weights > 0].all()
        assert not found.can_change or found.undecided


def _first_at_nearly_all_weight(weighing, theme):
    """The totals when this theme has all weight but for a trace, and the others keep their ratios."""
    others = {key: points * 1e-7 for key, points in weighing.theme_points.items()}
    return compare(CASE, Weighing(OWN, {**others, theme: 100.0}, weighing.criterion_points)).totals


@examples(20, 400)
@given(partly_weighed())
def test_however_heavy_is_only_said_when_no_share_of_any_open_theme_flips(weighing):
    """With one weighed heavily and one not known, both were said on one page: "stays so, however heavy" and a flip."""
    found, text = compare(CASE, weighing), words("en")
    said, first = deciding(found, text), text.of(CASE.alternatives[found.first].label)
    asked = (("explore.unsure_stays", found.unsure), ("explore.stays", found.open))
    for key, themes in asked:
        names = text.listed([theme_of(CASE, place, text) for place in themes])
        values = {"first": first, "themes": names, "count": len(found.open) - len(found.unsure)}
        values |= {"count": len(found.unsure)} if themes is found.unsure else {}
        ever, up_to = (text.html(name, **values) in said for name in (key, f"{key}_up_to"))
        behind = [
            totals[found.first] < totals.max() - 1e-4
            for totals in (_first_at_nearly_all_weight(weighing, THEMES[place]) for place in themes)
        ]
        flips = [found.tipping_points[place].upper is not None for place in themes]
        if ever:
            assert not any(behind + flips)
        if up_to:
            assert any(behind)
            assert any(flips)


@examples(10, 200)
@given(partly_weighed())
def test_a_flip_that_holds_without_another_unknown_theme_says_that_it_is_without_it(weighing):
    found, text = compare(CASE, weighing), words("en")
    for place, theme in enumerate(THEMES):
        others = set(found.unsure) - {place}
        key = "flip.without_others" if theme in weighing.unsure else "flip.without_unsure"
        assert flip(found, place, text).startswith(text(key, sentence="")) == bool(others)


@examples(10, 200)
@given(partly_weighed(), st.booleans())
def test_what_is_not_known_flips_nothing_before_the_share_from_which_it_may_and_something_just_past_it(weighing, above):
    found = compare(CASE, weighing)
    for place, theme in enumerate(THEMES):
        until = surely_until(found, place, above=above)
        if until is None:
            continue
        now = float(found.theme_weights[place])
        rest = {key: points for key, points in weighing.theme_points.items() if key != theme}
        ratios = {key: points / sum(rest.values()) for key, points in rest.items()} if sum(rest.values()) else None
        if ratios is None:
            continue  # then they keep the ratio of their numbers of criteria, as the browser's own test has it
        leads = []
        for share in (now, (now + until) / 2, until, until + (1e-4 if above else -1e-4)):
            moved = {theme: share, **{key: (1 - share) * part for key, part in ratios.items()}}
            points = {key: 100 * part / max(moved.values()) for key, part in moved.items()}
            there = compare(CASE, Weighing(OWN, points, unsure=weighing.unsure))
            others = [row for row in there.contenders if row != found.first]
            leads.append(float(there.unsure_box.lead(found.first, others).min()))
        assert min(leads[:2]) > 0
        assert leads[2] == pytest.approx(0, abs=1e-6)
        assert leads[3] < 0


def test_a_flip_without_what_is_not_known_says_beside_it_how_much_sooner_that_may_flip():
    case = loaded(SHIPPED / "lutkemeer")
    points = {"public_money": 25.0, "business_space": 100.0, "food_soil": 50.0, "nature_water": 75.0}
    found = compare(case, Weighing(OWN, points | {"surroundings": 100.0, "community": 75.0}, unsure=("work",)))
    nearest = nearest_flip(found, words("nl"))
    now, without = found.theme_weights[nearest.theme], found.tipping_points[nearest.theme].upper
    sooner = surely_until(found, nearest.theme, above=True)
    assert now < sooner < without - 0.01  # so the per cents differ
    told = "meer dan <b>{}</b> weegt. Nu is dat {}. Wat u niet weet, kan dit al boven <b>{}</b> omdraaien."
    assert told.format(*(percent(share, "nl") for share in (without, now, sooner))) in nearest.sentence


def test_what_stays_first_up_to_the_heaviest_theme_is_said_beside_the_flip_beyond_it():
    everything = Weighing(OWN, dict.fromkeys(THEMES, 100.0)).with_unsure("public_money")
    found, text = compare(CASE, everything), words("nl")
    up_to = "zolang dit thema (geld van de gemeente) niet zwaarder weegt dan uw zwaarste."
    assert f"<b>Voedselpark</b> blijft bovenaan, {up_to}" in deciding(found, text)
    assert "<b>Bedrijventerrein</b> krijgt het hoogste totaal als <b>geld van de gemeente</b> meer dan" in flip(
        found, THEMES.index("public_money"), text
    )


@pytest.mark.parametrize("profile", [item.id for item in CASE.profiles])
def test_firm_with_a_theme_not_known_is_at_least_shaky_at_any_of_its_weights(profile):
    """A verdict over a box holds at its corners: firm there, and never undecided at any point of it."""
    weighing = from_profile(CASE.profile(profile))
    for theme in [key for key, points in weighing.theme_points.items() if points < 100]:
        found = verdict(compare(CASE, weighing.with_unsure(theme)))
        if found.word == "firm":
            for points in (0, 30, 100):
                assert verdict(compare(CASE, weighing.with_theme(theme, points))).word == "firm"
        shares = [verdict(compare(CASE, weighing.with_theme(theme, points))).shares for points in (0, 100)]
        # at a corner the points of this theme, too, may be off: a little of it lies inside the box
        assert (found.shares <= np.min(shares, axis=0) + 0.01).all()
