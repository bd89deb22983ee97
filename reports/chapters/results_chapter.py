"""The results: the totals of every weighting beside each other, and for each what they are made of."""

from collections.abc import Iterator

from markupsafe import Markup

from reports.blocks import Block, Callout, Section, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import MANY_WEIGHTINGS, charted, columns, is_wide, joined, note, plain, row, tallest
from reports.chapters.groups_chapter import result_tables
from reports.chapters.summary_results import may_be_first
from reports.content import Content, View
from reports.figures.report_charts import contributions_figure, totals_figures
from texts import Words
from weighing.comparison import Comparison
from wording.requirement_line import requirement_line
from wording.requirement_words import open_sentence
from wording.sentences import deciding, ends_shown, open_themes, points_text, theme_weight, total_text


def chapter(content: Content) -> Section:
    """Never one ranking alone: all weightings of the report first, each by itself after that, then groups."""
    case, text = content.case, content.text
    sections: list[Block] = []
    if content.views:
        figures = totals_figures(case, [(view.label, view.comparison) for view in content.views], text, tallest(case))
        blocks, title = (totals_table(content), *figures), text("chapters.results_totals")
        if len(content.views) > MANY_WEIGHTINGS:
            blocks = blocks[:1]
            drawn = Section(
                "results_charts", text("chapters.chart_totals"), figures, wide=is_wide(case), one_by_one=True
            )
            sections.append(drawn)
        sections.insert(0, Section("results_totals", title, blocks, wide=is_wide(case)))
        sections += [_view(view, content) for view in content.views]
    if content.room is not None:
        groups = tuple(result_tables(content))
        sections.append(Section("results_groups", text("chapters.results_groups"), groups, wide=is_wide(case)))
    return Section("results", text("chapters.results"), (*_intro(content), *sections))


def _intro(content: Content) -> Iterator[Block]:
    text = content.text
    yield Callout(text("chapters.results_callout"), (text.html("limits.reason"), text.html("chapters.results_intro")))
    line = requirement_line(content.case, content.settings.requirements_off, text)
    if line:
        yield plain(line)[0]


def totals_table(content: Content) -> TableBlock:
    """The total of every alternative in every weighting; the first is bold where one can be told, as in the summary."""
    text = content.text
    return TableBlock(
        "results_by_weighting",
        text("chapters.chart_totals"),
        columns(content.case, text, text("chapters.weighting"), width=1.8, align="right"),
        tuple(row(view.label, *view_cells(view)) for view in content.views),
        text.html("chapters.totals_note"),
    )


def view_cells(view: View) -> tuple[str | Markup, ...]:
    """The totals in one weighting: the first in bold, or beside all that may be first that nobody can say which."""
    return total_cells(view.comparison, view.text, may_be_first(view))


def total_cells(comparison: Comparison, text: Words, first: tuple[int, ...] = ()) -> tuple[str | Markup, ...]:
    """A total for each alternative, with a word beside it for one that cannot come first.

    Args:
        first: the place of the alternative that comes first, or of all that may; empty marks none.
    """
    cells: list[str | Markup] = []
    for place in range(len(comparison.case.alternatives)):
        total = total_text(comparison, place, text)
        if place not in comparison.contenders:
            cells.append(f"{total} ({text('explore.fails')})")
        elif place not in first:
            cells.append(total)
        elif len(first) == 1:
            cells.append(Markup("<b>{}</b>").format(total))
        else:
            cells.append(f"{total} ({text('report.may_be_first')})")
    return tuple(cells)


def _view(view: View, content: Content) -> Section:
    case, text, comparison = content.case, content.text, view.comparison
    blocks: list[Block] = [*plain(_deciding(view), open_sentence(comparison, text))]
    blocks += map(note, open_themes(comparison, text))
    if view is charted(content) and not comparison.unsure:  # a bar of pieces would say one weight for each theme
        blocks.append(contributions_figure(view.label, comparison, text))
    blocks.append(_contributions(view, text))
    if not comparison.known:
        blocks.append(note(text("explore.unknown_in_total")))
    return Section(f"results_of_{view.id}", view.label, tuple(blocks), wide=is_wide(case), one_by_one=True)


def _deciding(view: View) -> Markup:
    """Through what the first comes first; where nobody can say which, about the middle estimates only."""
    said = deciding(view.comparison, view.text)
    if view.comparison.undecided or len(may_be_first(view)) < 2:
        return said
    return joined([view.said.main, view.text("chapters.middle_only"), said])


def _contributions(view: View, text: Words) -> TableBlock:
    """What each theme gives, and what it gives the first over the second; both add up to the last row."""
    comparison = view.comparison
    case, first, second = comparison.case, comparison.first, comparison.second
    codes = {"first": case.alternatives[first].code, "second": case.alternatives[second].code}
    heading, *others = columns(case, text, text("explore.theme"), width=1.8, align="right")
    leads = comparison.theme_differences(first, second)
    rows = [
        row(
            f"{place + 1}. {text.of(theme.label)}",
            theme_weight(comparison, place, text),
            *_points(comparison, place, text),
            "-" if place in comparison.unsure else points_text(leads[place], text, signed=True),
        )
        for place, theme in enumerate(case.themes)
    ]
    rows += _totals(comparison, points_text(leads.sum(), text, signed=True), text)
    return TableBlock(
        f"contributions_{view.id}",
        text("chapters.contributions", view=view.label),
        (
            heading,
            TableColumn(text("explore.weight"), "right"),
            *others,
            TableColumn(text("chapters.difference", **codes), "right"),
        ),
        tuple(rows),
        text.html("chapters.contributions_unsure" if comparison.unsure else "chapters.contributions_note"),
    )


def _points(comparison: Comparison, theme: int, text: Words) -> list[str]:
    """What the theme gives to each alternative; a dash where its weight is not known."""
    if theme in comparison.unsure:
        return ["-"] * len(comparison.case.alternatives)
    return [points_text(value, text) for value in comparison.theme_contributions[:, theme]]


def _totals(comparison: Comparison, lead: str, text: Words) -> Iterator[TableRow]:
    """The totals; with themes that somebody does not know first without those, and then whatever they weigh."""
    count = len(comparison.case.alternatives)
    if comparison.unsure:
        without = (ends_shown(ends, text, 1) for ends in comparison.effect_intervals)
        yield row(text("chapters.total_without"), "", *without, lead)
        lead = "-"
    totals = (total_text(comparison, place, text, 1) for place in range(count))
    yield row(text("explore.total"), "", *totals, lead)
