"""The outline of the land as a plain drawing: no map below it, so nothing is fetched from anybody."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from cases.definition.land_outline import EARTH_RADIUS_M, LandOutline, Ring
from texts import Words
from texts.numbers import number, quantity
from texts.palette import SCREEN

LONGEST = 300.0
"""Of the drawing, in pixels of its own; the page may show it smaller."""
_MARGIN = 12.0
_DEGREE_M = EARTH_RADIUS_M * math.pi / 180
"""Metres in a degree of latitude."""
_FOOT = 34.0
_BAR_SHARE = 0.4
"""At most this part of the longest side."""

_SVG = Markup(
    '<svg class="w-place-svg" role="img" aria-label="{alt}" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" '
    'height="{high:g}" xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
)
_LAND = Markup(
    '<path d="{path}" fill="{land}" fill-rule="evenodd" stroke="{ink}" stroke-width="1.5" stroke-linejoin="round"/>'
)
_FRAME = Markup(
    '<rect width="{wide}" height="{high}" fill="{paper}"/><g transform="translate({left} {margin})">{drawn}</g>'
    '<g stroke="{ink}" stroke-width="2" fill="none"><path d="M{left} {bar_top}v5h{bar}v-5"/>'
    '<path d="M{north} {north_foot}v-22m-5 7l5 -7l5 7"/></g>'
    '<g fill="{ink}" font-family="{font}" font-size="14" stroke="none"><text x="{bar_text}" y="{foot}">{metres}'
    '</text><text x="{north_text}" y="{foot}">{north_word}</text></g>'
)


@dataclass(frozen=True)
class Plane:
    """A flat piece of paper, north up, at the same scale in both directions, as large as the land on it."""

    west: float
    """In degrees; ``north`` too: the upper left corner."""
    north: float
    width_m: float
    """On the ground, in metres; ``height_m`` too."""
    height_m: float
    east_m: float
    """Metres in a degree of longitude, as on the middle latitude (equirectangular)."""

    @property
    def scale(self) -> float:
        """Pixels for a metre."""
        return LONGEST / max(self.width_m, self.height_m)

    @property
    def bar_m(self) -> int:
        """What the scale bar stands for, in metres."""
        return _round_length(_BAR_SHARE * LONGEST / self.scale)

    def path(self, rings: Iterable[Ring]) -> str:
        """Rings in SVG, in pixels; a hole is a hole under the rule ``evenodd``."""
        return "".join(_ring_path([self._on_paper(*point) for point in ring]) for ring in rings)

    def _on_paper(self, east: float, north: float) -> tuple[float, float]:
        return (
            round((east - self.west) * self.east_m * self.scale, 1),
            round((self.north - north) * _DEGREE_M * self.scale, 1),
        )


def plane_of(rings: Iterable[Ring]) -> Plane:
    """The paper on which these rings just fit."""
    easts, norths = zip(*(point for ring in rings for point in ring), strict=True)
    east_m = _DEGREE_M * math.cos(math.radians((max(norths) + min(norths)) / 2))
    return Plane(
        west=min(easts),
        north=max(norths),
        width_m=(max(easts) - min(easts)) * east_m,
        height_m=(max(norths) - min(norths)) * _DEGREE_M,
        east_m=east_m,
    )


def framed(drawn: Markup, plane: Plane, text: Words, font: str = "sans-serif") -> tuple[Markup, float, float]:
    """What is drawn on a plane with a scale bar and an arrow to the north below it; its width and its height."""
    wide = round(max(plane.width_m * plane.scale, LONGEST / 2) + 2 * _MARGIN)
    high = round(plane.height_m * plane.scale + _MARGIN + _FOOT)
    bar = plane.bar_m * plane.scale
    inside = _FRAME.format(
        drawn=drawn,
        wide=wide,
        high=high,
        paper=SCREEN["paper"],
        ink=SCREEN["ink"],
        font=font,
        left=_MARGIN,
        margin=_MARGIN,
        bar=round(bar, 1),
        bar_top=high - 13,
        bar_text=round(_MARGIN + bar + 6, 1),
        foot=high - 8,
        metres=metres_text(plane.bar_m, text),
        north=wide - 30,
        north_foot=high - 5,
        north_text=wide - 20,
        north_word=text("extra.north"),
    )
    return inside, wide, high


def place_svg(outline: LandOutline, text: Words) -> Markup:
    """The drawing with a scale bar and an arrow to the north; its text alternative holds the area in hectares."""
    plane = plane_of(outline.rings)
    drawn = _LAND.format(path=plane.path(outline.rings), land=SCREEN["land"], ink=SCREEN["ink"])
    inside, wide, high = framed(drawn, plane, text)
    return _SVG.format(alt=place_sentence(outline, text), inside=inside, wide=wide, high=high)


def place_sentence(outline: LandOutline, text: Words) -> str:
    """`Omtrek van het gebied: 43,2 hectare, ongeveer 900 bij 700 meter. Het noorden is boven.`"""
    plane = plane_of(outline.rings)
    return text(
        "extra.outline",
        hectares=hectares_text(outline.hectares, text),
        count=outline.hectares,
        wide=metres_text(plane.width_m, text),
        high=metres_text(plane.height_m, text),
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
