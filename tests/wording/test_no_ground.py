"""Nothing is called firm on no ground: two published tables without margins, and every small change that counts."""

from functools import cache
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

import numpy as np
import pytest

from cases.workbook.checked_upload import read_workbook
from reports.chapters import summary_results
from tests.cases.loaded import FROZEN, loaded
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
    assert (found.word, found.varied, found.holds_for_weights) == ("shaky", 0, True)
    written = said(comparison, language)
    assert words(language)("verdict.share_none") in written
    assert "100" not in written


def test_a_lead_that_one_criterion_turns_is_not_firm():
    # a lead of 0.6 points; 0.4 % of the weight turns it, within themes, whatever the themes weigh
    case = uploaded("hydropower_two_themes")
    comparison = compare(case, from_profile(case.profiles[0]))
    found = verdict(comparison)
    assert (found.word, found.factor, found.shift) == ("shaky", None, None)
    assert found.finest_shift.moved == pytest.approx(0.0041, abs=1e-4)
    at = comparison.arrays.scores @ found.finest_shift.weights
    assert at[found.first] == pytest.approx(at[found.finest_shift.rival]) == pytest.approx(at.max())
    assert "0.4%" in said(comparison, "en")


def invented(scores, doubt=0.0, version="invented"):
    """Breda with two plans only, and these scores on its criteria: every effect known, with a margin of ``doubt``."""
    case = loaded(FROZEN / "breda_hogevucht")
    table = dict(case.performances)
    for alternative, row in zip(case.alternatives, scores, strict=False):
        for criterion, score in zip(case.summed, row, strict=True):
            worst, best = criterion.range.worst, criterion.range.best
            value, margin = worst + (best - worst) * score / 100, abs(best - worst) * doubt / 100
            table[alternative.id, criterion.id] = table[alternative.id, criterion.id].__class__(
                **{
                    **vars(table[alternative.id, criterion.id]),
                    "value": value,
                    "low": value - margin,
                    "high": value + margin,
                }
            )
    return case.model_copy(
        update={
            "alternatives": case.alternatives[: len(scores)],
            "performances": MappingProxyType(table),
            "version": version,
            "reference": case.alternatives[0].id,
        }
    )


def straight_case():
    case = loaded(FROZEN / "breda_hogevucht")
    return all(criterion.range is not None and criterion.value_function.straight for criterion in case.summed)


def equal(case):
    return compare(case, Weighing("own", {theme.id: 100.0 for theme in case.themes}))


def test_a_plan_that_is_better_on_everything_ends_the_question():
    # 0.3 points ahead on every criterion, margins of 0.1: it was "nobody can say", with "every time it came first"
    assert straight_case()
    n = len(loaded(FROZEN / "breda_hogevucht").summed)
    comparison = equal(invented([[50.3] * n, [50.0] * n], 0.1, "dominates"))
    found = verdict(comparison)
    assert comparison.undecided
    assert found.word == "firm"
    assert found.factor is found.finest_shift is None
    assert "is at least as good as" in said(comparison, "en")
    # with margins that meet it is not certain, and the totals are too near to call
    comparison = equal(invented([[50.3] * n, [50.0] * n], 0.2, "meets"))
    assert verdict(comparison).word == "undecided"
    assert "less than half a point" in said(comparison, "en")


def test_a_theme_without_weight_can_still_turn_a_result():
    # the first is ahead by 12 points on all but one theme, which weighs nothing now and on which the other leads by 100
    case = loaded(FROZEN / "breda_hogevucht")
    last = case.themes[-1].id
    lead = [0 if criterion.theme == last else 56 for criterion in case.summed]
    other = [100 if criterion.theme == last else 50 for criterion in case.summed]
    case = invented([lead, other], 0.1, "zero weight")
    points = {theme.id: 0.0 if theme.id == last else 100.0 for theme in case.themes}
    comparison = compare(case, Weighing("own", points))
    found = verdict(comparison)
    # 6 points ahead; each per cent that moves there costs 1.06: 5.7 % of the weight turns it
    assert found.factor is None
    assert found.finest_shift.moved == pytest.approx(6 / 106)
    assert found.word == "shaky"
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
    n = len(loaded(FROZEN / "breda_hogevucht").summed)
    case = invented([[80] * n, [70] * n], 1.0, "stated range")
    key = case.alternatives[0].id, case.summed[0].id
    stated = case.performances[key].__class__(**{**vars(case.performances[key]), "value": None})
    case = case.model_copy(update={"performances": MappingProxyType({**case.performances, key: stated})})
    comparison = equal(case.model_copy(update={"version": "one not known"}))
    weight = float(comparison.weights[0])
    assert comparison.intervals[0] == pytest.approx([80 - weight, 80 + weight])
    assert comparison.intervals[1] == pytest.approx([70, 70])
    assert not comparison.undecided
    found = verdict(comparison)
    assert (found.word, found.margin, found.factor) == ("firm", pytest.approx(10), None)
    assert comparison.known_theme_contributions.sum(axis=1) == pytest.approx([80 - weight, 70])
    assert not any("half" in sentence for sentence in verdict_text(comparison, words("en")).sentences)
