"""The land of an alternative as tiles: a drawing without words, safe on dark and light paper and without colour.

A tile is one piece of the land, mostly a hectare. Each use has a pattern of its own, and a colour that no alternative
has; what no figure names is an open tile with a question mark.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from texts.foreign_words import unmarked
from texts.palette import LAND, SCREEN

NOT_NAMED = "not_named"
SIDE, GAP = 20.0, 2.0
"""Of a tile, and between two; in pixels of the drawing, which a page may show larger or smaller."""
ROW, LONG_ROW = 10, 20
"""Tiles beside each other; more from 100 on."""

_GLYPHS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "field": (((0.1, 0.25), (0.9, 0.25)), ((0.1, 0.5), (0.9, 0.5)), ((0.1, 0.75), (0.9, 0.75))),
    "garden": (((0.5, 0.15), (0.5, 0.85)), ((0.2, 0.3), (0.8, 0.7)), ((0.2, 0.7), (0.8, 0.3))),
    "beds": (
        ((0.25, 0.15), (0.25, 0.85)), ((0.5, 0.15), (0.5, 0.85)), ((0.75, 0.15), (0.75, 0.85)),
    ),
    "trees": (((0.5, 0.9), (0.5, 0.65)), ((0.5, 0.1), (0.8, 0.65), (0.2, 0.65), (0.5, 0.1))),
    "mixed_crops": (((0.1, 0.8), (0.9, 0.8)), ((0.5, 0.8), (0.5, 0.3)), ((0.2, 0.2), (0.5, 0.5), (0.8, 0.2))),
    "nature": (((0.25, 0.8), (0.35, 0.35)), ((0.5, 0.8), (0.5, 0.2)), ((0.75, 0.8), (0.65, 0.35))),
    "water": (
        ((0.1, 0.4), (0.3, 0.3), (0.5, 0.4), (0.7, 0.3), (0.9, 0.4)),
        ((0.1, 0.75), (0.3, 0.6), (0.5, 0.75), (0.7, 0.6), (0.9, 0.75)),
    ),
    "green": (
        ((0.35, 0.5), (0.4, 0.2)), ((0.6, 0.5), (0.55, 0.1)),
        ((0.1, 0.8), (0.3, 0.65), (0.5, 0.8), (0.7, 0.65), (0.9, 0.8)),
    ),
    "homes": (((0.2, 0.85), (0.2, 0.5), (0.5, 0.2), (0.8, 0.5), (0.8, 0.85), (0.2, 0.85)),),
    "business": (
        ((0.15, 0.8), (0.15, 0.25), (0.85, 0.25), (0.85, 0.8), (0.15, 0.8)),
        ((0.35, 0.8), (0.35, 0.5), (0.65, 0.5), (0.65, 0.8)),
    ),
    "paved": (((0.15, 0.85), (0.85, 0.15)), ((0.15, 0.45), (0.45, 0.15)), ((0.55, 0.85), (0.85, 0.55))),
    NOT_NAMED: (
        ((0.35, 0.35), (0.4, 0.25), (0.5, 0.2), (0.6, 0.25), (0.65, 0.35), (0.5, 0.5), (0.5, 0.6)),
        ((0.5, 0.75), (0.5, 0.8)),
    ),
}  # fmt: skip
"""Lines in a square of side 1, by pattern."""


class TileGroup(NamedTuple):
    """Tiles of one use, or of what is not named."""

    pattern: str
    halves: int
    """Half tiles."""
    words: str
    """What one reads when one points at them; not yet escaped."""


@dataclass(frozen=True)
class TileDrawing:
    """Tiles without the frame around them."""

    inside: Markup
    width: float
    height: float

    def svg(self, words: str) -> Markup:
        """As a picture of its own, with in words what it shows."""
        drawing = Markup(
            '<svg class="w-tiles" role="img" aria-label="{words}" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            'height="{height:g}" xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
        ).format(words=words, width=self.width, height=self.height, inside=self.inside)
        return unmarked(drawing)


def half_tiles(amounts: Sequence[float], total: float) -> tuple[int, ...]:
    """How many half tiles each amount gets and, at the end, what is left of the total.

    Together they are the total, rounded to half tiles. What does not fit in half tiles goes to the largest remainders,
    so that no sum is off.
    """
    exact = [2 * amount for amount in (*amounts, max(total - math.fsum(amounts), 0.0))]
    whole = [math.floor(value + 1e-9) for value in exact]
    spare = math.floor(2 * total + 0.5) - sum(whole)
    first = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])[: max(spare, 0)]
    return tuple(count + (place in first) for place, count in enumerate(whole))


def tile_drawing(groups: Sequence[TileGroup], name: str) -> TileDrawing:
    """The groups behind each other, row by row; a group may start halfway a tile.

    ``name`` tells this drawing from others on the same page.
    """
    count = math.ceil(sum(group.halves for group in groups) / 2)
    across = ROW if count <= ROW * ROW else LONG_ROW
    parts, start = [], 0
    for group in groups:
        if group.halves:
            parts.append(_group(group, start, across, f"{name}-{group.pattern}"))
        start += group.halves
    step = SIDE + GAP
    return TileDrawing(Markup().join(parts), min(across, count) * step - GAP, math.ceil(count / across) * step - GAP)


def sample(pattern: str) -> Markup:
    """One tile, for the list of what the patterns mean."""
    drawing = tile_drawing([TileGroup(pattern, 2, "")], "sample")
    return Markup(
        '<svg class="w-tile" aria-hidden="true" viewBox="0 0 {side:g} {side:g}" width="{side:g}" height="{side:g}" '
        'xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    ).format(side=SIDE, inside=drawing.inside)


def _group(group: TileGroup, start: int, across: int, key: str) -> Markup:
    """A strip for each row, filled with the tile of the group; half a tile shows half of it."""
    step, end, row = SIDE + GAP, start + group.halves, 2 * across
    strips = []
    for top in range(start // row, math.ceil(end / row)):
        left, right = (_edge(half - top * row) for half in (max(start, top * row), min(end, (top + 1) * row)))
        width = right - left - (GAP if min(end, (top + 1) * row) % 2 == 0 else 0)
        strips.append(f"M{left:g} {top * step:g}h{width:g}v{SIDE:g}h{-width:g}z")
    return Markup('<g data-use="{use}">{title}{fill}<path d="{strips}" fill="url(#{key})"/></g>').format(
        use=group.pattern,
        title=Markup("<title>{}</title>").format(group.words) if group.words else "",
        fill=_tile_fill(group.pattern, key),
        key=key,
        strips="".join(strips),
    )


def _tile_fill(pattern: str, key: str) -> Markup:
    """A tile with its edge, to fill a strip of tiles with."""
    return Markup(
        '<defs><pattern id="{key}" width="{step:g}" height="{step:g}" patternUnits="userSpaceOnUse">'
        '<rect x=".5" y=".5" width="{inner:g}" height="{inner:g}" fill="{fill}" stroke="{ink}"{dashes}/>{lines}'
        "</pattern></defs>"
    ).format(
        key=key,
        step=SIDE + GAP,
        inner=SIDE - 1,
        fill=LAND[pattern],
        ink=SCREEN["ink"],
        dashes=Markup(' stroke-dasharray="3 2"') if pattern == NOT_NAMED else "",
        lines=_lines(pattern),
    )


def area_fill(pattern: str, key: str) -> Markup:
    """The same colour and lines without the edge of a tile, and smaller: to fill an area on a map with."""
    return Markup(
        '<defs><pattern id="{key}" width="{side:g}" height="{side:g}" patternUnits="userSpaceOnUse" '
        'patternTransform="scale(.6)"><rect width="{side:g}" height="{side:g}" fill="{fill}"/>{lines}</pattern></defs>'
    ).format(key=key, side=SIDE, fill=LAND[pattern], lines=_lines(pattern))


def _lines(pattern: str) -> Markup:
    return Markup('<path d="{lines}" fill="none" stroke="{ink}" stroke-width="1.4" stroke-linejoin="round"/>').format(
        ink=SCREEN["ink"],
        lines="".join("M" + "L".join(f"{SIDE * x:g} {SIDE * y:g}" for x, y in line) for line in _GLYPHS[pattern]),
    )


def _edge(halves: int) -> float:
    """Where so many half tiles end and the next begins."""
    return halves // 2 * (SIDE + GAP) + halves % 2 * SIDE / 2


def labelled(words: str, x: float, y: float, bold: bool = False, size: float = 12) -> Markup:
    """Words in a drawing that goes on paper, in letters of a size in pixels."""
    return Markup(
        '<text x="{x:g}" y="{y:g}" fill="{ink}" font-family="DejaVu Sans" font-size="{size:.3g}"{bold}>{words}</text>'
    ).format(
        x=x, y=y, size=size, ink=SCREEN["ink"], bold=Markup(' font-weight="bold"') if bold else "", words=escape(words)
    )


def moved(inside: Markup, x: float, y: float) -> Markup:
    """A part of a drawing in another place."""
    return Markup('<g transform="translate({x:g} {y:g})">{inside}</g>').format(x=x, y=y, inside=inside)
