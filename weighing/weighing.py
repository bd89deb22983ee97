"""What a person said about the steps from worst to best. Statements are kept as given; weights are derived.

A person gives swing points: how much is the step from the worst to the best end of this range worth, compared with the
largest step? The largest step is 100 by construction, and a theme that was not weighed has no points at all. "I don't
know" is an answer too, and another one than none (decision record 0029).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from cases.definition.model import Case
from cases.definition.profile import Profile
from mcda.inputs import Floats
from weighing.arrays import RangeChoice

OWN = "own"
"""The start of a weighing that did not begin with a profile."""

LARGEST = 100.0

ENOUGH = 2
"""Themes to answer before there is a result, where a case has as many."""

ROUGH = (0, 25, 50, 75, 100)
"""What a theme that was not weighed yet can be compared to the largest step with; the slider then refines it."""


@dataclass(frozen=True)
class Weighing:
    """Swing points of one person on one case."""

    start: str | None = None
    """Id of the profile the person began with, `OWN` for a blank start, None before any start."""
    theme_points: Mapping[str, float] = field(default_factory=dict)
    """Points of the themes that were weighed, 0 to 100. Not in here: not weighed, which is not the same as 0."""
    criterion_points: Mapping[str, float] = field(default_factory=dict)
    """Points of the criteria in themes that were opened. A theme that was not opened counts its criteria equally."""
    ranges: RangeChoice = "main"
    """The set of ranges the results are shown on."""
    points_on: RangeChoice = "main"
    """The set of ranges the points were given or confirmed on."""
    moved: tuple[str, ...] = ()
    """Ids of criteria whose range is another one in this version of the case than when the points were given."""
    unsure: frozenset[str] = frozenset()
    """Themes of which the person said not to know: each counts as every weight that it could have. A theme that is
    neither in here nor in `theme_points` was not weighed yet."""

    def __post_init__(self) -> None:
        for name in ("theme_points", "criterion_points"):  # nobody can write in them from here on
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))
        object.__setattr__(self, "unsure", frozenset(self.unsure) - set(self.theme_points))

    @property
    def stale(self) -> bool:
        """True when the points were given on another range than the one now in use."""
        return self.started and (self.ranges != self.points_on or bool(self.moved))

    @property
    def started(self) -> bool:
        """True once a theme has points, given by a person or taken from a profile."""
        return self.start is not None and bool(self.theme_points)

    def with_theme(self, theme: str, points: float) -> "Weighing":
        """The same weighing with other points for a theme; unchanged when no theme would be left at 100."""
        return replace(self, theme_points=_with(self.theme_points, theme, points, self.theme_points))

    def with_unsure(self, theme: str) -> "Weighing":
        """The person does not know how much this theme counts; unchanged when it is the only one at 100."""
        left = {key: value for key, value in self.theme_points.items() if key != theme}
        if LARGEST not in left.values():
            return self
        return replace(self, theme_points=left, unsure=self.unsure | {theme})

    def with_criterion(self, criterion: str, points: float, siblings: Iterable[str]) -> "Weighing":
        """Other points for one criterion. `siblings` are all summed criteria of its theme, itself included."""
        current = {key: self.criterion_points.get(key, LARGEST) for key in siblings}
        changed = _with(current, criterion, points, current)
        return replace(self, criterion_points={**self.criterion_points, **changed})

    def with_equal_criteria(self, siblings: Iterable[str]) -> "Weighing":
        """The theme is closed again: its criteria count equally."""
        gone = set(siblings)
        left = {key: value for key, value in self.criterion_points.items() if key not in gone}
        return replace(self, criterion_points=left)

    def on_ranges(self, ranges: RangeChoice) -> "Weighing":
        """Show the results on another set of ranges. The points become stale until they are confirmed."""
        return replace(self, ranges=ranges)

    def confirmed(self) -> "Weighing":
        """The person says that the points also hold on the ranges now in use."""
        return replace(self, points_on=self.ranges, moved=())

    def locked(self, theme: str) -> bool:
        """True for the only theme at 100: it can be lowered only after another theme was put at 100."""
        return _only_largest(self.theme_points, theme)

    def locked_criterion(self, criterion: str, siblings: Iterable[str]) -> bool:
        """True for the only criterion at 100 within its theme."""
        return _only_largest({key: self.criterion_points.get(key, LARGEST) for key in siblings}, criterion)

    def enough(self, case: Case) -> bool:
        """True when so many themes were answered that a comparison says something."""
        return len(self.theme_points) + len(self.unsure) >= ENOUGH or self.complete(case)

    def not_yet(self, case: Case) -> int:
        """How many themes of the case have no answer yet: neither points nor "don't know"."""
        return sum(theme.id not in self.theme_points and theme.id not in self.unsure for theme in case.themes)

    def answered(self, case: Case) -> bool:
        """True when every theme of the case has an answer, be it "don't know"."""
        return self.not_yet(case) == 0

    def complete(self, case: Case) -> bool:
        """True when every theme of the case was weighed, so that one set of weights is all there is to it."""
        return all(theme.id in self.theme_points for theme in case.themes)


def from_profile(profile: Profile, ranges: RangeChoice = "main") -> Weighing:
    """A weighing that begins with the points of an example profile, given on the main ranges."""
    return Weighing(profile.id, profile.points, profile.criterion_points, ranges, "main")


def from_largest(theme: str, ranges: RangeChoice = "main") -> Weighing:
    """A blank start: the person named the theme with the largest step, and nothing else yet."""
    return Weighing(OWN, {theme: LARGEST}, ranges=ranges, points_on=ranges)


def from_weights(case: Case, weights: Floats, ranges: RangeChoice, decimals: int) -> Weighing:
    """The points, rounded, that lead to these weights (in the order of ``case.summed``), as if somebody gave them."""
    by_criterion = dict(zip((criterion.id for criterion in case.summed), weights.tolist(), strict=True))
    themes = {theme.id: sum(by_criterion[item.id] for item in case.summed_in(theme.id)) for theme in case.themes}
    inside: dict[str, float] = {}
    for theme in case.themes:
        if themes[theme.id] > 0:
            inside |= _scaled({item.id: by_criterion[item.id] for item in case.summed_in(theme.id)}, decimals)
    return Weighing(OWN, _scaled(themes, decimals), inside, ranges, ranges)


def _scaled(shares: Mapping[str, float], decimals: int) -> dict[str, float]:
    """The same proportions with the largest at exactly 100."""
    largest = max(shares.values())
    return {key: round(LARGEST * share / largest, decimals) for key, share in shares.items()}


def _with(points: Mapping[str, float], key: str, value: float, unchanged: Mapping[str, float]) -> Mapping[str, float]:
    if not 0 <= value <= LARGEST:
        raise ValueError(f"points for '{key}' must lie between 0 and 100, not {value:g}")
    changed = {**points, key: float(value)}
    return changed if max(changed.values()) == LARGEST else unchanged


def _only_largest(points: Mapping[str, float], key: str) -> bool:
    return points.get(key) == LARGEST and list(points.values()).count(LARGEST) == 1
