"""Nobody is found by subtracting: any sequence of snapshots, and tables with hidden counts."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from workshop.group.release import hidden_cells, may_release


def snapshot(*ballots, revision=1):
    return frozenset((str(ballot), revision) for ballot in ballots)


def differing(one, other):
    """Ballots that were added, removed or changed."""
    return len({ballot for ballot, _ in one ^ other})


def test_a_snapshot_is_released_when_it_differs_by_none_or_enough():
    first = snapshot(*range(20))
    assert may_release(first, [], 7)
    assert may_release(first, [first], 7)
    assert not may_release(snapshot(*range(6)), [], 7)
    assert may_release(frozenset(), [], 7)
    for more in range(1, 9):
        assert may_release(first | snapshot(*range(20, 20 + more)), [first], 7) == (more >= 7)
        changed = snapshot(*range(more, 20)) | snapshot(*range(more), revision=2)
        assert may_release(changed, [first], 7) == (more >= 7)
    # 4 left and 3 came: seven differ, and no difference rests on fewer
    assert may_release(snapshot(*range(4, 23)), [first], 7)
    assert not may_release(snapshot(*range(4, 22)), [first], 7)


def test_a_ballot_alone_is_not_found_by_three_snapshots_either():
    """Every two differ by many, but the first and the second together without the third leave one ballot."""
    one, other = snapshot(*range(10)), snapshot(*range(10, 20))
    both = snapshot(*range(19))
    assert min(differing(*pair) for pair in combinations([one, other, both], 2)) >= 7
    assert may_release(other, [one], 7)
    assert not may_release(both, [one, other], 7)
    assert may_release(one | other, [one, other], 7)


def test_an_earlier_snapshot_counts_too():
    first = snapshot(*range(20))
    second = first | snapshot(*range(20, 27))
    assert may_release(second, [first], 7)
    assert not may_release(first | snapshot(20), [first, second], 7)
    assert not may_release(second - snapshot(3), [first, second], 7)


def test_a_ballot_is_in_a_snapshot_once():
    with pytest.raises(ValueError, match="once"):
        may_release(snapshot(1) | snapshot(1, revision=2), [], 7)
    with pytest.raises(ValueError, match="at least 7"):
        may_release(snapshot(1), [], 6)


changes = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), st.integers(0, 9)), min_size=2, max_size=6)


@given(changes)
@examples(40, 3000)
def test_no_two_released_snapshots_differ_by_a_few(steps):
    """People come, go and change; whatever is released on the way, no difference and no sum of three rests on a few."""
    ballots, released, coming = {}, [], 0
    for come, go, change in steps:
        for _ in range(come):
            ballots[str(coming)], coming = 1, coming + 1
        for key in list(ballots)[:go]:
            del ballots[key]
        for key in list(ballots)[:change]:
            ballots[key] += 1
        now = frozenset(ballots.items())
        if may_release(now, released, 7):
            released.append(now)
    for one, other in combinations(released, 2):
        assert not 0 < differing(one, other) < 7
    assert not any(0 < len(found) < 7 for found in released)
    everybody = list(frozenset().union(*released)) if released else []
    for some in combinations(released, 3):
        inside = np.array([[ballot in found for ballot in everybody] for found in some], float)
        for signs in product((-2, -1, 0, 1, 2), repeat=3):
            left = {everybody[place][0] for place in np.flatnonzero(np.array(signs) @ inside)}
            assert not 0 < len(left) < 7


def lines(rows, columns):
    row, column = np.divmod(np.arange(rows * columns), columns)
    return [*(row == n for n in range(rows)), *(column == n for n in range(columns)), np.ones(rows * columns, bool)]


def test_a_hidden_count_takes_another_with_it():
    whole = [np.ones(4, bool)]
    assert hidden_cells(np.array([10, 9, 8, 12]), whole, 7).tolist() == [False] * 4
    # 3 alone would follow from the sum; 8 is the smallest other one
    assert hidden_cells(np.array([10, 3, 8, 12]), whole, 7).tolist() == [False, True, True, False]
    # 4 and 3 are seven people together
    assert hidden_cells(np.array([10, 3, 4, 12]), whole, 7).tolist() == [False, True, True, False]
    # 1 and 2 are three: one more
    assert hidden_cells(np.array([10, 1, 2, 12]), whole, 7).tolist() == [True, True, True, False]
    assert hidden_cells(np.array([10, 0, 9, 12]), whole, 7).tolist() == [False] * 4
    assert hidden_cells(np.array([10, 0, 9, 12]), whole, 7, hide_zeros=True).tolist() == [False, True, True, False]
    assert hidden_cells(np.array([10, 3, 0, 0]), whole, 7).tolist() == [True, True, False, False]


def test_nothing_left_to_hide_behind():
    """Two by two with the sums of rows, columns and the diagonal: every count follows from them."""
    diagonal = np.array([True, False, False, True])
    assert hidden_cells(np.array([16, 9, 3, 15]), [*lines(2, 2), diagonal], 7) is None
    assert hidden_cells(np.array([16, 9, 8, 15]), [*lines(2, 2), diagonal], 7).tolist() == [False] * 4


@given(st.lists(st.integers(0, 12), min_size=9, max_size=9))
@examples(12, 1000)
def test_no_hidden_count_can_be_worked_out_from_the_sums(numbers):
    """By trying every table with the same sums and the same shown counts."""
    counts = np.array(numbers)
    hidden = hidden_cells(counts, lines(3, 3), 7)
    if hidden is None:
        return
    assert not ((counts < 7) & (counts > 0) & ~hidden).any()
    table, shown = counts.reshape(3, 3), ~hidden.reshape(3, 3)
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    ends = [range(int(min(rows[row], columns[column])) + 1) for row, column in product((0, 1), repeat=2)]
    a, b, c, d = (found.ravel() for found in np.meshgrid(*ends))
    tried = np.zeros((a.size, 3, 3), int)
    tried[:, 0, 0], tried[:, 0, 1], tried[:, 1, 0], tried[:, 1, 1] = a, b, c, d
    tried[:, :2, 2] = rows[:2] - tried[:, :2].sum(axis=2)
    tried[:, 2] = columns - tried.sum(axis=1)
    fits = tried[(tried >= 0).all(axis=(1, 2)) & ((tried == table) | ~shown).all(axis=(1, 2))].reshape(-1, 9)
    for place in np.flatnonzero(hidden & (counts > 0) & (counts < 7)):
        assert fits[:, place].min() == 0 or fits[:, place].max() >= 7
