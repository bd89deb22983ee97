"""The board and the verdict name the same beside what comes first, in every example and in weighings made at random."""

import random
from collections.abc import Iterator

from cases import SHIPPED
from tests.budget import budget
from tests.cases.loaded import loaded
from tests.js.vectors import _case, _weighing
from texts import words
from weighing.comparison import Comparison, compare
from weighing.verdict import Verdict, verdict
from weighing.weighing import from_profile
from wording.sentences import beside, deciding
from wording.verdict_words import verdict_text

DUTCH = words("nl")


def judged() -> Iterator[tuple[Comparison, Verdict]]:
    """Comparisons with their verdict, those without one left out."""
    shipped = [loaded(folder.parent) for folder in sorted(SHIPPED.glob("*/case.yaml"))]
    found = [compare(case, from_profile(profile)) for case in shipped for profile in case.profiles]
    chance = random.Random(11)
    for place in range(budget(16, 600)):
        case = _case(chance, 90_000 + place)  # a version of its own
        found.append(compare(case, _weighing(chance, case)))
    for comparison in found:
        if comparison is not None and comparison.contenders and (said := verdict(comparison)) is not None:
            yield comparison, said


def test_whose_strongest_point_the_board_tells_is_named_by_the_verdict_and_what_is_level_is_in_both():
    seldom = level = other = 0
    for comparison, said in judged():
        told, label = beside(comparison, said.named), lambda row: DUTCH.of(comparison.case.alternatives[row].label)  # noqa: B023
        sentence, main = (found.unescape() for found in (deciding(comparison, DUTCH, said.named), _main(said)))
        if said.named:
            assert told in said.named
            assert all(label(row) in main for row in said.named)
            seldom += said.reason == "seldom"
            if comparison.known and not comparison.may_be_first:
                assert label(told) in sentence
        if said.reason == "near":
            rivals = {*comparison.level_with_first} & {*said.race.others}  # a plan that is nowhere better is none
            assert rivals - {*said.level} <= {*said.named}
            assert all(label(row) in sentence for row in comparison.level_with_first)
            level += 1
        assert beside(comparison) == (*comparison.level_with_first, comparison.second)[0]  # while a hand moves
        other += told != beside(comparison)
    assert level
    assert min(seldom, other) > 2


def test_a_lead_that_an_unsure_theme_can_make_small_is_not_told_as_a_tie():
    """62 to 65 against 51 to 65 "came out almost equal": that held at one end of the theme alone."""
    chance, found = random.Random(3), 0
    for place in range(budget(120, 900)):
        case = _case(chance, 91_000 + place)
        comparison = compare(case, _weighing(chance, case))
        if comparison is None or not (comparison.unsure and comparison.undecided and comparison.known):
            continue
        if comparison.may_be_first or len(comparison.contenders) < 2:
            continue
        said = verdict(comparison)
        sentence, main = deciding(comparison, DUTCH, said.named), _main(said)
        assert "gelijk uit" not in sentence
        assert "verschil met" in sentence
        assert "totalen verschillen" not in main
        found += said.reason == "near"
    assert found


def _main(said: Verdict):
    return verdict_text(said.comparison, DUTCH, said).main
