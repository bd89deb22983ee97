"""The page on which residents propose what is missing: read, send, refuse, thank."""

import gzip
import re
from html import unescape
from urllib.parse import urlencode

import pytest

from cases.reading.case_folder import read_files
from cases.store import own_proposals
from files.problems import Problems
from tests.cases.harbour import GOOD
from texts import LANGUAGES, words
from web import proposal_pages, shared_cases

CASE = GOOD.name
FILES = read_files(GOOD, Problems())
FORM = {"kind": "criterion", "title": "Stilte in de nacht", "words": "Ik slaap slecht door het laden en lossen."}


@pytest.fixture
def key(own_store) -> str:
    made = own_store.new(CASE, b"")
    own_store.save_version(CASE, made, FILES, "planner", "first")
    own_store.publish(CASE, made, 1)
    proposal_pages._pace.cache_clear()
    return made


@pytest.fixture
def token(key) -> str:
    return own_proposals().open_call(CASE, key)


@pytest.fixture
def get(ask, token):
    return lambda query="lang=nl", path=None: ask(proposal_pages.routes, f"/voorstel/{path or token}?{query}", ())


@pytest.fixture
def post(ask, token):
    def send(query="lang=nl", headers=((b"sec-fetch-site", b"same-origin"),), path=None, **fields):
        form = urlencode(FORM | fields).encode()
        return ask(proposal_pages.routes, f"/voorstel/{path or token}?{query}", headers, form)

    return send


def page_of(response) -> str:
    packed = response.headers.get("content-encoding") == "gzip"
    return (gzip.decompress(response.body) if packed else bytes(response.body)).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_case_what_is_there_the_form_and_what_happens(get, language):
    page, text = unescape(page_of(get(f"lang={language}"))), words(language)
    case = shared_cases.sound()[CASE]
    assert f'<html lang="{language}">' in page
    assert case.question.get(language) in page
    assert case.who_decides.get(language) in page
    for item in (*case.alternatives, *case.criteria):
        assert item.label.get(language) in page
    for name in ("title", "words", "kind"):
        assert f'name="{name}"' in page
    for name in ("no_names", "next_answer", "none"):
        assert text(f"proposals.{name}") in page
    assert "<script" not in page
    assert get().headers["cache-control"] == "no-store"
    assert "set-cookie" not in get().headers


def test_after_sending_the_browser_is_led_to_the_page_with_thanks(get, post):
    sent = post()
    assert sent.status_code == 303
    _, _, query = sent.headers["location"].partition("?")
    query, _, mark = query.partition("#")
    page = unescape(page_of(get(query)))
    assert f'id="{mark}"' in page
    assert words("nl")("proposals.thanks", n=1) in page
    assert FORM["title"] in page
    assert FORM["words"] in page
    assert words("nl")("proposals.state_open") in page
    assert words("nl")("proposals.thanks", n=1) not in unescape(page_of(get()))
    assert "proposals.thanks" not in page_of(get("dank=7"))
    assert post().headers["location"] == sent.headers["location"]
    assert len(own_proposals().proposals(CASE)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_is_named_at_its_field_and_what_was_typed_stays(post, language):
    typed = '<b>"x' + "y" * 1500
    answer = post(f"lang={language}", kind="", title="a&", words=typed)
    raw = page_of(answer)
    assert answer.status_code == 422
    assert "<b>&#34;x" not in raw
    assert "&lt;b&gt;&#34;x" in raw
    page = unescape(raw)
    for name in ("kind", "title", "words"):
        assert f'id="{name}-fault"' in page
        assert f'href="#{name}"' in page
    assert 'value="a&"' in page
    assert typed in page
    assert words(language)("proposals.not_sent") in page
    assert own_proposals().proposals(CASE) == ()


def test_text_of_strangers_is_never_markup(get, post):
    evil = '<script>alert(1)</script><img src=x onerror="x">'
    post(title=evil, words=evil)
    page = page_of(get())
    assert "<script" not in page
    assert "<img" not in page
    assert evil in unescape(page)


def test_the_fourth_in_a_minute_waits_and_keeps_what_was_typed(post):
    assert [post(title=f"Titel {number}").status_code for number in range(3)] == [303] * 3
    refused = post(title="Nummer vier", kind="alternative")
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= 60
    page = unescape(page_of(refused))
    when = words("nl")("proposals.wait_minutes", count=1)
    assert words("nl")("proposals.too_many", when=when) in page
    assert 'value="Nummer vier"' in page
    assert FORM["words"] in page
    assert re.search(r'value="alternative" checked', page)
    assert len(own_proposals().proposals(CASE)) == 3


def test_a_form_with_faults_does_not_count_for_the_limit(post):
    assert [post(title="").status_code for _ in range(5)] == [422] * 5
    assert post().status_code == 303


def test_a_form_from_another_site_is_refused_and_keeps_what_was_typed(post):
    for headers in (((b"sec-fetch-site", b"cross-site"),), ((b"origin", b"https://elsewhere.example"),)):
        refused = post(headers=headers)
        assert refused.status_code == 403
        assert FORM["words"] in unescape(page_of(refused))
    assert own_proposals().proposals(CASE) == ()


def test_a_filled_in_hidden_field_is_refused_but_a_person_loses_nothing(post):
    refused = post(**{proposal_pages.TRAP: "https://spam.example"})
    assert refused.status_code == 403
    page = unescape(page_of(refused))
    assert words("nl")("proposals.trapped") in page
    assert FORM["words"] in page
    assert "spam.example" not in page
    assert own_proposals().proposals(CASE) == ()


def test_too_much_text_is_refused_before_it_is_read(post):
    refused = post(words="x" * 70_000)
    assert refused.status_code == 413
    assert words("nl")("proposals.too_long") in unescape(page_of(refused))


def test_a_closed_call_still_shows_the_answers_but_no_form(get, post, key):
    post()
    own_proposals().answer(CASE, key, 1, "merged", "Geluid telt al mee.", "criterion:green")
    own_proposals().close_call(CASE, key)
    page = unescape(page_of(get()))
    green = shared_cases.sound()[CASE].criterion("green").label.nl
    assert "<form" not in page
    assert words("nl")("proposals.state_merged", name=green) in page
    assert words("nl")("proposals.reason", reason="Geluid telt al mee.") in page
    refused = post(title="Nog een voorstel")
    assert refused.status_code == 409
    assert words("nl")("proposals.closed") in unescape(page_of(refused))


def test_an_erased_proposal_keeps_its_number_and_the_reason(get, post, key):
    post()
    own_proposals().erase(CASE, key, 1, "Er stond een naam in.")
    page = unescape(page_of(get()))
    assert FORM["words"] not in page
    assert words("nl")("proposals.state_erased") in page
    assert "Er stond een naam in." in page


def test_a_name_that_the_case_no_longer_has_is_shown_as_it_was_kept():
    assert proposal_pages.merged_name(None, "criterion:gone", "nl") == "gone"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_link_and_a_case_out_of_sight_are_told_plainly(get, own_store, key, language):
    page = get(f"lang={language}", path="nosuchtoken")
    assert page.status_code == 404
    assert words(language)("proposals.unknown") in unescape(page_of(page))
    own_store.publish(CASE, key, None)
    shared_cases.forget()
    page = get(f"lang={language}")
    assert page.status_code == 404
    assert words(language)("proposals.hidden") in unescape(page_of(page))


def test_without_a_store_the_page_says_so(get, set_up):
    set_up(WAARDENWEGER_OWN_CASES="off")
    page = get()
    assert page.status_code == 503
    assert "staan uit" in page_of(page)


def test_a_form_of_very_many_parts_is_no_proposal(ask, token):
    form = urlencode({f"part{number}": "x" for number in range(30)} | FORM).encode()
    answer = ask(proposal_pages.routes, f"/voorstel/{token}?lang=nl", ((b"sec-fetch-site", b"same-origin"),), form)
    assert answer.status_code == 422
    assert own_proposals().proposals(CASE) == ()


def test_the_form_may_say_that_it_comes_from_this_site(get):
    """Without a referrer at all a browser calls the origin of a form null, and then it is refused."""
    assert get().headers["referrer-policy"] == "same-origin"


def test_with_a_setting_that_means_nothing_the_page_says_so_and_does_not_break(set_up, post):
    set_up(WAARDENWEGER_PROPOSALS_PER_HOUR="many")
    proposal_pages._pace.cache_clear()
    answer = post()
    assert answer.status_code == 503
    assert "een instelling van deze server klopt niet" in unescape(page_of(answer)).lower()
