"""The office of Goodwin and Wright, filled into an empty workbook as a planner does: the example of the handbook.

``python -m tests.cases.workbook.office`` writes docs/handbook/kantoor.xlsx and office.xlsx anew.
"""

import io
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from cases.workbook.sheet_language import choice, column_named, key_meant
from cases.workbook.sheets import BY_KEY, Sheet
from cases.workbook.workbook_writing import write_workbook

ROOT = Path(__file__).parent.parent.parent.parent
HANDBOOK = ROOT / "docs" / "handbook"
FILES = {"nl": HANDBOOK / "kantoor.xlsx", "en": HANDBOOK / "office.xlsx"}
OFFICE = json.loads((ROOT / "tests" / "data" / "published_examples.json").read_text())["goodwin_wright_office"]

Row = dict[str, Any]
IDS = [name.lower().replace(" ", "_") for name in OFFICE["alternatives"]]
CRITERIA = [
    ("customers", "turnover", "Dicht bij klanten", "Close to customers", "Hoe dicht het kantoor bij klanten ligt."),
    ("visibility", "turnover", "Zichtbaar", "Visible", "Hoe goed voorbijgangers het kantoor zien."),
    ("image", "turnover", "Uitstraling", "Image", "Hoe de straat en het gebouw overkomen."),
    ("size", "working", "Grootte", "Size", "Hoeveel ruimte er is."),
    ("comfort", "working", "Comfort", "Comfort", "Hoe prettig het er werken is."),
    ("parking", "working", "Parkeren", "Car parking", "Hoe makkelijk men er een auto kwijt kan."),
]
_ENGLISH = {
    "customers": "How close the office is to customers.", "visibility": "How well passers-by see the office.",
    "image": "What impression street and building make.", "size": "How much room there is.",
    "comfort": "How pleasant it is to work there.", "parking": "How easy it is to park a car there.",
}  # fmt: skip
COST = ("cost", "working", "Kosten", "Cost", "Wat het kantoor per jaar kost, in Britse ponden.")
POINTS = {  # printed: 32, 26 and 23 for turnover, 10, 6 and 3 for working; the largest becomes 100, the others follow
    ("turnover", None): 100, ("working", None): 23.46,  # 19 / 81
    ("turnover", "customers"): 100, ("turnover", "visibility"): 81.25, ("turnover", "image"): 71.875,
    ("working", "size"): 100, ("working", "comfort"): 60, ("working", "parking"): 30,
}  # fmt: skip
KEYS: dict[str, Any] = {
    "id": "office",
    "version_date": date(2026, 3, 31),
    "title": ("Kantoor zoeken (voorbeeld uit een boek)", "Finding an office (example from a book)"),
    "question": ("Welk kantoor kiest dit kleine bedrijf?", "Which office does this small firm choose?"),
    "place": ("Een stad in het boek", "A town in the book"),
    "who_decides": ("De eigenaar van het bedrijf", "The owner of the firm"),
    "fixed > 1": ("Er zijn zeven kantoren te huur.", "Seven offices are to let."),
    "open > 1": ("Welk kantoor het wordt.", "Which office it will be."),
    "notice > title": ("Voorbeeld uit een boek", "Example from a book"),
    "notice > text": (
        "Deze zaak komt uit een leerboek. Zij laat zien hoe u een zaak maakt.",
        "This case comes from a textbook. It shows how to make a case.",
    ),
    "notice > short": ("Een voorbeeld uit een leerboek.", "An example from a textbook."),
    "notice > sources": "[S1]",
    "evidence": (
        "De cijfers zijn scores van 0 tot 100 die de eigenaar gaf. Alleen die van Addison Square staan gedrukt in de "
        "tekst; de andere passen bij alle gedrukte totalen.",
        "The figures are scores from 0 to 100 that the owner gave. Only those of Addison Square are printed in the "
        "text; the others fit all printed totals.",
    ),
    "range_rule > main": ("De hele schaal, van 0 tot 100.", "The whole scale, from 0 to 100."),
    "range_rule > second": ("Er is geen tweede bereik.", "There is no second range."),
    "reference": IDS[0],
}


def sheets() -> dict[str, list[Row]]:
    """What the planner fills in, by key of the sheet."""
    alternatives = zip(IDS, OFFICE["alternatives"], "ABCDEFG", strict=True)
    return {
        "alternatives": [
            {"id": key, "code": code, **_both("label", name, name),
             **_both("about", f"Kantoor aan {name}.", f"Office at {name}."),
             **_both("governance", "Te huur", "To let")}
            for key, name, code in alternatives
        ],
        "themes": [
            {"id": "turnover", **_both("label", "Omzet", "Turnover"),
             **_both("about", "Wat klanten brengt.", "What brings customers.")},
            {"id": "working", **_both("label", "Werken", "Working conditions"),
             **_both("about", "Hoe het werkt voor het personeel.", "How it works for the staff.")},
        ],
        "criteria": [*map(_score, CRITERIA), _cost()],
        "effects": [*_effects()],
        "sources": [{"id": "S1", **_both("title", "Decision Analysis for Management Judgment",
                                         "Decision Analysis for Management Judgment"),
                     "publisher": "Wiley", "complete": "no"}],
        "profiles": [
            {"id": "owner", "kind": "view", "evidence": "partly_documented",
             **_both("label", "De eigenaar", "The owner"),
             **_both("about", "De gewichten in het boek.", "The weights in the book."),
             **_both("rationale", "De gedrukte gewichten: 32, 26, 23, 10, 6 en 3 procent.",
                     "The printed weights: 32, 26, 23, 10, 6 and 3 per cent.")},
            {"id": "equal", "kind": "reference", "evidence": "method",
             **_both("label", "Elk thema even zwaar", "Every theme the same"),
             **_both("about", "Beide thema's tellen even zwaar.", "Both themes count the same."),
             **_both("rationale", "Om mee te vergelijken.", "To compare with.")},
        ],
        "points": [
            {"theme": theme, "criterion": criterion, "owner": points, "equal": 100 if criterion is None else None}
            for (theme, criterion), points in POINTS.items()
        ],
        "expected": [
            {"profile": "owner", "alternative": key, "total": total}
            for key, total in zip(IDS, OFFICE["totals"]["values"], strict=True)
        ],
    }  # fmt: skip


def _both(heading: str, nl: str, en: str) -> Row:
    return {f"{heading}_nl": nl, f"{heading}_en": en}


def _criterion(key: str, theme: str, nl: str, en: str, about: str) -> Row:
    english = _ENGLISH.get(key, "What the office costs a year, in British pounds.")
    return {
        "id": key, "theme": theme, **_both("label", nl, en), **_both("short", nl, en), "decimals": 0,
        "time_place": "now", "level": "location", **_both("noticed_by", "Het bedrijf", "The firm"),
        **_both("about", about, english),
    }  # fmt: skip


def _score(words: tuple[str, str, str, str, str]) -> Row:
    return _criterion(*words) | {
        "unit": "points", **_both("unit_label", "punten van 100", "points out of 100"), "better": "higher",
        "range_worst": 0, "range_best": 100, **_both("range_why", "De hele schaal.", "The whole scale."),
        "yardstick_some": 10, "yardstick_much": 30,
        **_both("yardstick_why", "Tien punten is te merken.", "Ten points are noticed."), "in_sum": "yes",
        **_both("derivation", "Score die de eigenaar in het boek gaf.", "Score that the owner gave in the book."),
    }  # fmt: skip


def _cost() -> Row:
    return _criterion(*COST) | {
        "unit": "GBP/yr", **_both("unit_label", "pond per jaar", "pounds a year"), "better": "lower",
        "range_worst": 40_000, "range_best": 5_000,
        **_both("range_why", "Iets ruimer dan de laagste en hoogste huur.", "Slightly wider than lowest and highest."),
        "yardstick_some": 2_000, "yardstick_much": 10_000,
        **_both("yardstick_why", "Tweeduizend pond is te merken.", "Two thousand pounds are noticed."), "in_sum": "no",
        **_both("left_out_because", "Het boek zet de kosten naast de totalen en niet erin.",
                "The book sets cost beside the totals and not inside them."),
        **_both("derivation", "Gedrukt in het boek.", "Printed in the book."),
    }  # fmt: skip


def _effects() -> list[Row]:
    rows = []
    for place, key in enumerate(IDS):
        for criterion, score in zip(CRITERIA, OFFICE["scores"][place], strict=True):
            rows.append({"alternative": key, "criterion": criterion[0], "value": score, "unit": "points"})
        cost = OFFICE["cost_per_point"]["cost"][place]
        rows.append({"alternative": key, "criterion": "cost", "value": cost, "unit": "GBP/yr"})
    return [row | {"source": "S1", "grade": "D"} for row in rows]


@cache
def filled(language: str) -> bytes:
    """An empty workbook in this language with the example in its white cells, in this language too."""
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(None, language)))
    page = book[BY_KEY["case"].name(language)]
    for row in range(3, page.max_row + 1):
        found = KEYS.get(key_meant(page.cell(row, 1).value))
        if isinstance(found, tuple):
            page.cell(row, 3).value = found[language != "nl"]
        elif found is not None:
            page.cell(row, 2).value = found
    for key, rows in sheets().items():
        _fill(book[BY_KEY[key].name(language)], BY_KEY[key], rows, language)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(page: Worksheet, sheet: Sheet, rows: list[Row], language: str) -> None:
    columns = {column.heading: column for column in sheet.columns}
    headings = {column_named(sheet, cell.value).heading: cell.column for cell in page[1] if cell.value}
    others = {column.heading for column in sheet.columns} - set(headings)
    for name in (key for row in rows for key in row):
        if name not in headings and name not in others:  # the ids of profiles head the columns of points
            headings[name] = len(headings) + 1
            page.cell(1, headings[name]).value = name
    for number, row in enumerate(rows, start=3):
        for name, value in row.items():
            listed = name in columns and columns[name].choices and value is not None
            if name in headings:
                shown = choice(sheet, columns[name], value, language) if listed else value
                page.cell(number, headings[name]).value = shown


if __name__ == "__main__":
    for language, file in FILES.items():
        file.write_bytes(filled(language))
