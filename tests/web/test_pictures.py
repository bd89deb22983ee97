import re
from html import unescape

import pytest

from cases.reading.loader import load_case
from tests.cases.pictures import WORDS, image, with_picture
from texts import LANGUAGES, words
from web import phone, picture_pages, shared_cases
from web.picture_pages import shown_picture

HOSTILE = "\"><script>alert(1)</script> 'x'"


@pytest.fixture
def case(tmp_path, monkeypatch):
    told = WORDS.replace("Een tram.", f'"{HOSTILE.replace(chr(34), chr(92) + chr(34))}"')
    found = load_case(with_picture(tmp_path, words=told))
    for module in (picture_pages, shared_cases):
        monkeypatch.setattr(module, "sound", lambda: {found.id: found})
    return found


@pytest.fixture
def get(ask, case):
    return lambda path: ask([*picture_pages.routes, *phone.routes], path, ())


def test_a_picture_is_given_for_good_and_as_nothing_but_a_picture(get, case):
    answer = get(f"/plaatje/{case.id}/{case.version}/tram.png")
    assert (answer.status_code, answer.body) == (200, image())
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "{id}/{version}/other.png", "{id}/000000000000/tram.png", "other/{version}/tram.png", "{id}/{version}/",
        "{id}/{version}/../case.yaml", "{id}/{version}/case.yaml", "{id}/{version}/..%2Fcase.yaml", "{id}/tram.png",
    ],
)  # fmt: skip
def test_nothing_else_is_given(get, case, path):
    answer = get("/plaatje/" + path.format(id=case.id, version=case.version))
    assert answer.status_code == 404
    assert "immutable" not in answer.headers.get("cache-control", "")
    assert image() not in answer.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phone_shows_each_picture_when_it_comes_in_view_and_says_where_one_lacks(get, case, language):
    page = get(f"/m/{case.id}?lang={language}").body.decode()
    (shown,) = re.findall("<img src[^>]*>", page)
    assert f'src="../plaatje/{case.id}/{case.version}/tram.png"' in shown
    assert 'width="40" height="20" loading="lazy"' in shown
    assert "<script>alert" not in page
    alt = unescape(re.search('alt="([^"]*)"', shown)[1])
    assert alt == {"nl": HOSTILE, "en": "A tram."}[language]
    assert page.count(words(language)("extra.no_picture")) == 2
    assert 'href="https://example.org/map?place=harbour" target="_blank" rel="noopener noreferrer"' in page


def test_a_case_without_pictures_leaves_no_empty_places(ask):
    case = shared_cases.shipped()["breda_hogevucht"]
    page = ask([*phone.routes], f"/m/{case.id}?lang=nl", ()).body.decode()
    assert "m-picture" not in page[page.index("<body") :]
    assert "<img src" not in page


@pytest.mark.parametrize(
    ("made", "credit"),
    [("photo", "Foto door: de tests"), ("drawing", "Tekening door: de tests"),
     ("impression", "Impressie (zo kan het worden) door: de tests")],
)  # fmt: skip
def test_a_photo_is_never_taken_for_a_drawing(tmp_path, made, credit):
    case = load_case(with_picture(tmp_path, words=WORDS.replace("made: drawing", f"made: {made}")))
    shown = shown_picture(case, case.alternative("tram"), words("nl"))
    assert shown.credit == credit
    assert shown_picture(case, case.alternative("as_now"), words("nl")) is None
