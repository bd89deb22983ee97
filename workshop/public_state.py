"""What everybody may know of a session at this moment: phones, the wall, whoever asks. Nothing else of it leaves."""

from typing import Any

from workshop.releases import shown
from workshop.room_store import Counts, RoomStore, Session
from workshop.sayings import sayings_of


def public_state(store: RoomStore, room: Session) -> dict[str, Any]:
    """Where the session stands and what was revealed, ready for JSON. The same for all, until ``serial`` goes up.

    Raises:
        StoreUnreachableError.
    """
    state, here = room.state, room.state.here(room.plan)
    return {
        "code": room.code,
        "serial": room.serial,
        "case": room.case_id,
        "version": room.case_version,
        "kind": room.plan.kind,
        "phase": state.phase,
        "step": {"id": here.id, "index": state.step, "of": len(room.plan.steps), "minutes": here.minutes},
        "question": here.question if here.question in room.plan.asked else None,
        "asked": {question: state.standing(question) for question in room.plan.asked},
        "shown": shown(store, room),
        "said": [
            {"id": item.id, "words": item.words, "language": item.language, "question": item.question}
            for item in sayings_of(store, room.id, "shown")
        ],
        "blank": state.blank,
        "timer_ends": state.timer_ends,
        "what_if": state.what_if and state.what_if.model_dump(),
        "what_if_before": state.what_if_before and state.what_if_before.model_dump(),
        "predict": state.predict,
        "page": state.page,
        "qr_large": state.qr_large,
        "emptied": room.emptied is not None,
        "now": store.now(),
    }


def public_counts(room: Session, counts: Counts) -> dict[str, Any]:
    """How many take part and how many answered what is asked; there is nothing else to know before it is revealed."""
    return {"joined": counts.joined, "sent": {key: counts.sent.get(key, 0) for key in room.plan.asked}}
