"""Charts of a report as images: SVG for PDF and web page, PNG for Word.

Rendering holds the interpreter (first chart of a process 0.5 s, then some 50 ms each), so an app calls this in another
process. All functions can be sent there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import vl_convert

from reports.blocks import Figure, ReportDocument
from reports.writers.glyphs import FONT, font_folder, printable_data, printable_drawing

PAGE_PX = 640
"""Width of a chart that fills the text of an upright A4: 169 mm at 96 px per inch."""
PNG_SCALE = 2.0
"""PNG pixels per px: 192 per inch in print."""


@dataclass(frozen=True)
class ChartImage:
    """A chart without anything to click on or to load."""

    svg: str
    """Its words are text in DejaVu Sans; where that is missing, in the reader's own sans-serif."""
    png: bytes
    """Empty when it was not asked for."""
    width_px: int
    """Of the SVG; the PNG has `PNG_SCALE` times as many."""
    height_px: int


def chart_images(document: ReportDocument, png: bool = True) -> dict[str, ChartImage]:
    """The image of every figure, by its id.

    Args:
        png: False leaves the PNG out, which saves a quarter of the time.

    Raises:
        ValueError: as `chart_image`, with the id of the figure.
    """
    images = {}
    for figure in document.all(Figure):
        try:
            images[figure.id] = (
                _drawn(printable_drawing(figure.drawing), png) if figure.drawing else chart_image(figure.spec, png)
            )
        except ValueError as error:
            raise ValueError(f"figure {figure.id}: {error}") from error
    return images


def chart_image(spec: Mapping[str, Any], png: bool = True) -> ChartImage:
    """One chart.

    Args:
        spec: complete Vega-Lite specification with its data; a width that follows the screen becomes `PAGE_PX`.

    Raises:
        ValueError: the specification is not one, or holds an address (of data, a picture or a link).
    """
    if _asks_outside(spec):
        raise ValueError("a chart may not hold addresses; its data stand in the specification itself")
    _know_the_font()
    return _drawn(vl_convert.vegalite_to_svg(_for_paper(spec), allowed_base_urls=[]), png)


def _drawn(svg: str, png: bool) -> ChartImage:
    _know_the_font()
    width, height = _size(svg)
    return ChartImage(svg, vl_convert.svg_to_png(svg, scale=PNG_SCALE) if png else b"", width, height)


def _for_paper(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The same chart in the font of reports, and as wide as a page where a screen would decide."""
    paper = printable_data(spec)
    paper["config"] = {**paper.get("config", {}), "font": f"{FONT}, Verdana, sans-serif"}
    if paper.get("width") == "container":
        paper |= {"width": PAGE_PX, "autosize": {"type": "fit", "contains": "padding"}}
    return paper


def _asks_outside(part: Any) -> bool:
    """True for data or a picture by address, and for a link; what stands in the data itself is only words."""
    if isinstance(part, Mapping):
        own = (value for key, value in part.items() if key not in ("values", "datasets"))
        return "url" in part or "href" in part or any(map(_asks_outside, own))
    return isinstance(part, (list, tuple)) and any(map(_asks_outside, part))


def _size(svg: str) -> tuple[int, int]:
    head = svg[: svg.index(">")]
    width, height = (round(float(head.split(f' {name}="')[1].split('"')[0])) for name in ("width", "height"))
    return width, height


@cache
def _know_the_font() -> None:
    vl_convert.register_font_directory(str(font_folder()))
