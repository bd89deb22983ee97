"""Results in words: what comes first and why, when it flips, what a weight means. Used by screens and reports alike.

Sentences come back as safe HTML (`Markup`): our own text may hold `<b>`, everything from a case is escaped.
"""

import math
from dataclasses import dataclass

from markupsafe import Markup

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from mcda.equivalents import equivalent_change
from mcda.tipping import TippingPoint
from texts import Words
from texts.numbers import number, percent, quantity, rounded_decimal
from weighing.comparison import Comparison
from wording.effect_words import ends, performance_text

NAMED = 2
"""At most this many themes are named as the reason; more is a list, not a reason."""

FEW = 10
"""Amounts below this get one more digit, so that 1.4 is not shown as 1."""

SMALL = 0.05
"""A lead of less than this many points is no reason."""


SAME = 1e-12
"""Shares closer than this are equally far; the theme named first in the case then counts, as on the board."""


def total_text(comparison: Comparison, alternative: int, text: Words, decimals: int = 0) -> str:
    """The total, or its range where an effect that is not known makes a difference that shows.

    In whole points; with one decimal, which contributions have, a reader can add them up.
    """
    low, high = (number(end, text.language, decimals) for end in comparison.intervals[alternative])
    return low if low == high else text("explore.interval", low=low, high=high)


def points_from(comparison: Comparison, alternative: int, theme: int, text: Words) -> str:
    """What a theme adds to the total; the question mark where an effect that counts is not known."""
    points = comparison.theme_contributions[alternative, theme]
    return "?" if math.isnan(points) else number(points, text.language, 1)


def score_on(comparison: Comparison, alternative: int, theme: int, text: Words) -> str:
    """The score within a theme; the question mark where it carries no weight, or an effect is not known."""
    score = comparison.theme_scores[alternative, theme]
    return "?" if math.isnan(score) else number(score, text.language)


def reading_notes(comparison: Comparison, view: str, text: Words) -> list[str]:
    """Under a view: how to read it, which themes were not weighed, and that an effect is not known."""
    given = comparison.weighing.theme_points
    missing = [text.of(theme.label) for theme in comparison.case.themes if theme.id not in given]
    notes = [text(f"explore.{view}_help")]
    if missing:
        notes.append(text("explore.missing", themes=", ".join(missing)))
    if not comparison.known:
        notes.append(text("explore.unknown_in_total"))
    return notes


def points_text(value: float, text: Words, *, signed: bool = False) -> str:
    """Points with one digit; NaN is not known."""
    return text("effects.unknown") if math.isnan(value) else number(value, text.language, 1, signed=signed)


def deciding(comparison: Comparison, text: Words) -> Markup:
    """Who comes first, through what, and the runner-up's strongest point in the same breath.

    Then which alternatives have a higher total but fail a hard requirement.
    """
    if not comparison.contenders:
        return text.html("why.nobody")
    failing = [
        text.html(
            "why.passed_over",
            alternative=_label(comparison.case, row, text),
            total=total_text(comparison, row, text),
        )
        for row in comparison.passed_over
    ]
    return Markup(" ").join([_reason(comparison, text), *failing])


def _reason(comparison: Comparison, text: Words) -> Markup:
    case, first, second = comparison.case, comparison.first, comparison.second
    names = {
        "first": _label(case, first, text),
        "second": _label(case, second, text),
        "first_total": total_text(comparison, first, text),
        "second_total": total_text(comparison, second, text),
    }
    if len(comparison.contenders) == 1:
        return text.html("why.only", **names)
    if not comparison.known:
        key = "why.interval" if comparison.undecided else "why.first"
        return text.html(key, **names)
    leads = comparison.theme_differences(first, second)
    reasons = sorted((index for index in range(len(leads)) if leads[index] > SMALL), key=lambda index: -leads[index])
    parts = [text.html("why.tie" if comparison.undecided else "why.first", **names)]
    if reasons and not comparison.undecided:
        themes = [_theme(case, index, text) for index in reasons[:NAMED]]
        parts.append(text.html("why.because", themes=text.bold(themes)))
    parts.append(_strongest_point(comparison, first, second, text))
    return Markup(" ").join(parts)


def _strongest_point(comparison: Comparison, first: int, second: int, text: Words) -> Markup:
    """Where `second` gains most on `first`, with the effect behind it."""
    case = comparison.case
    themes = comparison.theme_differences(second, first)
    theme = int(themes.argmax())
    name = _label(case, second, text)
    if themes[theme] <= SMALL:
        return text.html("why.no_runner_up", second=name)
    leads = comparison.criterion_differences(second, first).copy()
    leads[comparison.arrays.theme_of != theme] = -math.inf
    criterion = case.summed[int(leads.argmax())]
    values = [case.performances[case.alternatives[row].id, criterion.id] for row in (second, first)]
    return text.html(
        "why.runner_up",
        second=name,
        theme=_theme(case, theme, text),
        criterion=inline(text.of(criterion.short)),
        second_value=performance_text(criterion, values[0], text),
        first_value=performance_text(criterion, values[1], text),
        unit=text.of(criterion.unit_label),
    )


@dataclass(frozen=True)
class NearestTippingPoint:
    """The nearest tipping point over all themes."""

    theme: int | None
    """Index of the theme; None when no theme alone can change who comes first."""
    sentence: Markup


def nearest_flip(comparison: Comparison, text: Words) -> NearestTippingPoint:
    """The smallest change in the weight of one theme with which another alternative comes first."""
    if not comparison.known:
        return NearestTippingPoint(None, text.html("flip.unknown"))
    if not comparison.contenders:
        return NearestTippingPoint(None, Markup())
    nearest: tuple[float, int] | None = None
    for theme in _movable(comparison):
        point = comparison.tipping_points[theme]
        if point is None:
            continue
        distance = min(abs(share - point.now) for share in (point.lower, point.upper, math.inf) if share is not None)
        if distance < math.inf and (nearest is None or distance < nearest[0] - SAME):
            nearest = distance, theme
    if nearest is None and len(comparison.case.themes) > 1 and None in comparison.tipping_points:
        return NearestTippingPoint(None, text.html("flip.unknown"))
    if nearest is None:
        return NearestTippingPoint(None, text.html("flip.never", first=_label(comparison.case, comparison.first, text)))
    return NearestTippingPoint(nearest[1], flip(comparison, nearest[1], text))


def flip(comparison: Comparison, theme: int, text: Words) -> Markup:
    """When another alternative comes first if only this theme weighs more or less: the nearer side, or never."""
    if not comparison.known:
        return text.html("flip.unknown")
    point = comparison.tipping_points[theme]
    if point is None:
        return text.html("flip.unknown")
    now = percent(point.now, text.language)
    if point.lower is None and point.upper is None:
        first = _label(comparison.case, comparison.first, text)
        return text.html("flip.never_theme", first=first, now=now)
    above = _upper_is_nearer(point)
    share, winner = (point.upper, point.upper_winner) if above else (point.lower, point.lower_winner)
    return text.html(
        "flip.more" if above else "flip.less",
        other=_label(comparison.case, int(winner or 0), text),
        theme=_theme(comparison.case, theme, text),
        share=percent(float(share or 0), text.language, _flip_decimals(point.now, float(share or 0))),
        now=percent(point.now, text.language, _flip_decimals(point.now, float(share or 0))),
    )


def _upper_is_nearer(point: TippingPoint) -> bool:
    if point.upper is None or point.lower is None:
        return point.upper is not None
    return point.upper - point.now <= point.now - point.lower + SAME


def _flip_decimals(now: float, share: float) -> int:
    """One decimal when whole per cents would show the same number twice."""
    return 1 if rounded_decimal(now * 100, 0) == rounded_decimal(share * 100, 0) else 0


def _movable(comparison: Comparison) -> list[int]:
    """Themes that were weighed and whose share can change: a theme with all criteria of the case cannot."""
    given = comparison.weighing.theme_points
    if len(comparison.case.themes) < 2:
        return []
    return [place for place, theme in enumerate(comparison.case.themes) if theme.id in given]


def equivalents(comparison: Comparison, base: Criterion, text: Words) -> list[str]:
    """For every other criterion: how much of `base` is worth as much as its whole step.

    Criteria with classes have no steps in between and are left out.
    """
    case, ranges = comparison.case, comparison.weighing.ranges
    weight = dict(zip((item.id for item in case.summed), comparison.weights.tolist(), strict=True))
    function = dict(zip((item.id for item in case.summed), comparison.arrays.functions, strict=True))
    base_step = ends(base, ranges)
    lines = []
    for criterion in case.summed:
        step = ends(criterion, ranges)
        if criterion.id == base.id or step is None or base_step is None:
            continue
        unit = text.of(criterion.unit_label)
        words = {
            "criterion": text.of(criterion.short),
            "worst": quantity(step.worst, text.language, criterion.decimals),
            "best": f"{quantity(step.best, text.language, criterion.decimals)} {unit}",
            "base": text.of(base.short),
        }
        if weight[criterion.id] == 0:
            lines.append(text("units.none", **words))
            continue
        change = equivalent_change(
            function[criterion.id],
            weight[criterion.id],
            step.best - step.worst,
            step.worst,
            function[base.id],
            weight[base.id],
            base_step.worst,
        )
        if not math.isfinite(change):
            continue
        if abs(change) > abs(base_step.best - base_step.worst):
            lines.append(text("units.larger", **words))
        else:
            size = quantity(abs(change), text.language, base.decimals + (1 if abs(change) < FEW else 0))
            lines.append(text("units.row", change=size, unit=text.of(base.unit_label), **words))
    return lines


def _label(case: Case, alternative: int, text: Words) -> str:
    return text.of(case.alternatives[alternative].label)


def inline(label: str) -> str:
    """A name as it stands inside a sentence: `Banen` becomes `banen`, and `CO2` stays as it is."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _theme(case: Case, theme: int, text: Words) -> str:
    """The theme's name inside a sentence."""
    return inline(text.of(case.themes[theme].label))
