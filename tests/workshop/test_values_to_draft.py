"""Before there are plans: what a room was shown becomes a draft case, and nothing in it is a share of anybody."""

import re
from datetime import date

import pytest

from cases.reading.loader import case_from_files
from cases.workbook.yaml_text import yaml_text
from tests.workshop.evening import Evening
from weighing.soundness import findings
from workshop.room_errors import AnswerError, CaseLacksError, StepError
from workshop.sayings import sayings_of
from workshop.values_to_draft import draft_files, draft_of_room

BARE = {
    "case.yaml": yaml_text(
        {"format": 1, "id": "de_wei", "state": "draft", "version_date": "2026-11-30", "title": {"nl": "De wei"}}
    ).encode()
}
HEALTH, NATURE, ABROAD = "here_now.health", "later.natural_capital", "elsewhere.trade_and_aid"


@pytest.fixture
def meadow(store) -> Evening:
    """A session about a draft with nothing but a title, in which eight people named and marked."""
    evening = Evening(store, case_from_files(BARE), BARE, kind="values", title="De wei van straks")
    evening.begun("name")
    tokens = [evening.taking.join(evening.code) for _ in range(8)]
    for number, token in enumerate(tokens):
        own = [{"topic": "", "words": "de oude eik"}] if number == 3 else []
        topics = [{"topic": HEALTH}, *([{"topic": NATURE}] if number % 2 else [])]
        evening.answer(token, "name", {"values": [*topics, *own]})
    evening.lead("close")
    evening.tokens = tokens
    return evening


def marked(evening: Evening) -> None:
    evening.lead("jump", step="mark")
    evening.lead("open")
    said = [item for item in sayings_of(evening.store, evening.room.id, "shown") if item.question == "name"]
    for token in evening.tokens:
        marks = {HEALTH: {"figure": True}, NATURE: {"limit": True, "words": "minstens de helft"}}
        marks |= {f"said.{item.id}": {"limit": True} for item in said}
        evening.answer(token, "mark", {"marks": marks})
    evening.lead("close")
    evening.lead("jump", step="marks")
    evening.lead("reveal", stage="marks")


def test_what_was_shown_becomes_a_draft_that_opens(meadow):
    meadow.lead("reveal", stage="values_named")
    (saying,) = sayings_of(meadow.store, meadow.room.id)
    meadow.sayings.judge(meadow.code, meadow.secret, saying.id, "shown")
    marked(meadow)
    files = draft_of_room(meadow.store, meadow.room, "nl")
    case = case_from_files(files)
    assert (case.state, case.title.get("nl"), case.alternatives) == ("draft", "De wei van straks", ())
    assert [theme.id for theme in case.themes] == ["here_now_health", "later_natural_capital", "own_words"]
    assert [(item.theme, item.label.get("nl")) for item in case.criteria] == [
        ("here_now_health", "Gezondheid: cijfer nog te kiezen"),
        ("own_words", "de oude eik"),
    ]
    assert not case.summed
    notes = [note.text.get("nl") for note in case.not_counted]
    assert [note.partition(":")[0] for note in notes] == [
        "Grens bij Natuurlijk kapitaal (voor later)",
        "Grens bij de oude eik",
    ]
    assert case.notice.title.get("nl") == "Gewenst beeld"
    assert "de oude eik" in case.notice.text.get("nl")
    assert not case.requirements
    assert set(files) == {"case.yaml", "performances.csv", "sources.csv"}  # no profiles: nothing here is a weighting
    assert findings(case) == ()


def test_own_words_are_in_no_draft_before_somebody_showed_them(meadow):
    meadow.lead("reveal", stage="values_named")
    assert b"eik" not in draft_of_room(meadow.store, meadow.room, "nl")["case.yaml"]


def test_of_what_the_room_did_not_see_no_draft_is_made(meadow):
    with pytest.raises(StepError) as told:
        draft_of_room(meadow.store, meadow.room, "nl")
    assert told.value.text.key == "room.nothing_to_draft"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_in_a_draft_is_a_weight(language, case):
    topics = {HEALTH: 9, NATURE: 7, ABROAD: 1}
    marks = {HEALTH: {"figure": 3, "limit": 1}, ABROAD: {"figure": 1, "limit": 9}}
    files = draft_files(
        case_from_files(BARE), "De wei", date(2026, 11, 30), language, {"n": 9, "topics": topics}, marks, []
    )
    whole = b"".join(files.values()).decode()
    assert not re.search(r"gewicht|weight|punten|points|profile", whole)
    found = case_from_files(files)
    assert len(found.themes) == 3
    assert [item.time_place for item in found.criteria] == ["now", "elsewhere"]
    full = draft_files(case, "Haven", date(2026, 11, 30), language, {"n": 9, "topics": topics}, marks, [])
    assert case_from_files(full).question == case.question


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("name", {"values": [{"topic": "Jan de Vries"}]}),
        ("name", {"values": [{"topic": ["here_now.health"]}]}),
        ("mark", {"marks": {"Jan de Vries": {"limit": True}}}),
        ("mark", {"marks": {"said.01": {"limit": True}}}),
    ],
)
def test_no_name_of_ones_own_reaches_the_wall_unread(meadow, question, body):
    meadow.lead("jump", step=question)
    meadow.lead("open")
    with pytest.raises(AnswerError):
        meadow.answer(meadow.tokens[0], question, body, on=1)


def test_a_case_without_plans_can_only_be_named_in(store):
    with pytest.raises(CaseLacksError):
        Evening(store, case_from_files(BARE), BARE)
