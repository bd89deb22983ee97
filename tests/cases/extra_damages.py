"""The table of mistakes in duties, evaluation, map link and account; read as `tests.cases.damages`."""

from tests.cases.damages import YAML, Damage

ACCOUNT = "account.yaml"

EXTRA_DAMAGES = [
    # case.yaml
    Damage("map without https", YAML, "https://example.org/map?place=harbour", "http://example.org/map", "map_link",
           ("'http://example.org/map' is not a whole web address", "https://"), ("geen volledig webadres",)),
    Damage("script as a map", YAML, "https://example.org/map?place=harbour", "javascript:alert(1)", "map_link",
           ("is not a whole web address",), ("geen volledig webadres",)),
    Damage("map with a password", YAML, "https://example.org/map?place=harbour", "https://a@example.org", "map_link",
           ("is not a whole web address",), ("geen volledig webadres",)),
    Damage("map with a quote", YAML, "https://example.org/map?place=harbour", "'https://example.org/\"x'", "map_link",
           ("hold no spaces or quotes",), ("geen spaties of aanhalingstekens",)),
    Damage("duty with another answer", YAML, "    answer: unknown\n    why: {nl: Het archief",
           "    answer: perhaps\n    why: {nl: Het archief", "answer: perhaps",
           ("duty 'inquiry', answer: 'perhaps' is not one of the choices. Choose from: yes, no, unknown",),
           ("plicht 'inquiry'", "Kies uit")),
    Damage("duty without a reason", YAML, "    why: {nl: In de krant., en: In the newspaper.}\n", "",
           "- id: notice_given", ("duty 'notice_given': 'why' is missing",), ("plicht 'notice_given'", "ontbreekt")),
    Damage("the same duty twice", YAML, "id: notice_given", "id: inquiry", 253, ("already used in line 248",),
           ("al gebruikt in regel 248",)),
    Damage("duty with an unknown source", YAML, "    why: {nl: Het archief is dicht., en: The archive is closed.}\n"
           "    sources: [S1]", "    why: {nl: Het archief is dicht., en: The archive is closed.}\n    sources: [S7]",
           "[S7]", ("duty 'inquiry', sources > 1: source 'S7' is not in sources.csv",), ("bron 'S7'",)),
    Damage("following an unknown criterion", YAML, "  - criterion: harbour_view\n", "  - criterion: harbor_view\n",
           "criterion: harbor_view", ("'harbor_view' is not a criterion of this case; did you mean 'harbour_view'?",),
           ("evaluatie 1", "geen criterium van deze zaak")),
    Damage("following without a moment", YAML, "    when: {nl: Elk voorjaar., en: Every spring.}\n", "",
           "- criterion: harbour_view", ("'when' is missing",), ("'when' ontbreekt",)),
    # account.yaml
    Damage("account without its makers", ACCOUNT, "about: {nl: Verzonnen door de tests., en: Invented by the tests.}\n",
           "", 1, ("'about' is missing",), ("'about' ontbreekt",)),
    Damage("account of a later format", ACCOUNT, "format: 1\n", "format: 2\n", 1,
           ("this program reads format 1",), ("dit programma leest format 1",)),
    Damage("nobody said to be missing", ACCOUNT, "    missing: {nl: Wie in het dal woont., en: Whoever lives in the "
           "valley.}\n", "", "- id: evening", ("round 'evening': 'missing' is missing. Add it",),
           ("ronde 'evening': 'missing' ontbreekt",)),
    Damage("half a person", ACCOUNT, "people: 45", "people: 45.5", "people: 45.5",
           ("round 'evening', people: '45.5' is not a whole number",), ("geen heel getal",)),
    Damage("fewer people than nobody", ACCOUNT, "people: 45", "people: -1", "people: -1",
           ("-1 is too low; it must be at least 0",), ("-1 is te laag",)),
    Damage("another kind of comment", ACCOUNT, "kind: question", "kind: joke", "kind: joke",
           ("round 'evening', comments > 2 > kind: 'joke' is not one of the choices",), ("ronde 'evening'",)),
    Damage("answer in no language", ACCOUNT, "done: {nl: Staat in het verslag., en: It is in the report.}",
           "done: {}", "done: {}",
           ("comments > 1 > done: the text is missing",), ("de tekst ontbreekt",)),
    Damage("the same round twice", ACCOUNT, "id: letters", "id: evening", 19, ("already used in line 4",),
           ("al gebruikt in regel 4",)),
    Damage("round with an unknown source", ACCOUNT, "sources: [S2]", "sources: [S8]", "[S8]",
           ("round 'evening', sources > 1: source 'S8' is not in sources.csv",), ("bron 'S8'",)),
    Damage("name of a person", ACCOUNT, "    people: 45\n", "    people: 45\n    chair: Jan\n", "chair: Jan",
           ("key 'chair' is unknown",), ("sleutel 'chair' is onbekend",)),
    Damage("account without rounds", ACCOUNT, "rounds:\n", "rounds: []\nround_list:\n", "rounds: []",
           ("there are 0; the minimum is 1",), ("er zijn er 0; het minimum",), alone=False),
]  # fmt: skip
