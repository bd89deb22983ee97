"""A result in three parts that are never only inside a total: here and now, later, and elsewhere. Decision record 0008.

Within each part the criteria keep the proportions of the weights. The three parts can be looked at apart, and nothing
here adds them. A theme of which the person does not know has, within a part too, every weight that it could have there.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

import numpy as np

from cases.definition.model import Case
from mcda.inputs import Bools, Floats
from weighing.arrays import RangeChoice, arrays
from weighing.comparison import Comparison
from weighing.coverage import says_topics
from weighing.open_box import given_points, within_themes
from weighing.score_draws import always_first_shares, first_shares
from weighing.verdict import UNDECIDED_COUNT, count_of_100
from weighing.weighing import from_weights

Dimension = Literal["now", "later", "elsewhere"]
Rule = Literal["themes", "topics", "dimensions"]
"""What counts the same: each theme, each topic of the monitor, or each of now, later and elsewhere. None is neutral."""

DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

FAIR_RULES: tuple[Rule, ...] = ("topics", "dimensions")
"""The two that are shown beside each other because both sound fair."""

POINT_DECIMALS = 9
"""Points that stand for weights made by a rule: so many decimals that no order depends on them."""


@dataclass(frozen=True)
class Part:
    """What a comparison says about one of the three."""

    dimension: Dimension
    criteria: tuple[str, ...]
    """In the sum, in its order."""
    weight: float
    """Share of all weight, 0 to 1, with nothing for the themes that are not known."""
    weights: tuple[float, float]
    """The lowest and the highest share that this part could have."""
    contributions: Floats
    """Shape (alternative,), in points of the total; NaN where an effect that carries weight is not known. As
    ``weight``."""
    contribution_ranges: Floats
    """Shape (alternative, 2): the lowest and the highest that these could be; NaN as in ``contributions``."""
    inside: Comparison | None
    """The comparison on these criteria alone, with their own proportions. When they carry no weight they count
    equally here. None when no criterion in the sum is about this part."""

    @property
    def equal(self) -> bool:
        """True when ``inside`` counts the criteria equally because they carry no weight."""
        return self.weights[1] == 0

    @cached_property
    def shares(self) -> Floats | None:
        """Shape (alternative,): how often each comes first on these criteria if the effects turn out otherwise."""
        if self.inside is None:
            return None
        here = self.inside
        if here.unsure:
            within = within_themes(here.case, here.weighing) * np.array(here.inside)
            points = given_points(here.case, here.weighing)
            return always_first_shares(here.case, here.weighing.ranges, points, here.unsure, within, here.rivals)
        return first_shares(here.case, here.weighing.ranges, here.weights, rivals=here.rivals)

    @property
    def decided(self) -> bool:
        """False when nobody can say who comes first here: too close, not known, or too seldom first (record 0013)."""
        if self.inside is None or self.shares is None or self.inside.undecided:
            return False
        return count_of_100(float(self.shares[self.inside.first])) >= UNDECIDED_COUNT


def parts(comparison: Comparison) -> tuple[Part, ...]:
    """Now, later and elsewhere, in this order; all three are always there."""
    return tuple(_part(comparison, dimension) for dimension in DIMENSIONS)


def rules(case: Case) -> tuple[Rule, ...]:
    """The two rules that sound fair, as far as the case says what they need."""
    return FAIR_RULES if says_topics(case) else ("dimensions",)


def by_rule(case: Case, rule: Rule, ranges: RangeChoice = "main", requirements_off: Collection[str] = ()) -> Comparison:
    """The comparison when the weight is divided by a rule and not by a person.

    ``themes``: every theme with a criterion in the sum counts the same. ``topics``: every topic of the Dutch
    Monitor of Well-being that has a criterion in the sum counts the same; criteria without a topic are one more.
    ``dimensions``: now, later and elsewhere count the same, as far as a criterion in the sum is about them. Inside, the
    criteria count equally.
    """
    keys: dict[Rule, list[str]] = {
        "themes": [criterion.theme for criterion in case.summed],
        "topics": [criterion.monitor_topic or "" for criterion in case.summed],
        "dimensions": [criterion.time_place for criterion in case.summed],
    }
    groups = np.unique(keys[rule], return_inverse=True)[1]
    sizes = np.bincount(groups)
    weights = 1 / (len(sizes) * sizes[groups])
    weighing = from_weights(case, weights, ranges, POINT_DECIMALS)
    return Comparison(case, weighing, arrays(case, ranges), weights, tuple(requirements_off))


def _part(comparison: Comparison, dimension: Dimension) -> Part:
    case = comparison.case
    inside = np.array([criterion.time_place == dimension for criterion in case.summed])
    weight = float(comparison.weights[inside].sum())
    contributions = comparison.contributions[:, inside].sum(axis=1)
    weights, ranges = (weight, weight), np.column_stack([contributions, contributions])
    if comparison.unsure:
        weights, ranges = _of_total(comparison, inside)
    return Part(
        dimension=dimension,
        criteria=tuple(criterion.id for criterion in case.summed if criterion.time_place == dimension),
        weight=weight,
        weights=weights,
        contributions=contributions,
        contribution_ranges=ranges,
        inside=_apart(comparison, inside) if inside.any() else None,
    )


def _of_total(comparison: Comparison, inside: Bools) -> tuple[tuple[float, float], Floats]:
    """The lowest and the highest share of these criteria in all weight, and of their points in every total."""
    table, box = comparison.arrays, comparison.unsure_box
    within = np.where(inside, within_themes(comparison.case, comparison.weighing), 0.0)
    members = table.theme_of[:, np.newaxis] == np.arange(len(comparison.case.themes))
    held = (within @ members)[np.newaxis]
    low, high = box.means(held, held)[0].tolist()
    counts: Bools = box.points > 0
    counts[list(box.open)] = True
    carries = (within > 0) & counts[table.theme_of]
    points = np.where(carries, table.scores * within, 0.0)
    known = np.nan_to_num(points) @ members
    ranges = box.means(known, known)
    ranges[np.isnan(points).any(axis=1)] = np.nan
    return (low, high), ranges


def _apart(comparison: Comparison, inside: Bools) -> Comparison:
    kept = np.where(inside, comparison.weights, 0.0)
    shares: Floats = kept / kept.sum() if kept.any() else inside / inside.sum()
    return replace(comparison, weights=shares, inside=tuple(inside.tolist()))
