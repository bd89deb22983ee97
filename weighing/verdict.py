"""One word for how sure a comparison is, and what is behind it. The thresholds are decision record 0013.

A verdict is about one named weighting, never about all weightings together.
"""

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np

from mcda.flips import CommonFactor, SmallestShift, common_factor, smallest_shift
from mcda.information import InformationGain, information_gains
from mcda.inputs import TIE, Floats, Ints
from mcda.score_doubt import ScoreRanges
from texts.numbers import STEADY
from weighing.arrays import weights
from weighing.comparison import Comparison
from weighing.open_box import within_themes
from weighing.score_draws import SAMPLES, always_first_shares, first_shares, gain_of_knowing_all, score_doubt
from weighing.weighing import LARGEST

FIRM_COUNT = 90
"""Firm asks for the first place in at least this many out of 100 ways in which the effects may turn out."""

UNDECIDED_COUNT = 67
"""Below this count nobody can say which alternative comes first."""

FIRM_FACTOR = 1.5
"""Firm asks that the weights of the themes may all be off by this factor before another comes first."""

FIRM_SHIFT = 0.1
"""Firm asks that at least this share of all weight must change place between two criteria, or more of them, before
another comes first."""

FIRM_VARIED = 0.5
"""Firm asks that effects with a stated range, or that are not known, carry at least this share of the weight."""

Word = Literal["firm", "shaky", "undecided"]


def count_of_100(share: float) -> int:
    """A share as the whole count that is shown."""
    return int(100 * share + 0.5)


@dataclass(frozen=True)
class Verdict:
    """How sure the order of one comparison is. Needs an answer for all themes.

    Where the person does not know about a theme, everything here holds for every weight that it could have: a first
    place counts when it is one at all of them, and the weights are those at which the first stands worst.
    """

    comparison: Comparison

    @cached_property
    def shares(self) -> Floats:
        """Shape (alternative,): how often each comes first at these weights, if the effects turn out otherwise."""
        comparison = self.comparison
        case, ranges, rivals = comparison.case, comparison.weighing.ranges, comparison.rivals
        if comparison.unsure:
            within = within_themes(case, comparison.weighing)
            return always_first_shares(case, ranges, comparison.unsure_box.points, comparison.unsure, within, rivals)
        return first_shares(case, ranges, comparison.weights, rivals=rivals)

    @property
    def count(self) -> int:
        """Out of 100, as it is shown: what a reader sees is what is compared with the limits."""
        return count_of_100(float(self.shares[self.first]))

    @property
    def first(self) -> int:
        """Row of the alternative that comes first at these weights."""
        return self.comparison.first

    @cached_property
    def rival(self) -> int:
        """The other alternative that comes first most often; the second in the order when none ever does.

        That second fails a hard requirement when the first is the only one that does not. Where the person does not
        know about a theme it is the one that can come furthest ahead.
        """
        if self.comparison.unsure and not self._alone:
            rows = [row for row in self.comparison.rivals if row != self.first]
            return rows[int(self.comparison.unsure_box.lead(self.first, rows).argmin())]
        others = self.shares.copy()
        others[self.first] = -1.0
        return int(others.argmax()) if others.max() > 0 else self.comparison.second

    @cached_property
    def factor(self) -> CommonFactor | None:
        """By which factor the weights of the themes must be off before another comes first; None: no factor does."""
        if self._alone:
            return None
        rivals = self.comparison.rivals
        if not self.comparison.unsure:
            found = common_factor(self._scores, self.comparison.weights, self._themes)
            return found and replace(found, rival=rivals[found.rival])
        mine, nearest = rivals.index(self.first), None
        for place, row in enumerate(rivals):
            pair = self._scores[[mine, place]]
            found = common_factor(pair, self.hard_weights(row), self._themes) if place != mine else None
            if found is not None and (nearest is None or found.factor < nearest.factor):
                nearest = replace(found, rival=row)
        return nearest

    def hard_weights(self, other: int) -> Floats:
        """Shape (summed criterion,): of all weights that fit, those at which the first stands worst against another."""
        comparison = self.comparison
        if not comparison.unsure:
            return comparison.weights
        points, hardest = comparison.unsure_box.points, comparison.unsure_box.hardest(self.first, other)
        given = np.where(hardest, LARGEST, points).tolist()
        themes = (theme.id for theme in comparison.case.themes)
        return weights(comparison.case, dict(zip(themes, given, strict=True)), comparison.weighing.criterion_points)

    @cached_property
    def shift(self) -> SmallestShift | None:
        """The least weight that has to move between themes before another comes first; None: no shift does.

        Themes are numbered as in ``shiftable``.
        """
        if self._alone:
            return None
        found = smallest_shift(self._scores, self.comparison.weights, self._themes)
        return found and replace(found, rival=self.comparison.rivals[found.rival])

    @cached_property
    def finest_shift(self) -> SmallestShift | None:
        """The least weight that has to move between criteria, also within a theme, before another comes first."""
        if self._alone:
            return None
        mine, nearest = self.comparison.rivals.index(self.first), None
        for place, row in enumerate(self.comparison.rivals):
            pair = self._scores[[mine, place]]
            found = smallest_shift(pair, self.hard_weights(row)) if place != mine else None
            if found is not None and (nearest is None or found.moved < nearest.moved):
                nearest = replace(found, rival=row)
        return nearest

    @property
    def shiftable(self) -> tuple[int, ...]:
        """The themes, as places in ``case.themes``, that hold a criterion in the sum."""
        return tuple(np.unique(self.comparison.arrays.theme_of).tolist())

    @cached_property
    def doubts(self) -> tuple[InformationGain, ...]:
        """What is worth finding out before one chooses among all that may come first, the most useful in front."""
        weights = self.hard_weights(self.rival)
        return information_gains(self._doubt, weights, self.first, self.rival, self.comparison.rivals)

    @cached_property
    def gain_of_all(self) -> float:
        """By how many points the expected total of the choice rises once everything is known."""
        case, ranges, weights = self.comparison.case, self.comparison.weighing.ranges, self.hard_weights(self.rival)
        return gain_of_knowing_all(case, ranges, weights, self.comparison.rivals)

    @property
    def margin(self) -> float:
        """Lead in points of the first over its rival; an effect that is not known counts as the middle."""
        middle = self.comparison.intervals.mean(axis=1)
        return float(middle[self.first] - middle[self.rival])

    @cached_property
    def varied(self) -> float:
        """Share of the weight on criteria on which an effect of the first or its rival could turn out otherwise."""
        return float(self.hard_weights(self.rival)[self._doubt.doubtful[[self.first, self.rival]].any(axis=0)].sum())

    @property
    def enough_varied(self) -> bool:
        """False when so little could turn out otherwise that no count says anything (record 0013)."""
        return self._alone or round(self.varied, STEADY) >= FIRM_VARIED

    @property
    def holds_for_effects(self) -> bool:
        """True when the first comes first often enough if the effects turn out otherwise (record 0013)."""
        return self.enough_varied and self.count >= FIRM_COUNT

    @property
    def holds_for_factor(self) -> bool:
        """True when weights may be off by the stated factor, or by any, before another comes first (record 0013)."""
        return self.factor is None or int(10 * self.factor.factor + 0.5) >= 10 * FIRM_FACTOR

    @property
    def holds_for_shift(self) -> bool:
        """True when the stated share of the weight may change place before another comes first (record 0013)."""
        return self.finest_shift is None or count_of_100(self.finest_shift.moved) >= 100 * FIRM_SHIFT

    @property
    def holds_for_weights(self) -> bool:
        """True when neither a factor nor a shift below the limits puts another first."""
        return self.holds_for_factor and self.holds_for_shift

    @property
    def weights_rival(self) -> int | None:
        """Row of the alternative that small changes of the weights put first; None when they put none."""
        if self.factor is not None and not self.holds_for_factor:
            return self.factor.rival
        return self.finest_shift.rival if self.finest_shift is not None and not self.holds_for_shift else None

    def beats(self, other: int) -> bool:
        """True when the first is at least as good on every criterion, however the effects turn out, and ahead."""
        lead = self.comparison.totals[self.first] - self.comparison.totals[other]
        return bool((self._doubt.low[self.first] >= self._doubt.high[other]).all() and lead > TIE)

    @cached_property
    def level(self) -> bool:
        """True when nobody may come first, or a rival stands too near that is not worse on all counts."""
        comparison = self.comparison
        others = [row for row in comparison.rivals if row != self.first]
        return comparison.undecided and not (others and all(self.beats(row) for row in comparison.near(others)))

    @property
    def word(self) -> Word:
        """Undecided when nobody can say or too seldom, firm when it holds for effects and weights, else shaky."""
        return self._word_at(self.count)

    @property
    def borderline(self) -> Word | None:
        """The other word, when the count lies within its error of a limit: other draws could have given that one."""
        share = float(self.shares[self.first])
        error = 3 * math.sqrt(share * (1 - share) / SAMPLES)
        near = (self._word_at(count_of_100(share + side)) for side in (-error, error))
        return next((word for word in near if word != self.word), None)

    def _word_at(self, count: int) -> Word:
        if self.level or count < UNDECIDED_COUNT:
            return "undecided"
        return "firm" if count >= FIRM_COUNT and self.enough_varied and self.holds_for_weights else "shaky"

    @property
    def _doubt(self) -> ScoreRanges:
        return score_doubt(self.comparison.case, self.comparison.weighing.ranges)

    @property
    def _themes(self) -> Ints:
        return np.unique(self.comparison.arrays.theme_of, return_inverse=True)[1]

    @property
    def _alone(self) -> bool:
        """True when all other alternatives fail a hard requirement, so that none can take the first place."""
        return len(self.comparison.rivals) == 1

    @cached_property
    def _scores(self) -> Floats:
        """Central scores of the rivals; an unknown one counts against the first and for all others."""
        table, rivals = self.comparison.arrays, self.comparison.rivals
        against = table.highest[list(rivals)]
        against[rivals.index(self.first)] = table.lowest[self.first]
        return against


def verdict(comparison: Comparison) -> Verdict | None:
    """The verdict, or None as long as not every theme has an answer: until then the order can be any."""
    return Verdict(comparison) if comparison.weighing.answered(comparison.case) else None
