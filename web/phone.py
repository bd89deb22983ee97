"""The resident's phone pages: choose a case, read, weigh, see the result. Plain HTML with one small module on top.

`/m` lists the cases, `/m/{case_id}` is the whole walk: one question a screen, and a result in one screen. Facts
are written here, so that they can be read without JavaScript; the weighing itself runs in the browser
(web/static/phone/phone.js) and its state stands in the address.
"""

import math
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from texts import LANGUAGES, Words, words
from texts.glossary import terms
from web import shared_cases
from web.assets import STATIC, style_in_page
from web.board_data import board_data, board_points
from web.euro_answers import choices_in
from web.html import render, script_json
from web.joined_scripts import fingerprint, joined
from web.linked_weighing import weighing_in
from web.middleware import asked_language, content_security_policy
from web.picture_pages import shown_picture
from web.preview_pictures import preview_address
from web.result_card import card_words
from web.who_short import who_short
from weighing.arrays import RangeChoice, arrays
from weighing.euros.euro_links import PART, euros_to_link
from weighing.euros.valuing import EuroChoices
from weighing.gaps import ILLUSTRATIVE
from weighing.links import (
    Ignored,
    other_version,
    reference_in,
    requirements_in,
    requirements_to_link,
    start_to_link,
    to_link,
)
from weighing.verdict_reasons import WORDS as WORDS_OF_REASONS
from weighing.weighing import Weighing
from wording.areas_drawing import areas_picture
from wording.colours import colours
from wording.effect_cells import effect_cells
from wording.effect_words import ends_text
from wording.land_tiles import land_picture

TEMPLATES = STATIC.parent / "templates"
VIEWS = ("bars", "flowers", "table")
KINDS = ("reference", "single_value", "view", "party")
TERMS = ("swing_points", "range", "weight", "score", "total_score", "contribution", "tipping_point")
STEPS = ("frame", "facts", "weigh", "result")
MOST_KEPT = 64
"""Pages that are kept in memory, for each version, language, ranges and set of requirements; of a large case 1 MB."""

WORDS = {
    key: f"phone.{key}"
    for key in (
        "answer_0", "answer_25", "answer_50", "answer_75", "answer_100", "count", "question", "told", "precise",
        "previous", "next", "given", "value_text", "has_weights", "to_result", "go_on", "started_profile", "copied",
        "copy_failed", "result_first", "result_highest", "result_tie", "result_may", "result_open", "result_undecided",
        "result_nobody", "result_depends", "result_trying", "may_be_first", "early",
        "sure_wait", *(f"sure_{reason}" for reason in WORDS_OF_REASONS),
    )
}  # fmt: skip


def choose(request: Request) -> Response:
    """The page behind the QR code of the app itself: which case, which language."""
    return _cases_page(request, root="./", unknown=None)


def walk(request: Request) -> Response:
    """One case on a phone; a case that is not there or not sound leads back to the list."""
    case = shared_cases.sound().get(request.path_params["case_id"])
    if case is None:
        return _cases_page(request, root="../", unknown=request.path_params["case_id"][:60], status=404)
    parts = dict(request.query_params)
    text = words(asked_language(request.scope["query_string"]))
    case, other = reference_in(case, parts)
    weighing, ignored = weighing_in(case, parts)
    euros, strange = choices_in(case, parts)
    off, unknown = requirements_in(case, parts)
    ignored = (*other, *ignored, *strange, *unknown)
    if parts.get("lang", text.language) not in LANGUAGES:
        ignored = (Ignored("lang", parts["lang"][:60]), *ignored)
    body = render(
        TEMPLATES,
        "phone.html",
        text,
        root="../",
        style=_style(),
        case=case,
        steps=STEPS,
        script=_script(),
        preview=preview_address(case, text.language),
        ignored=ignored,
        old_version=other_version(case, parts),
        stale=weighing.stale,
        links=_language_links(case, weighing, off),
        query=urlencode({"lang": text.language, "case": case.id}),
        euros_on=euros is not None,
        euros=euros_to_link(euros or EuroChoices()) if case.has_amounts else None,
        euro_part=PART,
        content=phone_content(case, text.language, weighing.ranges, off),
        data=script_json(_state(case, weighing, off)),
    )
    return _page(body, script=_script())


async def without_slash(request: Request) -> Response:
    """To the same address without its slash at the end, with what stands behind the question mark."""
    return RedirectResponse("../m" + (f"?{request.url.query}" if request.url.query else ""), status_code=308)


def _cases_page(request: Request, root: str, unknown: str | None, status: int = 200) -> Response:
    text = words(asked_language(request.scope["query_string"]))
    values = {"root": root, "style": _style(), "cases": shared_cases.sound(), "unknown": unknown}
    return _page(render(TEMPLATES, "phone_cases.html", text, **values), status)


def _page(body: str, status: int = 200, script: str | None = None) -> Response:
    """Not to be kept, so that a new version of a case is seen at once. The server compresses it."""
    headers = {"cache-control": "no-store"}
    if script is not None:
        headers["content-security-policy"] = content_security_policy(fingerprint(script))
    return HTMLResponse(body, status, headers)


@cache
def _style() -> Markup:
    """Colours and both style sheets, written into the page: one round trip less on a slow line."""
    return style_in_page("board/board.css", "phone/phone.css")


@cache
def _script() -> Markup:
    """All modules of the page, in the page for the same reason: half of its time would be waiting for them."""
    return joined(STATIC, "phone/phone")


@lru_cache(maxsize=MOST_KEPT)
def phone_content(case: Case, language: str, ranges: RangeChoice, off: tuple[str, ...]) -> dict[str, Any]:
    """What is the same for every visitor: facts, cards, and what the board needs to know."""
    text = words(language)
    palette = colours(case)
    board = board_data(case, Weighing(ranges=ranges), text, VIEWS, off)
    used = [case.performances[item.id, criterion.id] for criterion in case.summed for item in case.alternatives]
    return {
        "cards": [(item, palette[item.id], shown_picture(case, item, text)) for item in case.alternatives],
        "themes": [
            (theme, [_criterion(case, criterion, ranges, text) for criterion in case.summed_in(theme.id)])
            for theme in case.themes
        ],
        "profiles": [(kind, [item for item in case.profiles if item.kind == kind]) for kind in KINDS],
        "not_counted": [
            (item, [(case.alternative(key), palette[key]) for key in item.alternatives]) for item in case.not_counted
        ],
        "terms": terms(language, TERMS),
        "who": who_short(case, text, off),
        "land": land_picture(case, text),
        "areas": areas_picture(case, text),
        "n_left_out": len(case.criteria) - len(case.summed),
        "n_illustrative": sum(item.grade == ILLUSTRATIVE for item in used),
        "n_figures": len(used),
        "board": script_json(
            {**board, "land": None, "phone": _phone_words(case, text), "profiles": _profiles(case, language)}
        ),  # the tiles stand in the facts
    }


def _criterion(case: Case, criterion: Criterion, ranges: RangeChoice, text: Words) -> dict[str, Any]:
    """A criterion with the figure of each alternative, and how far that is from worst to best."""
    worst, best = ends_text(criterion, ranges, text)
    column = [item.id for item in case.summed].index(criterion.id)
    scores = arrays(case, ranges).scores[:, column].tolist()
    palette = colours(case)
    figures = [
        {
            "alternative": cell.alternative,
            "colour": palette[cell.alternative.id],
            "shown": cell.value,
            "between": "" if criterion.classes else cell.range,
            "score": None if math.isnan(score) else round(score, 1),
            "illustrative": cell.illustrative,
            "sources": [_source(case, key) for key in cell.sources],
        }
        for cell, score in zip(effect_cells(case, criterion, text), scores, strict=True)
    ]
    return {
        "criterion": criterion,
        "classes": bool(criterion.classes),
        "worst": worst,
        "best": best,
        "figures": figures,
        "all_illustrative": all(figure["illustrative"] for figure in figures),
    }


def _source(case: Case, key: str) -> str:
    """Who published it, and when."""
    source = case.sources[key]
    return ", ".join(filter(None, (source.publisher, source.year)))


def _phone_words(case: Case, text: Words) -> dict[str, Any]:
    return {
        **{key: text.for_browser(name) for key, name in WORDS.items()},
        **{f"title_{step}": text(f"phone.step_{step}") for step in STEPS},
        "about": {theme.id: text.of(theme.about) for theme in case.themes},
        "card": card_words(text),
    }


def _profiles(case: Case, language: str) -> dict[str, Any]:
    return {
        item.id: {
            "label": item.label.get(language),
            "about": item.about.get(language),
            "themes": item.points,
            "criteria": item.criterion_points,
        }
        for item in case.profiles
    }


def _state(case: Case, weighing: Weighing, off: tuple[str, ...]) -> dict[str, Any]:
    """What this visitor's link holds, in the form the browser keeps it."""
    return {
        "points": board_points(weighing),
        "link": start_to_link(case, weighing),
        "confirmed": start_to_link(case, weighing.confirmed()),
        "stale": weighing.stale,
        "off": off,
    }


def _language_links(case: Case, weighing: Weighing, off: tuple[str, ...]) -> dict[str, str]:
    """The same page in each language, with the same weights."""
    here = {**to_link(case, weighing), **requirements_to_link(off)}
    return {language: "?" + urlencode({"lang": language, **here}) for language in LANGUAGES}


routes = [Route("/m", choose), Route("/m/", without_slash), Route("/m/{case_id}", walk)]
