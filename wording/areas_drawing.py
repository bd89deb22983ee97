"""Where each use of the land lies, plan by plan: maps of the same form, of the same land, with nothing from elsewhere.

Every map shows the same stretch of land at the same scale, with a scale bar and the north above; a use has the colour
and the pattern that its tiles have.
"""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from cases.definition.land_areas import hectares_by_use
from cases.definition.model import Alternative, Case
from texts import Words, words
from texts.palette import SCREEN
from wording.colours import colours
from wording.land_drawing import SIDE, TileDrawing, area_fill, labelled, moved, sample
from wording.place_drawing import Plane, framed, hectares_text, plane_of

_PAPER_FONT = "DejaVu Sans"
_WIDE, _COLUMN, _NAME, _LINE = 660.0, 330.0, 22.0, 23.0
"""Of the picture on paper: its width, the room for one whole map, the height of a name and of a line of patterns."""


@dataclass(frozen=True)
class AreaMap:
    """The map of one alternative."""

    alternative: Alternative
    colour: str
    drawing: TileDrawing
    paper: TileDrawing
    """The same with letters that paper has."""
    sentence: str
    """Each use with its hectares on this map, under the name of the alternative."""
    uses: str
    """The same without the name."""

    @property
    def svg(self) -> Markup:
        """The map as a picture of its own, with the sentence as its words."""
        return self.drawing.svg(self.sentence)


@dataclass(frozen=True)
class AreasPicture:
    """The maps of all alternatives."""

    maps: tuple[AreaMap, ...]
    legend: tuple[tuple[str, Markup], ...]
    """What each pattern on a map means, with a tile of it. The words are data and not yet escaped."""

    @property
    def paper_svg(self) -> Markup:
        """All maps in one drawing with their names, and below them what each pattern means."""
        across = 2 if len(self.maps) <= 4 else 3 if len(self.maps) <= 9 else 4  # all maps on one page
        column = _WIDE / across
        scale = column / _COLUMN
        high = max(each.paper.height for each in self.maps) * scale + _NAME + 10
        parts = []
        for place, each in enumerate(self.maps):
            x, y = place % across * column, place // across * high
            name = f"{each.alternative.code} {each.sentence.removesuffix(each.uses).rstrip(': ')}"
            parts.append(labelled(_short(name, int(40 * scale)), x, y + 14, bold=True))
            drawn = Markup('<g transform="scale({:.4g})">{}</g>').format(scale, each.paper.inside)
            parts.append(moved(drawn, x, y + _NAME))
        top = -(-len(self.maps) // across) * high + 4
        for place, (label, tile) in enumerate(self.legend):
            x, y = place % 2 * _COLUMN, top + place // 2 * _LINE
            parts += [moved(tile, x, y), labelled(_short(label, 40), x + SIDE + 8, y + 14)]
        height = top + -(-len(self.legend) // 2) * _LINE
        said = " ".join(each.sentence for each in self.maps)
        return TileDrawing(Markup().join(parts), _WIDE, round(height)).svg(said)


def areas_picture(case: Case, text: Words) -> AreasPicture | None:
    """The maps; None for a case that has no areas."""
    return _picture(case, text.language) if case.areas else None


@lru_cache(maxsize=64)
def _picture(case: Case, language: str) -> AreasPicture:
    text = words(language)
    rings = [ring for area in case.areas for ring in area.land.rings]
    plane = plane_of([*rings, *(case.outline.rings if case.outline is not None else ())])
    shown = {area.use for area in case.areas}
    return AreasPicture(
        maps=tuple(_map(case, alternative, plane, text) for alternative in case.alternatives),
        legend=tuple((text.of(use.label), sample(use.pattern)) for use in case.land_uses if use.id in shown),
    )


def _map(case: Case, alternative: Alternative, plane: Plane, text: Words) -> AreaMap:
    hectares = hectares_by_use(area for area in case.areas if area.alternative == alternative.id)
    said = [
        text("areas.use", use=text.of(use.label), hectares=hectares_text(found, text), count=found)
        for use in case.land_uses
        if (found := hectares.get((alternative.id, use.id))) is not None
    ]
    uses = "; ".join(said) + "." if said else text("areas.nothing")
    drawn = _drawn(case, alternative, plane)
    return AreaMap(
        alternative=alternative,
        colour=colours(case)[alternative.id],
        drawing=TileDrawing(*framed(drawn, plane, text)),
        paper=TileDrawing(*framed(drawn, plane, text, _PAPER_FONT)),
        sentence=f"{text.of(alternative.label)}: {uses}",
        uses=uses,
    )


def _drawn(case: Case, alternative: Alternative, plane: Plane) -> Markup:
    """The areas, and over them the outline of the land where the case has one."""
    parts = []
    for use in case.land_uses:
        rings = [
            ring
            for area in case.areas
            if area.alternative == alternative.id and area.use == use.id
            for ring in area.land.rings
        ]
        if rings:
            key = f"map-{alternative.id}-{use.pattern}"
            parts.append(area_fill(use.pattern, key))
            parts.append(
                Markup(
                    '<path data-use="{use}" d="{path}" fill="url(#{key})" fill-rule="evenodd" stroke="{ink}" '
                    'stroke-linejoin="round"/>'
                ).format(use=use.id, path=plane.path(rings), key=key, ink=SCREEN["ink"])
            )
    if case.outline is not None:
        parts.append(
            Markup('<path d="{path}" fill="none" stroke="{ink}" stroke-width="2" stroke-dasharray="7 4"/>').format(
                path=plane.path(case.outline.rings), ink=SCREEN["ink"]
            )
        )
    return Markup().join(parts)


def _short(words_shown: str, most: int) -> str:
    return words_shown if len(words_shown) <= most else words_shown[: most - 1] + "\u2026"
