"""The library of criteria beside the sheet with criteria: pick one, see what it rests on, and put it in the table."""

import streamlit as st

from cases.definition.library_criterion import LibraryCriterion
from cases.importing.drafting_files import ids
from cases.library.criteria_library import library, origins
from cases.workbook.csv_text import number_text
from cases.workbook.draft import Draft
from files.fields import CASE_LANGUAGES, Text, case_language
from texts import Words
from texts import words as words_of
from texts.languages import KNOWN
from texts.numbers import decimal_mark
from ui import state
from ui.own import desk
from ui.shared.page_html import plain, show


def show_library() -> None:
    """The list, closed at first."""
    text, here = state.words(), desk.the_desk()
    with st.expander(text("criteria_library.title"), key="own_library"):
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("criteria_library.about")])
        themes = dict(zip(here.draft.sheets["themes"].column("id"), _labels(here.draft, text), strict=True))
        themes.pop("", None)
        if not themes:
            show("text.html", text, title=None, level=3, quiet=False, lines=[text("criteria_library.no_themes")])
            return
        chosen = st.selectbox(text("criteria_library.which"), list(library()), key="library_which", width=520,
                              format_func=lambda key: text.of(library()[key].label))  # fmt: skip
        entry = library()[chosen]
        show("text.html", text, title=None, level=3, quiet=False, lines=_about(entry, text))
        theme = st.selectbox(text("criteria_library.theme"), list(themes), key="library_theme", width=520,
                             format_func=lambda key: plain(themes[key]))  # fmt: skip
        st.button(text("criteria_library.add"), key="library_add", on_click=_add, args=(chosen, theme))


def _labels(draft: Draft, text: Words) -> list[str]:
    rows, spoken = draft.sheets["themes"], case_language(text.language)
    named = {language: rows.column(f"label_{language}") for language in CASE_LANGUAGES}
    return [next(filter(None, (named[language][place] for language in (spoken, *CASE_LANGUAGES))), key)
            for place, key in enumerate(rows.column("id"))]  # fmt: skip


def _about(entry: LibraryCriterion, text: Words) -> list[str]:
    mark = decimal_mark(text.language)
    numbers = {name: number_text(getattr(entry, name)).replace(".", mark) for name in ("low", "high", "some", "much")}
    goals = ", ".join(map(str, entry.sdg))
    return [
        text("criteria_library.range", unit=text.of(entry.unit_label), **numbers),
        _said("criteria_library.basis", entry.basis, text),
        *(_said("criteria_library.found_in", key, text) for key in entry.found_in),
        text("criteria_library.derivation", text=text.of(entry.derivation)),
        text("criteria_library.topic", topic=text("topic." + entry.topic.replace(".", "_")), goals=goals),
    ]


def _said(key: str, origin: str, text: Words) -> str:
    found = origins()[origin]
    return text(key, title=text.of(found.title), checked=text.of(found.checked))


def _add(key: str, theme: str) -> None:
    """A row more in the sheet with criteria, in the languages of the case."""
    here, language = desk.the_desk(), state.words().language
    entry, rows = library()[key], here.draft.sheets["criteria"]
    spoken = [one for one in CASE_LANGUAGES if here.draft.cell("title", one)] or [case_language(language)]
    worst, best = (entry.low, entry.high) if entry.better == "higher" else (entry.high, entry.low)
    known = [*rows.column("id")]
    cells = {
        "id": ids([*known, key], "criterium")[-1],
        "theme": theme,
        "unit": entry.unit,
        "decimals": "0" if float(entry.some).is_integer() else "2",
        "better": entry.better,
        "in_sum": KNOWN[language].answer(True),
        "monitor_topic": entry.topic,
        "time_place": entry.time_place,
        "level": entry.level,
    }
    numbers = {"range_worst": worst, "range_best": best, "yardstick_some": entry.some, "yardstick_much": entry.much}
    cells |= {name: number_text(number).replace(".", decimal_mark(language)) for name, number in numbers.items()}
    for one in spoken:
        why = _said("criteria_library.range_why", entry.basis, words_of(one))
        texts: dict[str, Text] = {"label": entry.label, "unit_label": entry.unit_label, "derivation": entry.derivation}
        cells |= {f"{name}_{one}": said.get(one) for name, said in texts.items()}
        cells |= {
            f"short_{one}": entry.label.get(one)[:24].strip(),
            f"range_why_{one}": why,
            f"yardstick_why_{one}": why,
        }
    row = tuple(cells.get(heading, "") for heading in rows.headings)
    desk.change(here.draft.with_sheet("criteria", (*rows.rows, row), rows.headings))
