"""Three sheets as planners have them, all invented: an MCA, a cost-benefit table, an effects table in signs."""

import io
from typing import Any

import openpyxl

MCA = [
    ["Multicriteria-analyse stationsgebied (concept, versie 3)"],
    [],
    ["", "", "", "Alternatieven", "", "", "", "", "", ""],
    [
        "Thema",
        "Criterium",
        "Eenheid",
        "Nulalternatief",
        "Variant A",
        "Variant B",
        "Variant C",
        "Variant D",
        "VKA",
        "Gewicht",
    ],
    ["Wonen", "Nieuwe woningen", "woningen", 0, 240, 180, "ca. 300", "200-260", 220, 10],
    ["", "Betaalbare woningen", "%", 0, 0.3, 0.4, 0.25, "?", 0.35, 8],
    ["", "Afstand tot voorzieningen", "km", "1,2", "0,8", "0,9", "0,8", "1,0", "0,8", 5],
    ["Mobiliteit", "Autoverkeer", "ritten/dag", "1.500", "2.600", "2.100", "2.900", "2.300", "2.200", 7],
    ["", "Verkeersveiligheid", "score 1-5", 3, 3, 4, 2, 3, 4, 9],
    ["", "Openbaar vervoer", "min", 12, 8, 8, 7, 9, 8, 6],
    ["Milieu", "Geluid (dB)", "", 58, 61, 60, 62, 60, 60, 8],
    ["", "CO2-uitstoot", "ton/jr", 300, "± 450", 420, 500, 430, 410, 7],
    ["", "Waterberging", "m3", "n.v.t.", 1200, 1500, 900, "1,1k", 1300, 6],
    ["", "Groen", "m2", 14000, 6000, 7500, 5200, 7000, "7.100", 8],
    ["", "Biodiversiteit", "score 1-5", 2, 2, 4, 1, 3, 3, 6],
    ["Geld", "Investering", "mln euro", 0, "18,5", "21", "26-30", "20", "19,8", 10],
    ["", "Saldo grondexploitatie", "mln euro", 0, "-2,1", "-4,0", "1,5", "-3", "-2,6", 5],
    ["", "Beheerkosten", "k\N{EURO SIGN}/jr", 40, 90, 110, 95, 100, "", 5],
    ["Totaalscore", "", "", "", 3.1, 3.4, 2.8, 3.0, 3.3, 100],
    [],
    [],
    ["* Kosten in prijspeil 2025, exclusief btw"],
    ["Bron: ingenieursbureau, mei 2025"],
]
"""14 criteria by 6 alternatives: 84 cells."""

MKBA = [
    ["Tabel 4.1 Maatschappelijke kosten en baten, NCW in mln euro"],
    ["", "Alternatief 1", "", "Alternatief 2", ""],
    ["Post", "laag", "hoog", "laag", "hoog"],
    ["Kosten"],
    ["Investeringskosten", -95, -80, -140, -118],
    ["Beheer en onderhoud", "-12", "-10", "-18,5", "-15"],
    ["Baten"],
    ["Reistijdwinst", 60, 110, 75, 140],
    ["Verkeersveiligheid", "4", "8", "5", "9"],
    ["CO2-uitstoot", -6, -2, -9, -3],
    ["Geluid", "PM", "PM", "-PM", "-PM"],
    ["Natuur", "PM", "PM", "PM", "PM"],
    ["Grondopbrengsten", "10", "14", "22", "30"],
    ["Saldo", -39, 40, -65.5, 43],
    ["Baten-kostenverhouding", 0.6, 1.4, 0.6, 1.3],
]

MER = [
    ["Effectbeoordeling milieueffectrapport", "", "", "", ""],
    ["Milieuthema", "Aspect", "Referentie", "Alternatief Noord", "Alternatief Zuid"],
    ["Bodem en water", "Bodemkwaliteit", "0", "0/-", "-"],
    ["", "Waterkwaliteit", "0", "\N{MINUS SIGN}", "\N{MINUS SIGN}\N{MINUS SIGN}"],
    ["", "Waterberging", "0", "+", "++"],
    ["Natuur", "Natura 2000", "0", "--", "-"],
    ["", "Beschermde soorten", "0", "-", "0"],
    ["Landschap", "Landschapsbeeld", "0", "-", "0/+"],
    ["", "Archeologie", "0", "?", "0"],
    ["Leefomgeving", "Geluid", "0", "-", "+/-"],
    ["", "Luchtkwaliteit", "0", "0", "+"],
    ["", "Gezondheid", "0", "0/-", "0/+"],
    ["", "Barri\u00e8rewerking", "0", "groter bij het spoor", "kleiner"],
    ["Legenda: ++ zeer positief, -- zeer negatief"],
]

GREX = [
    ["Grondexploitatie, netto contante waarde in mln euro"],
    ["Post", "Plan A", "Plan B"],
    ["Verwerving", "-12", "-9,5"],
    ["Bouwrijp maken", "-8", "-6"],
    ["Grondopbrengsten", "24", "14"],
    ["Saldo", "4", "-1,5"],
]

SHEETS = {"mca": MCA, "mkba": MKBA, "mer": MER}


def as_csv(rows: list[list[Any]]) -> bytes:
    return "\r\n".join(";".join(_typed(cell) for cell in row) for row in rows).encode("cp1252", "replace")


def as_paste(rows: list[list[Any]]) -> str:
    return "\n".join("\t".join(_typed(cell) for cell in row) for row in rows)


def _typed(cell: Any) -> str:
    text = str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)
    return f'"{text}"' if ";" in text else text


def as_xlsx(rows: list[list[Any]], merged: tuple[str, ...] = (), percent: bool = True) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Blad1"
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row, start=1):
            if cell != "":
                place = page.cell(number, column, cell)
                if percent and isinstance(cell, float) and 0 < cell < 1:
                    place.number_format = "0%"
    for where in merged:
        page.merge_cells(where)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
