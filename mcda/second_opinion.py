"""Other methods on the same performances. They may agree or differ; methods do not vote.

Offered are six methods that never rank an alternative below one that it dominates. Two that pymcdm has are left out on
purpose: COPRAS (pymcdm 1.4.0 adds the costs to the benefits, so the dearest comes first) and AROMAN (a dominated
alternative may win).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt

from mcda.compare import ranks
from mcda.distance_methods import spotis_distance, topsis_closeness, vikor_compromise, vikor_set
from mcda.inputs import Floats, Ints, as_numbers
from mcda.outranking import promethee_net_flow
from mcda.problem import NoAnswerError, Reason
from mcda.ratio_methods import edas_appraisal, marcos_utility

__all__ = [
    "NoAnswerError",
    "Opinion",
    "agreement",
    "edas_appraisal",
    "marcos_utility",
    "promethee_net_flow",
    "second_opinions",
    "spotis_distance",
    "topsis_closeness",
    "vikor_compromise",
    "vikor_set",
]

EQUAL_VALUES = 1e-9
"""Values of a method (all run on a scale of about 1) that differ by no more than this share a place."""


@dataclass(frozen=True, eq=False)
class Opinion:
    """What one method says, or why it says nothing."""

    method: str
    """"topsis", "vikor", "promethee", "spotis", "marcos" or "edas"."""
    values: Floats | None
    """Shape (alternative,), as the method's own function returns them: lower is better for VIKOR and SPOTIS."""
    ranks: Ints | None
    """Shape (alternative,); 1 is best, equals share the best place; so do all that VIKOR offers as its compromise."""
    refusal: Reason | None
    """Why there are no values: "alone", "unknown", "equal", "negative", "zero" or "outside"; see ``mcda.problem``."""
    message: str | None
    """The same in plain words."""


def second_opinions(
    performances: npt.ArrayLike,
    weights: npt.ArrayLike,
    better_is_higher: npt.ArrayLike,
    bounds: npt.ArrayLike,
    indifference: npt.ArrayLike,
    preference: npt.ArrayLike,
) -> tuple[Opinion, ...]:
    """What every offered method says about the same alternatives.

    Args:
        performances: as for ``topsis_closeness``.
        weights: as for ``topsis_closeness``.
        better_is_higher: as for ``topsis_closeness``.
        bounds: ranges of the criteria, as for ``spotis_distance``.
        indifference: thresholds, as for ``promethee_net_flow``.
        preference: thresholds, as for ``promethee_net_flow``.

    Returns:
        One opinion for each method, always all six and in the same order: TOPSIS, VIKOR (v = 0.5), PROMETHEE II,
        SPOTIS, MARCOS, EDAS. A method that has no answer says why and has neither values nor ranks.

    Raises:
        ValueError: what is given does not fit together, is infinite or negative where it may not be; as for the
            functions of the methods.
    """
    given = (performances, weights, better_is_higher)
    return (
        _ask("topsis", partial(topsis_closeness, *given), sign=1),
        _ask_vikor(*given),
        _ask("promethee", partial(promethee_net_flow, *given, indifference, preference), sign=1),
        _ask("spotis", partial(spotis_distance, *given, bounds), sign=-1),
        _ask("marcos", partial(marcos_utility, *given), sign=1),
        _ask("edas", partial(edas_appraisal, *given), sign=1),
    )


def agreement(ranks_by_method: npt.ArrayLike) -> Floats:
    """How well the rankings of several methods agree: Kendall's tau-b of every two.

    Args:
        ranks_by_method: shape (method, alternative), places from 1; equals may share a place. At least two
            alternatives.

    Returns:
        Shape (method, method): 1 for the same order, -1 for the opposite one, 1 on the diagonal. NaN beside the
        diagonal where a ranking puts all alternatives on one place: it has no order to compare.

    Raises:
        ValueError: the shape does not fit, or a place is not known, infinite or below 1.

    Reference:
        Kendall (1945), The treatment of ties in ranking problems, Biometrika 33(3), 239-251.
    """
    places = as_numbers(ranks_by_method, "ranks")
    if places.ndim != 2 or len(places) == 0 or places.shape[1] < 2:
        raise ValueError(f"ranks must have the shape (method, two alternatives or more), not {places.shape}")
    if not (np.isfinite(places) & (places >= 1)).all():
        raise ValueError("ranks must be known places from 1; leave a method without an answer out")
    order = np.sign(places[:, :, np.newaxis] - places[:, np.newaxis, :]).reshape(len(places), -1)
    shared = order @ order.T
    pairs = np.diag(shared)
    with np.errstate(invalid="ignore"):
        tau: Floats = shared / np.sqrt(np.outer(pairs, pairs))
    np.fill_diagonal(tau, 1.0)
    return tau


def _ask_vikor(performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike) -> Opinion:
    found = _ask("vikor", partial(vikor_compromise, performances, weights, better_is_higher), sign=-1)
    if found.ranks is None:
        return found
    return replace(found, ranks=np.where(vikor_set(performances, weights, better_is_higher), 1, found.ranks))


def _ask(method: str, answer: Callable[[], Floats], sign: int) -> Opinion:
    try:
        values = answer()
    except NoAnswerError as refused:
        return Opinion(method, None, None, refused.reason, str(refused))
    return Opinion(method, values, ranks(sign * values, EQUAL_VALUES), None, None)
