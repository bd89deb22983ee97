"""Nothing is called firm on no ground: two published tables without margins, and every small change that counts."""

from functools import cache
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

import numpy as np
import pytest

from cases.workbook.checked_upload import read_workbook
from reports.chapters import summary_results
from tests.cases.loaded import FROZEN, loaded
from tests.weighing.invented_cases import BASE, N, invented
from texts import LANGUAGES, words
from weighing.comparison import compare
from weighing.verdict import verdict
from weighing.weighing import Weighing, from_profile
from wording.verdict_words import verdict_text

DATA = Path(__file__).parents[1] / "data"


@cache
def uploaded(name):
    return read_workbook((DATA / f"{name}.xlsx").read_bytes(), f"{name}.xlsx").case


def said(comparison, language):
    return " ".join(sentence.striptags() for sentence in verdict_text(comparison, words(language)).sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_varied_makes_nothing_firm(language):
    case = uploaded("published_elk_river")
    comparison = compare(case, from_profile(case.profiles[0]))
    found = verdict(comparison)
    assert (found.word, found.reason, found.varied) == ("shaky", "unvaried", 0)
    written = said(comparison, language)
    assert words(language)("verdict.margins_none") in written
    assert {"nl": "Elke keer", "en": "Every time"}[language] not in written
    assert {"nl": "alleen andere gewichten", "en": "only other weights"}[language] in written


def test_a_lead_that_one_criterion_turns_is_not_firm():
    # a lead of 0.6 points; 0.4 % of the weight turns it, within themes, whatever the themes weigh
    case = uploaded("hydropower_two_themes")
    comparison = compare(case, from_profile(case.profiles[0]))
    found = verdict(comparison)
    assert (found.word, found.reason, found.shift) == ("undecided", "seldom", None)
    assert found.finest_shift.moved == pytest.approx(0.0041, abs=1e-4)
    at = comparison.arrays.scores @ found.finest_shift.weights
    assert at[found.first] == pytest.approx(at[found.finest_shift.rival]) == pytest.approx(at.max())
    assert "In 65 out of 100 times" in said(comparison, "en")
    assert "stays on top" not in said(comparison, "en")


def equal(case):
    return compare(case, Weighing("own", {theme.id: 100.0 for theme in case.themes}))


def test_a_plan_that_is_better_on_everything_ends_the_question():
    # 0.3 points ahead on every criterion, margins of 0.1: it was "nobody can say", with "every time it came first"
    comparison = equal(invented([[50.3] * N, [50.0] * N], 0.1, "dominates"))
    found = verdict(comparison)
    assert not comparison.undecided
    assert (found.word, found.reason, found.finest_shift) == ("firm", "unrivalled", None)
    assert "On every point we estimate it to be at least as good as the others" in said(comparison, "en")
    # one point on which it is the other way round, and the totals are too near to call
    comparison = equal(invented([[50.3] * (N - 1) + [49.0], [50.0] * N], 0.1, "meets"))
    assert verdict(comparison).reason == "near"
    assert "less than half a point" in said(comparison, "en")


def test_a_theme_without_weight_can_still_turn_a_result():
    # the first is 6 points ahead on all but one theme, which weighs nothing now and on which the other leads by 100
    last = BASE.themes[-1].id
    lead = [0 if criterion.theme == last else 56 for criterion in BASE.summed]
    other = [100 if criterion.theme == last else 50 for criterion in BASE.summed]
    case = invented([lead, other], 0.1, "zero weight")
    points = {theme.id: 0.0 if theme.id == last else 100.0 for theme in case.themes}
    comparison = compare(case, Weighing("own", points))
    found = verdict(comparison)
    # each per cent that moves there costs 1.06: 5.7 % of the weight turns it, and 10 of 310 points do not
    assert found.weights_share == 1
    assert found.finest_shift.moved == pytest.approx(6 / 106)
    assert (found.word, found.reason) == ("shaky", "weights")
    assert "6% of all weight" in said(comparison, "en")


def test_half_of_the_weight_without_margins_is_too_little():
    case = loaded(FROZEN / "lutkemeer")
    comparison = compare(case, from_profile(case.profile("logistics_developer")))
    assert verdict(comparison).word == "firm"
    keep = np.argsort(-comparison.weights)[-6:]
    assert comparison.weights[keep].sum() < 0.5
    kept = {case.summed[place].id for place in keep}
    certain = {
        key: cell if key[1] in kept else cell.__class__(**{**vars(cell), "low": None, "high": None})
        for key, cell in case.performances.items()
    }
    fewer = case.model_copy(update={"performances": MappingProxyType(certain), "version": "few margins"})
    comparison = compare(fewer, from_profile(case.profile("logistics_developer")))
    assert verdict(comparison).word == "shaky"
    assert "less than 50% of the weight" in said(comparison, "en")


def test_a_case_of_one_theme_has_no_weight_to_move():
    case = uploaded("one_theme_smallest")
    comparison = compare(case, from_profile(case.profiles[0]))
    assert comparison.tipping_points == (None,)
    assert comparison.segments == ((),)
    assert said(comparison, "nl")


def test_the_summary_of_the_report_gives_no_count_without_margins():
    comparison = compare(uploaded("published_elk_river"), from_profile(uploaded("published_elk_river").profiles[0]))
    view = SimpleNamespace(
        verdict=verdict(comparison), said=verdict_text(comparison, words("en")), comparison=comparison
    )
    assert summary_results.verdict_cell(view, words("en")).striptags().startswith("Shaky (too few margins to count).")


def test_an_effect_that_is_not_known_is_its_stated_range_wherever_it_counts():
    """79 to 81 on one criterion, 80 on the others, beside 70 on all: it was 0 to 100 in lead, factor and total."""
    case = invented([[80] * N, [70] * N], 1.0, "stated range")
    key = case.alternatives[0].id, case.summed[0].id
    stated = case.performances[key].__class__(**{**vars(case.performances[key]), "value": None})
    case = case.model_copy(update={"performances": MappingProxyType({**case.performances, key: stated})})
    comparison = equal(case.model_copy(update={"version": "one not known"}))
    weight = float(comparison.weights[0])
    assert comparison.intervals[0] == pytest.approx([80 - weight, 80 + weight])
    assert comparison.intervals[1] == pytest.approx([70, 70])
    assert not comparison.undecided
    found = verdict(comparison)
    assert (found.word, found.margin, found.reason) == ("firm", pytest.approx(10), "unrivalled")
    assert comparison.known_theme_contributions.sum(axis=1) == pytest.approx([80 - weight, 70])
    assert not any("half" in sentence for sentence in verdict_text(comparison, words("en")).sentences)
