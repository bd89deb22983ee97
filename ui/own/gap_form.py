"""What a draft lacks in many cells at once, as one short form: an answer fills every cell in which nothing stands."""

import streamlit as st

from cases.workbook.draft_gaps import OpenCells, filled_in, gaps
from cases.workbook.filling import STEP
from cases.workbook.sheet_language import choice
from cases.workbook.sheets import BY_KEY
from files.fields import case_language
from ui import state
from ui.own import desk
from ui.shared.page_html import plain, show

LONGEST = 1500


def show_gap_form() -> None:
    """The form, closed at first; nothing where nothing is missing."""
    text, here = state.words(), desk.the_desk()
    found = gaps(here.draft)
    if not found or not here.access.may("save_draft"):
        return
    with st.expander(text("gap_form.title"), key="own_gaps"), st.form("own_gap_form", border=False):
        show("text.html", text, title=None, level=3, quiet=True, lines=[text("gap_form.about")])
        with st.container(key="own_gap_fields"):
            answers = {gap.name: _field(gap) for gap in found}
        if st.form_submit_button(text("gap_form.fill"), type="primary", key="own_gap_fill"):
            _fill(answers)


def _fill(answers: dict[str, str]) -> None:
    text, here = state.words(), desk.the_desk()
    equal = {heading: text(f"gap_form.equal_{heading}") for heading in ("label", "about", "rationale")}
    draft = filled_in(here.draft, answers, case_language(text.language), equal)
    if draft is not here.draft:
        desk.change(draft)
    st.rerun()


def _field(gap: OpenCells) -> str:
    """The question with the field for its answer."""
    here = desk.the_desk()
    label, key = plain(_label(gap)), f"own_gap_{here.generation}_{gap.name}"
    if gap.kind == "profile":
        return "yes" if st.checkbox(label, key=key) else ""
    options = _options(gap)
    if options:
        return st.selectbox(label, list(options), index=None, format_func=lambda raw: options[raw], key=key,
                            placeholder=state.words()("gap_form.choose")) or ""  # fmt: skip
    return st.text_input(label, key=key, max_chars=LONGEST)


def _label(gap: OpenCells) -> str:
    text, sheet = state.words(), BY_KEY[gap.sheet]
    if gap.kind == "profile":
        return text("gap_form.equal")
    if gap.kind in ("key", "reference"):
        return text(f"gap_form.key_{gap.heading.replace(STEP, '_')}")
    if gap.kind == "row":
        return text("gap_form.alternative", name=_names()[gap.row])
    return text("gap_form.column", about=text(f"gap_form.{gap.sheet}_{gap.heading}"), sheet=sheet.name(text.language),
                count=gap.times)  # fmt: skip


def _names() -> list[str]:
    """Of the alternatives, as far as they have one."""
    rows, language = desk.the_desk().draft.sheets["alternatives"], case_language(state.words().language)
    return [name or key for name, key in zip(rows.column(f"label_{language}"), rows.column("id"), strict=True)]


def _options(gap: OpenCells) -> dict[str, str]:
    """What can be chosen, each with what it is called; nothing where one types."""
    text, sheet = state.words(), BY_KEY[gap.sheet]
    if gap.kind == "reference":
        return dict(zip(desk.the_desk().draft.sheets["alternatives"].column("id"), _names(), strict=True))
    column = gap.column if gap.kind == "column" else None
    if column is None or not column.choices:
        return {}
    if gap.heading == "grade":
        return {raw: f"{raw}: {text(f'grade.{raw}')}" for raw in column.choices}
    return {raw: choice(sheet, column, raw, text.language) for raw in column.choices}
