import base64
import gzip
import hashlib
import json
import re
from html import unescape
from itertools import pairwise

import pytest
from starlette.responses import Response

from texts import LANGUAGES, words
from web import assets, phone
from web.shared_cases import sound
from weighing.links import to_link
from weighing.weighing import from_profile
from wording.effect_words import ends_text, performance_text

CASE = next(iter(sound().values()))
PATH = f"/m/{CASE.id}"
LARGEST_PAGE = 310_000
"""Characters, with its script."""
FONT = "../web/fonts/waarde-sans.woff2"
MOST_ON_THE_LINE = 100_000
"""Bytes of the page with its scripts, and of its font, packed."""
SCRIPT = ((b"accept", b"*/*"), (b"accept-encoding", b"gzip, br"))
BROWSER = ((b"accept", b"text/html,*/*"), (b"accept-encoding", b"gzip, br"))


@pytest.fixture
def get(ask):
    return lambda path, asked=BROWSER: ask([*assets.routes, *phone.routes], path, asked)


def page_of(response: Response) -> str:
    packed = response.headers.get("content-encoding") == "gzip"
    return (gzip.decompress(response.body) if packed else bytes(response.body)).decode()


def state_of(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="state">(.*?)</script>', page, re.DOTALL)[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_is_chosen_and_its_page_is_in_the_language_asked(get, language):
    page = page_of(get(f"/m?lang={language}"))
    assert f'<html lang="{language}">' in page
    assert f'href="./m/{CASE.id}?lang={language}"' in page
    page = page_of(get(f"{PATH}?lang={language}"))
    assert f'<html lang="{language}">' in page
    assert unescape(re.search("<h1>(.*?)</h1>", page)[1]) == CASE.question.get(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_effect_in_the_sum_can_be_read_without_javascript(get, language):
    text = words(language)
    page = unescape(page_of(get(f"{PATH}?lang={language}")))
    facts = page[page.index('id="facts"') : page.index('id="weigh"')]
    for criterion in CASE.summed:
        start = facts.index(f"<h4>{criterion.label.get(language)}</h4>")
        part = facts[start : facts.index("</dl>", start)]
        worst, best = ends_text(criterion, "main", text)
        assert text("phone.from_to", worst=worst, best=best) in part
        shown = [
            performance_text(criterion, CASE.performances[item.id, criterion.id], text) for item in CASE.alternatives
        ]
        assert re.findall("<summary><b>(.*?)</b>", part) == shown
        sources = [
            CASE.sources[key] for item in CASE.alternatives for key in CASE.performances[item.id, criterion.id].sources
        ]
        behind = [", ".join(filter(None, (source.publisher, source.year))) for source in sources]
        assert re.findall("<small>(.*?)</small>", part) == (behind or [text("phone.no_source")])
        grades = [CASE.performances[item.id, criterion.id].grade for item in CASE.alternatives]
        assert part.count("m-illustrative") == (1 if set(grades) == {"D"} else grades.count("D"))
    assert not [
        item.id for item in CASE.criteria if not item.in_sum and f"<h4>{item.label.get(language)}</h4>" in facts
    ]


def test_nothing_is_weighed_or_ranked_before_a_person_weighs(get):
    state = state_of(page_of(get(PATH)))
    assert "start" not in state["link"]
    assert state["points"] == {"themes": {}, "criteria": {}, "unsure": []}


def test_a_link_brings_its_weighing_back(get):
    profile = CASE.profiles[-1]
    parts = to_link(CASE, from_profile(profile))
    page = page_of(get(f"{PATH}?lang=en&" + "&".join(f"{key}={value}" for key, value in parts.items())))
    state = state_of(page)
    assert state["link"]["start"] == profile.id
    assert state["points"] == {"themes": profile.points, "criteria": profile.criterion_points, "unsure": []}
    assert words("en")("link.title") not in page
    assert f"start={profile.id}" in re.search(r'href="([^"]*)" lang="nl"', page)[1]


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("w=</script><script>alert(1)</script>", "w"),
        ("w=work-nan", "w"),
        ("start=nobody&w=work-100", "start"),
        ("w=work-100&c=calm-50", "c"),
        ("r=99", "r"),
        ("lang=xx", "lang"),
        ("w=" + "a" * 100_000, "w"),
    ],
)
def test_what_a_hostile_link_holds_is_named_and_harms_nothing(get, query, part):
    response = get(f"{PATH}?{query}")
    page = page_of(response)
    assert response.status_code == 200
    assert words("nl")("link.title") in page
    assert words("nl")(f"link.part.{part}") + ": <code>" in page
    assert "<script>" not in page
    assert page.count("</script>") == 3
    assert len(page) < LARGEST_PAGE


def test_a_link_of_another_version_says_so(get):
    page = page_of(get(f"{PATH}?start=own&w=work-100&v=0123456789ab"))
    assert words("nl")("link.version", old="0123456789ab", new=CASE.version) in page


def test_points_on_another_range_are_marked_until_confirmed(get):
    assert words("nl")("explore.stale") in page_of(get(f"{PATH}?start=own&w=work-100&r=21"))
    assert words("nl")("explore.stale") not in page_of(get(f"{PATH}?start=own&w=work-100&r=22"))


def test_an_unknown_case_leads_back_to_the_list(get):
    response = get("/m/%3Cb%3Enone")
    assert response.status_code == 404
    assert f'href="../m/{CASE.id}?lang=nl"' in page_of(response)
    assert get("/m/?lang=en").headers["location"] == "../m?lang=en"


def test_the_page_is_compressed_for_a_browser_and_plain_for_who_does_not_ask(get):
    assert get(PATH).headers["content-encoding"] == "gzip"
    plain = get(PATH, ((b"accept", b"*/*"),))
    assert "content-encoding" not in plain.headers
    assert b"<h1>" in plain.body
    refused = get(PATH, ((b"accept", b"*/*"), (b"accept-encoding", b"identity")))
    assert "content-encoding" not in refused.headers


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_page_is_light_and_asks_for_nothing_else(get, language):
    first = get(f"{PATH}?lang={language}")
    page = page_of(first)
    asked = set(re.findall(r'(?:src|rel="\w+" href)="([^"]+)"', page)) - {"data:,"}
    files = [item.picture.file for item in CASE.alternatives if item.picture]
    pictures = {f"../plaatje/{CASE.id}/{CASE.version}/{file}" for file in files}
    assert page.count('loading="lazy"') == len(pictures)  # they come after the first screen
    assert asked == {FONT} | pictures
    font = get(FONT.removeprefix(".."), SCRIPT)
    assert font.status_code == 200
    assert len(first.body) + len(font.body) < MOST_ON_THE_LINE
    assert "set-cookie" not in first.headers


def test_the_browser_runs_the_script_of_the_page_and_no_other_that_stands_in_it(get):
    response = get(PATH)
    script = re.search(r'<script type="module">(.*?)</script>', page_of(response), re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = re.search(r"script-src ([^;]*)", response.headers["content-security-policy"])[1]
    assert re.findall(r"'sha256-[^']*'|'unsafe-inline'", allowed) == [f"'sha256-{digest}'"]
    assert digest not in get("/m").headers["content-security-policy"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_in_order_and_there_is_one_h1(get, language):
    levels = [int(level) for level in re.findall(r"<h(\d)", page_of(get(f"{PATH}?lang={language}")))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
