import json
import re
from html import unescape
from urllib.parse import parse_qs, urlencode

import pytest

from texts import words
from texts.numbers import day
from web.board_data import board_data
from web.html import script_json
from web.projector import routes
from web.shared_cases import sound
from weighing.links import to_link
from weighing.weighing import OWN, from_profile
from wording.effect_words import ends_text

CASE = next(iter(sound().values()))
PATH = f"/scherm/{CASE.id}"
PROFILE = CASE.profiles[-1]
WEIGHED = urlencode({key: part for key, part in to_link(CASE, from_profile(PROFILE)).items() if key != "k"})


@pytest.fixture
def get(ask):
    return lambda path: ask(routes, path, [(b"accept", b"text/html,*/*")])


def data_of(body: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', body, re.DOTALL)[1])


def test_the_help_at_the_start_names_only_keys_that_do_something_there(get):
    text = words("nl")
    start, board = (unescape(get(path).body.decode()) for path in (PATH, f"{PATH}?{WEIGHED}"))
    only_on_the_board = [
        text(f"projector.help_{key}") for key in ("theme", "points", "view", "ghost", "sure", "example")
    ]
    assert all(said in board and said not in start for said in only_on_the_board)
    assert all(text(f"projector.help_{key}") in start for key in ("when", "gaps", "blank", "help"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_weights_there_is_no_ranking_and_every_example_is_a_link_with_its_points(get, language):
    body = get(f"{PATH}?lang={language}").body.decode()
    assert f'<html lang="{language}">' in body
    assert body.count("<h1") == 1
    assert words(language)("projector.nothing") in body
    assert 'id="data"' not in body
    assert all(item.label.get(language) in body for item in CASE.alternatives)
    links = re.findall(r'class="p-example" href="\?([^"]*)"', body)
    found = {parse_qs(link.replace("&amp;", "&"))["start"][0] for link in links}
    assert found == {OWN, *(profile.id for profile in CASE.profiles)}
    assert len(links) == len(found)


def test_a_start_with_nothing_offers_every_step_from_worst_to_best_in_the_order_of_the_case(get):
    body = unescape(get(f"{PATH}?start=own").body.decode())
    links = [parse_qs(link) for link in re.findall(r'class="p-example" href="\?([^"]*)"', body)]
    assert [link["w"] for link in links] == [[f"{theme.id}-100"] for theme in CASE.themes]
    assert 'id="data"' not in body
    for theme in CASE.themes:
        worst, best = ends_text(CASE.summed_in(theme.id)[0], "main", words("nl"))
        assert f"{worst} \u2192 {best}" in body


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_link_brings_its_points_and_is_marked_as_an_exploration(get, language):
    body = get(f"{PATH}?lang={language}&{WEIGHED}").body.decode()
    data = data_of(body)
    assert data["points"]["themes"] == PROFILE.points
    assert data["start"]["themes"] == PROFILE.points
    assert data["link"]["start"] == PROFILE.id
    assert f"<b>{words(language)('projector.mark')}</b>" in body
    assert body.count("<h1") == 1
    assert CASE.version in body
    assert day(CASE.version_date, language) in body
    grade_d = sum(item.grade == "D" for item in CASE.performances.values())
    assert (
        words(language)(
            "projector.version_short", day=day(CASE.version_date, language), count=grade_d, all=len(CASE.performances)
        )
        in body
    )


def test_the_start_of_a_changed_link_is_the_profile_it_began_with(get):
    # the profile gives what it gives; the link puts every theme at 100
    changed = "~".join(f"{theme.id}-100" for theme in CASE.themes)
    data = data_of(get(f"{PATH}?start={PROFILE.id}&w={changed}").body.decode())
    assert set(data["points"]["themes"].values()) == {100}
    assert data["start"]["themes"] == PROFILE.points


def test_a_hostile_link_is_named_in_one_line_escaped_and_the_rest_works(get):
    bad = urlencode({"view": "<script>alert(1)</script>", "r": "99", "c": "nothing-5", "lang": "<b>"})
    body = get(f"{PATH}?{WEIGHED}&{bad}").body.decode()
    assert data_of(body)["points"]["themes"] == PROFILE.points
    assert body.count('<p role="note">') == 1
    assert "alert(1)" in body
    assert "<script>alert" not in body
    assert '<html lang="nl">' in body


def test_points_that_cannot_be_read_lead_to_the_start(get):
    body = get(f"{PATH}?w={'x' * 5000}&start=nobody").body.decode()
    assert words("nl")("projector.nothing") in body
    assert body.count('<p role="note">') == 1


def test_another_version_is_said(get):
    assert "abc123" in get(f"{PATH}?{WEIGHED}&v=abc123".replace(f"v={CASE.version}&", "")).body.decode()


def test_no_text_in_the_data_can_close_the_script():
    found = script_json({"a": "</script><script>&<!--"})
    assert "<" not in found
    assert json.loads(found) == {"a": "</script><script>&<!--"}


def test_no_script_stands_in_the_page_and_nothing_comes_from_elsewhere(get):
    body = get(f"{PATH}?{WEIGHED}").body.decode()
    assert re.findall(r"<script (?!type=\"application/json\")[^>]*>", body) == [
        '<script type="module" src="../web/projector/projector.js">'
    ]
    assert not re.search(r'(src|href)="(https?:)?//', body)
    assert " onclick=" not in body


def test_without_a_case_the_first_one_opens_with_the_same_address(get):
    answer = get(f"/scherm?lang=en&{WEIGHED}")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"scherm/{CASE.id}?lang=en&{WEIGHED}"


def test_an_unknown_case_leads_to_the_others(get):
    answer = get("/scherm/%3Cb%3E?lang=en")
    assert answer.status_code == 404
    body = answer.body.decode()
    assert words("en")("projector.none") in body
    assert f'href="{CASE.id}?lang=en"' in body


def test_the_words_of_this_page_do_not_leak_into_the_board_of_others(get):
    get(f"/scherm/{CASE.id}?start=own&w=work-100~community-50")
    shared = board_data(CASE, from_profile(CASE.profiles[0]), words("nl"), ("bars", "map"))
    assert shared["words"]["weight_now"] == words("nl")("explore.weight_now")


def test_points_on_a_range_that_moved_are_named(get):
    body = unescape(get(f"{PATH}?{WEIGHED}&m={CASE.summed[0].id}").body.decode())
    assert words("nl")("projector.stale") in body
