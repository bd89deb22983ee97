"""One word for how sure a comparison is, and what is behind it. The thresholds are decision record 0013.

A verdict is about one named weighting, never about all weightings together. The word follows from one reason, and the
sentence that is read aloud belongs to that reason: the two cannot contradict each other.
"""

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from mcda.flips import SmallestShift, smallest_shift
from mcda.information import InformationGain, information_gains
from mcda.inputs import Floats, Ints
from mcda.score_doubt import ScoreRanges
from texts.numbers import STEADY
from weighing.arrays import weights
from weighing.comparison import Comparison
from weighing.joint_draws import TOLERANCE, joint_shares
from weighing.race import Race
from weighing.score_draws import SAMPLES, gain_of_knowing_all, score_doubt
from weighing.verdict_reasons import WORDS, Reason, Word
from weighing.weighing import LARGEST

FIRM_COUNT = 90
"""Firm asks for the first place in at least this many out of 100 draws of effects and weights."""

UNDECIDED_COUNT = 67
"""Below this count nobody can say which alternative comes first."""

NAMED_COUNT = 5
"""Of an undecided order every alternative is named that comes first in at least this many out of 100 draws."""

FIRM_SHIFT = 0.1
"""Firm asks that at least this share of all weight must change place between two criteria, or more of them, before
another comes first."""

FIRM_VARIED = 0.5
"""Firm asks that effects with a stated range, or that are not known, carry at least this share of the weight."""


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
    tolerance: float = TOLERANCE
    """Points, of 100, by which what the person gave may be off."""

    @property
    def first(self) -> int:
        """Row of the alternative that comes first at these weights."""
        return self.comparison.first

    @cached_property
    def race(self) -> Race:
        """Who takes part beside the first."""
        return Race(self.comparison)

    @property
    def level(self) -> tuple[int, ...]:
        """Rows of the rivals that cannot be told apart from the first; the verdict holds for each of them."""
        return self.race.twins(self.first)

    @cached_property
    def shares(self) -> Floats:
        """Shape (alternative,): how often each comes first, if effects and weights turn out otherwise.

        Alternatives that cannot be told apart share their part.
        """
        return self.race.for_twins(joint_shares(self.comparison, self.race.field, "both", self.tolerance))

    @property
    def share(self) -> float:
        """How often the first comes first, or one that cannot be told apart from it."""
        return float(self.shares[[self.first, *self.level]].sum())

    @property
    def count(self) -> int:
        """Out of 100, as it is shown: what a reader sees is what is compared with the limits."""
        return count_of_100(self.share)

    @cached_property
    def effects_shares(self) -> Floats:
        """As ``shares``, if only the effects turn out otherwise."""
        return self.race.for_twins(joint_shares(self.comparison, self.race.field, "effects", self.tolerance))

    @cached_property
    def weights_shares(self) -> Floats:
        """As ``shares``, if only the weights are other ones."""
        return self.race.for_twins(joint_shares(self.comparison, self.race.field, "weights", self.tolerance))

    @property
    def effects_share(self) -> float:
        """As ``share``, if only the effects turn out otherwise."""
        return float(self.effects_shares[[self.first, *self.level]].sum())

    @property
    def weights_share(self) -> float:
        """As ``share``, if only the weights are other ones."""
        return float(self.weights_shares[[self.first, *self.level]].sum())

    @cached_property
    def rival(self) -> int:
        """The other alternative that comes first most often; the second in the order when none ever does.

        That second fails a hard requirement when the first is the only one that does not. Where the person does not
        know about a theme it is the one that can come furthest ahead.
        """
        if self.comparison.unsure and self.race.others:
            return self.race.others[int(self.comparison.unsure_box.lead(self.first, self.race.others).argmin())]
        return self.race.most_often(self.shares)

    @cached_property
    def candidates(self) -> tuple[int, ...]:
        """All that are named when nobody can say which comes first: too near to the first, or often enough first.

        The first in front, then the rival, then by how often they come first. Where it depends on an effect that is not
        known: all that can then have the highest total at these weights.
        """
        if self.reason == "unknown":
            return (self.first, *sorted(self.comparison.level_with_first, key=lambda row: (-self.shares[row], row)))
        near = (*self.comparison.near(self.race.others), self.rival) if self.race.others else ()
        order = sorted(
            {self.rival, *self.race.others} if self.race.others else (),
            key=lambda row: (row != self.rival, -self.shares[row], row),
        )
        return (
            self.first,
            *(row for row in order if row in near or count_of_100(float(self.shares[row])) >= NAMED_COUNT),
        )

    @property
    def named(self) -> tuple[int, ...]:
        """Rows that the verdict names beside the first, the most likely in front; empty when it names nobody."""
        if self.reason in ("seldom", "near", "unknown"):
            return self.candidates[1:]
        weights = (self.weights_rival,) if self.reason in ("weights", "either") else ()
        effects = (self.effects_rival,) if self.reason in ("effects", "either") else ()
        return tuple(dict.fromkeys((*weights, *effects))) or (self.rival,) * (self.reason == "together")

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
        if not self.race.others:
            return None
        rows = (self.first, *self.race.others)
        found = smallest_shift(self._against(rows), self.comparison.weights, self._themes)
        return found and replace(found, rival=rows[found.rival])

    @cached_property
    def finest_shift(self) -> SmallestShift | None:
        """The least weight that has to move between criteria, also within a theme, before another comes first."""
        nearest = None
        for row in self.race.others:
            found = smallest_shift(self._against((self.first, row)), self.hard_weights(row))
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
        """False when so few effects could turn out otherwise that a count is about weights alone (record 0013)."""
        return not self.race.others or round(self.varied, STEADY) >= FIRM_VARIED

    @property
    def overlaps(self) -> bool:
        """True when no criterion speaks for another, and yet one may come first as effects turn out otherwise."""
        return self.reason == "unrivalled" and bool(self._doubt.doubtful.any()) and self.race.overlaps(self.tolerance)

    @property
    def effects_vary(self) -> bool:
        """False when no effect of those that take part has a margin: then the count is about weights alone.

        An effect without weight counts: other weights can give it some.
        """
        return bool(self._doubt.doubtful[list(self.race.field)].any())

    @property
    def weights_vary(self) -> bool:
        """False when one criterion has all the weight there is."""
        return len(self.comparison.case.summed) > 1

    @property
    def holds_for_effects(self) -> bool:
        """True when the first comes first often enough if only the effects turn out otherwise (record 0013)."""
        return not self.enough_varied or count_of_100(self.effects_share) >= FIRM_COUNT

    @property
    def holds_for_shift(self) -> bool:
        """True when the stated share of the weight may change place before another comes first (record 0013)."""
        return self.finest_shift is None or count_of_100(self.finest_shift.moved) >= 100 * FIRM_SHIFT

    @property
    def holds_for_weights(self) -> bool:
        """True when neither weights within the tolerance nor a small shift put another first (record 0013)."""
        return self.holds_for_shift and count_of_100(self.weights_share) >= FIRM_COUNT

    @property
    def effects_rival(self) -> int:
        """Row of the alternative that other effects put first most often."""
        return self.race.most_often(self.effects_shares)

    @property
    def weights_rival(self) -> int:
        """Row of the alternative that other weights put first: most often, or else by the smallest shift."""
        seldom = count_of_100(self.weights_share) >= FIRM_COUNT
        if seldom and self.finest_shift is not None and not self.holds_for_shift:
            return self.finest_shift.rival
        return self.race.most_often(self.weights_shares)

    @cached_property
    def reason(self) -> Reason:
        """Why the word is what it is."""
        return self._reason_at(self.count)

    @property
    def counted(self) -> bool:
        """False when no count is needed: no other alternative may come first, or none is better anywhere."""
        return bool(self.race.others)

    @property
    def word(self) -> Word:
        """Undecided when nobody can say or too seldom, firm when it holds for effects and weights, else shaky."""
        return WORDS[self.reason]

    @property
    def borderline(self) -> Word | None:
        """The other word, when the count lies within its error of a limit: other draws could have given that one."""
        error = 3 * math.sqrt(self.share * (1 - self.share) / SAMPLES)
        near = (WORDS[self._reason_at(count_of_100(self.share + side))] for side in (-error, error))
        return next((word for word in near if word != self.word), None)

    def _reason_at(self, count: int) -> Reason:
        comparison = self.comparison
        if not self.counted:
            return "alone" if len(comparison.contenders) == 1 else "unrivalled"
        if comparison.near(self.race.others):
            if comparison.may_be_first:
                return "unsure"
            return "near" if comparison.known or comparison.tied else "unknown"
        if count < UNDECIDED_COUNT:
            return "seldom"
        if count >= FIRM_COUNT and self.holds_for_shift:
            return "holds" if self.enough_varied else "unvaried"
        return self._shaken_by()

    def _shaken_by(self) -> Reason:
        if not self.holds_for_effects:
            return "effects" if self.holds_for_weights else "either"
        return "together" if self.holds_for_weights else "weights"

    @property
    def _doubt(self) -> ScoreRanges:
        return score_doubt(self.comparison.case, self.comparison.weighing.ranges)

    @property
    def _themes(self) -> Ints:
        return np.unique(self.comparison.arrays.theme_of, return_inverse=True)[1]

    def _against(self, rows: tuple[int, ...]) -> Floats:
        """Central scores of these rows, the first in front; an unknown one counts against the first and for others."""
        return self.comparison.arrays.at_worst_for(self.first)[list(rows)]


def verdict(comparison: Comparison) -> Verdict | None:
    """The verdict, or None as long as not every theme has an answer: until then the order can be any."""
    return Verdict(comparison) if comparison.weighing.answered(comparison.case) else None
