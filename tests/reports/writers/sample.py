"""A report with every kind of block and every kind of trouble, to try the writers on.

Each piece of text has a word of its own (`word`), so that a test can see that it is printed, and how often.
"""

import io
from functools import cache
from typing import Any, Literal

from markupsafe import Markup
from PIL import Image

from reports.blocks import (
    Block,
    Callout,
    Figure,
    Items,
    Paragraph,
    PictureBlock,
    ReportDocument,
    Section,
    TableBlock,
    TableColumn,
    TableRow,
)

Language = Literal["nl", "en"]
MARKUP = '<script>alert("x")</script> & <b onclick=alert(1)>Plan</b> #set page() $x^2$ {{ 7 * 7 }} \\input{a}'
ARABIC = "حديقة الطعام في البولدر 12"
HEBREW = "גן האוכל של אמסטרדם"
EMOJI = "\N{SEEDLING}\N{FACTORY}\N{FAMILY}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}"
CONTROL = "bel\x07, nul\x00, tab\vverticaal, geen teken\ufffe, half\ud800paar"
LONG_WORD = "Meervoudigeontwikkelingsmaatschappij" * 6
FORMULA = '=HYPERLINK("http://kwaad.invalid","klik")'
MANY_WORDS = " ".join(f"woord{place}" for place in range(500))
ALTERNATIVES, CRITERIA = 10, 60


@cache
def image(kind: Literal["PNG", "JPEG"], width: int = 320, height: int = 180) -> bytes:
    """A picture in two colours."""
    picture = Image.new("RGB", (width, height), "#e3efe3")
    picture.paste("#2f6b3a", (0, height // 2, width, height))
    kept = io.BytesIO()
    picture.save(kept, kind)
    return kept.getvalue()


def chart(width: int = 600) -> dict[str, Any]:
    """A small bar chart as a complete specification."""
    values = [{"plan": "A", "points": 62.5}, {"plan": "B", "points": 56.25}, {"plan": "C", "points": 12.5}]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": values},
        "mark": "bar",
        "width": width,
        "height": 160,
        "encoding": {
            "y": {"field": "plan", "type": "nominal"},
            "x": {"field": "points", "type": "quantitative"},
        },
    }


def effects_table(language: Language = "nl", alternatives: int = ALTERNATIVES, criteria: int = CRITERIA) -> TableBlock:
    """Criteria in rows under bands, alternatives in columns; the number in a cell follows from its place."""
    mark = "," if language == "nl" else "."
    columns = (
        TableColumn("Criterium" if language == "nl" else "Criterion", width=2.4),
        TableColumn("Eenheid" if language == "nl" else "Unit", width=0.8),
        *(TableColumn(f"Alternatief {place + 1}", align="right") for place in range(alternatives)),
    )
    rows = []
    for criterion in range(criteria):
        if criterion % 15 == 0:
            rows.append(TableRow((Markup("Thema nummer {}").format(criterion // 15 + 1),), band=True))
        numbers = (f"{criterion + 1}{mark}{place:02d}" for place in range(alternatives))
        label = Markup("Criterium <i>nummer</i> {}").format(criterion + 1)
        rows.append(TableRow((label, Markup("ha"), *map(Markup, numbers))))
    note = Markup("Getallen bij <b>grotetabel</b> volgen uit hun plaats.")
    return TableBlock("big", f"Effecten van {alternatives} alternatieven", columns, tuple(rows), note)


def all_blocks(language: Language) -> tuple[Block, ...]:
    """One of each, as a report has them."""
    return (
        Paragraph(Markup("Een aanhef met het woord leadwoord: <b>drie</b> keuzes &amp; één besluit."), "lead"),
        Paragraph(
            Markup(
                "Gewone tekst met gewoonwoord, <b>vet</b>, <i>schuin</i>, <b><i>beide</i></b>, "
                '<a href="https://www.example.nl/rapport?a=1&amp;b=2">een bron</a> en '
                '<a href="#wide">een verwijzing</a>, en <a href="#nergens">een dode verwijzing</a>.'
            )
        ),
        Paragraph(Markup("Een opmerking met nootwoord."), "note"),
        Paragraph(Markup("Schrijf hier wat het college vindt (invulwoord)."), "to_do"),
        Items((Markup("eerste punt punteen"), Markup("tweede punt <b>punttwee</b>"))),
        Items((Markup("stap stapeen"), Markup("stap staptwee")), numbered=True),
        Items((Markup("opnieuw stapdrie"), Markup("stap stapvier")), numbered=True),
        Callout("Let op kaderwoord", (Markup("Regel kadereen."), Markup("Regel <i>kadertwee</i>."))),
        TableBlock(
            "small",
            "Totaalscores tabelwoord",
            (
                TableColumn("Alternatief", width=2),
                TableColumn("Score", align="right"),
                TableColumn("Oordeel", align="centre"),
            ),
            (
                TableRow((Markup("Groep bandwoord"),), band=True),
                TableRow((Markup("Voedselpark"), Markup("62,5" if language == "nl" else "62.5"), Markup("+"))),
                TableRow(
                    (Markup("Bedrijven"), Markup("56,25" if language == "nl" else "56.25"), Markup("\N{MINUS SIGN}"))
                ),
                TableRow((Markup("Niets doen"), Markup("niet bekend"), Markup("?"))),
            ),
            Markup('Bron: <a href="https://data.example.nl/set">tabelnoot</a>.'),
        ),
        Figure(
            "bars", "Punten per plan figuurwoord", "Staven: plan A 62,5, plan B 56,25, plan C 12,5 altwoord.", chart()
        ),
        PictureBlock("impression", "Impressie beeldwoord. Beeld: Jan de Tekenaar", "Groen veld beeldalt", image("PNG")),
        PictureBlock("photo", "Foto fotowoord. Foto: gemeente", "Veld met lucht fotoalt", image("JPEG", 200, 400)),
    )


def sample(language: Language = "nl", criteria: int = CRITERIA) -> ReportDocument:
    """An ordinary report: every kind of block, three levels of headings, a wide section, a new page.

    Args:
        criteria: rows of the table in the wide section.
    """
    deep = Section("deep", "Diepste kop diepwoord", (Paragraph(Markup("Onder de diepste kop.")),))
    inner = Section("inner", "Een paragraaf", (Paragraph(Markup("Tekst in de paragraaf.")), deep))
    wide = Section("wide", "Effectentabel op zijn kant", (effects_table(language, criteria=criteria),), wide=True)
    return ReportDocument(
        title="Keuze voor de polder" if language == "nl" else "Choice for the polder",
        subtitle="Rapport voor de raad" if language == "nl" else "Report for the council",
        language=language,
        facts=(("Datum", "21 november 2026"), ("Versie van de zaak", "3f9a1c"), ("Programma", "Waardenweger 0.1")),
        sections=(
            Section("blocks", "Alle soorten blokken", all_blocks(language)),
            Section("nested", "Secties in secties", (inner,), new_page=True),
            wide,
            Section("after", "Na de brede sectie", (Paragraph(Markup("Weer rechtop.")),)),
        ),
    )


def hostile() -> ReportDocument:
    """Words as an angry or careless person could put them in a case."""
    trouble = {
        "markup": MARKUP,
        "arabic": ARABIC,
        "hebrew": HEBREW,
        "emoji": EMOJI,
        "control": CONTROL,
        "longword": LONG_WORD,
        "formula": FORMULA,
    }
    escaped = [Markup("{}").format(text) for text in trouble.values()]
    table = TableBlock(
        "trouble",
        MARKUP,
        tuple(TableColumn(text, width=1 + place % 2) for place, text in enumerate(trouble.values())),
        (
            TableRow((escaped[0],), band=True),
            TableRow(tuple(escaped)),
            TableRow((Markup("leeg"), *[Markup()] * (len(trouble) - 1))),
        ),
        escaped[0],
    )
    many = TableBlock(
        "many",
        "Veel woorden in een vak",
        (TableColumn("Naam"), TableColumn(MANY_WORDS), TableColumn("Rest")),
        (TableRow((Markup(MANY_WORDS), Markup("kort"), Markup(LONG_WORD))),),
    )
    return ReportDocument(
        title=MARKUP,
        subtitle=f"{ARABIC} {EMOJI}",
        language="nl",
        facts=((MARKUP, LONG_WORD), (HEBREW, CONTROL)),
        sections=(
            *(
                Section(key, text, (Paragraph(Markup("{}").format(text)), Items((Markup("{}").format(text),))))
                for key, text in trouble.items()
            ),
            Section("tables", MANY_WORDS, (table, many, Callout(MARKUP, tuple(escaped)))),
            Section("rest", "Zonder plaatjes", (Figure("gone", MARKUP, MARKUP, chart()),)),
            Section("empty", "Leeg", ()),
        ),
    )


def large(tables: int = 40, rows: int = 38) -> ReportDocument:
    """As many tables and rows as the largest report we expect."""
    columns = tuple(TableColumn(f"Kolom {place + 1}", align="right" if place else "left") for place in range(6))
    sections = []
    for number in range(tables):
        body = tuple(
            TableRow(
                (Markup("Rij <b>{}</b>").format(row), *(Markup("{}").format(row * place) for place in range(1, 6)))
            )
            for row in range(rows)
        )
        sections.append(
            Section(f"s{number}", f"Deel {number + 1}", (TableBlock(f"t{number}", "Tabel", columns, body),))
        )
    return ReportDocument("Groot", "Om te meten", "nl", (("Datum", "21 november 2026"),), tuple(sections))
