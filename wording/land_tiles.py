"""What the land is used for, plan by plan: as tiles, in a sentence and in rows. Same form for every alternative."""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from cases.definition.land_use import UsedLand
from cases.definition.model import Alternative, Case
from texts import Words, words
from texts.numbers import quantity
from wording.colours import colours
from wording.land_drawing import (
    NOT_NAMED,
    SIDE,
    TileDrawing,
    TileGroup,
    half_tiles,
    labelled,
    moved,
    sample,
    tile_drawing,
)

DECIMALS = 2
"""Of an amount of land, at most."""


@dataclass(frozen=True)
class LandCell:
    """One use under one alternative."""

    shown: str
    """The amount with its unit; that it is not known or not named; or none, where all land has another use."""
    sources: tuple[str, ...]
    grade: str


@dataclass(frozen=True)
class LandRow:
    """One use under all alternatives, or what is not named. The words are data and not yet escaped."""

    label: str
    sample: Markup
    cells: tuple[LandCell, ...]


@dataclass(frozen=True)
class LandPlan:
    """The land of one alternative."""

    alternative: Alternative
    colour: str
    drawing: TileDrawing
    sentence: str
    """Every use with its amount, and what is not named."""
    rest: str
    """How much is named, and what is named without an amount: `41,5 van 43 hectare is genoemd.`"""
    named: str
    """The same in a few words, without the unit: `42 van 43 genoemd`."""
    shown: frozenset[int]
    """The rows of the picture that have a tile here, or half of one."""

    @property
    def svg(self) -> Markup:
        """The tiles as a picture of their own, with the sentence as its words."""
        return self.drawing.svg(self.sentence)


@dataclass(frozen=True)
class LandPicture:
    """The land of all alternatives."""

    intro: str
    about: str
    """Of the case; empty where it says nothing."""
    plans: tuple[LandPlan, ...]
    rows: tuple[LandRow, ...]
    """A row for each use and one for what is not named."""

    @property
    def legend(self) -> tuple[LandRow, ...]:
        """The rows of which a tile of any plan shows the pattern."""
        shown = set().union(*(plan.shown for plan in self.plans))
        return tuple(row for place, row in enumerate(self.rows) if place in shown)


def land_picture(case: Case, text: Words) -> LandPicture | None:
    """The pictures and the table behind them; None for a case that does not say how much land has which use."""
    return _picture(case, text.language) if case.land_use else None


@lru_cache(maxsize=64)
def _picture(case: Case, language: str) -> LandPicture:
    text = words(language)
    claims = {(claim.alternative, claim.use): claim for claim in case.land_use}
    plans = tuple(_plan(case, alternative, claims, text) for alternative in case.alternatives)
    rows = [
        LandRow(
            text.of(use.label),
            sample(use.pattern),
            tuple(_cell(case, alternative, use.id, claims, text) for alternative in case.alternatives),
        )
        for use in case.land_uses
    ]
    left = [_not_named(case, alternative, claims) for alternative in case.alternatives]
    if any(left):
        none = text("land.none")
        shown = tuple(LandCell(_amount(case, amount, text) if amount else none, (), "") for amount in left)
        rows.append(LandRow(text("land.not_named"), sample(NOT_NAMED), shown))
    return LandPicture(
        intro=text("land.intro", tile=_amount(case, case.land_tile, text), total=_amount(case, _total(case), text)),
        about=text.of(case.land_about) if case.land_about is not None else "",
        plans=plans,
        rows=tuple(rows),
    )


_Claims = dict[tuple[str, str], UsedLand]


def _plan(case: Case, alternative: Alternative, claims: _Claims, text: Words) -> LandPlan:
    uses = [(use, claims[alternative.id, use.id]) for use in case.land_uses if (alternative.id, use.id) in claims]
    known = [(use, claim.amount) for use, claim in uses if claim.amount is not None]
    unknown = [text.of(use.label) for use, claim in uses if claim.amount is None]
    left = _not_named(case, alternative, claims)
    said = [text("land.use", use=text.of(use.label), amount=_amount(case, amount, text)) for use, amount in known]
    if left:
        said.append(text("land.use", use=text("land.not_named"), amount=_amount(case, left, text)))
    patterns = [*(use.pattern for use, _ in known), NOT_NAMED]
    halves = half_tiles([amount / case.land_tile for _, amount in known], _total(case) / case.land_tile)
    places = [*(case.land_uses.index(use) for use, _ in known), len(case.land_uses)]
    counts = zip(patterns, halves, [*said, text("land.not_named")], strict=False)
    total = _amount(case, _total(case), text)
    named = quantity(_total(case) - left, text.language, DECIMALS)
    rest = text("land.part_named", named=named, total=total) if left else text("land.all_named", total=total)
    if unknown:
        rest += " " + text("land.without_amount", uses=text.listed(unknown))
    return LandPlan(
        alternative=alternative,
        colour=colours(case)[alternative.id],
        drawing=tile_drawing([TileGroup(*group) for group in counts], f"land-{alternative.id}"),
        sentence=text.of(alternative.label) + ": " + "; ".join(said) + ".",
        rest=rest,
        shown=frozenset(place for place, count in zip(places, halves, strict=True) if count),
        named=text("land.named", named=named, total=quantity(_total(case), text.language, DECIMALS)),
    )


def _cell(case: Case, alternative: Alternative, use: str, claims: _Claims, text: Words) -> LandCell:
    """A use without a claim is not there only if the claims of this alternative fill the whole land."""
    claim = claims.get((alternative.id, use))
    if claim is None:
        return LandCell(text("land.not_named_here" if _not_named(case, alternative, claims) else "land.none"), (), "")
    shown = text("land.unknown") if claim.amount is None else _amount(case, claim.amount, text)
    return LandCell(shown, claim.sources, claim.grade or "")


def _not_named(case: Case, alternative: Alternative, claims: _Claims) -> float:
    """What is left of the total; 0 where that is less than can be shown."""
    used = sum(claim.amount or 0.0 for (owner, _), claim in claims.items() if owner == alternative.id)
    left = _total(case) - used
    return left if left >= 0.5 * 10**-DECIMALS else 0.0


def _total(case: Case) -> float:
    assert case.land_total is not None, "a case with uses of land was checked to have a total"
    return case.land_total


def _unit(case: Case, text: Words) -> str:
    return text.of(case.land_unit) if case.land_unit is not None else ""


def _amount(case: Case, amount: float, text: Words) -> str:
    return f"{quantity(amount, text.language, DECIMALS)} {_unit(case, text)}"


_ACROSS, _WIDE, _NAME, _LINE, _BOLD, _PLAIN = 5, 640.0, 15.0, 23.0, 8.4, 6.7
"""Of the picture on paper: the most plans beside each other, its width, the height of a line of names and of patterns,
and the width of a letter of a name and of the words below."""
_GAP = 8.0
"""Between two plans beside each other."""
_SMALLEST = 0.7
"""Names get no smaller letters than this part of the others."""
_SHORT = 25
"""Characters of the words beside a pattern, so that three of them stand beside each other."""


def paper_svg(picture: LandPicture) -> Markup:
    """All plans in one drawing with their names and how much is named, and below them what each pattern means."""
    across = min(len(picture.plans), _ACROSS)
    column = _WIDE / across
    shrunk = _smaller(picture, column)
    scale = min(1.0, (column - 20) / picture.plans[0].drawing.width)
    names = [
        _two_lines(
            f"{plan.alternative.code} {plan.sentence.partition(':')[0]}", int((column - _GAP) / (_BOLD * shrunk))
        )
        for plan in picture.plans
    ]
    label = 6 + _NAME * max(map(len, names))
    said = [_two_lines(plan.named, int((column - _GAP) / _PLAIN)) for plan in picture.plans]
    below = label + picture.plans[0].drawing.height * scale
    high = below + 10 + _NAME * max(map(len, said))
    parts = []
    for place, plan in enumerate(picture.plans):
        x, y = place % across * column, place // across * high
        parts += [labelled(line, x, y + 12 + _NAME * n, True, 12 * shrunk) for n, line in enumerate(names[place])]
        tiles = Markup('<g transform="scale({:.4g})">{}</g>').format(scale, plan.drawing.inside)
        parts.append(moved(tiles, x, y + label))
        parts += [labelled(line, x, y + below + 14 + _NAME * n) for n, line in enumerate(said[place])]
    top = -(-len(picture.plans) // across) * high + 4
    beside = 3 if all(len(row.label) <= _SHORT for row in picture.legend) else 2
    for place, row in enumerate(picture.legend):
        x, y = place % beside * _WIDE / beside, top + place // beside * _LINE
        parts += [moved(row.sample, x, y), labelled(row.label, x + SIDE + 8, y + 14)]
    height = top + -(-len(picture.legend) // beside) * _LINE
    return TileDrawing(Markup().join(parts), _WIDE, round(height)).svg(
        " ".join(plan.sentence for plan in picture.plans)
    )


def _smaller(picture: LandPicture, column: float) -> float:
    """How much smaller names must be for their longest word to fit in a column: 1 where it fits, and never half."""
    names = (plan.sentence.partition(":")[0] for plan in picture.plans)
    longest = max(len(word) for name in names for word in name.split())
    return min(1.0, max(_SMALLEST, (column - _GAP) / (longest * _BOLD)))


def _two_lines(name: str, longest: int) -> list[str]:
    """At most two lines; what is still too long ends in dots."""
    lines = [""]
    for word in name.split():
        if len(f"{lines[-1]} {word}".strip()) > longest and lines[-1] and len(lines) < 2:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [line if len(line) <= longest else line[: longest - 1] + "\u2026" for line in lines]
