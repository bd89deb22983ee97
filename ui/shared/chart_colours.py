"""The charts of a page follow dark mode: the ink and paper of their specification become those of the dark."""

from typing import Any

import streamlit as st

from texts.palette import PRINT, SCREEN, SCREEN_DARK

IN_THE_DARK = {
    SCREEN["ink"]: SCREEN_DARK["ink"],
    SCREEN["paper"]: SCREEN_DARK["paper"],
    SCREEN["quiet"]: SCREEN_DARK["quiet"],
    PRINT["grid"]: SCREEN_DARK["line"],
}


def on_page(spec: dict[str, Any]) -> dict[str, Any]:
    """A specification in the colours of the page as the visitor sees it; reports have the paper of the light one."""
    return _dark(spec) if st.context.theme.type == "dark" else spec


def _dark(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _dark(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_dark(value) for value in part]
    return IN_THE_DARK.get(part, part) if isinstance(part, str) else part
