"""Parts of screens in states that no case of ours is in, in both languages: each says so in words."""

from types import SimpleNamespace

import pytest

from tests.reports.report_case import HARBOUR, LUTKEMEER
from tests.ui.test_screens import PROFILE, html, open_screen
from texts import LANGUAGES, words
from ui.screens.audit import audit_page
from ui.screens.case import case_page
from ui.shared.page_html import render
from weighing.links import to_link
from wording.change_words import PartChanges, Summary

LINK = to_link(LUTKEMEER, PROFILE)


def told(language: str, key: str, **values) -> str:
    return words(language).html(key, **values).striptags().replace("&#39;", "'")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "best"),
    [
        ("between", {"share": (0.2, 0.6)}),
        ("always", {"share": (0.0, 1.0)}),
        ("block", {"share": (0.2, 1.0)}),
        ("never", {"margin": -3.25}),
        ("narrow", {"margin": 1.0, "favourable": ((LUTKEMEER.summed[0].id, 0.5),)}),
    ],
)
def test_every_kind_of_best_case_has_a_sentence(language, key, best):
    found = SimpleNamespace(**({"block": (LUTKEMEER.summed[0].id,), "share": None, "favourable": ()} | best))
    said = case_page._best_case(LUTKEMEER, "food_park", found, words(language)).striptags()
    values = dict.fromkeys(("criteria", "share", "low", "high", "margin", "mix"), "|")
    assert max(told(language, f"case.best_case_{key}", **values).split("|"), key=len) in said


def test_the_only_alternative_that_meets_the_requirements_is_called_so(monkeypatch):
    monkeypatch.setattr(case_page, "contenders", lambda case: (2,))
    said = case_page._best_case(LUTKEMEER, "food_park", None, words("nl"))
    assert said == words("nl").html("case.best_case_only")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_even_is_told(language, monkeypatch):
    first, second = LUTKEMEER.alternatives[:2]
    monkeypatch.setattr(
        audit_page, "uneven_text", lambda *_: tuple(SimpleNamespace(alternative=item.id) for item in (first, second))
    )
    monkeypatch.setattr(audit_page, "without_weak_point", lambda case: [first])
    monkeypatch.setattr(audit_page, "turned_round", lambda case: SimpleNamespace(totals=40, different=1))
    page = html(open_screen("audit", language)).replace("&#39;", "'")
    assert told(language, "audit.turned_different", count=1) in page
    assert told(language, "audit.no_weak_point", alternatives=first.label.get(language)) in page
    assert (
        told(language, "audit.uneven", most=first.label.get(language), least=second.label.get(language), twice=2)
        in page
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_changed_and_more_changes_than_fit_are_told(language):
    text = words(language)
    nothing = render("own_changes.html", text, name="x", title="x", summary=Summary((), ()))
    assert text("own_case.no_changes") in nothing
    much = Summary((PartChanges("x", (("changed", 400),), (), 100),), ())
    assert text("own_case.more_changes", count=100) in render(
        "own_changes.html", text, name="x", title="x", summary=much
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_wrong_rows_than_fit_and_remarks_are_counted(language):
    text = words(language)
    sheet = SimpleNamespace(name="x", heads=(), rows=(), rest=3)
    page = render("own_problems.html", text, problems=(), marked=(sheet,), notes=("x",))
    assert text("own_case.more_rows", count=3) in page
    assert text("own_case.notes", count=1) in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_alternative_without_a_strong_point_and_a_near_tie_say_so(language):
    text = words(language)
    alternative = HARBOUR.alternatives[0]
    card = {"alternative": alternative, "colour": "#000", "reference": False}
    card |= {"strongest": (), "weakest": (), "best_case": ""}
    assert text("own_case.no_point") in render("cards.html", text, cards=[card], pictures=False)
    order = {"title": "x", "about": "", "rows": (), "shares": (), "near": True}
    assert text("case.near_tie") in render("who_orders.html", text, orders=[order])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_preview_is_numbered(language):
    text = words(language)
    page = render("report_preview.html", text, pictures=("", "")).unescape()
    assert text("report_page.preview") in page
    assert all(text("report_page.page_alt", number=number) in page for number in (1, 2))
    assert text("report_page.page", number=2) in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_say_that_they_belong_to_the_weights_of_the_visitor(language):
    page = html(open_screen("choices", language, **LINK)).replace("&#39;", "'")
    assert words(language)("choices.at_own") in page
    assert words(language)("coverage.at_own") in page


def test_a_theme_is_drawn_as_lines_when_asked():
    app = open_screen("explore", **LINK)
    app.default_timeout = 60  # the first chart of a process loads the library for charts
    app.selectbox(key="lines_theme").select_index(0).run()
    assert words("nl")("flip.lines") in html(app)


def test_two_times_the_same_alternative_is_no_comparison():
    app = open_screen("explore", **LINK)
    app.segmented_control(key="details_part").set_value("versus").run()
    app.selectbox(key="versus_second").set_value(app.selectbox(key="versus_first").value).run()
    assert words("nl")("versus.same") in html(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_warning_of_a_case_points_to_the_whole_one(language):
    notice = LUTKEMEER.notice
    page = render("notice.html", words(language), notice=notice, short=True, sources=LUTKEMEER.sources).unescape()
    assert words(language)("notice.more") in page
