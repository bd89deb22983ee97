"""The effects: every raw figure with its sign, range and grade; then how they are judged and what is not in the sum."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from reports.blocks import Block, Paragraph, Section, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import (
    banded,
    bold,
    columns,
    ended,
    heads,
    is_wide,
    items,
    joined,
    labelled,
    named,
    note,
    plain,
    row,
)
from reports.chapters.effect_tables import claims, yardsticks
from reports.content import Content
from reports.figures.strips_figure import strips_figures
from texts import Words
from weighing.soundness.favours import favours
from wording.effect_cells import SIGN_WORDS, EffectCell, effect_cells, sign_shown
from wording.finding_rows import finding_rows
from wording.grade_words import grade_mark
from wording.overlap_rows import overlap_groups

GRADES = ("A", "B", "C", "D")


def chapter(content: Content) -> Section:
    """The strips, the table, where each figure comes from, the yardsticks, and the rules of the list."""
    case, text = content.case, content.text
    sections = [
        Section("effects_strips", text("chapters.strips_title"), strips_figures(case, text)),
        Section("effects_table", text("chapters.effects_table"), (_table(case, text),), wide=is_wide(case)),
        Section("effects_claims", text("chapters.effects_claims"), claims(case, text), wide=True, one_by_one=True),
        Section(
            "effects_yardsticks",
            text("chapters.effects_yardsticks"),
            yardsticks(case, text),
            wide=True,
            one_by_one=True,
        ),
        Section("effects_list", text("case.rule_sum"), tuple(_list_rules(case, text))),
        Section("effects_checks", text("case_checks.title"), tuple(_checks(case, text)), one_by_one=True),
        Section("effects_overlaps", text("effects.overlaps"), tuple(_overlaps(case, text)), one_by_one=True),
        Section("effects_evidence", text("case.evidence"), tuple(_evidence(case, text)), one_by_one=True),
    ]
    return Section("effects", text("effects.title"), (*_intro(case, text), *sections))


def _intro(case: Case, text: Words) -> Iterator[Block]:
    reference = text.of(case.alternative(case.reference).label)
    yield from plain(text("chapters.effects_intro"), text("chapters.signs", reference=reference))
    signs = (
        Markup("<b>{}</b> {}").format(sign_shown(sign), text(f"effects.{word}")) for sign, word in SIGN_WORDS.items()
    )
    yield plain(joined(signs, ", "))[0]
    yield items(text(f"grade.{grade}_long") for grade in GRADES)


def _table(case: Case, text: Words) -> TableBlock:
    rows = banded(
        (text.of(theme.label), (_row(case, item, text) for item in case.criteria if item.theme == theme.id))
        for theme in case.themes
    )
    heading = columns(case, text, text("effects.criterion"), width=1.6)
    return TableBlock("effects_all", text("chapters.effects_caption"), heading, rows)


def _row(case: Case, criterion: Criterion, text: Words) -> TableRow:
    return row(_criterion(criterion, text), *(_cell(cell, text) for cell in effect_cells(case, criterion, text)))


def _criterion(criterion: Criterion, text: Words) -> Markup:
    """Name, unit, now or later or elsewhere, and whether it is in the sum."""
    tags = [text.of(criterion.unit_label), text(f"time.{criterion.time_place}").lower()]
    if not criterion.in_sum:
        tags.append(text("effects.not_summed"))
    return Markup("<b>{}</b> ({})").format(text.of(criterion.label), "; ".join(tags))


def _cell(cell: EffectCell, text: Words) -> Markup:
    """`608 (500 tot 700) [++] kwaliteit D`; the brackets keep a sign of 0 apart from a figure of 0."""
    parts = [
        Markup("<b>{}</b>").format(cell.value),
        f"({cell.range})" if cell.range else "",
        f"[{sign_shown(cell.sign)}{' ' if cell.sign_note else ''}{cell.sign_note}]" if cell.sign else "",
        grade_mark(cell.grade, text),
    ]
    return joined(parts)


def _list_rules(case: Case, text: Words) -> Iterator[Block]:
    left = [criterion for criterion in case.criteria if not criterion.in_sum]
    counts = {"all": len(case.criteria), "summed": len(case.summed), "left": len(left)}
    yield from plain(text("case.rule_sum_text", **counts))
    if left:
        yield TableBlock(
            "effects_left_out",
            text("case.left_out"),
            heads(text, {"criterion": 1, "left_out": 2.5}, "effects."),
            tuple(
                row(text.of(item.label), text.of(item.left_out_because))
                for item in left
                if item.left_out_because is not None
            ),
        )
    yield from plain(
        labelled(text("case.rule_ranges_main"), text.of(case.range_rule.main)),
        labelled(text("case.rule_ranges_second"), text.of(case.range_rule.second)),
    )


def _checks(case: Case, text: Words) -> Iterator[Block]:
    """For whom the list is favourable, and what an automatic check of the case found."""
    counts = favours(case)
    yield from plain(text("audit.list_intro"))
    yield TableBlock(
        "effects_favours",
        text("case.favours_title"),
        (
            TableColumn(text("explore.alternative"), width=2),
            TableColumn(text("case.favours_themes"), "right"),
            TableColumn(text("case.favours_criteria"), "right"),
        ),
        tuple(
            row(
                named(item, text),
                text("chapters.of", count=counts[item.id].themes, all=len(case.themes)),
                text("chapters.of", count=counts[item.id].criteria, all=len(case.summed)),
            )
            for item in case.alternatives
        ),
        text.html("case.favours_note"),
    )
    found = finding_rows(case, text)
    if not found:
        yield note(text("case_checks.none"))
        return
    yield from plain(text("chapters.checks_intro"))
    yield TableBlock(
        "effects_findings",
        text("chapters.checks"),
        heads(text, {"kind": 1.4, "found": 2.4, "why": 2.4}, "chapters.checks_"),
        tuple(
            row(joined([bold(item.title), f"({text(f'case_checks.{item.severity}')})"]), item.what, item.why)
            for item in found
        ),
    )


def _overlaps(case: Case, text: Words) -> Iterator[Block]:
    """What a criterion says of others, once, under how the sum deals with it."""
    found = overlap_groups(case, text)
    if not found:
        yield note(text("chapters.no_overlaps"))
        return
    yield from plain(text("effects.overlaps_intro"))
    for group in found:
        yield Paragraph(Markup("<b>{}:</b>").format(group.rule))
        yield items(Markup("<b>{}</b>: {}").format(item.names, " ".join(map(ended, item.why))) for item in group.rows)


def _evidence(case: Case, text: Words) -> Iterator[Block]:
    cells = case.performances.values()
    grades = Counter(cell.grade for cell in cells if cell.value is not None)
    unknown = sum(cell.value is None for cell in cells)
    yield from plain(text.of(case.evidence))
    lines = [
        Markup("<b>{}</b> {}: {}").format(
            grade_mark(grade, text), text(f"grade.{grade}"), text("case.grades", count=grades[grade], all=len(cells))
        )
        for grade in GRADES
    ]
    yield items([*lines, labelled(text("effects.unknown"), text("case.grades", count=unknown, all=len(cells)))])
