"""What the tests of a room share: the invented harbour, and rooms drawn by chance."""

import numpy as np
from hypothesis import strategies as st

from tests.cases.harbour import GOOD
from tests.cases.loaded import FROZEN, loaded
from workshop.group.votes import Votes

HARBOUR = loaded(GOOD)
LUTKEMEER = loaded(FROZEN / "lutkemeer")
AS_NOW, RING_ROAD, TRAM = range(3)
MOVING, LIVING, MONEY = range(3)
OPEN = float("nan")


def harbour(*rows, **more):
    """Points for moving, living and money of each person."""
    return Votes(HARBOUR, np.array(rows, dtype=float).reshape(-1, 3), **more)


def scaled(points):
    """The same points with the largest of each row at exactly 100, the others whole."""
    given = np.clip(points, 0, 100)
    given = given / given.max(axis=1, keepdims=True) * 100
    return np.where(given >= given.max(axis=1, keepdims=True), 100, np.minimum(np.round(given), 99))


def by_chance(seed, people, case=LUTKEMEER, left_open=0.15, opened=False):
    """Any points, some themes left open, and if asked some themes opened."""
    chance = np.random.default_rng(seed)
    points = scaled(chance.uniform(1, 100, (people, len(case.themes))))
    points[(points < 100) & (chance.random(points.shape) < left_open)] = np.nan
    points[chance.random(people) < left_open / 10] = np.nan
    inside = None
    if opened:
        theme_of = Votes(case, points).table.theme_of
        inside = np.full((people, len(theme_of)), np.nan)
        for theme in range(len(case.themes)):
            columns = np.flatnonzero(theme_of == theme)
            rows = chance.random(people) < 0.4
            inside[np.ix_(rows, columns)] = scaled(chance.uniform(1, 100, (int(rows.sum()), columns.size)))
    gut = chance.integers(-1, len(case.alternatives), people)
    return Votes(case, points, tuple(f"p{row}" for row in range(people)), inside, gut)


seeds = st.integers(0, 10**6)
