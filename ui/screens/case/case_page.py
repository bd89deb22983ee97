"""Zaak: the question, the alternatives as equal cards, every example profile side by side, what was left out."""

from collections import Counter
from typing import Any

import streamlit as st
from markupsafe import Markup

from cases.definition.model import Case
from texts import Words
from texts.numbers import number, percent
from ui import frame, navigation, state
from ui.screens.case.case_extra import show_areas, show_extra, show_land, show_place
from ui.shared.draft_gate import show_lack
from ui.shared.page_html import plain, show
from ui.shared.proposal_parts import show_public
from web import shared_cases
from web.picture_pages import shown_picture
from weighing.requirements_tested import contenders, failing
from weighing.soundness.favours import favours
from weighing.strongest_weakest import BestCase, portraits
from wording.colours import colours
from wording.effect_words import performance_with_unit
from wording.example_rows import example_rows
from wording.finding_rows import finding_rows, grouped
from wording.gap_words import ungraded_line
from wording.sentences import inline, limit_text

NAMED = 4
"""At most this many criteria are named in a condition."""


def show_page() -> None:
    """The question, the place, the alternatives, the profiles, and what is not counted; no weights and no ranking."""
    case, text = state.case(), state.words()
    with st.container(key="case_top"):
        with st.container(key="case_words"):
            show("case_head.html", text, case=case)
            frame.case_notice()
        show_place(case, text)
    if show_lack(("alternatives", "criteria", "ranges"), None):
        return
    show_areas(case, text)
    show_land(case, text)
    show("cards.html", text, cards=_cards(case, text), pictures=any(item.picture for item in case.alternatives))
    show_public(case.id)
    if not show_lack(("profiles",), None):
        show("profiles.html", text, themes=case.themes, kinds=example_rows(case, text))
    show("text.html", text, title=None, level=2, quiet=False, lines=[text("case.start_hint")])
    if st.button(text("case.start_weighing"), type="primary", key="go_explore"):
        navigation.go_to("explore")
    show("not_counted.html", text, items=_not_counted(case))
    with st.container(key="two_case"):
        with st.container():
            _list_rules(case, text)
            if st.button(text("case_checks.to_all"), type="tertiary", key="go_audit"):
                navigation.go_to("audit")
        show_extra(case, text)
        _evidence(case, text)
        with st.container():
            _other_cases(text)
        with st.container():
            _own_case(text)


def _cards(case: Case, text: Words) -> list[dict[str, Any]]:
    palette = colours(case)
    return [
        {
            "alternative": alternative,
            "colour": palette[alternative.id],
            "reference": alternative.id == case.reference,
            "picture": shown_picture(case, alternative, text),
            "strongest": [_point(case, alternative.id, key, text) for key in portraits(case)[alternative.id].strongest],
            "weakest": [_point(case, alternative.id, key, text) for key in portraits(case)[alternative.id].weakest],
            "best_case": _best_case(case, alternative.id, portraits(case)[alternative.id].best_case, text),
        }
        for alternative in case.alternatives
    ]


def _point(case: Case, alternative: str, criterion_id: str, text: Words) -> str:
    """`Banen: 608 voltijdbanen (fte)`."""
    criterion = case.criterion(criterion_id)
    effect = performance_with_unit(criterion, case.performances[alternative, criterion_id], text)
    return f"{text.of(criterion.short)}: {effect}"


def _best_case(case: Case, alternative: str, best: BestCase | None, text: Words) -> Markup:
    """The condition with which this alternative comes first, in one sentence of the same form for all."""
    if failing(case, alternative):
        return text.html("case.best_case_failing")
    if len(contenders(case)) == 1:
        return text.html("case.best_case_only")
    if best is None:
        return text.html("case.best_case_unknown")
    names = _names(case, best.block, text)
    if best.share is not None:
        low, high = best.share
        shares = {"low": limit_text(low, text), "high": limit_text(high, text)}
        equal = percent(best.equal_share, text.language)
        if high < 1:
            return text.html("case.best_case_between", count=len(best.block), criteria=names, equal=equal, **shares)
        if low == 0:
            return text.html("case.best_case_always", criteria=names)
        return text.html(
            "case.best_case_block", count=len(best.block), criteria=names, share=shares["low"], equal=equal
        )
    margin = number(abs(best.margin), text.language, 1)
    if not best.favourable:
        return text.html("case.best_case_never", margin=margin)
    mix = [
        f"{inline(text.of(case.criterion(key).short))} {percent(part, text.language)}" for key, part in best.favourable
    ]
    return text.html("case.best_case_narrow", mix=text.listed(mix), margin=margin)


def _names(case: Case, criteria: tuple[str, ...], text: Words) -> str:
    names = [inline(text.of(case.criterion(key).short)) for key in criteria]
    if len(names) <= NAMED:
        return text.listed(names)
    return text("case.best_case_many", some=", ".join(names[:NAMED]), count=len(names) - NAMED)


def _list_rules(case: Case, text: Words) -> None:
    palette = colours(case)
    counts = favours(case)
    rows = [
        {
            "alternative": alternative,
            "colour": palette[alternative.id],
            "themes": counts[alternative.id].themes,
            "criteria": counts[alternative.id].criteria,
        }
        for alternative in case.alternatives
    ]
    show(
        "list_rules.html",
        text,
        case=case,
        favours=rows,
        n_themes=len(case.themes),
        n_all=len(case.criteria),
        n_summed=len(case.summed),
        findings=grouped(finding_rows(case, text)),
        left_out=[criterion for criterion in case.criteria if not criterion.in_sum],
    )


def _not_counted(case: Case) -> list[tuple[Any, list[Any]]]:
    palette = colours(case)
    return [(item, [(case.alternative(key), palette[key]) for key in item.alternatives]) for item in case.not_counted]


def _evidence(case: Case, text: Words) -> None:
    grades = Counter(item.grade for item in case.performances.values() if item.grade)
    show(
        "evidence.html",
        text,
        case=case,
        grades=[(grade, grades.get(grade, 0)) for grade in "ABCD"],
        n_figures=len(case.performances),
        ungraded=ungraded_line(case, text),
    )


def _other_cases(text: Words) -> None:
    others = {key: item for key, item in shared_cases.sound().items() if key != state.visit().case_id}
    if others:
        show("text.html", text, title=text("case.other_cases"), level=2, quiet=False, lines=[])
    for key, item in others.items():
        st.button(plain(text.of(item.title)), key=f"open_{key}", on_click=state.open_case, args=(key,))


def _own_case(text: Words) -> None:
    show("text.html", text, title=text("own_case.title"), level=2, quiet=False, lines=[text("own_case.invite")])
    if st.button(text("own_case.to_own"), key="go_own"):
        navigation.go_to("own")
    if shared_cases.damaged():
        show("damaged_short.html", text, damaged=shared_cases.damaged())
