"""Hoe zeker: the verdict, the shares with their choices, values that win, doubts and other methods."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cases import SHIPPED
from tests.cases.loaded import loaded
from tests.ui.test_screens import html, open_screen, plain, seen
from texts import LANGUAGES, words
from texts.numbers import number
from web.future_answers import futures_html
from weighing.comparison import compare
from weighing.links import to_link
from weighing.shares_of_weightings import first_places, trees, winning_values
from weighing.verdict import verdict
from weighing.weighing import from_largest, from_profile
from wording.cause_words import cause_rows, cause_sentence
from wording.council_rows import council_columns
from wording.doubt_rows import doubt_rows, gain_sentence, gaining
from wording.gap_words import guessed_line
from wording.sureness import behind_texts, none_alone
from wording.verdict_words import counts_of_all, verdict_text

DUTCH = words("nl")
CASE = loaded(SHIPPED / "lutkemeer")
PRACTICE = loaded(SHIPPED / "practice_garden")
WEIGHING = from_profile(CASE.profile("youth"))
COMPARISON = compare(CASE, WEIGHING)
FOUND = verdict(COMPARISON)
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
    guessed = guessed_line(CASE, text)
    assert str(sum(cell.grade == "D" for cell in CASE.performances.values())) in guessed
    assert page.index(said.main) < page.index(guessed) < page.index(heads[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_futures_stand_there_as_the_wall_shows_them_with_their_doors(language):
    text = words(language)
    page = html(looked_at(language))
    assert text("futures.title") in page
    assert str(futures_html(CASE, COMPARISON, text, doors=True)) in page
    assert text("futures.title") in html(seen("sure", language))  # before anybody weighed: which futures there are


def test_a_case_without_futures_has_no_word_about_them():
    assert not PRACTICE.futures
    page = html(
        open_screen("sure", "nl", **{"case": PRACTICE.id}, **to_link(PRACTICE, from_profile(PRACTICE.profiles[0])))
    )
    assert DUTCH("futures.title") not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_rises_and_falls_together_is_said_with_a_door_to_why(language):
    page, text = html(looked_at(language)), words(language)
    assert cause_sentence(CASE, text) in page
    for row in cause_rows(CASE, text):
        assert f"<b>{row.label}</b>: {row.effects}" in page
        assert row.about in page
    gains = [row.gain for row in doubt_rows(FOUND, text)]
    assert gain_sentence(FOUND, text) in page
    assert all(f"<td>{gain}</td>" in page for gain in gains)


@pytest.mark.parametrize("language", LANGUAGES)
def test_shares_are_the_librarys_for_every_tree(language):
    page, text = html(looked_at(language)), words(language)
    for tree in trees(CASE):
        found = first_places(COMPARISON, "around", tree, "triangular", "case")
        counts = counts_of_all(found.first, text)
        for alternative, count in zip(CASE.alternatives, counts, strict=True):
            assert f"{alternative.label.get(language)} {count}" in page


def test_another_choice_changes_the_shares_and_goes_into_the_link():
    app = opened()
    before = html(app)
    app.segmented_control(key="sure_over").set_value("all").run()
    app.segmented_control(key="sure_doubt").set_value("none").run()
    found = first_places(COMPARISON, "all", "criteria", "none", "case")
    assert f"Voedselpark {counts_of_all(found.first, DUTCH)[2]}" in html(app)
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
    assert page.count('class="w-window"') == len(CASE.alternatives)
    for column in council_columns(CASE, text):
        assert column.cells["first"].words in page
    for alternative, values in zip(CASE.alternatives, winning_values(CASE, "main", ()), strict=True):
        card = page.split(f'aria-label="{alternative.label.nl}"')[1].split("</section>")[0]
        assert (number(values.margin, "nl", 1) in card) == (values.weights is not None)


def test_themes_that_cannot_change_the_outcome_share_one_sentence():
    weighing = from_profile(CASE.profile("residents_nearby"))
    comparison = compare(CASE, weighing)
    fixed = [place for place, segments in enumerate(comparison.segments) if len(segments) == 1]
    page = html(seen("sure", **to_link(CASE, weighing)))
    assert page.count('class="w-strip"') == len(CASE.themes) - len(fixed)
    assert len(fixed) > 1
    themes = DUTCH.bold([CASE.themes[place].label.nl for place in fixed])
    assert DUTCH.html("flip.fixed", count=len(fixed), themes=themes) in page
    assert "ook binnen het thema" in DUTCH.html("flip.fixed", count=len(fixed), themes=themes)
    behind = behind_texts(comparison, DUTCH)
    assert [item.lines for item in behind] == [()] * len(behind)  # so one sentence says it of all of them
    assert page.count(none_alone(behind, DUTCH)) == 1
    assert "<ul></ul>" not in page


@pytest.mark.parametrize("profile", ["residents_nearby", "job_seeker"])
def test_what_gains_nothing_stands_behind_a_door(profile):
    weighing = from_profile(CASE.profile(profile))
    found = verdict(compare(CASE, weighing))
    rows, told = doubt_rows(found, DUTCH), gaining(found)
    assert (told > 0) == (profile == "job_seeker")
    assert len(rows) > told
    app = seen("sure", **to_link(CASE, weighing))
    name = DUTCH("gap.rest", count=len(rows) - told) if told else DUTCH("sure.doubts_table")
    (door,) = [item for item in app.expander if item.label == name]
    inside = "".join(item.proto.body for item in door.get("html"))
    assert all(row.label in inside for row in rows[told:])
    assert not any(row.label in inside for row in rows[:told])
    assert (DUTCH("sure.doubts_order") in html(app)) == (told > 0)


def test_a_weighing_of_some_themes_asks_for_the_others_first():
    page = html(seen("sure", **to_link(CASE, from_largest("work"))))
    assert "Weeg eerst alle thema" in page
    assert words("nl")("sure.shares") not in page
