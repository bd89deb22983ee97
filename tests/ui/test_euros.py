"""Euro's: nothing before the visitor turns them on; then every amount with its effect and what it leaves out."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cases import SHIPPED
from cases.reading.loader import load_case
from tests.cases.loaded import loaded
from tests.ui.test_screens import html, open_screen, seen
from tests.weighing.euros.test_euro_years import with_years
from texts import LANGUAGES, words
from ui import state
from ui.screens.euros import year_parts
from weighing.comparison import compare
from weighing.euros.double_count import counted_twice
from weighing.euros.valuing import EuroChoices, euros
from weighing.links import to_link
from weighing.weighing import from_profile
from wording.euro_doubt_words import difference_sentence, sensitivity_rows
from wording.euro_rows import gap_rows, lens_sentence, line_rows, party_rows, set_text
from wording.euro_years_words import apart_rows, cost_rows, path_rows, year_rows
from wording.money_words import business_case_text, contested_rows, transfer_rows

ROOT = Path(__file__).parent.parent.parent
CASE = loaded(SHIPPED / "lutkemeer")
SETS = ("true_price_2025", "mkba_nl")
WEIGHING = from_profile(CASE.profile("youth"))


def opened(language: str = "nl", e: str | None = SETS[0], **more: str) -> AppTest:
    return open_screen("euros", language, **({"e": e} if e else {}), **more)


def looked_at(language: str = "nl", e: str | None = SETS[0], **more: str) -> AppTest:
    """The same, to look at only."""
    return seen("euros", language, **({"e": e} if e else {}), **more)


def text_of(app: AppTest) -> str:
    bare = re.sub(r"<style.*?</style>", "", html(app), flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)).replace("&#39;", "'").replace(" .", ".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_off_by_default_and_then_no_amount_is_on_the_page(language):
    app = opened(language, None)
    assert app.toggle(key="euro_lens").value is False
    assert not re.search(r"\d+ euro", text_of(app))
    assert words(language)("lens.what") in text_of(app)
    # which effects get an amount, and which not and why, is there before any amount
    found, text = euros(CASE, EuroChoices()), words(language)
    assert text("lens.in_euros", count=len(found.valued_criteria), all=len(CASE.criteria)) in text_of(app)
    assert all(CASE.criterion(key).label.get(language) in text_of(app) for key in found.valued_criteria)
    assert all(row.reason in text_of(app) for row in gap_rows(found, text))


def test_the_visitor_turns_them_on_and_off_again():
    app = opened(e=None)
    app.toggle(key="euro_lens").set_value(True).run()
    assert lens_sentence(euros(CASE, EuroChoices()), words("nl")) in text_of(app)
    app.toggle(key="euro_lens").set_value(False).run()
    assert not re.search(r"\d+ euro", text_of(app))


def test_on_is_in_the_link_and_off_is_not():
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
    app.query_params["e"] = "true_price_2025~grassland"
    app.run()
    assert app.query_params["e"] == "true_price_2025~grassland"
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20).run()
    assert "e" not in app.query_params


def test_choices_in_a_link_that_we_do_not_know_are_named_and_the_euros_stay_off():
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
    app.query_params["e"] = "no_such_set"
    app.run()
    assert words("nl")("link.part.e") in text_of(app)
    assert "e" not in app.query_params


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("factor_set", SETS)
def test_every_line_goes_from_effect_over_factor_to_amount_with_its_source(factor_set, language):
    page, text = text_of(looked_at(language, factor_set)), words(language)
    found = euros(CASE, EuroChoices(factor_set))
    lines = [line for item in CASE.alternatives for line in line_rows(found, item.id, text)]
    assert lines
    for line in lines:
        shown = (line.effect, line.per_unit, line.source, line.verified, line.why, line.party, line.cost_type)
        assert all(part in page for part in shown)
        assert all(part in page for part in (line.amount.central, line.amount.span) if part)
    assert set_text(found, text).attribution in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("factor_set", SETS)
def test_what_has_no_amount_stands_there_with_its_reason(factor_set, language):
    page, text = text_of(looked_at(language, factor_set)), words(language)
    for row in gap_rows(euros(CASE, EuroChoices(factor_set)), text):
        assert row.label in page
        assert f"{row.reason} {row.text}" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_switch_shows_what_each_setting_does(language):
    page, text = text_of(looked_at(language)), words(language)
    rows = sensitivity_rows(CASE, EuroChoices(), text)
    assert {row.switch for row in rows} == {"set", "biome", "carbon", "doubt", "rate", "horizon", "timing"}
    for switch in rows:
        assert switch.about in page
        for option in switch.rows:
            assert option.label in page
            assert all(total.central in page for total in option.totals if total.central)


@pytest.mark.parametrize(
    ("switch", "value", "link"),
    [
        ("set", "mkba_nl", EuroChoices("mkba_nl")),
        ("biome", "inland_wetland", EuroChoices(biome="inland_wetland")),
        ("carbon", "104.0", EuroChoices(carbon=104.0)),
        ("doubt", "True", EuroChoices(three_times=True)),
        ("timing", "middle", EuroChoices(timing="middle")),
        ("rate", "0.0", EuroChoices(rate=0.0)),
        ("horizon", "60", EuroChoices(horizon=60)),
    ],
)
def test_a_switch_changes_the_whole_page(switch, value, link):
    app = opened()
    app.selectbox(key=f"euro_{switch}").set_value(value).run()
    assert not app.exception
    assert app.selectbox(key=f"euro_{switch}").value == value
    assert app.session_state["visit"].euros.__dict__ | {"biome": None} == link.__dict__ | {"biome": None}
    found = euros(CASE, app.session_state["visit"].euros)
    page = text_of(app)
    for item in CASE.alternatives:
        for line in line_rows(found, item.id, words("nl")):
            assert (line.amount.central or line.amount.span) in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_alternatives_of_choice_are_compared(language):
    app = opened(language)
    app.selectbox(key="euro_first").set_value("business_park").run()
    app.selectbox(key="euro_second").set_value("combination").run()
    sentence = difference_sentence(CASE, EuroChoices(), "business_park", "combination", words(language))
    assert sentence in text_of(app)
    app.selectbox(key="euro_second").set_value("business_park").run()
    assert words(language)("lens.pair_same") in text_of(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_business_case_stands_beside_all_values_and_claims_keep_their_owner(language):
    page, text = text_of(looked_at(language)), words(language)
    for row in business_case_text(CASE, text).rows:
        assert row.amount in page
    for contested in contested_rows(CASE, text):
        for claim in contested.claims:
            assert f"{claim.who} {claim.amount} {claim.about}" in page
    for transfer in transfer_rows(CASE, text):
        assert transfer.payer in page
        assert all(shown in page for _, shown in transfer.amounts)


def test_in_a_cost_benefit_set_each_party_has_its_own_balance():
    page, text = text_of(looked_at(e="mkba_nl")), words("nl")
    found = euros(CASE, EuroChoices("mkba_nl"))
    for item in CASE.alternatives:
        for row in party_rows(found, item.id, text):
            assert f"{row.party} {row.gains.span} {row.losses.span} {row.net.span}" in page
    assert words("nl")("lens.parties") not in text_of(looked_at())


def test_what_would_count_twice_is_grey_with_the_reason():
    page = html(looked_at(**to_link(CASE, WEIGHING)))
    rows = re.findall(r'<tr class="w-greyed"><th scope="row">(.*?)</th>', page)
    twice = counted_twice(CASE, EuroChoices(), compare(CASE, WEIGHING).weights).in_scores
    assert [row.replace("&#39;", "'") for row in rows] == [CASE.criterion(item.criterion).label.nl for item in twice]
    assert words("nl")("lens.together_itself") in page


def test_without_weights_everything_works_and_says_so():
    assert words("nl")("lens.together_none") in text_of(looked_at())


@pytest.mark.parametrize("screen", ["explore", "effects"])
def test_pages_with_scores_carry_a_note_only_when_the_euros_are_on(screen):
    note = words("nl")("lens.note", names="|").partition("|")[0]
    assert note not in text_of(seen(screen))
    assert note in text_of(seen(screen, e="true_price_2025"))
    assert note in text_of(seen(screen, e="true_price_2025", **to_link(CASE, WEIGHING)))


def test_every_amount_on_the_page_has_its_price_year_in_the_same_row():
    page = html(looked_at())
    for row in re.findall(r'<tr role="row"[^>]*>(?:(?!</tr>).)*?\d euro(?:(?!</tr>).)*</tr>', page, flags=re.S):
        assert "prijspeil 20" in row


@pytest.mark.parametrize("language", LANGUAGES)
def test_years_and_doubts_apart_are_on_the_page(language):
    choices, text = EuroChoices(SETS[1]), words(language)
    found, page = euros(CASE, choices), text_of(looked_at(language, SETS[1]))
    for row in (*year_rows(found, text)[:2], *apart_rows(found, text)):
        assert row.label in page
    assert year_rows(found, text)[0].amounts[0] in page
    assert all(row.effects in page and row.larger in page for row in apart_rows(found, text))
    # True Price has no price by year, so every year is alike there
    assert text("lens.years_about") not in text_of(looked_at(language, SETS[0]))


def test_dated_costs_and_why_years_differ_are_on_the_page(tmp_path, monkeypatch):
    found, text = euros(load_case(with_years(tmp_path)), EuroChoices()), words("nl")
    monkeypatch.setattr(state, "words", lambda: text)
    said = []
    monkeypatch.setattr(year_parts, "show", lambda template, text, **values: said.append(str(values)))
    year_parts.show_years(found)
    page = " ".join(said)
    assert text("lens.paths") in page
    for path in path_rows(found, text):
        assert all(part in page for part in (path.label, path.alternatives, path.why, *path.sources))
    said.clear()
    year_parts.show_costs(found)
    page = " ".join(said)
    for rows in cost_rows(found, text):
        assert rows.alternative in page
        assert all(row.now in page and row.about in page for row in rows.rows)
    assert words("nl")("lens.costs_none") in page
