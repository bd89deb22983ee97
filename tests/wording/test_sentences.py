import re
from dataclasses import replace
from types import MappingProxyType

import pytest

from tests.budget import budget
from tests.cases.harbour import GOOD
from tests.cases.loaded import FOUR_PLANS, loaded
from texts import LANGUAGES, words
from texts.palette import OTHERS, REFERENCE
from weighing.comparison import compare
from weighing.verdict import verdict
from weighing.weighing import OWN, Weighing, from_largest, from_profile
from weighing.what_if import changed
from wording.charts import difference_rows, difference_spec, lines_rows, lines_spec
from wording.colours import colours
from wording.effect_words import ends_text
from wording.flip_words import flip, nearest_flip
from wording.sentences import deciding, equivalents, total_text

CASE = loaded(FOUR_PLANS)
DUTCH, ENGLISH = words("nl"), words("en")


def result(profile: str):
    return compare(CASE, from_profile(CASE.profile(profile)))


def test_the_deciding_sentence_names_the_first_the_reason_and_the_runner_up():
    sentence = deciding(result("residents_nearby"), DUTCH).striptags()
    assert sentence.startswith("Voedselpark heeft het hoogste totaal (66), daarna Combinatie (55).")
    assert "verkeer, rust en landschap en ontmoeten en leren" in sentence
    assert "Het sterkste punt van Combinatie is werk en inkomen (banen: 159 tegen 30 voltijdbanen)." in sentence


def test_the_same_sentence_in_english_has_english_numbers_and_no_dutch():
    sentence = deciding(result("only_later"), ENGLISH).striptags()
    assert "Food park has the highest total (74), then Combination (63)" in sentence
    assert not re.search(r"\b(eerst|daarna|gemeente|komt)\b", sentence)


def test_an_undecided_result_is_nowhere_said_to_come_first():
    undecided = result("residents_citywide")
    assert verdict(undecided).word == "undecided"
    assert "eerst" not in deciding(undecided, DUTCH)
    assert "first" not in deciding(undecided, ENGLISH)


def test_the_flip_sentence_is_true_just_below_and_just_above_its_share():
    comparison = result("residents_nearby")
    nearest = nearest_flip(comparison, DUTCH)
    assert CASE.themes[nearest.theme].id == "business_space"
    point = comparison.tipping_points[nearest.theme]
    assert f"{round(100 * point.upper)}%" in nearest.sentence
    at_0, at_1, _ = comparison.theme_lines(nearest.theme)
    for share, winner in ((point.upper - 1e-6, comparison.first), (point.upper + 1e-6, point.upper_winner)):
        assert int(((1 - share) * at_0 + share * at_1).argmax()) == winner


def test_a_theme_that_cannot_flip_says_so():
    comparison = result("residents_nearby")
    theme = [item.id for item in CASE.themes].index("community")
    assert "blijft bovenaan" in flip(comparison, theme, DUTCH)


def test_equal_totals_are_called_almost_equal():
    # The share of "business_space" at which the first two tie exactly, put in as points, makes them tie.
    comparison = result("residents_nearby")
    theme = [item.id for item in CASE.themes].index("business_space")
    share = comparison.tipping_points[theme].upper
    points = dict(comparison.weighing.theme_points)
    others = sum(value for key, value in points.items() if key != "business_space")
    points["business_space"] = others * share / (1 - share)
    largest = max(points.values())
    scaled = {key: 100 * value / largest for key, value in points.items()}
    tied = compare(CASE, replace(comparison.weighing, theme_points=MappingProxyType(scaled)))
    assert tied.undecided
    assert "bijna gelijk" in deciding(tied, DUTCH)


def test_text_from_a_case_is_data():
    hostile = CASE.alternatives[2].model_copy(
        update={"label": CASE.title.model_copy(update={"nl": "<script>alert(1)</script>"})}
    )
    case = CASE.model_copy(update={"alternatives": (*CASE.alternatives[:2], hostile, CASE.alternatives[3])})
    sentence = deciding(compare(case, from_profile(CASE.profile("residents_nearby"))), DUTCH)
    assert "<script>" not in sentence
    assert "&lt;script&gt;" in sentence


def test_equivalents_say_what_a_step_is_worth_in_another_unit():
    # Work and money both 100. Work holds jobs and places equally: jobs weigh half of the theme's half, so the step of
    # 1,010 jobs is worth half of the step of 101 million euros: 50.5 million.
    weighing = Weighing("own", MappingProxyType({"work": 100.0, "public_money": 100.0}))
    lines = equivalents(compare(CASE, weighing), CASE.criterion("municipal_result"), DUTCH)
    assert (
        "Voor u evenveel waard: Banen van 0 naar 1.010 voltijdbanen, of een verschil van 51 miljoen euro bij "
        "Resultaat gemeente." in lines
    )
    assert any("telt bij u niet mee" in line for line in lines)


def test_a_total_is_shown_in_whole_points():
    assert total_text(result("only_work"), 1, DUTCH) == "60"


def test_both_ends_of_a_range_are_shown_with_the_unit():
    assert ends_text(CASE.criterion("jobs"), "main", DUTCH) == ("0", "1.010 voltijdbanen")
    assert ends_text(CASE.criterion("jobs"), "second", ENGLISH) == ("4", "608 full-time jobs")


def test_the_reference_is_grey_and_the_others_follow_the_order_of_the_case():
    found = colours(CASE)
    assert found["reference"] == REFERENCE
    assert [found[item.id] for item in CASE.alternatives[1:]] == list(OTHERS[:3])


def test_renaming_alternatives_changes_no_colour():
    renamed = tuple(item.model_copy(update={"label": CASE.title}) for item in CASE.alternatives)
    assert colours(CASE.model_copy(update={"alternatives": renamed})) == colours(CASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_use_the_number_format_of_the_language_and_carry_no_data_of_their_own(language):
    mark = {"nl": ",", "en": "."}[language]
    for spec in (lines_spec(CASE, language), difference_spec(language, 7, "#000000", "#111111")):
        assert spec["config"]["locale"]["number"]["decimal"] == mark
        assert "datasets" not in spec


def test_the_difference_chart_adds_up_to_the_difference_in_totals():
    comparison = result("residents_nearby")
    rows = difference_rows(comparison, 2, 3, ["x"] * 7, "nl")
    assert rows["points"].sum() == pytest.approx(comparison.totals[2] - comparison.totals[3])


def test_the_lines_pass_through_the_totals_now():
    comparison = result("residents_nearby")
    frames = lines_rows(comparison, 0, "nu", "nl")
    now = frames["now"]["weight"][0]
    line = frames["lines"][frames["lines"]["alternative"] == "Voedselpark"]
    left = line[line["weight"] <= now].iloc[-1]
    right = line[line["weight"] >= now].iloc[0]
    assert min(left["total"], right["total"]) <= comparison.totals[2] <= max(left["total"], right["total"])


def test_one_theme_alone_still_has_a_sentence():
    assert deciding(compare(CASE, from_largest("public_money")), DUTCH)


@pytest.mark.parametrize("text", [DUTCH, ENGLISH])
def test_no_flip_sentence_shows_the_same_share_twice(text):
    """Points beside each flip of some examples: however near, a reader sees two numbers, or that it is on the edge."""
    edges = 0
    for profile in CASE.profiles[12 :: budget(4, 1)]:  # the first have one theme, or all alike
        comparison = compare(CASE, from_profile(profile))
        for theme, point in enumerate(comparison.tipping_points):
            for share in {point.lower, point.upper} - {None, 0.0, 1.0}:
                for beside in (-0.004, -0.0004, 0.0, 0.0004, 0.004):
                    moved = at_share(comparison, theme, min(0.999, max(0.0, share + beside)))
                    for found in (flip(moved, theme, text), nearest_flip(moved, text).flip):
                        shown = re.findall(r"[\d.,]+%", found)
                        assert len(shown) == len(set(shown)), found
                        edges += "rand" in found or "edge" in found
    assert edges


def test_a_flip_beside_nothing_is_not_said_to_be_at_nothing():
    points = {theme.id: 100.0 if theme.id == "food_soil" else 50.0 for theme in CASE.themes}
    near = compare(CASE, Weighing(OWN, points, {}))
    place = [theme.id for theme in CASE.themes].index("food_soil")
    assert 0.004 < near.tipping_points[place].lower < 0.0045
    assert "minder dan 0,4% weegt. Nu is dat 25,0%." in flip(near, place, DUTCH).striptags()
    assert "less than 0.4%" in flip(near, place, ENGLISH).striptags()


def at_share(comparison, theme, share):
    """The same weighing with this share of the weight for one theme."""
    points = dict(comparison.weighing.theme_points)
    key = CASE.themes[theme].id
    others = sum(value for other, value in points.items() if other != key)
    points[key] = others * share / (1 - share)
    largest = max(points.values())
    return compare(CASE, replace(comparison.weighing, theme_points={k: 100 * v / largest for k, v in points.items()}))


def test_a_flip_is_said_when_only_what_may_not_come_first_has_an_unknown_effect():
    """It fails a hard requirement, so no value of its effect changes what comes first."""
    harbour, none = loaded(GOOD), {"value": None, "low": None, "high": None}
    cells = dict(harbour.performances)
    cells["ring_road", "green"] = replace(cells["tram", "green"])
    cells["as_now", "cost"] = replace(cells["as_now", "cost"], **none)
    comparison = compare(changed(harbour, "dark", performances=cells), from_profile(harbour.profile("treasurer")))
    assert (comparison.known, comparison.contenders) == (False, (1, 2))
    for language in LANGUAGES:
        effect = harbour.criterion("cost").short.get(language)
        sentence = nearest_flip(comparison, words(language)).sentence
        assert f"{effect} ({harbour.alternatives[0].code})".casefold() in sentence.casefold()
        assert words(language)("flip.unknown") not in sentence
