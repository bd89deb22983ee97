"""What may be shown, so that nobody is found by taking one number from another.

Two guards. Results are made from snapshots of ballots, and a snapshot is released only when no sum and no difference of
released results, this one included, rests on one to a few ballots (``may_release``). And in a table whose small counts
are hidden, so much more is hidden that what is left gives none of them away (``hidden_cells``).

References:
    Denning, Denning and Schwartz (1979), The tracker: a threat to statistical database security, ACM TODS 4, 76-96.
    Hundepool et al. (2012), Statistical Disclosure Control, ch. 4 (secondary suppression, protection intervals).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from mcda.inputs import Bools, Floats, Ints
from workshop.group.votes import refuse_small

Snapshot = frozenset[tuple[str, int]]
"""Ballots as (id, revision): each id once, a changed ballot has another revision."""

MOST_TRIED = 2000
"""Combinations of small parts that are looked at; beyond it a snapshot is refused."""


def may_release(candidate: Snapshot, released: Sequence[Snapshot], minimum: int) -> bool:
    """Whether results of this snapshot may be shown beside those that were shown before.

    Ballots that are in the same snapshots cannot be told apart by any results of those: they form a part. Adding and
    subtracting results can leave a few parts only if the snapshots, looked at without these parts, have less to tell
    than with them (a lower rank). No such few parts may hold fewer than ``minimum`` ballots. So in particular a
    snapshot has no ballots or at least ``minimum``, and two differ by none or by at least that many.

    Args:
        candidate: the ballots now.
        released: what was released before, in any order.
        minimum: ballots in the smallest group that may be shown, at least 7.

    Raises:
        ValueError: a ballot that is twice in one snapshot, or a minimum below 7.
    """
    refuse_small(minimum)
    snapshots = list(dict.fromkeys([*released, candidate]))
    if any(len({ballot for ballot, _ in snapshot}) < len(snapshot) for snapshot in snapshots):
        raise ValueError("a ballot is in a snapshot once, with one revision")
    parts: dict[tuple[bool, ...], set[str]] = {}
    for ballot in frozenset[tuple[str, int]]().union(*snapshots):
        pattern = tuple(ballot in snapshot for snapshot in snapshots)
        parts.setdefault(pattern, set()).add(ballot[0])
    patterns = np.array(list(parts), dtype=float).reshape(len(parts), len(snapshots))
    members = list(parts.values())
    small = [place for place, inside in enumerate(members) if len(inside) < minimum]
    if not small or _rank(np.delete(patterns, small, axis=0)) == _rank(patterns):
        return True
    for tried, few in enumerate(_few(small, members, minimum)):
        if tried == MOST_TRIED or _rank(np.delete(patterns, few, axis=0)) < _rank(patterns):
            return False
    return True


def hidden_cells(counts: Ints, lines: Sequence[Bools], minimum: int, *, hide_zeros: bool = False) -> Bools | None:
    """Which counts of a table to hide when the sums of these lines may be known.

    Hidden are counts from 1 to ``minimum`` - 1, and then, in every line in which one hidden count is alone or the
    hidden ones together are fewer than ``minimum``, the smallest count that is left, until no line has that.

    Args:
        counts: shape (cell,), none below 0.
        lines: each of shape (cell,), True for its cells: rows, columns, the whole, and what else is told.
        minimum: the smallest count that is shown, at least 7.
        hide_zeros: hide a count of 0 as a small one, so that a line without small counts is not known to the last
            person.

    Returns:
        Shape (cell,), True to hide; None when the table as a whole must be withheld, because somebody could still tell
        that a hidden count lies between 1 and ``minimum`` - 1.
    """
    refuse_small(minimum)
    hidden = (counts < minimum) & ((counts > 0) | hide_zeros)
    while True:
        more = [_next(counts, hidden, line, minimum) for line in lines]
        found = [cell for cell in more if cell is not None]
        if not found:
            given_away = _given_away(counts, hidden, lines, minimum)
            if given_away is None:
                return hidden
            beside = np.any([line for line in lines if line[given_away]], axis=0)
            found = [cell for cell in [_smallest(counts, beside & ~hidden)] if cell is not None]
            if not found:
                return None
        hidden[min(found)] = True


def _few(small: Sequence[int], members: Sequence[set[str]], minimum: int) -> Iterator[list[int]]:
    """Every choice of small parts that together hold fewer than ``minimum`` ballots."""
    waiting: list[tuple[list[int], int, set[str]]] = [([], 0, set())]
    while waiting:
        chosen, start, inside = waiting.pop()
        if chosen:
            yield chosen
        for place in range(start, len(small)):
            together = inside | members[small[place]]
            if len(together) < minimum:
                waiting.append(([*chosen, small[place]], place + 1, together))


def _rank(patterns: Floats) -> int:
    return int(np.linalg.matrix_rank(patterns)) if patterns.size else 0


def _next(counts: Ints, hidden: Bools, line: Bools, minimum: int) -> int | None:
    """The next cell to hide in a line; the smallest with somebody in it, and the first of equals."""
    inside = line & hidden
    together, alone = int(counts[inside].sum()), int(inside.sum()) == 1
    return _smallest(counts, line & ~hidden) if alone or 0 < together < minimum else None


def _smallest(counts: Ints, left: Bools) -> int | None:
    places = np.flatnonzero(left)
    return int(min(places, key=lambda cell: (counts[cell] == 0, counts[cell], cell))) if places.size else None


def _given_away(counts: Ints, hidden: Bools, lines: Sequence[Bools], minimum: int) -> int | None:
    """A hidden count of which the sums tell that it lies between 1 and ``minimum`` - 1."""
    few = np.flatnonzero(hidden & (counts > 0) & (counts < minimum))
    found = zip(few, _intervals(counts, hidden, lines, few), strict=True)
    return next((int(cell) for cell, (low, high) in found if low >= 1 and high < minimum), None)


def _intervals(counts: Ints, hidden: Bools, lines: Sequence[Bools], cells: Ints) -> Iterator[tuple[float, float]]:
    """What can be worked out of these hidden cells: the lowest and the highest that fits the sums of all lines."""
    from scipy.optimize import linprog  # here, because it takes half a second and most pages do without

    places = np.flatnonzero(hidden)
    known = np.array([line[places] for line in lines], dtype=float)
    sums = np.array([counts[line & hidden].sum() for line in lines], dtype=float)
    for cell in cells:
        aim = (places == cell).astype(float)
        ends = (linprog(side * aim, A_eq=known, b_eq=sums, method="highs") for side in (1, -1))
        low, high = (end.fun for end in ends)
        yield round(low, 6), round(-high, 6)
