"""The script behind every Streamlit session: frame, navigation, and the page that was asked for."""

import streamlit as st

from ui import frame, state
from ui.own import in_view, own_address, own_page
from ui.screens.audit import audit_page
from ui.screens.case import case_page as case_page
from ui.screens.choices import choices_page
from ui.screens.effects import effects_page
from ui.screens.euros import euros_page
from ui.screens.explained import explained_page
from ui.screens.explore import explore_page
from ui.screens.report import report_page
from ui.screens.sure import sure_page
from ui.screens.who import who_page


def main() -> None:
    own_address.take_key()
    state.follow_address()
    in_view.follow_version()
    visit = state.visit()
    text = state.words()
    st.set_page_config(page_icon=frame.ICON, layout="wide")
    pages = {
        "case": st.Page(case_page.show_page, title=text("nav.case"), default=True),
        "effects": st.Page(effects_page.show_page, title=text("nav.effects"), url_path="effecten"),
        "explore": st.Page(explore_page.show_page, title=text("nav.explore"), url_path="verkennen"),
        "sure": st.Page(sure_page.show_page, title=text("nav.sure"), url_path="hoe-zeker"),
        "who": st.Page(who_page.show_page, title=text("nav.who"), url_path="wie-en-wanneer"),
        "euros": st.Page(euros_page.show_page, title=text("nav.euros"), url_path="euros"),
        "report": st.Page(report_page.show_page, title=text("report_page.title"), url_path="rapport"),
        "explained": st.Page(explained_page.show_page, title=text("nav.explained"), url_path="uitleg"),
        "choices": st.Page(choices_page.show_page, title=text("nav.choices"), url_path="keuzes"),
        "audit": st.Page(audit_page.show_page, title=text("nav.audit"), url_path="eerlijk"),
        "own": st.Page(own_page.show_page, title=text("own_case.title"), url_path="eigen-zaak"),
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
