"""Our own HTML on Streamlit's pages. Not named html: Streamlit puts this folder on the path of imports."""

from pathlib import Path
from typing import Any

import streamlit as st
from markupsafe import Markup

from texts import Words
from web import html

TEMPLATES = Path(__file__).parents[1] / "templates"


def render(template: str, text: Words, **values: Any) -> Markup:
    """A template of these pages filled in; every value is escaped unless it is `Markup`."""
    return html.render(TEMPLATES, template, text, **values)


def sentence(words: str) -> str:
    """What is wrong, as a sentence of its own: with a capital, and a full stop where there is none."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")


def show(template: str, text: Words, **values: Any) -> None:
    """Put a template of these pages on the page, filled in as by `render`; when that comes to nothing, nothing."""
    page = render(template, text, **values)
    if page.strip():
        st.html(page)
