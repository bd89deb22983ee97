"""The screens in their groups: six in the bar, and beside it the lighter bar of what one makes and what is explained.

A group with more screens shows them in a quiet row under the bar once one of them is open; so every screen is at most
two presses away from every other. A new screen is a folder in ``ui/screens``, a line here, and its texts.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from texts import Words

if TYPE_CHECKING:
    from cases.definition.draft_state import Need  # brings what a case is, for which no start-up waits


@dataclass(frozen=True)
class Screen:
    """One screen, with its page at an address of its own."""

    name: str
    """Its folder in ``ui/screens`` with `<name>_page.py`, of which `show_page()` shows it; also its name in code."""
    address: str
    """What stands behind the slash; empty for the first screen."""
    title: str
    """Key of the text in the title of the window and in the row of its group."""
    module: str = ""
    """Where `show_page()` is; empty: in the folder of that name."""
    needs: "tuple[Need, ...]" = ("alternatives", "criteria", "ranges")
    """What it cannot be shown without; a draft may lack it."""

    def show(self) -> None:
        """Draw it, or say what a draft lacks for it."""
        from ui.shared.draft_gate import show_lack  # brings numpy, for which no start-up waits

        if not show_lack(self.needs, self.title):
            self.load().show_page()

    def load(self) -> Any:
        """Its module; the first time takes a while."""
        return import_module(self.module or f"ui.screens.{self.name}.{self.name}_page")


Bar = Literal["main", "second"]
BARS: tuple[Bar, ...] = ("main", "second")


@dataclass(frozen=True)
class BarGroup:
    """What stands in a bar as one word: it opens its first screen."""

    name: str
    label: str
    """Key of the text in the bar."""
    screens: tuple[Screen, ...]
    bar: Bar = "main"
    short_page: bool = False
    """Whether the row also leads to the five minutes for a council member."""

    @property
    def has_row(self) -> bool:
        """Whether its screens stand in a row under the bar while one of them is open."""
        return len(self.screens) > 1 or self.short_page


GROUPS = (
    BarGroup("case", "nav.case", (Screen("case", "", "nav.case", needs=()),), short_page=True),
    BarGroup(
        "effects", "nav.effects", (Screen("effects", "effecten", "nav.effects", needs=("alternatives", "criteria")),)
    ),
    BarGroup("explore", "nav.explore", (Screen("explore", "wegen", "nav.explore"),)),
    BarGroup("sure", "nav.sure", (Screen("sure", "hoe-zeker", "nav.sure"), Screen("choices", "keuzes", "nav.choices"))),
    BarGroup(
        "who", "nav.who_short", (Screen("who", "wie-en-wanneer", "nav.who"), Screen("euros", "euros", "nav.euros"))
    ),
    BarGroup("report", "report_page.title", (Screen("report", "rapport", "report_page.title"),)),
    BarGroup(
        "make",
        "nav.make",
        (
            Screen("own", "eigen-zaak", "own_case.title", "ui.own.own_page", ()),
            Screen("session", "sessie", "session.title", needs=()),
        ),
        "second",
    ),
    BarGroup(
        "explained",
        "nav.explained",
        (Screen("explained", "uitleg", "nav.explained", needs=()), Screen("audit", "eerlijk", "nav.audit")),
        "second",
    ),
)
SCREENS = tuple(screen for group in GROUPS for screen in group.screens)
BY_NAME = {screen.name: screen for screen in SCREENS}
OLD_ADDRESSES = {"verkennen": "wegen", "zaak": ""}
"""Addresses of before, and what stands there now; links with weights go on working."""
ADDRESSES = {screen.address: screen.title for screen in SCREENS}
"""Where the screens are, each with the key of its name."""


def group_of(name: str) -> BarGroup:
    """The group in which a screen is."""
    return next(group for group in GROUPS if any(screen.name == name for screen in group.screens))


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
