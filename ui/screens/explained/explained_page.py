"""Uitleg: how it is calculated, what words mean, which sources there are, and what this is not."""

import streamlit as st

from texts.glossary import terms
from ui import state
from ui.shared.page_html import show
from wording.verdict_words import tolerance_rows, verdict_limits


def show_page() -> None:
    """Limits, method, terms and sources."""
    case, text = state.case(), state.words()
    show("text.html", text, title=text("explained.title"), level=1, quiet=False, lines=[text("explained.intro")])
    with st.container(key="two_explained"):
        show("explained.html", text)
        show("method.html", text, limits=verdict_limits(text), tolerances=tolerance_rows(case, text))
        show("glossary.html", text, terms=terms(text.language))
        show("sources.html", text, sources=list(case.sources.values()))
