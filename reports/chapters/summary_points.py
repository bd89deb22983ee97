"""In the summary: what each alternative does best and worst, with source, who loses, and what the
land is used for."""

from markupsafe import Markup

from cases.definition.model import Alternative, Case
from reports.blocks import Block, Paragraph, TableBlock, TableColumn
from reports.chapters.chapter_parts import bold, columns, heads, is_wide, joined, named, row
from reports.content import Content
from reports.figures.land_figure import in_summary, land_figure
from texts import Words
from weighing.equal_treatment import without_weak_point
from weighing.strongest_weakest import strong_points, weak_points
from wording.effect_words import performance_with_unit, span
from wording.grade_words import grade_mark
from wording.who_words import compared_with, group_rows

POINTS = 3
"""How many strong and how many weak points each alternative has in the summary: with one, jobs and money could be
absent from what a council reads. The range of each stands in the chapters, the sources there or in the list behind."""


def best_worst_blocks(content: Content) -> tuple[Block, ...]:
    """A table with as many points for one alternative as for the other."""
    case, text = content.case, content.text
    rows = tuple(
        row(
            alternative_cell(case, alternative, text),
            points_cell(case, alternative.id, strong_points(case, alternative.id)[:POINTS], text),
            points_cell(case, alternative.id, weak_points(case, alternative.id)[:POINTS], text),
        )
        for alternative in case.alternatives
    )
    heading = heads(text, {"explore.alternative": 1.3, "report.best": 2.6, "report.worst": 2.6})
    bare = [named(item, text) for item in without_weak_point(case)]
    found = [text.html("audit.no_weak_point", alternatives=text.listed(bare))] if bare else []
    note = joined([*found, text.html("report.points_note")])
    return (TableBlock("summary_points", text("report.best_worst"), heading, rows, note),)


def land_blocks(content: Content) -> tuple[Block, ...]:
    """The land of every alternative in tiles, where there is room and the case says what the land is used for."""
    figure = land_figure(content) if in_summary(content) else None
    return () if figure is None else (figure,)


def losers_blocks(content: Content) -> tuple[Block, ...]:
    """What each alternative means for each group, in signs; says so when nobody looked into it."""
    case, text = content.case, content.text
    if not case.groups:
        return (Paragraph(text.html("who.no_groups")),)
    vulnerable = {group.id for group in case.groups if group.vulnerable.answer == "yes"}
    rows = tuple(
        row(
            text.html("report.vulnerable_group", group=group.label) if group.id in vulnerable else group.label,
            *(cell.signs for cell in group.cells),
        )
        for group in group_rows(case, text)
    )
    heading = alternative_columns(case, text, text("who.group"), 2.8)
    note = joined([text.html("who.short_legend"), compared_with(case, text)])
    return (TableBlock("summary_losers", text("who.short_title"), heading, rows, note),)


def alternative_columns(case: Case, text: Words, first: str, width: float) -> tuple[TableColumn, ...]:
    """A first column, and one for every alternative: with its name where that fits, otherwise with its letter."""
    if is_wide(case):
        return (TableColumn(first, width=width), *(TableColumn(item.code) for item in case.alternatives))
    return columns(case, text, first, width)


def alternative_cell(case: Case, alternative: Alternative, text: Words) -> Markup:
    """Name and letter; the reference is called one."""
    shown = bold(named(alternative, text))
    return text.html("report.reference_name", name=shown) if alternative.id == case.reference else shown


def points_cell(case: Case, alternative: str, criteria: tuple[str, ...], text: Words) -> Markup:
    """The points in one cell, each with its grade; that there are none is said."""
    if not criteria:
        return text.html("report.no_point")
    grades = {key: grade_mark(case.performances[alternative, key].grade, text) for key in criteria}
    return Markup("; ").join(named_point(case, alternative, key, grades[key], text) for key in criteria)


def point(case: Case, alternative: str, criterion_id: str, text: Words) -> Markup:
    """One effect with its unit, range, grade and sources: `Banen: 608 fte (400 tot 800; D; S4)`."""
    criterion = case.criterion(criterion_id)
    cell = case.performances[alternative, criterion_id]
    about = joined([span(criterion, cell, text), grade_mark(cell.grade, text), " ".join(cell.sources)], "; ")
    return named_point(case, alternative, criterion_id, about, text)


def named_point(case: Case, alternative: str, criterion_id: str, about: Markup | str, text: Words) -> Markup:
    """One effect with its unit, and between brackets what is said about it."""
    criterion = case.criterion(criterion_id)
    shown = performance_with_unit(criterion, case.performances[alternative, criterion_id], text)
    key = "report.point" if about else "report.bare_point"
    return text.html(key, name=text.of(criterion.short), effect=shown, about=about)
