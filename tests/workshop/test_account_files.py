"""The account in words and as files: every stage is told, nothing is calculated, and the report tells of it."""

import csv
import io
import json
import zipfile

import pytest

from cases.reading.loader import case_from_files
from tests.workshop.evening import Evening
from texts import LANGUAGES, words
from workshop.account import Accounts
from workshop.account_files import account_csv, account_json, case_with_account
from workshop.account_parts import DID, account_parts
from workshop.account_results import RESULT_LINES
from workshop.room_state import DOES
from workshop.script import STAGES

FORMULA = '=HYPERLINK("http://x";"y")'


@pytest.fixture
def told(store, case, files) -> Evening:
    """An evening in which everything that can be shown was shown."""
    evening = Evening(
        store, case, files, asks_who=True, areas=("Oost",), invited=FORMULA, shares={"area": {"Oost": 40}}
    )
    evening.lead("begin")
    tokens = [evening.taking.join(evening.code) for _ in range(16)]
    for place, token in enumerate(tokens):
        evening.answer(token, "attendance", {"area": "Oost", "age": "25_44"})
        for question in ("gut", "weigh", "second"):
            if place == 0:
                evening.lead("jump", step=question)
                evening.lead("open")
            body = evening.points(*((10, 100, 100) if place < 8 else (100, 10, 10)))
            first = case.alternatives[0].id
            evening.answer(token, question, {"choice": first} if question == "gut" else body)
    evening.answer(tokens[3], body={**evening.points(10), "said": FORMULA}, on=1)
    evening.sayings.judge(evening.code, evening.secret, evening.sayings.all(evening.code, evening.secret)[0].id, "kept")
    evening.sayings.write(evening.code, evening.secret, "dissent", "Weeg grond <b>niet</b>", "nl")
    for question in ("attendance", "gut", "weigh", "second"):
        evening.lead("close", question=question)
    for stage in STAGES[:9]:
        evening.lead("reveal", stage=stage)
    evening.lead("end")
    return evening


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_was_shown_is_told_in_words(told, language):
    facts = Accounts(told.store).read(told.code)
    parts = account_parts(facts, told.case, words(language))
    assert {f"shown_{stage}" for stage in STAGES[1:9]} <= {part.id for part in parts}
    assert all(part.lines or part.quotes for part in parts)
    assert not [line for part in parts for line in part.lines if "{" in line or ": None" in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_named_before_there_are_plans_is_told_too(store, case, files, language):
    evening = Evening(store, case, files, kind="values")
    evening.lead("begin")
    tokens = [evening.taking.join(evening.code) for _ in range(8)]
    for question, answer in (
        ("name", {"values": [{"topic": "", "words": "rust"}, {"topic": "later.natural_capital", "words": ""}]}),
        ("mark", {"marks": {"later.natural_capital": {"figure": True, "limit": True}, "said.1": {"limit": True}}}),
    ):
        evening.lead("jump", step=question)
        evening.lead("open")
        for token in tokens:
            evening.answer(token, question, answer)
        evening.lead("close")
    for stage in STAGES[9:]:
        evening.lead("reveal", stage=stage)
    evening.lead("end")
    parts = account_parts(Accounts(store).read(evening.code), case, words(language))
    assert {f"shown_{stage}" for stage in STAGES[9:]} <= {part.id for part in parts}


def test_every_stage_and_every_command_has_words():
    assert {*RESULT_LINES} == {*STAGES} - {"who_came"}
    assert {*DID} == {*DOES}


def test_the_files_hold_the_account_alone_and_nothing_that_is_calculated(told):
    facts = Accounts(told.store).read(told.code)
    assert json.loads(account_json(facts)) == facts
    for language in LANGUAGES:
        rows = list(csv.reader(io.StringIO(account_csv(facts, told.case, language).decode("utf-8-sig"))))
        assert {len(row) for row in rows} == {2}
        assert sum(FORMULA in row[1] for row in rows) == 2
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_the_case_with_the_account_is_a_sound_case_whose_report_tells_of_the_session(told):
    Accounts(told.store).fill_in(told.code, told.secret, "Twee wensen\nstaan in het plan.", None)
    facts = Accounts(told.store).read(told.code)
    with zipfile.ZipFile(io.BytesIO(case_with_account(told.store, told.room, facts))) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    case = case_from_files(files)
    added = case.account.rounds[-1]
    assert added.id == f"session_{told.code.lower()}"
    assert added.people == 16
    assert {item.text.get("nl") for item in added.comments} >= {FORMULA, "Weeg grond <b>niet</b>"}
    assert {item.done.get("en") for item in added.comments} == {"Twee wensen staan in het plan."}
    before = told.case.account.rounds if told.case.account else ()
    assert case.account.rounds[:-1] == before


def test_a_question_that_was_put_and_not_added_up_is_not_called_a_question_that_was_not_put(store, case, files, clock):
    for asks_who, key in ((True, "not_counted"), (False, "not_asked")):
        evening = Evening(store, case, files, asks_who=asks_who)
        evening.lead("begin")
        clock.later(days=31)
        evening.leading.purge()
        parts = {part.id: part.lines for part in account_parts(Accounts(store).read(evening.code), case, words("nl"))}
        assert parts["missing"] == (words("nl")(f"room_account.{key}"),)
