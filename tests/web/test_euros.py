"""The euros that phone and projector ask for: totals beside what they leave out, and nothing before they are asked."""

import re
from urllib.parse import urlencode

import pytest

from cases import SHIPPED
from cases.reading.loader import load_case
from tests.cases.harbour import copy_to
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from web import euro_answers as web_euros
from web import phone, projector
from web.euro_answers import euros_html
from weighing.euros.valuing import EuroChoices, euros
from wording.amount_words import amount_text
from wording.euro_rows import gap_rows, lens_sentence

CASE = loaded(SHIPPED / "lutkemeer")
SETS = ("true_price_2025", "mkba_nl")


@pytest.fixture
def post(ask):
    return lambda parts, case=CASE.id: ask(web_euros.routes, f"/bedragen/{case}", (), urlencode(parts).encode())


def said(body: str) -> str:
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).replace("&#39;", "'")
    return plain.lower()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("factor_set", SETS)
def test_totals_and_what_they_leave_out_stand_side_by_side(post, factor_set, language):
    answer = post({"lang": language, "e": factor_set})
    body, text = said(answer.body.decode()), words(language)
    found = euros(CASE, EuroChoices(factor_set))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert lens_sentence(found, text).lower() in body
    for item in CASE.alternatives:
        shown = amount_text(found.headline(item.id), text)
        assert item.label.get(language).lower() in body
        assert all(part in body for part in (shown.central, shown.span) if part)
        assert shown.terms.lower() in body
    for row in gap_rows(found, text):
        assert CASE.criterion(row.criterion).short.get(language).lower() in body
        assert row.reason.lower() in body
    assert answer.body.decode().count('class="w-euro-side"') >= 2


def test_bars_whiskers_and_nought_stand_where_a_hand_puts_them():
    # Per year, for one plan; the scale runs from 0 to the highest end of all.
    found = euros(CASE, EuroChoices())
    rows = {row["label"]: row for row in web_euros._bars(found, words("en"))}
    amount = found.headline("business_park").value
    highest = max(found.headline(item.id).value.high for item in CASE.alternatives)
    row = rows["Business park"]
    assert row["ends"] == pytest.approx([100 * amount.low / highest, 100 * amount.high / highest], abs=0.001)
    assert row["bar"] == pytest.approx([0, 100 * amount.central / highest], abs=0.001)


def test_a_set_with_only_low_and_high_has_a_band_without_a_middle():
    page = euros_html(euros(CASE, EuroChoices("mkba_nl")), words("nl"))
    assert "w-euro-bar" not in page.replace("w-euro-bars", "")
    assert page.count("w-euro-only") == len(CASE.alternatives)
    assert words("nl")("lens.only_range") in page
    rows = web_euros._bars(euros(CASE, EuroChoices("mkba_nl")), words("nl"))
    assert all(0 <= end <= 100 for row in rows for end in row["ends"])


def test_gains_stand_apart_and_in_their_own_unit():
    page = said(euros_html(euros(CASE, EuroChoices()), words("nl")))
    assert words("nl")("lens.gains_about").lower() in page
    assert "44 ton co2 per jaar" in page


def test_one_number_of_the_publisher_is_called_so():
    assert "geen marge" in euros_html(euros(CASE, EuroChoices()), words("nl"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("factor_set", SETS)
def test_nobody_is_shown_a_price_a_fee_or_a_bill(post, factor_set, language):
    body = said(post({"lang": language, "e": factor_set}).body.decode())
    body = body.replace("price level", "").replace("prijspeil", "")
    assert not re.search(r"\b(prijs|price|fee|tarief|rekening|bill|te betalen|payment)\b", body)


@pytest.mark.parametrize(
    ("parts", "case", "status"),
    [
        ({"lang": "nl"}, CASE.id, 200),
        ({"lang": "nl"}, "nowhere", 404),
        ({"lang": "fr"}, CASE.id, 400),
        ({"lang": "nl", "e": "no_such_set"}, CASE.id, 400),
        ({"lang": "nl", "e": "<script>"}, CASE.id, 400),
        ({"lang": "nl", "x": "y" * 20_000}, CASE.id, 413),
    ],
)
def test_what_cannot_be_answered_is_refused(post, parts, case, status):
    assert post(parts, case).status_code == status


def test_words_of_a_case_are_data(tmp_path):
    folder = copy_to(tmp_path)
    text = (folder / "case.yaml").read_text(encoding="utf-8")
    label = load_case(folder).alternatives[0].label.nl
    (folder / "case.yaml").write_text(
        text.replace(f"nl: {label}", 'nl: "<script>alert(1)</script>"', 1), encoding="utf-8"
    )
    page = euros_html(euros(load_case(folder), EuroChoices()), words("nl"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hard_requirement_that_is_not_met_stays_in_view_whatever_the_amount(monkeypatch, language):
    monkeypatch.setattr(web_euros, "failing", lambda case, alternative: alternative == "food_park")
    page = euros_html(euros(CASE, EuroChoices()), words(language))
    assert page.count("w-euro-mark") == 1
    row = page.split(CASE.alternative("food_park").label.get(language))[1].split("</li>")[0]
    assert words(language)("euros.breach") in row
    assert words(language)("euros.breach") not in page.split(CASE.alternative("food_park").label.get(language))[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("routes", "path"), [(phone.routes, "/m/"), (projector.routes, "/scherm/")])
def test_off_until_asked_for(ask, routes, path, language):
    shown = lens_sentence(euros(CASE, EuroChoices()), words(language))
    off = ask(routes, f"{path}{CASE.id}?lang={language}", ()).body.decode()
    on = ask(routes, f"{path}{CASE.id}?lang={language}&e=mkba_nl", ()).body.decode()
    for page in (off, on):
        assert shown not in page.replace("&#39;", "'")  # the amounts come only when somebody opens them
        assert 'data-address="../bedragen/' in page
    assert not re.search(r"data-choices[^>]* data-on", off)
    assert re.search(r'data-choices="mkba_nl"[^>]* data-on', on)


@pytest.mark.parametrize(("routes", "path"), [(phone.routes, "/m/"), (projector.routes, "/scherm/")])
def test_choices_in_a_link_that_we_do_not_know_are_named(ask, routes, path):
    page = ask(routes, f"{path}{CASE.id}?lang=nl&e=no_such_set", ()).body.decode().replace("&#39;", "'")
    assert words("nl")("link.part.e") in page
    assert "no_such_set" in page
