"""Effects and ranges in words and units, the same on every screen."""

from collections.abc import Iterable

from cases.definition.criterion import Criterion
from cases.definition.model import Performance
from cases.definition.shapes import Range
from texts import Words
from texts.numbers import quantity
from weighing.arrays import RangeChoice


def ends(criterion: Criterion, ranges: RangeChoice) -> Range | None:
    """The range in use; the main one where the case has no second. None for a criterion with classes."""
    return (criterion.second_range if ranges == "second" else None) or criterion.range


def has_ends(criterion: Criterion) -> bool:
    """False for a criterion that has no range yet, as a draft may have."""
    return criterion.range is not None or bool(criterion.classes)


def amount(criterion: Criterion, value: float, text: Words) -> str:
    """A number with its unit: `1.010 voltijdbanen (fte)`."""
    return f"{quantity(value, text.language, criterion.decimals)} {text.of(criterion.unit_label)}"


def performance_text(criterion: Criterion, performance: Performance, text: Words) -> str:
    """An effect without its unit: a number, at 0 with what that means, the name of a class, or "not known"."""
    if performance.value is None:
        return text("effects.unknown")
    return _meant(criterion, performance.value, value_text(criterion, performance.value, text), text)


def performance_with_unit(criterion: Criterion, performance: Performance, text: Words) -> str:
    """An effect with its unit, where it has one, and at 0 with what that means."""
    if performance.value is None:
        return performance_text(criterion, performance, text)
    return _meant(criterion, performance.value, value_with_unit(criterion, performance.value, text), text)


def _meant(criterion: Criterion, value: float, shown: str, text: Words) -> str:
    """`niet nodig (0 hectare kavels)`: a 0 alone reads as nothing; the case says what it means."""
    if value or criterion.zero_means is None or criterion.classes:
        return shown
    return text("effects.zero", means=text.of(criterion.zero_means), amount=shown)


def value_text(criterion: Criterion, value: float, text: Words) -> str:
    """A value without its unit: a number, or the name of the class."""
    if criterion.classes:
        return text.of(criterion.classes[int(value)].label)
    return quantity(value, text.language, criterion.decimals)


def value_with_unit(criterion: Criterion, value: float, text: Words) -> str:
    """A value with its unit, where it has one."""
    if criterion.classes:
        return value_text(criterion, value, text)
    return amount(criterion, value, text)


def span(criterion: Criterion, performance: Performance, text: Words) -> str:
    """`500 tot 700`, the lowest and the highest that is expected; empty where no range is stated."""
    low, high = performance.low, performance.high
    if low is None or high is None or low == high:
        return ""
    return text("effects.range_of", low=value_text(criterion, low, text), high=value_text(criterion, high, text))


def ends_text(criterion: Criterion, ranges: RangeChoice, text: Words) -> tuple[str, str]:
    """The worst and the best end in words and units, at 0 with what that means: what a step goes from and to."""
    if criterion.classes:
        levels = sorted(criterion.classes, key=lambda level: level.score)
        return text.of(levels[0].label), text.of(levels[-1].label)
    step = ends(criterion, ranges)
    if step is None:  # in a draft
        return text("effects.no_end"), text("effects.no_end")
    if criterion.value_function.target is not None:
        both = text.listed([quantity(value, text.language, criterion.decimals) for value in (step.worst, step.best)])
        return both, amount(criterion, criterion.value_function.target, text)
    worst, best = quantity(step.worst, text.language, criterion.decimals), amount(criterion, step.best, text)
    return _meant(criterion, step.worst, worst, text), _meant(criterion, step.best, best, text)


def steps_text(criteria: Iterable[Criterion], text: Words) -> str:
    """What the step of a theme is: every criterion from its worst to its best end, on the main ranges."""
    ends = ((text.of(criterion.short), *ends_text(criterion, "main", text)) for criterion in criteria)
    return "; ".join(f"{name}: {worst} \u2192 {best}" for name, worst, best in ends)
