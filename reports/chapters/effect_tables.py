"""Two long tables of the chapter on effects: where each figure comes from, and how each criterion is judged."""

from collections.abc import Iterator

from markupsafe import Markup

from cases.definition.criterion import Criterion
from cases.definition.model import Case, Performance
from reports.blocks import Block, TableBlock, TableRow
from reports.chapters.chapter_parts import banded, ended, heads, joined, labelled, named, note, row, source_list, span
from texts import Words
from texts.numbers import number, quantity
from weighing.arrays import RangeChoice
from wording.effect_words import amount, ends_text, performance_with_unit, value_text


def claims(case: Case, text: Words) -> tuple[Block, ...]:
    """One line for every figure of the case: value, range, grade, sources and what was noted about it."""
    rows = banded(
        (f"{text.of(criterion.label)} ({text.of(criterion.unit_label)})", _claims(case, criterion, text))
        for criterion in case.criteria
    )
    widths = {"alternative": 1.6, "effect": 1.4, "range": 1.2, "grade": 0.6, "sources": 1.3, "note": 3.4}
    columns = heads(text, widths, "chapters.claims_")
    return (
        note(text("chapters.sources_note")),
        TableBlock("effects_sources", text("chapters.claims_caption"), columns, rows),
    )


def _claims(case: Case, criterion: Criterion, text: Words) -> Iterator[TableRow]:
    for item in case.alternatives:
        cell = case.performances[item.id, criterion.id]
        yield row(
            named(item, text),
            performance_with_unit(criterion, cell, text),
            span(criterion, cell, text),
            cell.grade or "",
            source_list(case, cell.sources),
            _remark(criterion, cell, text),
        )


def _remark(criterion: Criterion, cell: Performance, text: Words) -> Markup:
    return joined(
        [
            ended(text.of(cell.note)) if cell.note is not None else "",
            text("effects.cut") if _is_cut(criterion, cell) else "",
        ]
    )


def _is_cut(criterion: Criterion, cell: Performance) -> bool:
    """True when an estimate lies outside the main range, so that its score stops at 0 or 100."""
    if criterion.range is None:
        return False
    low, high = sorted((criterion.range.worst, criterion.range.best))
    return any(value is not None and not low <= value <= high for value in (cell.low, cell.value, cell.high))


def yardsticks(case: Case, text: Words) -> tuple[Block, ...]:
    """Per criterion: what it measures, from when a difference counts, from where to where, and how it was made."""
    rows = banded(
        (
            f"{text.of(theme.label)}: {text.of(theme.about)}",
            (_rules(criterion, text) for criterion in case.criteria if criterion.theme == theme.id),
        )
        for theme in case.themes
    )
    widths = {"criterion": 1.2, "what": 3.3, "yardstick": 1.8, "score_range": 1.9, "formula": 2.2}
    columns = heads(text, widths, "effects.")
    return (TableBlock("effects_rules", text("chapters.yardsticks_caption"), columns, rows),)


def _rules(criterion: Criterion, text: Words) -> TableRow:
    return row(
        text.of(criterion.label),
        _about(criterion, text),
        joined([_limits(criterion, text), text.of(criterion.yardstick.why)]),
        joined([_range(criterion, text), text.of(criterion.range_why)]),
        text.of(criterion.derivation),
    )


def _about(criterion: Criterion, text: Words) -> Markup:
    topic = criterion.monitor_topic
    level = text(f"level.{criterion.level}")
    noticed = f"{text.of(criterion.noticed_by)} ({level}; {text(f'time.{criterion.time_place}').lower()})"
    anchors = "; ".join(
        f"{quantity(anchor.value, text.language, 1)} = {text.of(anchor.text)}" for anchor in criterion.anchors
    )
    return joined(
        [
            text.of(criterion.about),
            labelled(text("effects.anchors"), f"{anchors}.") if anchors else "",
            labelled(text("chapters.noticed_by"), f"{noticed}."),
            labelled(
                text("effects.monitor"),
                text("topic." + topic.replace(".", "_")) if topic else text("effects.no_topic"),
            ),
        ]
    )


def _limits(criterion: Criterion, text: Words) -> str:
    """In points of score for a criterion with classes, in its unit for another."""
    ends = (criterion.yardstick.some, criterion.yardstick.much)
    if criterion.classes:
        some, much = (
            text("chapters.points_of_score", number=quantity(value, text.language, 1), count=value) for value in ends
        )
    else:
        some, much = (amount(criterion, value, text) for value in ends)
    return text("effects.yardstick_text", some=some, much=much)


def _range(criterion: Criterion, text: Words) -> Markup:
    """Both ranges, and the value line where it is not straight."""
    choices: list[tuple[RangeChoice, str]] = [("main", "effects.score_range_text")]
    if criterion.second_range is not None:
        choices.append(("second", "effects.score_range_second"))
    said = [
        text(key, **dict(zip(("worst", "best"), ends_text(criterion, ranges, text), strict=True)))
        for ranges, key in choices
    ]
    return joined([*said, _shape(criterion, text)])


def _shape(criterion: Criterion, text: Words) -> str:
    """What the value line is like, where it is not straight."""
    shape, language, main = criterion.value_function, text.language, criterion.range
    if shape.straight:
        return ""
    corners = shape.corners(main, main) if main is not None else ()
    return text(
        f"chapters.shape_{shape.type}",
        levels=text.listed([f"{text.of(level.label)} {number(level.score, language)}" for level in shape.levels]),
        points="; ".join(f"{value_text(criterion, at, text)}: {number(score, language)}" for at, score in corners),
        goal="" if shape.target is None else amount(criterion, shape.target, text),
    )
