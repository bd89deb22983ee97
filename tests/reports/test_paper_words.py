"""Paper says what paper can: nothing to press, open or point at, and whatever is counted stands somewhere by name."""

import re
from datetime import date

import pytest

from cases import SHIPPED
from reports.chapters import summary_open
from reports.content import Content, Settings
from reports.document import document
from reports.proposal.raadsvoorstel import council_proposal
from tests.budget import LONG
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.reports.report_case import FAST, SURE, people, plainly
from texts import LANGUAGES, words
from texts.glossary import terms
from weighing.euros.valuing import EuroChoices
from weighing.weighing import OWN, Weighing

CASES = [loaded(path.parent) for path in sorted(SHIPPED.glob("*/case.yaml"))]
CASES += [loaded(GOOD), loaded(GOOD.parent / "ten_plans")]
SECTIONS = ("report.", "chapters.", "proposal_text.")
"""Texts that only documents have: all of them are looked at, also those that no case of ours calls for."""
SCREEN = {
    "nl": re.compile(
        r"klik|\btik(?!\w*stof)|\bdruk op|knop|\bschuif|\bscherm\b|\bpagina\b|venster|tabblad|klap |vouw|u opent"
        r"|\blaad\b|\blink\b|browser|\bmuis|wijs \w+ aan|onder de streep",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"click|\btap\b|\bpress\b|button|slider|\bscreen|\bpage\b|window|\btab\b|unfold|you open|\bload\b|the link"
        r"|browser|\bmouse|point at|hover",
        re.IGNORECASE,
    ),
}
COUNTED = {"nl": re.compile(r"\ben nog [\d.]+\b(?! \(?in )"), "en": re.compile(r"\band [\d,]+ more\b(?! \(?in )")}


class Asked(dict):
    """Texts that remember which were looked up."""

    def __init__(self, texts) -> None:
        super().__init__(texts)
        self.keys_asked: set[str] = set()

    def __getitem__(self, key):
        self.keys_asked.add(key)
        return super().__getitem__(key)


def contents(case, language):
    """The report in every depth, with people and euros, and with weights that leave out or do not know a theme."""
    first, *rest = [theme.id for theme in case.themes]
    unsure = Weighing(OWN, dict.fromkeys(rest, 100.0), {}, unsure=frozenset({first}))
    euro = EuroChoices("true_price_2025") if case.valuation is not None else None
    room = people("K", (FAST, 7)) + people("D", (SURE, 8)) if case.id == loaded(GOOD).id else ()
    profiles = tuple(profile.id for profile in case.profiles)[:2]
    for depth in ("summary", "council", "full"):
        yield Content(
            case, Settings(language, date(2026, 11, 21), profiles, own=unsure, people=room, depth=depth, euros=euro)
        )


def cases_in(language):
    """Every case in one of the languages; in the long run in both."""
    return CASES if LONG else CASES[LANGUAGES.index(language) :: len(LANGUAGES)]


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request):
    """Per language every report with its document, all documents as text, and the texts of ours they are made of."""
    language = request.param
    ours = words(language)
    asked, kept = Asked(ours.texts), ours.texts
    ours.texts = asked
    try:
        reports = [(found, document(found)) for case in cases_in(language) for found in contents(case, language)]
        said = [plainly(made) for found, whole in reports for made in (whole, council_proposal(found))]
    finally:
        ours.texts = kept
    return language, reports, said, asked


def test_no_text_of_ours_in_a_document_tells_one_to_press_or_open_or_look_at_a_screen(printed):
    language, _, _, asked = printed
    assert len(asked.keys_asked) > 500
    keys = asked.keys_asked | {key for key in asked if key.startswith(SECTIONS)}
    shown = {key: " ".join(_forms(asked, key)) for key in sorted(keys)} | dict(terms(language))
    assert not {key: said for key, said in shown.items() if SCREEN[language].search(said)}


def _forms(texts: dict, key: str) -> list[str]:
    text = dict.__getitem__(texts, key)
    return [text] if isinstance(text, str) else list(text.values())


def test_what_is_counted_in_a_document_is_named_or_said_where_it_stands(printed):
    language, _, found, _ = printed
    assert not {match[0] for said in found for match in COUNTED[language].finditer(said)}
    place = words(language)("report.in_full")
    assert any(place in said for said in found)


def test_the_rest_of_a_list_is_in_a_chapter_that_this_report_has(printed):
    language, reports, *_ = printed
    text = words(language)
    longer = [(found, whole) for found, whole in reports if found.settings.depth != "summary"]
    assert longer
    for found, whole in longer:
        titles = {section.title for section in whole.sections}
        for chapter in (text("gap.title"), text("effects.stories"), text("effects.title")):
            assert chapter in summary_open.elsewhere(found, "report.more", 3, chapter)
            assert chapter in titles
