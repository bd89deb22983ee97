"""Pictures of the alternatives and the outline of the land: what fits in no cell, put beside the sheets."""

import streamlit as st

from cases.definition.picture import FOLDER, LARGEST_UPLOAD, PictureError, ending, reencoded
from cases.reading.given_outline import OUTLINE, faults_of_outline
from cases.workbook.draft import Draft
from files.door.door import DoorError, read_apart
from files.fields import CASE_LANGUAGES, case_language
from texts.languages import language_name
from ui import state
from ui.own import desk
from ui.own.own_map import show_map
from ui.shared import given_files
from ui.shared.page_html import say, sentence, show

LARGEST_OUTLINE_MB = 2
MADE = ("photo", "drawing", "impression")


def show_pictures() -> None:
    """A place for a picture of each alternative and one for the outline; they belong to the draft at once."""
    text, here = state.words(), desk.the_desk()
    show("text.html", text, title=text("own_case.pictures_title"), level=2, quiet=False,
         lines=[text("own_case.pictures_about")])  # fmt: skip
    names = [name for name in dict.fromkeys(here.draft.sheets["alternatives"].column("id")) if name]
    if not names:
        show("text.html", text, title=None, level=3, quiet=True, lines=[text("own_case.no_alternatives")])
    with st.container(key="own_pictures"):
        for name in names:
            _alternative(here.draft, name)
    _outline(here.draft)
    show_map()


def _cells(draft: Draft, alternative: str) -> dict[str, str]:
    """The cells of an alternative by heading."""
    found = draft.sheets["alternatives"]
    row = found.rows[found.column("id").index(alternative)]
    return dict(zip(found.headings, row, strict=True))


def _in_some_language(cells: dict[str, str], base: str, language: str) -> str:
    """A text in this language, or else in another one."""
    return next(filter(None, (cells[f"{base}_{code}"] for code in (language, *CASE_LANGUAGES))), "")


def _alternative(draft: Draft, name: str) -> None:
    text = state.words()
    cells = _cells(draft, name)
    language = case_language(text.language)
    label = _in_some_language(cells, "label", language) or name
    data = draft.files.get(f"{FOLDER}/{cells['picture_file']}") if cells["picture_file"] else None
    with st.container(border=True, key=f"own_picture_{name}"):
        show("text.html", text, title=label, level=3, quiet=False,
             lines=[] if data else [text("own_case.no_picture")])  # fmt: skip
        if data is not None:
            st.image(data, width=320, alt=_in_some_language(cells, "picture_alt", language) or label)
            st.button(text("own_case.remove_picture"), on_click=_remove, args=(name,), key=f"own_picture_off_{name}")
        with st.form(f"own_picture_form_{name}", border=False):
            given = st.file_uploader(
                text("own_case.picture_file"),
                ["png", "jpg", "jpeg", "webp"],
                max_upload_size=LARGEST_UPLOAD // 1_000_000,
                key=f"own_picture_file_{name}_{st.session_state.get('own_uploads', 0)}",
            )
            words = {}
            for kind in ("alt", "credit"):
                for code in CASE_LANGUAGES:
                    heading = f"picture_{kind}_{code}"
                    words[heading] = st.text_input(
                        text(f"own_case.picture_{kind}", language=language_name(code, text.language)),
                        cells[heading], max_chars=300, key=f"own_{heading}_{name}",
                    )  # fmt: skip
            words["picture_made"] = st.selectbox(
                text("own_case.picture_made"), MADE,
                index=MADE.index(cells["picture_made"]) if cells["picture_made"] in MADE else 0,
                format_func=lambda made: text(f"own_case.made_{made}"), key=f"own_picture_made_{name}",
            )  # fmt: skip
            if st.form_submit_button(text("own_case.picture_save"), key=f"own_picture_save_{name}"):
                _keep(name, given.getvalue() if given is not None else None, words)


def _keep(name: str, given: bytes | None, words: dict[str, str]) -> None:
    """Take over a picture and its words, which it needs in one language: not everybody sees a picture."""
    text, here = state.words(), desk.the_desk()
    said = [[words[f"picture_{kind}_{code}"].strip() for code in CASE_LANGUAGES] for kind in ("alt", "credit")]
    if not all(map(any, said)):
        say("error", text("own_case.picture_words"))
        return
    cells = _cells(here.draft, name)
    if given is None and not cells["picture_file"]:
        say("error", text("own_case.picture_needed"))
        return
    draft = here.draft
    if given is not None:
        try:
            data = read_apart(reencoded, PictureError, given)
        except (PictureError, DoorError) as error:
            say("error", text.of(error.text))
            return
        if cells["picture_file"]:
            draft = draft.with_file(f"{FOLDER}/{cells['picture_file']}", None)
        words = {**words, "picture_file": f"{name}.{ending(data)}"}
        draft = draft.with_file(f"{FOLDER}/{words['picture_file']}", data)
    desk.change(_with_cells(draft, name, words))
    st.session_state["own_uploads"] = st.session_state.get("own_uploads", 0) + 1
    st.rerun()


def _remove(name: str) -> None:
    here = desk.the_desk()
    file = _cells(here.draft, name)["picture_file"]
    empty = {heading: "" for heading in here.draft.sheets["alternatives"].headings if heading.startswith("picture_")}
    desk.change(_with_cells(here.draft.with_file(f"{FOLDER}/{file}", None), name, empty))


def _with_cells(draft: Draft, alternative: str, words: dict[str, str]) -> Draft:
    found = draft.sheets["alternatives"]
    place = found.column("id").index(alternative)
    rows = list(found.rows)
    rows[place] = tuple(
        words.get(heading, old).strip() for heading, old in zip(found.headings, rows[place], strict=True)
    )
    return draft.with_sheet("alternatives", tuple(rows), found.headings)


def _outline(draft: Draft) -> None:
    """The outline of the land, as GeoJSON. One with something wrong is not taken over."""
    text = state.words()
    there = OUTLINE in draft.files
    line = text("own_case.outline_there" if there else "own_case.outline_none")
    show("text.html", text, title=text("own_case.outline_title"), level=2, quiet=False,
         lines=[text("own_case.outline_about"), line])  # fmt: skip
    given = st.file_uploader(
        text("own_case.outline_file"),
        ["geojson", "json"],
        max_upload_size=LARGEST_OUTLINE_MB,
        key=f"own_outline_{st.session_state.get('own_uploads', 0)}",
    )
    if given is not None:
        data = given.getvalue()
        try:
            found = given_files.read_once("outline", given.file_id, faults_of_outline, (), data)
            wrong = [problem.text for problem in found]
        except DoorError as refused:
            wrong = [refused.text]
        if wrong:
            say("error", "\n\n".join(sentence(text.of(said)) for said in wrong))
        else:
            desk.change(draft.with_file(OUTLINE, data))
            st.session_state["own_uploads"] = st.session_state.get("own_uploads", 0) + 1
            st.rerun()
    if there:
        st.button(text("own_case.outline_remove"), on_click=_remove_outline, key="own_outline_off")


def _remove_outline() -> None:
    desk.change(desk.the_desk().draft.with_file(OUTLINE, None))
