"""Routes whose module loads at the first request for one of them, so that the server is ready without it."""

from collections.abc import Collection
from functools import cached_property
from importlib import import_module

from starlette.concurrency import run_in_threadpool
from starlette.routing import BaseRoute, Match, Router
from starlette.types import Receive, Scope, Send


class LaterRoutes(BaseRoute):
    """All routes of a module of ours; whoever asks meanwhile for something else does not wait for it."""

    def __init__(self, module: str, names: Collection[str]) -> None:
        """``names``: the first words of its addresses; what begins with one of them is for these routes only."""
        self.module, self.names = module, frozenset(names)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether the address begins with one of the names."""
        if scope["type"] != "http" or scope["path"].split("/")[1] not in self.names:
            return Match.NONE, {}
        return Match.FULL, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the routes of the module."""
        router = self.__dict__.get("_router") or await run_in_threadpool(lambda: self._router)
        await router(scope, receive, send)

    @cached_property
    def _router(self) -> Router:
        return Router(import_module(self.module).routes)
