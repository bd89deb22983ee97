"""Work on pieces: the order of the answers, how far it looks ahead, the same figures on any number of processors."""

import numpy as np
import pytest

import mcda.in_order
from mcda.in_order import in_order
from mcda.robustness import acceptability
from mcda.weightings import AllWeightings

from .test_robustness import random_ranges


@pytest.fixture(params=[1, 2, 5])
def processors(request, monkeypatch):
    monkeypatch.setattr(mcda.in_order, "_processors", lambda: request.param)
    mcda.in_order._pool.cache_clear()
    yield request.param
    mcda.in_order._pool.cache_clear()


def test_answers_come_in_the_order_of_the_pieces(processors):
    assert list(in_order(lambda piece: piece**2, range(40))) == [piece**2 for piece in range(40)]
    assert list(in_order(str, [])) == []


def test_only_a_few_pieces_are_taken_ahead_of_the_answers(processors):
    taken = []
    answers = in_order(lambda piece: piece, (taken.append(piece) or piece for piece in range(100)))
    for answered, _ in enumerate(answers, start=1):
        assert len(taken) <= answered + processors + 1


def test_what_goes_wrong_in_a_piece_reaches_the_caller(processors):
    def work(piece):
        if piece == 7:
            raise ValueError("piece 7")
        return piece

    with pytest.raises(ValueError, match="piece 7"):
        list(in_order(work, range(20)))


def test_the_figures_are_the_same_to_the_last_bit_on_every_number_of_processors(monkeypatch):
    def figures(processors):
        monkeypatch.setattr(mcda.in_order, "_processors", lambda: processors)
        found = acceptability(random_ranges(4, 6), AllWeightings(6), samples=2**15)
        return found.rank_shares, found.wins, found.central_weights, found.confidence

    for one, three in zip(figures(1), figures(3), strict=True):
        assert np.array_equal(one, three)
