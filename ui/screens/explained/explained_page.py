"""Uitleg: how it is calculated, what words mean, which sources there are, and what this is not."""

import streamlit as st

from texts.glossary import terms
from texts.numbers import number
from ui import navigation, state
from ui.shared.page_html import show
from weighing.score_draws import SAMPLES
from weighing.verdict import FIRM_COUNT, FIRM_FACTOR, UNDECIDED_COUNT


def show_page() -> None:
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
    limits = {
        "firm": FIRM_COUNT,
        "factor": number(FIRM_FACTOR, text.language, 1),
        "undecided": UNDECIDED_COUNT,
        "samples": number(SAMPLES, text.language),
    }
    show("method.html", text, limits=limits)
    show("glossary.html", text, terms=terms(text.language))
    show("sources.html", text, sources=list(case.sources.values()))
