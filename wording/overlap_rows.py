"""Pairs of criteria that are partly about the same thing, in rows: each pair once, and how the sum deals with it."""

from dataclasses import dataclass

from cases.definition.model import Case
from texts import Words


@dataclass(frozen=True)
class OverlapRow:
    """Two criteria, in the order of the case."""

    names: str
    rule: str
    """Both in the sum, or one at most."""
    why: tuple[str, ...]
    """What either of the two says about it."""


def overlap_rows(case: Case, text: Words) -> tuple[OverlapRow, ...]:
    """In the order in which the criteria name each other."""
    place = {criterion.id: number for number, criterion in enumerate(case.criteria)}
    found: dict[tuple[str, ...], list[str]] = {}
    for criterion in case.criteria:
        for overlap in criterion.overlaps:
            for other in overlap.criteria:
                said = found.setdefault(tuple(sorted((criterion.id, other), key=place.__getitem__)), [])
                said += [why] if (why := text.of(overlap.why)) not in said else []
    return tuple(_row(case, pair, why, text) for pair, why in found.items())


def _row(case: Case, pair: tuple[str, ...], why: list[str], text: Words) -> OverlapRow:
    both = [case.criterion(key) for key in pair]
    rule = text("effects.counts_in_theme" if all(item.in_sum for item in both) else "effects.counts_once")
    return OverlapRow(text.listed([text.of(item.label) for item in both]), rule, tuple(why))
