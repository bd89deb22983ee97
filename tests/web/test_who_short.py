"""Who gains and who loses in short, on phone and projector: the same signs as on the page Wie en wanneer."""

import re

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from web import phone, projector
from web.who_short import who_short
from wording.requirement_line import requirement_line
from wording.who_words import group_rows

CASES = SHIPPED
CASE = loaded(CASES / "lutkemeer")
ACCEPT = ((b"accept", b"*/*"),)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("routes", "path"), [(phone.routes, "/m/"), (projector.routes, "/scherm/")])
def test_every_group_is_there_with_the_signs_of_the_library(ask, routes, path, language):
    text = words(language)
    page = ask(routes, f"{path}{CASE.id}?lang={language}", ACCEPT).body.decode()
    short = page[page.index('<table class="w-who-short">') :]
    rows = re.findall(r'<tr><th scope="row">(.*?)</tr>', short[: short.index("</table>")], flags=re.S)
    expected = group_rows(CASE, text)
    assert len(rows) == len(expected)
    for row, group in zip(rows, expected, strict=True):
        assert row.startswith(group.label)
        signs = [re.sub("<.*?>", "", cell) for cell in re.findall(r'aria-hidden="true">(.*?)</span>', row)]
        assert signs == [cell.signs for cell in group.cells]
    assert str(requirement_line(CASE, (), text)) in page


def test_a_vulnerable_group_is_marked_and_no_sign_is_added_up():
    short = who_short(CASE, words("nl"))
    assert short["vulnerable"] == {group.id for group in CASE.groups if group.vulnerable.answer == "yes"} != set()
    assert set(short) == {"line", "columns", "compared", "rows", "switches", "vulnerable"}


@pytest.mark.parametrize(("routes", "path"), [(phone.routes, "/m/"), (projector.routes, "/scherm/")])
def test_a_case_without_groups_shows_no_empty_table(ask, routes, path):
    page = ask(routes, f"{path}practice_garden?lang=nl", ACCEPT).body.decode()
    assert '<table class="w-who-short"' not in page
    assert words("nl")("who.short_title") not in page
