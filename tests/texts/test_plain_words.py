"""Words a resident reads at a bus stop: short, what is so first, and one word for one idea."""

import csv
import re
from collections import Counter
from statistics import mean

import pytest
import yaml

from tests.texts import said_in_cases
from tests.texts.said_in_cases import sentences
from texts import LANGUAGES, catalogue
from texts.glossary import glossary

FILES = ("words", "messages")
NEGATION = re.compile(r"\b(niet|geen|nooit|niemand|niets|nergens|zonder)\b", re.IGNORECASE)
PLAIN = re.compile(r"niet bekend|[Ww]eet ik niet|weten we (nog )?niet|[Nn]iet in euro's")
"""Said of what is not known, which is said as often as it is so."""
VERB_FIRST = re.compile(
    r"^(?!Als|Hoe|Wie|Wat|Waar|Dan|Daar|Zo\b|Klik|Druk|Kies|Schrijf|Zet|Eerst|Gewicht)[A-Z][a-z]+\b[^?:]*, dan [^?]*$"
)
"""'Valt het tegen, dan ...' instead of 'Als het tegenvalt, ...'."""

BANNED = {
    "nl": (
        r"van geen (enkel )?\w+ is (zeker|bekend)", r"is niet te zeggen", r"vallen? de effecten anders uit",
        r"anders uitvallen", r"geen stem\b", r"geen uitslag", r"geen vonnis", r"geen peiling", r"geen meting\b",
        r"op het bord\b", r"\b[Dd]e stap van\b", r"hele stap\b", r"deze stap\b", r"\bstap is u\b", r"in het midden\b",
        r"methoden stemmen", r"de kern is", r"is de kern", r"een voorstel van de makers", r"een aanname van de makers",
        r"verkeerd uit\b", r"\bkenners van\b", r"\bgokt?\b", r"(?<!aan )\b(bewoners|woningzoekers) is niets gevraagd",
        r"wat bij wat ", r"\bwij trokken|we trokken",
    ),
    "en": (
        r"of no alternative", r"nobody can say", r"cannot be said", r"hang together", r"on the board\b",
        r"this step is", r"whole step\b", r"in the middle\b", r"methods do not vote", r"(?<!work )taken over",
        r"proposal of the makers", r"an assumption (of|by) the makers", r"broad.prosperity", r"\bmend it\b",
        r"that much is not known", r"does not make harm allowed", r"turn(s)? out otherwise", r"\bbets?\b",
        r"miss(es)? (the|most of the|money|a library)\b", r"\bmillion euro\b", r"\bthousand euro\b", r"weigh on\b",
        r"serve for", r"this case knows", r"own case stands", r"there stays?\b", r"in no amount", r"pay along",
        r"social rent\b", r"far from work", r"what what ", r"\btry-out\b", r"per cents", r"\bof social rent",
    ),
}  # fmt: skip

ONE_TERM = {
    "nl": {
        "alternatief (in a label)": None,
        "voorbeeld": r"\bprofiel(en)?\b|[Ww]egingsprofiel",
        "vergelijkingspunt": r"[Rr]eferentie|uitgangssituatie",
        "kwaliteit": r"\b[Gg]raad [A-D]\b|\([Gg]raad",
        "geschat, schatting": r"[Ii]llustratie|[Aa]annames?\b",
        "maatlat": r"\bmaatstaf",
        "programma": r"\btool\b|\bapp\b",
        "uitkomst": r"\buitslag\b",
        "voltijdbaan": r"\d fte\b|\bfte (op|per|bij|in)\b",
        "bestelauto": r"\bbusjes?\b",
        "persoon": r"\bper mens\b|\bvan \{?\w*\}? ?mens\b",
    },
    "en": {
        "quality": r"\b[Gg]rade [A-D]\b|\b[Gg]rade and\b",
        "estimated": r"\billustrative\b",
        "point of comparison": r"\b[Tt]he reference (is|stays|in)\b|reference situation",
        "Monitor of Well-being": r"broad.prosperity",
        "program": r"\bthe tool\b",
        "full-time job": r"\d fte\b|\bper fte\b",
    },
}
KEYWORDS = ("own_case.order", "weight_profile", "stories.no_source", "verdict_", "profile")
"""Where the word of a file or of a sheet is meant, not the idea."""


def said(language: str) -> list[tuple[str, str]]:
    """Every text of screens, reports and messages, each form of a counted one by itself."""
    found = []
    for file in FILES:
        for key, text in catalogue(file, language).items():
            forms = {"": text} if isinstance(text, str) else text
            found += [(f"{key}{'.' if form else ''}{form}", said) for form, said in forms.items()]
    return found


def told(language: str) -> list[tuple[str, str]]:
    """The same for the shipped cases."""
    return [(place, text) for place, spoken, text in said_in_cases.texts() if spoken == language]


@pytest.mark.parametrize("language", sorted(BANNED))
def test_no_text_has_a_turn_that_readers_stumbled_over(language):
    banned = re.compile("|".join(BANNED[language]), re.IGNORECASE)
    wrong = {place: found[0] for place, text in said(language) + told(language) if (found := banned.search(text))}
    assert not wrong


@pytest.mark.parametrize("language", sorted(ONE_TERM))
def test_one_idea_has_one_word(language):
    texts = [(key, text) for key, text in said(language) if not any(word in key for word in KEYWORDS)]
    texts = [(key, text) for key, text in texts if "profiel" not in text or key.split(".")[0] in ("kind", "case")]
    meanings = [(key, meaning) for key, (_, meaning) in glossary(language).items() if key not in KEYWORDS]
    for term, others in ONE_TERM[language].items():
        if others:
            wrong = {place: found[0] for place, text in texts + told(language) + meanings
                     if (found := re.search(others, text))}  # fmt: skip
            assert not wrong, f"the word is {term}"


def test_plan_is_a_word_for_sentences_only():
    for language, plan in (("nl", r"\b[Pp]lan(nen)?\b"), ("en", r"\b[Pp]lans?\b")):
        labels = {key: text for key, text in said(language) if re.search(plan, re.sub(r"\{\w+\}", "", text))}
        assert not {key for key, text in labels.items() if not text.rstrip().endswith((".", "?"))}, language
        assert not {key for key, (term, said) in glossary(language).items()
                    if key not in ("environmental_impact_report", "environment_plan", "zoning_plan")
                    and re.search(plan, f"{term} {said}")}  # fmt: skip


def test_conditions_begin_with_als():
    wrong = [
        (place, part) for place, text in said("nl") + told("nl") for part in sentences(text) if VERB_FIRST.match(part)
    ]
    assert not wrong


def test_no_sentence_leaves_the_reader_to_guess_who_is_meant():
    """A noun instead of 'zij' at the start, and never 'haar' for a thing; in a story people speak as they speak."""
    loose = re.compile(r"^Zij\b|\bhaar\b")
    wrong = [(place, part) for place, text in said("nl") + told("nl") for part in sentences(text) if loose.search(part)]
    assert not [(place, part) for place, part in wrong if "stories.csv" not in place]


def test_sentences_are_short():
    for texts, most, longest, over in ((said("nl"), 9.5, 40, 25), (told("nl"), 11.5, 42, 60)):
        lengths = [len(part.split()) for _, text in texts for part in sentences(text)]
        assert mean(lengths) < most
        assert max(lengths) < longest
        assert sum(length > 24 for length in lengths) < over


def test_few_sentences_deny_and_none_denies_three_times():
    parts = [(place, PLAIN.sub("", part)) for place, text in said("nl") for part in sentences(text)]
    assert not [(place, part) for place, part in parts + [
        (place, PLAIN.sub("", part)) for place, text in told("nl") for part in sentences(text)
    ] if len(NEGATION.findall(part)) > 2]  # fmt: skip
    denying = [place for place, part in parts if NEGATION.search(part)]
    assert len(denying) / len(parts) < 0.15
    shown = Counter(place.split(".")[0] for place, _ in parts)
    denied = Counter(place.split(".")[0] for place in denying)
    screens = {key.split(".")[0] for key in catalogue("words", "nl")}
    shares = {name: denied[name] / shown[name] for name in screens if shown[name] >= 25}
    about_what_is_missing = {"gap", "coverage"}
    assert not {
        name: share for name, share in shares.items() if share > (0.5 if name in about_what_is_missing else 0.3)
    }
    cases = [bool(NEGATION.search(PLAIN.sub("", part))) for _, text in told("nl") for part in sentences(text)]
    assert mean(cases) < 0.15


def test_no_case_denies_more_than_it_tells():
    """A sixth at most, besides what is said of the unknown: a heading that says what is left out needs no denial."""
    for case in {place.split("/")[2] for place, _, _ in said_in_cases.texts()}:
        told = [part for _, language, text in said_in_cases.texts(case) if language == "nl" for part in sentences(text)]
        assert mean(bool(NEGATION.search(PLAIN.sub("", part))) for part in told) < 0.155, case


def test_what_is_listed_as_missing_says_only_what_it_is():
    """It stands behind 'Niet in de cijfers:', in every language; that an example is an extreme stands above it."""
    again = re.compile(r"niet in (de cijfers|deze zaak)|(not in the figures|not part of this case)")
    assert not [
        place for place, _, text in said_in_cases.texts() if place.endswith("not_covered") and again.search(text)
    ]
    extreme = re.compile(r"\buiterste\.|\bextreme\.")
    assert not [place for place, _, text in said_in_cases.texts() if "profiles.yaml" in place and extreme.search(text)]


def test_what_a_group_does_not_know_is_a_question():
    """The page puts 'Niet bekend:' before it; 'Niet bekend: of dit zo is, is niet bekend' says it twice."""
    for file in said_in_cases.SHIPPED.glob("*/impacts_by_group.csv"):
        with file.open(encoding="utf-8", newline="") as lines:
            open_ones = [row for row in csv.DictReader(lines) if row["direction"] == "unknown"]
        wrong = [row for row in open_ones if not all("?" in row[f"sentence_{code}"] for code in ("nl", "en"))]
        assert open_ones
        assert not wrong, [row["sentence_nl"] for row in wrong]


def test_a_zero_says_no_word_of_its_unit_or_name_again():
    """'Bomen: geen (0 bomen)' and not 'Bomen: geen bomen (0 bomen)'."""
    for path in said_in_cases.SHIPPED.glob("*/case.yaml"):
        for criterion in yaml.safe_load(path.read_text(encoding="utf-8"))["criteria"]:
            for code, zero in criterion.get("zero_means", {}).items():
                beside = f"{criterion['unit_label'][code]} {criterion['short'][code]}".lower().split()
                words = {word for word in zero.lower().split() if len(word) > 4}
                assert not words & set(beside), (path.parent.name, criterion["id"], zero)


def test_a_case_says_once_that_its_makers_estimated():
    for case in {place.split("/")[2] for place, _, _ in said_in_cases.texts()}:
        named = [place for place, language, text in said_in_cases.texts(case) if language == "nl" and "makers" in text]
        assert len(named) < 12, named
        again = Counter(part for _, language, text in said_in_cases.texts(case) if language == "nl"
                        for part in sentences(text) if "makers" in part and "chets" not in part)  # fmt: skip
        assert not {part: count for part, count in again.items() if count > 2 and "van deze zaak" not in part}


def test_no_text_says_a_sentence_twice():
    twice = {place: part for place, text in told("nl") + told("en")
             for part, count in Counter(sentences(text)).items() if count > 1 and len(part) > 25}  # fmt: skip
    assert not twice


def test_what_this_is_and_is_not_stands_in_one_place():
    for language in LANGUAGES:
        text = dict(said(language))
        together = " ".join(text[f"limits.{key}"] for key in ("mer", "reason", "figures", "requirements", "people"))
        for word in {"nl": ("MER", "besluit", "makers", "Wetten", "verliest"), "en": ("environmental", "decision", "makers", "Laws", "loses")}[language]:  # noqa: E501  # fmt: skip
            assert word in together


def test_every_word_of_the_glossary_occurs():
    for language in LANGUAGES:
        everything = " ".join(text for _, text in said(language) + told(language)).lower()
        terms = {key: term.split(" (")[0].lower() for key, (term, _) in glossary(language).items()}
        assert not {key: term for key, term in terms.items() if term not in everything}


def test_a_number_has_its_unit():
    """What is filled in stands with a word: points, times, a share, or the thing that is counted."""
    after = r"(?! ?(?:punt|point|keer|time|hectare|weging|weighting|kB|van|out|[,):]))"
    bare = re.compile(r"\{(?:points|hectares|samples|size)[^}]*\}" + after)
    for language in LANGUAGES:
        wrong = {key: text for key, text in said(language) if bare.search(text)}
        assert not set(wrong) - {"report.again_own", "chapters.shape_bent", "own_case.clash_file"}, wrong
