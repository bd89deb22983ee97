"""Behind a number stands the right form of the word: 1 criterium, 2 criteria."""

import re
import string
from collections.abc import Iterator

import pytest

from texts import LANGUAGES, Sentence, catalogue, form, words, written

NOUNS = {  # of the languages of which we know them
    "nl": {
        "alternatief": "alternatieven", "antwoord": "antwoorden", "deelnemer": "deelnemers", "tafel": "tafels",
        "beeld": "beelden", "bestand": "bestanden",
        "bron": "bronnen", "bezoek": "bezoeken",
        "cel": "cellen", "cijfer": "cijfers", "criterium": "criteria", "deel": "delen", "effect": "effecten",
        "eis": "eisen", "euro": "euro", "functie": "functies", "getal": "getallen", "groep": "groepen",
        "hectare": "hectare", "gebied": "gebieden", "melding": "meldingen",
        "ding": "dingen", "indicator": "indicatoren", "jaar": "jaar", "keer": "keer", "leemte": "leemten",
        "mens": "mensen", "meter": "meter",
        "methode": "methoden", "minuut": "minuten", "opmerking": "opmerkingen",
        "onderwerp": "onderwerpen", "paar": "paren",
        "persoon": "personen", "plicht": "plichten", "probleem": "problemen", "punt": "punten", "ronde": "rondes",
        "reactie": "reacties", "rij": "rijen", "sessie": "sessies",
        "stap": "stappen", "teken": "tekens", "tekst": "teksten", "thema": "thema's",
        "toekomst": "toekomsten", "totaalscore": "totaalscores",
        "eenheid": "eenheden", "verhaal": "verhalen",
        "versie": "versies", "woord": "woorden", "voorstel": "voorstellen", "weging": "wegingen",
        "zaak": "zaken",
    },
    "en": {
        "session": "sessions",
        "area": "areas", "message": "messages",
        "alternative": "alternatives", "answer": "answers", "participant": "participants", "table": "tables",
        "picture": "pictures", "file": "files", "visit": "visits",
        "cell": "cells", "figure": "figures", "criterion": "criteria", "part": "parts", "effect": "effects",
        "requirement": "requirements", "euro": "euros", "function": "functions", "gap": "gaps", "number": "numbers",
        "group": "groups", "hectare": "hectares", "indicator": "indicators", "year": "years", "time": "times",
        "case": "cases", "person": "people", "metre": "metres", "method": "methods", "minute": "minutes",
        "topic": "topics", "pair": "pairs", "problem": "problems", "point": "points", "comment": "comments",
        "thing": "things",
        "duty": "duties",
        "round": "rounds", "row": "rows", "source": "sources", "step": "steps",
        "story": "stories", "character": "characters", "text": "texts", "theme": "themes", "future": "futures", 
        "score": "scores",
        "unit": "units", "version": "versions", "word": "words", "proposal": "proposals", "weighting": "weightings",
    },
}  # fmt: skip
"""Every noun that is counted somewhere, in its two forms."""

FIXED = {
    "the noun belongs to the whole, which is more than one in any comparison": (
        "case.grades", "short.unknown", "short.guessed", "euros.difference_counts", "lens.in_euros",
        "lens.out_of_euros", "messages.soundness.one_sided_list", "futures.illustrative",
    ),
    "always more than one, or it is not said": (
        "audit.turned_text", "import.many_themes", "import.not_in_order",
        "dimension.differ", "dimension.same", "explore.equal_inside", "futures.before",
        "messages.areas.many", "messages.areas.many_points", "messages.areas.large_layer",
        "messages.importing.cut", "messages.importing.long_text", "messages.outline.many_points",
        "messages.schema.long_text", "messages.soundness.all_equal",
        "messages.soundness.mixed_units", "messages.soundness.one_publisher", "messages.soundness.one_publisher_of",
        "messages.soundness.same_figures", "messages.store.full_comments", "messages.soundness.names_alike",
        "messages.soundness.uneven_text", "messages.soundness.uneven_themes",
        "messages.store.words_long", "messages.stories.too_long", "messages.weightings.long_group",
        "messages.weightings.many_people", "short.some",
    ),
    "no noun behind the number": (
        "chapters.functions_unknown", "chapters.of", "gap.rest", "own_case.count_added",
        "own_case.count_changed", "own_case.count_removed", "projector.and_more",
        "presenter.front_page", "projector.pages", "projector.pages_last", "projector.version_short",
        "proposal_text.money_counted",
        "report.more", "report.more_stories", "short.and_more",
        "short.and_more_in", "sure.count_of", "verdict.apart_effects",
        "verdict.apart_weights",
    ),
    "written with a decimal, 1,0 punten": (
        "case.best_case_narrow", "case.best_case_never", "chapters.chart_doubt", "futures.loses", "futures.loses_alike",
        "futures.loses_then", "gap.gain", "gap.points", "sure.doubts_all_known", "sure.effect_behind",
        "sure.values_margin", "sure.values_never", "verdict.find_out", "verdict.find_out_more",
        "verdict.find_out_unknown", "versus.sum",
    ),
    "one and the same number for every case, larger than one": (
        "audit.even", "audit.uneven", "audit.wording_intro", "chapters.groups_intro", "chapters.groups_left_out",
        "futures.none", "futures.rule", "futures.unsure",
        "chapters.people", "chapters.seed", "lens.pair_draws", "messages.case_files.many_pictures",
        "messages.council.no_weighting", "messages.sheets.fits_no_cell", "messages.sheets.many_rows",
        "messages.store.words_short", "messages.workbook.many_cells", "messages.workbook.many_parts",
        "method.futures", "method.verdict_effects",
        "proposals.help_title", "proposals.help_words", "proposals.why_help", "report.people_intro",
        "report.people_too_few", "report_page.people_about", "sure.error", "sure.over_around_help",
        "method.tolerance_intro", "method.tolerance_row", "verdict.varied_themes_none", "verdict.varied_themes_all",
        "verdict.varied_themes_some", "verdict.varied_themes_open", "verdict.varied_criteria_all",
    ),
    "one of a few choices, larger than one": (
        "chapters.equity_head", "who.equity_moves", "who.equity_stays", "who.equity_times",
    ),
    "tens of metres at least": ("chapters.place_metres",),
    "multiplies: 12 hectare keer het bedrag": ("lens.lines_from",),
    "words or a seed fill the gap": ("chapters.shares_how", "report.again_seeds"),
}  # fmt: skip
"""Texts with a number and without forms, by the reason why they need none."""

NO_NOUN = re.compile(r"\(\{count\}\)|: \{count\}(?! \w)|\{count\} (?:van de|van elke|op de|out of|out of every) 100\b")
"""A number in brackets, behind a colon, or out of a hundred."""


def sentences(language: str) -> dict[str, Sentence]:
    """The words of screens and documents, and the messages to planners with the name of their folder before it."""
    messages = catalogue("messages", language)
    return catalogue("words", language) | {f"messages.{key}": sentence for key, sentence in messages.items()}


SENTENCES = {language: sentences(language) for language in LANGUAGES}
KEYS = sorted(SENTENCES["nl"])


def forms(key: str, language: str) -> list[str]:
    """A text in each of its forms, without tags."""
    text = SENTENCES[language][key]
    return [re.sub(r"<[^>]+>", "", said) for said in ([text] if isinstance(text, str) else text.values())]


def counted(key: str) -> bool:
    """Has forms, in one language at least."""
    return any(not isinstance(SENTENCES[language][key], str) for language in LANGUAGES)


def has_number(text: str, language: str) -> bool:
    """A count, or another gap with a plural noun right behind it or one word further."""
    plurals = "|".join(map(re.escape, NOUNS[language].values()))
    text = NO_NOUN.sub("", text)
    return "{count}" in text or re.search(rf"\{{\w+\}} (?:[\w-]+ )?(?:{plurals})\b(?!')", text) is not None


def rendered(key: str, language: str, count: int) -> str:
    """The text with this count; every other gap holds a word without a meaning, or the number where that stands."""
    gaps = {name for said in forms(key, language) for _, name, _, _ in string.Formatter().parse(said) if name}
    values = dict.fromkeys(gaps - {"count"}, "x") | {"count": count}
    values |= {name: count for name in ("number", "hectares", "area") if name in gaps}
    said = form(SENTENCES[language][key], language, values).format(**written(language, values))
    return re.sub(r"<[^>]+>", "", said)


def test_a_text_with_a_number_has_forms_or_a_reason_to_need_none():
    found = {
        key
        for key in KEYS
        if not counted(key) and any(has_number(said, language) for language in NOUNS for said in forms(key, language))
    }
    listed = [key for keys in FIXED.values() for key in keys]
    assert len(set(listed)) == len(listed)
    assert found == set(listed)


def test_every_counted_text_has_the_right_form_behind_0_1_and_2():
    wrong = []
    for language in NOUNS:
        singulars, plurals = ("|".join(map(re.escape, names)) for names in zip(*different(language), strict=True))
        for key in filter(counted, KEYS):
            said = {count: rendered(key, language, count) for count in (0, 1, 2)}
            if re.search(rf"\b1 (?:[\w-]+ )?(?:{plurals})(?![\w'])", said[1]):
                wrong.append(said[1])
            wrong += [
                said[count]
                for count in (0, 2)
                if re.search(rf"\b{count} (?:[\w-]+ )?(?:{singulars})(?![\w'])", said[count])
            ]
    assert not wrong


def test_the_list_of_nouns_names_every_noun_that_is_counted():
    """Otherwise the test above would look at nothing: one of the five words behind each number is in the list."""
    unknown = []
    for language, nouns in NOUNS.items():
        names = "|".join(re.escape(name) for pair in nouns.items() for name in pair)
        for key in KEYS:
            if not isinstance(SENTENCES[language][key], str):
                unknown += [
                    said
                    for said in forms(key, language)
                    if re.search(r"\{(?:count|number)\} \w", said)
                    and not re.search(rf"\{{(?:count|number)\}}(?: \S+){{0,4}}? (?:{names})\b", said)
                ]
    assert not unknown


def different(language: str) -> Iterator[tuple[str, str]]:
    """Nouns of which the two forms differ."""
    return ((one, more) for one, more in NOUNS[language].items() if one != more)


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 alternatieven"), (1, "1 alternatief"), (1234, "1.234 alternatieven")]
)
def test_a_count_picks_the_form_and_is_written_as_people_write_it(count, said):
    assert words("nl")("phone.alternatives", count=count) == said


def test_nothing_may_have_a_form_of_its_own():
    assert words("en")("phone.facts_more", count=0) == "All criteria of this case are in the sum and so here."


def test_a_counted_text_without_its_count_is_an_error():
    with pytest.raises(KeyError):
        words("en")("phone.alternatives")


def test_the_browser_gets_every_form_with_its_language():
    key = next(key for key in KEYS if counted(key) and len(forms(key, "nl")) == 2)
    assert words("nl").for_browser(key) == {"language": "nl"} | dict(
        zip(("one", "other"), forms(key, "nl"), strict=True)
    )
    assert words("nl").for_browser("projector.blanked") == words("nl")("projector.blanked")
