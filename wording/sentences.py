"""Results in words: what comes first and why, when it flips, what a weight means. Used by screens and reports alike.

Sentences come back as safe HTML (`Markup`): our own text may hold `<b>`, everything from a case is escaped.
"""

import math
from collections.abc import Sequence

from markupsafe import Markup

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from mcda.equivalents import equivalent_change
from mcda.inputs import Floats
from texts import Words
from texts.numbers import number, percent, quantity
from weighing.comparison import Comparison
from weighing.open_box import open_box
from weighing.weighing import LARGEST
from wording.effect_words import ends, performance_text

NAMED = 2
"""At most this many themes are named as the reason; more is a list, not a reason."""

FEW = 10
"""Amounts below this get one more digit, so that 1.4 is not shown as 1."""

SMALL = 0.05
"""A lead of less than this many points is no reason."""


def total_text(comparison: Comparison, alternative: int, text: Words, decimals: int = 0) -> str:
    """The total, or its range where an effect that is not known makes a difference that shows.

    In whole points; with one decimal, which contributions have, a reader can add them up.
    """
    return ends_shown(comparison.intervals[alternative], text, decimals)


def ends_shown(ends: Floats, text: Words, decimals: int = 0) -> str:
    """The lowest and the highest, or one number where both look the same."""
    low, high = (number(end, text.language, decimals) for end in ends)
    return low if low == high else text("explore.interval", low=low, high=high)


def points_from(comparison: Comparison, alternative: int, theme: int, text: Words) -> str:
    """What a theme adds to the total; the question mark where an effect that counts, or its weight, is not known."""
    points = comparison.theme_contributions[alternative, theme]
    unknown = math.isnan(points) or theme in comparison.unsure
    return "?" if unknown else number(points, text.language, 1)


def score_on(comparison: Comparison, alternative: int, theme: int, text: Words) -> str:
    """The score within a theme; the question mark where it carries no weight, or an effect is not known."""
    score = comparison.theme_scores[alternative, theme]
    return "?" if math.isnan(score) else number(score, text.language)


def share_text(comparison: Comparison, theme: int, text: Words) -> str:
    """The weight of a theme; a range where other themes may weigh anything."""
    return share_range(comparison, float(comparison.theme_weights[theme]), text)


def share_range(comparison: Comparison, share: float, text: Words, digits: int = 0) -> str:
    """A share of the weight that was given, and the least that is left of it when what is not known weighs the most."""
    given = sum(comparison.weighing.theme_points.values())
    least = share * given / (given + LARGEST * len(comparison.unsure))
    low, high = (percent(end, text.language, digits) for end in (least, share))
    return high if low == high else text("explore.interval", low=low, high=high)


def limit_text(share: float, text: Words) -> str:
    """A limit of a share of the weight, with as many decimals as it takes not to read as nothing or as all of it."""
    shown = (percent(share, text.language, digits) for digits in (0, 1, 2))
    ends = {percent(end, text.language, digits) for end in (0, 1) for digits in (0, 1, 2)}
    return next((one for one in shown if share in (0, 1) or one not in ends), percent(share, text.language, 3))


def theme_weight(comparison: Comparison, theme: int, text: Words) -> str:
    """The weight of a theme, a range as `share_text`; or that somebody does not know, or did not weigh it yet."""
    if theme in comparison.unsure:
        return text("explore.unsure")
    return text("chapters.not_weighed") if theme in comparison.open else share_text(comparison, theme, text)


def reading_notes(comparison: Comparison, view: str, text: Words) -> list[str]:
    """Under a view: how to read it, which themes were not weighed or not known, and that an effect is not known."""
    help_text = table_help(comparison, text) if view == "table" else text(f"explore.{view}_help")
    notes = [help_text, *open_themes(comparison, text)]
    if not comparison.known:
        notes.append(text("explore.unknown_in_total"))
    return notes


def table_help(comparison: Comparison, text: Words) -> str:
    """How to read the table: its columns add up to the total only where every theme has one weight."""
    return text("explore.table_help_unsure" if comparison.unsure else "explore.table_help")


def open_themes(comparison: Comparison, text: Words) -> list[str]:
    """Which themes were not weighed yet, and of which somebody does not know."""
    themes = comparison.case.themes
    missing = [text.of(themes[place].label) for place in comparison.open if place not in comparison.unsure]
    unsure = [text.of(themes[place].label) for place in comparison.unsure]
    notes = [text("explore.missing", themes=", ".join(missing))] if missing else []
    return [*notes, text("explore.unsure_themes", themes=", ".join(unsure))] if unsure else notes


def points_text(value: float, text: Words, *, signed: bool = False) -> str:
    """Points with one digit; NaN is not known."""
    return text("effects.unknown") if math.isnan(value) else number(value, text.language, 1, signed=signed)


def beside(comparison: Comparison, named: Sequence[int] = ()) -> int:
    """Row of what is told beside the first, with its strongest point: what the verdict names, where it names any.

    ``named`` are the rows that the verdict names (`weighing.verdict.Verdict.named`). Where it names nobody it is the
    highest total behind the first, or of those that come out almost equal.
    """
    by_total = (*comparison.level_with_first, comparison.second)[0]
    return named[0] if named and by_total not in named else by_total


def deciding(comparison: Comparison, text: Words, named: Sequence[int] | None = ()) -> Markup:
    """Who has the highest total, through what, and the strongest point of what is `beside` it in the same breath.

    ``named`` are the rows that the verdict names; None while it is waited for, as on a board while a hand moves: then
    nothing is told of one rival.
    Whether that is a first place is for the verdict to say: the doubt may be larger than the lead.
    Then which alternatives have a higher total but fail a hard requirement, and what the open themes can still change.
    """
    if not comparison.contenders:
        return text.html("why.nobody")
    failing = [
        text.html(
            "why.passed_over",
            alternative=label_of(comparison.case, row, text),
            total=total_text(comparison, row, text),
        )
        for row in comparison.passed_over
    ]
    return Markup(" ").join([_reason(comparison, text, named), *failing, *still_open(comparison, text)])


def still_open(comparison: Comparison, text: Words) -> list[Markup]:
    """What the themes without points can still change; nothing when every theme was weighed, or nobody may be first.

    "However heavy" is said only when no share of all weight changes anything. Otherwise it stays so up to the heaviest
    theme, for then an open theme has all the points that it can get beside the others.
    """
    if not comparison.contenders:
        return []
    first, found = label_of(comparison.case, comparison.first, text), []
    if comparison.unsure and not comparison.undecided:
        key, themes = _stays("explore.unsure_stays", comparison, comparison.unsure), unsure_names(comparison, text)
        found.append(text.html(key, first=first, themes=text.listed(themes), count=len(themes)))
    count = len(comparison.open) - len(comparison.unsure)
    if count:
        changes = comparison.can_change
        key = "explore.can_change" if changes else _stays("explore.stays", comparison, comparison.open)
        found.append(text.html(key, count=count, first=first))
    return found


def _stays(key: str, comparison: Comparison, themes: tuple[int, ...]) -> str:
    box = open_box(comparison.case, comparison.weighing, comparison.arrays, themes)
    others = [row for row in comparison.contenders if row != comparison.first]
    return f"{key}_up_to" if box.beyond(comparison.first, others) else key


def unsure_names(comparison: Comparison, text: Words) -> list[str]:
    """The themes of which somebody does not know, as they stand inside a sentence."""
    return [theme_of(comparison.case, place, text) for place in comparison.unsure]


def top(comparison: Comparison, text: Words) -> str:
    """What totals decide: which is the highest. First places are for the verdict, which weighs the doubt too."""
    all_able = len(comparison.contenders) == len(comparison.case.alternatives)
    return text("flip.top" if all_able else "flip.top_able")


def _reason(comparison: Comparison, text: Words, named: Sequence[int] | None) -> Markup:
    case, first, second = comparison.case, comparison.first, comparison.second
    names = {
        "first": label_of(case, first, text),
        "second": label_of(case, second, text),
        "first_total": total_text(comparison, first, text),
        "second_total": total_text(comparison, second, text),
        "top": top(comparison, text),
    }
    if len(comparison.contenders) == 1:
        return text.html("why.only", **names)
    if comparison.may_be_first:
        alternatives = [label_of(case, row, text) for row in comparison.may_be_first]
        themes = text.listed(unsure_names(comparison, text))
        return text.html("why.unsure", themes=themes, alternatives=text.bold(alternatives), top=names["top"])
    if comparison.unsure and comparison.undecided and comparison.known:
        return _may_come_near(comparison, text, named)
    highest = "why.first_able" if comparison.passed_over else "why.first"
    if not comparison.known and not comparison.undecided:
        return text.html(highest, **names)
    leads = comparison.theme_differences(first, second)
    reasons = sorted((index for index in range(len(leads)) if leads[index] > SMALL), key=lambda index: -leads[index])
    rows = [first, *comparison.level_with_first]
    alternatives = text.bold([label_of(case, row, text) for row in rows])
    totals = text.listed([total_text(comparison, row, text) for row in rows])
    if comparison.undecided and not comparison.tied and not comparison.known:
        return text.html("why.interval", alternatives=alternatives, totals=totals, top=names["top"])
    tie = text.html("why.tie", alternatives=alternatives, totals=totals)
    if not comparison.known:
        return tie
    parts = [tie if comparison.undecided else text.html(highest, **names)]
    if reasons and not comparison.undecided:
        themes = [theme_of(case, index, text) for index in reasons[:NAMED]]
        parts.append(text.html("why.because", themes=text.bold(themes)))
    if named is None:
        return Markup(" ").join(parts)
    other = beside(comparison, named)
    if other not in (second, *comparison.level_with_first):
        rival, total = label_of(case, other, text), total_text(comparison, other, text)
        parts.append(text.html("why.sooner", rival=rival, total=total, **names))
    parts.append(_strongest_point(comparison, first, other, text))
    return Markup(" ").join(parts)


def _may_come_near(comparison: Comparison, text: Words, named: Sequence[int] | None) -> Markup:
    """Who has the highest total whatever an unsure theme weighs, while others may come within what tells them apart.

    At other weights of that theme it is well ahead: that they are almost equal would be true at one end alone.
    """
    near = [label_of(comparison.case, row, text) for row in comparison.level_with_first]
    first, themes = label_of(comparison.case, comparison.first, text), text.listed(unsure_names(comparison, text))
    said = text.html("why.unsure_near", first=first, alternatives=text.bold(near), themes=themes)
    if named is None:
        return said
    return said + " " + _strongest_point(comparison, comparison.first, beside(comparison, named), text)


def _strongest_point(comparison: Comparison, first: int, second: int, text: Words) -> Markup:
    """Where `second` gains most on `first`, with the effect behind it."""
    case = comparison.case
    themes = comparison.theme_differences(second, first)
    theme = int(themes.argmax())
    name = label_of(case, second, text)
    if themes[theme] <= SMALL:
        return text.html("why.no_runner_up", second=name)
    leads = comparison.criterion_differences(second, first).copy()
    leads[comparison.arrays.theme_of != theme] = -math.inf
    criterion = case.summed[int(leads.argmax())]
    values = [case.performances[case.alternatives[row].id, criterion.id] for row in (second, first)]
    return text.html(
        "why.runner_up",
        second=name,
        theme=theme_of(case, theme, text),
        criterion=inline(text.of(criterion.short)),
        second_value=performance_text(criterion, values[0], text),
        first_value=performance_text(criterion, values[1], text),
        unit=text.of(criterion.unit_label),
    )


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


def label_of(case: Case, alternative: int, text: Words) -> str:
    """The name of an alternative."""
    return text.of(case.alternatives[alternative].label)


def inline(label: str) -> str:
    """A name as it stands inside a sentence: `Banen` becomes `banen`, and `CO2` stays as it is."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def theme_of(case: Case, theme: int, text: Words) -> str:
    """The theme's name inside a sentence."""
    return inline(text.of(case.themes[theme].label))
