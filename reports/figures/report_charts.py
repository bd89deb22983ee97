"""The charts of a report as figures: specification with its data, caption, and in words what it shows.

They are read on paper without colour too. So every bar carries its number, every alternative its letter, and shades
differ in lightness. Each has the width of a page on its end (170 mm) and stands beside a table with the same numbers.
"""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cases.definition.model import Case
from reports.blocks import Figure, plain
from reports.figures.report_chart_specs import (
    BAR,
    bar_panel,
    ends_layer,
    frame,
    on_paper,
    range_panel,
    stacked_spec,
    with_room,
)
from texts import Words
from texts.numbers import number, percent
from weighing.comparison import Comparison
from weighing.futures import Futures
from weighing.verdict import Verdict
from wording.charts import INK, lines_rows, lines_spec, tornado_rows, tornado_spec
from wording.colours import colours
from wording.doubt_rows import doubt_rows
from wording.effect_words import performance_text, value_text
from wording.flip_words import flip
from wording.future_words import future_name
from wording.sentences import total_text

TALLEST = 860
"""Pixels; what is higher does not fit under a heading on one page."""
TALLEST_WIDE = 520
"""The same on a page that lies on its side."""
LABEL = 46
"""Characters of a name in a chart; a longer one ends in an ellipsis, and stands whole in the table."""
BESIDE = 26
"""Characters of a name beside a bar."""
TOGETHER = 5.0
"""Points between the ends of two lines below which their letters would overlap."""
ROOM = 2.5
"""Points of a piece below which its number does not fit."""
PANELS = {3: (164, 24), 2: (270, 38)}
"""By the number of panels beside each other: pixels of one, and characters on a line of its title."""
AROUND_PANEL = 95
"""Pixels of the title and the axis of a panel, and of the white below it."""
LETTER_PX = 8.0
"""Width of a character behind a bar, about."""


@dataclass(frozen=True)
class Bar:
    """A horizontal bar from 0, with an open end where the number is a range."""

    code: str
    colour: str
    low: float
    high: float
    shown: str


@dataclass(frozen=True)
class Panel:
    """Bars under one heading."""

    title: str
    bars: tuple[Bar, ...]


def totals_figures(
    case: Case, views: Sequence[tuple[str, Comparison]], text: Words, tallest: int = TALLEST
) -> tuple[Figure, ...]:
    """The totals per weighting, as many panels a figure as a page can hold. `views` are labels and comparisons."""
    return _panel_figures(case, "chart_totals", text("chapters.chart_totals"), _totals(views, text), text, tallest)


def futures_figures(label: str, found: Futures, text: Words, tallest: int = TALLEST) -> tuple[Figure, ...]:
    """The totals at one weighting in every future, a panel each."""
    columns = [(future_name(column.future, text), column.comparison) for column in found.columns]
    title = text("chapters.chart_futures", view=label)
    return _panel_figures(found.case, "chart_futures", title, _totals(columns, text), text, tallest)


def _totals(views: Sequence[tuple[str, Comparison]], text: Words) -> list[Panel]:
    return [
        Panel(
            label,
            tuple(
                Bar(
                    item.code, colours(found.case)[item.id], *map(float, found.intervals[row]), _total(found, row, text)
                )
                for row, item in enumerate(found.case.alternatives)
            ),
        )
        for label, found in views
    ]


def shares_figures(
    case: Case,
    key: str,
    shares: Sequence[tuple[str, Sequence[tuple[float, str]]]],
    text: Words,
    tallest: int = TALLEST,
) -> tuple[Figure, ...]:
    """Out of 100 how often each alternative comes first: a panel per tree, each with a share and its words."""
    palette = colours(case)
    panels = [
        Panel(
            tree,
            tuple(
                Bar(item.code, palette[item.id], 100 * share, 100 * share, shown)
                for item, (share, shown) in zip(case.alternatives, found, strict=True)
            ),
        )
        for tree, found in shares
    ]
    return _panel_figures(case, key, text("chapters.chart_shares"), panels, text, tallest)


def contributions_figure(label: str, comparison: Comparison, text: Words) -> Figure:
    """Each total as a bar of the points that its themes give, numbered as the themes are."""
    case = comparison.case
    names = [_short(text.of(item.label)) for item in case.themes]
    pieces, ends = [], []
    for row, item in enumerate(case.alternatives):
        start, name = 0.0, _named(text.of(item.label), item.code)
        for place, points in enumerate(comparison.known_theme_contributions[row].tolist()):
            if points > 0:
                mark = str(place + 1) if points >= ROOM else ""
                piece = {"from": start, "to": start + points, "middle": start + points / 2}
                pieces.append({"name": name, "shade": place % 2, "mark": mark, **piece})
                start += points
        low, high = map(float, comparison.intervals[row])
        ends.append({"name": name, "low": low, "high": high, "shown": _total(comparison, row, text)})
    spec = dict(stacked_spec(text.language, len(ends)))
    themes = text.listed([f"{place + 1} {name}" for place, name in enumerate(names)])
    spec["title"] = _title(themes)
    spec["datasets"] = {"pieces": pieces, "ends": ends}
    said = [
        text("chapters.chart_parts", name=text.of(item.label), total=total_text(comparison, row, text),
             parts=text.listed([
                 f"{names[place]} {number(points, text.language, 1)}"
                 for place, points in enumerate(comparison.known_theme_contributions[row].tolist())
             ]))
        for row, item in enumerate(case.alternatives)
    ]  # fmt: skip
    title = text("chapters.chart_contributions", view=label)
    return Figure("chart_contributions", title, _alt(title, said), spec)


def tipping_figure(label: str, comparison: Comparison, theme: int, text: Words) -> Figure:
    """The totals as the weight of one theme runs from nothing to everything. Every total must be known."""
    case = comparison.case
    name = text.of(case.themes[theme].label)
    now = text("flip.now", share=percent(comparison.theme_weights[theme], text.language))
    frames = lines_rows(comparison, theme, now, text.language)
    at_1 = comparison.theme_lines(theme)[1].tolist()
    spec = on_paper(lines_spec(case, text.language), width=500, height=320)
    spec["title"] = _key(case, text)
    spec["config"]["legend"] = {"disable": True}
    spec["layer"] = [*spec["layer"], ends_layer()]
    spec["datasets"] = {**{key: frame.to_dict("records") for key, frame in frames.items()}, "ends": _ends(case, at_1)}
    alt_text = text("flip.lines_alt", theme=name, sentence=plain(flip(comparison, theme, text)))
    return Figure("chart_tipping", text("chapters.chart_tipping", theme=name, view=label), alt_text, spec)


def tornado_figure(label: str, found: Verdict, text: Words) -> Figure | None:
    """The lead of the first over its rival at the low and the high end of each effect in doubt; None without doubts."""
    case, rows = found.comparison.case, doubt_rows(found, text)
    if not rows:
        return None
    first, rival = (case.alternatives[row] for row in (found.first, found.rival))
    palette = colours(case)
    spec = on_paper(tornado_spec(text.language, len(rows), palette[first.id], palette[rival.id]), width=370)
    spec["datasets"] = {"doubts": tornado_rows(found, [item.label for item in rows]).to_dict("records")}
    said = [text("chapters.chart_doubt", effect=item.label, low=item.low, high=item.high) for item in rows]
    names = {"first": text.of(first.label), "rival": text.of(rival.label)}
    title = text("chapters.chart_tornado", view=label, **names)
    return Figure("chart_tornado", title, _alt(title, said), spec)


def ranges_figure(case: Case, criteria: Sequence[str], text: Words) -> Figure:
    """Per criterion what is expected of every alternative: low, middle and high, each criterion on its own scale."""
    panels, said = [], []
    for criterion in map(case.criterion, criteria):
        rows, words = [], []
        for item in case.alternatives:
            cell = case.performances[item.id, criterion.id]
            shown = performance_text(criterion, cell, text)
            if cell.value is not None and cell.low is not None and cell.high is not None:
                low, high = (value_text(criterion, value, text) for value in (cell.low, cell.high))
                shown = text("euros.counted_span", counted=shown, low=low, high=high)
            ends = {"low": cell.value if cell.low is None else cell.low, "value": cell.value,
                    "high": cell.value if cell.high is None else cell.high}  # fmt: skip
            rows.append({"code": item.code, "shown": shown, **ends})
            words.append(f"{text.of(item.label)} {shown}")
        unit = text.of(criterion.unit_label)
        name = text.of(criterion.label)
        title = _lines(f"{_short(name, 2 * LABEL)}, {_short(unit)}", 40)
        panels.append({**range_panel(text.language, len(rows)), "title": {"text": title}, "data": {"values": rows}})
        said.append(f"{name} ({unit}): {text.listed(words)}")
    title = text("chapters.chart_ranges")
    spec = {**frame(text.language), "title": _key(case, text), "columns": 2, "concat": panels}
    return Figure("chart_ranges", title, _alt(title, said), spec)


def _panel_figures(
    case: Case, key: str, title: str, panels: Sequence[Panel], text: Words, tallest: int
) -> tuple[Figure, ...]:
    """Three panels beside each other, or two when words are long; one figure as long as that fits on a page."""
    longest = max((len(bar.shown) for panel in panels for bar in panel.bars), default=0)
    beside = next((count for count, (width, _) in PANELS.items() if longest * LETTER_PX < 0.6 * width), 2)
    width, letters = PANELS[beside]
    end = _end([bar for panel in panels for bar in panel.bars], width)
    rows = max(1, tallest // (BAR * len(case.alternatives) + AROUND_PANEL))
    groups = [panels[start : start + beside * rows] for start in range(0, len(panels), beside * rows)]
    figures = []
    for place, group in enumerate(groups):
        charts = [
            {
                **with_room(bar_panel(text.language, len(panel.bars), width), end),
                "title": {"text": _lines(_short(panel.title, 2 * LABEL), letters)},
                "data": {"values": [vars(bar) for bar in panel.bars]},
            }
            for panel in group
        ]
        said = [f"{panel.title}: {text.listed([f'{bar.code} {bar.shown}' for bar in panel.bars])}" for panel in group]
        part = text("chapters.chart_part", part=place + 1, all=len(groups)) if len(groups) > 1 else ""
        caption = f"{title} {part}".strip()
        spec = {**frame(text.language), "title": _key(case, text), "columns": beside, "concat": charts}
        figures.append(Figure(f"{key}_{place + 1}", caption, _alt(caption, [_letters(case, text), *said]), spec))
    return tuple(figures)


def _end(bars: Sequence[Bar], width: int) -> float:
    """Where the axis of bars from 0 to 100 must end so that what is written behind them stands within the panel."""
    needed = (bar.high * width / (width - min(len(bar.shown) * LETTER_PX + 6, 0.62 * width)) for bar in bars)
    return max(104.0, *needed) if bars else 104.0


def _total(comparison: Comparison, row: int, text: Words) -> str:
    total = total_text(comparison, row, text)
    return total if row in comparison.contenders else f"{total} ({text('explore.fails')})"


def _alt(title: str, sentences: Iterable[str]) -> str:
    return " ".join(f"{sentence.rstrip('.')}." for sentence in (title, *sentences))


def _letters(case: Case, text: Words) -> str:
    """What the letters stand for."""
    return text.listed([f"{item.code} = {_short(text.of(item.label))}" for item in case.alternatives])


def _key(case: Case, text: Words) -> dict[str, Any]:
    return _title(_letters(case, text))


def _title(words: str) -> dict[str, Any]:
    lines = _lines(words, 80)
    return {"text": lines, "anchor": "start", "color": INK, "fontSize": 13, "fontWeight": "normal", "offset": 14}


def _lines(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width) or [""]


def _short(name: str, longest: int = LABEL) -> str:
    """On one line, and cut with a mark when it is long, also inside one long word."""
    flat = " ".join(name.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def _named(name: str, code: str) -> str:
    """`Tram (B)`, short enough to stand beside a bar; the letter keeps names apart that begin alike."""
    return f"{_short(name, BESIDE)} ({code})"


def _ends(case: Case, heights: Sequence[float]) -> list[dict[str, Any]]:
    """The letters at the ends of the lines, the highest on top; lines that end together share one place."""
    found: list[dict[str, Any]] = []
    for row in sorted(range(len(heights)), key=lambda row: (-heights[row], row)):
        code = case.alternatives[row].code
        if found and found[-1]["total"] - heights[row] < TOGETHER:
            found[-1]["code"] += f" {code}"
        else:
            found.append({"code": code, "total": heights[row]})
    return found
