"""Alternatives are treated alike: another order and other names change nothing, and lopsided text is noticed."""

import pytest

from files.fields import Text
from tests.cases.harbour import GOOD
from tests.cases.loaded import FOUR_PLANS, loaded
from tests.weighing.strict import with_failing
from weighing.comparison import compare
from weighing.dimensions import by_rule, parts
from weighing.equal_treatment import portions, renamed, turned_round, uneven_text, without_weak_point
from weighing.soundness import findings
from weighing.soundness.favours import favours
from weighing.strongest_weakest import portraits
from weighing.verdict import verdict
from weighing.weighing import from_profile
from weighing.what_if import changed

CASE = loaded(FOUR_PLANS)
HARBOUR = loaded(GOOD)


@pytest.mark.parametrize("case", [CASE, HARBOUR, with_failing(CASE, {"food_park"})], ids=lambda case: case.version)
def test_turned_round_and_renamed_nothing_changes(case):
    found = turned_round(case)
    assert found.totals == len(case.profiles) * len(case.alternatives)
    assert found.different == 0


def test_a_program_with_a_favourite_is_found_out(monkeypatch):
    def favoured(case, weighing):
        found = compare(case, weighing)
        found.__dict__["intervals"] = found.intervals + [[5, 5]] + 0 * found.intervals
        found.__dict__["intervals"][1:] -= 5
        return found

    monkeypatch.setattr("weighing.equal_treatment.compare", favoured)
    assert turned_round(CASE).different > 0


def test_portraits_leads_and_verdicts_turn_with_the_alternatives():
    other = renamed(CASE)
    weighing = from_profile(CASE.profile("youth"))
    last = len(CASE.alternatives) - 1
    assert list(favours(other).values()) == list(favours(CASE).values())[::-1]
    before, after = list(portraits(CASE).values()), list(portraits(other).values())[::-1]
    assert [item.strongest for item in before] == [item.strongest for item in after]
    assert [item.weakest for item in before] == [item.weakest for item in after]
    here, there = verdict(compare(CASE, weighing)), verdict(compare(other, weighing))
    assert here.word == there.word
    assert here.first == last - there.first
    assert here.count == pytest.approx(there.count, abs=1)
    assert here.finest_shift.moved == pytest.approx(there.finest_shift.moved)
    for one, two in zip(parts(by_rule(CASE, "topics")), parts(by_rule(other, "topics")), strict=True):
        assert one.contributions == pytest.approx(two.contributions[::-1])


def test_words_and_points_are_counted_for_every_alternative():
    # 'As it is now'-like descriptions of the harbour case, counted by hand in the file
    first = portions(HARBOUR, "en")[0]
    about = HARBOUR.alternatives[0]
    reasons = [reason.text.en for reason in (*about.reasons_for, *about.reasons_against)]
    assert first.words == sum(len(text.split()) for text in (about.about.en, about.governance.en, *reasons))
    assert [item.reasons_for for item in portions(CASE, "nl")] == [3, 5, 5, 3]
    assert [item.weakest for item in portions(CASE, "nl")] == [3, 3, 3, 3]


def test_twice_the_text_about_one_alternative_is_a_finding():
    assert uneven_text(CASE, "nl") is None
    assert uneven_text(CASE, "en") is None
    long = CASE.alternatives[1].model_copy(update={"about": Text(nl="woord " * 300, en="word")})
    case = changed(CASE, "long", alternatives=(CASE.alternatives[0], long, *CASE.alternatives[2:]))
    most, least = uneven_text(case, "nl")
    assert (most.alternative, least.alternative) == ("business_park", "reference")
    (finding,) = [item for item in findings(case) if item.id == "uneven_text"]
    assert finding.places[0] == "alternatives.business_park"
    assert "Beschrijf alle alternatieven ongeveer even lang" in finding.mend.get("nl")


def test_an_alternative_without_a_weak_point_is_a_finding():
    assert without_weak_point(CASE) == ()
    figures = {"travel_time": 20.0, "cost": 0.0, "harbour_view": 4.0}
    best = {
        key: cell
        if key[0] != "tram"
        else HARBOUR.performances["tram", "reliability"]
        if key[1] == "reliability"
        else cell.__class__(
            **{
                **cell.__dict__,
                "value": figures.get(key[1], cell.value),
            }
        )
        for key, cell in HARBOUR.performances.items()
    }
    case = changed(HARBOUR, "best", performances=best)
    assert [item.id for item in without_weak_point(case)] == ["tram"]
    (finding,) = [item for item in findings(case) if item.id == "no_weak_point"]
    assert finding.places == ("alternatives.tram",)


def test_the_shipped_case_has_neither_finding():
    assert not [item for item in findings(CASE) if item.id in ("uneven_text", "no_weak_point")]
