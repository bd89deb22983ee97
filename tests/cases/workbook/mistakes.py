"""The table of mistakes in a workbook: which cell is changed, and what must be said about it."""

from datetime import date, datetime
from typing import Any, NamedTuple

CO2 = {"alternative": "tram", "criterion": "co2"}
GREEN = {"alternative": "tram", "criterion": "green"}
COST = {"alternative": "tram", "criterion": "cost"}


class Mistake(NamedTuple):
    """``value`` in one cell gives one problem there, with these words."""

    name: str
    sheet: str
    heading: str
    row: dict[str, str]
    value: Any
    en: str
    nl: str
    number_format: str | None = None


MISTAKES = [
    # cells that spreadsheets spoil
    Mistake("formula", "effects", "value", CO2, "=5+5", "holds a formula (=5+5) without a result. Copy the cell and",
            "staat een formule (=5+5) zonder uitkomst. Kopieer de cel"),
    Mistake("formula to another file", "effects", "value", CO2, "=[1]Blad1!A1", "holds a formula", "staat een formule"),
    Mistake("formula in a text", "alternatives", "label_nl", {"id": "tram"}, '="a"&"b"', "holds a formula", "formule"),
    Mistake("date for a number", "effects", "value", CO2, date(2026, 5, 10), "a date or a time (2026-05-10)",
            "een datum of tijd (2026-05-10)", "d-m-yyyy"),
    Mistake("date for a unit", "effects", "unit", {"alternative": "tram", "criterion": "harbour_view"},
            datetime(2026, 5, 1), "turn 10-5 into a date by themselves", "Geef de cel het formaat Tekst", "d-m-yyyy"),
    Mistake("per cent where the unit is another", "effects", "value", CO2, 0.5, "the cell shows 50%, but no per cent",
            "de cel toont 50%, maar hier hoort geen procent", "0%"),
    Mistake("per cent for points", "points", "treasurer", {"theme": "money"}, 1, "the cell shows 100%",
            "toont 100%", "0%"),
    Mistake("money in another unit", "effects", "value", COST, 240000,
            "an amount of money, but the unit is not in euros",
            "een geldbedrag, maar de eenheid is niet in losse euro's", '"€" #,##0'),
    Mistake("thousands shown", "effects", "value", COST, 240000, "shows a thousandth of what it holds (240000)",
            "toont een duizendste van wat erin staat (240000)", "#,##0,"),
    Mistake("error", "effects", "value", CO2, "#N/A", "the error #N/A", "de fout #N/A"),
    Mistake("truth value", "alternatives", "label_nl", {"id": "tram"}, True, "a yes-or-no value", "waar-of-onwaar"),
    # words where a number belongs
    *(Mistake(f"unknown as {word}", "effects", "value", CO2, word, f"'{word}' is not a number. If it is not known,",
              f"'{word}' is geen getal. Is het niet bekend, laat de cel dan leeg")
      for word in ("n.v.t.", "n.b.", "?", "-")),
    *(Mistake(f"range {word}", "effects", "value", CO2, word, f"'{word}' is a range. Write one number here",
              f"'{word}' is een marge. Schrijf hier één getal") for word in ("8-14", "8 tot 14", "8,5 – 14,5")),
    *(Mistake(f"about {word}", "effects", "value", CO2, word, f"'{word}' is not exact", f"'{word}' is niet precies")
      for word in ("10 ± 2", ">10", "< 10")),
    *(Mistake(f"more than a number: {word}", "effects", "value", CO2, word, "is more than a number",
              "meer dan een getal")
      for word in ("10 kt", "50%", "€ 10")),
    Mistake("two ways", "effects", "value", CO2, "1.234", "'1.234' in column 'value' can be read in two ways",
            "'1.234' in kolom 'value' is op twee manieren te lezen"),
    Mistake("no number at all", "criteria", "range_worst", {"id": "co2"}, "veel",
            "'veel' in column 'range_worst' is not a",
            "'veel' in kolom 'range_worst' is geen getal"),
    # what the checks of a case find
    Mistake("unknown id", "effects", "alternative", CO2, "tarm", "did you mean 'tram'?", "bedoelt u 'tram'?"),
    Mistake("unknown criterion", "effects", "criterion", CO2, "c02", "did you mean 'co2'?", "bedoelt u 'co2'?"),
    Mistake("wrong unit", "effects", "unit", CO2, "t/yr", "unit 't/yr', but criterion 'co2'", "eenheid 't/yr'"),
    Mistake("unknown source", "effects", "source", CO2, "S1 S9", "source 'S9' is not in sheet 'sources'",
            "bron 'S9' staat niet in blad 'sources'"),
    Mistake("wrong grade", "effects", "grade", CO2, "E", "grade 'E' is unknown", "kwaliteit 'E' is onbekend"),
    Mistake("low above value", "effects", "low", CO2, 12, "low 12 is above value 10", "low 12 is hoger dan value 10"),
    Mistake("not one of the choices", "criteria", "better", {"id": "co2"}, "less", "'less' is not one of the choices",
            "'less' is geen van de keuzes"),
    Mistake("range the wrong way", "criteria", "range_worst", {"id": "travel_time"}, 10, "Turn the ends round",
            "Draai de uit"),
    Mistake("missing value", "criteria", "unit", {"id": "harbour_view"}, None, "'unit' is missing", "'unit' ontbreekt"),
    Mistake("missing range", "criteria", "range_best", {"id": "co2"}, None, "'range_best' is missing",
            "'range_best' ontbreekt"),
    Mistake("points too high", "points", "treasurer", {"theme": "living", "criterion": None}, 150, "150 is too high",
            "150 is te hoog"),
    Mistake("no points", "points", "treasurer", {"theme": "living", "criterion": None}, None,
            "theme 'living' is missing",
            "thema 'living' ontbreekt"),
    Mistake("answer that is none", "criteria", "in_sum", {"id": "harbour_view"}, "misschien", "not yes or no",
            "geen ja of nee"),
    Mistake("wrong year", "sources", "year", {"id": "S1"}, "vorig jaar", "is not a year", "is geen jaar"),
    Mistake("key twice", "case", "key", {"key": "open > 1"}, "fixed > 1", "'fixed > 1' is here twice",
            "staat er twee keer"),
    Mistake("unknown key", "case", "key", {"key": "evidence"}, "evidense", "did you mean 'evidence'",
            "bedoelt u 'evidence'"),
    Mistake("a child without its parent", "anchors", "criterion", {"text_en": "nothing to see"}, "harbor_view",
            "did you mean 'harbour_view'?", "bedoelt u 'harbour_view'?"),
    Mistake("a profile that is not there", "points", "treasurer", {"theme": "theme"}, "tresurer",
            "did you mean 'treasurer'?", "bedoelt u 'treasurer'?"),
    Mistake("a requirement of an unknown alternative", "requirement_answers", "alternative",
            {"requirement": "heard", "alternative": "tram"}, "trem", "did you mean 'tram'?", "bedoelt u 'tram'?"),
]  # fmt: skip
