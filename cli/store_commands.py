"""``python -m cases own``: what whoever runs the server may need to do with own cases."""

import argparse
import json
import sys
from typing import Any

from cases.store.configuration import ConfigurationError
from cases.store.store_errors import StoreError
from cases.store.store_records import About
from cases.store.this_store import own_cases
from texts.message import Joined, message

FINE, WRONG_USE = 0, 2


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add ``own list`` and ``own new-key`` to the parser of ``python -m cases``."""
    own = commands.add_parser("own", help="own cases on this server: list, new-key").add_subparsers(
        dest="own_command", required=True
    )
    own.add_parser("list", parents=[shared], help="list the own cases and how they stand")
    new_key = own.add_parser("new-key", parents=[shared], help="make another management key, for when it was lost")
    new_key.add_argument("case", metavar="CASE")


def run(asked: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code."""
    try:
        found, lines = _list(asked.lang) if asked.own_command == "list" else _new_key(asked.case, asked.lang)
    except ConfigurationError as error:
        return _refused(asked, str(error))
    except StoreError as error:
        return _refused(asked, error.text.get(asked.lang))
    print(json.dumps({"ok": True, **found}, ensure_ascii=False) if asked.json else lines)
    return FINE


def _list(language: str) -> tuple[dict[str, Any], str]:
    every = own_cases().every()
    cases = [
        {
            "case_id": about.case_id,
            "published": about.published,
            "frozen": about.frozen,
            "last_day": None if about.last_day is None else about.last_day.isoformat(),
        }
        for about in every
    ]
    lines = [_line(about, language) for about in every] or [message("store_commands.none").get(language)]
    return {"cases": cases}, "\n".join(lines)


def _new_key(case_id: str, language: str) -> tuple[dict[str, Any], str]:
    found = {"case_id": case_id, "key": own_cases().new_key(case_id)}
    return found, message("store_commands.key", **found).get(language)


def _line(about: About, language: str) -> str:
    parts = [message("store_commands.draft")]
    if about.published is not None:
        parts = [message("store_commands.published", number=about.published)]
    if about.frozen is not None:
        parts.append(message("store_commands.frozen", why=about.frozen))
    if about.deleted is not None:
        parts.append(message("store_commands.deleted", day=str(about.last_day)))
    return f"{about.case_id}: {Joined(tuple(parts), '; ').get(language)}"


def _refused(asked: argparse.Namespace, why: str) -> int:
    print(why, file=sys.stderr)
    if asked.json:
        print(json.dumps({"ok": False, "error": why}, ensure_ascii=False))
    return WRONG_USE
