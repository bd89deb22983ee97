"""Every screen in both languages, and one number on each compared with the library."""

import json
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from texts.numbers import number, percent
from ui import navigation
from weighing.comparison import compare
from weighing.links import to_link
from weighing.weighing import from_profile
from wording.verdict_words import verdict_limits

ROOT = Path(__file__).parent.parent.parent
CASE = loaded(SHIPPED / "lutkemeer")
PROFILE = from_profile(CASE.profile("residents_nearby"))
SCREENS = tuple(screen.name for screen in navigation.SCREENS if screen.name not in ("report", "own", "session"))
"""Those have a file of tests of their own."""


def open_screen(name: str, language: str = "nl", **link: str) -> AppTest:
    """One screen without the frame. With plain sliders unless `plain` says otherwise: the board is not a widget."""

    def script(name: str) -> None:
        from ui.navigation import BY_NAME

        BY_NAME[name].show()

    app = AppTest.from_function(script, kwargs={"name": name}, default_timeout=20)
    for key, value in {"lang": language, "case": "lutkemeer", "plain": "1", **link}.items():
        app.query_params[key] = value
    return app.run()


@cache
def _made(name: str, language: str, link: tuple[tuple[str, str], ...]) -> AppTest:
    return open_screen(name, language, **dict(link))


def seen(name: str, language: str = "nl", **link: str) -> AppTest:
    """A screen to look at and not to touch: it is opened once for all tests that do no more than that."""
    return _made(name, language, tuple(sorted(link.items())))


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def plain(app: AppTest) -> str:
    text = re.sub(r"<style.*?</style>", "", html(app), flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_opens_with_one_heading(screen, language):
    app = seen(screen, language)
    assert not app.exception
    if screen != "case":
        assert words(language)(f"{screen}.title") in html(app).replace("&#39;", "'")
    assert html(app).count("<h1") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_app_opens_with_its_frame(language):
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    assert words(language)("app.name") in html(app)
    assert CASE.question.get(language) in html(app)
    assert CASE.version in plain(app)


def test_the_first_view_has_no_weights_and_shows_every_profile():
    app = open_screen("case")
    assert not app.slider
    text = plain(app)
    for profile in CASE.profiles:
        result = compare(CASE, from_profile(profile))
        assert profile.label.nl in text
        assert f"{CASE.alternatives[result.first].label.nl} {number(result.totals[result.first], 'nl')}" in text


def test_the_case_screen_never_counts_profiles():
    assert not re.search(r"\d+ van de \d+ (profielen|voorbeelden)", plain(seen("case")))


def test_effects_show_the_figures_with_range_grade_and_source():
    page = html(seen("effects"))
    cell = page.split('id="cell-jobs-business_park"')[1].split('id="cell-')[0]
    assert "608" in cell
    assert "358 tot 1.009" in cell
    assert "Kwaliteit C" in cell
    assert "S66" in cell
    assert page.count('id="cell-') == len(CASE.performances)


def test_effects_can_be_grouped_by_time_and_place():
    app = open_screen("effects")
    app.segmented_control(key="group_effects").set_value("time").run()
    assert "Elders" in re.findall(r'rowgroup">([^<]+)<', html(app))


def test_explore_starts_without_a_slider_and_asks_for_the_largest_step():
    app = open_screen("explore")
    assert not app.slider
    assert len([button for button in app.button if button.key.startswith("largest_")]) == len(CASE.themes)


def test_a_blank_start_weighs_only_what_was_answered():
    app = open_screen("explore")
    app.button(key="largest_work").click().run()
    assert [slider.key for slider in app.slider] == ["slider_theme_work"]
    assert app.slider(key="slider_theme_work").disabled
    app.get_by_key("rough_community").set_value(50).run()
    assert {slider.key: slider.value for slider in app.slider} == {
        "slider_theme_work": 100,
        "slider_theme_community": 50,
    }
    assert "Voorlopig: 2 van 7" in plain(app)


def test_a_slider_move_shows_what_the_library_computes():
    app = open_screen("explore", **to_link(CASE, PROFILE))
    app.slider(key="slider_theme_business_space").set_value(90).run()
    expected = compare(CASE, PROFILE.with_theme("business_space", 90))
    assert app.number_input(key="field_theme_business_space").value == 90
    for row, alternative in enumerate(CASE.alternatives):
        assert f"{alternative.label.nl}: {number(expected.totals[row], 'nl')}" in html(app)
    assert f"weegt {percent(expected.theme_weights[2], 'nl')}" in plain(app)


def test_the_number_field_and_the_slider_are_one_answer():
    app = open_screen("explore", **to_link(CASE, PROFILE))
    app.number_input(key="field_theme_work").set_value(77).run()
    assert app.slider(key="slider_theme_work").value == 77


def test_undo_brings_back_the_previous_totals_and_reset_clears_all():
    app = open_screen("explore", **to_link(CASE, PROFILE))
    before = plain(app)
    app.slider(key="slider_theme_work").set_value(90).run()
    assert "was " in plain(app)
    app.button(key="undo").click().run()
    assert plain(app).split("Uitkomst")[1].split("was")[0][:80] == before.split("Uitkomst")[1].split("was")[0][:80]
    app.button(key="reset").click().run()
    assert not app.slider
    app.button(key="undo_start").click().run()
    assert app.slider(key="slider_theme_work").value == 35


def test_a_theme_opens_into_its_criteria():
    app = open_screen("explore", **to_link(CASE, PROFILE))
    app.button(key="open_food_soil").click().run()
    app.slider(key="slider_criterion_local_food").set_value(20).run()
    inside = [criterion.id for criterion in CASE.summed_in("food_soil")]
    expected = compare(CASE, PROFILE.with_criterion("local_food", 20, inside))
    weights = dict(zip([item.id for item in CASE.summed], expected.weights, strict=True))
    assert f"weegt {percent(weights['local_food'], 'nl')}" in plain(app)
    app.button(key="equal_food_soil").click().run()
    assert app.slider(key="slider_criterion_local_food").value == 100


def test_a_change_of_range_marks_the_points_as_old_until_confirmed():
    app = open_screen("explore", **to_link(CASE, PROFILE))
    app.segmented_control(key="details_part").set_value("ranges").run()
    app.button(key="use_ranges").click().run()
    assert app.warning
    assert app.button(key="confirm_top")
    app.button(key="confirm_ranges").click().run()
    assert not app.warning
    expected = compare(CASE, PROFILE.on_ranges("second"))
    assert number(expected.totals[1], "nl") in plain(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_detail_opens(language):
    app = open_screen("explore", language, **to_link(CASE, PROFILE))
    for part in ("when", "versus", "units", "ranges", "share"):
        app.segmented_control(key="details_part").set_value(part).run()
        assert not app.exception, part


def test_contributions_shown_in_the_table_are_those_of_the_library():
    app = open_screen("explore", **to_link(CASE, PROFILE))
    expected = compare(CASE, PROFILE)
    shown = number(expected.theme_contributions[2, 5], "nl", 1)
    for view in ("map", "table", "bars"):
        app.segmented_control(key="result_view").set_value(view).run()
        assert not app.exception
        assert (shown in html(app)) == (view in ("bars", "table")), view


def test_a_hostile_link_is_named_and_does_not_reach_the_page_as_code():
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
    app.query_params["w"] = "work-100~<img src=x onerror=alert(1)>"
    app.query_params["lang"] = "xx"
    app.run()
    assert not app.exception
    assert "<img src=x" not in html(app)
    assert "&lt;img src=x" in html(app)
    assert words("nl")("link.title") in plain(app)


def test_no_screen_has_words_of_the_other_language():
    dutch = re.compile(r"\b(het|een|niet|wordt|voor|weegt|gemeente|grond|verkeer)\b")
    english = re.compile(r"\b(the|and|with|weighs|municipality|ground)\b")
    for screen in SCREENS:
        parts = to_link(CASE, PROFILE) if screen == "explore" else {}
        names = re.compile(
            "|".join(re.escape(source.publisher) for source in CASE.sources.values() if source.publisher)
        )
        sides = {"nl": english, "en": dutch}
        for language, other in sides.items():
            text = re.sub(r"https?://\S+", "", plain(seen(screen, language, **parts)))
            found = [match.group() for match in other.finditer(names.sub("", text))]
            assert not found, (screen, language, found[:5], _around(text, found))


def _around(text: str, found: list[str]) -> str:
    at = text.find(f" {found[0]} ") if found else 0
    return text[max(0, at - 80) : at + 80]


def test_numbers_on_screen_follow_the_language():
    assert "1.030" in plain(seen("explore", "nl"))
    assert "1,030" in plain(seen("explore", "en"))
    assert "1.030" not in plain(seen("explore", "en"))


def test_topsis_is_shown_as_a_second_opinion_and_what_this_is_not_once():
    app = open_screen("explained", **to_link(CASE, PROFILE))
    assert plain(app).count(words("nl")("explained.limits")) == 1
    assert "TOPSIS" in plain(app)
    for key in ("futures", "causes"):
        assert words("nl")(f"method.{key}", **verdict_limits(words("nl"))) in plain(app)
    assert np.isfinite(compare(CASE, PROFILE).totals).all()


def board_message(app: AppTest) -> dict:
    return json.loads(app.get("bidi_component")[0].proto.json)


def test_the_board_gets_the_points_and_the_confirmed_totals():
    message = board_message(open_screen("explore", plain="0", **to_link(CASE, PROFILE)))
    expected = compare(CASE, PROFILE)
    assert message["points"]["themes"] == dict(PROFILE.theme_points)
    assert message["said"]["confirmed"] == "|".join(number(total, "nl") for total in expected.totals)
    scores = [criterion["scores"] for theme in message["board"]["themes"] for criterion in theme["criteria"]]
    assert pytest.approx(expected.arrays.scores) == np.array(scores).T
