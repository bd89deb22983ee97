"""Everything that shows words, once, in a language of which there is only a folder.

``python -m tests.texts.every_face fy`` says as JSON what went wrong. `test_added_language.py` runs it beside a folder
`texts/` that holds this language too; each of its words begins with a mark, so that words from elsewhere show.
"""

import asyncio
import contextlib
import io
import json
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from cases import SHIPPED
from cases.reading.case_folder import unchecked_beside
from cases.workbook.checked_upload import read_workbook
from cli.case_commands import main as case_commands
from cli.report_commands import main as report_commands
from tests.budget import LONG
from tests.cases.loaded import loaded
from tests.web.asking import answer
from texts import LANGUAGES, words
from ui import navigation
from web import phone, projector, short_page, statement

ROOT = Path(__file__).parent.parent.parent
CASE = "lutkemeer" if LONG else "practice_garden"
"""A short run opens the smallest case."""
PROFILE = loaded(SHIPPED / CASE).profiles[-1].id
PAGES = {
    "/m": (phone, "phone.choose_title"),
    f"/m/{CASE}": (phone, "phone.private"),
    f"/scherm/{CASE}": (projector, "projector.mark"),
    f"/kort/{CASE}": (short_page, "short.title"),
    "/toegankelijkheid": (statement, "statement.title"),
}
"""By address: where its routes are, and a text that it shows."""


def page(path: str, language: str) -> None:
    """A page without Streamlit opens with the words of the language."""
    module, key = PAGES[path]
    found = asyncio.run(answer(module.routes, f"{path}?lang={language}", ()))
    assert found.status_code == 200, found.status_code
    assert words(language)(key) in found.body.decode(), key


def screen(name: str, language: str) -> None:
    """A screen without its frame opens with one profile chosen."""

    def script(name: str) -> None:
        from ui.navigation import BY_NAME

        BY_NAME[name].show()

    app = AppTest.from_function(script, kwargs={"name": name}, default_timeout=60)
    for key, value in {"lang": language, "case": CASE, "plain": "1", "profile": PROFILE}.items():
        app.query_params[key] = value
    shown(app.run(), language)


def whole_app(language: str) -> None:
    """The first screen, in its frame."""
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    app.query_params["lang"] = language
    app.run()
    assert words(language)("app.name") in shown(app, language)


def shown(app: AppTest, language: str) -> str:
    """What stands on the screen."""
    assert not app.exception, app.exception[0].stack_trace
    found = "\n".join(element.proto.body for element in app.get("html"))
    assert mark(language) in found
    return found


def mark(language: str) -> str:
    """With what each of its words begins."""
    return words(language)("nav.case")[0]


def command(run: Callable[[list[str]], int], *arguments: str) -> str:
    """What a command says when all is well."""
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(said):
        code = run(list(arguments))
    assert code == 0, said.getvalue()
    return said.getvalue()


def checked(folder: Path, language: str, added: str) -> None:
    """A shipped case is found sound, in words of this language."""
    said = command(case_commands, "check", str(folder), "--lang", language)
    assert (mark(added) in said) == (language == added), said


def workbook(language: str) -> None:
    """A case as a workbook in this language is read back without a problem; an empty one is made."""
    command(case_commands, "new", "empty.xlsx", "--lang", language)
    command(case_commands, "export", str(SHIPPED / CASE), f"{CASE}.xlsx", "--lang", language)
    found = read_workbook(Path(f"{CASE}.xlsx").read_bytes(), f"{CASE}.xlsx", unchecked_beside(SHIPPED / CASE))
    assert not found.problems, [problem.sentence(language) for problem in found.problems]


def report(language: str) -> None:
    """The summary of a report is made."""
    asked = ("--lang", language, "--profiles", "all", "--depth", "summary", "--format", "html", "--out", "report")
    command(report_commands, CASE, *asked)
    (made,) = Path("report").glob("*.html")
    assert words(language)("report.summary") in made.read_text(encoding="utf-8")


def everything(language: str) -> Iterator[tuple[str, Callable[[], None]]]:
    """What is tried, by name."""
    yield from ((path, partial(page, path, language)) for path in PAGES)
    yield from ((found.name, partial(screen, found.name, language)) for found in navigation.SCREENS)
    for turn, folder in enumerate(sorted(path.parent for path in SHIPPED.glob("*/case.yaml"))):
        codes = LANGUAGES if LONG else LANGUAGES[turn % len(LANGUAGES) :][:1]
        yield from ((f"check {folder.name} {code}", partial(checked, folder, code, language)) for code in codes)
    yield from ((made.__name__, partial(made, language)) for made in (whole_app, workbook, report))


def main(language: str) -> dict[str, str]:
    """What went wrong, by name."""
    wrong = {}
    for name, tried in everything(language):
        try:
            tried()
        except Exception:  # whatever it is, it goes into the list
            wrong[name] = traceback.format_exc(limit=-4)
    return wrong


if __name__ == "__main__":
    # Streamlit looks for components in every installed package each time that a screen runs
    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
    print(json.dumps(main(sys.argv[1])))
