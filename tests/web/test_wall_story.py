"""The story on the wall: what it is made of, in every case."""

import re
import shutil
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reading.loader import load_case
from tests.cases.areas import with_areas
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from web.presenter import routes as presenter
from web.projector import routes
from web.projector_start import start_pages
from web.shared_cases import sound
from web.wall_story import STEPS, spread, story


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_alternative_stands_in_every_step_that_shows_them(language):
    text = words(language)
    for case in [*sound().values(), loaded(GOOD)]:
        told = story(case, text)
        codes = [item.code for item in case.alternatives]
        assert [plan["alternative"].code for plan in told["plans"]] == codes
        assert len({plan["picture"] is None for plan in told["plans"]}) == 1
        assert told["clash"]["strips"]
        for strip in told["clash"]["strips"]:
            assert sorted(mark["code"] for mark in strip["marks"] + strip["unknown"]) == sorted(codes)
        assert told["place"]["says"]


def test_a_step_that_is_not_there_is_named_and_the_others_are_said_at_their_place(ask):
    case = next(iter(sound().values()))
    text = words("nl")
    headers = [(b"accept", b"text/html,*/*")]
    body = unescape(ask(routes, f"/scherm/{case.id}?story=7", headers).body.decode())
    assert re.search(rf'<p role="note">[^<]*{text("wall_story.title")}', body)
    assert "|".join(text(f"wall_story.{step}") for step in STEPS) in body
    start = ask(routes, f"/scherm/{case.id}?story=3", headers).body.decode()
    assert '<p role="note">' not in start
    assert f">{case.notice.title.nl}<" in unescape(start)  # at the start
    assert f">{case.notice.title.nl}.</b> {case.notice.text.nl}<" in unescape(start)  # in the step of the place
    notes = unescape(ask(presenter, f"/regie/{case.id}", headers).body.decode())
    assert notes.count(case.notice.text.nl) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_differs_the_step_of_the_clash_says_so(language):
    case, text = loaded(GOOD), words(language)
    level = {key: case.performances["tram", key[1]] for key in case.performances}
    told = story(case.model_copy(update={"performances": level, "version": "level"}), text)["clash"]
    assert (told["says"], told["strips"]) == (text.html("wall_story.no_clash"), [])


@given(st.lists(st.floats(0, 100), max_size=40).map(sorted))
def test_marks_stand_apart_in_their_order_and_on_the_strip(places):
    found = spread(places, 5.0)
    assert len(found) == len(places)
    assert all(-1e-9 <= place <= 100 + 1e-9 for place in found)
    apart = min(5.0, 100 / max(1, len(places) - 1))
    assert all(after - before >= apart - 1e-9 for before, after in pairwise(found))


def test_marks_that_stand_too_near_go_apart_to_both_sides_and_no_further_than_needed():
    # three at 50, 51 and 52 need 10 in between: their middle stays 51; 90 is left alone; 99 and 100 end at the edge
    assert spread([50, 51, 52, 90], 10) == pytest.approx([41, 51, 61, 90])
    assert spread([99, 100], 10) == pytest.approx([90, 100])
    assert spread([0, 1], 10) == pytest.approx([0, 10])
    assert spread([20, 40], 10) == pytest.approx([20, 40])


def test_a_case_with_one_theme_is_not_said_to_differ_most_on_it(tmp_path):
    folder = Path(shutil.copytree(GOOD.parent / "ten_plans", tmp_path / "ten_plans"))
    for name, pattern, found in (
        ("case.yaml", r"  - \{id: (?!work)\w+, label.*\n", ""),
        ("case.yaml", r"theme: \w+", "theme: work"),
        ("profiles.yaml", r"points: \{.*\}", "points: {work: 100}"),
    ):
        file = folder / name
        file.write_text(re.sub(pattern, found, file.read_text(encoding="utf-8")), encoding="utf-8")
    says = story(load_case(folder), words("nl"))["clash"]["says"]
    assert "Er is \u00e9\u00e9n thema" in says
    assert "het meest" not in says


def test_few_examples_stand_beside_each_other_and_many_below():
    few, many = loaded(GOOD), next(iter(sound().values()))
    (columns,) = start_pages(few.model_copy(update={"profiles": few.profiles[:1]}), words("nl"))
    assert [len(column) for column in columns] == [1, 1]
    assert all(len(page) <= 3 for page in start_pages(many, words("nl")))


def test_a_map_of_each_alternative_stands_in_the_story_instead_of_the_tiles_and_says_its_words(tmp_path):
    case = load_case(with_areas(tmp_path))
    for language in LANGUAGES:
        text = words(language)
        told = story(case, text)
        assert told["map_intro"] == text("areas.intro")
        assert [plan["tiles"] for plan in told["plans"]] == [None] * len(case.alternatives)
        for plan in told["plans"]:
            assert text.of(plan["alternative"].label) in plan["map"].svg
        assert {label for _, label in told["uses"]} == {text.of(use.label) for use in case.land_uses}
    assert story(loaded(GOOD), words("nl"))["map_intro"] == ""


def test_the_bar_of_figures_says_what_each_of_its_parts_is(ask):
    case = next(iter(sound().values()))
    headers = [(b"accept", b"text/html,*/*")]
    body = unescape(ask(routes, f"/scherm/{case.id}?story=5", headers).body.decode())
    legend = body.partition("p-figure-legend")[2].partition("</ul>")[0]
    text = words("nl")
    for part in ("sourced", "guessed", "absent"):
        assert f"<i></i> {text(f'wall_story.figures_{part}')}</li>" in legend
