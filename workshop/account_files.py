"""The account of a session as files: all of it as JSON, its lines as CSV, and as a round of input for its case."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from cases.definition.model import Case
from cases.definition.participation import Account, Comment, CommentKind, RoundOfInput
from cases.workbook.yaml_text import yaml_text
from files.fields import CASE_LANGUAGES, Text
from files.looks import looks_like_formula
from texts import words
from workshop.account_parts import AccountPart, account_parts
from workshop.frozen_cases import frozen_files, packed
from workshop.room_store import RoomStore, Session

LONGEST_COMMENTS = 200
"""Of a round, as a case can hold them."""
KINDS: Mapping[str, CommentKind] = {"dissent": "disagreement", "parked": "question", "note": "story", "reason": "story"}
"""What words of a session are among the input of a case."""


def account_json(facts: Mapping[str, Any]) -> bytes:
    """The account whole, for other programs."""
    return (json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def account_csv(facts: Mapping[str, Any], case: Case, language: str) -> bytes:
    """AccountPart and line, as they are read on screen; nothing in it is calculated by a spreadsheet program."""
    text = words(language)
    whole = io.StringIO()
    sheet = csv.writer(whole, lineterminator="\r\n")
    sheet.writerow([text("room_account.column_part"), text("room_account.column_line")])
    for part in account_parts(facts, case, text):
        for line in (*part.lines, *(quote.words for quote in part.quotes)):
            sheet.writerow([_plain(part.title), _plain(line)])
    return whole.getvalue().encode("utf-8-sig")


def account_yaml(facts: Mapping[str, Any], case: Case) -> bytes:
    """The file account.yaml of the case, with this session as its last round; the report then tells of it."""
    new = round_of(facts, case)
    if case.account is None:
        about = _both(lambda language: words(language)("room_account.round_by"))
        account = Account(format=1, about=about, rounds=(new,))
    else:
        rounds = (*(item for item in case.account.rounds if item.id != new.id), new)
        account = case.account.model_copy(update={"rounds": rounds})
    return yaml_text(account.model_dump(mode="json", exclude_none=True)).encode()


def case_with_account(store: RoomStore, room: Session, facts: Mapping[str, Any]) -> bytes:
    """The case of the session as a zip that Eigen zaak reads, with this session in its account of participation."""
    files = frozen_files(store.engine, room.case_id, room.case_version)
    return packed({**files, "account.yaml": account_yaml(facts, store.case(room))})


def round_of(facts: Mapping[str, Any], case: Case) -> RoundOfInput:
    """The session as a round of input: what was asked, who came and who was missing, what came back, what was done."""
    parts = {language: _by_id(account_parts(facts, case, words(language))) for language in CASE_LANGUAGES}

    def lines(key: str) -> Text:
        return _both(lambda language: " ".join(map(_ended, parts[language][key].lines)))

    asked = [item["step"] for item in facts["steps"] if "question" in item]
    done = Text(**dict.fromkeys(CASE_LANGUAGES, " ".join(facts["done"].split()))) if facts["done"] else None
    shown = [part for key, part in parts[CASE_LANGUAGES[0]].items() if key.startswith("shown_")]
    told = [
        Comment(text=_both(lambda language, key=part.id: _told(parts[language][key])), kind="story", done=done)
        for part in shown
    ]
    said = [
        Comment(text=Text(**{_case_language(item["language"]): item["words"]}), kind=KINDS[item["kind"]], done=done)
        for item in sorted(facts["said"], key=lambda item: (item["kind"] == "reason", item["number"]))
    ]
    return RoundOfInput(
        id=f"session_{facts['code'].lower()}",
        label=Text(**dict.fromkeys(CASE_LANGUAGES, facts["title"])),
        day_or_period=_both(lambda language: parts[language]["about"].lines[1 if facts["rehearsal"] else 0]),
        asked=_both(lambda language: words(language).listed([words(language)(f"room.step_{key}") for key in asked])),
        invited=lines("invited"),
        took_part=lines("joined"),
        people=facts["joined"]["all"],
        missing=lines("missing"),
        comments=(*told, *said)[:LONGEST_COMMENTS],
    )


def _told(part: AccountPart) -> str:
    return f"{part.title}. {' '.join(map(_ended, part.lines))}"


def _by_id(parts: tuple[AccountPart, ...]) -> dict[str, AccountPart]:
    return {part.id: part for part in parts}


def _both(said: Any) -> Text:
    return Text(**{language: said(language) for language in CASE_LANGUAGES})


def _case_language(found: str) -> str:
    return found if found in CASE_LANGUAGES else CASE_LANGUAGES[0]


def _ended(line: str) -> str:
    return line if line.endswith((".", "?", "!")) else f"{line}."


def _plain(cell: str) -> str:
    """A text that a spreadsheet program would calculate gets a quote in front."""
    return f"'{cell}" if looks_like_formula(cell) else cell
