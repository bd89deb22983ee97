"""An unknown effect: in a theme that carries no weight now nobody can say what happens when it starts to count.

What is said of a first place holds for every value that it can have."""

import re
from dataclasses import replace

import numpy as np
import pytest

from cases import SHIPPED
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from weighing.comparison import compare
from weighing.weighing import from_profile
from weighing.what_if import changed
from wording.flip_words import flip, nearest_flip

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
