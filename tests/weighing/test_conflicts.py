"""Where themes pull together or apart, and how many functions the land serves; and the stories of a case."""

import re
from collections import Counter

import pytest

from cases.reading.loader import load_case
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE as LUTKEMEER
from weighing.arrays import yardstick_sign
from weighing.conflicts import Pair, conflicts, functions_served, theme_moves

HARBOUR = loaded(GOOD)


def test_the_moves_follow_the_signs_of_the_effects_table():
    # ring road: 15 minutes less ++, reliability 60 points more +; CO2 10 more --, green not known; cost 300 million --
    # tram: 10 minutes less +, reliability ++; CO2 10 less ++, green 15 away to 6 away +; cost 240 million --
    assert theme_moves(HARBOUR, "ring_road") == {"moving": "up", "living": "unknown", "money": "down"}
    assert theme_moves(HARBOUR, "tram") == {"moving": "up", "living": "up", "money": "down"}
    assert set(theme_moves(HARBOUR, "as_now").values()) == {"same"}


def test_pairs_of_themes_help_clash_or_stay_open():
    found = conflicts(HARBOUR)
    assert list(found) == ["ring_road", "tram"]
    assert [(pair.first, pair.second, pair.relation) for pair in found["ring_road"]] == [
        ("moving", "living", "unknown"), ("moving", "money", "against"), ("living", "money", "unknown"),
    ]  # fmt: skip
    assert [pair.relation for pair in found["tram"]] == ["together", "against", "against"]


@pytest.mark.parametrize(
    ("moves", "relation"),
    [
        (("up", "up"), "together"), (("up", "down"), "against"), (("down", "up"), "against"),
        (("down", "down"), "both_worse"), (("up", "same"), "neutral"), (("same", "same"), "neutral"),
        (("mixed", "same"), "neutral"), (("mixed", "up"), "mixed"), (("mixed", "mixed"), "mixed"),
        (("unknown", "up"), "unknown"), (("unknown", "same"), "unknown"), (("mixed", "unknown"), "unknown"),
    ],
)  # fmt: skip
def test_every_two_moves_have_one_relation_whatever_their_order(moves, relation):
    assert Pair("a", "b", *moves).relation == relation
    assert Pair("a", "b", *reversed(moves)).relation == relation


def test_a_theme_with_a_better_and_a_worse_criterion_is_mixed_even_if_a_third_is_not_known(tmp_path):
    # the tram's green becomes worse than now, 30 away from the goal instead of 15; its CO2 stays better
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "tram,green,36,30,40", "tram,green,60,,")
    assert theme_moves(load_case(case), "tram")["living"] == "mixed"


def test_functions_are_counted_whole_partly_and_unknown():
    found = functions_served(HARBOUR)
    assert [(item.whole, item.partly, item.unknown, item.of) for item in found.values()] == [
        (0, 1, 0, 2), (1, 0, 1, 2), (2, 0, 0, 2),
    ]  # fmt: skip


def test_a_case_may_have_no_functions_and_no_stories(tmp_path):
    case = copy_to(tmp_path)
    text = (case / "case.yaml").read_text(encoding="utf-8")
    without = re.sub(r"^functions:\n(?:[ #].*\n)*", "", text, flags=re.MULTILINE)
    assert without != text
    (case / "case.yaml").write_text(without, encoding="utf-8")
    (case / "stories.csv").unlink()
    loaded = load_case(case)
    assert functions_served(loaded) == {}
    assert loaded.stories == ()


def test_an_alternative_that_does_not_exist_has_no_moves():
    with pytest.raises(KeyError, match="ferry"):
        theme_moves(HARBOUR, "ferry")


def test_stories_are_found_by_criterion_and_alternative():
    assert [story.id for story in HARBOUR.stories_about("travel_time")] == ["quay"]
    assert HARBOUR.stories_about("travel_time", "ring_road") == ()
    assert [story.id for story in HARBOUR.stories_about("harbour_view", "tram")] == ["view"]
    for wrong in (("seagulls", None), ("cost", "ferry")):
        with pytest.raises(KeyError):
            HARBOUR.stories_about(*wrong)


def test_a_story_is_kept_as_it_was_told():
    story = HARBOUR.stories[0]
    assert (story.role.en, story.text.nl) == ("Docker", "Nu sta ik vaak stil, elke ochtend")
    assert (story.kind, story.sources, story.line) == ("quote", ("S2",), 2)
    assert HARBOUR.stories[1].alternative is None


# The first shipped case


def test_the_conflicts_of_the_shipped_case_follow_its_effects():
    # business park: work, money and room for firms up, nature mixed (more nature, less water and carbon), the other
    # three down: 3 pairs together, 3 both worse, 3 x 3 = 9 against, 6 with nature mixed
    assert Counter(pair.relation for pair in conflicts(LUTKEMEER)["business_park"]) == {
        "together": 3, "both_worse": 3, "against": 9, "mixed": 6,
    }  # fmt: skip
    # food park: food and soil is mixed, because local food is better and farmland elsewhere worse than the reference
    assert theme_moves(LUTKEMEER, "food_park")["food_soil"] == "mixed"
    signs = [yardstick_sign(LUTKEMEER, "food_park", item) for item in ("local_food", "farmland_elsewhere")]
    assert signs == ["++", "-"]


def test_stories_hear_both_sides_about_equally_long():
    for language in ("nl", "en"):
        words = Counter()
        for story in LUTKEMEER.stories:
            words[story.alternative] += len(story.text.get(language).split())
        counts = [words[item.id] for item in LUTKEMEER.alternatives]
        assert min(counts) > 0.75 * max(counts)


def test_stories_speak_in_roles_and_made_up_ones_say_so():
    for story in LUTKEMEER.stories:
        assert (story.kind == "illustrative") == (not story.sources)
        assert story.kind != "quote"  # nobody was interviewed for this case
