"""Reading what a browser sends, with a limit."""

from starlette.requests import ClientDisconnect, Request

WEIGHTS = 16_000
"""Bytes of a request that holds weights; the largest case needs about a third."""


async def read_body(request: Request, longest: int = WEIGHTS) -> bytes | None:
    """The body, or None when it has more than `longest` bytes or the visitor left."""
    body = b""
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > longest:
                return None
    except ClientDisconnect:
        return None
    return body
