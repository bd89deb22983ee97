"""Which version of a case a visitor sees: the one in the list, or one that is looked at before it gets there."""

from collections.abc import Mapping

from cases.definition.model import Case
from ui import state
from ui.visit import known_cases
from web import shared_cases
from weighing.version_change import carried


def follow_version() -> None:
    """When the case in view has another version than the weighing was given on, the weighing moves along, marked."""
    here = state.visit()
    now = here.pinned = known_cases(here.previewed).get(str(here.case_id))
    if now is None:
        return
    before = here.seen.setdefault(now.id, now)
    if before.version == now.version:
        return
    here.seen[now.id] = now
    moved = [carried(one, before, now) for one in here.history]
    here.histories[now.id] = [weighing for weighing, _ in moved]
    here.ignored = moved[-1][1]
    here.linked_version = before.version if state.weighing().started else None
    here.requirements_off = tuple(item.id for item in now.requirements if item.id in here.requirements_off)
    here.euros = None
    here.opened_theme = None


def preview(seen: Case | None, files: Mapping[str, bytes] | None = None) -> None:
    """Look at a version of an own case that is not in the list; None ends it. ``files`` of what is no version yet."""
    here = state.visit()
    here.previewed_files = files
    here.previewed, here.pinned = seen, None
    if seen is not None:
        state.open_case(seen.id)
    elif here.case is None:
        state.open_case(next(iter(shared_cases.sound()), ""))
