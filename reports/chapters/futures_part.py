"""Every future in the chapter on how sure: which there are, the totals in each, and what a plan bets on."""

from collections.abc import Iterator

from markupsafe import Markup

from cases.definition.future import Future
from cases.definition.model import Case
from reports.blocks import Block, Section, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import (
    banded,
    charted,
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
    source_list,
    tallest,
)
from reports.content import Content, View
from reports.figures.report_charts import futures_figures
from texts import Words
from texts.numbers import number
from weighing.futures import GOOD_ENOUGH, Futures
from wording.effect_words import performance_with_unit, span
from wording.future_words import (
    cell_text,
    future_name,
    headline,
    illustrative_line,
    largest_text,
    standing_sentence,
)
from wording.grade_words import grade_mark
from wording.verdict_words import counts_of_all


def futures_sections(content: Content) -> tuple[Section, ...]:
    """The futures at every weighting of the report, and then each figure of them; nothing for a case without any."""
    case, text = content.case, content.text
    if not case.futures:
        return ()
    claims = (note(text("chapters.sources_note")), _claims(case, text))
    return (
        Section("robustness_futures", text("futures.title"), tuple(_blocks(content)), wide=is_wide(case)),
        Section("robustness_futures_claims", text("futures.changes"), claims, wide=True, one_by_one=True),
    )


def _blocks(content: Content) -> Iterator[Block]:
    case, text = content.case, content.text
    yield from plain(text("chapters.futures_intro"))
    yield items(labelled(text.of(future.label), _about(case, future, text)) for future in case.futures)
    if guessed := illustrative_line(case, text):
        yield note(guessed)
    views = [(view, view.futures) for view in content.views]
    found = [(view, futures) for view, futures in views if futures is not None]
    if not found:
        yield note(text("chapters.no_views"))
        return
    limit = number(GOOD_ENOUGH, text.language)
    yield from plain(text("futures.rule", limit=limit))
    yield items(labelled(view.label, headline(futures, text)) for view, futures in found)
    for view, futures in found:
        if view is charted(content):
            yield from futures_figures(view.label, futures, text, tallest(case))
            yield from plain(text("chapters.futures_bets", view=view.label))
            yield items(
                labelled(named(item, text), standing_sentence(futures, place, text))
                for place, item in enumerate(case.alternatives)
            )
    yield _totals(found, text)
    yield from _counts(found, text)


def _about(case: Case, future: Future, text: Words) -> Markup:
    why = "" if future.why_not_all is None else text("futures.not_all", why=text.of(future.why_not_all))
    sources = f"({source_list(case, future.sources)})" if future.sources else ""
    return joined([text.of(future.about), why, sources])


def _columns(found: Futures, text: Words, *more: str) -> tuple[TableColumn, ...]:
    """A column for the alternative, for every future, and for what follows from them."""
    names = [*(future_name(column.future, text) for column in found.columns), *more]
    return (TableColumn(text("explore.alternative"), width=1.5), *(TableColumn(name, "right") for name in names))


def _totals(found: list[tuple[View, Futures]], text: Words) -> TableBlock:
    heading = _columns(found[0][1], text, text("futures.largest"))
    rows = banded((view.label, _total_rows(futures, text)) for view, futures in found)
    return TableBlock("futures_totals", text("futures.table"), heading, rows)


def _total_rows(found: Futures, text: Words) -> Iterator[TableRow]:
    for place, item in enumerate(found.case.alternatives):
        cells = (cell_text(column, place, text) for column in found.columns)
        yield row(named(item, text), *cells, largest_text(found, place, text))


def _counts(found: list[tuple[View, Futures]], text: Words) -> Iterator[Block]:
    """How often each comes first in every future, as in the verdict; of weightings with an answer for every theme."""
    rows = banded((view.label, _count_rows(futures, text)) for view, futures in found)
    if rows:
        yield TableBlock("futures_counts", text("futures.counts"), _columns(found[0][1], text), rows)


def _count_rows(found: Futures, text: Words) -> Iterator[TableRow]:
    shares = [column.shares for column in found.columns]
    counts = [counts_of_all(share, text) for share in shares if share is not None]
    for place, item in enumerate(found.case.alternatives):
        cells = [count[place] for count in counts]
        if len(cells) == len(shares):
            yield row(named(item, text), *cells)


def _claims(case: Case, text: Words) -> TableBlock:
    """One line for every figure of a future: today and then, range, grade, sources and what was noted about it."""
    widths = {"alternative": 1.3, "criterion": 1.8, "today": 1.2, "then": 1.2, "range": 1.2, "grade": 0.6,
              "sources": 1.2, "note": 3}  # fmt: skip
    rows = banded((text.of(future.label), _claim_rows(case, future, text)) for future in case.futures)
    return TableBlock("futures_claims", text("futures.changes"), heads(text, widths, "chapters.futures_"), rows)


def _claim_rows(case: Case, future: Future, text: Words) -> Iterator[TableRow]:
    for (here, alternative, key), then in case.future_effects.items():
        if here != future.id:
            continue
        criterion = case.criterion(key)
        yield row(
            named(case.alternative(alternative), text),
            text.of(criterion.label),
            performance_with_unit(criterion, case.performances[alternative, key], text),
            performance_with_unit(criterion, then, text),
            span(criterion, then, text),
            grade_mark(then.grade, text),
            source_list(case, then.sources),
            "" if then.note is None else ended(text.of(then.note)),
        )
