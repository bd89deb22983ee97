"""Wie en wanneer, the built-in choices and the fairness page: every part, both languages, against the library."""

import re

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from tests.cases.test_lutkemeer import CASE
from tests.ui.test_screens import ROOT, html, open_screen, plain, seen
from tests.weighing.strict import with_failing
from texts import LANGUAGES, words
from ui.visit import WhoChoice
from web import shared_cases
from weighing.comparison import compare
from weighing.dimensions import parts
from weighing.links import Ignored, to_link
from weighing.weighing import from_profile
from wording.dimension_words import part_sentence
from wording.who_words import equity_text, group_rows

WEIGHING = from_profile(CASE.profile("residents_nearby"))
PARTS = ("groups", "time", "requirements", "themes", "gaps")
FOOD = with_failing(CASE, {"food_park"})
FAILED = next(item.id for item in CASE.requirements if item.criterion is None)


def part(name: str, language: str = "nl", **link: str) -> AppTest:
    app = open_screen("who", language, **link)
    return app if name == "groups" else app.segmented_control(key="who_part").set_value(name).run()


@pytest.fixture
def strict(monkeypatch):
    """The shipped case, with a hard requirement that the food park fails."""
    monkeypatch.setattr(shared_cases, "sound", lambda: {"lutkemeer": FOOD})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("weighed", [False, True])
def test_every_part_opens_with_the_requirements_above_it(language, weighed):
    app = open_screen("who", language, **(to_link(CASE, WEIGHING) if weighed else {}))
    for name in PARTS:
        app.segmented_control(key="who_part").set_value(name).run()
        assert not app.exception, name
        page = html(app)
        assert page.count("<h1") == 1, name
        assert page.index("w-requirement-line") < page.index("<h2"), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_matrix_holds_every_claim_with_its_sentence_and_evidence(language):
    page = html(seen("who", language))
    for row in group_rows(CASE, words(language)):
        assert str(escape(row.label)) in page
        for cell in row.cells:
            for claim in cell.claims:
                assert page.count(str(escape(claim.sentence))) >= 2  # in the cell and behind the button
    # the dots say what phone, wall and report say: a large gain and a small loss are no "±"
    dots = [re.sub("<.*?>", "", dot) for dot in re.findall(r'<button class="w-dot [^>]*>(.*?)</button>', page)]
    assert dots == [cell.signs for row in group_rows(CASE, words(language)) for cell in row.cells]
    assert page.count('popover id="claims-') == len(CASE.groups) * len(CASE.alternatives)


def test_vulnerable_groups_are_marked_and_their_losses_named():
    page = html(seen("who"))
    vulnerable = [group for group in CASE.groups if group.vulnerable.answer == "yes"]
    assert page.count('class="w-vulnerable"') == len(vulnerable)
    assert "Bij Bedrijventerrein heeft een kwetsbare groep nadeel: <b>Bewoners van Osdorp</b>" in page


def test_the_equity_switch_is_off_until_a_weight_is_picked():
    app = part("groups")
    text = words("nl")
    assert text("who.equity_table") not in html(app)
    app.segmented_control(key="equity_weight").set_value("3").run()
    found = equity_text(CASE, 3.0, text)
    assert found.formula in html(app)
    assert found.change in html(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_now_later_and_elsewhere_stand_apart_with_the_librarys_sentences(language):
    page = html(part("time", language, **to_link(CASE, WEIGHING)))
    for item in parts(compare(CASE, WEIGHING)):
        assert part_sentence(item, words(language)) in page


def test_as_part_of_the_total_the_three_add_up():
    app = part("time", **to_link(CASE, WEIGHING))
    app.segmented_control(key="dimension_view").set_value("total").run()
    table = html(app).split("Wat elk deel bijdraagt")[2].split("</table>")[0]
    rows = [
        [float(cell.replace(",", ".")) for cell in re.findall(r"<td>([\d,]+)</td>", row)]
        for row in table.split("<tr>")[2:]
    ]
    for column in range(4):
        assert sum(row[column] for row in rows[:3]) == pytest.approx(rows[3][column], abs=0.7)


def test_two_rules_stand_beside_each_other_and_ones_own_weights_when_there_are_any():
    text = words("nl")
    page = html(part("time"))
    assert page.index(text("dimension.rule_topics")) < page.index(text("dimension.rule_dimensions"))
    assert text("dimension.rule_own") not in page
    assert "Voor 36% van de onderwerpen is er geen cijfer" in page
    assert '<ol class="w-order">' not in page  # nobody weighed: no order
    weighed = html(part("time", **to_link(CASE, WEIGHING)))
    assert text("dimension.rule_own") in weighed
    assert weighed.count('<ol class="w-order">') == 3


def test_requirements_show_law_and_proposal_and_every_result():
    page = html(part("requirements"))
    assert page.count("w-result ") == len(CASE.requirements) * len(CASE.alternatives)
    assert page.count('w-tag w-tag-proposal">voorstel, geldt nog niet') == 2
    assert not part("requirements").toggle


def test_a_failing_alternative_is_marked_and_not_first_until_the_requirement_is_off(strict):
    app = part("requirements", **to_link(CASE, WEIGHING))
    assert "<b>Voedselpark</b> voldoet niet aan" in html(app)
    app.toggle(key=f"requirement_{FAILED}").set_value(False).run()
    assert "Let op: deze eisen staan uit" in html(app)
    assert "staat uit</span>" in html(app)
    explore = open_screen("explore", **to_link(CASE, WEIGHING))
    assert "<b>Combinatie</b> het hoogste totaal" in html(explore)
    assert "voldoet niet</span>" in html(explore)
    off = open_screen("explore", h=FAILED, **to_link(CASE, WEIGHING))
    assert "<b>Voedselpark</b> heeft het hoogste totaal" in html(off)
    assert "Let op: deze eisen staan uit" in html(off)


def test_a_requirement_that_is_off_goes_into_the_link_and_a_stranger_is_named():
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
    app.query_params.update({"lang": "nl", "case": "lutkemeer", "h": f"{FAILED}~nonsense"})
    app.run()
    assert app.query_params["h"] == FAILED
    assert "harde eisen die uit staan" in plain(app)
    assert "nonsense" in plain(app)


def test_the_case_page_gives_a_failing_alternative_no_condition_to_come_first(strict):
    page = html(open_screen("case"))
    assert page.count(words("nl")("case.best_case_failing")) == 1


def test_the_line_of_requirements_stands_above_the_result_on_verkennen_and_hoe_zeker():
    for screen, mark in (("explore", "w-reason"), ("sure", "w-verdict")):
        page = html(seen(screen, **to_link(CASE, WEIGHING)))
        assert page.index("w-requirement-line") < page.index(mark)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gaps_say_at_which_weights_they_are_ordered(language):
    text = words(language)
    assert escape(text("gap.at_rule")) in html(part("gaps", language))
    assert escape(text("gap.at_own")) in html(part("gaps", language, **to_link(CASE, WEIGHING)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_stories_stand_beside_the_numbers_of_their_criterion_and_alternative(language):
    page = html(seen("effects", language))
    for story in CASE.stories:
        place = (
            f'id="cell-{story.criterion}-{story.alternative}"' if story.alternative else f'id="about-{story.criterion}"'
        )
        shown = page.split(place)[1].split(" popover ")[0]
        assert str(escape(story.text.get(language))) in shown
        assert words(language)(f"story.kind_{story.kind}") in shown
    assert page.count("w-tag-story") == len(CASE.stories)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_choices_page_shows_the_order_of_the_library(language):
    page = plain(seen("choices", language, **to_link(CASE, WEIGHING)))
    codes = " ".join(CASE.alternatives[row].code for row in compare(CASE, WEIGHING).order)
    assert codes in page
    assert words(language)("coverage.none") in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fairness_page_says_that_turning_round_changed_nothing(language):
    page = html(seen("audit", language))
    assert words(language)("audit.turned_same") in page
    assert words(language)("audit.turned_text", totals=len(CASE.profiles) * len(CASE.alternatives)) in page


def test_what_is_open_stands_in_the_link_and_comes_back():
    app = open_screen("who", "nl")
    app.segmented_control(key="equity_weight").set_value("3").run()
    app.segmented_control(key="who_part").set_value("time").run()
    app.segmented_control(key="dimension_view").set_value("total").run()
    assert app.session_state["visit"].who == WhoChoice("time", "total", "3")
    there = open_screen("who", "nl", p="time.total.3")
    assert there.segmented_control(key="who_part").value == "time"
    assert there.segmented_control(key="dimension_view").value == "total"
    there.segmented_control(key="who_part").set_value("groups").run()
    assert there.segmented_control(key="equity_weight").value == "3"


def test_a_strange_choice_in_the_link_is_named_and_not_used():
    app = open_screen("who", "nl", p="time.total.100")
    assert app.segmented_control(key="who_part").value == "groups"
    assert app.session_state["visit"].ignored == (Ignored("p", "time.total.100"),)
