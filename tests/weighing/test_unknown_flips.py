"""An unknown effect in a theme that carries no weight now: nobody can say what happens when it starts to count."""

import pytest

from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from weighing.comparison import compare
from weighing.weighing import from_profile
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
