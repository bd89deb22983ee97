"""The light address of the planner's board: Python's totals, sentences and verdict for the points of one release.

No Streamlit page runs for it. The points wait for that page (`web/kept_points.py`); the answer says what Python makes
of them. Few answers are worked out at once, in the order in which they were asked; one that was overtaken meanwhile
is not worked out at all.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from texts import Words, words
from web.kept_points import KeptPoints, read_points, with_ticket
from web.request_body import read_body
from web.verdict_answers import verdict_html
from weighing.comparison import Comparison, compare
from weighing.verdict import verdict
from weighing.weighing import Weighing
from wording.flip_words import nearest_flip
from wording.sentences import deciding, total_text

AT_ONCE = 2
"""Answers that are worked out at the same time: with more, all of them would be late."""
HIGHEST = 10**9
NO_STORE = {"cache-control": "no-store"}

_workers = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="board")


async def answer(request: Request) -> Response:
    """`/weging`: 404 for a ticket we do not know here, 409 for a release after which a newer one came."""
    body = await read_body(request)
    if body is None:
        return Response(status_code=413)
    parts = dict(parse_qsl(body.decode("utf-8", "replace")))
    board = with_ticket(parts.get("ticket", ""))
    if board is None:
        return Response(status_code=404)
    number = parts.get("n", "")
    found = read_points(board.case, board.weighing, parts)
    if found is None or not (number.isascii() and number.isdigit() and 0 < int(number[:12]) < HIGHEST):
        return Response(status_code=400)
    if not board.keep(int(number), found[0]):
        return _overtaken(board)
    said = await asyncio.get_running_loop().run_in_executor(_workers, _said, board, int(number), found[1])
    return _overtaken(board) if said is None else JSONResponse(said, headers=NO_STORE)


def _overtaken(board: KeptPoints) -> Response:
    return JSONResponse({"newest": board.newest}, 409, headers=NO_STORE)


def _said(board: KeptPoints, number: int, weighing: Weighing) -> dict[str, str] | None:
    """None when a newer release came while this one waited for its turn."""
    if board.newest != number:
        return None
    comparison = compare(board.case, weighing, board.requirements_off)
    return None if comparison is None else said_of(comparison, words(board.language))


def said_of(comparison: Comparison, text: Words, *, judged: bool = True) -> dict[str, str]:
    """What Python says of a weighing: the totals, and once enough is weighed why, when it flips and how sure."""
    totals = [total_text(comparison, row, text) for row in range(len(comparison.case.alternatives))]
    said = {"confirmed": "|".join(totals), "why": "", "flip": "", "verdict": ""}
    if comparison.weighing.enough(comparison.case):
        found = verdict(comparison) if judged and comparison.contenders else None
        said["why"] = str(deciding(comparison, text, found.named if found else ()))
        said["flip"] = str(nearest_flip(comparison, text).sentence)
        if judged:
            said["verdict"] = str(verdict_html(comparison, text, with_flip=False, found=found))
    return said


routes = [Route("/weging", answer, methods=["POST"])]
