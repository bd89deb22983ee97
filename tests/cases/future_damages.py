"""The table of mistakes in the futures; read as `tests.cases.damages`."""

from tests.cases.damages import YAML, Damage

FUTURES = "futures.csv"
_DEAR = """  - id: dear
    label: {nl: Bouwen wordt duurder, en: Building becomes dearer}
    about: {nl: Staal en beton kosten een kwart meer., en: Steel and concrete cost a quarter more.}
    sources: [S2]
    why_not_all: {nl: Dan wordt er niets gebouwd., en: As now nothing is built.}
"""
_OTHERS = "".join(
    f"  - {{id: other_{number}, label: {{nl: a, en: b}}, about: {{nl: a, en: b}}}}\n" for number in range(4)
)

FUTURE_DAMAGES = [
    Damage("one future", YAML, _DEAR, "", "futures:", ("futures: there is 1; the minimum is 2",),
           ("het minimum is 2",), alone=False),
    Damage("more than five futures", YAML, _DEAR, _DEAR + _OTHERS, "futures:", ("there are more than 5",),
           ("meer dan 5",), alone=False),
    Damage("the same future twice", YAML, "  - id: dear", "  - id: busy", 275,
           ("future 'busy'", "already used in line"), ("toekomst 'busy'", "al gebruikt in regel"), alone=False),
    Damage("a future without a sentence", YAML,
           "    about: {nl: Staal en beton kosten een kwart meer., en: Steel and concrete cost a quarter more.}\n", "",
           "  - id: dear", ("future 'dear': 'about' is missing",), ("toekomst 'dear': 'about' ontbreekt",)),
    Damage("a future with an unknown source", YAML, "    sources: [S2]\n    why_not_all: {nl: Dan wordt",
           "    sources: [S9]\n    why_not_all: {nl: Dan wordt", "sources: [S9]",
           ("source 'S9' is not in sources.csv",), ("bron 'S9'",)),
    Damage("a future unheard of", FUTURES, "busy,ring_road", "bussy,ring_road", 2,
           ("'bussy' is not a future of this case", "did you mean 'busy'?"), ("geen toekomst",)),
    Damage("a future of an unknown alternative", FUTURES, "busy,ring_road", "busy,ring_roed", 2,
           ("'ring_roed' is not an alternative",), ("geen alternatief",)),
    Damage("a future of an unknown criterion", FUTURES, "busy,tram,travel_time", "busy,tram,travel_tame", 3,
           ("'travel_tame' is not a criterion",), ("geen criterium",)),
    Damage("the same effect twice in one future", FUTURES, "busy,tram,reliability,sometimes_late",
           "busy,tram,travel_time,33,,,min/trip,S1,D,,\nbusy,tram,reliability,sometimes_late", 4,
           ("'travel_time' of 'tram' in 'busy' is already in line 3",), ("al in regel 3",)),
    Damage("another unit in a future", FUTURES, "28,36,min/trip", "28,36,min", 3,
           ("unit 'min', but criterion 'travel_time' is in 'min/trip'",), ("eenheid 'min'",)),
    Damage("a class unheard of in a future", FUTURES, "sometimes_late", "sometimes", 4,
           ("'sometimes' is not a class of 'reliability'",), ("geen klasse",)),
    Damage("low above high in a future", FUTURES, "375000,350000.5,400000", "375000,350000.5,300000", 5,
           ("375000",), ("375000",)),
    Damage("an effect in a future without a source", FUTURES, "28,36,min/trip,S1", "28,36,min/trip,", 3,
           ("no source",), ("geen bron",)),
    Damage("an effect in a future without a grade", FUTURES, "28,36,min/trip,S1,D", "28,36,min/trip,S1,", 3,
           ("no grade",), ("geen kwaliteit",)),
    Damage("unknown in a future and nobody says why", FUTURES, "32,28,36", ",,", 3, ("empty",), ("leeg",),
           alone=False),
]  # fmt: skip
