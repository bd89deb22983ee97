"""Parts of screens in states that no case of ours is in, in both languages: each says so in words."""

import re
import shutil
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from cases import SHIPPED
from cases.definition.shapes import Range
from files.problems import CaseError
from reports.writers.word.word_template import TemplateError
from tests.reports.report_case import HARBOUR, LUTKEMEER
from tests.ui.test_screens import PROFILE, ROOT, html, open_screen, plain
from tests.weighing.invented_cases import N, invented
from texts import LANGUAGES, words
from ui.screens.audit import audit_page
from ui.screens.case import case_page
from ui.shared.page_html import render
from web import shared_cases
from weighing.links import to_link
from weighing.weighing import OWN, Weighing, from_profile
from weighing.what_if import changed
from wording.change_words import PartChanges, Summary
from wording.who_words import impact_words

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
    block = (LUTKEMEER.summed[0].id,)
    found = SimpleNamespace(**({"block": block, "equal_share": 0.25, "share": None, "favourable": ()} | best))
    said = case_page._best_case(LUTKEMEER, "food_park", found, words(language)).striptags()
    values = dict.fromkeys(("criteria", "share", "equal", "low", "high", "margin", "mix"), "|") | {"count": len(block)}
    assert max(told(language, f"case.best_case_{key}", **values).split("|"), key=len) in said


def test_the_only_alternative_that_meets_the_requirements_is_called_so(monkeypatch):
    monkeypatch.setattr(case_page, "contenders", lambda case: (2,))
    said = case_page._best_case(LUTKEMEER, "food_park", None, words("nl"))
    assert said == words("nl").html("case.best_case_only")


def test_nobody_says_that_an_alternative_never_comes_first_while_an_effect_is_not_known():
    # behind by 10 points on all but the last criterion: nobody knows whether that one alone could put it first
    case = invented([[50] * N, [*[40] * (N - 1), float("nan")]], version="unknown at its best")
    first, second = (item.id for item in case.alternatives)
    for language in LANGUAGES:
        text = words(language)
        said = {item["alternative"].id: item["best_case"] for item in case_page._cards(case, text)}
        assert said[second] == text.html("case.best_case_unknown") != said[first]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_even_is_told(language, monkeypatch):
    first, second = LUTKEMEER.alternatives[:2]
    monkeypatch.setattr(
        audit_page, "uneven_text", lambda *_: tuple(SimpleNamespace(alternative=item.id) for item in (first, second))
    )
    monkeypatch.setattr(audit_page, "without_weak_point", lambda case: [first])
    monkeypatch.setattr(audit_page, "_turned_round", lambda case: SimpleNamespace(totals=40, different=1))
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
    assert "w-badge" in page


def test_choices_name_no_first_place_before_everything_was_weighed():
    page = html(open_screen("choices", "nl")).replace("&#39;", "'")
    assert words("nl")("choices.not_yet") in page
    assert words("nl")("choice.later_built_in") in page
    choices = page.partition('id="coverage"')[0]
    assert "w-badge" not in page
    assert not [item.label.nl for item in LUTKEMEER.alternatives if item.label.nl in choices]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_a_case_that_is_not_here_shows_no_other_case(language):
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
    app.query_params.update({"lang": language, "case": f"<b>{'x' * 90}", "w": "work-100"})
    app.run()
    page, text = html(app), words(language)
    assert text("damaged.gone") in page
    assert text("damaged.asked") in page
    assert text("damaged.not_another") in page
    assert f"<code>&lt;b&gt;{'x' * 54}..." in page
    assert LUTKEMEER.question.get(language) not in page
    app.button(key=f"open_{LUTKEMEER.id}").click().run()
    assert LUTKEMEER.question.get(language) in html(app)


def test_a_damaged_case_is_explained_and_the_others_work(tmp_path, set_up, request):
    folder = tmp_path / "broken"
    shutil.copytree(SHIPPED / LUTKEMEER.id, folder)
    table = folder / "performances.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("reference,jobs,4,", "reference,jobs,n/a,", 1))
    set_up(WAARDENWEGER_CASES=str(tmp_path))
    request.addfinalizer(shared_cases.shipped.cache_clear)
    shared_cases.shipped.cache_clear()
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
    app.query_params.update({"lang": "nl", "case": "broken"})
    app.run()
    message = re.search(r'role="alert".*', html(app), re.DOTALL)[0]
    assert "performances.csv, regel 2" in message
    assert "n/a" in message
    assert not app.exception
    assert "Traceback" not in message
    app.button(key=f"open_{LUTKEMEER.id}").click().run()
    assert LUTKEMEER.question.nl in html(app)


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
def test_the_warning_of_a_case_is_one_line_that_opens_to_all_of_it(language):
    notice = LUTKEMEER.notice
    page = render("notice.html", words(language), notice=notice, sources=LUTKEMEER.sources).unescape()
    line, behind = page.split("</summary>")
    assert notice.title.get(language) in line
    assert notice.text.get(language) in behind
    assert all(LUTKEMEER.sources[key].id in behind for key in notice.sources)


def test_a_case_without_a_file_on_euros_says_so():
    assert told("nl", "lens.none") in plain(open_screen("euros", case="practice_garden")).replace("&#39;", "'")


def test_points_on_a_range_that_moved_must_be_confirmed():
    key = LUTKEMEER.summed[0].id
    unchecked = {part: value for part, value in LINK.items() if part != "k"}
    app = open_screen("explore", **unchecked, m=key)
    (said,) = [found.value for found in app.warning]
    assert said == words("nl")("own_case.moved", names=LUTKEMEER.criterion(key).short.nl)


def test_effects_outside_the_second_range_are_counted(monkeypatch):
    first = LUTKEMEER.summed[0]
    narrow = Range(worst=first.range.worst, best=(first.range.worst * 9 + first.range.best) / 10)
    found = first.model_copy(update={"second_range": narrow})
    criteria = tuple(found if item.id == first.id else item for item in LUTKEMEER.criteria)
    monkeypatch.setattr(shared_cases, "sound", lambda: {"lutkemeer": changed(LUTKEMEER, "narrow", criteria=criteria)})
    app = open_screen("explore", **LINK)
    app.segmented_control(key="details_part").set_value("ranges").run()
    assert words("nl").texts["ranges.cut"]["other"].split("{count}")[1] in html(app)


def test_a_criterion_without_weight_is_no_measure_for_the_others():
    theme, *others = LUTKEMEER.themes
    link = to_link(LUTKEMEER, Weighing(OWN, {theme.id: 0.0, **{item.id: 100.0 for item in others}}))
    app = open_screen("explore", **link)
    app.segmented_control(key="details_part").set_value("units").run()
    choice = app.selectbox(key="units_base")
    choice.set_value(next(item for item in LUTKEMEER.summed if item.theme == theme.id and not item.classes)).run()
    assert words("nl")("units.base_zero", base="|").split("|")[1] in html(app)


def test_shares_of_pairs_need_every_effect(monkeypatch):
    monkeypatch.setattr(shared_cases, "sound", lambda: {HARBOUR.id: HARBOUR})
    weighing = from_profile(HARBOUR.profile("equal"))
    app = open_screen("sure", case=HARBOUR.id, **to_link(HARBOUR, weighing))
    assert words("nl")("sure.pairs_unknown") in html(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gain_with_a_figure_names_it(language):
    claim = SimpleNamespace(direction="gain", value=1.0, criterion=None, unit="ha", size="small")
    assert impact_words(LUTKEMEER, claim, words(language)) == words(language)("who.gain_figure", figure="1 ha")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_that_is_too_large_says_so(language):
    assert TemplateError("large").message(words(language)) == words(language)("writers.template_large")


def test_two_alternatives_with_the_same_effects_are_called_equal(monkeypatch):
    same = {
        key: LUTKEMEER.performances["food_park", key[1]] if key[0] == "combination" else cell
        for key, cell in LUTKEMEER.performances.items()
    }
    monkeypatch.setattr(shared_cases, "sound", lambda: {"lutkemeer": changed(LUTKEMEER, "same", performances=same)})
    app = open_screen("explore", **LINK)
    app.segmented_control(key="details_part").set_value("versus").run()
    rows = [item.id for item in LUTKEMEER.alternatives]
    app.selectbox(key="versus_first").set_value(rows.index("food_park")).run()
    app.selectbox(key="versus_second").set_value(rows.index("combination")).run()
    names = {"first": "food_park", "second": "combination"}
    labels = {place: LUTKEMEER.alternative(key).label.nl for place, key in names.items()}
    assert words("nl")("versus.sum_equal", **labels) in plain(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_damaged_case_is_named_beside_the_others_and_alone(language):
    text = words(language)
    error = CaseError("x", [])
    for others, key in (({"y": LUTKEMEER}, "damaged.gone"), ({}, "damaged.none")):
        assert text(key) in render("damaged.html", text, damaged={"x": error}, asked="z", others=others).unescape()
    assert text("damaged.also") in render("damaged_short.html", text, damaged={"x": error}).unescape()


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_sure_says_what_it_leaves_out_for_who_does_not_know(language):
    themes = [theme.id for theme in LUTKEMEER.themes]
    weights = "~".join([f"{themes[0]}-100", *(f"{theme}-50" for theme in themes[1:-1]), f"{themes[-1]}-x"])
    assert told(language, "sure.unsure") in html(open_screen("sure", language, start="own", w=weights))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_of_the_strips_names_what_is_outside_the_range_only_where_something_is(language):
    empty = {"columns": [], "groups": [], "palette": {}, "fails": False}
    shown = [render("effects_strips.html", words(language), outside=there, **empty) for there in (False, True)]
    assert [words(language)("strip.outside") in page for page in shown] == [False, True]
