"""Our own HTML on Streamlit's pages. Not named html: Streamlit puts this folder on the path of imports."""

import re
from pathlib import Path
from typing import Any, Literal

import streamlit as st
from markupsafe import Markup

from texts import Words
from web import html

_MARKS = re.compile(r"([\\`*\[\]<>$~|&#]|:(?=[A-Za-z/])|(?<!\w)_|_(?!\w))")
"""What Streamlit reads as something else than itself: Markdown, colours, icons and formulas."""
TEMPLATES = Path(__file__).parents[1] / "templates"


def render(template: str, text: Words, **values: Any) -> Markup:
    """A template of these pages filled in; every value is escaped unless it is `Markup`."""
    return html.render(TEMPLATES, template, text, **values)


sentence = html.sentence


def show(template: str, text: Words, **values: Any) -> None:
    """Put a template of these pages on the page, filled in as by `render`; when that comes to nothing, nothing."""
    page = render(template, text, **values)
    if page.strip():
        st.html(page)


def plain(words: str) -> str:
    """Words that are not ours, for a label or another place where Streamlit reads Markdown: each sign as it stands."""
    return _MARKS.sub(r"\\\1", words)


def say(kind: Literal["error", "warning", "success", "info"], words: str) -> None:
    """A box with a message, in which words of a file or a visitor may stand: nothing in it is read as Markdown."""
    {"error": st.error, "warning": st.warning, "success": st.success, "info": st.info}[kind](plain(words))
