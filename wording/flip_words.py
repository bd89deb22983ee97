"""When another gets the highest total if one theme weighs more or less, in sentences. For screens and reports alike.

Safe HTML, as in `wording.sentences`. A theme without points counts too: it can get any weight.
"""

import math
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup

from mcda.tipping import TippingPoint
from texts import Words
from texts.numbers import inner_decimals, percent, rounded_decimal
from weighing.any_value import at_worst
from weighing.comparison import Comparison
from weighing.sooner import surely_until
from wording.sentences import SMALL, inline, label_of, theme_of, top

SAME = 1e-12
"""Shares closer than this are equally far; the theme named first in the case then counts, as on the board."""


@dataclass(frozen=True)
class NearestTippingPoint:
    """The nearest tipping point over all themes."""

    theme: int | None
    """Index of the theme; None when no theme alone can change who comes first."""
    flip: Markup
    """What gets the highest total from where on, or why nothing can be said of it."""
    moved: float = math.inf
    """The share of all weight that changes place before it; infinite where no theme alone does it."""
    past: Markup = Markup()
    """Why it is not the second in the order that gets there; empty where it is."""
    dark: Markup = Markup()
    """Of which themes nobody can say it: then this is the nearest that is known. Empty where it is the nearest."""

    @property
    def sentence(self) -> Markup:
        """All of it."""
        return Markup(" ").join(part for part in (self.flip, self.dark, self.past) if part)


def nearest_flip(comparison: Comparison, text: Words) -> NearestTippingPoint:
    """The smallest change in the weight of one theme with which another alternative gets the highest total.

    "Never" is said only when no theme alone does, weighed or open, at any share. Then the first is at least as good as
    all others on every theme, so no weights of the open themes together do it either.
    """
    if not comparison.known:
        return NearestTippingPoint(None, _for_any_value(comparison, text))
    if not comparison.contenders:
        return NearestTippingPoint(None, Markup())
    if comparison.may_be_first:
        return NearestTippingPoint(None, text.html("flip.unsure"))
    if comparison.one_theme:
        return NearestTippingPoint(None, text.html("flip.only_theme"))
    nearest = _nearest(comparison)
    if nearest is None and comparison.dark:
        return NearestTippingPoint(None, _for_any_value(comparison, text))
    if nearest is None:
        first = label_of(comparison.case, comparison.first, text)
        return NearestTippingPoint(None, text.html("flip.never", first=first))
    theme = nearest[1]
    return NearestTippingPoint(
        theme,
        flip(comparison, theme, text),
        nearest[0],
        _past_second(comparison, theme, text),
        _nearest_known(comparison, text),
    )


def _nearest_known(comparison: Comparison, text: Words) -> Markup:
    """That the flip is the nearest of those that are known, and of which themes nobody can say it."""
    if not comparison.dark:
        return Markup()
    themes = [theme_of(comparison.case, place, text) for place in comparison.dark]
    return text.html("flip.nearest_known", themes=text.listed(themes))


def _nearest(comparison: Comparison) -> tuple[float, int] | None:
    """The least distance to a tipping point, and the theme of it; None when no theme alone has one."""
    nearest: tuple[float, int] | None = None
    for theme, point in enumerate(comparison.tipping_points):
        if point is None:
            continue
        distance = min(abs(share - point.now) for share in (point.lower, point.upper, math.inf) if share is not None)
        if distance < math.inf and (nearest is None or distance < nearest[0] - SAME):
            nearest = distance, theme
    return nearest


def _for_any_value(comparison: Comparison, text: Words) -> Markup:
    """Up to where the first stays on top whatever the effects are that are not known; or that nobody can say."""
    worst, case = at_worst(comparison), comparison.case
    if worst is None or comparison.one_theme:
        return text.html("flip.unknown")
    every = [(row, column) for row, column in np.argwhere(np.isnan(comparison.arrays.scores)).tolist()]
    # Where only what may not come first has an effect that is not known, it holds for any value of that one.
    dark = [(row, column) for row, column in every if row in comparison.contenders] or every
    (row, column), many = dark[0], len(dark) > 1
    effect = f"{inline(text.of(case.summed[column].short))} ({case.alternatives[row].code})"
    values = {
        "first": label_of(case, comparison.first, text),
        "top": top(comparison, text),
        "any": text("flip.any_values") if many else text("flip.any_value", effect=effect),
    }
    nearest = _nearest(worst)
    if nearest is None:
        return text.html("flip.any_never", **values)
    point = worst.tipping_points[nearest[1]]
    assert point is not None  # it is the nearest of those that are there
    above, share, _ = _nearer(point)
    decimals = _flip_decimals(point.now, share) or 0  # half a point ahead at worst is a quarter of a per cent away
    values |= {
        "theme": theme_of(case, nearest[1], text),
        "share": percent(share, text.language, decimals),
        "now": percent(point.now, text.language, decimals),
    }
    return text.html("flip.any_more" if above else "flip.any_less", **values)


def flip(comparison: Comparison, theme: int, text: Words) -> Markup:
    """When another gets the highest total if only this theme weighs more or less: the nearer side, or never."""
    if not comparison.known:
        return text.html("flip.unknown")
    if comparison.one_theme:
        return text.html("flip.only_theme")
    point = comparison.tipping_points[theme]
    if point is None:
        return text.html("flip.unknown")
    sentence = _of_theme(comparison, theme, point, text)
    if not set(comparison.unsure) - {theme}:
        return sentence
    if theme in comparison.unsure:
        return text.html("flip.without_others", sentence=sentence)
    said = text.html("flip.without_unsure", sentence=sentence)
    return Markup(" ").join(part for part in (said, _sooner(comparison, theme, point, text)) if part)


def _sooner(comparison: Comparison, theme: int, point: TippingPoint, text: Words) -> Markup:
    """From which share on what is not known may already flip it; empty where that is no sooner."""
    if point.lower is None and point.upper is None:
        return Markup()
    above, share, _ = _nearer(point)
    sooner = surely_until(comparison, theme, above=above)
    if sooner is None:
        return Markup()
    fewest = _flip_decimals(point.now, sooner)
    if fewest is None:
        return text.html("flip.sooner_edge")
    decimals = max(fewest, _flip_decimals(point.now, share) or 0)
    named = percent(sooner, text.language, decimals)
    if named == percent(share, text.language, decimals):
        return Markup()
    return text.html("flip.sooner_more" if above else "flip.sooner_less", share=named)


def _of_theme(comparison: Comparison, theme: int, point: TippingPoint, text: Words) -> Markup:
    """As ``flip``, with no weight for the other themes that are not known."""
    case, open_theme = comparison.case, theme in comparison.open
    if point.lower is None and point.upper is None:
        first = label_of(case, comparison.segments[theme][0].winner, text)
        if open_theme:
            return text.html("flip.never_open", first=first)
        return text.html("flip.never_theme", first=first, now=percent(point.now, text.language))
    above, share, winner = _nearer(point)
    decimals = _flip_decimals(point.now, share)
    values = {
        "other": label_of(case, winner, text),
        "top": top(comparison, text),
        "theme": theme_of(case, theme, text),
        "share": percent(share, text.language, decimals or 0),
        "now": percent(point.now, text.language, decimals or 0),
    }
    if decimals is None:
        return text.html("flip.edge_open" if open_theme else "flip.edge_more" if above else "flip.edge_less", **values)
    if open_theme:
        return text.html("flip.more_unsure" if theme in comparison.unsure else "flip.more_not_yet", **values)
    return text.html("flip.more" if above else "flip.less", **values)


def _past_second(comparison: Comparison, theme: int, text: Words) -> Markup:
    """Why it is not the second in the order that is on top there."""
    point = comparison.tipping_points[theme]
    if point is None or comparison.unsure:
        return Markup()
    above, _, other = _nearer(point)
    second = comparison.second
    if other in (comparison.first, second) or comparison.totals[second] - comparison.totals[other] <= SMALL:
        return Markup()
    names = {"other": label_of(comparison.case, other, text), "second": label_of(comparison.case, second, text)}
    return text.html("flip.past_more" if above else "flip.past_less", **names)


def _nearer(point: TippingPoint) -> tuple[bool, float, int]:
    """Whether the nearer flip is above the share now, at which share it is, and who is on top there."""
    above = point.lower is None or (
        point.upper is not None and point.upper - point.now <= point.now - point.lower + SAME
    )
    share, winner = (point.upper, point.upper_winner) if above else (point.lower, point.lower_winner)
    return above, float(share or 0), int(winner or 0)


def _flip_decimals(now: float, share: float) -> int | None:
    """The fewest decimals with which the two per cents do not look the same, nor the flip as 0% or 100%.

    None when one decimal is too few to tell the two apart.
    """
    fewest = next((n for n in (0, 1) if rounded_decimal(now * 100, n) != rounded_decimal(share * 100, n)), None)
    return None if fewest is None else inner_decimals(share, fewest)
