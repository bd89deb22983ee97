"""How a criterion is judged, in words: from when a difference counts, from where to where, and what it is about."""

from cases.definition.criterion import Criterion
from cases.definition.model import Performance
from texts import Words
from texts.numbers import quantity
from weighing.arrays import RangeChoice
from wording.effect_words import amount, ends_text


def yardstick_text(criterion: Criterion, text: Words) -> str:
    """From which difference on there is a + and a ++; in points of score for a criterion with classes."""
    limits = (criterion.yardstick.some, criterion.yardstick.much)
    if criterion.classes:
        some, much = (
            text("chapters.points_of_score", number=quantity(value, text.language, 1), count=value) for value in limits
        )
    else:
        some, much = (amount(criterion, value, text) for value in limits)
    return text("effects.yardstick_text", some=some, much=much)


def range_sentences(criterion: Criterion, text: Words) -> list[str]:
    """From worst to best, on the main range and on the second where there is one."""
    choices: list[tuple[RangeChoice, str]] = [("main", "effects.score_range_text")]
    if criterion.second_range is not None:
        choices.append(("second", "effects.score_range_second"))
    sentences = []
    for ranges, key in choices:
        worst, best = ends_text(criterion, ranges, text)
        sentences.append(text(key, worst=worst, best=best))
    return sentences


def topic_name(topic: str | None, text: Words) -> str:
    """A topic of the Monitor of Well-being, or that the criterion is about none of them."""
    return text("effects.no_topic") if topic is None else text("topic." + topic.replace(".", "_"))


def is_cut(criterion: Criterion, performance: Performance) -> bool:
    """True when an estimate lies outside the main range, so that its score stops at 0 or 100."""
    if criterion.range is None:
        return False
    low, high = sorted((criterion.range.worst, criterion.range.best))
    values = (performance.low, performance.value, performance.high)
    return any(value is not None and not low <= value <= high for value in values)
