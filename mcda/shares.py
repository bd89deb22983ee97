"""Which share of all weightings puts one alternative ahead of another? Exact under the additive model, not sampled.

"All weightings" are the weights >= 0 that sum to 1, each as likely as any other (uniform on the simplex). The lead of
one alternative over another is then a mean of its differences per criterion with random weights, and its distribution
is a B-spline with those differences as knots. The textbook formulas lose all digits when differences are close or
equal; the recursion here only takes means of two shares, so it keeps them, also when the share is very small.

A lead of exactly 0 is not ahead. Unless all differences are 0, such ties have no share.

Reference:
    Ali (1973), Content of the frustum of a simplex, Pacific Journal of Mathematics 48(2), 313-322, and Varsi (1973),
    The multidimensional content of the frustum of the simplex, same journal 46(1), 303-314 (the recursion).
    Curry and Schoenberg (1966), On Polya frequency functions IV, Journal d'Analyse Mathematique 17, 71-107 (B-spline).
"""

import math
from itertools import combinations

import numpy as np
import numpy.typing as npt

from mcda.inputs import (
    LARGEST,
    TIE,
    Floats,
    as_all_groups,
    as_number,
    as_numbers,
    as_points,
    as_rivals,
    as_vector,
    as_within,
)


def share_ahead(differences: npt.ArrayLike, margin: float = 0.0) -> float:
    """Share of all weightings in which A leads B by more than ``margin``.

    Args:
        differences: shape (criterion,), score of A minus score of B, in points (or any one unit).
        margin: lead to be exceeded, in the same unit; below 0 it is an arrears that is still accepted.

    Returns:
        0 to 1; relative error below 1e-12, also of the smallest shares.

    Raises:
        ValueError: a number is not finite (a score that is not known has no difference) or beyond 1e150.
    """
    return _share(_beyond_margin(as_vector(differences, "differences"), margin))


def share_ahead_in_order(differences: npt.ArrayLike, margin: float = 0.0) -> float:
    """Share in which A leads B by more than ``margin``, among the weightings that keep the order of the criteria.

    The corners of that set put equal weight on the first 1, 2, 3, ... criteria, so the knots are running means.

    Args:
        differences: shape (criterion,), score of A minus score of B, from the heaviest criterion to the lightest.
        margin: lead to be exceeded, in the same unit.

    Returns:
        0 to 1: the share of the weightings with w[0] >= w[1] >= ...

    Raises:
        ValueError: as for ``share_ahead``.
    """
    steps = as_vector(differences, "differences").tolist()
    means = np.array([math.fsum(steps[:count]) / count for count in range(1, len(steps) + 1)])
    return _share(_beyond_margin(means, margin))


def share_ahead_with_minimum(differences: npt.ArrayLike, minimum: npt.ArrayLike, margin: float = 0.0) -> float:
    """Share in which A leads B by more than ``margin``, among the weightings with at least the minimum everywhere.

    Args:
        differences: shape (criterion,), score of A minus score of B.
        minimum: shape (criterion,), lowest weight of each criterion; none below 0, together at most 1.
        margin: lead to be exceeded, in the unit of the differences.

    Returns:
        0 to 1. If the minimum weights add up to 1 they are the only weighting, and the share is 0 or 1.

    Raises:
        ValueError: as for ``share_ahead``, or the minimum weights do not fit.
    """
    steps, floor = as_vector(differences, "differences"), as_points(minimum, "minimum weights")
    if floor.size != steps.size:
        raise ValueError(f"{floor.size} minimum weights were given for {steps.size} criteria")
    fixed = math.fsum(floor)
    if fixed > 1 + 1e-9:
        raise ValueError(f"the minimum weights add up to {fixed:g}; together they can be at most 1")
    corners = max(0.0, 1 - fixed) * steps + math.fsum(floor * steps)
    return _share(_beyond_margin(corners, margin))


def central_weights_of_pair(differences: npt.ArrayLike) -> Floats:
    """Mean of all weightings in which A is ahead of B: the typical preference of somebody who would choose A.

    Counting criterion j twice makes a weighting likelier in proportion to w[j], which gives the mean of w[j].

    Args:
        differences: shape (criterion,), score of A minus score of B.

    Returns:
        Shape (criterion,), sums to 1. NaN if A is never ahead (or in a share too small for a number, below 1e-300).

    Raises:
        ValueError: as for ``share_ahead``.
    """
    knots = _beyond_margin(as_vector(differences, "differences"), 0.0)
    doubled = np.array([_share([*knots, knot]) for knot in knots])
    total = doubled.sum()
    return doubled / total if total > 1e-300 else np.full(doubled.size, np.nan)


def pair_shares(
    scores: npt.ArrayLike, groups: npt.ArrayLike | None = None, within: npt.ArrayLike | None = None
) -> Floats:
    """Share of all weightings in which each alternative is ahead of each other.

    Args:
        scores: shape (alternative, criterion), 0 to 100, all known; at least two alternatives.
        groups: shape (criterion,), number of the group (theme) of each criterion, from 0 without a gap. With groups,
            all weightings of the groups are looked at, while the shares within each group stay as given.
        within: shape (criterion,), share of each criterion within its group; sums to 1 in every group. A score with
            share 0 may be unknown (NaN).

    Returns:
        Shape (alternative, alternative): [i, j] is the share in which i is strictly ahead of j; 0 on the diagonal.
        The share of ties is 1 - [i, j] - [j, i]. Differences up to 1e-9 point count as none.

    Raises:
        ValueError: a score is not known (NaN) or infinite, there is only one alternative, or groups and shares do
            not fit each other and the scores.
    """
    units = _per_unit(as_rivals(scores), groups, within)
    shares = np.zeros((len(units), len(units)))
    for i, j in combinations(range(len(units)), 2):
        lead = _without_rounding(units[i] - units[j])
        shares[i, j], shares[j, i] = _share(lead.tolist()), _share((-lead).tolist())
    return shares


def shares_of_draws(
    draws: npt.ArrayLike, groups: npt.ArrayLike | None = None, within: npt.ArrayLike | None = None
) -> tuple[Floats, Floats]:
    """Like ``pair_shares`` for scores in doubt: exact in the weights for each draw of the scores, then the mean.

    Args:
        draws: shape (sample, alternative, criterion), scores that could be; all known.
        groups: as for ``pair_shares``.
        within: as for ``pair_shares``.

    Returns:
        Two of shape (alternative, alternative): the shares, and their standard errors (standard deviation over the
        draws, divided by the root of their number; cautious when the draws are spread evenly, as Sobol points are).
        NaN standard errors with a single draw.

    Raises:
        ValueError: as for ``pair_shares``, or the draws have another shape.
    """
    given = as_numbers(draws, "draws")
    if given.ndim != 3 or given.size == 0:
        raise ValueError(f"draws must have the shape (sample, alternative, criterion), not {given.shape}")
    n_draws, n_alternatives, n_criteria = given.shape
    as_rivals(given[0])
    flat = as_rivals(given.reshape(-1, n_criteria))
    units = np.ascontiguousarray(_per_unit(flat, groups, within).reshape(n_draws, n_alternatives, -1).T)
    shares, errors = np.zeros((2, n_alternatives, n_alternatives))
    for i, j in combinations(range(n_alternatives), 2):
        leads = _without_rounding(units[:, i] - units[:, j])
        ahead = _share_per_draw(leads)
        behind = np.where(leads.any(axis=0), 1 - ahead, 0.0)
        for a, b, share in ((i, j, ahead), (j, i, behind)):
            shares[a, b] = share.mean()
            errors[a, b] = share.std(ddof=1) / math.sqrt(n_draws) if n_draws > 1 else np.nan
    return shares, errors


def bounds_of_first(pair_shares: npt.ArrayLike) -> Floats:
    """Lowest and highest share in which each alternative can be ahead of all others, given the shares of the pairs.

    Nobody is first more often than ahead of its toughest rival. The other way round: where A is ahead of B, A fails
    to be first only if some C is level with or ahead of A; that is a share of at most 1 - [A, C], and at most [C, B],
    because C is then ahead of B too. The most telling B counts.

    Args:
        pair_shares: shape (alternative, alternative), from ``pair_shares`` or ``shares_of_draws``; the diagonal does
            not matter.

    Returns:
        Shape (alternative, 2), lowest and highest, 0 to 1. The two are equal for two alternatives.

    Raises:
        ValueError: the shape is not square, a share lies outside 0 to 1, or two opposite shares exceed 1 together.
    """
    ahead = as_numbers(pair_shares, "shares")
    if ahead.ndim != 2 or ahead.shape[0] != ahead.shape[1] or len(ahead) < 2:
        raise ValueError(f"pair shares must be square, of at least two alternatives, not of shape {ahead.shape}")
    ahead = np.where(np.eye(len(ahead), dtype=bool), 0.0, ahead)
    if not ((ahead >= 0) & (ahead <= 1)).all() or (ahead + ahead.T > 1 + 1e-9).any():
        raise ValueError("pair shares must lie within 0 to 1, and those of a pair must not exceed 1 together")
    bounds = np.zeros((len(ahead), 2))
    for a in range(len(ahead)):
        others = [b for b in range(len(ahead)) if b != a]
        highest = min(ahead[a, b] for b in others)
        spoilt = [sum(min(1 - ahead[a, c], ahead[c, b]) for c in others if c != b) for b in others]
        lowest = max(ahead[a, b] - lost for b, lost in zip(others, spoilt, strict=True))
        bounds[a] = min(max(0.0, lowest), highest), highest
    return bounds


def _share(knots: list[float]) -> float:
    """The share for some positive and some negative knots, from those with one knot fewer; a knot at 0 adds nothing.

    ``shares[k]`` belongs to the first k + 1 positive knots and the negative knots so far. More positive knots never
    lower a share, so ``share - last`` is not below 0 and nothing cancels.
    """
    ahead = [knot for knot in knots if knot > 0]
    if not ahead:
        return 0.0
    shares = [1.0] * len(ahead)
    for knot in knots:
        if knot < 0:
            last = 0.0
            shares = [last := last + up / (up - knot) * (share - last) for up, share in zip(ahead, shares, strict=True)]
    return shares[-1]


def _share_per_draw(leads: Floats) -> Floats:
    """``_share`` for leads of shape (criterion, draw): one value per draw.

    Sorted from high to low, the positive knots of each draw come first. A positive knot in the role of a negative one
    leaves the shares as they are (part = 1), and the other way round passes the last one on (part = 0), so all draws
    can take the same steps although their numbers of positive knots differ.
    """
    knots = np.sort(leads, axis=0)[::-1]
    positive = np.count_nonzero(knots > 0, axis=0)
    most, least = int(positive.max()), int(positive.min())
    up, down = np.maximum(knots, 0.0), np.maximum(-knots, 1e-300)
    shares = np.ones((most, leads.shape[1]))
    last: Floats = (up[0] > 0).astype(float)
    step = np.empty(leads.shape[1])
    for negative in range(max(least, 1), len(knots)):
        parts = up[: min(negative, most)]
        parts = parts / (parts + down[negative])
        last = np.zeros(leads.shape[1])
        for part, share in zip(parts, shares, strict=False):
            np.subtract(share, last, out=step)
            step *= part
            last += step
            share[:] = last
    return last


def _beyond_margin(differences: Floats, margin: float) -> list[float]:
    beyond: Floats = differences - as_number(margin, "the margin")
    if not (np.abs(beyond) <= LARGEST).all():
        raise ValueError("differences and margin must be finite and not beyond 1e150 to be calculated with")
    numbers: list[float] = beyond.tolist()
    return numbers


def _without_rounding(leads: Floats) -> Floats:
    return np.where(np.abs(leads) <= TIE, 0.0, leads)


def _per_unit(scores: Floats, groups: npt.ArrayLike | None, within: npt.ArrayLike | None) -> Floats:
    """Scores on whatever carries free weight: the criteria, or the groups with fixed shares within."""
    if (groups is None) != (within is None):
        raise ValueError("groups and the shares within them belong together; one of the two was not given")
    units = scores
    if groups is not None and within is not None:
        numbers = as_all_groups(groups, scores.shape[1])
        shares = as_within(within, numbers)
        members = np.where(numbers[:, np.newaxis] == np.arange(numbers.max() + 1), shares[:, np.newaxis], 0.0)
        units = np.where(shares == 0, 0.0, scores) @ members
    if np.isnan(units).any():
        raise ValueError("a score is not known, so nobody can say in which share of the weightings it leads")
    return units
