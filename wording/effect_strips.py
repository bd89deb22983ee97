"""The effects of one criterion on a strip from worst to best: a mark for every alternative. Same form for all of them.

Where a criterion has a range, equal steps of its unit are equal steps on the strip; with classes or a goal, equal steps
of score are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cases.definition.criterion import Criterion
from cases.definition.model import Case, Performance
from texts import Words
from weighing.arrays import value_function
from weighing.requirements_tested import failing_on
from wording.effect_cells import EffectCell, effect_cells
from wording.effect_words import ends_text, has_ends

ROOM = 4.3
"""Half of what a mark takes of the strip on the narrowest screen, in per cent: marks nearer than that are stacked."""


@dataclass(frozen=True)
class StripMark:
    """One alternative on the strip."""

    cell: EffectCell
    place: float
    """From 0, the worst end, to 100, the best; what lies outside stands at the end."""
    whisker: tuple[float, float] | None
    """From the lowest to the highest that is expected; None where no range is stated."""
    outside: str
    """`worse` or `better` where the effect itself lies outside the range; else empty."""
    fails: bool
    """Whether it fails a hard requirement on this criterion."""
    row: int
    """Marks that would touch stand on rows below each other; 0 is the first."""
    words: str
    """All that the mark shows, for who does not see it; not yet escaped."""


@dataclass(frozen=True)
class EffectStrip:
    """A criterion with its ends in words, the marks in the order of the case, and whose effect nobody knows."""

    worst: str
    best: str
    marks: tuple[StripMark, ...]
    rows: int
    unknown: tuple[EffectCell, ...]


def effect_strip(case: Case, criterion: Criterion, text: Words) -> EffectStrip:
    """The strip of one criterion; without marks where a draft has no range to set them on."""
    known = [cell for cell in effect_cells(case, criterion, text) if cell.known and has_ends(criterion)]
    unknown = tuple(cell for cell in effect_cells(case, criterion, text) if not cell.known)
    spots = [_spots(criterion, case.performances[cell.alternative.id, criterion.id]) for cell in known]
    rows = stacked([(min(spot), max(spot)) for spot in spots])
    worst, best = ends_text(criterion, "main", text)
    return EffectStrip(
        worst=worst,
        best=best,
        marks=tuple(
            _mark(case, criterion, cell, spot, row, text) for cell, spot, row in zip(known, spots, rows, strict=True)
        ),
        rows=max(rows, default=0) + 1,
        unknown=unknown,
    )


def stacked(spans: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """For each span the first row on which it touches none of those before it."""
    rows: list[list[tuple[float, float]]] = []
    found = []
    for low, high in spans:
        place = next((place for place, row in enumerate(rows) if _fits(low, high, row)), len(rows))
        if place == len(rows):
            rows.append([])
        rows[place].append((low, high))
        found.append(place)
    return tuple(found)


def _fits(low: float, high: float, row: list[tuple[float, float]]) -> bool:
    return all(high + ROOM <= left - ROOM or low - ROOM >= right + ROOM for left, right in row)


def _spots(criterion: Criterion, performance: Performance) -> tuple[float, ...]:
    """Where the effect, its lowest and its highest estimate stand; and the goal where it lies between those two."""
    values = [value for value in (performance.value, performance.low, performance.high) if value is not None]
    target = criterion.value_function.target
    if target is not None and min(values) < target < max(values):
        values.append(target)
    return tuple(_spot(criterion, value) for value in values)


def _spot(criterion: Criterion, value: float) -> float:
    if criterion.range is None or criterion.value_function.target is not None:
        return float(value_function(criterion).scores([value])[0])
    worst, best = criterion.range.worst, criterion.range.best
    return min(max(100 * (value - worst) / (best - worst), 0.0), 100.0)


def _mark(
    case: Case, criterion: Criterion, cell: EffectCell, spots: tuple[float, ...], row: int, text: Words
) -> StripMark:
    outside = _outside(criterion, case.performances[cell.alternative.id, criterion.id])
    fails = bool(failing_on(case, cell.alternative.id, criterion.id))
    said = [
        cell.with_unit,
        cell.range,
        text(f"grade.{cell.grade}") if cell.grade else "",
        text(f"strip.{outside}") if outside else "",
        text("explore.fails") if fails else "",
    ]
    return StripMark(
        cell=cell,
        place=spots[0],
        whisker=(min(spots), max(spots)) if cell.range else None,
        outside=outside,
        fails=fails,
        row=row,
        words=f"{text.of(cell.alternative.label)}: {'; '.join(part for part in said if part)}",
    )


def _outside(criterion: Criterion, performance: Performance) -> str:
    if criterion.range is None or performance.value is None:
        return ""
    low, high = sorted((criterion.range.worst, criterion.range.best))
    if low <= performance.value <= high:
        return ""
    above = performance.value > high
    return "better" if criterion.better != "goal" and above == (criterion.better == "higher") else "worse"
