"""The hectares of a map: shown, and offered for the tiles with a source and a grade that a person chooses."""

from collections.abc import Iterable, Mapping
from typing import get_args

import streamlit as st

from cases.definition.land_areas import LandArea, hectares_by_use
from cases.land.map_in_draft import (
    areas_of,
    counts_hectares,
    criteria_in_hectares,
    names_in,
    with_effects,
    with_tiles,
)
from cases.workbook.draft import Draft
from files.fields import Grade
from texts import Words
from texts.numbers import decimal_mark, quantity
from ui import state
from ui.own import desk
from ui.shared.page_html import plain, say, show


def table_of(areas: Iterable[LandArea], draft: Draft, labels: Mapping[str, str], text: Words) -> None:
    """Hectares by alternative and use, beside the amount that the draft has.

    ``labels`` names uses that are not in the draft.
    """
    owners = {key: called[-1] for key, called in names_in(draft, "alternatives", text.language).items()}
    uses = {key: called[-1] for key, called in names_in(draft, "land_uses", text.language).items()} | dict(labels)
    sheet = draft.sheets["land_use"]
    there = {
        (owner, use): amount
        for owner, use, amount in zip(*map(sheet.column, ("alternative", "use", "amount")), strict=True)
    }
    rows = [
        (
            owners.get(owner, owner),
            uses.get(use, use),
            quantity(found, text.language, 2),
            there.get((owner, use)) or "-",
        )
        for (owner, use), found in hectares_by_use(areas).items()
    ]
    heads = [text(f"own_case.map_head_{name}") for name in ("alternative", "use", "hectares", "now")]
    show("plain_table.html", text, caption=text("own_case.map_hectares"), heads=heads, rows=rows)


def show_figures(draft: Draft) -> None:
    """What the map comes to, and the offer to take it over as amounts of land."""
    text, areas = state.words(), areas_of(draft)
    if not areas:
        say("error", text("own_case.map_broken"))
        return
    show("text.html", text, title=text("own_case.map_figures_title"), level=3, quiet=False,
         lines=[text("own_case.map_figures_about")])  # fmt: skip
    table_of(areas, draft, {}, text)
    if counts_hectares(draft):
        _tiles(draft, text)
    else:
        show("text.html", text, title=None, level=3, quiet=True, lines=[text("own_case.map_other_unit")])
    if criteria_in_hectares(draft):
        _effects(draft, text)


def _tiles(draft: Draft, text: Words) -> None:
    with st.form("own_map_tiles", border=True):
        source, grade = _evidence("tiles", draft, text)
        if st.form_submit_button(text("own_case.map_to_tiles"), key="own_map_to_tiles"):
            if source and grade:
                _take(with_tiles(draft, source, grade, decimal_mark(text.language)), text("own_case.map_tiles_done"))
            say("error", text("own_case.map_choose_both"))


def _effects(draft: Draft, text: Words) -> None:
    """The hectares of one use as the effects on a criterion that is in hectares."""
    uses = {key: called[-1] for key, called in names_in(draft, "land_uses", text.language).items()}
    criteria = {key: called[-1] for key, called in criteria_in_hectares(draft).items()}
    with st.form("own_map_effects", border=True):
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("own_case.map_effects_about")])
        criterion = _one("criterion", criteria, text)
        use = _one("use", uses, text)
        source, grade = _evidence("effects", draft, text)
        if st.form_submit_button(text("own_case.map_to_effects"), key="own_map_to_effects"):
            if criterion and use and source and grade:
                made = with_effects(draft, criterion, use, source, grade, decimal_mark(text.language))
                _take(made, text("own_case.map_effects_done"))
            say("error", text("own_case.map_choose_all"))


def _one(kind: str, options: Mapping[str, str], text: Words) -> str:
    found = st.selectbox(
        text(f"own_case.map_effect_{kind}"),
        ["", *options],
        key=f"own_map_effect_{kind}",
        format_func=lambda key: plain(options[key]) if key else text("own_case.map_choose"),
    )
    return str(found)


def _evidence(kind: str, draft: Draft, text: Words) -> tuple[str, str]:
    """The source and the grade that somebody chose; empty where nothing was."""
    sources = names_in(draft, "sources", text.language)
    source = st.selectbox(text("own_case.map_source"), ["", *sources], key=f"own_map_source_{kind}",
                          format_func=lambda key: plain(key) if key else text("own_case.map_choose"))  # fmt: skip
    grade = st.selectbox(text("own_case.map_grade"), ["", *get_args(Grade)], key=f"own_map_grade_{kind}",
                         format_func=lambda key: key or text("own_case.map_choose"))  # fmt: skip
    return str(source), str(grade)


def _take(draft: Draft, done: str) -> None:
    desk.change(draft)
    desk.the_desk().done = done
    st.rerun()
