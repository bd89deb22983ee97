"""Five minutes for a council member: the question, the plans in pictures and at their worst, on one light page.

`/kort/{case_id}`. It works without JavaScript. Before anybody weighed it says when each plan comes first; when the
address holds weights it says what flips the order for those.
"""

from functools import cache
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from cases.definition.model import Case
from texts import LANGUAGES, Words, words
from texts.palette import DARK, SHEET, style_sheet
from web.assets import STATIC
from web.html import render
from web.linked_weighing import weighing_in
from web.middleware import asked_language
from web.picture_pages import ShownPicture, shown_picture
from web.plans_shown import PART, address_of, plans_shown
from web.preview_pictures import preview_address
from web.shared_cases import sound
from weighing.comparison import compare
from weighing.links import reference_in, reference_to_link, requirements_in, requirements_to_link, to_link
from weighing.weighing import Weighing
from wording.areas_drawing import areas_picture
from wording.council_rows import TOPICS, council_columns
from wording.land_tiles import land_picture
from wording.verdict_words import VerdictText, verdict_text
from wording.who_words import reference_chosen

TEMPLATES = STATIC.parent / "templates"
DOORS = (
    ("", "nav.case"),
    ("effecten", "nav.effects"),
    ("wie-en-wanneer", "nav.who"),
    ("hoe-zeker", "nav.sure"),
    ("rapport", "report_page.title"),
    ("uitleg", "nav.explained"),
    ("eigen-zaak", "nav.make"),
)
"""Pages of the planner's app with the rest: the first word of their address, and the key of their name."""


def first_case(request: Request) -> Response:
    """`/kort`: on to the first case, with the rest of the address."""
    for case_id in sound():
        return RedirectResponse(f"kort/{case_id}" + (f"?{request.url.query}" if request.url.query else ""), 307)
    return _no_case(request, "kort/")


def short_page(request: Request) -> Response:
    """One case; for weights in the address also what they say and when that flips."""
    case = sound().get(request.path_params["case_id"])
    if case is None:
        return _no_case(request, "")
    parts = dict(request.query_params)
    text = words(asked_language(request.scope["query_string"]))
    case, _ = reference_in(case, parts)
    weighing, _ = weighing_in(case, parts)
    off, _ = requirements_in(case, parts)
    kept = {**to_link(case, weighing), **requirements_to_link(off)} if weighing.started else reference_to_link(case)
    plans = plans_shown(case, request.query_params)
    named = address_of(case, plans.shown) if plans.others else []
    page = render(
        TEMPLATES,
        "short_page.html",
        text,
        style=_style(),
        case=case,
        pictures=_pictures(case, text),
        land=land_picture(case, text),
        areas=areas_picture(case, text),
        topics=TOPICS if not weighing.started else TOPICS[:-1],
        columns=council_columns(case, text),
        compared=reference_chosen(case, text),
        plans=plans,
        plan_part=PART,
        kept={"lang": text.language, **kept},
        others="?" + urlencode([("lang", text.language), *kept.items(), *address_of(case, plans.others)]),
        weighed=_weighed(case, weighing, off, text),
        languages={
            code: "?" + urlencode([("lang", code), *kept.items(), *named])
            for code in LANGUAGES
            if code != text.language
        },
        doors=DOORS,
        query=urlencode({"lang": text.language, "case": case.id, **kept}),
        query_here=urlencode({"lang": text.language, **kept}),
        preview=preview_address(case, text.language),
    )
    return HTMLResponse(page, headers={"cache-control": "no-store"})


def _pictures(case: Case, text: Words) -> list[ShownPicture | None]:
    """The picture of every alternative, None where it has none; an empty list when no alternative has one."""
    found = [shown_picture(case, alternative, text) for alternative in case.alternatives]
    return found if any(found) else []


def _weighed(case: Case, weighing: Weighing, off: tuple[str, ...], text: Words) -> VerdictText | None:
    """What these weights say, when it flips and what other methods say; None before anybody weighed."""
    comparison = compare(case, weighing, off)
    return None if comparison is None else verdict_text(comparison, text)


@cache
def _style() -> Markup:
    """Colours and style sheets, written into the page; dark only on a screen, never on paper."""
    sheets = [(STATIC / name).read_text(encoding="utf-8") for name in ("board/board.css", "short/short.css")]
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {style_sheet(DARK)} }}\n"
    written = "".join([style_sheet(), style_sheet(SHEET), dark, *sheets]).replace("</", "<\\/")
    return Markup(written)  # noqa: S704  # our own style sheets


def _no_case(request: Request, prefix: str) -> Response:
    text = words(asked_language(request.scope["query_string"]))
    links = [(text.of(case.title), f"{prefix}{key}?lang={text.language}") for key, case in sound().items()]
    return HTMLResponse(render(TEMPLATES, "projector_none.html", text, links=links, prefix=prefix), 404)


routes = [Route("/kort", first_case), Route("/kort/{case_id}", short_page)]
