"""What charts in reports look like: one panel of bars, stacked bars, ranges, and what holds panels together.

Built once per language and size; the data comes in later. On paper without colour shades differ in lightness, and
everything has its letter or its number.
"""

from functools import cache
from typing import Any

import altair as alt

from texts.palette import PRINT
from wording.charts import FONT, INK, PAPER, look

BAR = 22
"""Pixels from one bar to the next."""
SHADES = PRINT["bar-light"], PRINT["bar-dark"]
"""Of the pieces of a bar, in turn: one light, one darker, both light enough for dark letters on top."""
OPEN = PRINT["open"]
"""What is not known: from the lowest to the highest that the total can be."""


def on_paper(spec: dict[str, Any], **size: int) -> dict[str, Any]:
    """A chart of the screens in the size and the letters of a page, with numbers right below their ticks."""
    return {**spec, **size, "config": {**spec["config"], "font": FONT, "axisX": {"labelFlush": False}}}


@cache
def frame(language: str) -> dict[str, Any]:
    """What goes for a whole figure of panels."""
    spec = on_paper(look(alt.layer(alt.Chart(alt.NamedData("none")).mark_bar()), language))
    config = {**spec["config"], "concat": {"spacing": 22}}
    return {"$schema": spec["$schema"], "config": config}


@cache
def bar_panel(language: str, n_bars: int, width: int) -> dict[str, Any]:
    """Horizontal bars from 0 to 100 with the number at the end, and an open end where it is a range.

    No lines behind the bars: a number would stand on one. How far the axis runs comes with the data (`with_room`).
    """
    base = alt.Chart(alt.NamedData("bars")).encode(
        y=alt.Y("code:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelFontWeight="bold"))
    )
    axis = alt.Axis(values=[0, 50, 100], grid=False, domain=False, labelFontSize=12)
    x = alt.X("low:Q", title=None, scale=alt.Scale(domain=[0, 100]), axis=axis)
    known = base.mark_bar(height=BAR - 7, stroke=INK, strokeWidth=0.5).encode(
        x=x, x2=alt.datum(0), color=alt.Color("colour:N", scale=None)
    )
    open_end = base.mark_bar(height=BAR - 7, color=OPEN, stroke=INK, strokeWidth=1, strokeDash=[3, 2]).encode(
        x="low:Q", x2="high:Q"
    )
    open_end = open_end.transform_filter("datum.high > datum.low")
    shown = base.mark_text(align="left", dx=5, fontSize=13, color=INK).encode(x="high:Q", text="shown:N")
    return _bare(alt.layer(known, open_end, shown).properties(width=width, height=BAR * n_bars), language)


def with_room(panel: dict[str, Any], end: float) -> dict[str, Any]:
    """A panel of bars with its axis running on beyond 100, for the numbers behind the bars."""
    bars, *rest = panel["layer"]
    x = {**bars["encoding"]["x"], "scale": {"domain": [0, end]}}
    return {**panel, "layer": [{**bars, "encoding": {**bars["encoding"], "x": x}}, *rest]}


@cache
def stacked_spec(language: str, n_bars: int) -> dict[str, Any]:
    """Bars of numbered pieces with the total at the end."""
    y = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=250))
    x = alt.X("from:Q", title=None, scale=alt.Scale(domain=[0, 118]), axis=alt.Axis(values=[0, 25, 50, 75, 100]))
    shade = alt.Color("shade:O", scale=alt.Scale(domain=[0, 1], range=list(SHADES)), legend=None)
    pieces = alt.Chart(alt.NamedData("pieces")).encode(y=y)
    bars = pieces.mark_bar(height=26, stroke=PAPER, strokeWidth=1).encode(x=x, x2="to:Q", color=shade)
    marks = pieces.mark_text(fontSize=13, color=INK).encode(x="middle:Q", text="mark:N")
    ends = alt.Chart(alt.NamedData("ends")).encode(y=y)
    open_end = ends.mark_bar(height=26, color=OPEN, stroke=INK, strokeDash=[3, 2]).encode(x="low:Q", x2="high:Q")
    open_end = open_end.transform_filter("datum.high > datum.low")
    shown = ends.mark_text(align="left", dx=6, fontSize=14, fontWeight="bold", color=INK)
    shown = shown.encode(x="high:Q", text="shown:N")
    chart = alt.layer(bars, marks, open_end, shown).properties(width=380, height=40 * n_bars)
    return on_paper(look(chart, language))


@cache
def range_panel(language: str, n_rows: int) -> dict[str, Any]:
    """A line from low to high with a dot in the middle, or the words where nothing is known."""
    base = alt.Chart(alt.NamedData("rows")).encode(
        y=alt.Y("code:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelFontWeight="bold"))
    )
    x = alt.X("low:Q", title=None, scale=alt.Scale(zero=False, nice=False, padding=12), axis=alt.Axis(tickCount=3))
    span = base.mark_rule(color=INK, strokeWidth=3).encode(x=x, x2="high:Q")
    middle = base.mark_point(color=INK, fill=PAPER, size=90, strokeWidth=2, opacity=1).encode(x="value:Q")
    unknown = base.transform_filter("datum.value === null").mark_text(align="left", fontSize=13, color=INK)
    unknown = unknown.encode(x=alt.value(8), text="shown:N")
    return _bare(alt.layer(span, middle, unknown).properties(width=270, height=28 * n_rows), language)


@cache
def ends_layer() -> dict[str, Any]:
    """The letter of an alternative at the right end of its line."""
    marks = alt.Chart(alt.NamedData("ends")).mark_text(align="left", dx=8, fontSize=15, fontWeight="bold", color=INK)
    marks = marks.encode(x=alt.datum(100), y="total:Q", text="code:N")
    layer = marks.to_dict()
    return {key: layer[key] for key in ("data", "mark", "encoding")}


def _bare(chart: alt.LayerChart, language: str) -> dict[str, Any]:
    """One panel of a figure: without what the figure says for all of them."""
    spec = look(chart, language, FONT)
    return {key: value for key, value in spec.items() if key not in ("$schema", "config")}
