"""The note on fairness of the shipped cases: who would object to what, what was changed, and what was left."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

NOTE = Path(__file__).parent.parent / "docs" / "fairness.md"


def fairness_note(_: Request) -> PlainTextResponse:
    """`/fairness`: the document as it is written, in English."""
    return PlainTextResponse(NOTE.read_text(encoding="utf-8"))


routes = [Route("/fairness", fairness_note)]
