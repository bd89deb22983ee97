"""Word and sentences of every state of the verdict, in both languages: they come from one state and agree."""

import re
from functools import cache
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import numpy as np
import pytest

from cases.workbook.checked_upload import read_workbook
from reports.chapters.summary_results import verdict_cell
from tests.budget import LONG
from tests.cases.loaded import FROZEN, loaded
from tests.weighing.invented_cases import THEMES, N, invented
from texts import LANGUAGES, words
from web.verdict_answers import verdict_html
from weighing.comparison import compare
from weighing.verdict import Verdict, verdict
from weighing.verdict_reasons import WORDS, Reason
from weighing.weighing import Weighing, from_profile
from weighing.what_if import changed
from wording import verdict_words
from wording.sentences import deciding
from wording.verdict_words import verdict_text

DATA = Path(__file__).parents[1] / "data"
NAN = float("nan")
HIGH, LOW = [80.0] * 8 + [20], [20.0] * 8 + [30]
APART, CROSSED = [[56] * 8 + [50], [50] * 8 + [52]], [[100, 100, 0, 0, *[50] * 4, 64], [0, 0, 100, 100, *[50] * 4, 44]]
UNSURE = (THEMES[3],)
OFTEN = [[60] * 8 + [40], [50] * 8 + [42]]

HEAVY_WITHOUT_MARGINS = [HIGH, LOW], [[*[NAN] * 8, 5.0]] * 2
"""Margins on the last theme only: a quarter of the weight."""

STATES = {
    # by name: the reason, the scores, the margins, and the themes of which the person does not know
    "holds": ("holds", [HIGH, LOW], 5, ()),
    "holds with an unknown effect": ("holds", [[90] * 7 + [NAN, 80], [20] * 8 + [85]], 3, ()),
    "holds unsure": ("holds", [[90] * 8 + [40], [20] * 8 + [50]], 3, UNSURE),
    "holds with a copy": ("holds", [HIGH, HIGH, LOW], 5, ()),
    "holds beside a worse one": ("holds", [HIGH, [79] * 8 + [20], LOW], 5, ()),
    "unrivalled": ("unrivalled", [[80] * N, [70] * N], 5, ()),
    "unrivalled by little": ("unrivalled", [[50.3] * N, [50] * N], 20, ()),
    "unrivalled without margins": ("unrivalled", [[50.3] * N, [50] * N], NAN, ()),
    "unrivalled with a copy": ("unrivalled", [[80] * N, [80] * N], 5, ()),
    "effects": ("effects", APART, 20, ()),
    "weights": ("weights", CROSSED, 2, ()),
    "weights without margins": ("weights", CROSSED, NAN, ()),
    "either": ("either", [[100, 100, 0, 0, *[50] * 4, 72], [0, 0, 100, 100, *[50] * 4, 44]], 45, ()),
    "together": ("together", OFTEN, 25, ()),
    "unvaried": ("unvaried", [HIGH, LOW], NAN, ()),
    "partly varied": ("unvaried", [HIGH, LOW], [[5.0, *[NAN] * 8]] * 2, ()),
    "seldom": ("seldom", [[60, 60, 40, 40, *[50] * 4, 54], [40, 40, 60, 60, *[50] * 5]], 20, ()),
    "seldom without margins": ("seldom", [[100, 0, 50, 50, *[50] * 4, 53], [0, 100, 50, 50, *[50] * 5]], NAN, ()),
    "unvaried where the weight is": ("unvaried", *HEAVY_WITHOUT_MARGINS, ()),
    "near": ("near", [[60, 60, 40, 40, *[50] * 4, 51], [40, 40, 60, 60, *[50] * 5]], 1, ()),
    "unknown": ("unknown", [[60] * 8 + [NAN], [50] * 8 + [60]], 1, ()),
    "unknown beside one that is surely behind": (
        "unknown",
        [[60] * 8 + [NAN], [50] * 8 + [60], [*[30] * 8, 65]],
        1,
        (),
    ),
    "unknown of the last": ("unknown", [[60] * 9, [50] * 8 + [62], [55] * 8 + [NAN]], 1, ()),
    "unknown of two": ("unknown", [[60] * 8 + [NAN], [50] * 8 + [NAN], [61] * 8 + [40], [*[5] * 8, 99]], 1, ()),
    "unknown with a copy": ("unknown", [[60] * 8 + [NAN], [50] * 8 + [60], [50] * 8 + [60]], 1, ()),
    "near beside one that is not known": (
        "near",
        [[60, 60, 40, 40, *[50] * 4, 51], [40, 40, 60, 60, *[50] * 5], [5] * 7 + [99, NAN]],
        1,
        (),
    ),
    "unsure": ("unsure", [[60] * 8 + [10], [40] * 8 + [90]], 3, UNSURE),
}


@cache
def found_in(name):
    _, scores, doubt, unsure = STATES[name]
    names = [f"plan_{'abcd'[place]}" for place in range(len(scores))]
    case = invented(scores, doubt, name, names)
    weighing = Weighing("own", {key: 100.0 for key in THEMES if key not in unsure}, unsure=frozenset(unsure))
    return verdict(compare(case, weighing))


def said(found, language):
    return " ".join(part.striptags() for part in verdict_text(found.comparison, words(language), found).sentences)


@pytest.mark.parametrize("name", STATES)
def test_every_state_is_what_it_is_called_and_reads_as_its_word(name):
    found = found_in(name)
    assert found.reason == STATES[name][0]
    for language in LANGUAGES:
        agrees(found, language)


def test_every_reason_is_reached():
    assert {found_in(name).reason for name in STATES} == set(get_args(Reason)) - {"alone"}
    assert set(WORDS) == set(get_args(Reason))


def strict(scores, failing):
    """With a hard requirement that these rows do not meet."""
    case = invented(scores, 5, f"strict {sorted(failing)}")
    rule = next(item for item in loaded(FROZEN / "lutkemeer").requirements if item.criterion is None)
    (answer, *_) = rule.answers.values()
    answers = {
        item.id: answer.model_copy(update={"answer": "no" if row in failing else "yes"})
        for row, item in enumerate(case.alternatives)
    }
    return changed(case, "strict", requirements=(rule.model_copy(update={"answers": answers}),))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_others_fail_a_hard_requirement(language):
    case = strict([HIGH, LOW, APART[0]], {1, 2})
    found = verdict(compare(case, Weighing("own", dict.fromkeys(THEMES, 100.0))))
    assert found.reason == "alone"
    agrees(found, language)
    assert "100" not in said(found, language)
    able = strict([[80] * N, [70] * N, [90] * N], {2})
    found = verdict(compare(able, Weighing("own", dict.fromkeys(THEMES, 100.0))))
    assert (found.reason, found.first) == ("unrivalled", 0)
    agrees(found, language)
    assert {"nl": "harde eis", "en": "hard requirement"}[language] in said(found, language)


OPEN = {"nl": ("weten we niet",), "en": ("we do not know",)}
FIRST = {"nl": r" komt .+ eerst\.", "en": r", .+ comes first\."}
EVERY = {"nl": "Elke keer", "en": "Every time"}
CERTAIN = {"nl": "Wel zeker", "en": "This is certain"}
BORDER = {"nl": "op de grens van", "en": "on the limit between"}
SHAKEN = {"effects": (True, False), "weights": (False, True), "either": (True, True), "together": (True, True)}
"""Whether other effects make it shaky, and whether other weights do."""
MARGINS = {"nl": "alleen de middelste schatting", "en": "only the central estimate"}


def agrees(found, language):
    """What holds in every state, whatever its numbers."""
    text = words(language)
    written = verdict_text(found.comparison, text, found)
    main, everything = written.main.striptags(), said(found, language)
    assert written.word == found.word == WORDS[found.reason]
    assert written.label == text(f"verdict.{found.word}")
    opened = any(part in everything for part in OPEN[language])
    assert opened == (found.word == "undecided"), everything
    assert bool(re.search(FIRST[language], main)) == (found.word != "undecided")
    if found.word == "firm":
        assert not re.search(r"\b(Maar|But)\b", main)
        assert not (found.counted and found.varied and found.count < 90)
    if not found.effects_vary and found.counted:
        assert EVERY[language] not in everything
        assert MARGINS[language] in everything
    if EVERY[language] in everything:
        assert found.share == 1
    assert not re.search(r"[{}]|None|nan|\(\)|  |<", everything)
    if found.reason == "unknown":
        names_what_is_known(found, language)
    # other faces: the card of board, phone and wall, and the two pages of the report
    card = verdict_html(found.comparison, text, with_flip=True)
    assert f'data-word="{found.word}"' in card
    assert f'data-reason="{found.reason}"' in card
    assert ('class="w-hundred"' in card) == found.counted
    short = text(f"phone.sure_{found.reason}")  # on the phone in one line, by the reason
    assert short.startswith(f"{written.label}: ")
    if found.reason in SHAKEN:
        assert ("effect" in short, bool(re.search("gewicht|weight", short))) == SHAKEN[found.reason]
    cell = verdict_cell(SimpleNamespace(verdict=found, said=written, comparison=found.comparison), text).striptags()
    assert cell.startswith(written.label)
    assert not (found.word != "undecided" and any(part in cell for part in OPEN[language])), cell


def names_what_is_known(found, language):
    """Every alternative of the race is named: it may come first whatever is not known, or another is surely ahead."""
    comparison, text = found.comparison, words(language)
    label = [text.of(item.label) for item in comparison.case.alternatives]
    written = verdict_text(comparison, text, found)
    for place in (written.main, deciding(comparison, text)):
        named = {row for row in comparison.in_race if f"<b>{label[row]}</b>" in place}
        assert named == {found.first, *comparison.level_with_first} == set(found.candidates)
    low, high = comparison.intervals.T
    certain = " ".join(sentence for sentence in written.why if CERTAIN[language] in sentence)
    for row in sorted(set(comparison.in_race) - set(found.candidates)):
        better = comparison.surely_behind[row]
        assert low[better] - high[row] >= 0.5
        assert f"<b>{label[row]}</b>" in certain
        assert f"<b>{label[better]}</b>" in certain
    assert bool(certain) == (set(comparison.in_race) != set(found.candidates))


def once(function):
    kept = {}

    def remembered(comparison, *text):
        key = (id(comparison), *text)
        if key not in kept:
            kept[key] = function(comparison, *text)
        return kept[key]

    return remembered


class Forced(Verdict):
    """A verdict in a state that is put upon it."""


def forced(comparison, **state):
    kind = type("Forced", (Forced,), {name: property(lambda _, value=value: value) for name, value in state.items()})
    return kind(comparison)


SHARES = (0.0, 0.664, 0.9, 0.9999, 1.0) if LONG else (0.664, 0.9999, 1.0)
"""Once that rounds to all of 100 but is not, and all of them; the others in a long run."""


def test_every_combination_of_states_reads_as_its_word(monkeypatch):
    """Reason x other word x not known x unsure x equal x left out x varied x how often, most of them unreachable."""
    for name in ("opinions", "nearest_flip", "at_worst"):  # of other modules, which do not look at the state
        monkeypatch.setattr(verdict_words, name, once(getattr(verdict_words, name)))
    bases = [found_in("holds with a copy"), found_in("unknown"), found_in("holds unsure")]
    tried = 0
    for base, reason, level, left_out, varied, share in product(
        bases, get_args(Reason), ((), (1,)), ((), (1,)), (0.0, 0.3, 1.0), SHARES
    ):
        counted = reason not in ("alone", "unrivalled")
        other = {"firm": "shaky", "shaky": "firm", "undecided": "shaky"}[WORDS[reason]]
        if reason == "holds" and (varied < 0.5 or share < 0.9):
            continue  # firm rests on these: they are no free choice
        if reason == "unsure" and not base.comparison.unsure:
            continue
        for borderline in (None, other):
            found = forced(
                base.comparison, reason=reason, borderline=borderline, level=level, varied=varied,
                race=SimpleNamespace(left_out=left_out, overlaps=lambda _, said=bool(level): said),
                enough_varied=varied >= 0.5, effects_vary=varied > 0,
                share=share, shares=base.shares, counted=counted, effects_share=share, weights_share=share,
                rival=len(base.comparison.totals) - 1, candidates=(0, 1), weights_rival=0, effects_rival=1,
                doubts=base.doubts, finest_shift=base.finest_shift,
            )  # fmt: skip
            for language in LANGUAGES:
                text = words(language)
                written = verdict_text(found.comparison, text, found)
                everything = said(found, language)
                opened = any(part in everything for part in OPEN[language])
                assert opened == (found.word == "undecided"), everything
                assert not (EVERY[language] in everything and not varied), everything
                assert (borderline is None) == (BORDER[language] not in everything)
                assert not re.search(r"[{}]|None|nan|  |<", everything), everything
                assert written.word == WORDS[reason]
                tried += 1
    assert tried > 2000


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_left_out_and_what_is_level_is_named(language):
    text = words(language)
    copy = found_in("holds with a copy")
    assert copy.level == (1,)
    assert copy.shares[0] == copy.shares[1]
    name = text.of(copy.comparison.case.alternatives[1].label)
    assert text.html("verdict.level", first=text.of(copy.comparison.case.alternatives[0].label), others=name).striptags() in said(copy, language)  # noqa: E501  # fmt: skip
    worse = found_in("holds beside a worse one")
    assert worse.race.left_out == (1,)
    assert text.html("verdict.left_out", names=name, count=1).striptags() in said(worse, language)


def test_margins_where_no_weight_is_now_still_count():
    """All weight on a theme without margins: other weights give some to the last theme, which has them."""
    case = invented([[80.0] * 8 + [20], [20.0] * 8 + [30]], HEAVY_WITHOUT_MARGINS[1], "no weight on margins")
    points = dict.fromkeys(THEMES, 100.0) | {THEMES[3]: 0.0}
    found = verdict(compare(case, Weighing("own", points)))
    assert (found.varied, found.effects_vary, found.reason) == (0, True, "unvaried")
    assert MARGINS["nl"] not in said(found, "nl")
    assert "minder dan 50% van het gewicht" in said(found, "nl")
    assert words("nl")("verdict.hundred") in verdict_html(found.comparison, words("nl"), with_flip=True)


def test_a_count_of_part_of_the_effects_says_so():
    assert "less than 50% of the weight" in said(found_in("partly varied"), "en")
    assert "alleen andere gewichten" in said(found_in("unvaried"), "nl")
    assert np.isclose(found_in("unvaried").varied, 0)


def test_the_sentence_of_the_count_says_which_weights_varied():
    """Of one theme the points change nothing; within a theme nobody gave points, every division counts."""
    one = read_workbook((DATA / "one_theme_smallest.xlsx").read_bytes(), "one_theme_smallest.xlsx").case
    themes, single = found_in("holds").comparison, compare(one, from_profile(one.profiles[0]))
    inside = [[item.id for item in themes.case.summed_in(theme)] for theme in THEMES]
    several = [ids for ids in inside if len(ids) > 1]
    given = {"open": several[:0], "some": several[:1], "all": several}
    given = {
        key: Weighing(
            "own", themes.weighing.theme_points, dict.fromkeys([item for theme in ids for item in theme], 50.0)
        )
        for key, ids in given.items()
    }
    for language, (division, each, of_theme) in {
        "nl": ("elke verdeling", "elk criterium tot 10 punten", "elk thema"),
        "en": ("every division", "each criterion up to 10 points", "each theme"),
    }.items():
        found = {key: said(verdict(compare(themes.case, weighing)), language) for key, weighing in given.items()}
        assert [division in found[key] for key in ("open", "some", "all")] == [True, True, False]
        assert [each in found[key] for key in ("open", "some", "all")] == [False, False, True]
        written = said(verdict(single), language)
        assert division in written
        assert of_theme not in written


def test_with_one_criterion_only_effects_varied():
    margins = [[40.0] * N, [2.0] * N]  # so that neither is nowhere better
    case = invented([[60.0] * N, [50.0] * N], margins, "of many")
    case = changed(case, "of one", criteria=case.summed[:1], themes=(case.theme(case.summed[0].theme),))
    comparison = compare(case, Weighing("own", {case.themes[0].id: 100.0}))
    found = verdict(comparison)
    assert not found.weights_vary
    assert found.effects_vary
    for language, weights_said in {"nl": "gewichten:", "en": "weights:"}.items():
        assert weights_said not in said(found, language)


OVERLAP = {"nl": "overlappen", "en": "overlap"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rival_with_margins_that_overlap_may_still_turn_out_better(language):
    """50.3 beside 50 is first in 6 of 10 draws with margins of 20; without any, or 10 apart with 5, in all."""
    for name, overlaps in (
        ("unrivalled by little", True),
        ("unrivalled", False),
        ("unrivalled without margins", False),
    ):
        found = found_in(name)
        assert found.overlaps is overlaps
        assert (OVERLAP[language] in said(found, language)) is overlaps
        # what no weights do, one theme is not too little for
        assert not verdict_text(found.comparison, words(language), found).flip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_time_and_a_small_shift_are_said_as_a_contrast(language):
    lead = [0.0 if item.theme == THEMES[3] else 56.0 for item in found_in("holds").comparison.case.summed]
    other = [100.0 if item.theme == THEMES[3] else 50.0 for item in found_in("holds").comparison.case.summed]
    points = dict.fromkeys(THEMES, 100.0) | {THEMES[3]: 0.0}
    found = verdict(compare(invented([lead, other], 0.1, "still"), Weighing("own", points)))
    written = said(found, language)
    every, still = {"nl": ("Elke keer", "Toch komt"), "en": ("Every time", "Still,")}[language]
    assert 0 < written.index(every) < written.index(still)
