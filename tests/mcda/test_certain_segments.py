"""What is certain along the weight of a group, beside totals with the unknown scores filled in."""

import numpy as np
import pytest

from mcda.tipping import certain_segments, winner_segments
from tests.budget import budget

GROUP = np.array([True, False, False])


def test_two_alternatives_by_hand():
    # on the group the first has 80 to 100 and the second 40; beside it 20 against 60 (weights even): with share s the
    # first is certainly ahead when 80 s + 20 (1 - s) >= 40 s + 60 (1 - s), s >= 0.5; surely behind when
    # 100 s + 20 (1 - s) <= 40 s + 60 (1 - s), s <= 0.4. In between it depends on the score.
    lowest, highest = [[80, 20, 20], [40, 60, 60]], [[100, 20, 20], [40, 60, 60]]
    found = certain_segments(lowest, highest, [0.5, 0.25, 0.25], GROUP)
    assert [(part.start, part.end, part.winner) for part in found] == [
        (0.0, pytest.approx(0.4), 1),
        (pytest.approx(0.5), 1.0, 0),
    ]


def test_without_doubt_it_is_who_comes_first_and_with_it_that_holds_for_scores_that_are_tried():
    chance = np.random.default_rng(4)
    certain = gaps = 0
    for _ in range(budget(60, 2000)):
        lowest = chance.uniform(0, 100, (chance.integers(2, 6), 4))
        weights, group = chance.dirichlet(np.ones(4)), np.array([True, True, False, False])
        sure = certain_segments(lowest, lowest, weights, group)
        assert [(part.start, part.end, part.winner) for part in sure] == [
            (pytest.approx(part.start), pytest.approx(part.end), part.winner)
            for part in winner_segments(lowest, weights, group)
        ]
        highest = np.where(chance.random(lowest.shape) < 0.3, chance.uniform(lowest, 100), lowest)
        found = certain_segments(lowest, highest, weights, group)
        tries = lowest + (highest - lowest) * chance.random((200, *lowest.shape)).round()
        inside, rest = (np.where(part, weights, 0) / weights[part].sum() for part in (group, ~group))
        for share in np.linspace(0, 1, 21):
            totals = tries @ (share * inside + (1 - share) * rest)
            here = [part.winner for part in found if part.start - 1e-9 <= share <= part.end + 1e-9]
            for winner in here:
                assert (totals[:, winner] >= totals.max(axis=1) - 1e-6).all()
            certain += bool(here)
            if not here:  # then two of them can each be on top
                low, high = (ends @ (share * inside + (1 - share) * rest) for ends in (lowest, highest))
                assert not any((low[row] > np.delete(high, row)).all() for row in range(len(low)))
                gaps += 1
    assert min(certain, gaps) > 10


def test_ends_that_are_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="below the lowest"):
        certain_segments([[50, 50, 50]] * 2, [[40, 50, 50]] * 2, [0.5, 0.25, 0.25], GROUP)
