"""Charts for screens and reports. A chart is built once per look; only its data travels after that.

Building an Altair chart takes 20 ms, filling in its data none, so each function returns the cached specification and
the rows that go with it.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import altair as alt
import pandas as pd

from cases.definition.model import Case
from texts import words
from texts.numbers import vega_locale
from texts.palette import PRINT, SCREEN
from weighing.comparison import Comparison
from weighing.verdict import Verdict
from wording.colours import colours

INK, QUIET, PAPER = SCREEN["ink"], SCREEN["quiet"], SCREEN["paper"]
SCREEN_FONT = "Source Sans, sans-serif"
FONT = "DejaVu Sans"
"""Of charts in reports: the same font is at hand wherever a report is made."""
STEPS = 51
"""Points per line: straight lines need two, but a reader may hover anywhere."""
DASHES = ([1, 0], [12, 4], [6, 4], [14, 4, 4, 4], [4, 4], [20, 5], [3, 6], [8, 3, 3, 3], [2, 3], [16, 3, 2, 3, 2, 3])
"""One line for each alternative, so that it is known without its colour."""


def look(chart: alt.TopLevelMixin, language: str, font: str = SCREEN_FONT) -> dict[str, Any]:
    """The specification of a chart in the colours, sizes and number format that all charts share."""
    chart = (
        chart.configure(locale={"number": vega_locale(language)}, font=font, background=PAPER)
        .configure_axis(
            labelColor=INK, titleColor=INK, labelFontSize=15, titleFontSize=15, gridColor=PRINT["grid"], labelLimit=260
        )
        .configure_legend(
            labelFontSize=15, titleFontSize=15, labelColor=INK, titleColor=INK, orient="bottom", columns=2
        )
        .configure_view(stroke=None)
    )
    return chart.to_dict()


@cache
def difference_spec(language: str, n_themes: int, first_colour: str, second_colour: str) -> dict[str, Any]:
    """Bars to the right for what the first alternative gains, to the left for what the second gains."""
    text = words(language)
    base = alt.Chart(alt.NamedData("differences")).encode(
        y=alt.Y("theme:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False)),
    )
    bars = base.mark_bar(height=22).encode(
        x=alt.X("points:Q", title=text("versus.axis"), axis=alt.Axis(tickMinStep=1), scale=alt.Scale(padding=46)),
        color=alt.Color(
            "side:N", scale=alt.Scale(domain=["first", "second"], range=[first_colour, second_colour]), legend=None
        ),
        tooltip=[alt.Tooltip("theme:N", title=text("versus.theme")), alt.Tooltip("shown:N", title=text("versus.axis"))],
    )
    labels = [
        base.transform_filter(f"datum.side == '{side}'")
        .mark_text(align=align, dx=dx, fontSize=15, color=INK)
        .encode(x="points:Q", text="shown:N")
        for side, align, dx in (("first", "left", 5), ("second", "right", -5))
    ]
    zero = alt.Chart(alt.NamedData("differences")).mark_rule(color=INK).encode(x=alt.datum(0))
    layered = alt.layer(bars, *labels, zero).properties(width="container", height=44 * n_themes)
    return look(layered, language)


def difference_rows(comparison: Comparison, first: int, second: int, shown: list[str], language: str) -> pd.DataFrame:
    """One row per theme, the largest lead of the first alternative on top. `shown` are the numbers as text."""
    leads = comparison.theme_differences(first, second)
    themes = [theme.label.get(language) for theme in comparison.case.themes]
    order = sorted(range(len(themes)), key=lambda index: -leads[index])
    return pd.DataFrame(
        {
            "theme": [themes[index] for index in order],
            "points": [float(leads[index]) for index in order],
            "shown": [shown[index] for index in order],
            "side": ["first" if leads[index] >= 0 else "second" for index in order],
        }
    )


@cache
def tornado_spec(language: str, n_rows: int, first_colour: str, rival_colour: str) -> dict[str, Any]:
    """Per effect the difference at its low and its high estimate: where the first leads, and where the rival leads.

    The line that counts is zero, where both are level; the difference now is a thin dashed one.

    Its marks are silent for screen readers: a table with the same numbers stands below it.
    """
    text = words(language)
    base = alt.Chart(alt.NamedData("doubts")).encode(
        y=alt.Y("effect:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False)),
    )
    bars = base.mark_bar(height=20, aria=False).encode(
        # Long names leave little room on a phone: what stands under the axis begins at its end and stays inside.
        x=alt.X(
            "from:Q",
            title=text("versus.axis"),
            axis=alt.Axis(titleAnchor="end", labelFlush=6),
            scale=alt.Scale(zero=True, nice=True),
        ),
        x2="to:Q",
        color=alt.Color(
            "side:N", scale=alt.Scale(domain=["first", "rival"], range=[first_colour, rival_colour]), legend=None
        ),
        tooltip=[
            alt.Tooltip("effect:N", title=text("sure.doubts_effect")),
            alt.Tooltip("from:Q", title=text("versus.axis"), format=".1f"),
            alt.Tooltip("to:Q", title=text("versus.axis"), format=".1f"),
        ],
    )
    zero = alt.Chart(alt.NamedData("doubts")).encode(x=alt.datum(0))
    now = (
        alt.Chart(alt.NamedData("doubts"))
        .transform_aggregate(now="mean(now)")
        .encode(x=alt.X("now:Q", title=text("versus.axis")))
    )
    lines = [
        now.mark_rule(aria=False, color=QUIET, strokeWidth=1.5, strokeDash=[4, 4]),
        zero.mark_rule(aria=False, color=INK, strokeWidth=4),
    ]
    # Who leads now is right of zero: the two names stand on either side and do not meet.
    names = [
        lines_of.mark_text(aria=False, align=align, baseline="bottom", fontSize=15, color=colour).encode(
            y=alt.value(-4), text=alt.value(text(f"sure.doubts_{key}"))
        )
        for lines_of, key, align, colour in ((now, "now", "left", QUIET), (zero, "level", "right", INK))
    ]
    return look(alt.layer(bars, *lines, *names).properties(width="container", height=34 * n_rows), language)


def tornado_rows(found: Verdict, labels: Sequence[str]) -> pd.DataFrame:
    """Rows of `tornado_spec` for the doubts that have a label; an effect on both sides of zero is cut there."""
    rows = []
    for doubt, label in zip(found.doubts, labels, strict=False):
        low, high = sorted((doubt.at_low, doubt.at_high))
        for side, start, end in (("rival", min(low, 0.0), min(high, 0.0)), ("first", max(low, 0.0), max(high, 0.0))):
            if end > start:
                rows.append((label, start, end, side, found.margin))
    return pd.DataFrame(rows, columns=["effect", "from", "to", "side", "now"])


@lru_cache(maxsize=64)
def lines_spec(case: Case, language: str) -> dict[str, Any]:
    """The total of each alternative as the weight of one theme runs from 0 to 100 per cent."""
    text = words(language)
    palette = colours(case)
    names = [item.label.get(language) for item in case.alternatives]
    series = alt.Scale(domain=names, range=[palette[item.id] for item in case.alternatives])
    lines = (
        alt.Chart(alt.NamedData("lines"))
        .mark_line(strokeWidth=4)
        .encode(
            x=alt.X("weight:Q", title=text("flip.weight_axis"), scale=alt.Scale(domain=[0, 100])),
            y=alt.Y("total:Q", title=text("flip.total_axis"), scale=alt.Scale(domain=[0, 100])),
            color=alt.Color("alternative:N", scale=series, sort=names, title=None),
            strokeDash=alt.StrokeDash("alternative:N", scale=alt.Scale(domain=names, range=DASHES[: len(names)])),
            tooltip=[
                alt.Tooltip("alternative:N", title=text("flip.scenario")),
                alt.Tooltip("weight:Q", title=text("flip.weight_axis"), format=".0f"),
                alt.Tooltip("total:Q", title=text("flip.total_axis"), format=".1f"),
            ],
        )
    )
    now = (
        alt.Chart(alt.NamedData("now"))
        .mark_rule(color=INK, strokeWidth=2)
        .encode(x=alt.X("weight:Q", scale=alt.Scale(domain=[0, 100])))
    )
    label = now.mark_text(align="left", dx=6, dy=-4, fontSize=15, color=INK, baseline="bottom").encode(
        text="label:N", y=alt.value(18)
    )
    return look(alt.layer(lines, now, label).properties(width="container", height=360), language)


def lines_rows(comparison: Comparison, theme: int, label: str, language: str) -> dict[str, pd.DataFrame]:
    """The data of `lines_spec`: the lines, and the mark at the weight now."""
    at_0, at_1, now = comparison.theme_lines(theme)
    shares = [step / (STEPS - 1) for step in range(STEPS)]
    rows = [
        (alternative.label.get(language), 100 * share, float((1 - share) * at_0[row] + share * at_1[row]))
        for row, alternative in enumerate(comparison.case.alternatives)
        for share in shares
    ]
    return {
        "lines": pd.DataFrame(rows, columns=["alternative", "weight", "total"]),
        "now": pd.DataFrame({"weight": [100 * now], "label": [label]}),
    }
