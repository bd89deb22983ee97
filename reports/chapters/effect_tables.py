"""Two long tables of the chapter on effects: where each figure comes from, and how each criterion is judged."""

from collections.abc import Iterator

from markupsafe import Markup

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from reports.blocks import Block, TableBlock, TableRow
from reports.chapters.chapter_parts import banded, ended, heads, joined, labelled, named, note, row, source_list
from texts import Words
from texts.numbers import number, quantity
from wording.criterion_words import range_sentences, topic_name, yardstick_text
from wording.effect_cells import effect_cells
from wording.effect_words import amount, value_text
from wording.grade_words import grade_mark


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
    for cell in effect_cells(case, criterion, text):
        remarks = joined([ended(remark.words) for remark in cell.remarks])
        sources = source_list(case, cell.sources)
        yield row(
            named(cell.alternative, text), cell.with_unit, cell.range, grade_mark(cell.grade, text), sources, remarks
        )


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
        joined([yardstick_text(criterion, text), text.of(criterion.yardstick.why)]),
        joined([*range_sentences(criterion, text), _shape(criterion, text), text.of(criterion.range_why)]),
        text.of(criterion.derivation),
    )


def _about(criterion: Criterion, text: Words) -> Markup:
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
            labelled(text("effects.monitor"), topic_name(criterion.monitor_topic, text)),
        ]
    )


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
