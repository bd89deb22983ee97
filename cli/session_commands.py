"""``python -m cases session``: prepare a live session from the command line, and remove what is too old."""

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
from workshop.script import KINDS
from workshop.this_rooms import leading

FINE, WRONG_USE = 0, 2


def add(commands: Any, shared: Parser, language: str) -> None:
    """Add ``session prepare`` and ``session purge`` to the parser of ``python -m cases``, with help in a language."""

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
    session.add_parser("purge", parents=[shared], help=said("purge"), language=language)


def run(asked: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code. A case that is not sound raises CaseError."""
    try:
        found, told = _prepare(asked) if asked.session_command == "prepare" else _purge()
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


def _purge() -> tuple[dict[str, Any], Told]:
    many = leading().purge()
    return {"sessions": many}, message("session_commands.purged", count=many)
