"""A part of the effects in euros, as a separate lens: from effect over factor to amount, beside what has no amount."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import escape

from reports.blocks import Block, Callout, Section, TableBlock, TableColumn
from reports.chapters.chapter_parts import columns, heads, is_wide, items, joined, labelled, named, note, plain, row
from reports.chapters.euro_tables import (
    budget,
    contested,
    dated_costs,
    divisions,
    doubts,
    lines,
    over_years,
    parties,
    switches,
    transfers,
)
from reports.chapters.results_chapter import total_cells, view_cells
from reports.content import Content
from texts import Words
from texts.numbers import percent
from weighing.comparison import Comparison
from weighing.euros.double_count import counted_twice
from weighing.euros.valuing import Euros
from weighing.requirements_tested import failing
from wording.euro_doubt_words import difference_sentence
from wording.euro_rows import amount_name, coverage_sentence, gap_rows, lens_sentence, set_text, total_rows


def chapter(content: Content) -> Section | None:
    """None when the maker of the report left the euros off: nothing else in the report depends on them."""
    found, text, case = content.euros, content.text, content.case
    if found is None:
        return None
    sections = [
        Section("euros_totals", text("chapters.euro_totals"), tuple(_totals(content, found))),
        Section("euros_gaps", text("lens.gaps"), tuple(_gaps(found, text))),
        Section("euros_lines", text("lens.lines"), lines(found, text), wide=True, one_by_one=True),
    ]
    for key, title, blocks in (
        ("years", "lens.years", over_years(found, text)),
        ("costs", "lens.costs", dated_costs(found, text)),
        ("apart", "lens.apart", doubts(found, text)),
        ("divided", "lens.divided", divisions(found, text)),
        ("budget", "lens.budget", budget(case, text)),
        ("contested", "lens.contested", contested(case, text)),
        ("transfers", "lens.transfers", transfers(case, text)),
        ("parties", "lens.parties", parties(found, text)),
    ):
        if blocks:
            sections.append(Section(f"euros_{key}", text(title), blocks, wide=is_wide(case)))
    sections += [
        Section("euros_pairs", text("lens.pair"), tuple(_pairs(found, text))),
        Section("euros_switches", text("lens.switches"), switches(found, text), wide=True, one_by_one=True),
    ]
    if content.views:
        sections.append(
            Section("euros_together", text("lens.together"), tuple(_together(content, found)), wide=is_wide(case))
        )
    sections.append(Section("euros_source", text("lens.source"), tuple(_source(found, text))))
    return Section("euros", text("euros.title"), (*_intro(found, text), *sections), new_page=True)  # fmt: skip


def _intro(found: Euros, text: Words) -> Iterator[Block]:
    lines_ = (text("lens.what"), lens_sentence(found, text), text("lens.not_zero"))
    yield Callout(text("chapters.euros_callout"), tuple(map(escape, lines_)))
    yield plain(coverage_sentence(found, text))[0]


def _totals(content: Content, found: Euros) -> Iterator[Block]:
    """One row for each alternative; yearly and one-off amounts apart, gains taken off nothing."""
    case, text = content.case, content.text
    off = content.settings.requirements_off
    breached = [item.id for item in case.alternatives if failing(case, item.id, off)]
    rows = total_rows(found, text, breached)
    none = text("lens.no_amount")
    yield TableBlock(
        "euros_by_alternative",
        text("chapters.euro_totals_caption", name=amount_name(found, text)),
        heads(
            text,
            {"explore.alternative": 1.2, "lens.table_total": 2.2, "lens.table_present": 2.2, "lens.table_covered": 4},
        ),
        tuple(
            row(
                named(case.alternative(item.alternative), text),
                " / ".join(total.full for total in item.totals) or none,
                item.present.full if item.present else none,
                item.coverage,
            )
            for item in rows
        ),
    )
    marks = [
        labelled(named(case.alternative(item.alternative), text), mark)
        for item in rows
        for mark in (item.unknown, item.breach)
        if mark
    ]
    if marks:
        yield items(marks)
    gains = [
        labelled(named(case.alternative(item.alternative), text), f"{gain.label}: {gain.quantity}")
        for item in rows
        for gain in item.gains
    ]
    if gains:
        yield from plain(labelled(text("lens.gains"), text("lens.gains_about")))
        yield items(gains)
    yield note(text("lens.not_together"))


def _gaps(found: Euros, text: Words) -> Iterator[Block]:
    """What has no amount in any alternative; then what lacks one in some alternatives only."""
    heading = heads(text, {"effect": 1.6, "reason": 1.4, "meaning": 3}, "lens.gaps_")
    everywhere = gap_rows(found, text)
    rows = tuple(row(item.label, item.reason, item.text) for item in everywhere)
    yield TableBlock("euros_without", text("lens.gaps"), heading, rows)
    keys = {item.criterion for item in everywhere}
    some = [
        (item, gap)
        for item in found.case.alternatives
        for gap in gap_rows(found, text, item.id)
        if gap.criterion not in keys
    ]
    if some:
        yield TableBlock(
            "euros_without_some",
            text("chapters.euro_gaps_some"),
            (TableColumn(text("explore.alternative"), width=1.3), *heading),
            tuple(row(named(item, text), gap.label, gap.reason, gap.text) for item, gap in some),
        )


def _pairs(found: Euros, text: Words) -> Iterator[Block]:
    """Every alternative beside the point of comparison."""
    case = found.case
    yield items(
        difference_sentence(case, found.choices, case.reference, item.id, text)
        for item in case.alternatives
        if item.id != case.reference
    )


def _together(content: Content, found: Euros) -> Iterator[Block]:
    """The results with and without the effects that have an amount: beside euros these would count twice."""
    case, text = content.case, content.text
    yield from plain(text("chapters.together_intro"))
    first, *others = columns(case, text, text("chapters.weighting"), width=1.8, align="right")
    rows = []
    for view in content.views:
        rest, share = _without(view.comparison, found)
        without = (
            total_cells(rest, text) if rest is not None else (text("chapters.nothing_left"),) * len(case.alternatives)
        )
        rows.append(row(text("chapters.with_all", view=view.label), "", *view_cells(view)))
        rows.append(row(text("chapters.without_euros", view=view.label), percent(share, text.language), *without))
    yield TableBlock(
        "euros_with_without",
        text("chapters.together_caption"),
        (first, TableColumn(text("chapters.left_out_share"), "right"), *others),
        tuple(rows),
        joined([text.html("chapters.totals_note"), text("chapters.together_note")]),
    )


def _without(comparison: Comparison, found: Euros) -> tuple[Comparison | None, float]:
    """The comparison on what is not in euros, the weights in their proportions, and the share that is left out.

    None when all weight is on effects that have an amount or overlap with one.
    """
    twice = {item.criterion for item in counted_twice(found.case, found.choices, comparison.weights).in_scores}
    kept = comparison.weights.copy()
    kept[[place for place, item in enumerate(found.case.summed) if item.id in twice]] = 0.0
    left = float(kept.sum())
    return (replace(comparison, weights=kept / left) if left > 0 else None), 1 - left


def _source(found: Euros, text: Words) -> Iterator[Block]:
    words = set_text(found, text)
    yield from plain(
        labelled(
            words.name,
            f"{words.publisher}, {words.version}, {words.level}. {text('lens.licence', licence=words.licence)}",
        ),
        text.html("chapters.attribution", words=words.attribution, address=words.address),
        words.doubt,
    )
