"""The screens, in the order of the bar on top. A new one is a folder in ``ui/screens``, a line here, and its texts."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

import streamlit as st

from texts import Words


@dataclass(frozen=True)
class Screen:
    """One screen, with its page at an address of its own."""

    name: str
    """Its folder in ``ui/screens`` with `<name>_page.py`, of which `show_page()` shows it; also its name in code."""
    address: str
    """What stands behind the slash; empty for the first screen."""
    title: str
    """Key of the text in the bar and in the title of the window."""
    hangs: Literal["bar", "explained", "own"] = "bar"
    """Where it is reached from. The bar has to fit on one line of a projector, so some hang under Uitleg; the
    screen for own cases stands in the bar only for who has one open."""
    module: str = ""
    """Where `show_page()` is; empty: in the folder of that name."""

    def show(self) -> None:
        """Draw it."""
        self.load().show_page()

    def load(self) -> Any:
        """Its module; the first time takes a while."""
        return import_module(self.module or f"ui.screens.{self.name}.{self.name}_page")


SCREENS = (
    Screen("case", "", "nav.case"),
    Screen("effects", "effecten", "nav.effects"),
    Screen("explore", "verkennen", "nav.explore"),
    Screen("sure", "hoe-zeker", "nav.sure"),
    Screen("who", "wie-en-wanneer", "nav.who"),
    Screen("euros", "euros", "nav.euros"),
    Screen("report", "rapport", "report_page.title"),
    Screen("explained", "uitleg", "nav.explained"),
    Screen("choices", "keuzes", "nav.choices", hangs="explained"),
    Screen("audit", "eerlijk", "nav.audit", hangs="explained"),
    Screen("own", "eigen-zaak", "own_case.title", hangs="own", module="ui.own.own_page"),
)
BY_NAME = {screen.name: screen for screen in SCREENS}


def pages(text: Words) -> dict[str, Any]:
    """The page of each screen, by its name; Streamlit wants them anew at every run."""
    made = {
        screen.name: st.Page(screen.show, title=text(screen.title), url_path=screen.address or None,
                             default=not screen.address)
        for screen in SCREENS
    }  # fmt: skip
    st.session_state["pages"] = made
    return made


def go_to(name: str) -> None:
    """Another screen of ours; the weighing goes along."""
    st.switch_page(st.session_state["pages"][name])
