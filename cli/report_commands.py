"""Reports on the command line: ``python -m reports CASE [options]``.

CASE is the id of a case that comes with the program, a case folder, a workbook, a zip of a case, or the JSON of an
earlier report. With such JSON the report is made again as it was, and it is said whether every number is the same.

Exit codes: 0 when all is well, 1 when the report cannot be made or a number came out otherwise, 2 when the command was
used wrongly. The names of the files go to the standard output, everything else to the standard error.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from cases import SHIPPED
from cases.definition.model import Case
from cases.reading.case_folder import read_files, unchecked_beside
from cases.reading.loader import case_from_files
from cases.workbook.archive import LARGEST_FILE
from cases.workbook.cell_places import CellProblem
from cases.workbook.checked_upload import read_workbook
from cli.one_form import Parser, Spoken, as_json, language_in, of_file, problem
from cli.one_form import words as help_words
from files.problems import CaseError, Problem, Problems
from reports.bundle.report_bundle import BundleError, Opened, read_bundle
from reports.content import Content, Depth, NotExportable, Settings
from reports.making.formats import file_name, has_charts, make
from reports.making.request import FORMATS, Format, request
from reports.proposal.form_fields import FIELDS, by_tag
from reports.proposal.template_tags import tags
from reports.writers.word.word_template import TemplateError, check_template
from texts import DEFAULT_LANGUAGE, LANGUAGES, Told, words
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
        self.told = _message(key, **named)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make one report and give the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    asked = _parser(language_in(given)).parse_args(given)
    try:
        return _run(asked)
    except _WrongUseError as wrong:
        return _end(asked, WRONG_USE, [wrong.told])
    except (NotExportable, BundleError) as refused:
        return _end(asked, FAILED, [refused.text])
    except TemplateError as refused:
        fault = refused
        return _end(asked, FAILED, [Spoken(lambda language: fault.message(words(language)))])
    except (CaseError, WeightingsError) as error:
        return _end(asked, FAILED, error.problems)
    except OSError as error:
        return _end(asked, WRONG_USE, [_message("system", name=str(error.filename or ""))])


def _run(asked: argparse.Namespace) -> int:
    formats = _formats(asked.format)
    files, case, opened = _case(asked.case)
    settings = _again(asked, opened) if opened else _settings(asked, case)
    template = Path(asked.template).read_bytes() if asked.template else None
    notes = _template_notes(template, settings.language)
    wanted = request(case.id, files, settings, template)
    Content(case, settings)  # says what is wrong before anything is written
    if "charts" in formats and not has_charts(wanted):
        if len(formats) == 1:
            raise _WrongUseError("no_charts")
        formats = tuple(name for name in formats if name != "charts")
    for name in formats:
        if (asked.out / file_name(wanted, name)).exists():
            raise _WrongUseError("there", name=str(asked.out / file_name(wanted, name)))
    asked.out.mkdir(parents=True, exist_ok=True)
    made = []
    for name in formats:
        file = make(wanted, name)
        path = asked.out / file.name
        with path.open("xb") as written:
            written.write(file.data)
        made.append(str(path))
        if not asked.json:
            print(path)
    compared, code, found = _compared(opened) if opened else ([], FINE, {})
    notes += compared
    for note in notes:
        print(note.get(asked.lang or DEFAULT_LANGUAGE), file=sys.stderr)
    if asked.json:
        print(as_json(code == FINE, notes=notes, made=made, **found))
    return code


def _parser(language: str) -> Parser:
    def said(key: str, **values: str) -> str:
        return help_words(f"report_{key}", language, **values)

    parser = Parser(language=language, prog="python -m reports", description=said("about"), epilog=said("codes"))
    parser.add_argument("case", metavar="CASE", help=said("case"))
    parser.add_argument("--profiles", metavar="ID,ID", default="", help=said("profiles"))
    parser.add_argument("--weightings", metavar="FILE.csv", help=said("weightings"))
    parser.add_argument("--lang", choices=LANGUAGES, help=said("lang"))
    parser.add_argument("--format", metavar="F,F", default="all", help=said("format", known=", ".join(FORMATS)))
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path(), help=said("out"))
    parser.add_argument("--day", metavar="YYYY-MM-DD", help=said("day"))
    parser.add_argument("--depth", choices=get_args(Depth), help=said("depth"))
    parser.add_argument("--euros", action="store_true", help=said("euros"))
    parser.add_argument("--reference", metavar="ID", help=said("reference"))
    parser.add_argument("--requirements-off", metavar="ID,ID", default="", help=said("requirements"))
    parser.add_argument("--field", metavar="NAME=TEXT", action="append", default=[], help=said("field"))
    parser.add_argument(
        "--confidential", metavar="F,F", default="", help=said("confidential", known=", ".join(FORMATS))
    )
    parser.add_argument("--template", metavar="FILE.docx", help=said("template"))
    parser.add_argument("--json", action="store_true", help=help_words("json", language))
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
    read = read_workbook(data, path.name, unchecked_beside(path.parent))
    if read.case is None:
        raise CaseError(path.name, read.problems)
    return read.files, read.case, None


def _settings(asked: argparse.Namespace, case: Case) -> Settings:
    known = [profile.id for profile in case.profiles]
    profiles = known if asked.profiles == "all" else _list(asked.profiles)
    _refuse_unknown("profile", profiles, known)
    _refuse_unknown("reference", _list(asked.reference or ""), [item.id for item in case.alternatives])
    off = _list(asked.requirements_off)
    _refuse_unknown("requirement", off, [requirement.id for requirement in case.requirements])
    people: tuple[Person, ...] = ()
    if asked.weightings:
        read = read_weightings(Path(asked.weightings).read_bytes(), case, Path(asked.weightings).name)
        people = tuple(Person(group, weighing) for group, weighing in read)
    if not profiles and not people:
        raise _WrongUseError("no_weighting")
    if asked.euros and not case.has_amounts:
        raise _WrongUseError("no_euros")
    return Settings(
        language=asked.lang or DEFAULT_LANGUAGE,
        day=_day(asked.day) or date.today(),
        profiles=tuple(profiles),
        people=people,
        euros=EuroChoices() if asked.euros else None,
        requirements_off=tuple(item.id for item in case.requirements if item.id in off),
        reference=asked.reference or None,
        depth=asked.depth or "full",
        fields=_fields(asked.field),
        confidential=_formats(asked.confidential) if asked.confidential else (),
    )


def _again(asked: argparse.Namespace, opened: Opened) -> Settings:
    """The settings of the earlier report; language, day and depth may be asked otherwise."""
    settings = opened.content.settings
    return replace(
        settings,
        language=asked.lang or settings.language,
        day=_day(asked.day) or settings.day,
        depth=asked.depth or settings.depth,
        fields=_fields(asked.field) or settings.fields,
        confidential=_formats(asked.confidential) if asked.confidential else settings.confidential,
    )


def _template_notes(template: bytes | None, language: str) -> list[Told]:
    """A template that cannot be used is refused, whatever the format; of one with places, what fits and what not."""
    if template is None:
        return []
    found = tags(check_template(template), words(language))
    if not found.known:
        return []
    parts = {"tags_unknown": found.unknown, "tags_missing": found.missing}
    return [_message(key, names=", ".join(names)) for key, names in parts.items() if names]


def _fields(given: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What people wrote for the council proposal, by the key of its field; a name may be in either language."""
    found = {}
    for line in given:
        name, sign, written = line.partition("=")
        key = by_tag().get(name.strip().lower(), "")
        if not sign or key not in FIELDS:
            known = ", ".join(tag for tag, field in by_tag().items() if field in FIELDS)
            raise _WrongUseError("field", name=name, known=known)
        found[key] = written
    return tuple((key, found[key]) for key in FIELDS if key in found)


def _compared(opened: Opened) -> tuple[list[Told], int, dict[str, Any]]:
    found = opened.differences()
    if not found:
        return [_message("same", program=opened.program)], FINE, {"differences": []}
    notes: list[Told] = [_message("different", count=len(found), program=opened.program)]
    notes += [_message("because", change=change) for change in opened.method_changes()]
    notes += [_message("number", name=item.name, was=str(item.was), now=str(item.now)) for item in found[:MOST_NAMED]]
    return notes, FAILED, {"differences": [vars(item) for item in found]}


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


def _message(key: str, **named: Value) -> Told:
    return message(f"report_commands.{key}", **named)


def _end(asked: argparse.Namespace, code: int, found: Sequence[Told | Problem | CellProblem]) -> int:
    language = asked.lang or DEFAULT_LANGUAGE
    for one in found:
        told = isinstance(one, Problem | CellProblem)
        print(one.sentence(language) if told else one.get(language), file=sys.stderr)  # type: ignore[union-attr]
    if asked.json:
        placed = (of_file(one) if isinstance(one, Problem | CellProblem) else problem(one) for one in found)
        print(as_json(False, problems=placed))
    return code
