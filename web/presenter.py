"""The presenter's window: what to say at each step, sliders and a clock. It steers the wall of the same browser.

Nothing goes through the server: the two windows talk to each other (`web/static/projector/channel.js`).
"""

from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from texts import words
from web.html import render, script_json
from web.middleware import asked_language
from web.projector import no_case, there
from web.projector_start import start_pages
from web.shared_cases import sound
from web.wall_story import STEPS, story
from wording.effect_words import steps_text

TEMPLATES = Path(__file__).parent / "templates"
BOARD = "board"
"""What comes after the story: the board, to weigh on."""
WINDOWS = ("sure", "dial", "who", "when", "gaps", "futures", "euros", "help")
"""The windows of the wall, in the order of their buttons."""
WORDS = (
    "no_wall", "wall", "blank", "unblank", "timer_start", "timer_pause", "not_weighed", "points", "last", "locked",
    "front", "front_page",
)  # fmt: skip


def presenter(request: Request) -> Response:
    """`/regie/{case_id}`: beside `/scherm/{case_id}`, on the screen that the room does not see."""
    case = sound().get(request.path_params["case_id"])
    if case is None:
        return no_case(request, "")
    text = words(asked_language(request.scope["query_string"]))
    told = story(case, text)
    says = [told["place"]["says"], text("wall_story.alternatives_says", count=len(case.alternatives)),
            told["clash"]["says"], text("wall_story.slider_says"), "", ""]  # fmt: skip
    steps = [
        {
            "name": text(f"wall_story.{step}"),
            "says": said,
            "notes": text(f"presenter.say_{step}"),
            "plans": step == "alternatives",
        }
        for step, said in zip((*STEPS, BOARD), says, strict=True)
    ]
    words_here = {key: text.for_browser(f"presenter.{key}") for key in WORDS} | {
        "unsure": text("explore.unsure"),
        "others": text.for_browser("explore.others"),
        "wait": text("verdict.wait"),
    }
    asked = there(case)
    windows = {
        name: text("dial.title" if name == "dial" else f"projector.do_{name}")
        for name in WINDOWS
        if asked.get(name, True)
    }
    data = {"case": case.id, "words": words_here, "windows": [*windows]}
    page = render(
        TEMPLATES,
        "presenter.html",
        text,
        case=case,
        steps=steps,
        begins=[
            item
            for page in start_pages(case, text)
            for column in page
            for block in column
            for item in block["examples"]
        ],
        windows=[(name, text(f"projector.key_{name}"), label) for name, label in windows.items()],
        many=asked["others"],
        themes=[(theme, steps_text(case.summed_in(theme.id), text)) for theme in case.themes],
        wall=f"../scherm/{case.id}?" + urlencode({"lang": text.language}),
        data=script_json(data),
    )
    return HTMLResponse(page)


routes = [Route("/regie/{case_id}", presenter)]
