"""Reports on the command line: ``python -m reports CASE [options]``.

CASE is the id of a case that comes with the program, a case folder, a workbook, a zip of a case, or the JSON of an
earlier report. With such JSON the report is made again as it was, and it is said whether every number is the same.

Exit codes: 0 when all is well, 1 when the report cannot be made or a number came out otherwise, 2 when the command was
used wrongly. The names of the files go to the standard output, everything else to the standard error.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from cases import SHIPPED
from cases.definition.model import Case
from cases.reading.case_folder import read_files
from cases.reading.loader import case_from_files
from cases.workbook.archive import LARGEST_FILE
from cases.workbook.checked_upload import read_workbook
from files.problems import CaseError, Problems
from reports.bundle.report_bundle import BundleError, Opened, read_bundle
from reports.content import Content, Depth, NotExportable, Settings
from reports.making.formats import make
from reports.making.request import FORMATS, Format, request
from reports.writers.word.word_template import TemplateError
from texts import DEFAULT_LANGUAGE, LANGUAGES, words
from texts.message import Value, message
from weighing.euros.valuing import EuroChoices
from weighing.people import Person
from weighing.weightings_file import WeightingsError, read_weightings

FINE, FAILED, WRONG_USE = 0, 1, 2
MOST_NAMED = 20


class _WrongUseError(Exception):
    """The command was used wrongly; the key of the words, and what they name."""

    def __init__(self, key: str, **named: str) -> None:
        super().__init__(key)
        self.key, self.named = key, named


def main(arguments: Sequence[str] | None = None) -> int:
    """Make one report and give the exit code."""
    asked = _parser().parse_args(arguments)
    language = asked.lang or DEFAULT_LANGUAGE
    try:
        return _run(asked)
    except _WrongUseError as wrong:
        return _end(asked, WRONG_USE, [_said(language, wrong.key, **wrong.named)])
    except (NotExportable, BundleError) as refused:
        return _end(asked, FAILED, [refused.text.get(language)])
    except TemplateError as refused:
        return _end(asked, FAILED, [refused.message(words(language))])
    except (CaseError, WeightingsError) as error:
        return _end(asked, FAILED, [found.sentence(language) for found in error.problems])
    except OSError as error:
        return _end(asked, WRONG_USE, [_said(language, "system", name=str(error.filename or ""))])


def _run(asked: argparse.Namespace) -> int:
    formats = _formats(asked.format)
    files, case, opened = _case(asked.case)
    settings = _again(asked, opened) if opened else _settings(asked, case)
    template = Path(asked.template).read_bytes() if asked.template else None
    wanted = request(case.id, files, settings, template)
    Content(case, settings)  # says what is wrong before anything is written
    asked.out.mkdir(parents=True, exist_ok=True)
    made = []
    for name in formats:
        file = make(wanted, name)
        path = asked.out / file.name
        path.write_bytes(file.data)
        made.append(str(path))
        if not asked.json:
            print(path)
    lines, code, found = _compared(opened, asked.lang or DEFAULT_LANGUAGE) if opened else ([], FINE, {})
    for line in lines:
        print(line, file=sys.stderr)
    if asked.json:
        print(json.dumps({"ok": code == FINE, "files": made, **found}, ensure_ascii=False))
    return code


def _parser() -> argparse.ArgumentParser:
    about = (__doc__ or "").split("\n\n")
    parser = argparse.ArgumentParser(prog="python -m reports", description=about[1], epilog=about[2])
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--profiles", metavar="ID,ID", default="", help="example profiles to show, or: all")
    parser.add_argument("--weightings", metavar="FILE.csv", help="anonymous weightings with a column group")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the report and of messages (nl)")
    parser.add_argument("--format", metavar="F,F", default="all", help=f"{', '.join(FORMATS)}, or: all")
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path(), help="folder for the files")
    parser.add_argument("--day", metavar="YYYY-MM-DD", help="date on the report (today)")
    parser.add_argument("--depth", choices=get_args(Depth), help="two pages, with the main tables, or all of it (full)")
    parser.add_argument("--euros", action="store_true", help="also what part of the effects comes to in euros")
    parser.add_argument("--requirements-off", metavar="ID,ID", default="", help="hard requirements to leave out")
    parser.add_argument("--template", metavar="FILE.docx", help="Word document for styles, header and footer")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


def _formats(named: str) -> tuple[Format, ...]:
    wanted = _list(named)
    if wanted == ["all"]:
        return FORMATS
    for name in wanted:
        if name not in FORMATS:
            raise _WrongUseError("format", name=name, known=", ".join(FORMATS))
    return tuple(name for name in FORMATS if name in wanted)


def _case(name: str) -> tuple[Mapping[str, bytes], Case, Opened | None]:
    """The case files, the case, and the earlier report when that was given."""
    path = SHIPPED / name if (SHIPPED / name / "case.yaml").is_file() else Path(name)
    if path.is_dir():
        problems = Problems()
        files = read_files(path, problems)
        if problems.listed():
            raise CaseError(path.name, problems.listed())
        return files, case_from_files(files, path.resolve().name), None
    if not path.is_file():
        raise _WrongUseError("absent", name=name)
    if path.stat().st_size > LARGEST_FILE:
        raise _WrongUseError("large", name=name)
    data = path.read_bytes()
    if path.suffix.lower() == ".json":
        opened = read_bundle(data)
        return opened.files, opened.content.case, opened
    read = read_workbook(data, path.name)
    if read.case is None:
        raise CaseError(path.name, read.problems)
    return read.files, read.case, None


def _settings(asked: argparse.Namespace, case: Case) -> Settings:
    known = [profile.id for profile in case.profiles]
    profiles = known if asked.profiles == "all" else _list(asked.profiles)
    _refuse_unknown("profile", profiles, known)
    off = _list(asked.requirements_off)
    _refuse_unknown("requirement", off, [requirement.id for requirement in case.requirements])
    people: tuple[Person, ...] = ()
    if asked.weightings:
        read = read_weightings(Path(asked.weightings).read_bytes(), case, Path(asked.weightings).name)
        people = tuple(Person(group, weighing) for group, weighing in read)
    if not profiles and not people:
        raise _WrongUseError("no_weighting")
    if asked.euros and case.valuation is None:
        raise _WrongUseError("no_euros")
    return Settings(
        language=asked.lang or DEFAULT_LANGUAGE,
        day=_day(asked.day) or date.today(),
        profiles=tuple(profiles),
        people=people,
        euros=EuroChoices() if asked.euros else None,
        requirements_off=tuple(item.id for item in case.requirements if item.id in off),
        depth=asked.depth or "full",
    )


def _again(asked: argparse.Namespace, opened: Opened) -> Settings:
    """The settings of the earlier report; language, day and depth may be asked otherwise."""
    settings = opened.content.settings
    return replace(
        settings,
        language=asked.lang or settings.language,
        day=_day(asked.day) or settings.day,
        depth=asked.depth or settings.depth,
    )


def _compared(opened: Opened, language: str) -> tuple[list[str], int, dict[str, Any]]:
    found = opened.differences()
    if not found:
        return [_said(language, "same", program=opened.program)], FINE, {"differences": []}
    lines = [_said(language, "different", count=len(found), program=opened.program)]
    lines += [_said(language, "because", change=change) for change in opened.method_changes()]
    lines += [
        _said(language, "number", name=item.name, was=str(item.was), now=str(item.now)) for item in found[:MOST_NAMED]
    ]
    return lines, FAILED, {"differences": [vars(item) for item in found]}


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise _WrongUseError("day", name=str(text)) from error


def _refuse_unknown(key: str, named: Sequence[str], known: Sequence[str]) -> None:
    for name in named:
        if name not in known:
            raise _WrongUseError(key, name=name, known=", ".join(known))


def _list(named: str) -> list[str]:
    return [item.strip() for item in named.split(",") if item.strip()]


def _said(language: str, key: str, **named: Value) -> str:
    return message(f"report_commands.{key}", **named).get(language)


def _end(asked: argparse.Namespace, code: int, lines: Sequence[str]) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    if asked.json:
        print(json.dumps({"ok": False, "problems": lines}, ensure_ascii=False))
    return code
