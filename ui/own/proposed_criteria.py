"""The proposed criteria as a table to confirm or change, and the cells of which something was guessed."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from cases.importing.drafting_files import theme_name
from cases.importing.proposal import MOST_THEMES, ImportProposal, ProposedCriterion
from cases.importing.table_layout import Layout
from cases.importing.values import Value
from texts.message import message
from texts.numbers import quantity
from ui import state
from ui.own.kept_changes import KeptChanges
from ui.shared.page_html import say, show

ROW_PIXELS = 35
NUMBERS = ("low", "high", "some", "much")


def guessed_rows(proposal: ImportProposal) -> list[dict[str, str]]:
    """The cells that were read with a guess, or not at all, in the order of the table."""
    text = state.words()
    return [
        {
            "criterion": criterion.label,
            "alternative": name,
            "found": value.text,
            "read": _read_as(criterion, value),
            "why": " ".join(text.of(message(f"import_how.{how}")) for how in dict.fromkeys(value.how)),
        }
        for criterion in proposal.criteria
        for name, value in zip(proposal.alternatives, criterion.values, strict=True)
        if value.how
    ]


def _read_as(criterion: ProposedCriterion, value: Value) -> str:
    text = state.words()

    def shown(number: float) -> str:
        return quantity(number, text.language, criterion.decimals)

    if value.number is None:
        return value.word or text("effects.unknown")
    if value.low is None or value.high is None:
        return shown(value.number)
    return text("import.with_range", number=shown(value.number), low=shown(value.low), high=shown(value.high))


def confirmed(proposal: ImportProposal, layout: Layout) -> ImportProposal:
    """The criteria as a person left them."""
    text = state.words()
    show("text.html", text, title=text("import.criteria"), level=3, quiet=False, lines=[text("import.criteria_about")])
    names = {"higher": text("import.higher"), "lower": text("import.lower")}
    proposed = [_row(criterion, names) for criterion in proposal.criteria]
    sheet = hash((layout.rows, layout.across, layout.headers, text.language))
    mark = hash((sheet, tuple(column.role for column in layout.columns)))
    numbers = [criterion.row for criterion in proposal.criteria]
    kept = _kept(sheet)
    frame = pd.DataFrame(kept.shown(proposed, numbers, mark))
    edited = st.data_editor(
        frame,
        key=f"import_criteria_{mark}",
        hide_index=True,
        placeholder="",
        disabled=["why"],
        column_config=_configuration(names),
        height=(len(frame) + 1) * ROW_PIXELS + 3 if len(frame) < 16 else 16 * ROW_PIXELS,
        alt=text("import.criteria"),
    )
    back = {word: better for better, word in names.items()}
    left = [{**row, "why": before["why"]} for row, before in zip(edited.to_dict("records"), proposed, strict=True)]
    kept.keep(proposed, left, numbers)
    criteria = tuple(_after(criterion, row, back) for criterion, row in zip(proposal.criteria, left, strict=True))
    wrong = [criterion.label for criterion in criteria if criterion.take and not _in_order(criterion)]
    if wrong:
        say("error", text("import.not_in_order", names=", ".join(wrong)))
        st.stop()
    if len({theme_name(criterion, text.language) for criterion in criteria if criterion.take}) > MOST_THEMES:
        say("error", text("import.many_themes", most=MOST_THEMES))
        st.stop()
    return replace(proposal, criteria=criteria)


def _kept(sheet: int) -> KeptChanges:
    """What was changed in this sheet; nothing of another one."""
    found = st.session_state.get("import_changes")
    if found is None or found.sheet != sheet:
        found = st.session_state["import_changes"] = KeptChanges(sheet)
    return found


def _row(criterion: ProposedCriterion, names: dict[str, str]) -> dict[str, Any]:
    text = state.words()
    return {
        "take": criterion.take,
        "label": criterion.label,
        "theme": theme_name(criterion, text.language),
        "unit": criterion.unit if criterion.scale is None else text("import.classes"),
        "better": names[criterion.better],
        "why": text(f"import.why_{criterion.better_why}"),
        **{name: getattr(criterion, name) for name in NUMBERS},
    }


def _configuration(names: dict[str, str]) -> dict[str, Any]:
    text = state.words()
    columns = {
        "take": st.column_config.CheckboxColumn(text("import.take"), width=80),
        "label": st.column_config.TextColumn(text("import.role_label"), required=True),
        "theme": st.column_config.TextColumn(text("import.role_theme")),
        "unit": st.column_config.TextColumn(text("import.role_unit"), width=110),
        "better": st.column_config.SelectboxColumn(text("import.better"), options=list(names.values()), required=True),
        "why": st.column_config.TextColumn(text("import.why"), width="medium"),
    }
    return columns | {name: st.column_config.NumberColumn(text(f"import.{name}"), width=110) for name in NUMBERS}


def _after(criterion: ProposedCriterion, row: dict[str, Any], back: dict[str, Any]) -> ProposedCriterion:
    numbers = {name: None if pd.isna(row[name]) else float(row[name]) for name in NUMBERS}
    unit = str(row["unit"] or "").strip()
    return replace(
        criterion,
        take=bool(row["take"]),
        label=str(row["label"] or "").strip() or criterion.label,
        theme=str(row["theme"] or "").strip(),
        unit=unit if criterion.scale is None else criterion.unit,
        better=back[row["better"]],
        **numbers,
    )


def _in_order(criterion: ProposedCriterion) -> bool:
    """Whether range and yardstick can be: either none of the four, or all with the first below the second."""
    if criterion.scale is not None:
        return True
    found = [getattr(criterion, name) for name in NUMBERS]
    if all(number is None for number in found):
        return True
    if any(number is None for number in found):
        return False
    low, high, some, much = found
    return bool(low < high and 0 < some < much)
