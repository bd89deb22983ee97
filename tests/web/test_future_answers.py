"""Every future at the weights of a link: strips, one sentence, and what is behind it; the same for screen and wall."""

import re
from itertools import pairwise
from urllib.parse import urlencode

import pytest
from markupsafe import escape

from cases import SHIPPED
from files.fields import Text
from tests.cases.harbour import GOOD
from tests.cases.loaded import FOUR_PLANS, loaded
from tests.cases.test_lutkemeer import CASE
from texts import LANGUAGES, words
from texts.numbers import number
from web import future_answers, posted_links
from web.future_answers import futures_html
from weighing.comparison import compare
from weighing.futures import futures
from weighing.links import requirements_to_link, to_link
from weighing.weighing import OWN, Weighing, from_profile
from weighing.what_if import changed
from wording.future_words import future_name, headline, standing_sentence
from wording.sentences import total_text

HARBOUR, PRACTICE = loaded(GOOD), loaded(SHIPPED / "practice_garden")
WEIGHING = from_profile(CASE.profile("residents_citywide"))


@pytest.fixture
def post(ask):
    return lambda parts, case=CASE.id: ask(future_answers.routes, f"/toekomst/{case}", (), urlencode(parts).encode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wall_says_of_every_future_the_totals_of_the_library(post, language):
    text, found = words(language), futures(compare(CASE, WEIGHING))
    answer = post({"lang": language, **to_link(CASE, WEIGHING)})
    page = answer.body.decode()
    assert answer.headers["cache-control"] == "no-store"
    assert page.count('class="w-future"') == len(CASE.futures) + 1
    for column in found.columns:
        totals = [
            f"{item.label.get(language)} {total_text(column.comparison, row, text)}"
            for row, item in enumerate(CASE.alternatives)
        ]
        assert f"{future_name(column.future, text)}: {text.listed(totals)}." in page
    assert str(headline(found, text)) in page
    assert all(str(standing_sentence(found, row, text)) in page for row in range(len(CASE.alternatives)))
    assert all(str(escape(future.about.get(language))) in page for future in CASE.futures)
    assert text("futures.illustrative", count=len(CASE.future_effects), all=len(CASE.future_effects)) in page
    assert "<details" not in page


def test_a_letter_stands_at_its_total_or_a_line_leads_there():
    page = futures_html(CASE, compare(CASE, WEIGHING), words("nl"), doors=True)
    (first, *_) = page.split('class="w-future"')[1:]
    badges = [float(place) for place in re.findall(r"w-badge[^>]*left:([\d.]+)%", first)]
    links = re.findall(r'<i data-way="(\w+)"[^>]*left:([\d.]+)%;width:([\d.]+)%', first)
    ends = {
        "straight": lambda shown, left, width: shown,
        "left": lambda shown, left, width: left,
        "right": lambda shown, left, width: left + width,
    }
    totals = futures(compare(CASE, WEIGHING)).columns[0].comparison.totals
    for total, shown, (way, left, width) in zip(totals, badges, links, strict=True):
        assert ends[way](shown, float(left), float(width)) == pytest.approx(total, abs=0.31)
    near = sorted(badges)
    assert all(right - left >= 6 - 1e-9 for left, right in pairwise(near))


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_anybody_weighed_there_is_no_total_no_order_and_no_highest(language):
    text = words(language)
    page = futures_html(CASE, None, text, doors=True)
    assert text("futures.before", count=len(CASE.futures)) in page
    assert "w-future-highest" not in page
    assert 'class="w-future"' not in page
    assert "w-future-plans" not in page
    assert page.count("<details") == 1
    heads = re.findall(r'<thead><tr><th scope="col">[^<]*</th>(.*?)</tr>', page)
    order = [re.findall(r">([^<]+)</th>", head) for head in heads]
    assert order == [[item.label.get(language) for item in CASE.alternatives]] * len(CASE.futures)


def test_what_changes_stands_behind_a_door_with_today_before_it():
    page = futures_html(HARBOUR, None, words("en"), doors=True)
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", page)
    cells = {name: re.findall(r"<td>(.*?)</td>", row) for name, row in rows}
    assert cells["Travel time (minutes per trip)"] == ["–", "25 → 35", "30 → 32"]
    assert cells["Reliability (class)"] == ["–", "–", "on time → sometimes late"]
    assert "For some alternatives everything stays the same. As now it is full already." in page
    assert "Sources: S1" in page


def test_a_plan_that_fails_a_requirement_is_marked_and_never_the_highest():
    page = futures_html(HARBOUR, compare(HARBOUR, from_profile(HARBOUR.profile("treasurer"))), words("en"), doors=True)
    assert page.count("As now fails a hard requirement here.") == 3
    assert not re.search(r'w-future-highest w-future-fails|title="As now[^>]*w-future-highest', page)


def test_a_total_that_is_a_range_is_drawn_as_one():
    weighing = Weighing(OWN, {"moving": 100.0, "living": 40.0}, unsure=frozenset({"money"}))
    page = futures_html(HARBOUR, compare(HARBOUR, weighing), words("nl"), doors=False)
    assert page.count("w-future-range") >= 6
    assert words("nl")("explore.interval", low="", high="").strip() in page


def test_words_of_a_case_are_no_markup():
    future = HARBOUR.futures[0].model_copy(update={"label": Text(nl="<i>x</i>", en="<i>x</i>")})
    case = changed(HARBOUR, "markup", futures=(future, HARBOUR.futures[1]))
    for comparison in (None, compare(case, from_profile(case.profile("treasurer")))):
        for doors in (True, False):
            page = futures_html(case, comparison, words("nl"), doors=doors)
            assert "<i>x</i>" not in page
            assert "&lt;i&gt;x&lt;/i&gt;" in page


def test_a_case_without_futures_has_no_such_address(post):
    assert post({"lang": "nl"}, PRACTICE.id).status_code == 404
    assert post({"lang": "nl"}, CASE.id).status_code == 200


def test_requirements_that_are_switched_off_in_the_link_are_off_in_every_future(post, monkeypatch):
    monkeypatch.setattr(posted_links, "sound", lambda: {HARBOUR.id: HARBOUR})
    link = {"lang": "en", **to_link(HARBOUR, from_profile(HARBOUR.profile("treasurer")))}
    with_all = post(link, HARBOUR.id).body.decode()
    without = post({**link, **requirements_to_link(("quick_enough",))}, HARBOUR.id).body.decode()
    assert "Fails a hard requirement" in with_all
    assert "Fails a hard requirement" not in without


def test_every_strip_rings_what_may_be_highest_there_and_zero_and_a_hundred_are_marked():
    case = loaded(FOUR_PLANS)
    comparison = compare(case, from_profile(case.profile("only_elsewhere")))
    columns = futures(comparison).columns
    assert any(column.highest is None for column in columns)  # a future in which two are too near to tell apart
    page = futures_html(case, comparison, words("nl"), doors=True)
    for column, strip in zip(columns, page.split('class="w-future"')[1:], strict=True):
        ringed = re.findall(r'w-future-highest[^>]*title="([^"]*?) \d+"', strip)
        totals = column.comparison.totals
        assert ringed == [
            case.alternatives[row].label.nl for row in range(len(totals)) if totals.max() - totals[row] < 0.5
        ]
    assert "<span>0</span><span>100</span>" in page
    assert "<span>100</span>" not in futures_html(CASE, None, words("nl"), doors=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_many_plans_the_wall_has_a_table_with_the_most_points_behind_in_each_future(language):
    text, case = words(language), loaded(GOOD.parent / "ten_plans")
    comparison = compare(case, from_profile(case.profiles[-1]))
    found, page = futures(comparison), futures_html(case, comparison, text, doors=False)
    cells = re.findall(r'<td data-state="(\w+)">([^<]+)</td>', page)
    expected = [
        (column.state(row), number(column.regrets[row][1], language) + ("?" if column.state(row) == "open" else ""))
        for column in found.columns
        for row in range(len(case.alternatives))
    ]
    assert cells == expected
    assert {"good", "behind", "open"} == {state for state, _ in cells}
    assert text("futures.heat_open") in page
    assert text("futures.heat_fails") not in page
    assert str(headline(found, text)) in page
    assert "w-future-heat" not in futures_html(case, comparison, text, doors=True)
    assert "w-future-heat" not in futures_html(CASE, compare(CASE, WEIGHING), text, doors=False)
