"""Which row of a sheet is which after a change: equal rows first, then those that were changed in place."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from cases.workbook.draft import Cells


def row_pairs(before: Sequence[Cells], after: Sequence[Cells]) -> dict[int, int]:
    """The place of each row of ``before`` in ``after``, for the rows that are still there, changed or not.

    A changed row is known by its place between rows that stayed: where as many came as went, one for one; otherwise
    each goes with the first row that shares at least half of its cells.
    """
    head, tail = _same_ends(before, after)
    pairs = {number: number for number in range(head)}
    pairs |= {len(before) - number: len(after) - number for number in range(1, tail + 1)}
    middle = before[head : len(before) - tail], after[head : len(after) - tail]
    for kind, *places in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        first, last, start, end = (head + place for place in places)
        if kind == "equal" or (kind == "replace" and last - first == end - start):
            pairs |= dict(zip(range(first, last), range(start, end), strict=True))
        elif kind == "replace":
            free = list(range(start, end))
            for number in range(first, last):
                alike = next((place for place in free if _alike(before[number], after[place])), None)
                if alike is not None:
                    pairs[number] = alike
                    free.remove(alike)
    return dict(sorted(pairs.items()))


def _same_ends(before: Sequence[Cells], after: Sequence[Cells]) -> tuple[int, int]:
    """How many rows at the beginning and at the end are the same: of a thousand rows one changes at a time."""
    most = min(len(before), len(after))
    head = next((place for place in range(most) if before[place] != after[place]), most)
    tail = next((place for place in range(most - head) if before[-1 - place] != after[-1 - place]), most - head)
    return head, tail


def _alike(one: Cells, other: Cells) -> bool:
    filled = [place for place, cell in enumerate(one) if cell]
    return bool(filled) and 2 * sum(one[place] == other[place] for place in filled) >= len(filled)
