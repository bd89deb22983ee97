"""A map of the planner in an own case: which field says what, what each value means, and the hectares, to confirm."""

from collections.abc import Container

import streamlit as st

from cases.definition.land_areas import LandArea
from cases.land.given_areas import (
    LAYER,
    GivenMap,
    GivenMapError,
    assigned,
    likely_field,
    matching,
    read_given_areas,
)
from cases.land.map_in_draft import NewUse, areas_of, names_in, patterns_left, with_map
from cases.reading.areas_file import AREAS
from cases.workbook.draft import Draft
from files.door.door import DoorError
from texts import Words, words
from ui import state
from ui.own import desk
from ui.own.map_figures import show_figures, table_of
from ui.shared import given_files
from ui.shared.page_html import plain, say, sentence, show

LARGEST_MAP_MB = 20
MOST_VALUES = 30
"""Values of a field that one can go through; a field with more is another one."""
MOST_SAID = 10
_NEW = "new:"


def show_map() -> None:
    """A place for a map. It is in the draft when somebody has looked at the hectares and pressed the button."""
    text, draft = state.words(), desk.the_desk().draft
    count = len(areas_of(draft))
    line = text("own_case.map_there", count=count) if AREAS in draft.files else text("own_case.map_none")
    show("text.html", text, title=text("own_case.map_title"), level=2, quiet=False,
         lines=[text("own_case.map_about"), line])  # fmt: skip
    given = st.file_uploader(
        text("own_case.map_file"),
        ["gpkg", "zip", "geojson", "json"],
        max_upload_size=LARGEST_MAP_MB,
        key=f"own_map_{st.session_state.get('own_uploads', 0)}",
    )
    if given is not None:
        try:
            found = given_files.read_once(
                "map", given.file_id, read_given_areas, (GivenMapError,), given.getvalue(), given.name
            )
        except (DoorError, GivenMapError) as refused:
            _refuse(refused, text)
        else:
            for note in found.notes:
                say("info", text.of(note))
            _choose(found, given.file_id, draft, text)
    if AREAS in draft.files:
        st.button(text("own_case.map_remove"), on_click=_remove, key="own_map_off")
        show_figures(draft)


def _refuse(refused: DoorError | GivenMapError, text: Words) -> None:
    told = [problem.text for problem in refused.problems] if isinstance(refused, GivenMapError) else [refused.text]
    lines = [sentence(text.of(one)) for one in told[:MOST_SAID]]
    if len(told) > MOST_SAID:
        lines.append(text("own_case.map_more", count=len(told) - MOST_SAID))
    say("error", "\n\n".join(lines))


def _choose(found: GivenMap, mark: str, draft: Draft, text: Words) -> None:
    """Ask for both fields and all their values; show what comes of it, and take it over when it is confirmed."""
    with st.container(border=True, key="own_map_choices"):
        named, uses = names_in(draft, "alternatives", text.language), names_in(draft, "land_uses", text.language)
        owner_field = _field("alternative", found, likely_field(found, named), text)
        owners = _values(
            "alternative", found, owner_field, {key: called[-1] for key, called in named.items()},
            matching(found.values(owner_field), named), text,
        )  # fmt: skip
        use_field = _field("use", found, likely_field(found, uses) or _first_other(found, owner_field), text)
        offered = {key: called[-1] for key, called in uses.items()} | {
            _NEW + pattern: text("own_case.map_new_use", pattern=text(f"own_case.pattern_{pattern}"))
            for pattern in patterns_left(draft)
        }
        meant = _values("use", found, use_field, offered, matching(found.values(use_field), uses), text)
        chosen, new = dict(meant), {}
        for value, key in meant.items():
            if key.startswith(_NEW):
                pattern = key.removeprefix(_NEW)
                chosen[value] = _new_id(value or pattern, pattern, uses)
                new[chosen[value]] = NewUse(chosen[value], value or pattern, pattern)
        try:
            areas = given_files.read_once(
                "map_areas", (mark, owner_field, use_field, str(owners), str(chosen)), assigned, (GivenMapError,),
                found, (owner_field, use_field), owners, chosen,
            )  # fmt: skip
        except (DoorError, GivenMapError) as refused:
            _refuse(refused, text)
            return
        _confirm(found, areas, tuple(new.values()), draft, text)


def _confirm(found: GivenMap, areas: tuple[LandArea, ...], new: tuple[NewUse, ...], draft: Draft, text: Words) -> None:
    if not areas:
        show("text.html", text, title=None, level=3, quiet=True, lines=[text("own_case.map_nothing_chosen")])
        return
    left = len(found.areas) - len(areas)
    labels = {use.id: use.label for use in new}
    table_of(areas, draft, labels, text)
    if left:
        say("info", text("own_case.map_left_out", count=left))
    patterns = [use.pattern for use in new]
    if len(set(patterns)) < len(patterns):
        say("error", text("own_case.map_double_pattern"))
        return
    if st.button(text("own_case.map_keep"), type="primary", key="own_map_keep"):
        unit = {language: words(language)("own_case.map_unit") for language in ("nl", "en")}
        desk.change(with_map(draft, areas, new, unit))
        st.session_state["own_uploads"] = st.session_state.get("own_uploads", 0) + 1
        st.rerun()


def _field(kind: str, found: GivenMap, likely: str, text: Words) -> str:
    options = ["", *found.fields]
    return str(
        st.selectbox(
            text(f"own_case.map_field_{kind}"),
            options,
            index=options.index(likely),
            format_func=lambda name: text(f"own_case.map_one_{kind}") if not name
            else text("own_case.map_layer") if name == LAYER else plain(name),
            key=f"own_map_field_{kind}",
        )
    )  # fmt: skip


def _values(
    kind: str, found: GivenMap, field: str, options: dict[str, str], likely: dict[str, str], text: Words
) -> dict[str, str]:
    """What each value of the field means: an id, or nothing."""
    values = found.values(field)
    if len(values) > MOST_VALUES:
        say("error", text("own_case.map_many_values", most=MOST_VALUES))
        return {}
    chosen, keys = {}, ["", *options]
    for place, value in enumerate(values):
        named = plain(value) if value else text("own_case.map_all_areas" if not field else "own_case.map_no_value")
        chosen[value] = str(
            st.selectbox(
                text(f"own_case.map_value_{kind}", value=named),
                keys,
                index=keys.index(likely.get(value, "")),
                format_func=lambda key: plain(options[key]) if key else text("own_case.map_leave_out"),
                key=f"own_map_{kind}_{field}_{place}",
            )
        )
    return chosen


def _first_other(found: GivenMap, taken: str) -> str:
    return next((name for name in found.fields if name not in (taken, LAYER)), "")


def _new_id(value: str, pattern: str, taken: Container[str]) -> str:
    made = desk.case_id_from(value)
    return made if made not in taken else f"{made[:20]}_{pattern}"


def _remove() -> None:
    desk.change(desk.the_desk().draft.with_file(AREAS, None))
