"""The verdict and what belongs to it, sentence by sentence against the numbers, in both languages."""

import re
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.cases.harbour import GOOD
from tests.cases.loaded import FOUR_PLANS, FROZEN, loaded
from texts import LANGUAGES, words
from texts.numbers import number, percent
from weighing.comparison import compare
from weighing.opinions import opinions
from weighing.shares_of_weightings import winning_values
from weighing.verdict import verdict
from weighing.weighing import OWN, Weighing, from_largest, from_profile
from weighing.what_if import changed
from wording.doubt_rows import quantity_label
from wording.flip_words import nearest_flip
from wording.sureness import dominance_sentences, effects_to_improve, opinion_sentence, shift_sentence, winning_sentence
from wording.verdict_words import counts_of_all, out_of_100, verdict_text

CASE = loaded(FOUR_PLANS)
HARBOUR = loaded(GOOD)
DUTCH, ENGLISH = words("nl"), words("en")
PROFILES = [profile.id for profile in CASE.profiles]


def result(profile: str):
    return compare(CASE, from_profile(CASE.profile(profile)))


def said(profile: str, text=DUTCH) -> str:
    return " ".join(sentence.striptags() for sentence in verdict_text(result(profile), text).sentences)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_number_and_name_in_the_verdict_is_the_librarys(profile, language):
    text, comparison = words(language), result(profile)
    found, written = verdict(comparison), verdict_text(comparison, text)
    name = [item.label.get(language) for item in CASE.alternatives]
    assert written.word == found.word
    assert written.label == text(f"verdict.{found.word}")
    assert CASE.profile(profile).label.get(language) in written.main.striptags()
    assert name[found.first] in written.main.striptags()
    if found.word == "firm":
        assert not any(other in written.main.striptags() for other in name if other != name[found.first])
    count = "100" if found.share == 1 else out_of_100(found.share, text)
    assert found.share == 1 or count in written.why[0].striptags()
    assert number(found.tolerance, language) in written.why[0].striptags()
    rest = " ".join(sentence.striptags() for sentence in (*written.why[1:], written.nearer))
    if found.borderline:
        assert all(text(f"verdict.{word}").lower() in rest for word in (found.word, found.borderline))
    if found.reason in ("effects", "either", "together"):
        assert text.html("verdict.apart_effects", count=out_of_100(found.effects_share, text)).striptags() in rest
    if found.reason in ("weights", "either") and not found.holds_for_shift:
        assert percent(found.finest_shift.moved, language, 0 if found.finest_shift.moved >= 0.02 else 1) in rest
        assert name[found.finest_shift.rival] in rest
    doubt = found.doubts[0]
    if doubt.points < 0.05:
        assert written.why[-1] == text("verdict.find_out_none")
        return
    assert number(doubt.points, language, 1) in written.why[-1].striptags()
    said = written.why[-1].striptags()
    if doubt.quantity.cause is None and len(doubt.quantity.named) == 1:
        ((row, column),) = doubt.quantity.named
        assert name[row] in said
        assert text.of(CASE.summed[column].short).lower() in said.lower()
        return
    assert quantity_label(CASE, doubt.quantity, text) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_to_find_out_first_is_an_effect_with_its_margin_or_said_to_be_unknown(language):
    text, breda = words(language), loaded(FROZEN / "breda_hogevucht")
    found = verdict(compare(breda, from_profile(breda.profile("only_green_heat"))))
    ((row, column),) = found.doubts[0].quantity.cells
    alternative, criterion = breda.alternatives[row], breda.summed[column]
    said_of = verdict_text(found.comparison, text).sentences
    names = text.of(criterion.short).lower(), text.of(alternative.label), number(found.doubts[0].points, language, 1)
    low = number(breda.performances[alternative.id, criterion.id].low, language, criterion.decimals)
    (sentence,) = (one.striptags() for one in said_of if low in one.striptags() and names[1] in one.striptags())
    assert all(name.lower() in sentence.lower() for name in names)
    key, cell = (alternative.id, criterion.id), breda.performances[alternative.id, criterion.id]
    unknown = breda.performances | {key: replace(cell, value=None, low=None, high=None)}
    bare = changed(breda, "unknown", performances=unknown)
    first = verdict_text(compare(bare, from_profile(breda.profile("only_green_heat"))), text).sentences
    assert text("verdict.find_out_unknown").split("</b>")[1].split(".")[1].strip() in " ".join(first)


def test_a_firm_a_shaky_and_an_open_verdict_read_aloud():
    assert said("logistics_developer").startswith(
        "Met de gewichten van het voorbeeld Logistieke ontwikkelaar komt Bedrijventerrein eerst. Dat blijft bijna "
        "altijd zo als de effecten en de gewichten wat anders zijn."
    )
    assert said("view_security").startswith(
        "Met de gewichten van het voorbeeld Bestaanszekerheid komt Bedrijventerrein eerst. Maar met iets andere "
        "gewichten of effecten kan Voedselpark eerst komen."
    )
    open_verdict = said("residents_citywide", ENGLISH)
    assert "we do not know which comes first: Food park, Business park or Combination." in open_verdict
    # the second by total comes first more often than the first: that is said as well, not its lead alone
    found = verdict(result("residents_citywide"))
    first, more = found.first, int(found.shares.argmax())
    assert first != more
    assert (
        f"{CASE.alternatives[more].label.en} came first more often: {out_of_100(found.shares[more], ENGLISH)}"
        in open_verdict
    )
    assert "came first more often" not in said("logistics_developer", ENGLISH)
    assert not re.search(r"\b(eerst|gewicht|keer|onzeker)\b", open_verdict)


def test_changed_weights_are_no_longer_called_by_the_name_of_the_example():
    weighing = from_profile(CASE.profile("youth"))
    written = verdict_text(compare(CASE, weighing.with_theme("nature_water", 90)), DUTCH)
    assert written.main.striptags().startswith("Met deze gewichten ")
    assert "Jongeren" not in written.main


def test_as_long_as_themes_are_missing_there_is_no_word():
    written = verdict_text(compare(CASE, from_largest("work")), ENGLISH)
    assert written.word is None
    assert written.main.striptags().startswith("6 themes not weighed yet: the result can still change.")
    assert written.sentences == (written.main,)


def test_an_unknown_effect_is_named_as_the_largest_doubt_or_keeps_the_verdict_open():
    written = verdict_text(compare(HARBOUR, from_profile(HARBOUR.profiles[0])), DUTCH)
    assert written.word in ("firm", "shaky", "undecided")
    assert all("nan" not in sentence.lower() for sentence in written.sentences)


def test_text_from_a_case_is_escaped():
    nasty = CASE.alternatives[2].model_copy(
        update={"label": CASE.alternatives[2].label.model_copy(update={"nl": "<script>x</script>"})}
    )
    case = CASE.model_copy(
        update={"alternatives": (*CASE.alternatives[:2], nasty, CASE.alternatives[3]), "version": "nasty"}
    )
    written = verdict_text(compare(case, from_profile(CASE.profile("youth"))), DUTCH)
    assert all("<script>" not in sentence for sentence in written.sentences)
    assert any("&lt;script&gt;" in sentence for sentence in written.sentences)


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0, "0"),
        (0.004, "fewer than 1"),
        (0.005, "1"),
        (0.675, "68"),
        (0.9949, "99"),
        (0.999, "more than 99"),
        (1, "100"),
    ],
)
def test_what_is_not_quite_none_or_all_is_not_shown_as_none_or_all(share, shown):
    assert out_of_100(share, ENGLISH) == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_smallest_shift_is_told_with_its_numbers(language):
    found = verdict(result("residents_nearby"))
    sentence = shift_sentence(found, words(language)).striptags()
    assert percent(found.shift.moved, language) in sentence
    assert CASE.alternatives[found.shift.rival].label.get(language) in sentence
    for place in np.flatnonzero(found.shift.taken):
        assert CASE.themes[place].label.get(language).lower() in sentence


def test_an_effect_that_improves_as_told_brings_the_alternative_level():
    comparison = result("youth")
    row = [item.id for item in CASE.alternatives].index("combination")
    lines = effects_to_improve(comparison, row, DUTCH)
    criterion, needed = re.match(r"(.*): van .* naar ([\d.,−]+)", lines[0].striptags()).groups()
    place = [item.label.nl for item in CASE.summed].index(criterion)
    value = float(needed.replace("−", "-").replace(".", "").replace(",", "."))
    changed = comparison.arrays.performances[:, place].copy()
    changed[row] = value
    scores = comparison.arrays.scores.copy()
    scores[:, place] = comparison.arrays.functions[place].scores(changed)
    totals = scores @ comparison.weights
    assert totals[row] == pytest.approx(totals.max(), abs=0.1)


def test_values_that_win_are_told_by_their_heaviest_themes_and_none_is_called_never():
    found = winning_values(CASE, "main", ())
    business = [item.id for item in CASE.alternatives].index("business_park")
    assert "ruimte voor bedrijven" in winning_sentence(CASE, found[business], DUTCH)
    never = replace(found[business], weights=None, margin=-3.25)
    assert "3,3 punten achter" in winning_sentence(CASE, never, DUTCH)
    assert "deelt hooguit de eerste plaats" in winning_sentence(CASE, replace(never, margin=0.0), DUTCH)
    assert "heel weinig wegingen" in winning_sentence(CASE, replace(found[business], typical=False), DUTCH)


def test_other_methods_are_counted_without_the_usual_one_and_its_twin():
    comparison = result("youth")
    found = opinions(comparison)
    asked = [method for method, counted in zip(found.methods, found.counted, strict=True) if counted]
    assert "weighted_sum" not in asked
    assert "spotis" not in asked  # all value functions of this case are straight lines
    sentence = opinion_sentence(comparison, found, DUTCH).striptags()
    assert (asked, found.same_first) == (["topsis", "vikor", "promethee"], (True, False, False, True, True))
    assert sentence.startswith("Bij 1 van de 3 andere methoden komt ook Voedselpark eerst.")
    assert sentence.endswith("Anders is het bij TOPSIS en VIKOR (Bedrijventerrein, Voedselpark en Combinatie samen).")
    assert len(dominance_sentences(comparison, found, DUTCH)) == max(1, len(found.dominated))


def test_methods_that_disagree_are_said_where_the_verdict_is():
    shaky, comparison = verdict_text(result("youth"), DUTCH), result("youth")
    assert shaky.methods == opinion_sentence(comparison, opinions(comparison), DUTCH)
    assert shaky.sentences[-1] == shaky.methods
    open_verdict = verdict_text(result("residents_citywide"), DUTCH)  # undecided: it names no first place
    assert open_verdict.word == "undecided"
    assert open_verdict.methods == DUTCH("verdict.methods_differ")
    once = loaded(FROZEN / "lutkemeer")  # undecided; all methods agree, which settles nothing
    agreed = verdict_text(compare(once, from_profile(once.profile("view_security"))), DUTCH)
    assert (agreed.word, agreed.methods) == ("undecided", "")
    harbour = compare(HARBOUR, from_profile(HARBOUR.profiles[0]))
    assert opinions(harbour) is None  # an effect is not known
    assert verdict_text(harbour, DUTCH).methods == ""


def test_without_doubt_in_the_effects_nothing_is_said_about_the_largest_doubt():
    certain = {key: replace(item, low=None, high=None) for key, item in CASE.performances.items()}
    case = CASE.model_copy(update={"performances": MappingProxyType(certain), "version": "certain"})
    written = verdict_text(compare(case, from_profile(CASE.profile("youth"))), DUTCH)
    assert "alleen de middelste schatting" in written.why[0]
    assert not any("meest onzeker" in sentence for sentence in written.why)


@pytest.mark.parametrize(
    ("shares", "pinned", "shown"),
    [
        ([0.0, 0.4066, 0.5160, 0.0774], 2, ["0", "40", "52", "8"]),  # 0, 41, 52 and 8 would be 101
        ([0.0, 0.4066, 0.5160, 0.0774], None, ["0", "41", "51", "8"]),
        ([1 / 3, 1 / 3, 1 / 3], None, ["34", "33", "33"]),
        ([0.004, 0.33, 0.666], None, ["fewer than 1", "33", "67"]),
        ([0.002, 0.998], 1, ["fewer than 1", "more than 99"]),
        ([0.0, 1.0], 1, ["0", "100"]),
        ([*[0.004] * 10, 0.96], 10, [*["fewer than 1"] * 10, "96"]),
    ],
)
def test_shares_that_stand_together_sum_to_100_and_one_said_elsewhere_stays(shares, pinned, shown):
    assert counts_of_all(shares, ENGLISH, pinned) == shown


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=8), st.integers(0, 7))
def test_whole_counts_of_any_shares_sum_to_100(parts, place):
    shares = [part / sum(parts) for part in parts]
    assume(all(0.005 <= share < 0.995 for share in shares))
    for pinned in (None, place % len(parts)):
        assert sum(map(int, counts_of_all(shares, ENGLISH, pinned))) == 100


def test_when_nobody_can_say_all_that_may_be_first_are_named():
    points = dict(zip((theme.id for theme in CASE.themes), (90.0, 85.0, 45.0, 75.0, 75.0, 45.0, 25.0), strict=True))
    found = verdict(compare(CASE, Weighing(OWN, points)))
    # shares 0, 31, 62 and 7 out of 100: the last comes first often enough, and is second by total
    assert found.comparison.second == 3
    assert found.candidates == (2, 1, 3)
    said = verdict_text(found.comparison, DUTCH, found).main.striptags()
    assert said.endswith("Voedselpark, Bedrijventerrein of Combinatie.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_two_flips_the_one_for_which_less_weight_moves_is_said_first(language):
    text, tried = words(language), set()
    for profile in CASE.profiles:
        comparison = compare(CASE, from_profile(profile))
        found = verdict(comparison)
        if found is None or found.reason not in ("weights", "either") or found.holds_for_shift:
            continue
        written, point = verdict_text(comparison, text, found), nearest_flip(comparison, text)
        first = found.finest_shift.moved < point.moved
        shift = next(part for part in written.sentences if part in (written.nearer, *written.why) and "%</b>" in part)
        assert (shift == written.nearer) == first
        assert written.sentences.count(shift) == 1
        assert (written.sentences.index(shift) < written.sentences.index(written.flip)) == first
        if point.theme is not None:
            now = comparison.tipping_points[point.theme]
            ends = [end for end in (now.lower, now.upper) if end is not None]
            assert point.moved == pytest.approx(min(abs(end - now.now) for end in ends))
        tried.add(first)
    assert True in tried
