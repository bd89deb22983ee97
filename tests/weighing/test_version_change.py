"""A range that changes in a new version marks the weights that were given on the old one, until they are confirmed."""

from types import MappingProxyType

import pytest

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from cases.definition.shapes import Range
from tests.cases.workbook.books import harbour
from weighing.links import from_link, to_link
from weighing.version_change import carried, marked, moved
from weighing.weighing import OWN, Weighing
from weighing.what_if import changed


def other_range(case: Case, key: str, **update: float) -> Case:
    """The case with another range for one criterion."""

    def one(criterion: Criterion) -> Criterion:
        if criterion.id != key:
            return criterion
        ends = {"worst": criterion.range.worst, "best": criterion.range.best} | update
        return criterion.model_copy(update={"range": Range(**ends)})

    return changed(case, "range", criteria=tuple(map(one, case.criteria)))


def weighing(case: Case) -> Weighing:
    return Weighing(OWN, MappingProxyType({theme.id: 100.0 for theme in case.themes}))


def test_a_step_moves_with_its_range_and_not_with_its_words():
    case = harbour()
    key = case.summed[0].id
    assert moved(case, other_range(case, key, best=case.summed[0].range.best - 1)) == (key,)
    renamed = tuple(item.model_copy(update={"short": item.label}) for item in case.criteria)
    assert moved(case, changed(case, "words", criteria=renamed)) == ()


def test_a_criterion_that_is_new_in_the_sum_counts_as_moved():
    case = harbour()
    fewer = changed(case, "fewer", criteria=case.criteria[1:])
    assert moved(fewer, case) == (case.criteria[0].id,)
    assert moved(case, fewer) == ()


def test_weights_given_on_an_older_version_are_stale_until_confirmed():
    old = harbour()
    key = old.summed[0].id
    new = other_range(old, key, best=old.summed[0].range.best - 1)
    found, ignored = carried(weighing(old), old, new)
    assert ignored == ()
    assert (found.stale, found.moved) == (True, (key,))
    assert found.theme_points == weighing(old).theme_points
    assert not found.confirmed().stale


def test_changing_a_point_does_not_confirm_the_others():
    old = harbour()
    new = other_range(old, old.summed[0].id, best=old.summed[0].range.best - 1)
    found = marked(weighing(old), old, new)
    assert found.with_theme(old.themes[1].id, 10).stale


def test_the_mark_travels_in_a_link_and_goes_when_confirmed():
    old = harbour()
    key = old.summed[0].id
    new = other_range(old, key, best=old.summed[0].range.best - 1)
    found = marked(weighing(old), old, new)
    again, ignored = from_link(new, to_link(new, found))
    assert ignored == ()
    assert again.moved == (key,)
    assert "m" not in to_link(new, found.confirmed())
    unchecked = {key: part for key, part in to_link(new, found).items() if key != "k"}
    strange, ignored = from_link(new, unchecked | {"m": "nothing_here"})
    assert strange.moved == ()
    assert [(item.part, item.found) for item in ignored] == [("m", "nothing_here")]


def test_nothing_is_marked_before_there_are_weights():
    old = harbour()
    new = other_range(old, old.summed[0].id, best=old.summed[0].range.best - 1)
    assert carried(Weighing(), old, new) == (Weighing(), ())
    assert marked(Weighing(), old, new) == Weighing()


def test_points_for_a_theme_that_is_gone_are_named():
    old = harbour()
    gone = old.themes[-1].id
    left = tuple(item for item in old.criteria if item.theme != gone)
    new = changed(old, "theme", themes=old.themes[:-1], criteria=left)
    found, ignored = carried(weighing(old), old, new)
    assert gone not in found.theme_points
    assert [item.found for item in ignored] == [f"{gone}-100"]


@pytest.mark.parametrize("end", ["worst", "best"])
def test_either_end_counts(end):
    case = harbour()
    first = case.summed[0]
    assert moved(case, other_range(case, first.id, **{end: getattr(first.range, end) + 0.5})) == (first.id,)
