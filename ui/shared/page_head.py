"""The head of a page with results: its title, and beside it the hard requirements in one line."""

import streamlit as st

from ui import state
from ui.shared import requirement_parts
from ui.shared.page_html import show


def show_head(title: str, lines: list[str], *, with_button: bool = True) -> None:
    """Title and introduction, with the requirements beside them on a wide screen and below them on a narrow one."""
    with st.container(key="page_head"):
        show("text.html", state.words(), title=title, level=1, quiet=False, lines=lines)
        requirement_parts.show_line(with_button=with_button)
