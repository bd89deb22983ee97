"""Links with a role: made for colleagues by whoever manages the case, listed, and withdrawn when they should stop."""

import streamlit as st

from cases.store import RoleLink, StoreError, own_cases, own_links
from cases.store.rights import LINK_ROLES
from texts.numbers import day
from ui import state
from ui.own import desk, own_address, signed_in
from ui.shared.page_html import show


def show_links() -> None:
    """The links there are, a form for a new one, the choice of one to withdraw, and a new key for who manages."""
    text, here = state.words(), desk.the_desk()
    links = own_links().links(here.case_id, here.key)
    show("text.html", text, title=text("own_case.links_roles"), level=2, quiet=False,
         lines=[text("own_case.links_roles_about")])  # fmt: skip
    if signed_in.possible():
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("own_case.bind_manager")])
    if links:
        show("own_role_links.html", text, rows=[_row(link, text.language) for link in links])
    _new_link()
    working = {link.number: link for link in links if link.revoked is None}
    if working:
        with st.form("own_revoke", border=False):
            number = st.selectbox(
                text("own_case.revoke_which"),
                list(working),
                format_func=lambda number: _named(working[number]),
                key=f"own_revoke_{len(links)}_{len(working)}",
                width=520,
            )
            if st.form_submit_button(text("own_case.revoke"), key="own_revoke_button"):
                _revoke(number, _named(working[number]))
                st.rerun()
    with st.expander(text("own_case.renew_title"), key="own_fold_renew"):
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("own_case.renew_about")])
        st.button(text("own_case.renew"), on_click=renew, key="own_renew")


def _named(link: RoleLink) -> str:
    return f"{link.number}. {link.label}: {state.words()(f'own_case.role_{link.role}')}"


def _row(link: RoleLink, language: str) -> dict[str, str | int]:
    text = state.words()
    stopped = link.revoked and text("own_case.link_revoked", day=day(link.revoked.date(), language))
    return {
        "number": link.number,
        "label": link.label,
        "role": text(f"own_case.role_{link.role}"),
        "made": day(link.made.date(), language),
        "state": stopped or text("own_case.link_bound" if link.signed_in else "own_case.link_works"),
    }


def _new_link() -> None:
    text, here = state.words(), desk.the_desk()
    with st.form("own_new_link", border=True):
        label = st.text_input(text("own_case.link_for"), max_chars=60, key=f"own_link_label_{here.links_made}")
        role = st.radio(
            text("own_case.link_may"),
            LINK_ROLES,
            format_func=lambda role: text(f"own_case.role_{role}"),
            captions=[text(f"own_case.role_{role}_about") for role in LINK_ROLES],
            key=f"own_link_role_{here.links_made}",
        )
        pressed = st.form_submit_button(text("own_case.make_link"), type="primary", key="own_make_link")
    if pressed:
        here.refused = here.done = None
        try:
            secret = own_links().make(here.case_id, here.key, role or "read", label)
        except StoreError as error:
            here.refused = error.text
        else:
            here.links_made += 1
            here.new_link = (label.strip(), own_address.link_to(here.case_id, secret))
        st.rerun()
    if here.new_link is not None:
        label, link = here.new_link
        show("text.html", text, title=text("own_case.new_link", label=label), level=3, quiet=False,
             lines=[text("own_case.new_link_about")])  # fmt: skip
        st.code(link, language=None, wrap_lines=True)


def _revoke(number: int, named: str) -> None:
    text, here = state.words(), desk.the_desk()
    here.refused = here.done = here.new_link = None
    try:
        own_links().revoke(here.case_id, here.key, number)
    except StoreError as error:
        here.refused = error.text
    else:
        here.done = text("own_case.revoked", link=named)


def renew() -> None:
    """Another link for who manages the case; the one of before opens nothing any more."""
    here = desk.the_desk()
    here.refused = here.done = None
    try:
        here.key = own_cases().renew_key(here.case_id, here.key)
    except StoreError as error:
        here.refused = error.text
    else:
        here.key_is_new, here.key_was_old = True, False
