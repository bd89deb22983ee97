"""The table of mistakes in causes and what follows them; read as `tests.cases.damages`."""

from tests.cases.damages import YAML, Damage

CAUSED = "effects_by_cause.csv"

CAUSE_DAMAGES = [
    Damage("a cause unheard of", CAUSED, "traffic,tram,travel_time", "trafic,tram,travel_time", 4,
           ("'trafic' is not a cause of this case", "did you mean 'traffic'?"), ("geen oorzaak van deze zaak",)),
    Damage("a cause of an unknown alternative", CAUSED, "traffic,tram,travel_time", "traffic,tarm,travel_time", 4,
           ("'tarm' is not an alternative",), ("geen alternatief",)),
    Damage("a cause of an unknown criterion", CAUSED, "traffic,tram,travel_time", "traffic,tram,co3", 4,
           ("'co3' is not a criterion",), ("geen criterium",)),
    Damage("an effect with two causes", CAUSED, "traffic,tram,travel_time,against,\n",
           "traffic,tram,travel_time,against,\ntraffic,as_now,travel_time,with,\n", 5,
           ("effect 'travel_time' of 'as_now' already follows a cause in line 2",),
           ("volgt al een oorzaak in regel 2",)),
    Damage("a cause of what is certain", CAUSED, "traffic,tram,travel_time", "traffic,tram,reliability", 4,
           ("'reliability' of 'tram' has no range",), ("heeft geen marge",)),
    Damage("a cause of what is known to the unit", CAUSED, "traffic,tram,travel_time", "traffic,as_now,cost", 4,
           ("'cost' of 'as_now' has no range",), ("heeft geen marge",)),
    Damage("neither with nor against", CAUSED, "tram,travel_time,against", "tram,travel_time,up", 4,
           ("'up' in column 'way'",), ("'up' in kolom 'way'",)),
    Damage("a strength unheard of", CAUSED, "travel_time,with,mostly", "travel_time,with,mosty", 3,
           ("'mosty' in column 'strength'", "did you mean 'mostly'?"), ("'mosty' in kolom 'strength'",)),
    Damage("a cause that nothing follows", YAML, "causes:\n",
           "causes:\n  - {id: rent, label: {nl: A, en: A}, about: {nl: A, en: A}}\n", "id: rent",
           ("cause 'rent': fewer than two effects follow this cause",), ("oorzaak 'rent': minder dan twee effecten",)),
    Damage("two causes of one name", YAML, "causes:\n",
           "causes:\n  - {id: traffic, label: {nl: A, en: A}, about: {nl: A, en: A}}\n", "  - id: traffic",
           ("'traffic' is already used",), ("al gebruikt",)),
    Damage("a cause with an unknown source", YAML, 'trip takes longer."}\n    sources: [S1]',
           'trip takes longer."}\n    sources: [S8]', "S8", ("'S8' is not in sources.csv",), ("'S8'",)),
]  # fmt: skip
