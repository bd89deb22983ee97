"""Hoe zeker: the verdict, the shares with their choices, values that win, doubts and other methods."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cases import SHIPPED
from tests.cases.loaded import loaded
from tests.ui.test_screens import html, open_screen, plain, seen
from texts import LANGUAGES, words
from weighing.comparison import compare
from weighing.links import to_link
from weighing.shares_of_weightings import first_places, trees
from weighing.weighing import from_largest, from_profile
from wording.verdict_words import out_of_100, verdict_text

CASE = loaded(SHIPPED / "lutkemeer")
WEIGHING = from_profile(CASE.profile("youth"))
COMPARISON = compare(CASE, WEIGHING)
ROOT = Path(__file__).parent.parent.parent


def opened(language: str = "nl", **more: str) -> AppTest:
    return open_screen("sure", language, **to_link(CASE, WEIGHING), **more)


def looked_at(language: str = "nl") -> AppTest:
    """The same, to look at only."""
    return seen("sure", language, **to_link(CASE, WEIGHING))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verdict_stands_on_top_of_all_other_parts(language):
    page, text = html(looked_at(language)), words(language)
    said = verdict_text(COMPARISON, text)
    heads = [text(f"sure.{part}") for part in ("flips", "shares", "values", "doubts", "opinion")]
    places = [page.index(said.main), *(page.index(head) for head in heads)]
    assert places == sorted(places)
    assert all(sentence in page for sentence in said.sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_shares_are_the_librarys_for_every_tree(language):
    page, text = html(looked_at(language)), words(language)
    for tree in trees(CASE):
        found = first_places(COMPARISON, "around", tree, "triangular", "case")
        for row, alternative in enumerate(CASE.alternatives):
            count = out_of_100(float(found.first[row]), text)
            assert f"{alternative.label.get(language)} {count}" in page


def test_another_choice_changes_the_shares_and_goes_into_the_link():
    app = opened()
    before = html(app)
    app.segmented_control(key="sure_over").set_value("all").run()
    app.segmented_control(key="sure_doubt").set_value("none").run()
    found = first_places(COMPARISON, "all", "criteria", "none", "case")
    assert f"Voedselpark {out_of_100(float(found.first[2]), words('nl'))}" in html(app)
    assert html(app) != before
    again = opened(z="all.none.case")
    assert again.segmented_control(key="sure_over").value == "all"
    assert again.segmented_control(key="sure_doubt").value == "none"


def test_a_choice_in_a_link_that_we_do_not_know_is_named_and_skipped():
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
    app.query_params.update({"lang": "nl", "case": "lutkemeer", "z": "all.magic.case"})
    app.run()
    assert "wat varieert op Hoe zeker" in plain(app)
    assert "all.magic.case" in plain(app)


def test_before_any_weighing_there_is_no_verdict_and_no_share_but_every_best_case():
    page = html(seen("sure"))
    text = words("nl")
    assert text("sure.nothing") in page
    assert text("sure.shares") not in page
    assert "w-verdict" not in page
    for alternative in CASE.alternatives:
        assert f'aria-label="{alternative.label.nl}"' in page


def test_a_weighing_of_some_themes_asks_for_the_others_first():
    page = html(seen("sure", **to_link(CASE, from_largest("work"))))
    assert "Weeg eerst alle thema" in page
    assert words("nl")("sure.shares") not in page
