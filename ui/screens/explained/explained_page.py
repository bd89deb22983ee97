"""Uitleg: how it is calculated, what words mean, which sources there are, and what this is not."""

import streamlit as st

from texts.glossary import terms
from ui import navigation, state
from ui.shared.page_html import show
from wording.verdict_words import verdict_limits


def show_page() -> None:
    """The way to the screens that hang under this one, then method, terms, sources and limits."""
    case, text = state.case(), state.words()
    show("text.html", text, title=text("explained.title"), level=1, quiet=False, lines=[text("explained.intro")])
    show("explained.html", text)
    with st.container(key="explained_more"):
        for screen in navigation.SCREENS:
            if screen.hangs == "explained" and st.button(
                text(f"explained.to_{screen.name}"), key=f"go_{screen.name}", type="tertiary"
            ):
                navigation.go_to(screen.name)
        if st.button(text("own_case.to_own"), key="go_own", type="tertiary"):
            navigation.go_to("own")
    show("method.html", text, limits=verdict_limits(text))
    show("glossary.html", text, terms=terms(text.language))
    show("sources.html", text, sources=list(case.sources.values()))
