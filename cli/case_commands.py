"""Cases on the command line, without a screen: ``python -m cases check|new|export|convert|import|land|reference|own``.

Exit codes: 0 when all is well, 1 when the case has problems, 2 when the command was used wrongly. What was asked for
goes to the standard output, everything else to the standard error.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from cases.definition.draft_state import to_do
from cases.definition.land_areas import hectares_by_use
from cases.definition.model import Case
from cases.importing.whole_import import drafted
from cases.land.given_areas import GivenMapError
from cases.manual.manual_page import page
from cases.reading.areas_file import AREAS, areas_bytes
from cases.reading.case_folder import read_files, unchecked_beside
from cases.reading.loader import case_from_files, load_case
from cases.workbook.archive import LARGEST_FILE
from cases.workbook.case_zip import write_bundle
from cases.workbook.checked_upload import CheckedUpload, read_workbook
from cases.workbook.grid import RefusedError
from cases.workbook.sheets import FILES
from cases.workbook.workbook_writing import write_workbook
from cli import land_command, session_commands
from cli import store_commands as own
from cli.one_form import Parser, as_json, language_in, of_file, problem, words
from files.fields import CASE_LANGUAGES
from files.problems import CaseError, Problem, Problems
from texts import DEFAULT_LANGUAGE, LANGUAGES, Told
from texts.message import message
from weighing.soundness import findings
from weighing.soundness.finding_lines import as_data, finding_lines

FINE, PROBLEMS, WRONG_USE = 0, 1, 2


class _UseError(Exception):
    """The command was used wrongly; the key of the words, and what they name."""

    def __init__(self, key: str, **named: str) -> None:
        super().__init__(key)
        self.key, self.named = key, named


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    asked = _parser(language_in(given)).parse_args(given)
    try:
        return _COMMANDS[asked.command](asked)
    except _UseError as wrong:
        return _wrong_use(asked, wrong.key, **wrong.named)
    except CaseError as error:
        return _report(asked, Path(asked.case).name, CheckedUpload(None, {}, error.problems))
    except BrokenPipeError:  # whoever reads along, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _wrong_use(asked, "system", path=str(error.filename or ""))


def _wrong_use(asked: argparse.Namespace, key: str, **named: str) -> int:
    _tell(asked, key, **named)
    if asked.json:
        print(as_json(False, problems=[problem(message(f"case_commands.{key}", **named))]))
    return WRONG_USE


def _parser(language: str) -> Parser:
    def said(key: str) -> str:
        return words(f"case_{key}", language)

    shared = Parser(language=language, add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help=said("lang"))
    shared.add_argument("--json", action="store_true", help=words("json", language))
    parser = Parser(language=language, prog="python -m cases", description=said("about"))
    commands = parser.add_subparsers(dest="command", required=True, title=words("commands", language))
    with_words = partial(commands.add_parser, parents=[shared], language=language)
    check = with_words("check", help=said("check"))
    check.add_argument("case", metavar="CASE", help=said("case"))
    new = with_words("new", help=said("new"))
    new.add_argument("file", metavar="FILE.xlsx", type=Path)
    new.add_argument("--both", action="store_true", help=said("both"))
    export = with_words("export", help=said("export"))
    export.add_argument("case", metavar="CASE")
    export.add_argument("file", metavar="FILE", type=Path)
    convert = with_words("convert", help=said("convert"))
    convert.add_argument("case", metavar="FILE")
    convert.add_argument("folder", metavar="FOLDER", type=Path)
    into_draft = with_words("import", help=said("import"))
    into_draft.add_argument("case", metavar="FILE")
    into_draft.add_argument("--out", metavar="FOLDER", type=Path, required=True, help=said("import_out"))
    into_draft.add_argument("--title", help=said("import_title"))
    into_draft.add_argument("--sheet", type=int, default=1, help=said("import_sheet"))
    into_draft.add_argument("--weights", action="store_true", help=said("import_weights"))
    land_command.add(with_words("land", help=said("land")), language)
    with_words("reference", help=said("reference"))
    own.add(commands, shared, language)
    session_commands.add(commands, shared, language)
    return parser


def _check(asked: argparse.Namespace) -> int:
    path = Path(asked.case)
    if path.is_dir():
        path = path.resolve()
        return _report(asked, path.name, CheckedUpload(load_case(path), {}))
    return _report(asked, path.name, _read(path))


def _new(asked: argparse.Namespace) -> int:
    _needs_suffix(asked.file, ".xlsx")
    spoken = CASE_LANGUAGES if asked.both else ()
    return _made(asked, asked.file, write_workbook(None, asked.lang, spoken))


def _land(asked: argparse.Namespace) -> int:
    case = load_case(Path(asked.case).resolve()) if asked.case else None
    path = asked.to or (Path(asked.case) if asked.case else asked.file.parent) / AREAS
    if path.exists():
        raise _UseError("there", path=str(path))
    try:
        areas, notes = land_command.areas_in_map(asked.file, case, asked.alternative, asked.use)
    except land_command.NotChosenError as wrong:
        print(as_json(False, problems=[problem(wrong.text)]) if asked.json else wrong.text.get(asked.lang),
              file=sys.stdout if asked.json else sys.stderr)  # fmt: skip
        return WRONG_USE
    except GivenMapError as error:
        return _report(asked, asked.file.name, CheckedUpload(None, {}, error.problems))
    _notes(asked, CheckedUpload(None, {}, (), notes))
    with path.open("xb") as file:
        file.write(areas_bytes(areas))
    hectares = hectares_by_use(areas)
    if asked.json:
        rows = [{"alternative": owner, "use": use, "hectares": found} for (owner, use), found in hectares.items()]
        print(as_json(True, made=[str(path)], notes=notes, areas=rows))
        return FINE
    for (owner, use), found in hectares.items():
        print(message("case_commands.land_line", alternative=owner, use=use, hectares=found).get(asked.lang))
    _done(asked, path)
    return FINE


def _reference(asked: argparse.Namespace) -> int:
    print(as_json(True, page=page()) if asked.json else page(), end="")
    return FINE


def _export(asked: argparse.Namespace) -> int:
    folder = Path(asked.case).resolve()
    if not folder.is_dir():
        raise _UseError("no_folder", path=asked.case)
    _needs_suffix(asked.file, ".xlsx", ".zip")
    case = load_case(folder)
    contents = read_files(folder, Problems())
    if asked.file.suffix.lower() == ".zip":
        return _made(asked, asked.file, write_bundle(contents))
    for file in sorted(set(contents) - set(FILES)):
        _tell(asked, "left_behind", file=file)
    return _made(asked, asked.file, write_workbook(case, asked.lang))


def _convert(asked: argparse.Namespace) -> int:
    found = _read(Path(asked.case))
    if found.case is None:
        return _report(asked, Path(asked.case).name, found)
    _write_folder(asked.folder, found.case.id, found.files)
    _notes(asked, found)
    _done(asked, asked.folder, found.notes)
    return FINE


def _import(asked: argparse.Namespace) -> int:
    """Any sheet becomes a draft case with everything that is proposed; the list of what to do follows."""
    path = Path(asked.case)
    with _opened(path) as file:
        data = file.read(LARGEST_FILE + 1)
    try:
        found = drafted(data, path.name, asked.sheet, asked.title or asked.out.name, asked.lang, asked.weights)
    except RefusedError as refused:
        return _report(asked, path.name, CheckedUpload(None, {}, (Problem(path.name, None, refused.text),)))
    case = case_from_files(found.files)
    _write_folder(asked.out, case.id, found.files)
    if not asked.json:
        for told in (*found.remarks, *(one.text for one in to_do(case))):
            print(f"- {told.get(asked.lang)}", file=sys.stderr)
    _done(asked, asked.out, found.remarks)
    return FINE


def _write_folder(place: Path, case_id: str, files: Mapping[str, bytes]) -> None:
    folder = place.resolve()
    if folder.name != case_id:
        raise _UseError("folder_name", id=case_id)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise _UseError("there", path=str(place))
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Written beside its place and moved there in one step: there is never half a case.
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as beside:
        made = Path(beside) / folder.name
        made.mkdir()
        for name, data in files.items():
            (made / name).parent.mkdir(exist_ok=True)
            (made / name).write_bytes(data)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)


def _opened(path: Path) -> BinaryIO:
    if not path.is_file():
        raise _UseError("absent", path=str(path))
    return path.open("rb")


def _read(path: Path) -> CheckedUpload:
    with _opened(path) as file:
        data = file.read(LARGEST_FILE + 1)
    return read_workbook(data, path.name, unchecked_beside(path.parent))


def _needs_suffix(path: Path, *suffixes: str) -> None:
    if path.suffix.lower() not in suffixes:
        raise _UseError("suffix", suffixes=", ".join(suffixes), found=path.name)
    if path.exists():
        raise _UseError("there", path=str(path))


def _made(asked: argparse.Namespace, path: Path, data: bytes) -> int:
    with path.open("xb") as file:
        file.write(data)
    _done(asked, path)
    return FINE


def _report(asked: argparse.Namespace, name: str, found: CheckedUpload) -> int:
    _notes(asked, found)
    if asked.json:
        print(_as_json(found))
    if found.case is None:
        _tell(asked, "broken", name=name)
        for problem in found.problems:
            print(f"- {problem.sentence(asked.lang)}", file=sys.stderr)
        return PROBLEMS
    for line in finding_lines(findings(found.case), asked.lang):
        print(line, file=sys.stderr)
    if not asked.json:
        about = _about(found.case)
        counts = {name: message(f"case_commands.{name}", count=about[name]) for name in ("alternatives", "criteria")}
        print(message("case_commands.sound", **about | counts).get(asked.lang))
    return FINE


def _as_json(found: CheckedUpload) -> str:
    return as_json(
        found.case is not None,
        problems=[of_file(one) for one in found.problems],
        notes=found.notes,
        case=None if found.case is None else _about(found.case),
        findings=[] if found.case is None else as_data(findings(found.case)),
    )


def _about(case: Case) -> dict[str, str | int]:
    return {
        "id": case.id,
        "version": case.version,
        "alternatives": len(case.alternatives),
        "criteria": len(case.criteria),
    }


def _notes(asked: argparse.Namespace, found: CheckedUpload) -> None:
    for note in found.notes:
        _tell(asked, "note", text=note.get(asked.lang))


def _done(asked: argparse.Namespace, path: Path, notes: Sequence[Told] = ()) -> None:
    if asked.json:
        print(as_json(True, made=[str(path)], notes=notes))
    else:
        print(message("case_commands.made", path=str(path)).get(asked.lang))


def _tell(asked: argparse.Namespace, key: str, **named: str) -> None:
    print(message(f"case_commands.{key}", **named).get(asked.lang), file=sys.stderr)


_COMMANDS = {
    "check": _check, "new": _new, "export": _export, "convert": _convert, "import": _import, "land": _land,
    "reference": _reference, "own": own.run, "session": session_commands.run,
}  # fmt: skip
