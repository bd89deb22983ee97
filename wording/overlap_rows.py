"""What overlaps with what, in rows: what a criterion says of others is said once, under how the sum deals with it."""

from dataclasses import dataclass

from cases.definition.model import Case
from texts import Words


@dataclass(frozen=True)
class OverlapRow:
    """A criterion with those of which it says the same."""

    names: str
    why: tuple[str, ...]
    """What it says about them; for two, what either says of the other."""


@dataclass(frozen=True)
class OverlapGroup:
    """The rows that the sum deals with in one way."""

    rule: str
    """Count once at most, or both in the sum."""
    rows: tuple[OverlapRow, ...]


def overlap_groups(case: Case, text: Words) -> tuple[OverlapGroup, ...]:
    """What counts once first; in each the order in which the criteria name each other. A group without rows is none."""
    groups: dict[bool, dict[frozenset[str], tuple[str, list[str]]]] = {False: {}, True: {}}
    for criterion in case.criteria:
        for overlap in criterion.overlaps:
            for both, found in groups.items():
                others = [
                    item for item in map(case.criterion, overlap.criteria) if (criterion.in_sum and item.in_sum) is both
                ]
                if not others:
                    continue
                names = text.listed([text.of(item.short) for item in others])
                key = frozenset({criterion.id, *(item.id for item in others)})
                said = text("effects.overlaps_with", criterion=text.of(criterion.short), others=names)
                _, whys = found.setdefault(key, (said, []))
                whys += [why] if (why := text.of(overlap.why)) not in whys else []
    return tuple(
        OverlapGroup(
            text("effects.counts_in_theme" if both else "effects.counts_once"),
            tuple(OverlapRow(names, tuple(whys)) for names, whys in found.values()),
        )
        for both, found in groups.items()
        if found
    )
