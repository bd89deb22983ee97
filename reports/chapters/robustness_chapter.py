"""How sure: per weighting the verdict and what would change it, and over many weightings what comes first how often."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple

from markupsafe import Markup

from mcda.robustness import Acceptability
from reports.blocks import Block, Callout, Section, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import (
    banded,
    charted,
    columns,
    effect,
    heads,
    is_wide,
    items,
    joined,
    labelled,
    named,
    note,
    plain,
    row,
    tallest,
)
from reports.chapters.futures_part import futures_sections
from reports.content import Content, View
from reports.figures.report_charts import ranges_figure, shares_figures, tipping_figure, tornado_figure
from texts import Words
from texts.numbers import number, percent, quantity
from weighing.shares_of_weightings import AROUND, Tree, WinningValues
from weighing.verdict import Verdict
from wording.cause_words import cause_rows, cause_rule, cause_sentence
from wording.doubt_rows import doubt_rows, gain_sentence, gaining
from wording.flip_words import flip, nearest_flip
from wording.sentences import theme_weight
from wording.sureness import behind_texts, none_alone, shift_sentence, tree_name, winning_sentence
from wording.verdict_words import counts_of_all, out_of_100

CRITERIA_SHOWN = 4
"""Criteria in the chart of the largest doubts."""
CRITERIA_BESIDE = 2
"""The same on a page that lies on its side, which has room for one row."""


def chapter(content: Content) -> Section:
    """Verdicts, shares on every tree of the case, values that make each win, futures, and each weighting apart."""
    case, text = content.case, content.text
    sections = [
        Section("robustness_verdicts", text("chapters.verdicts"), tuple(_verdicts(content))),
        Section("robustness_shares", text("sure.shares"), tuple(_shares(content)), wide=is_wide(case)),
        Section("robustness_values", text("sure.values"), tuple(_values(content)), wide=is_wide(case), one_by_one=True),
    ]
    if case.causes:
        sections.append(Section("robustness_causes", text("causes.title"), tuple(_causes(content)), one_by_one=True))
    sections += [*futures_sections(content), *(_view(view, content) for view in content.views)]
    return Section("robustness", text("sure.title"), (*plain(text("sure.intro")), *sections))


def _verdicts(content: Content) -> Iterator[Block]:
    text = content.text
    yield from plain(text("chapters.verdicts_intro"))
    if not content.views:
        yield note(text("chapters.no_views"))
        return
    rows = tuple(
        row(view.label, view.said.label or text("chapters.no_verdict"), view.said.main) for view in content.views
    )
    widths = {"weighting": 1.5, "verdict": 0.9, "verdict_main": 5}
    yield TableBlock("robustness_words", text("chapters.verdicts"), heads(text, widths, "chapters."), rows)


def _shares(content: Content) -> Iterator[Block]:
    """All weightings, then those close to each weighting of the report; every tree that the case has."""
    case, text = content.case, content.text
    yield from plain(
        text("sure.shares_intro"),
        text("chapters.shares_how", all=text("sure.over_all_help"),
             around=text("sure.over_around_help", factor=quantity(AROUND, text.language, 1))),
    )  # fmt: skip
    found = [(tree_name(case, tree, text), item) for tree, item in content.every_weighting.items()]
    charts = [
        (name, list(zip(map(float, item.first), counts_of_all(item.first, text), strict=True))) for name, item in found
    ]
    yield from shares_figures(case, "chart_shares", charts, text, tallest(case))
    shares = [(text("sure.over_all"), content.every_weighting)]
    beside = [(view, view.around) for view in content.views]
    shares += [(text("chapters.around_view", view=view.label), around) for view, around in beside if around is not None]
    yield TableBlock(
        "robustness_first",
        text("chapters.shares_caption"),
        columns(case, text, text("chapters.tree"), width=3.1, align="right"),
        banded((title, _share_rows(inside, content)) for title, inside in shares),
    )
    samples = number(next(iter(content.every_weighting.values())).samples, text.language)
    yield note(text("sure.error", samples=samples))
    unsure = [view.label for view, around in beside if around is None]
    if unsure:
        yield note(text("chapters.around_unsure", views=text.listed(unsure)))


def _share_rows(found: Mapping[Tree, Acceptability], content: Content) -> list[TableRow]:
    text = content.text
    return [row(tree_name(content.case, tree, text), *counts_of_all(item.first, text)) for tree, item in found.items()]


def _causes(content: Content) -> Iterator[Block]:
    """What moves together in the draws, and why."""
    case, text = content.case, content.text
    yield from plain(cause_sentence(case, text), cause_rule(text))
    widths = {"cause": 1.4, "effects": 2, "why": 4, "source": 0.8}
    rows = tuple(row(one.label, one.effects, one.about, " ".join(one.sources)) for one in cause_rows(case, text))
    yield TableBlock("causes", text("causes.title"), heads(text, widths, "causes."), rows)


def _values(content: Content) -> Iterator[Block]:
    """With which values each alternative comes first, or that none do it."""
    case, text, found = content.case, content.text, content.winning_values
    yield from plain(text("chapters.values_intro"))
    yield items(
        labelled(named(item, text), winning_sentence(case, values, text))
        for item, values in zip(case.alternatives, found, strict=True)
    )
    rows = [
        row(text.of(theme.label), *(_part(values, place, text) for values in found))
        for place, theme in enumerate(case.themes)
    ]
    confidence = (
        "-" if values.weights is None or values.confidence is None else out_of_100(values.confidence, text)
        for values in found
    )
    rows.append(row(text("chapters.values_confidence"), *confidence))
    heading = columns(case, text, text("explore.theme"), width=2, align="right")
    yield TableBlock("robustness_winning", text("chapters.values_caption"), heading, tuple(rows))


def _part(values: WinningValues, theme: int, text: Words) -> str:
    return percent(values.theme_weights[theme], text.language) if values.weights is not None else "-"


def _flip_chart(view: View, text: Words) -> Iterator[Block]:
    """The totals as the weight of the theme that is nearest to a flip runs from nothing to everything."""
    nearest = nearest_flip(view.comparison, text)
    if nearest.theme is not None:
        yield tipping_figure(view.label, view.comparison, nearest.theme, text)
        yield _lines_table(view, nearest.theme, text)


def _ranges(found: Verdict, text: Words) -> Iterator[Block]:
    """The effects behind the largest doubts, as a chart and as a table."""
    case = found.comparison.case
    keys = list(dict.fromkeys(case.summed[column].id for doubt in found.doubts for _, column in doubt.quantity.named))
    keys = keys[: CRITERIA_BESIDE if is_wide(case) else CRITERIA_SHOWN]
    yield ranges_figure(case, keys, text)
    yield TableBlock(
        "robustness_ranges",
        text("chapters.chart_ranges"),
        columns(case, text, text("effects.criterion"), width=1.6),
        tuple(
            row(
                text.of(criterion.label),
                *(effect(criterion, case.performances[item.id, criterion.id], text) for item in case.alternatives),
            )
            for criterion in map(case.criterion, keys)
        ),
    )


def _lines_table(view: View, theme: int, text: Words) -> TableBlock:
    """The ends of the lines and where they are now; in between every line is straight."""
    comparison, case = view.comparison, view.comparison.case
    at_0, at_1, now = comparison.theme_lines(theme)
    shares = ("0%", text("flip.now", share=percent(now, text.language)), "100%")
    heading = (TableColumn(text("explore.alternative"), width=2), *(TableColumn(share, "right") for share in shares))
    rows = tuple(
        row(
            named(item, text),
            *(number(values[place], text.language, 1) for values in (at_0, comparison.totals, at_1)),
        )
        for place, item in enumerate(case.alternatives)
    )
    name = text.of(case.themes[theme].label)
    return TableBlock("tipping_lines", text("chapters.tipping_caption", theme=name), heading, rows)


def _view(view: View, content: Content) -> Section:
    """The verdict aloud, tipping points, what others would have to improve, and what is worth finding out."""
    text, comparison, in_charts = content.text, view.comparison, view is charted(content)
    blocks: list[Block] = [Callout(view.said.label or text("chapters.no_verdict"), view.said.sentences)]
    if comparison.known and not comparison.one_theme and comparison.contenders:
        blocks.append(_tips(view, text))
        if in_charts:
            blocks += _flip_chart(view, text)
    if view.verdict is not None:
        if comparison.known and not comparison.unsure:
            if not comparison.one_theme:
                blocks += plain(shift_sentence(view.verdict, text))
            blocks += _improve(view, text)
        figure = tornado_figure(view.label, view.verdict, text) if in_charts else None
        blocks += [figure] if figure is not None else []
        blocks += _doubts(view, view.verdict, text)
        blocks += _ranges(view.verdict, text) if figure is not None else []
    return Section(f"robustness_of_{view.id}", view.label, tuple(blocks), wide=is_wide(content.case), one_by_one=True)


def _tips(view: View, text: Words) -> TableBlock:
    comparison = view.comparison
    rows = tuple(
        row(
            text.of(theme.label),
            theme_weight(comparison, place, text),
            flip(comparison, place, text),
        )
        for place, theme in enumerate(comparison.case.themes)
    )
    heading = (
        TableColumn(text("explore.theme"), width=1.6),
        TableColumn(text("explore.weight"), "right", 0.7),
        TableColumn(text("chapters.tips"), width=4),
    )
    return TableBlock(f"tips_{view.id}", text("sure.flips"), heading, rows, text.html("chapters.tips_note"))


def _improve(view: View, text: Words) -> Iterator[Block]:
    yield from plain(labelled(text("sure.effect_title"), text("sure.effect_intro")))
    behind = behind_texts(view.comparison, text)
    yield items(labelled(named(item.alternative, text), joined([item.behind, *item.lines], "; ")) for item in behind)
    yield from plain(none_alone(behind, text))


def _doubts(view: View, found: Verdict, text: Words) -> Iterator[Block]:
    """What each uncertainty makes of the lead of the first over its rival at either end, and what knowing it gains."""
    case, doubts, told = found.comparison.case, doubt_rows(found, text), gaining(found)
    rows = [row(*astuple(item)) for item in doubts[:told]]
    if not doubts:
        yield note(text("sure.doubts_none"))
        return
    names = {
        "first": text.of(case.alternatives[found.first].label),
        "rival": text.of(case.alternatives[found.rival].label),
    }
    heading = (
        TableColumn(text("sure.doubts_effect"), width=1.8),
        *(TableColumn(text(f"sure.doubts_{head}"), "right") for head in ("low", "high", "gain", "flips")),
    )
    yield from plain(gain_sentence(found, text))
    more = len(found.doubts) - len(doubts)
    remark = text.html("chapters.doubts_more", count=more, chapter=text("effects.title")) if more else Markup()
    if without := [item.label for item in doubts[told:]]:
        remark = joined([text.html("chapters.doubts_no_gain", effects="; ".join(without)), remark])
    if not rows:
        yield note(remark)
        return
    yield TableBlock(f"doubts_{view.id}", text("chapters.doubts_caption", **names), heading, tuple(rows), remark)
