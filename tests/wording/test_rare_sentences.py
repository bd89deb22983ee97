"""What is said in states that no case of ours is in: nothing to compare with, everything alike, all of it far off."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np

from tests.reports.report_case import HARBOUR, LUTKEMEER
from texts import words
from valuation.amounts import Amount, AmountRange, Basis
from weighing.comparison import compare
from weighing.euros.valuing import EuroChoices
from weighing.opinions import opinions
from weighing.weighing import from_profile
from weighing.what_if import changed
from wording import dimension_words, euro_doubt_words, sureness
from wording.amount_words import amount_text
from wording.change_words import summary
from wording.euro_rows import counted_text

DUTCH, ENGLISH = words("nl"), words("en")
COMPARISON = compare(LUTKEMEER, from_profile(LUTKEMEER.profile("equal_themes")))


def test_no_shift_of_weight_can_change_the_first():
    stays = SimpleNamespace(comparison=COMPARISON, first=COMPARISON.first, shift=None)
    assert "stays first" in sureness.shift_sentence(stays, ENGLISH)


def test_other_methods_with_nobody_to_ask_a_tie_and_one_that_dominates():
    found = opinions(COMPARISON)
    nobody = replace(found, counted=(False,) * len(found.counted))
    assert sureness.opinion_sentence(COMPARISON, nobody, ENGLISH) == ENGLISH.html("sure.opinion_nobody")
    tie = replace(found, ranks=np.ones_like(found.ranks))
    assert "are level" in sureness.opinion_sentence(COMPARISON, tie, ENGLISH)
    (said,) = sureness.dominance_sentences(COMPARISON, replace(found, dominated=((0, 1),)), ENGLISH)
    assert said.startswith(LUTKEMEER.alternatives[0].label.en)


def test_a_part_with_an_unknown_effect_has_no_first():
    inside = SimpleNamespace(
        case=HARBOUR, may_be_first=(), contenders=(0, 1, 2), first=0, second=1, undecided=True, known=False,
            tied=False, level_with_first=(1,), intervals=np.array([[10.0, 40.0], [20.0, 30.0], [0.0, 5.0]]),
    )  # fmt: skip
    part = SimpleNamespace(inside=inside, shares=np.array([0.5, 0.5, 0.0]), decided=False)
    said = dimension_words.part_sentence(part, ENGLISH).striptags()
    assert "An effect is not known" in said
    assert all(text in said for text in ("10 to 40", "20 to 30"))
    assert "0 to 5" not in said  # the third cannot come first


def test_an_amount_that_comes_once_says_so():
    basis = Basis("EUR", 2024, "set", "v", "true_price")
    said = amount_text(Amount(AmountRange(central=1.0), basis, "one-off"), ENGLISH).full
    assert said == "1 euro, once, price level 2024"


def test_a_quantity_of_which_only_the_ends_are_known_has_no_middle():
    assert counted_text(AmountRange(low=2.0, high=3.0), "ha", DUTCH) == "2 tot 3 ha"


def test_euros_without_any_amount_are_not_compared(monkeypatch):
    nothing = SimpleNamespace(share_first_lower=None, amount=None, unknown=())
    monkeypatch.setattr(euro_doubt_words, "euro_difference", lambda *_: nothing)
    said = euro_doubt_words.difference_sentence(LUTKEMEER, EuroChoices(), "food_park", "combination", ENGLISH)
    assert said == ENGLISH("euros.difference_none", first="Food park", second="Combination")


def test_a_yes_that_becomes_a_no_is_told_in_words():
    key = next(iter(HARBOUR.sources))
    sources = {**HARBOUR.sources, key: replace(HARBOUR.sources[key], complete=not HARBOUR.sources[key].complete)}
    (part,) = summary(HARBOUR, changed(HARBOUR, "other source", sources=sources), ENGLISH).parts
    (line,) = part.lines
    assert {line.old, line.new} == {"yes", "no"}
