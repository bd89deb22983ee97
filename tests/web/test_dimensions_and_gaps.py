"""Now, later and elsewhere, and what nobody knows, as phone and projector ask for them."""

import re
from urllib.parse import urlencode

import pytest
from markupsafe import escape

from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE
from texts import LANGUAGES, words
from web import dimensions_and_gaps, phone, posted_links, projector
from web.dimensions_and_gaps import NAMED, gaps_html
from weighing.comparison import compare
from weighing.dimensions import by_rule, parts
from weighing.links import to_link
from weighing.weighing import from_largest, from_profile
from wording.dimension_words import part_sentence, split_sentence
from wording.gap_words import gap_parts

HARBOUR = loaded(GOOD)
WEIGHING = from_profile(CASE.profile("youth"))


@pytest.fixture
def post(ask):
    return lambda path, parts, case=CASE.id: ask(
        dimensions_and_gaps.routes, f"/{path}/{case}", (), urlencode(parts).encode()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_three_parts_say_what_the_library_says_and_are_not_added(post, language):
    text, at = words(language), compare(CASE, WEIGHING)
    answer = post("wanneer", {"lang": language, **to_link(CASE, WEIGHING)})
    page = answer.body.decode()
    assert answer.headers["cache-control"] == "no-store"
    assert all(part_sentence(part, text) in page for part in parts(at))
    assert split_sentence(parts(at), text) in page
    assert text("dimension.at_own") in page
    assert page.count('<section class="w-card"') == 3
    assert page.count('class="w-small-bar"') == 3 * len(CASE.alternatives)


def test_before_a_start_it_says_that_nothing_was_weighed(post):
    page = post("wanneer", {"lang": "nl"}).body.decode()
    assert words("nl")("dimension.at_rule") in page
    assert not [part for part in parts(by_rule(CASE, "dimensions")) if part_sentence(part, words("nl")) in page]
    assert words("nl")("explore.first") not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_list_has_the_most_telling_lines_of_every_kind_and_counts_the_rest(post, language):
    text = words(language)
    page = post("leemten", {"lang": language, **to_link(CASE, WEIGHING)}).body.decode()
    for part in gap_parts(compare(CASE, WEIGHING), text):
        assert f"{text('gap.' + part.kind)} ({part.count})".replace("'", "&#39;") in page
        # the rest in the unit of the total: with figures, the figures of the lines that are shown are taken off
        of_figures = part.kind == "illustrative"
        shown = sum((len(row.alternatives) or len(CASE.alternatives)) if of_figures else 1 for row in part.rows[:NAMED])
        if len(part.rows) > NAMED:
            assert text("projector.and_more", count=part.count - shown) in page
    assert text("gap.at_own") in page


def test_an_unfinished_weighing_does_not_order_the_list():
    page = gaps_html(CASE, compare(CASE, from_largest("work")), (), words("nl"))
    assert str(escape(words("nl")("gap.at_rule"))) in page


@pytest.mark.parametrize(
    ("case", "parts", "status"),
    [("nowhere", {"lang": "nl"}, 404), (CASE.id, {"lang": "fr"}, 400), (CASE.id, {"w": "work-100~" * 4000}, 413)],
)
@pytest.mark.parametrize("path", ["wanneer", "leemten"])
def test_what_cannot_be_answered_is_refused(post, path, case, parts, status):
    assert post(path, parts, case).status_code == status


@pytest.mark.parametrize("path", ["wanneer", "leemten"])
def test_a_requirement_that_the_link_leaves_out_is_left_out_here(path, monkeypatch, post):
    monkeypatch.setattr(posted_links, "sound", lambda: {HARBOUR.id: HARBOUR})
    parts = {"lang": "en", "start": "own", "w": "moving-0~living-0~money-100"}
    fails = words("en")("explore.fails")
    with_it = post(path, parts, HARBOUR.id).body.decode()
    without = post(path, parts | {"h": "quick_enough"}, HARBOUR.id).body.decode()
    assert (fails in with_it) == (path == "wanneer")
    assert fails not in without


@pytest.mark.parametrize("page", [phone, projector])
def test_phone_and_projector_respect_the_requirements_in_the_link(page, ask, monkeypatch):
    """As now fails; its row is marked on the board until the link leaves the requirement out, and then that is said."""
    monkeypatch.setattr(phone.shared_cases, "sound", lambda: {HARBOUR.id: HARBOUR})
    monkeypatch.setattr(projector, "sound", lambda: {HARBOUR.id: HARBOUR})
    path = f"/{'m' if page is phone else 'scherm'}/{HARBOUR.id}?lang=en&start=own&w=moving-0~living-0~money-100"
    before = ask(page.routes, path, ()).body.decode()
    after = ask(page.routes, path + "&h=quick_enough~strange", ()).body.decode()
    assert '"failing":true' in before
    assert '"failing":true' not in after
    assert "these requirements are switched off" not in before
    assert "these requirements are switched off: <b>Trip of at most 38 minutes</b>" in after
    assert "strange" in after  # what the case does not know is named
    assert after.count("h=quick_enough") >= 1  # the other language keeps it


def test_the_phone_offers_a_switch_only_for_a_requirement_that_somebody_fails(ask, monkeypatch):
    monkeypatch.setattr(phone.shared_cases, "sound", lambda: {HARBOUR.id: HARBOUR, CASE.id: CASE})
    page = ask(phone.routes, f"/m/{HARBOUR.id}?lang=nl", ()).body.decode()
    (box,) = re.findall("<input [^>]*data-requirement=[^>]*>", page)
    assert 'data-requirement="quick_enough"' in box
    assert box.endswith(" checked>")
    assert "data-requirement=" not in ask(phone.routes, f"/m/{CASE.id}?lang=nl", ()).body.decode()


@pytest.mark.parametrize("path", ["wanneer", "leemten"])
def test_a_page_of_another_version_is_told_to_load_again(post, path):
    page = post(path, {"lang": "nl", **to_link(CASE, WEIGHING), "v": "0123456789ab"}).body.decode()
    assert words("nl")("overtaken.reload") in page
    assert "w-card" not in page
    assert "w-gap" not in page
