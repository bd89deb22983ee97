"""The script behind every Streamlit session: frame, navigation, and the page that was asked for."""

import streamlit as st

from ui import frame, navigation, state
from ui.own import in_view, own_address
from ui.warm_up import first_page_shown


def main() -> None:
    """One run of the script: take over what the address says, then the frame around the chosen page."""
    own_address.take_key()
    state.follow_address()
    in_view.follow_version()
    visit = state.visit()
    text = state.words()
    st.set_page_config(page_icon=frame.ICON, layout="wide")
    pages = navigation.pages(text)
    first = navigation.SCREENS[0]
    chosen = st.navigation([*pages.values()], position="hidden")
    st.set_page_config(page_title=f"{chosen.title} - {text('app.name')}")
    frame.style()
    frame.header(pages, chosen)
    if visit.case is None and chosen is not pages["own"]:
        frame.link_refused()
        frame.no_case()
        return
    if chosen is not pages["own"]:  # which works on a case of its own, also when none is in view
        frame.link_refused()
        frame.link_notes()
        frame.preview_note()
        frame.language_note()
        if chosen is not pages[first.name]:
            frame.case_notice_mark()
    chosen.run()
    if chosen is not pages["own"]:
        frame.footer()
    state.write_link()
    first_page_shown()


main()
