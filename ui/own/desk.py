"""The own case that is open in this session: its key, its draft with undo, and saving after every change.

The key is kept in the session and in a cookie that no script can read: not in the address, not in a link to the case.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import streamlit as st

from cases.store import CaseIdTakenError, own_cases
from cases.workbook.draft import Draft, draft_bytes, draft_from
from files.remembered import Remembered
from texts import Told
from ui import state
from ui.own.kept_draft import KeptDraft
from ui.own.undo_steps import Steps

if TYPE_CHECKING:
    from cases.workbook.checked_upload import CheckedUpload

LONGEST_ID = 40
TRIES = 20


@dataclass
class Desk(KeptDraft):
    """One own case, opened with its key."""

    key_is_new: bool = False
    """True until the person says that the link to this case was kept."""
    key_was_old: bool = False
    """True when the case was opened by a link of the old kind."""
    signed_in: bool = False
    """True when it opens by signing in, and its key is therefore never shown or kept in the browser."""
    cell_open: bool = False
    """Whether the part with one cell stands open."""
    new_link: tuple[str, str] | None = None
    """The role and the link that was just made for it."""
    links_made: int = 0
    """In this window; the form for a new one is then empty again."""
    refused: Told | None = None
    """Why something else that was asked was not done."""
    done: str | None = None
    """What was just done, in one sentence."""
    tab: str = "data"
    sheet: str = "case"
    checked: "tuple[Draft, str, CheckedUpload] | None" = None
    remembered: Remembered = field(default_factory=Remembered)
    """Of the checks before, so that a change is checked sooner."""

    def save(self) -> None:
        """As for every kept draft; what was said of something earlier is gone."""
        self.refused = self.done = None
        super().save()


def desk() -> Desk | None:
    """The case that is open; None when there is none."""
    return st.session_state.get("own_desk")


def the_desk() -> Desk:
    """As ``desk``, for parts of the screen that are only there when a case is open."""
    found = desk()
    if found is None:
        raise RuntimeError("no own case is open")
    return found


def make(wanted: str, draft: Draft) -> Desk:
    """A new own case with this draft; its id is the wanted one, or with a number behind it when that one is taken.

    Raises:
        StoreError: it cannot be made.
    """
    base = case_id_from(wanted)
    for number in range(1, TRIES + 1):
        ending = "" if number == 1 else f"_{number}"
        case_id = base[: LONGEST_ID - len(ending)] + ending
        named = draft.with_cell("id", "value", case_id)
        try:
            key = own_cases().new(case_id, draft_bytes(named))
        except CaseIdTakenError:
            if number == TRIES:
                raise
            continue
        made = enter(case_id, key)
        made.key_is_new = True
        return made
    raise AssertionError("the loop ends with a case or an error")


def enter(case_id: str, key: str) -> Desk:
    """Open an own case with its key.

    Raises:
        StoreError: the key does not fit, or there is no such case.
        NoDraftError: its draft cannot be read.
    """
    access, found = own_cases().access(case_id, key), own_cases().draft(case_id, key)
    draft = draft_from(found.data)
    made = Desk(case_id, key, Steps(draft), draft, found.serial, found.saved, access)
    st.session_state["own_desk"] = made
    return made


def leave() -> None:
    """Put the case away; the key is forgotten here."""
    st.session_state.pop("own_desk", None)


def change(draft: Draft, *, redraw: bool = True) -> None:
    """Take over another state of the draft and save it.

    Args:
        draft: the new state.
        redraw: False when the table on screen already shows it.
    """
    here = the_desk()
    here.steps.do(draft)
    here.generation += redraw
    here.save()


def undo() -> None:
    """Take back the last change of this window, and save that."""
    the_desk().undo()


def redo() -> None:
    """Do again what was undone last, and save that."""
    the_desk().redo()


def save() -> None:
    """Save the draft as it is now."""
    the_desk().save()


def check() -> "CheckedUpload":
    """The case in the draft, or everything that is wrong with it; worked out once for each state."""
    from cases.workbook.drafting import check_draft  # here, with the workbook libraries: every page asks for the desk

    here, language = the_desk(), state.words().language
    if here.checked is None or here.checked[0] is not here.draft or here.checked[1] != language:
        here.checked = (here.draft, language, check_draft(here.draft, language, here.case_id, here.remembered))
    return here.checked[2]


def case_id_from(title: str) -> str:
    """An id made from a title: `De Groene Zoom!` becomes `de_groene_zoom`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    found = found if found[:1].isalpha() else f"zaak_{found}".strip("_")
    return found[:LONGEST_ID].strip("_")


def titled(draft: Draft, title: str) -> Draft:
    """The draft with another title, the same in every language that it has words in."""
    from cases.workbook.drafting import spoken_in  # here, as in ``check``

    for language in spoken_in(draft, state.words().language):
        draft = draft.with_cell("title", language, title)
    return draft


def with_files_of(draft: Draft, other: Draft) -> Draft:
    """The draft with the pictures and the outline of another one."""
    return replace(draft, files=other.files)
