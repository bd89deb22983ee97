"""Screen Zaak: pictures, the place, and who was asked, what the law asks and what is followed later."""

import re
from base64 import b64decode
from html import unescape
from pathlib import Path

import pytest

from cases import SHIPPED
from cases.reading.loader import load_case
from tests.cases.loaded import loaded
from tests.cases.pictures import with_picture
from tests.ui.test_screens import html, open_screen, plain, seen
from texts import LANGUAGES, words
from web import shared_cases
from wording.place_drawing import place_sentence, place_svg

ROOT = Path(__file__).parent.parent.parent
CASE = loaded(SHIPPED / "lutkemeer")
PRACTICE = loaded(SHIPPED / "practice_garden")


def told(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_account_the_duties_and_the_plan_is_left_out(language):
    page = told(unescape(plain(seen("case", language))))
    account = CASE.account
    for item in account.rounds:
        for part in (item.label, item.day_or_period, item.asked, item.invited, item.took_part, item.missing):
            assert told(part.get(language)) in page
        for comment in item.comments:
            assert told(comment.text.get(language)) in page
            assert told((comment.done or comment.text).get(language)) in page
    for duty in CASE.duties:
        assert told(duty.label.get(language)) in page
        assert told(duty.why.get(language)) in page
    for item in CASE.evaluation:
        assert told(item.what.get(language)) in page
    text = words(language)
    assert text("extra.account_counts", rounds=6, comments=5, open=3) in page
    yes, unknown = text("extra.answer_yes"), text("extra.answer_unknown")
    assert f"{text('extra.duties_counts', count=7)}: 1 {yes}, 6 {unknown}" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_says_what_it_does_not_hold(language):
    page = plain(seen("case", language, case=PRACTICE.id))
    text = words(language)
    parts = [text("extra.absent_" + key) for key in ("account", "duties", "evaluation")]
    assert text("extra.absent", parts=text.listed(parts)) in unescape(page)


def test_every_alternative_has_its_picture_in_the_same_room():
    page = html(seen("case", case=PRACTICE.id))
    shown = re.findall(r'<img src="\./plaatje/[^"]*/(\w+\.png)" alt="([^"]+)" width="960" height="600"', page)
    assert [name for name, _ in shown] == ["grass.png", "garden.png", "parking.png"]
    assert [unescape(alt) for _, alt in shown] == [item.picture.alt.nl for item in PRACTICE.alternatives]
    assert page.count('class="w-picture-room"') == 3
    assert "w-picture" not in html(seen("case", case="breda_hogevucht"))


def test_the_place_has_its_picture_and_says_that_it_is_not_to_scale():
    page = html(seen("case"))
    sketch = re.search(r'<img src="\./plaatje/[^"]*/place\.png" alt="([^"]+)"[^>]*><figcaption>([^<]+)<', page)
    assert unescape(sketch[1]) == CASE.place_picture.alt.nl
    assert "niet op schaal" in sketch[2]


def test_an_alternative_without_a_picture_has_an_equal_empty_place_and_the_land_its_outline(tmp_path, monkeypatch):
    case = load_case(with_picture(tmp_path))
    monkeypatch.setattr(shared_cases, "all_cases", lambda: {case.id: case})
    for language in LANGUAGES:
        text = words(language)
        page = html(open_screen("case", language, case=case.id))
        assert page.count('class="w-picture"') == 3
        assert page.count(text("extra.no_picture")) == 2
        shown = re.search(r'<img src="data:image/svg\+xml;base64,([^"]*)" alt="([^"]*)"', page)
        assert b64decode(shown[1]).decode() == place_svg(case.outline, text)
        assert unescape(shown[2]) == place_sentence(case.outline, text)
        assert 'href="https://example.org/map?place=harbour" target="_blank" rel="noopener noreferrer"' in page
        assert text("extra.not_answered") in page
        assert text("extra.no_comments") in page
        assert f"{text('extra.people')}</dt><dd>45</dd>" in page
        assert f"{text('extra.people')}</dt><dd>{text('extra.people_unknown')}</dd>" in page
