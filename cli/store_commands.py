"""``python -m cases own``: what whoever runs the server may need to do with own cases."""

import argparse
import sys
from typing import Any

from cases.store.configuration import ConfigurationError
from cases.store.store_errors import StoreError
from cases.store.store_records import About
from cases.store.this_store import own_cases
from cli.one_form import Parser, Spoken, as_json, problem, words
from texts import Told
from texts.message import Joined, message

FINE, WRONG_USE = 0, 2


def add(commands: Any, shared: Parser, language: str) -> None:
    """Add ``own list`` and ``own new-key`` to the parser of ``python -m cases``, with help in a language."""

    def said(key: str) -> str:
        return words(f"store_{key}", language)

    own = commands.add_parser("own", help=said("own"), language=language).add_subparsers(
        dest="own_command", required=True, title=words("commands", language)
    )
    own.add_parser("list", parents=[shared], help=said("list"), language=language)
    new_key = own.add_parser("new-key", parents=[shared], help=said("new_key"), language=language)
    new_key.add_argument("case", metavar="CASE")


def run(asked: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code."""
    try:
        found, lines = _list(asked.lang) if asked.own_command == "list" else _new_key(asked.case, asked.lang)
    except ConfigurationError as error:
        detail = str(error)
        return _refused(asked, Spoken(lambda _: detail))
    except StoreError as error:
        return _refused(asked, error.text)
    print(as_json(True, **found) if asked.json else lines)
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


def _refused(asked: argparse.Namespace, why: Told) -> int:
    print(why.get(asked.lang), file=sys.stderr)
    if asked.json:
        print(as_json(False, problems=[problem(why)]))
    return WRONG_USE
