"""One cell of a case of 10 alternatives and 100 criteria is saved, by the only editor and by one of two.

The two save in turn, in other cells, so that every save finds that the other was first, joins what they saved and asks
again: the most that a second editor can cost.
"""

import os
import tempfile
import time
from itertools import cycle
from statistics import median

from benchmarks.figures import Figure, Reference
from benchmarks.import_case import big_case
from cases.store import own_cases
from cases.store.configuration import settings
from cases.workbook.draft import draft_bytes, draft_from
from cases.workbook.drafting import sheets_of
from ui.own.kept_draft import KeptDraft
from ui.own.undo_steps import Steps

SAVES = 30


def measure() -> dict[str, Figure]:
    """Median milliseconds from a typed cell until it is in the store."""
    before = os.environ.get("WAARDENWEGER_STORE")
    with tempfile.TemporaryDirectory() as folder:
        _store(f"sqlite:///{folder}/own_cases.db")
        try:
            draft = draft_bytes(sheets_of(big_case(), "nl"))
            alone = _saving(["alone"], own_cases().new("alone", draft))
            both = _saving(["both", "both"], own_cases().new("both", draft))
            own_cases().store.engine.dispose()
        finally:
            _store(before)
    note = f"median of {SAVES} saves"
    return {
        "one_editor_ms": Figure(alone, "ms", note=note),
        "two_editors_ms": Figure(both, "ms", None, Reference("the only editor", alone), note),
    }


def _store(address: str | None) -> None:
    os.environ.pop("WAARDENWEGER_STORE", None)
    if address is not None:
        os.environ["WAARDENWEGER_STORE"] = address
    settings.cache_clear()
    own_cases.cache_clear()


def _saving(cases: list[str], key: str) -> float:
    windows, times = [_window(case, key) for case in cases], []
    for number, here in zip(range(SAVES), cycle(windows)):
        effects = here.draft.sheets["effects"]
        place, row = effects.headings.index("value"), 20 * (number % len(windows)) + number % 10
        rows = list(effects.rows)
        rows[row] = (*rows[row][:place], str(1000 + number), *rows[row][place + 1 :])
        changed = here.draft.with_sheet("effects", tuple(rows))
        begin = time.perf_counter()
        here.steps.do(changed)
        here.save()
        times.append(1000 * (time.perf_counter() - begin))
        assert here.trouble is None
        assert not here.clashes
    return median(times)


def _window(case: str, key: str) -> KeptDraft:
    found = own_cases().draft(case, key)
    draft = draft_from(found.data)
    return KeptDraft(case, key, Steps(draft), draft, found.serial, found.saved, own_cases().access(case, key))
