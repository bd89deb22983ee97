"""The picture beside a shared link: the question of a case and its plans with their land, the same for every link.

It never shows weights or what came first. An address holds the version of the case, so that it may be kept for good.
"""

import math
from functools import cache, lru_cache
from urllib.parse import quote

from markupsafe import Markup
from PIL import ImageFont
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cases.definition.model import Case
from cases.store.configuration import ConfigurationError, settings
from reports.writers.glyphs import FONT, font_folder, printable
from texts import LANGUAGES, words
from texts.foreign_words import unmarked
from texts.palette import SCREEN
from web.picture_pages import FOREVER
from web.shared_cases import sound
from wording.colours import colours
from wording.land_drawing import moved
from wording.land_tiles import land_picture

WIDTH, HEIGHT = 1200, 630
EDGE, GAP = 56, 32
QUESTION_SIZES, QUESTION_LINES = (56, 46, 38), 3
NAME_SIZES, NAME_LINES = (26, 21), 2
LINE = 1.2
BADGE = 44
MOST_BESIDE = 5


def preview_address(case: Case, language: str) -> str | None:
    """The whole address of the picture, as a link needs it; None when nobody told this server its own address."""
    try:
        public = settings().address
    except ConfigurationError:  # named in the log, and on the pages that cannot do without it
        return None
    return public and f"{public}/voorvertoning/{quote(case.id)}/{quote(case.version)}/{language}.png"


def give_preview(request: Request) -> Response:
    """The picture for a case that is open to everybody, in that very version."""
    asked = request.path_params
    case = sound().get(asked["case_id"])
    if case is None or case.version != asked["version"] or asked["language"] not in LANGUAGES:
        return PlainTextResponse("404", 404, {"cache-control": "no-store"})
    return Response(preview_png(case, asked["language"]), media_type="image/png", headers={"cache-control": FOREVER})


@lru_cache(maxsize=32)
def preview_png(case: Case, language: str) -> bytes:
    """Drawn once for each version and language, in a tenth of a second."""
    import vl_convert

    vl_convert.register_font_directory(str(font_folder()))
    return vl_convert.svg_to_png(preview_svg(case, language))


def preview_svg(case: Case, language: str) -> Markup:
    """Every plan in the same form and in the order of the case; what is too long ends in dots."""
    text = words(language)
    size, (lines,) = _fitted([text.of(case.question)], QUESTION_SIZES, QUESTION_LINES, WIDTH - 2 * EDGE)
    parts = [_written(text("app.name"), EDGE, EDGE + 8, 24, colour="quiet")]
    top = EDGE + 24.0
    for line in lines:
        top += size * LINE
        parts.append(_written(line, EDGE, top, size))
    parts += _plans(case, language, top + GAP)
    whole = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}">'
        '<rect width="{w}" height="{h}" fill="{paper}"/>'
    ).format(w=WIDTH, h=HEIGHT, paper=SCREEN["paper"])
    return unmarked(whole + Markup().join(parts) + Markup("</svg>"))


def _plans(case: Case, language: str, top: float) -> list[Markup]:
    """Letter, name and tiles of each, down to the lower edge; without tiles the names stand beside the letters."""
    land = land_picture(case, words(language))
    count = len(case.alternatives)
    rows = math.ceil(count / (MOST_BESIDE if land or count <= 3 else 2))
    beside = math.ceil(count / rows)
    room = (WIDTH - 2 * EDGE + GAP) / beside - GAP
    left, below = (0, BADGE + 2) if land else (BADGE + 12, 0)
    size, names = _fitted([item.label.get(language) for item in case.alternatives], NAME_SIZES, NAME_LINES, room - left)
    over_tiles = below + max(map(len, names)) * size * LINE + 12
    high, scale = (HEIGHT - 24 - top) / rows, 0.0
    if land:
        drawing = land.plans[0].drawing  # all are of the same size
        scale = min(room / drawing.width, (high - over_tiles - 12) / drawing.height)
        lower = min(high, over_tiles + drawing.height * scale + GAP)
        top, high = HEIGHT - 12 - rows * lower, lower
    parts = []
    for place, (item, lines) in enumerate(zip(case.alternatives, names, strict=True)):
        x, y = EDGE + place % beside * (room + GAP), top + place // beside * high
        parts.append(_badge(item.code, colours(case)[item.id], x, y))
        parts += [
            _written(line, x + left, y + below + 30 + n * size * LINE - (26 - size), size)
            for n, line in enumerate(lines)
        ]
        if land:
            tiles = Markup('<g transform="scale({:.4g})">{}</g>').format(scale, land.plans[place].drawing.inside)
            parts.append(moved(tiles, x, y + over_tiles))
    return parts


def _badge(code: str, colour: str, x: float, y: float) -> Markup:
    box = Markup('<rect x="{x:g}" y="{y:g}" width="{side}" height="{side}" fill="{colour}"/>')
    return box.format(x=x, y=y, side=BADGE, colour=colour) + _written(
        code, x + BADGE / 2, y + 31, 24, colour="badge-ink", middle=True
    )


def _fitted(texts: list[str], sizes: tuple[int, ...], most: int, room: float) -> tuple[int, list[list[str]]]:
    """The largest size at which all fit in so many lines; at the smallest what does not fit ends in dots."""
    texts = [printable(text, bold=True) for text in texts]
    for size in sizes:
        found = [_lines(text, size, room) for text in texts]
        if all(len(lines) <= most and all(_wide(line, size) <= room for line in lines) for lines in found):
            return size, found
    short = [[*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines for lines in found]
    return size, [[_cut(line, size, room) for line in lines] for lines in short]


def _lines(text: str, size: int, room: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _wide(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _cut(line: str, size: int, room: float) -> str:
    if _wide(line, size) <= room:
        return line
    while line and _wide(line + "\u2026", size) > room:
        line = line[:-1]
    return line + "\u2026"


def _wide(text: str, size: int) -> float:
    return _font(size).getlength(text)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_folder() / "DejaVuSans-Bold.ttf", size)


def _written(text: str, x: float, y: float, size: int, colour: str = "ink", middle: bool = False) -> Markup:
    anchor = Markup(' text-anchor="middle"') if middle else ""
    return Markup(
        '<text x="{x:g}" y="{y:g}" fill="{fill}" font-family="{font}" font-weight="bold" font-size="{size}"{anchor}>'
        "{text}</text>"
    ).format(x=x, y=y, fill=SCREEN[colour], font=FONT, size=size, anchor=anchor, text=text)


routes = [Route("/voorvertoning/{case_id}/{version}/{language}.png", give_preview)]
