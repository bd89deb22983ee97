"""The projector page: one case on a wall, for a whole room. The board in large type, without a Streamlit session.

Everything on it is an exploration ("Verkenning"): no session, nothing kept, the state is in the address.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from cases.definition.model import Case
from texts import LANGUAGES, Words, words
from web.board_data import board_data, board_points
from web.euro_answers import choices_in
from web.html import render, script_json
from web.linked_weighing import weighing_in
from web.middleware import asked_language
from web.plans_shown import MOST_SHOWN
from web.projector_start import largest_pages, start_pages
from web.shared_cases import sound
from web.wall_story import PART as STORY
from web.wall_story import STEPS, story
from web.who_short import who_short
from weighing.euros.euro_links import PART, euros_to_link
from weighing.euros.valuing import EuroChoices
from weighing.links import (
    Ignored,
    other_version,
    reference_in,
    requirements_in,
    requirements_to_link,
    start_to_link,
    to_link,
)
from weighing.weighing import OWN, Weighing, from_profile
from wording.colours import colours
from wording.language_note import language_note

TEMPLATES = Path(__file__).parent / "templates"
VIEWS = ("bars", "map")
START_KEYS = (
    "walk", "take", "story", "presenter", "others", "example", "euros", "who", "when", "gaps", "futures", "undo",
    "blank", "help", "close",
)  # fmt: skip
KEYS = (
    "theme",
    "points",
    "story",
    "presenter",
    "unsure",
    "others",
    "view",
    "sure",
    "dial",
    "euros",
    "who",
    "when",
    "gaps",
    "futures",
    "ghost",
    "undo",
    "redo",
    "start",
    "example",
    "blank",
    "help",
    "leave",
)
TOLD = ("theme", "walk", "take", "points", "leave", "close", "story")
"""Keys that do something else while the story is told."""
SHORT_ANSWERS = {
    "short_0": "0",
    "short_25": "\u00bc",
    "short_50": "\u00bd",
    "short_75": "\u00be",
    "short_100": "=",
    "short_unsure": "?",
}
"""How much a step counts beside the largest, as signs: five words do not fit beside each other on a wall."""
WORDS = ("chosen", "page", "ghost_on", "ghost_off", "legend")
ONE_LINE = 28
"""Characters of "Niet meegewogen" that fit on one line beside its heading."""

NAMED, SHORT = 3, 24
"""Parts of a link that are named when they were not used, and how much of each is shown."""


def first_case(request: Request) -> Response:
    """`/scherm`: on to the first case, with the rest of the address."""
    for case_id in sound():
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"scherm/{case_id}{query}", 307)
    return no_case(request, "scherm/")


def projector(request: Request) -> Response:
    """`/scherm/{case_id}`: the start when nothing was weighed, and the board otherwise."""
    case = sound().get(request.path_params["case_id"])
    if case is None:
        return no_case(request, "")
    parts = dict(request.query_params)
    text = words(asked_language(request.url.query.encode("latin-1", "replace")))
    case, other = reference_in(case, parts)
    weighing, ignored = weighing_in(case, parts)
    view = parts.get("view", VIEWS[0])
    if view not in VIEWS:
        ignored, view = (*ignored, Ignored("view", view)), VIEWS[0]
    euros, strange = choices_in(case, parts)
    off, unknown = requirements_in(case, parts)
    who = who_short(case, text, off)
    blank = not weighing.started and parts.get("start") == OWN
    keys = KEYS if weighing.started else START_KEYS
    has = there(case) | {"example": weighing.started or blank}
    ignored = (*other, *ignored, *strange, *unknown)
    if STORY in parts and parts[STORY] not in map(str, range(1, len(STEPS) + 1)):
        ignored = (*ignored, Ignored(STORY, parts[STORY]))
    if parts.get("lang", LANGUAGES[0]) not in LANGUAGES:
        ignored = (*ignored, Ignored("lang", parts["lang"]))
    return HTMLResponse(
        render(
            TEMPLATES,
            "projector.html",
            text,
            case=case,
            colours=colours(case),
            weighing=weighing,
            notes=_notes(case, weighing, ignored, other_version(case, parts), text),
            begun=_begun(case, weighing, text),
            pages=largest_pages(case, text) if blank else start_pages(case, text),
            blank=blank,
            story=story(case, text),
            not_counted=len(case.not_counted),
            uncounted=_uncounted(case, text),
            illustrative=sum(item.grade == "D" for item in case.performances.values()),
            keys=[key for key in keys if has.get(key, True)],
            told=TOLD,
            many=has["others"],
            others_words=text.for_browser("explore.others"),
            who=who,
            here="?" + urlencode({"lang": text.language, **requirements_to_link(off)}),
            euros_on=euros is not None,
            euros=euros_to_link(euros or EuroChoices()) if case.has_amounts else None,
            euro_part=PART,
            languages={
                code: "?" + urlencode({"lang": code, **to_link(case, weighing), **requirements_to_link(off)})
                for code in LANGUAGES
            },
            data=script_json(_data(case, weighing, off, text, view)) if weighing.started else None,
        )
    )


def there(case: Case) -> dict[str, bool]:
    """Which keys the wall has only for some cases, and whether it has them for this one."""
    return {
        "euros": case.has_amounts,
        "who": bool(case.groups or case.requirements),
        "futures": bool(case.futures),
        "others": len(case.alternatives) > MOST_SHOWN,
    }


def _data(case: Case, weighing: Weighing, off: tuple[str, ...], text: Words, view: str) -> dict[str, Any]:
    """What the script needs: the board, the points now and at the start, and what stays in the address."""
    board = board_data(case, weighing, text, VIEWS, off)
    words_here = {
        "locked": text("projector.locked"),
        "bars_help": text("projector.bars_help"),
        "map_help": text("projector.map_help"),
        "why_runner_up": text.for_browser("projector.why_runner_up"),
        "why_sooner": "",  # no room for who is nearer by total: the verdict below says who can take its place
        "weight_now": "{share}",
        **SHORT_ANSWERS,
    }
    begin = weighing if weighing.start == OWN else from_profile(case.profile(str(weighing.start)), weighing.ranges)
    return {
        "board": {**board, "words": board["words"] | words_here},
        "points": board_points(weighing),
        "start": board_points(begin),
        "view": view,
        "link": {"lang": text.language, **start_to_link(case, weighing), **requirements_to_link(off)},
        "words": {key: text.for_browser(f"projector.{key}") for key in WORDS} | {"signs": _signs(text)},
    }


def _signs(text: Words) -> list[tuple[str, str]]:
    """Each sign with what it stands for."""
    said = {"short_unsure": "explore.unsure"}
    return [(sign, text(said.get(key, key.replace("short", "explore.compare")))) for key, sign in SHORT_ANSWERS.items()]


def _begun(case: Case, weighing: Weighing, text: Words) -> str:
    if weighing.start in (None, OWN):
        return text("projector.begun_own")
    return text("projector.begun", profile=text.of(case.profile(str(weighing.start)).label))


def _uncounted(case: Case, text: Words) -> str:
    """What is not counted, where all of it fits on one line; otherwise nothing, so that a cut line picks no side."""
    named = "; ".join(text.of(item.text) for item in case.not_counted)
    return named if len(named) <= ONE_LINE else ""


def _notes(case: Case, weighing: Weighing, ignored: tuple[Ignored, ...], version: str | None, text: Words) -> list[str]:
    """What the room must know about the link, in one plain line each."""
    notes = []
    if ignored:
        named = [f"{_part(item.part, text)} ({_short(item.found)})" for item in ignored[:NAMED]]
        if len(ignored) > NAMED:
            named.append(text("projector.and_more", count=len(ignored) - NAMED))
        notes.append(text("projector.ignored", parts=text.listed(named)))
    if version:
        notes.append(text("projector.version", old=_short(version), new=case.version))
    if weighing.stale:
        notes.append(text("projector.stale"))
    if (note := language_note(case, text)) is not None:
        notes.append(note)
    return notes


def _part(part: str, text: Words) -> str:
    own = {"view": "explore.view", STORY: "wall_story.title"}
    return text(own.get(part, "link.part." + part))


def _short(found: str) -> str:
    found = " ".join(found.split())
    return found if len(found) <= SHORT else found[:SHORT] + "\u2026"


def no_case(request: Request, prefix: str) -> Response:
    """There is no such case; the others stay within reach."""
    text = words(asked_language(request.url.query.encode("latin-1", "replace")))
    links = [(text.of(case.title), f"{prefix}{key}?lang={text.language}") for key, case in sound().items()]
    return HTMLResponse(render(TEMPLATES, "projector_none.html", text, links=links, prefix=prefix), 404)


routes = [Route("/scherm", first_case), Route("/scherm/{case_id}", projector)]
