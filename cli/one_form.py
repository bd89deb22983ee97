"""What every command line has in common: one form of JSON, and help in the language that was asked for.

With ``--json`` one object goes to the standard output, whatever the command and however it ends: ``ok`` (true or
false), ``problems`` (why not: each with ``text`` in every language, and its place where it has one), ``notes`` (what
one should know), ``made`` (paths of files and folders that were written), and what the command itself found.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from cases.workbook.cell_places import CellProblem
from files.problems import Problem
from texts import DEFAULT_LANGUAGE, LANGUAGES, Told, in_all
from texts.message import message


@dataclass(frozen=True)
class Spoken:
    """Words that are made when a language is asked for."""

    say: Callable[[str], str]

    def get(self, language: str) -> str:
        """The words in a language."""
        return self.say(language)


def as_json(
    ok: bool,
    *,
    problems: Iterable[dict[str, Any]] = (),
    notes: Iterable[Told] = (),
    made: Iterable[str] = (),
    **found: Any,
) -> str:
    """The one object that a command prints."""
    told = {"ok": ok, "problems": list(problems), "notes": [in_all(note) for note in notes], "made": list(made)}
    return json.dumps({**told, **found}, ensure_ascii=False)


def problem(told: Told, **place: Any) -> dict[str, Any]:
    """Something that is wrong, with its place where it has one."""
    return {**place, "text": in_all(told)}


def of_file(found: Problem | CellProblem) -> dict[str, Any]:
    """A problem with a file and a line, or with a sheet and a cell."""
    if isinstance(found, Problem):
        return problem(found.text, file=found.file, line=found.line)
    place = {key: value for key, value in vars(found).items() if key != "text"}
    return problem(found.text, **place, cell=found.cell)


def language_in(arguments: Sequence[str]) -> str:
    """The language that is asked for, before the arguments are read: help and mistakes are in it too."""
    for place, argument in enumerate(arguments):
        name, _, given = argument.partition("=")
        if name == "--lang":
            asked = given or next(iter(arguments[place + 1 : place + 2]), "")
            return asked if asked in LANGUAGES else DEFAULT_LANGUAGE
    return DEFAULT_LANGUAGE


def words(key: str, language: str, **values: str) -> str:
    """A sentence of the help; a percent sign in it is one, not a place of argparse."""
    return message(f"command_help.{key}", **values).get(language).replace("%", "%%")


class Parser(argparse.ArgumentParser):
    """A parser whose help has headings of ours."""

    def __init__(self, *, language: str = DEFAULT_LANGUAGE, **more: Any) -> None:
        super().__init__(**{**more, "add_help": False})
        self.language = language
        self._positionals.title = words("arguments", language)
        self._optionals.title = words("options", language)
        if more.get("add_help", True):
            self.add_argument("-h", "--help", action="help", help=words("help", language))

    def format_usage(self) -> str:
        """How to use it, in a line."""
        return self._renamed(super().format_usage())

    def format_help(self) -> str:
        """All of the help."""
        return self._renamed(super().format_help())

    def error(self, said: str) -> NoReturn:
        """Use was wrong: says how it is meant, and ends with exit code 2."""
        self.exit(2, f"{self.format_usage()}{words('wrong', self.language, said=said).replace('%%', '%')}\n")

    def _renamed(self, text: str) -> str:
        usage = words("usage", self.language)
        return f"{usage}: {text.removeprefix('usage: ')}"
