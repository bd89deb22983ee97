"""The outline of the land as a plain drawing: no map below it, so nothing is fetched from anybody."""

import math
from dataclasses import dataclass

from markupsafe import Markup

from cases.definition.land_outline import EARTH_RADIUS_M, LandOutline
from texts import Words
from texts.numbers import number, quantity
from texts.palette import SCREEN

LONGEST = 300.0
"""Of the drawing, in pixels of its own; the page may show it smaller."""
_MARGIN = 12.0
_FOOT = 34.0
_BAR_SHARE = 0.4
"""At most this part of the longest side."""

_SVG = Markup(
    '<svg class="w-place-svg" role="img" aria-label="{alt}" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
    'xmlns="http://www.w3.org/2000/svg"><path d="{path}" transform="translate({left} {margin})" fill="{land}" '
    'fill-rule="evenodd" stroke="{ink}" stroke-width="1.5" stroke-linejoin="round"/>'
    '<g stroke="{ink}" stroke-width="2" fill="none"><path d="M{left} {bar_top}v5h{bar}v-5"/>'
    '<path d="M{north} {north_foot}v-22m-5 7l5 -7l5 7"/></g>'
    '<g fill="{ink}" font-family="sans-serif" font-size="14" stroke="none"><text x="{bar_text}" y="{foot}">{metres}'
    '</text><text x="{north_text}" y="{foot}">{north_word}</text></g></svg>'
)


@dataclass(frozen=True)
class PlaceDrawing:
    """An outline on a flat plane, north up, at the same scale in both directions."""

    path: str
    """In SVG, all rings; a hole is a hole under the rule ``evenodd``."""
    width: float
    """Of the path, in pixels; ``height`` too."""
    height: float
    width_m: float
    """On the ground, in metres; ``height_m`` too."""
    height_m: float
    bar: float
    """Length of the scale bar, in pixels."""
    bar_m: int
    """What the bar stands for, in metres."""


def place_drawing(outline: LandOutline) -> PlaceDrawing:
    """The outline drawn flat: degrees of longitude are shortened as on the middle latitude (equirectangular)."""
    easts, norths = zip(*(point for ring in outline.rings for point in ring), strict=True)
    west, north = min(easts), max(norths)
    degree = EARTH_RADIUS_M * math.pi / 180
    shorter = math.cos(math.radians((north + min(norths)) / 2))
    width_m, height_m = (max(easts) - west) * degree * shorter, (north - min(norths)) * degree
    scale = LONGEST / max(width_m, height_m)

    def on_paper(east: float, up: float) -> tuple[float, float]:
        return round((east - west) * degree * shorter * scale, 1), round((north - up) * degree * scale, 1)

    bar_m = _round_length(_BAR_SHARE * LONGEST / scale)
    return PlaceDrawing(
        path="".join(_ring_path([on_paper(*point) for point in ring]) for ring in outline.rings),
        width=width_m * scale,
        height=height_m * scale,
        width_m=width_m,
        height_m=height_m,
        bar=bar_m * scale,
        bar_m=bar_m,
    )


def place_svg(outline: LandOutline, text: Words) -> Markup:
    """The drawing with a scale bar and an arrow to the north; its text alternative holds the area in hectares."""
    drawing = place_drawing(outline)
    wide = max(drawing.width, LONGEST / 2) + 2 * _MARGIN
    high = drawing.height + _MARGIN + _FOOT
    return _SVG.format(
        ink=SCREEN["ink"],
        land=SCREEN["land"],
        alt=place_sentence(outline, text),
        path=drawing.path,
        wide=round(wide),
        high=round(high),
        left=_MARGIN,
        margin=_MARGIN,
        bar=round(drawing.bar, 1),
        bar_top=round(high - 13, 1),
        bar_text=round(_MARGIN + drawing.bar + 6, 1),
        foot=round(high - 8, 1),
        metres=metres_text(drawing.bar_m, text),
        north=round(wide - 30, 1),
        north_foot=round(high - 5, 1),
        north_text=round(wide - 20, 1),
        north_word=text("extra.north"),
    )


def place_sentence(outline: LandOutline, text: Words) -> str:
    """`Omtrek van het gebied: 43,2 hectare, ongeveer 900 bij 700 meter. Het noorden is boven.`"""
    drawing = place_drawing(outline)
    return text(
        "extra.outline",
        hectares=hectares_text(outline.hectares, text),
        count=outline.hectares,
        wide=metres_text(drawing.width_m, text),
        high=metres_text(drawing.height_m, text),
    )


def hectares_text(hectares: float, text: Words) -> str:
    """Three digits, and whole hectares from 100."""
    decimals = min(4, max(0, 2 - math.floor(math.log10(hectares))))
    return quantity(hectares, text.language, decimals)


def metres_text(metres: float, text: Words) -> str:
    """Two digits: `850 m`, and `3,2 km` from two kilometres."""
    if metres >= 2000:
        return text("extra.kilometres", length=quantity(_two_digits(metres) / 1000, text.language, 1))
    return text("extra.metres", length=number(_two_digits(metres), text.language))


def _two_digits(metres: float) -> float:
    step = 10 ** max(0, math.floor(math.log10(metres)) - 1)
    return round(metres / step) * step


def _round_length(most: float) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 ... that fits."""
    ten = 10 ** math.floor(math.log10(max(most, 1)))
    return int(max(step * ten for step in (1, 2, 5) if step == 1 or step * ten <= most))


def _ring_path(points: list[tuple[float, float]]) -> str:
    """A closed path; points that fall on the same tenth of a pixel are drawn once."""
    kept = [point for number, point in enumerate(points[:-1]) if not number or point != points[number - 1]]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"
