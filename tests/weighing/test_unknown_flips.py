"""An unknown effect: in a theme that carries no weight now nobody can say what happens when it starts to count.

What is said of a first place holds for every value that it can have."""

import random
import re
from dataclasses import replace

import numpy as np
import pytest

from cases import SHIPPED
from tests.budget import budget
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.js.vectors import _case, _weighing
from texts import LANGUAGES, words
from web.verdict_answers import verdict_html
from weighing.comparison import compare
from weighing.weighing import from_profile
from weighing.what_if import changed
from wording.flip_words import flip, nearest_flip
from wording.sentences import theme_of
from wording.verdict_words import verdict_text

# All weight is on travel time. The green of the ring road, in theme living, is not known; it carries no weight now.
ONLY_TIME = compare(loaded(GOOD), from_profile(loaded(GOOD).profile("only_travel_time")))
MOVING, LIVING, MONEY = 0, 1, 2


def test_a_theme_whose_unknown_effect_would_count_has_no_tipping_point():
    assert ONLY_TIME.known
    # With less weight on moving, and with more on living, the unknown green counts; with more on money it does not.
    assert [point is None for point in ONLY_TIME.tipping_points] == [True, True, False]
    assert [bool(strip) for strip in ONLY_TIME.segments] == [False, False, True]
    with pytest.raises(ValueError, match="not known"):
        ONLY_TIME.theme_lines(LIVING)


def test_the_tipping_point_of_another_theme_is_still_right():
    # Ring road 75, tram 50 on time; ring road 25, tram 40 on cost. 75 - 50x = 50 - 10x gives x = 0.625.
    assert ONLY_TIME.tipping_points[MONEY].upper == pytest.approx(0.625)
    assert nearest_flip(ONLY_TIME, words("en")).theme == MONEY


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_says_that_it_is_not_known(language):
    text = words(language)
    assert flip(ONLY_TIME, LIVING, text) == text("flip.unknown")


CASE = loaded(SHIPPED / "lutkemeer")


def dark(profile, alternative, criterion):
    cell = CASE.performances[alternative, criterion]
    unknown = {**CASE.performances, (alternative, criterion): replace(cell, value=None, low=None, high=None)}
    case = changed(CASE, f"dark {alternative} {criterion}", performances=unknown)
    return compare(case, from_profile(case.profile(profile)))


@pytest.mark.parametrize(
    ("profile", "alternative", "criterion", "said"),
    [
        ("future_generations", "business_park", "local_food", "any_"),
        ("farmers", "reference", "education", "any_"),
        ("equal_themes", "combination", "jobs", "unknown"),
    ],
)
def test_what_is_said_up_to_a_share_holds_for_every_value_by_trying_them(profile, alternative, criterion, said):
    """Totals by NumPy for 41 values of the effect, at 201 weights of each theme from none to all."""
    text, found = words("en"), dark(profile, alternative, criterion)
    assert not found.known
    sentence, table = str(nearest_flip(found, text).sentence), found.arrays
    row, column = (table.alternatives.index(alternative), table.criteria.index(criterion))
    first, scores = found.first, np.repeat(table.scores[np.newaxis], 41, axis=0)
    scores[:, row, column] = np.linspace(0, 100, 41)
    now = scores @ found.weights
    beaten = now[:, first, np.newaxis] < np.delete(now, first, axis=1) + 0.5
    if said == "unknown":
        assert beaten.any()
        assert sentence == text("flip.unknown")
        return
    assert not beaten.any()
    bold = re.findall(r"<b>(.*?)</b>", sentence)
    assert bold[0] == found.case.alternatives[first].label.en
    assert (
        f"{found.case.criterion(criterion).short.en.lower()} ({found.case.alternative(alternative).code})" in sentence
    )
    lost = {}
    for theme, item in enumerate(found.case.themes):
        group = table.theme_of == theme
        inside = np.where(group, found.weights, 0) / found.weights[group].sum()
        rest = np.where(group, 0, found.weights) / found.weights[~group].sum()
        for share in np.linspace(0, 1, 201):
            totals = scores @ (share * inside + (1 - share) * rest)
            if (totals[:, first, np.newaxis] < np.delete(totals, first, axis=1) - 1e-9).any():
                lost.setdefault(item.id, []).append(share)
    distance = {
        theme: min(abs(share - found.theme_weights[place]) for share in lost[theme])
        for place, theme in enumerate(item.id for item in found.case.themes)
        if theme in lost
    }
    if not distance:
        assert "however much one theme weighs" in sentence
        return
    nearest = min(distance, key=distance.get)
    assert bold[1].lower() == found.case.themes[[item.id for item in found.case.themes].index(nearest)].label.en.lower()
    place = [item.id for item in found.case.themes].index(nearest)
    told, at = float(bold[2].rstrip("%")) / 100, found.theme_weights[place]
    assert abs(told - at) == pytest.approx(distance[nearest], abs=0.011)
    assert ("at most" in sentence) == (told > at)


def test_what_is_certain_of_an_unknown_effect_holds_for_values_that_are_tried():
    """Random cases and weightings: totals by NumPy with the effects that are not known filled in at random."""
    chance, draws = random.Random(21), np.random.default_rng(21)
    seen = {"behind": 0, "level": 0, "dark": 0}
    cases = (_case(chance, 70_000 + place) for place in range(budget(50, 600)))  # each a version of its own
    for found in (compare(case, _weighing(chance, case)) for case in cases for _ in range(4)):
        if found.known or found.unsure or not found.contenders:
            seen["dark"] += bool(found.known and not found.unsure and found.contenders and found.dark)
            continue
        table, ahead = found.arrays, {found.first, *found.level_with_first}
        tries = draws.random((400, *table.scores.shape))
        tries[:200] = tries[:200].round()  # the ends matter most
        filled = np.where(np.isnan(table.scores), table.lowest + (table.highest - table.lowest) * tries, table.scores)
        totals = filled @ found.weights
        race = list(found.in_race)
        top = totals[:, race].max(axis=1)
        for row, better in found.surely_behind.items():
            assert (totals[:, better] >= totals[:, row] + 0.5 - 1e-9).all()
            seen["behind"] += 1
        assert (totals[:, sorted(ahead)].max(axis=1) >= top - 1e-9).all()
        if found.undecided:
            # each that is named can be within half a point of the top: as good as it can be, the others at their worst
            low, high = found.intervals.T
            for row in ahead:
                assert all(high[row] > low[other] - 0.5 - 1e-9 for other in race)
            seen["level"] += 1
            assert found.tied == (not np.isnan(found.totals[sorted(ahead)]).any())
    assert min(seen.values()) > 0, seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_nearest_flip_that_is_known_is_not_called_the_nearest(language):
    """All weight on travel time: of moving and living nobody can say it, of money it is known."""
    text = words(language)
    found = nearest_flip(ONLY_TIME, text)
    assert ONLY_TIME.dark == (MOVING, LIVING)
    names = text.listed([theme_of(ONLY_TIME.case, place, text) for place in (MOVING, LIVING)])
    assert found.dark == text.html("flip.nearest_known", themes=names)
    assert found.flip in found.sentence
    assert found.dark in found.sentence
    known = compare(CASE, from_profile(CASE.profile("equal_themes")))
    assert known.dark == ()
    assert nearest_flip(known, text).dark == ""
    # the verdict reads the same, and so do board, phone, wall and report, which take it from there
    said = verdict_text(ONLY_TIME, text)
    assert said.flip == found.sentence
    assert found.dark in verdict_html(ONLY_TIME, text, with_flip=True)


def test_a_flip_that_stands_alone_says_what_it_is_about():
    """On the phone no heading stands above it: "That we do not know yet" was read as about the headline."""
    for language in LANGUAGES:
        for key in ("unknown", "unsure", "only_theme", "never"):
            said = words(language)(f"flip.{key}", first="X")
            assert not re.match(r"(Dat|Dit|That|This|We do not know yet)\b", said), said
