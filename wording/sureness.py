"""Robustness in words, for the screen Hoe zeker and the report: shifts, effects that must improve, values that win.

Safe HTML, as in `wording.sentences`.
"""

import math
from dataclasses import dataclass

from markupsafe import Markup

from cases.definition.model import Alternative, Case
from mcda.flips import smallest_score_changes
from mcda.inverse import performance_for_score
from texts import Words
from texts.numbers import number, percent
from weighing.comparison import Comparison
from weighing.opinions import Opinions
from weighing.shares_of_weightings import Tree, WinningValues, branches
from weighing.verdict import Verdict
from wording.effect_words import performance_text, value_with_unit
from wording.requirement_words import failing_sentence
from wording.sentences import inline

NAMED = 3
"""At most this many effects, or themes, are named."""

CARRIES = 0.15
"""A theme is named as a reason from this share of the weight on."""

EVEN = 1.4
"""Weights are called about even when the heaviest theme has less than this many times its equal share."""


def shift_sentence(found: Verdict, text: Words) -> Markup:
    """The least weight that must move, where it comes from and where it goes. For a case of more themes."""
    case, shift = found.comparison.case, found.shift
    first = text.of(case.alternatives[found.first].label)
    if shift is None:
        return text.html("sure.shift_never", first=first)
    if shift.given_to is None:
        return Markup()
    labels = [inline(text.of(case.themes[place].label)) for place in found.shiftable]
    taken = [
        f"{labels[place]} ({percent(share, text.language, _digits(share))})"
        for place, share in enumerate(shift.taken.tolist())
        if share > 0
    ]
    return text.html(
        "sure.shift",
        moved=percent(shift.moved, text.language, _digits(shift.moved)),
        taken=text.bold(taken) if len(taken) > 1 else Markup("<b>{}</b>").format(labels[int(shift.taken.argmax())]),
        given=labels[shift.given_to],
        rival=text.of(case.alternatives[shift.rival].label),
        first=first,
    )


def _digits(share: float) -> int:
    """One decimal for shares that whole per cents would show as 0 or 1."""
    return 1 if share < 0.02 else 0


@dataclass(frozen=True)
class BehindText:
    """An alternative that does not come first, and what could bring it level with the first."""

    alternative: Alternative
    behind: str
    """By how many points; empty for one that fails a hard requirement."""
    lines: tuple[str | Markup, ...]
    """The single effects that would do it, or the hard requirement that it fails; empty where no effect does."""


def behind_texts(comparison: Comparison, text: Words) -> tuple[BehindText, ...]:
    """Every alternative but the first, in the order of the case."""
    case, first = comparison.case, comparison.first
    return tuple(
        BehindText(
            alternative,
            _behind(comparison, row, text) if row in comparison.rivals else "",
            tuple(effects_to_improve(comparison, row, text)),
        )
        for row, alternative in enumerate(case.alternatives)
        if row != first
    )


def none_alone(behind: tuple[BehindText, ...], text: Words) -> str:
    """For all alternatives together that no single effect brings level with the first; empty where there are none."""
    names = [text.of(item.alternative.label) for item in behind if not item.lines]
    return text("sure.effect_none", alternatives=text.listed(names)) if names else ""


def _behind(comparison: Comparison, row: int, text: Words) -> str:
    first = text.of(comparison.case.alternatives[comparison.first].label)
    points = number(comparison.totals[comparison.first] - comparison.totals[row], text.language, 1)
    return text("sure.effect_behind", points=points, first=first)


def effects_to_improve(comparison: Comparison, alternative: int, text: Words) -> list[Markup]:
    """The single effects with which this alternative would draw level with the first, the smallest change on top.

    For an alternative that fails a hard requirement: that no effect in the sum makes up for it.
    """
    case, table = comparison.case, comparison.arrays
    if alternative not in comparison.rivals:
        return [failing_sentence(comparison, alternative, text)]
    changes = smallest_score_changes(comparison.rival_scores, comparison.weights)
    rises = changes.rise_of_other[comparison.rivals.index(alternative)]
    possible = sorted((float(rise), place) for place, rise in enumerate(rises) if math.isfinite(rise) and rise > 0)
    lines = []
    for rise, place in possible[:NAMED]:
        criterion = case.summed[place]
        now = float(table.performances[alternative, place])
        target = min(100.0, float(table.scores[alternative, place]) + rise)
        needed = performance_for_score(table.functions[place], target, now)
        performance = case.performances[case.alternatives[alternative].id, criterion.id]
        lines.append(
            text.html(
                "sure.effect_row",
                criterion=text.of(criterion.label),
                now=performance_text(criterion, performance, text),
                needed=value_with_unit(criterion, needed, text),
            )
        )
    return lines


def tree_name(case: Case, tree: Tree, text: Words) -> str:
    """Over what the weights are spread when every weighting is tried."""
    return text(f"sure.tree_{tree}", count=branches(case, tree))


def winning_sentence(case: Case, values: WinningValues, text: Words) -> Markup:
    """With which values this alternative comes first, or that no values do it."""
    if values.weights is None:
        if math.isnan(values.margin):
            return text.html("sure.values_unknown")
        if values.margin == -math.inf:
            return text.html("sure.values_failing")
        if number(values.margin, text.language, 1) == number(0, text.language, 1):
            return text.html("sure.values_equal")
        return text.html("sure.values_never", points=number(-values.margin, text.language, 1))
    if values.theme_weights.max() < EVEN / len(case.themes):
        return text.html("sure.values_even")
    themes = [inline(text.of(case.themes[place].label)) for place in _heaviest(values)]
    return text.html("sure.values_typical" if values.typical else "sure.values_few", themes=text.bold(themes))


def near_sentence(values: WinningValues, text: Words) -> Markup:
    """How far ahead this alternative gets at most; empty where no values put it first, or nothing is in its way."""
    if values.weights is None or math.isinf(values.margin):
        return Markup()
    return text.html("sure.values_margin", points=number(values.margin, text.language, 1))


def _heaviest(values: WinningValues) -> list[int]:
    """The themes that weigh most in these values, at most three and at least one."""
    shares = values.theme_weights.tolist()
    order = sorted(range(len(shares)), key=lambda place: (-shares[place], place))
    return order[:1] + [place for place in order[1:NAMED] if shares[place] >= CARRIES]


def opinion_sentence(comparison: Comparison, found: Opinions, text: Words) -> Markup:
    """How many other methods put the same alternative first, and which do not."""
    case = comparison.case
    asked = [
        (method, same)
        for method, same, counted in zip(found.methods, found.same_first, found.counted, strict=True)
        if counted
    ]
    counts = {"agree": sum(same for _, same in asked), "count": len(asked)}
    first = [text.of(item.label) for item, rank in zip(case.alternatives, found.ranks[0], strict=True) if rank == 1]
    if not asked:
        return text.html("sure.opinion_nobody")
    if len(first) > 1:
        return text.html("sure.opinion_tie", first=text.bold(first), **counts)
    if counts["agree"] == len(asked):
        return text.html("sure.opinion_all", first=first[0], **counts)
    others = [_other_first(case, found, method, text) for method, same in asked if not same]
    return text.html("sure.opinion_some", first=first[0], others=text.listed(others), **counts)


def _other_first(case: Case, found: Opinions, method: str, text: Words) -> str:
    """The name of a method; with all that it puts first together, where that is more than one."""
    name = text(f"method_name.{method}")
    places = found.ranks[found.methods.index(method)]
    first = [text.of(item.label) for item, rank in zip(case.alternatives, places, strict=True) if rank == 1]
    return name if len(first) == 1 else text("sure.opinion_together", method=name, alternatives=text.listed(first))


def dominance_sentences(comparison: Comparison, found: Opinions, text: Words) -> list[Markup]:
    """Which alternatives can be left aside whatever the weights are."""
    names = [text.of(alternative.label) for alternative in comparison.case.alternatives]
    if not found.dominated:
        return [text.html("sure.opinion_dominates_none")]
    return [
        text.html("sure.opinion_dominates", better=names[better], worse=names[worse])
        for better, worse in found.dominated
    ]
