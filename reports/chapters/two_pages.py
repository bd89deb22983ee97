"""The summary alone: two pages, with the land in tiles as its one picture and few codes of sources.

Page one is the page of five minutes, with the best and the worst points of every alternative. Page two has what comes
first with which weights, what nobody knows, the sources of the figures named, and how it was made.
"""

from dataclasses import dataclass

from markupsafe import Markup, escape

from cases.definition.model import Case
from reports.blocks import Block, Callout, Paragraph, Section, TableBlock, TableColumn
from reports.chapters.chapter_parts import bold, chunks, is_crowded, is_wide, joined, labelled, named, note, row
from reports.chapters.short_chapter import read_first
from reports.chapters.summary_open import account_sentence, unknown
from reports.chapters.summary_people import people_blocks
from reports.chapters.summary_points import POINTS, alternative_columns, named_point
from reports.chapters.summary_results import requirements_blocks, results_blocks, results_in_short
from reports.content import Content
from reports.figures.land_figure import land_figure
from texts import Words
from weighing.strongest_weakest import strong_points, weak_points
from wording.council_rows import TOPICS, CouncilColumn, council_columns
from wording.grade_words import grade_mark
from wording.story_rows import story_rows
from wording.who_words import reference_chosen

MOST_CODES = 9
"""So many different sources are named at most: a summary with more is a list of sources."""

MOST_WITH_FLIP = 3
"""With more weightings than these there is a line for each, without what flips it: the longer reports have that."""


@dataclass(frozen=True)
class Cited:
    """The figures of page one, and one source for each that has one named."""

    points: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    """Per alternative its best and its worst points."""
    sources: dict[tuple[str, str], str]
    """By alternative and criterion."""


def two_pages(content: Content, made: tuple[Markup, ...]) -> tuple[Section, Section]:
    """Both pages; `made` says how to make the same again."""
    found = cited(content.case)
    return _first(content, found), _second(content, found, made)


def cited(case: Case) -> Cited:
    """One source for every figure of page one; for the first points only, where more would need too many sources.

    Then as many from the front for every alternative; none where even one point each needs more than `MOST_CODES`.
    """
    points = {
        item.id: (strong_points(case, item.id)[:POINTS], weak_points(case, item.id)[:POINTS])
        for item in case.alternatives
    }
    for count in range(POINTS, 0, -1):
        figures = [(key, name) for key, ends in points.items() for end in ends for name in end[:count]]
        found = _few_sources(case, figures)
        if len(set(found.values())) <= MOST_CODES:
            return Cited(points, found)
    return Cited(points, {})


def _few_sources(case: Case, figures: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """First the source that serves most figures; of two that serve as many, the first in the list of the case."""
    left = {figure: case.performances[figure].sources for figure in figures if case.performances[figure].sources}
    chosen: dict[tuple[str, str], str] = {}
    while left:
        best = max(case.sources, key=lambda source: sum(source in sources for sources in left.values()))
        served = [figure for figure, sources in left.items() if best in sources]
        chosen |= dict.fromkeys(served, best)
        left = {figure: sources for figure, sources in left.items() if figure not in served}
    return chosen


def _first(content: Content, found: Cited) -> Section:
    case, text = content.case, content.text
    titles = [text("report.best"), text("report.worst"), *(text(f"short.row_{topic}") for topic in TOPICS[1:])]
    cells = [_cells(case, column, found, text) for column in council_columns(case, text)]
    if is_wide(case):
        heading = (TableColumn(text("explore.alternative")), *map(TableColumn, titles))
        rows = tuple(row(bold(named(item, text)), *own) for item, own in zip(case.alternatives, cells, strict=True))
    else:
        heading = alternative_columns(case, text, "", 0.6)
        rows = tuple(row(bold(title), *(own[place] for own in cells)) for place, title in enumerate(titles))
    lines = [text.html("short.note", row=text("short.row_first")), text.html("report.two_pages_points")]
    lines.append(text.html("report.named_in_full", row=text("short.row_unknown")))
    lines += map(escape, reference_chosen(case, text))
    table = TableBlock("short_table", text("short.table"), heading, rows, joined(lines))
    box = read_first(content)
    short = Callout(box.title, tuple(joined(pair) for pair in chunks(box.text, 2)))
    return Section("short", text("short.title"), (short, table))


def _cells(case: Case, column: CouncilColumn, found: Cited, text: Words) -> list[Markup]:
    """One alternative: its best and its worst points, and the rows of five minutes."""
    key = column.alternative.id
    best, worst = (
        Markup("; ").join(_point(case, key, name, found, text) for name in names) or text.html("report.no_point")
        for names in found.points[key]
    )
    cells = [column.cells[topic] for topic in TOPICS[1:]]
    return [best, worst, *(cell.on_little_paper if is_crowded(case) else cell.on_paper for cell in cells)]


def _point(case: Case, alternative: str, criterion: str, found: Cited, text: Words) -> Markup:
    grade = case.performances[alternative, criterion].grade
    about = (grade_mark(grade, text), found.sources.get((alternative, criterion), ""))
    return named_point(case, alternative, criterion, joined(about, "; "), text)


def _second(content: Content, found: Cited, made: tuple[Markup, ...]) -> Section:
    case, text = content.case, content.text
    tiles = land_figure(content)
    results = results_blocks if len(content.views) <= MOST_WITH_FLIP else results_in_short
    blocks: list[Block] = [] if tiles is None else [tiles]
    for part in (requirements_blocks, results, people_blocks):
        blocks += part(content)
    blocks += [Paragraph(bold(text("report.unknown"))), *unknown(content)]
    blocks.append(Paragraph(labelled(text("report.voices"), _voices(case, text))))
    named_sources = [_source(case, key, text) for key in case.sources if key in set(found.sources.values())]
    if named_sources:
        blocks.append(note(labelled(text("report.sources"), joined(named_sources, "; "))))
    blocks.append(note(labelled(text("report.again"), joined(made))))
    return Section("summary", text("report.summary"), tuple(blocks), new_page=True)


def _voices(case: Case, text: Words) -> Markup:
    count = len(story_rows(case, text))
    there = {"count": count, "place": text("report.in_full")}
    told = text.html("report.stories_in", **there) if count else text.html("report.no_stories")
    return joined([told, account_sentence(case, text)])


def _source(case: Case, key: str, text: Words) -> Markup:
    """Its number with who published it and when; the title where that is not known."""
    source = case.sources[key]
    by = ", ".join((source.publisher or text.of(source.title), source.year or text("effects.no_year")))
    return text.html("report.source_line", id=key, by=escape(by))
