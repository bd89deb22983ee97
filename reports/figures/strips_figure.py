"""The effects as figures: per criterion a strip from worst to best with a mark for every alternative.

What the strips of the screen show, for paper: a letter in each mark, a ring where a figure is illustrative, a line from
low to high. Same form for every alternative; the table with all figures stands right behind.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from reports.blocks import Figure
from texts import Words
from texts.foreign_words import unmarked
from texts.palette import PRINT, SCREEN
from wording.charts import FONT, INK, PAPER
from wording.colours import colours
from wording.effect_strips import EffectStrip, StripMark, effect_strip

WIDTH, TALLEST = 640.0, 720.0
"""Pixels of a figure on a page; what does not fit goes on in the next one."""
COLUMN = 334.0
"""From the left of a strip to the left of the one beside it: two stand beside each other."""
LEFT, RIGHT = 9.0, 297.0
"""Where a strip begins and ends."""
RADIUS, ROW = 9.0, 20.0
"""Of a mark, and from one row of marks to the next."""
NAME, NAME_LINE = 44, 14.0
"""Letters on a line of a name, and from one line to the next."""
END, END_LINE = 23, 12.0
"""The same below the two ends of a strip."""
MOST_LINES = 3
"""Of a name or an end; what is longer ends in dots, and stands whole in the tables."""
QUIET = PRINT["margin"]


@dataclass(frozen=True)
class _Piece:
    """A part of a figure: what it draws from its own top, and how high it is."""

    inside: Markup
    height: float
    said: str = ""


def strips_figures(case: Case, text: Words) -> tuple[Figure, ...]:
    """All criteria in the order of the case, under their themes, down one column and then the next."""
    strips = {criterion.id: effect_strip(case, criterion, text) for criterion in case.criteria}
    pieces = []
    for theme in case.themes:
        inside = [_strip(case, item, strips[item.id], text) for item in case.criteria if item.theme == theme.id]
        if inside:
            pieces += [_above(_heading(text.of(theme.label)), inside[0]), *inside[1:]]
    legend = _legend(case, tuple(strips.values()), text)
    columns = _columns(pieces, TALLEST - legend.height)
    groups = [columns[place : place + 2] for place in range(0, len(columns), 2)]
    letters = _letters(case, text)
    return tuple(
        _figure(place, legend if place == 1 else letters, group, len(groups), text)
        for place, group in enumerate(groups, 1)
    )


def _above(first: _Piece, second: _Piece) -> _Piece:
    """One piece above another, as one that is never cut."""
    inside = first.inside + _moved(second.inside, 0, first.height)
    said = ". ".join(piece.said for piece in (first, second) if piece.said)
    return _Piece(inside, first.height + second.height, said)


def _columns(pieces: Sequence[_Piece], room: float) -> list[list[_Piece]]:
    """The pieces in columns no higher than the room; the two of the last figure about as high as each other."""
    found = _filled(pieces, room)
    start = 2 * ((len(found) - 1) // 2)
    last = [piece for column in found[start:] for piece in column]
    heights = sorted({*range(100, int(room), 10), room})
    return found[:start] + next(even for height in heights if len(even := _filled(last, height)) <= 2)


def _filled(pieces: Sequence[_Piece], room: float) -> list[list[_Piece]]:
    """Each piece in the column before it where it fits, otherwise at the top of the next."""
    found: list[list[_Piece]] = []
    for piece in pieces:
        if not found or sum(item.height for item in found[-1]) + piece.height > room:
            found.append([])
        found[-1].append(piece)
    return found


def _figure(place: int, top: _Piece, columns: Sequence[Sequence[_Piece]], count: int, text: Words) -> Figure:
    parts, said, height = [top.inside], [], top.height
    for beside, column in enumerate(columns):
        down = top.height
        for piece in column:
            parts.append(_moved(piece.inside, beside * COLUMN, down))
            said.append(f"{piece.said}.")
            down += piece.height
        height = max(height, down)
    caption = text("chapters.strips")
    if count > 1:
        caption += " " + text("chapters.chart_part", part=place, all=count)
    svg = Markup(
        '<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" '
        'xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    ).format(width=WIDTH, height=round(height), inside=Markup().join(parts))
    return Figure(
        f"effect_strips_{place}", caption, text("chapters.strips_alt", strips=" ".join(said)), {}, unmarked(svg)
    )


def _legend(case: Case, strips: Sequence[EffectStrip], text: Words) -> _Piece:
    """What the signs mean, once, below what the letters stand for."""
    letters = _letters(case, text)
    marks = [mark for strip in strips for mark in strip.marks]
    signs = [(_dot(RADIUS, "", QUIET, hollow=False), text("strip.value"))]
    signs.append((_dot(RADIUS, "", QUIET, hollow=True), text("grade.D")))
    signs.append((_whisker(0, 2 * RADIUS, 0, QUIET), text("effects.range")))
    if any(mark.outside for mark in marks):
        signs.append((_words("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", RADIUS, 5, 15), text("strip.outside")))
    if any(mark.fails for mark in marks):
        signs.append((_words("!", RADIUS, 5, 14, bold=True), text("explore.fails")))
    x, parts = 0.0, [letters.inside]
    for sign, words in signs:
        parts.append(_moved(sign, x, letters.height + RADIUS))
        parts.append(_words(words, x + 2 * RADIUS + 6, letters.height + RADIUS + 4, 11))
        x += 2 * RADIUS + 24 + 6.6 * len(words)
    return _Piece(Markup().join(parts), letters.height + 2 * RADIUS + 10)


def _letters(case: Case, text: Words) -> _Piece:
    """`R = As now, A = Ring road`."""
    names = text.listed([f"{item.code} = {text.of(item.label)}" for item in case.alternatives])
    lines = _lines(names, 92, 4)
    return _Piece(_text(lines, 0, 12, 14, 11.5), 14.0 * len(lines) + 8)


def _heading(name: str) -> _Piece:
    rule = Markup('<path d="M0 20H{:g}" stroke="{}" stroke-width="1"/>').format(RIGHT + RADIUS, PRINT["edge"])
    return _Piece(rule + _words(name, 0, 15, 12, bold=True), 28)


def _strip(case: Case, criterion: Criterion, strip: EffectStrip, text: Words) -> _Piece:
    """The name above the marks, each on its row, the line below them, and under that the ends in words."""
    tag = "" if criterion.in_sum else f" ({text('effects.not_summed')})"
    name = _lines(text.of(criterion.label) + tag, NAME, MOST_LINES)
    top = NAME_LINE * len(name) + 4
    base = top + strip.rows * ROW + 2
    worst, best = (
        _lines(words, END, MOST_LINES)
        for words in (text("strip.from_worst", worst=strip.worst), text("strip.to_best", best=strip.best))
    )
    palette = colours(case)
    parts = [_text(name, 0, 12, NAME_LINE, 11), _track(base)]
    parts += [_mark(mark, palette[mark.cell.alternative.id], top) for mark in strip.marks]
    low = base + END_LINE + 3
    parts.append(_text(worst, 0, low, END_LINE, 10, colour=QUIET))
    parts.append(_text(best, RIGHT + RADIUS, low, END_LINE, 10, colour=QUIET, anchor="end"))
    height = low + END_LINE * (max(len(worst), len(best)) - 1) + 4
    if strip.unknown:
        codes = text.listed([cell.alternative.code for cell in strip.unknown])
        parts.append(_words(f"{text('effects.unknown')}: {codes}", 0, height + END_LINE, 10.5, bold=True))
        height += END_LINE + 4
    return _Piece(Markup().join(parts), height + 10, _said(criterion, strip, text))


def _said(criterion: Criterion, strip: EffectStrip, text: Words) -> str:
    """`Trips (a day): R 40, A 20, B 20`: from worst to best, equals in the order of the case; then who is not known."""
    order = sorted(strip.marks, key=lambda mark: mark.place)
    parts = [", ".join(f"{mark.cell.alternative.code} {mark.cell.value}" for mark in order)] if order else []
    if strip.unknown:
        codes = text.listed([cell.alternative.code for cell in strip.unknown])
        parts.append(f"{text('effects.unknown').lower()}: {codes}")
    return f"{text.of(criterion.label)} ({text.of(criterion.unit_label)}): {'; '.join(parts)}"


def _track(base: float) -> Markup:
    return Markup(
        '<path d="M{left:g} {base:g}H{right:g}M{left:g} {base:g}v-7M{right:g} {base:g}v-7" fill="none" '
        'stroke="{edge}" stroke-width="1.5"/>'
    ).format(left=LEFT, right=RIGHT, base=base, edge=PRINT["edge"])


def _at(place: float) -> float:
    return LEFT + place / 100 * (RIGHT - LEFT)


def _mark(mark: StripMark, colour: str, top: float) -> Markup:
    """The mark of one alternative, on its row below ``top``."""
    middle = top + mark.row * ROW + ROW / 2
    x = _at(mark.place)
    parts = [_whisker(*map(_at, mark.whisker), middle, colour)] if mark.whisker else []
    dot = _dot(0, mark.cell.alternative.code, colour, hollow=mark.cell.illustrative)
    parts.append(_moved(dot, x, middle))
    if mark.outside == "better":
        parts.append(_words("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", x + RADIUS + 3, middle + 5, 15))
    if mark.outside == "worse":
        sign = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
        parts.append(_words(sign, x - RADIUS - 3, middle + 5, 15, anchor="end"))
    if mark.fails:
        parts.append(_words("!", x + RADIUS + 2, middle - 2, 14, bold=True))
    return Markup().join(parts)


def _dot(x: float, code: str, colour: str, *, hollow: bool) -> Markup:
    """A mark with its letter; hollow where the figure is illustrative."""
    ring = Markup('<circle cx="{:g}" cy="0" r="{:g}" fill="{}" stroke="{}" stroke-width="2"/>').format(
        x, RADIUS - 1, PAPER if hollow else colour, colour
    )
    ink = INK if hollow else SCREEN["badge-ink"]
    return ring + (_words(code, x, 4, 10.5 if len(code) < 2 else 8.5, bold=True, colour=ink, anchor="middle"))


def _whisker(low: float, high: float, y: float, colour: str) -> Markup:
    return Markup(
        '<path d="M{low:g} {y:g}H{high:g}M{low:g} {top:g}v8M{high:g} {top:g}v8" fill="none" stroke="{colour}" '
        'stroke-width="2.5"/>'
    ).format(low=low, high=high, y=y, top=y - 4, colour=colour)


def _moved(inside: Markup, x: float, y: float) -> Markup:
    return Markup('<g transform="translate({:g} {:g})">{}</g>').format(x, y, inside)


def _lines(words: str, width: int, most: int) -> list[str]:
    """At most so many lines; the last ends in dots where there is more."""
    return textwrap.wrap(words, width, max_lines=most, placeholder=" \N{HORIZONTAL ELLIPSIS}") or [""]


def _text(
    lines: Sequence[str], x: float, y: float, line: float, size: float, *, colour: str = INK, anchor: str = "start"
) -> Markup:
    shown = (
        _words(words, x, y + line * place, size, colour=colour, anchor=anchor) for place, words in enumerate(lines)
    )
    return Markup().join(shown)


def _words(
    words: str, x: float, y: float, size: float, *, bold: bool = False, colour: str = INK, anchor: str = "start"
) -> Markup:
    return Markup(
        '<text x="{x:g}" y="{y:g}" fill="{colour}" font-family="{font}" font-size="{size:g}" '
        'text-anchor="{anchor}"{bold}>{words}</text>'
    ).format(
        x=x,
        y=y,
        colour=colour,
        font=FONT,
        size=size,
        anchor=anchor,
        bold=Markup(' font-weight="bold"') if bold else "",
        words=escape(words),
    )
