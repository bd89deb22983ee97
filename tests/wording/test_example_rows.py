"""The table of examples: in the order of values, with a word for how sure, and no first place where nobody can say."""

import re

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import words
from ui.shared.page_html import render
from weighing.comparison import compare
from weighing.verdict import verdict
from weighing.weighing import from_profile
from wording.example_rows import example_rows

CASES = sorted(path.name for path in SHIPPED.iterdir() if (path / "case.yaml").exists())


@pytest.mark.parametrize("folder", CASES)
def test_rows_follow_what_weighs_most_and_say_how_sure_it_is(folder):
    case = loaded(SHIPPED / folder)
    found = example_rows(case, words("nl"))
    assert sorted(row.profile.id for _, rows in found for row in rows) == sorted(item.id for item in case.profiles)
    for kind, rows in found:
        assert {row.profile.kind for row in rows} == {kind}
        heaviest = [max(range(len(row.shares)), key=row.shares.__getitem__) for row in rows]
        assert heaviest == sorted(heaviest), kind
        for row in rows:
            said = verdict(compare(case, from_profile(row.profile)))
            assert row.word == said.word
            may = set(said.candidates) if said.word == "undecided" else {said.first}
            assert {place.alternative.id for place in row.highest} == {case.alternatives[place].id for place in may}
            assert row.then is None or row.then not in row.highest


def test_an_undecided_row_names_all_that_may_come_first_and_nothing_is_bold():
    case, text = loaded(SHIPPED / "lutkemeer"), words("nl")
    kinds = example_rows(case, text)
    by_id = {row.profile.id: row for _, rows in kinds for row in rows}
    open_row = by_id["residents_citywide"]
    assert open_row.word == "undecided"
    assert len(open_row.highest) > 1
    shown = render("profiles.html", text, themes=case.themes, kinds=kinds)
    places = re.findall(r'<td role="cell" class="w-place".*?</td>', shown, re.S)
    assert len(places) == 2 * len(case.profiles)
    assert not [place for place in places if re.search(r"<(b|strong)>", place)]
    style = (SHIPPED.parent.parent / "ui" / "static" / "style.css").read_text(encoding="utf-8")
    assert ".w-place .w-name { font-weight: 400; }" in style  # elsewhere the name beside a badge stands out
    labels = [text(f"verdict.{row.word}") for _, rows in kinds for row in rows]
    assert [re.findall(r'class="w-tag">(.*?)<', place) for place in places[::2]] == [[label] for label in labels]
