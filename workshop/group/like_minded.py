"""Groups of people who weigh alike, when there are any.

The distance between two people is that of Hellinger: between the roots of their shares of all weight. It is made for
shares, knows no trouble with a share of 0, and does not depend on the scale that somebody used. A theme left open
stands in the middle of the room, so that it pulls towards no group; it counts in no middle that describes one.

Groups are those of Ward's tree, of 2 to 4 the number with the highest silhouette. There are none when a group is
smaller than the minimum, or when the silhouette is at most ``FLOOR`` or not above that of every room that was drawn
with the same middle and spread but without groups: any cloud can be cut in two.

References:
    Ward (1963), Hierarchical grouping to optimize an objective function, JASA 58, 236-244.
    Rousseeuw (1987), Silhouettes, J. Computational and Applied Mathematics 20, 53-65; the limit of 0.25 is from Kaufman
    and Rousseeuw (1990), Finding Groups in Data.
    Liu, Hayes, Nobel and Marron (2008), Statistical significance of clustering (SigClust), JASA 103, 1281-1293, and
    Tibshirani, Walther and Hastie (2001), Estimating the number of clusters via the gap statistic, J. Royal Statistical
    Society B 63, 411-423 (rooms without groups, from a normal and from an even cloud).
    Hubert and Arabie (1985), Comparing partitions, J. Classification 2, 193-218.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from mcda.inputs import Floats, Ints
from weighing.people import ALIKE
from workshop.group.spread import known
from workshop.group.votes import Votes, refuse_small

MOST_GROUPS = 4
FLOOR = 0.25
"""A silhouette of at most this shows no structure."""

ROOMS = 19
"""Rooms of each kind without groups to compare with: a room of that kind is then given groups once in twenty times."""
ROOM_SIZE = 150
"""People in such a room at most; a larger one has no higher silhouettes."""
SEED = 2026

PARTS = 10
"""A tenth is left out, ten times."""

RECOVERED = 0.8
"""Stable when each time the others are divided the same: an adjusted Rand index of at least this, "good recovery" in
Steinley (2004), Properties of the Hubert-Arabie adjusted Rand index, Psychological Methods 9, 386-396."""

Labels = Ints


@dataclass(frozen=True)
class ThemeOfGroup:
    """A theme to which a group gives clearly more, or clearly less, than the others in the room.

    Against the others and not against the room: a large group is most of the room's middle itself.
    """

    theme: str
    median: float
    """Share of all weight, 0 to 1, rounded to 0.01."""
    of_others: float
    of_room: float


@dataclass(frozen=True)
class LikeMinded:
    """One group."""

    rows: tuple[int, ...]
    """The places of its people among the ballots; never shown."""
    more: tuple[ThemeOfGroup, ...]
    """In the order of the case. Clearly: at least half an equal share of the weight, as in record 0020."""
    less: tuple[ThemeOfGroup, ...]


@dataclass(frozen=True)
class Groups:
    """How a room divides."""

    groups: tuple[LikeMinded, ...]
    """From large to small; everybody is in one, so that what is outside a group is at least another group."""
    silhouette: float
    stable: bool
    """False when the groups change once a tenth of the people is left out: that is said beside them."""


def like_minded(votes: Votes, minimum: int) -> Groups | Literal["few_people", "no_groups"]:
    """The groups of a room, or why there are none.

    Args:
        votes: of one round.
        minimum: people in the smallest group that may be shown, at least 7.
    """
    refuse_small(minimum)
    if len(votes) < 2 * minimum:
        return "few_people"
    order = votes.canonical
    places = _roots(votes)[order]
    best = _divide(places, minimum)
    if best is None or best[0] <= _floor(places, minimum):
        return "no_groups"
    silhouette, labels = best
    shares = weight_shares(votes)
    found = [_group(votes, shares, order[labels == label], minimum) for label in np.unique(labels)]
    groups = tuple(sorted(found, key=lambda group: (-len(group.rows), _given(votes, group))))
    return Groups(groups, silhouette, _stable(places, labels))


def weight_shares(votes: Votes) -> Floats:
    """Shape (ballot, theme): the share of all weight, NaN where a theme was left open.

    The open themes of a ballot have the middle of the room in its sum, so that one who left much open does not seem to
    give the rest all weight.
    """
    filled = _filled(votes)
    return np.where(votes.open, np.nan, filled / filled.sum(axis=1, keepdims=True))


def adjusted_rand(one: Labels, other: Labels) -> float:
    """How alike two divisions of the same people are: 1 for the same, about 0 for chance.

    Args:
        one: shape (person,), the number of the group of each.
        other: the same shape; the numbers need not be the same ones.
    """
    firsts, seconds = (np.unique(labels, return_inverse=True)[1] for labels in (one, other))
    table = np.zeros((firsts.max() + 1, seconds.max() + 1))
    np.add.at(table, (firsts, seconds), 1)
    both, rows, columns = (_pairs(counts) for counts in (table, table.sum(axis=1), table.sum(axis=0)))
    by_chance = rows * columns / _pairs(np.array([float(len(one))]))
    most = (rows + columns) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def _pairs(counts: Floats) -> float:
    return float((counts * (counts - 1) / 2).sum())


def _filled(votes: Votes) -> Floats:
    """Shape (ballot, theme): the points, in an open theme the middle of those who gave any; the same if nobody did."""
    filled = votes.points.copy()
    for column, missing in zip(filled.T, votes.open.T, strict=True):
        column[missing] = np.median(column[~missing]) if not missing.all() else 0.0
    filled[filled.sum(axis=1) == 0] = 1.0
    return filled


def _roots(votes: Votes) -> Floats:
    """Shape (ballot, theme): the points of the sphere between which distances are measured."""
    filled = _filled(votes)
    roots: Floats = np.sqrt(filled / filled.sum(axis=1, keepdims=True))
    return roots


def _tree(places: Floats) -> Floats:
    from scipy.cluster.hierarchy import linkage  # here, because it takes a second and most pages do without

    found: Floats = linkage(places, "ward")
    return found


def _cut(tree: Floats, groups: int) -> Labels:
    from scipy.cluster.hierarchy import fcluster

    found: Labels = fcluster(tree, groups, "maxclust").astype(np.int64)
    return found


def _divide(places: Floats, minimum: int) -> tuple[float, Labels] | None:
    """Highest silhouette with its division; of equals the one with fewer groups. None when a group is always small."""
    best: tuple[float, Labels] | None = None
    distances = _distances(places)
    for labels in _divisions(places):
        if np.bincount(labels)[1:].min() >= minimum:
            silhouette = _silhouette(distances, labels)
            if best is None or silhouette > best[0] + 1e-9:
                best = silhouette, labels
    return best


def _divisions(places: Floats) -> Iterator[Labels]:
    tree = _tree(places)
    for groups in range(2, MOST_GROUPS + 1):
        labels = _cut(tree, groups)
        if labels.max() == groups:
            yield labels


def _distances(places: Floats) -> Floats:
    squares = (places**2).sum(axis=1)
    found: Floats = np.sqrt(np.maximum(squares[:, np.newaxis] + squares - 2 * places @ places.T, 0.0))
    return found


def _silhouette(distances: Floats, labels: Labels) -> float:
    """How much nearer people are to their own group than to the nearest other, on average: -1 to 1.

    Args:
        distances: shape (person, person).
        labels: shape (person,), from 1 without a gap, at least two people each.
    """
    members = labels[:, np.newaxis] == np.arange(1, labels.max() + 1)
    sizes = members.sum(axis=0)
    means = distances @ members / np.where(members, sizes - 1, sizes)
    own = means[members]
    other = np.where(members, np.inf, means).min(axis=1)
    largest = np.maximum(own, other)
    return float(np.where(largest > 0, (other - own) / np.where(largest > 0, largest, 1.0), 0.0).mean())


def _floor(places: Floats, minimum: int) -> float:
    """The silhouette to be passed: ``FLOOR``, or the highest of rooms without groups."""
    found = (_divide(room, minimum) for room in _without_groups(places))
    return max((FLOOR, *(best[0] for best in found if best is not None)))


def _without_groups(places: Floats) -> Iterator[Floats]:
    """Rooms with the same middle and spread: normal clouds, dense in the middle, and even ones with straight edges."""
    chance = np.random.default_rng(SEED)
    middle, spread = places.mean(axis=0), np.cov(places.T).reshape(places.shape[1], places.shape[1])
    lengths, axes = np.linalg.eigh(spread)
    stretch = axes * np.sqrt(np.maximum(lengths, 0.0))
    size, edge = (min(len(places), ROOM_SIZE), places.shape[1]), math.sqrt(3)  # even from -edge to edge: a spread of 1
    for _ in range(ROOMS):
        yield middle + chance.normal(size=size) @ stretch.T
        yield middle + chance.uniform(-edge, edge, size) @ stretch.T


def _stable(places: Floats, labels: Labels) -> bool:
    """Whether the same groups are found whichever tenth is left out."""
    part = np.arange(len(places)) % PARTS
    for out in range(PARTS):
        kept = part != out
        again = _cut(_tree(places[kept]), int(labels.max()))
        if adjusted_rand(again, labels[kept]) < RECOVERED:
            return False
    return True


def _group(votes: Votes, shares: Floats, rows: Ints, minimum: int) -> LikeMinded:
    clearly = ALIKE / len(votes.case.themes)
    others = np.setdiff1d(np.arange(len(votes)), rows)
    more: list[ThemeOfGroup] = []
    less: list[ThemeOfGroup] = []
    for theme, column in zip(votes.case.themes, shares.T, strict=True):
        own, rest, room = (known(part) for part in (column[rows], column[others], column))
        if min(own.size, rest.size) < minimum:
            continue
        here, there, all_of_them = (float(np.median(part)) for part in (own, rest, room))
        if abs(here - there) >= clearly - 1e-9:
            found = ThemeOfGroup(theme.id, round(here, 2), round(there, 2), round(all_of_them, 2))
            (more if here > there else less).append(found)
    return LikeMinded(tuple(rows.tolist()), tuple(more), tuple(less))


def _given(votes: Votes, group: LikeMinded) -> tuple[tuple[float, ...], ...]:
    """What its people gave, to order groups of one size by."""
    given = np.nan_to_num(votes.points[list(group.rows)], nan=-1.0)
    return tuple(tuple(row) for row in given.tolist())
