"""The outline of the land as a figure: drawn flat in metres, north up, with a bar for the scale and no map below it."""

import math
from typing import Any

import altair as alt

from cases.definition.land_outline import EARTH_RADIUS_M, LandOutline
from reports.blocks import Figure
from reports.figures.report_chart_specs import SHADES
from texts import Words
from texts.numbers import number, quantity
from wording.charts import FONT, INK, PAPER, look

SIZE = 420
"""Pixels of the longest side."""


def place_figure(outline: LandOutline, text: Words) -> Figure:
    """Every polygon filled, every hole left open."""
    rings = _flat(outline)
    width, height = (max(point[axis] for _, ring in rings for point in ring) for axis in (0, 1))
    side = max(width, height)
    metres = _round(side / 3)
    values = [
        {"ring": place, "order": order, "x": x, "y": y, "fill": PAPER if hole else SHADES[0]}
        for place, (hole, ring) in enumerate(rings)
        for order, (x, y) in enumerate(ring)
    ]
    shown = text("chapters.place_metres", metres=number(metres, text.language))
    area = quantity(outline.hectares, text.language, 0 if outline.hectares >= 10 else 1)
    spec = {
        **_spec(text.language, max(1, round(SIZE * width / side)), max(1, round(SIZE * height / side))),
        "datasets": {
            "rings": values,
            "scale": [{"from": 0.0, "to": metres, "y": -0.08 * side, "shown": shown}],
        },
    }
    title = text("chapters.place")
    alt = text("chapters.place_alt", area=area, count=outline.hectares)
    return Figure("chart_place", title, f"{title}. {alt}", _sized(spec, width, height))


def _flat(outline: LandOutline) -> list[tuple[bool, list[tuple[float, float]]]]:
    """The rings in metres from the lower left corner, outer ones (False) before their holes (True)."""
    points = [point for ring in outline.rings for point in ring]
    west, south = min(point[0] for point in points), min(point[1] for point in points)
    north = max(point[1] for point in points)
    up = math.radians(1) * EARTH_RADIUS_M
    right = up * math.cos(math.radians((south + north) / 2))
    return [
        (place > 0, [((lon - west) * right, (lat - south) * up) for lon, lat in ring])
        for polygon in outline.polygons
        for place, ring in enumerate(polygon)
    ]


def _round(metres: float) -> float:
    """The largest of 1, 2 or 5 times a power of ten that is not above it."""
    power = 10 ** math.floor(math.log10(metres))
    return next(step * power for step in (5, 2, 1) if step * power <= metres)


def _sized(spec: dict[str, Any], width: float, height: float) -> dict[str, Any]:
    """One metre is as long to the right as upwards; room below for the bar."""
    side = max(width, height)
    for layer in spec["layer"]:
        layer["encoding"]["x"]["scale"] = {"domain": [0, width], "nice": False, "zero": False}
        layer["encoding"]["y"]["scale"] = {"domain": [-0.16 * side, height], "nice": False, "zero": False}
    return {**spec, "height": round(SIZE * (height + 0.16 * side) / side)}


def _spec(language: str, width: int, height: int) -> dict[str, Any]:
    none = {"axis": None}
    land = alt.Chart(alt.NamedData("rings")).mark_line(stroke=INK, strokeWidth=2)
    land = land.encode(
        x=alt.X("x:Q", **none),
        y=alt.Y("y:Q", **none),
        order="order:Q",
        detail="ring:N",
        fill=alt.Fill("fill:N", scale=None),
    )
    scale = alt.Chart(alt.NamedData("scale"))
    bar = scale.mark_rule(color=INK, strokeWidth=4).encode(x=alt.X("from:Q", **none), x2="to:Q", y=alt.Y("y:Q", **none))
    words = scale.mark_text(align="left", dx=8, fontSize=13, color=INK)
    words = words.encode(x=alt.X("to:Q", **none), y=alt.Y("y:Q", **none), text="shown:N")
    return look(alt.layer(land, bar, words).properties(width=width, height=height), language, FONT)
