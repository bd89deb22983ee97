"""Proposals of residents on our screens: what everybody sees on Zaak, and where the planner answers them."""

from typing import Any, get_args
from urllib.parse import urlencode, urljoin

import streamlit as st

from cases.definition.model import Case
from cases.store import Call, Proposal, StoreError, kept_case, own_cases, own_proposals
from cases.store.rights import ALLOWED, Role
from cases.store.said_words import REASON, Answer
from texts import Words
from ui import state
from ui.own import desk
from ui.shared.page_html import say, sentence, show
from web import shared_cases
from web.proposal_pages import list_html, state_text

ACTIONS = (*get_args(Answer), "erased")


def show_public(case_id: str) -> None:
    """For an own case with a call: room for a plan of residents, and the proposals with their answers. For any other
    case one sentence about how residents can be asked; nothing when own cases are off or out of reach."""
    if not shared_cases.own_available():
        return
    text = state.words()
    try:
        call = None if case_id in shared_cases.shipped() else own_proposals().call_of(case_id)
        found = own_proposals().proposals(case_id) if call else ()
    except StoreError:
        return
    case = shared_cases.sound().get(case_id)
    opened = desk.desk()
    show(
        "proposals_public.html",
        text,
        mine=opened is not None and opened.case_id == case_id,
        call=call,
        link=None if call is None else f"./voorstel/{call.token}?{urlencode({'lang': text.language})}",
        counts=_counts(found),
        proposals=list_html(case, found, text) if found else None,
    )


def show_review(case_id: str, key: str, role: Role) -> None:
    """For whoever holds the key: open or close the call, share its link, and answer the proposals one by one."""
    text = state.words()
    try:
        case, call = _case(case_id), own_proposals().call_of(case_id)
        found = own_proposals().proposals(case_id)
    except StoreError as error:
        say("error", sentence(text.of(error.text)))
        return
    show("text.html", text, title=text("own_case.tab_proposals"), level=2, quiet=False, lines=[])
    _call(case_id, key, call, role, text)
    if "proposal_error" in st.session_state:
        say("error", st.session_state.pop("proposal_error"))
    if "proposal_saved" in st.session_state:
        say("success", text("proposals.saved", n=st.session_state.pop("proposal_saved")))
    if call is None:
        return
    show("text.html", text, title=None, level=3, quiet=False, lines=[text("proposals.counts", **_counts(found))])
    open_to_answer = [item for item in found if item.state != "erased"]
    if open_to_answer:
        _answer(
            case_id, key, role, case, sorted(open_to_answer, key=lambda item: (item.state is not None, item.id)), text
        )
    if found:
        show("proposals_all.html", text, proposals=list_html(case, found, text))


def _call(case_id: str, key: str, call: Call | None, role: Role, text: Words) -> None:
    if call is None:
        lines = [text("proposals.review_none")]
    else:
        lines = [text("proposals.review_open" if call.open else "proposals.review_closed")]
    show("text.html", text, title=None, level=3, quiet=False, lines=lines)
    if call is not None:
        st.code(
            urljoin(str(st.context.url or ""), f"voorstel/{call.token}?lang={text.language}"),
            language=None,
            wrap_lines=True,
        )
    if case_id not in shared_cases.sound():
        say("warning", text("proposals.review_unpublished"))
    if role not in ALLOWED["open_call"]:
        return
    if call is not None and call.open:
        st.button(text("proposals.call_close"), key="call_close", on_click=_close_call, args=(case_id, key))
    else:
        label = text("proposals.call_open" if call is None else "proposals.call_again")
        st.button(label, key="call_open", type="primary", on_click=_open_call, args=(case_id, key))


def _answer(case_id: str, key: str, role: Role, case: Case | None, found: list[Proposal], text: Words) -> None:
    """One proposal at a time, those without an answer first: the words, what is done with it, and why."""
    by_id = {item.id: item for item in found}

    def shown(number: int) -> str:
        item = by_id[number]
        return text("proposals.choose_item", n=number, title=item.title, state=state_text(case, item, text))

    # After an answer the field is a new one: the old one goes on showing the words of before.
    field = f"proposal_{case_id}_{st.session_state.get('proposal_answers', 0)}"
    chosen = by_id[st.selectbox(text("proposals.choose"), list(by_id), format_func=shown, key=field)]
    st.html(list_html(case, [chosen], text))
    mine = f"{case_id}_{chosen.id}"
    actions = [
        name
        for name in ACTIONS
        if (name != "merged" or case is not None) and (name != "erased" or role in ALLOWED["erase"])
    ]
    action = st.radio(
        text("proposals.decide"),
        actions,
        index=actions.index(chosen.state) if chosen.state in actions else None,
        format_func=lambda name: text(f"proposals.do_{name}"),
        key=f"proposal_action_{mine}",
        horizontal=True,
    )
    if action in ("accepted", "erased"):
        st.caption(text(f"proposals.{action}_help"))
    into = ""
    if action == "merged" and case is not None:
        names = _targets(case, text)
        at = list(names).index(chosen.merged_into) if chosen.merged_into in names else None
        into = st.selectbox(
            text("proposals.into"),
            list(names),
            index=at,
            format_func=names.__getitem__,
            placeholder=text("own_case.choose"),
            key=f"proposal_into_{mine}",
        )
    st.text_area(text("proposals.why"), chosen.reason, key=f"proposal_why_{mine}")
    st.caption(text("proposals.why_help", least=REASON[0]))
    st.button(
        text("proposals.save"),
        key="proposal_save",
        type="primary",
        disabled=action is None or (action == "merged" and not into),
        on_click=_save,
        args=(case_id, key, chosen.id, action, into or "", f"proposal_why_{mine}"),
    )


def _save(case_id: str, key: str, number: int, action: str, into: str, reason: str) -> None:
    why = st.session_state.get(reason, "")

    def save() -> None:
        if action == "erased":
            own_proposals().erase(case_id, key, number, why)
        else:
            own_proposals().answer(case_id, key, number, action, why, into)  # type: ignore[arg-type]
        st.session_state["proposal_saved"] = number
        st.session_state["proposal_answers"] = st.session_state.get("proposal_answers", 0) + 1

    _tried(save)


def _open_call(case_id: str, key: str) -> None:
    _tried(lambda: own_proposals().open_call(case_id, key))


def _close_call(case_id: str, key: str) -> None:
    _tried(lambda: own_proposals().close_call(case_id, key))


def _tried(change: Any) -> None:
    """Make a change; what stands in its way is shown at the next drawing."""
    try:
        change()
    except StoreError as error:
        st.session_state["proposal_error"] = sentence(error.text.get(state.words().language))


def _targets(case: Case, text: Words) -> dict[str, str]:
    """What a proposal can be merged into, by ``criterion:ID`` or ``alternative:ID``."""
    named = {
        f"criterion:{item.id}": text("proposals.into_criterion", name=text.of(item.label)) for item in case.criteria
    }
    return named | {
        f"alternative:{item.id}": text("proposals.into_alternative", name=text.of(item.label))
        for item in case.alternatives
    }


def _case(case_id: str) -> Case | None:
    """The published case, or the newest version of one that is not published; None when there is no version."""
    published = shared_cases.sound().get(case_id)
    versions = () if published is not None else own_cases().versions(case_id)
    return kept_case(case_id, versions[0].number) if versions else published


def _counts(found: tuple[Proposal, ...]) -> dict[str, int]:
    waiting = sum(item.state is None for item in found)
    return {"all": len(found), "answered": len(found) - waiting, "waiting": waiting}
