"""A case and a weighing become one comparison: scores, weights, totals, what decided it, and when it flips."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from cases.definition.model import Case
from mcda.compare import differences, ranks
from mcda.inputs import TIE, Bools, Floats, Ints
from mcda.tipping import Segment, TippingPoint, tipping_point, totals_at_ends, winner_segments
from mcda.value import contributions, group_contributions, total_intervals, total_scores
from mcda.weights import weights_of_groups
from texts.numbers import STEADY
from weighing.arrays import CaseArrays, arrays, weights
from weighing.open_box import OpenBox, open_box, within_themes
from weighing.requirements_tested import contenders
from weighing.sure_order import surely_behind
from weighing.theme_lines import can_move, line_scores, unknown_along
from weighing.weighing import Weighing

EQUAL_WITHIN = 0.5
"""Totals that differ by less than this many points are called equal: the doubt in the effects is always larger."""


@dataclass(frozen=True)
class Comparison:
    """All that follows from one case and one weighing. Arrays are in the order of the case."""

    case: Case
    weighing: Weighing
    arrays: CaseArrays
    weights: Floats
    """Shape (summed criterion,), sums to 1."""
    requirements_off: tuple[str, ...] = ()
    """Hard requirements that are left out; whoever shows the result says so beside it."""
    inside: tuple[bool, ...] | None = None
    """Shape (summed criterion,): the criteria that are looked at (now, later or elsewhere); None for all."""

    @cached_property
    def contenders(self) -> tuple[int, ...]:
        """The alternatives that may come first: they fail no hard requirement. Empty when all of them fail."""
        return contenders(self.case, self.requirements_off)

    @cached_property
    def in_race(self) -> tuple[int, ...]:
        """The contenders that could be a reasonable first: not nowhere better than another contender (record 0013).

        Alternatives that cannot be told apart are all in it.
        """
        worse = self.arrays.nowhere_better & ~self.arrays.nowhere_better.T
        return tuple(row for row in self.contenders if not worse[row, list(self.contenders)].any())

    @cached_property
    def totals(self) -> Floats:
        """Shape (alternative,), 0 to 100. NaN where an effect that carries weight is not known."""
        return total_scores(self.arrays.scores, self.weights)

    @cached_property
    def effect_intervals(self) -> Floats:
        """Shape (alternative, 2): the total when every unknown effect is as bad, and as good, as the range stated
        for it allows, or else the range of the criterion."""
        return total_intervals(self.arrays.scores, self.weights, self.arrays.lowest, self.arrays.highest)

    @cached_property
    def intervals(self) -> Floats:
        """As ``effect_intervals``, and for every weight that the themes could have of which somebody does not know."""
        return self.unsure_box.ranges if self.unsure else self.effect_intervals

    @cached_property
    def unsure(self) -> tuple[int, ...]:
        """Places of the themes of which the person said not to know, as far as they hold what is looked at."""
        asked = [theme.id in self.weighing.unsure for theme in self.case.themes]
        if self.inside is None:
            return tuple(np.flatnonzero(asked).tolist())
        counts = within_themes(self.case, self.weighing) * self.inside > 0
        return tuple(place for place in np.flatnonzero(asked).tolist() if counts[self.arrays.theme_of == place].any())

    @cached_property
    def open(self) -> tuple[int, ...]:
        """Places of the themes without points: not weighed yet, or not known."""
        given = self.weighing.theme_points
        return tuple(place for place, theme in enumerate(self.case.themes) if theme.id not in given)

    @cached_property
    def unsure_box(self) -> OpenBox:
        """Every weighting that fits what the person said; a theme that was not weighed yet stays without weight."""
        return open_box(self.case, self.weighing, self.arrays, self.unsure, self.inside)

    @cached_property
    def may_be_first(self) -> tuple[int, ...]:
        """Contenders that come first at different weights of what the person does not know; empty when it is one."""
        found = self.unsure_box.firsts(self.in_race) if self.unsure and self.undecided and self.contenders else ()
        return found if len(found) > 1 else ()

    @cached_property
    def can_change(self) -> bool:
        """True when some points for the open themes, the others as they are, put another alternative first.

        Also when nobody is clearly first now. False when no theme is open, or the contenders are one or none.
        """
        others = [row for row in self.contenders if row != self.first]
        if not self.open or not others:
            return False
        box = open_box(self.case, self.weighing, self.arrays, self.open)
        return self.undecided or bool(box.lead(self.first, others).min() < -TIE)

    @cached_property
    def contributions(self) -> Floats:
        """Shape (alternative, criterion), in points of the total."""
        return contributions(self.arrays.scores, self.weights)

    @cached_property
    def theme_contributions(self) -> Floats:
        """Shape (alternative, theme), in points of the total."""
        return group_contributions(self.contributions, self.arrays.theme_of, len(self.case.themes))

    @cached_property
    def known_theme_contributions(self) -> Floats:
        """As `theme_contributions`, with the least that an effect can give that is not known: what is certain."""
        least = contributions(self.arrays.lowest, self.weights)
        return group_contributions(least, self.arrays.theme_of, len(self.case.themes))

    @cached_property
    def theme_weights(self) -> Floats:
        """Shape (theme,), sums to 1."""
        return weights_of_groups(self.weights, self.arrays.theme_of, len(self.case.themes))

    @cached_property
    def theme_scores(self) -> Floats:
        """Shape (alternative, theme): the score within a theme, 0 to 100; NaN where the theme carries no weight."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(self.theme_weights > 0, self.theme_contributions / self.theme_weights, np.nan)

    @cached_property
    def known(self) -> bool:
        """True when no total depends on an unknown effect."""
        return bool(np.isfinite(self.totals).all())

    @property
    def one_theme(self) -> bool:
        """True when there is one theme only: it has all the weight, so no weight can move between themes."""
        return len(self.case.themes) == 1

    @cached_property
    def ranks(self) -> Ints:
        """1 is first; equal totals share a rank; 0 where the total is not known or a hard requirement is failed."""
        return ranks(np.where(np.isin(np.arange(len(self.totals)), self.contenders), self.totals, np.nan))

    @cached_property
    def by_total(self) -> tuple[int, ...]:
        """Alternatives from the highest to the lowest total; ties in the order of the case.

        In a tie one that is nowhere better than another contender stands behind those that are.
        """
        middle = np.round(self.intervals.mean(axis=1), STEADY)
        return tuple(sorted(range(len(middle)), key=lambda row: (-middle[row], row not in self.in_race, row)))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """As ``by_total``, with the alternatives that fail a hard requirement behind all others."""
        return tuple(sorted(self.by_total, key=lambda row: row not in self.rivals))

    @property
    def rivals(self) -> tuple[int, ...]:
        """The alternatives among which the first is looked for: the contenders, or all when there are none."""
        return self.contenders or tuple(range(len(self.case.alternatives)))

    @cached_property
    def passed_over(self) -> tuple[int, ...]:
        """The alternatives with a higher total than the first that fail a hard requirement, the highest first."""
        return self.by_total[: self.by_total.index(self.first)] if self.contenders else ()

    @property
    def first(self) -> int:
        """Row of what comes first; in a tie the earliest. It fails a hard requirement only when all alternatives do."""
        return self.order[0]

    @property
    def second(self) -> int:
        """Row of the alternative behind the first; it fails a hard requirement when the first alone does not."""
        return self.order[1]

    @cached_property
    def undecided(self) -> bool:
        """True when nobody may come first, or when the first two cannot be told apart.

        They cannot when they are equal, when an effect is not known, or when it depends on what the person does not
        know. One that is nowhere better than another contender leaves nothing open.
        """
        return bool(self.level_with_first) or not self.contenders

    @cached_property
    def level_with_first(self) -> tuple[int, ...]:
        """Those in the race that cannot be told apart from the first by their totals, the highest in front."""
        others = [row for row in self.in_race if row != self.first]
        near = [row for row in (self.near(others) if others else ()) if row not in self.surely_behind]
        return tuple(sorted(near, key=self.order.index))

    @cached_property
    def surely_behind(self) -> dict[int, int]:
        """Those in the race that cannot have the highest total at these weights, whatever is not known turns out to be.

        Each with one that is then at least half a point ahead of it.
        """
        return surely_behind(self.intervals, self.in_race, EQUAL_WITHIN)

    @cached_property
    def tied(self) -> bool:
        """True when the first cannot be told apart from others although all their effects are known."""
        level = self.level_with_first
        return bool(level) and not self.unsure and bool(np.isfinite(self.totals[[self.first, *level]]).all())

    def near(self, others: Sequence[int]) -> tuple[int, ...]:
        """Those of the others that cannot be told apart from the first, by their totals."""
        if self.unsure:
            leads = self.unsure_box.lead(self.first, others)
        else:
            leads = self.intervals[self.first, 0] - self.intervals[list(others), 1]
        return tuple(row for row, lead in zip(others, leads, strict=True) if round(float(lead), STEADY) < EQUAL_WITHIN)

    def theme_differences(self, first: int, second: int) -> Floats:
        """Shape (theme,): how many points each theme gives `first` over `second`; sums to the difference in totals."""
        return np.round(differences(self.theme_contributions, first, second), STEADY)

    def criterion_differences(self, first: int, second: int) -> Floats:
        """Shape (summed criterion,): as `theme_differences`, per criterion."""
        return np.round(differences(self.contributions, first, second), STEADY)

    @cached_property
    def tipping_points(self) -> tuple[TippingPoint | None, ...]:
        """Per theme: when another alternative comes first if only its weight changes, the rest in proportion.

        Open themes too: from no weight at all to all weight.

        None where nobody can say: with more weight on the theme an effect would count that is not known. Raises
        ValueError when an effect that carries weight now is not known.
        """
        return tuple(self._tipping_point(group) if known else None for group, known in self._lines)

    @cached_property
    def segments(self) -> tuple[tuple[Segment, ...], ...]:
        """Per theme: who comes first as its weight goes from nothing to everything; empty where nobody can say.

        Raises as `tipping_points`.
        """
        return tuple(
            tuple(
                replace(segment, winner=self.rivals[segment.winner])
                for segment in winner_segments(self._line_scores[list(self.rivals)], self.weights, group)
            )
            if known
            else ()
            for group, known in self._lines
        )

    @cached_property
    def dark(self) -> tuple[int, ...]:
        """Places of the themes of which nobody can say when they flip the order: an effect would start to count that is
        not known. Raises as ``tipping_points``."""
        return tuple(place for place, (group, known) in enumerate(self._lines) if not known and can_move(group))

    def theme_lines(self, theme: int) -> tuple[Floats, Floats, float]:
        """Totals if this theme weighs nothing, totals if it weighs everything, and its share now.

        In between every total is a straight line. Raises ValueError when an effect that carries weight somewhere along
        the way is not known.
        """
        return totals_at_ends(self._line_scores, self.weights, self._groups[theme])

    @property
    def rival_scores(self) -> Floats:
        """Shape (rival, criterion): the scores of ``rivals``, in that order."""
        return self.arrays.scores[list(self.rivals)]

    @cached_property
    def _line_scores(self) -> Floats:
        within = within_themes(self.case, self.weighing)
        return line_scores(self.arrays.scores, self.weights, within, self._groups)

    def _tipping_point(self, group: Bools) -> TippingPoint:
        found = tipping_point(self._line_scores[list(self.rivals)], self.weights, group)
        lower, upper = (None if row is None else self.rivals[row] for row in (found.lower_winner, found.upper_winner))
        return replace(found, lower_winner=lower, upper_winner=upper)

    @cached_property
    def _lines(self) -> list[tuple[Bools, bool]]:
        """Per theme its criteria, and whether the order can be followed from no weight to all weight."""
        scores, weights = self._line_scores, self.weights
        return [(group, can_move(group) and not unknown_along(group, scores, weights)) for group in self._groups]

    @cached_property
    def _groups(self) -> list[Bools]:
        return [self.arrays.theme_of == theme for theme in range(len(self.case.themes))]


def compare(case: Case, weighing: Weighing, requirements_off: Collection[str] = ()) -> Comparison | None:
    """The comparison for this weighing, or None as long as nothing was weighed.

    Open themes carry no weight in ``weights`` and all that follows from them; ``intervals``, ``undecided`` and
    ``can_change`` say what that leaves open, and the screen says so.

    Args:
        case: the case.
        weighing: what was said about the steps.
        requirements_off: ids of hard requirements to leave out.
    """
    if not weighing.started:
        return None
    return Comparison(
        case,
        weighing,
        arrays(case, weighing.ranges),
        weights(case, weighing.theme_points, weighing.criterion_points),
        tuple(requirements_off),
    )
