"""The table of mistakes in the use of land; read as `tests.cases.damages`."""

from tests.cases.damages import YAML, Damage

LAND = "land_use.csv"

LAND_DAMAGES = [
    Damage("the same use twice", YAML, "  - {id: reeds", "  - {id: quays", "Reeds", ("already used in line 263",),
           ("al gebruikt in regel 263",), alone=False),
    Damage("two uses that look alike", YAML, "pattern: nature", "pattern: business", "Reeds",
           ("use of land 'reeds'", "'business' is already used"), ("grondgebruik 'reeds'", "al gebruikt")),
    Damage("a pattern unheard of", YAML, "pattern: nature", "pattern: nateure", "Reeds",
           ("'nateure' is not one of the choices", "paved"), ("geen van de keuzes",)),
    Damage("uses without a total", YAML, "land_total: 6\n", "", "land_uses:", ("'land_total' is missing",),
           ("'land_total' ontbreekt",)),
    Damage("uses without a unit", YAML, "land_unit: {nl: hectare, en: ha}\n", "", "land_uses:",
           ("'land_unit' is missing",), ("'land_unit' ontbreekt",)),
    Damage("more land than a picture holds", YAML, "land_total: 6", "land_total: 4000", "land_total: 4000",
           ("there are 4000 tiles; at most 400 fit",), ("er zijn 4000 tegels",)),
    Damage("a picture of the place that is not there", YAML, "land_total: 6\n", "land_total: 6\nplace_picture: "
           "{file: plek.png, alt: {nl: a, en: b}, credit: {nl: a, en: b}, made: drawing}\n", "place_picture",
           ("there is no file 'plek.png'",), ("geen bestand 'plek.png'",)),
    Damage("a use unheard of", LAND, "tram,reeds", "tram,reed", 6,
           ("'reed' is not a use of land of this case", "did you mean 'reeds'?"), ("geen soort grondgebruik",)),
    Damage("land of an unknown alternative", LAND, "tram,reeds", "tarm,reeds", 6, ("'tarm' is not an alternative",),
           ("geen alternatief",)),
    Damage("the same use of one alternative twice", LAND, "tram,road,0.5,S2,D\n",
           "tram,road,0.5,S2,D\ntram,quays,1,S1,B\n", 8, ("'quays' with 'tram' is already in line 5",),
           ("al in regel 5",)),
    Damage("more than there is", LAND, "ring_road,road,2.5", "ring_road,road,2.6", 4,
           ("'ring_road' has 6.1 together", "land_total 6"), ("samen 6.1",)),
    Damage("land in words", LAND, "as_now,quays,5", "as_now,quays,much", 2, ("'much' in column 'amount'",),
           ("geen getal",)),
    Damage("less than nothing", LAND, "tram,road,0.5", "tram,road,-0.5", 7, ("amount -0.5 is not above 0",),
           ("niet groter dan 0",)),
    Damage("land without a source", LAND, "as_now,quays,5,S1", "as_now,quays,5,", 2, ("no source or no quality",),
           ("geen bron of geen kwaliteit",)),
    Damage("land without a grade", LAND, "as_now,quays,5,S1,B", "as_now,quays,5,S1,", 2, ("no source or no quality",),
           ("geen bron of geen kwaliteit",)),
    Damage("land with an unknown source", LAND, "as_now,quays,5,S1", "as_now,quays,5,S9", 2,
           ("source 'S9' is not in sources.csv",), ("bron 'S9'",)),
    Damage("land with an unknown grade", LAND, "as_now,quays,5,S1,B", "as_now,quays,5,S1,E", 2,
           ("'E' in column 'grade'",), ("'E' in kolom 'grade'",)),
]  # fmt: skip
