"""``python -m cases session``: prepare and rehearse a live session, and remove what is too old."""

import argparse
import sys
from pathlib import Path
from typing import Any

from cases.reading.case_folder import read_files
from cases.reading.loader import case_from_files
from cases.store.store_errors import StoreError
from cli.one_form import Parser, as_json, problem, words
from files.problems import Problems
from texts import Told
from texts.message import message
from workshop.frozen_cases import files_now
from workshop.plan import plan_of
from workshop.rehearsing import USUAL, let_made_up_join
from workshop.script import KINDS
from workshop.this_rooms import leading, room_store

FINE, WRONG_USE = 0, 2


def add(commands: Any, shared: Parser, language: str) -> None:
    """Add ``session prepare``, ``rehearse`` and ``purge`` to ``python -m cases``, with help in a language."""

    def said(key: str) -> str:
        return words(f"session_{key}", language)

    session = commands.add_parser("session", help=said("about"), language=language).add_subparsers(
        dest="session_command", required=True, title=words("commands", language)
    )
    prepare = session.add_parser("prepare", parents=[shared], help=said("prepare"), language=language)
    prepare.add_argument("case", metavar="CASE", help=said("case"))
    prepare.add_argument("--title", help=said("title"))
    prepare.add_argument("--kind", choices=KINDS, default=KINDS[0], help=said("kind"))
    prepare.add_argument("--phrase", default="", help=said("phrase"))
    rehearse = session.add_parser("rehearse", parents=[shared], help=said("rehearse"), language=language)
    rehearse.add_argument("code", metavar="CODE", help=said("code"))
    rehearse.add_argument("--people", type=int, default=USUAL, metavar="N", help=said("people"))
    session.add_parser("purge", parents=[shared], help=said("purge"), language=language)


def run(asked: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code. A case that is not sound raises CaseError."""
    try:
        found, told = {"prepare": _prepare, "rehearse": _rehearse, "purge": _purge}[asked.session_command](asked)
    except StoreError as error:
        print(error.text.get(asked.lang), file=sys.stderr)
        if asked.json:
            print(as_json(False, problems=[problem(error.text)]))
        return WRONG_USE
    print(as_json(True, **found) if asked.json else told.get(asked.lang))
    return FINE


def _prepare(asked: argparse.Namespace) -> tuple[dict[str, Any], Told]:
    folder = Path(asked.case)
    files = dict(read_files(folder, Problems())) if folder.is_dir() else files_now(asked.case)
    case = case_from_files(files)
    plan = plan_of({"title": asked.title or case.title.get(asked.lang), "kind": asked.kind})
    made = leading().prepare(case, files, plan, asked.phrase)
    found = {"code": made.code, "join": f"s/{made.code}", "wall": f"zaal/{made.code}"}
    found["desk"] = f"leid/{made.code}#{made.secret}"
    return found, message("session_commands.prepared", **found)


def _rehearse(asked: argparse.Namespace) -> tuple[dict[str, Any], Told]:
    let_made_up_join(room_store(), asked.code, asked.people)
    return {"people": asked.people}, message("session_commands.rehearsed", count=asked.people)


def _purge(asked: argparse.Namespace) -> tuple[dict[str, Any], Told]:
    many = leading().purge()
    return {"sessions": many}, message("session_commands.purged", count=many)
