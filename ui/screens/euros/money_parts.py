"""Money on the page Euro's that is in no total: the business case, disputed amounts, and who pays whom."""

import streamlit as st

from cases.definition.model import Case
from ui import state
from ui.screens.euros import euro_parts
from ui.shared.page_html import show
from weighing.euros.valuing import Euros, valuation_of
from wording.better_worse import better_worse
from wording.euro_rows import party_rows
from wording.money_words import business_case_text, contested_rows, transfer_rows


def show_budget(case: Case) -> None:
    """What a budget sees beside what everyone gets and loses, for every alternative alike."""
    text, criterion = state.words(), valuation_of(case).business_case
    found = business_case_text(case, text)
    if found is None or criterion is None:
        return
    cards = [
        {
            **column,
            "budget": row,
            "everyone": None
            if column["alternative"].id == case.reference
            else better_worse(case, column["alternative"].id, text, criterion.criterion),
        }
        for column, row in zip(euro_parts.columns(case), found.rows, strict=True)
    ]
    reference = text.of(case.alternative(case.reference).label)
    with st.expander(text("lens.budget")):
        show("euro_budget.html", text, found=found, cards=cards, reference=reference)


def show_contested(case: Case) -> None:
    """Claims side by side with who says so; no average."""
    text = state.words()
    rows = contested_rows(case, text)
    if rows:
        with st.expander(text("lens.contested")):
            show("euro_contested.html", text, rows=rows)


def show_transfers(found: Euros) -> None:
    """Who pays whom; and in a cost-benefit set, who gains and who loses."""
    text = state.words()
    rows = transfer_rows(found.case, text)
    if rows:
        with st.expander(text("lens.transfers")):
            show("euro_transfers.html", text, rows=rows)
    parties = [(text.of(item.label), party_rows(found, item.id, text)) for item in found.case.alternatives]
    if any(rows for _, rows in parties):
        with st.expander(text("lens.parties")):
            show("euro_parties.html", text, parties=parties)
