"""The script behind every Streamlit session: frame, navigation, and the page that was asked for."""

import streamlit as st

from ui import frame, state
from ui.own import address, in_view
from ui.screens import audit, choices, effects, euros, explained, explore, own, report, sure, who
from ui.screens import case as case_page


def main() -> None:
    address.take_key()
    state.follow_address()
    in_view.follow_version()
    visit = state.visit()
    text = state.words()
    st.set_page_config(page_icon=frame.ICON, layout="wide")
    pages = {
        "case": st.Page(case_page.show_page, title=text("nav.case"), default=True),
        "effects": st.Page(effects.show_page, title=text("nav.effects"), url_path="effecten"),
        "explore": st.Page(explore.show_page, title=text("nav.explore"), url_path="verkennen"),
        "sure": st.Page(sure.show_page, title=text("nav.sure"), url_path="hoe-zeker"),
        "who": st.Page(who.show_page, title=text("nav.who"), url_path="wie-en-wanneer"),
        "euros": st.Page(euros.show_page, title=text("nav.euros"), url_path="euros"),
        "report": st.Page(report.show_page, title=text("report_page.title"), url_path="rapport"),
        "explained": st.Page(explained.show_page, title=text("nav.explained"), url_path="uitleg"),
        "choices": st.Page(choices.show_page, title=text("nav.choices"), url_path="keuzes"),
        "audit": st.Page(audit.show_page, title=text("nav.audit"), url_path="eerlijk"),
        "own": st.Page(own.show_page, title=text("own_case.title"), url_path="eigen-zaak"),
    }
    # The first page stands at the bare address; under its own name it would be a page that does not exist.
    named = st.Page(case_page.show_page, title=text("nav.case"), url_path="zaak")
    chosen = st.navigation([*pages.values(), named], position="hidden")
    if chosen is named:
        st.switch_page(pages["case"])
    st.set_page_config(page_title=f"{chosen.title} - {text('app.name')}")
    frame.style()
    frame.header(pages, chosen)
    if visit.case is None and chosen is not pages["own"]:
        frame.no_case()
        return
    if chosen is not pages["own"]:  # which works on a case of its own, also when none is in view
        frame.link_notes()
        frame.preview_note()
        if chosen is not pages["case"]:
            frame.case_notice(short=True)
    chosen.run()
    if chosen is not pages["own"]:
        frame.footer()
    state.write_link()


main()
