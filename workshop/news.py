"""How a change in a session reaches whoever waits for it: in one process in memory, over several by PostgreSQL."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import AsyncIterator, Callable
from typing import Protocol

log = logging.getLogger(__name__)
CHANNEL = "waardenweger_room"
STATE, COUNT = "state", "count"
"""What changed: where a session stands, or only how many there are."""
Heard = Callable[[str, str], None]
"""Called with the code of a session and what changed. From any thread."""


class News(Protocol):
    """Tells all processes of a server that something changed in a session. News is a hint: it can come twice, late or
    not at all, so whoever waits also looks now and then."""

    def tell(self, code: str, what: str) -> None:
        """Something changed; never raises, for what changed is already in the database. It may wait for the network,
        so it is never called in the event loop."""

    def listen(self, heard: Heard) -> None:
        """Call this for all news from now on."""

    def stop(self) -> None:
        """No more news."""


class NewsInMemory:
    """For one process."""

    def __init__(self) -> None:
        self._heard: list[Heard] = []

    def tell(self, code: str, what: str) -> None:
        """As ``News.tell``."""
        for heard in self._heard:
            heard(code, what)

    def listen(self, heard: Heard) -> None:
        """As ``News.listen``."""
        self._heard.append(heard)

    def stop(self) -> None:
        """As ``News.stop``."""
        self._heard.clear()


class NewsOverPostgres:
    """For several processes, by LISTEN and NOTIFY on the database that they share anyway."""

    def __init__(self, address: str, *, again_after: float = 1.0) -> None:
        """``address``: as libpq writes it. ``again_after``: seconds before a lost connection is tried again."""
        self._address, self._again_after = address, again_after
        self._heard: list[Heard] = []
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._telling: object | None = None
        self._thread: threading.Thread | None = None

    def tell(self, code: str, what: str) -> None:
        """As ``News.tell``."""
        import psycopg

        with self._lock:
            for _ in range(2):  # a connection that was lost in silence shows itself at the first use
                try:
                    if self._telling is None:
                        self._telling = psycopg.connect(self._address, autocommit=True, connect_timeout=3)
                    self._telling.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{code} {what}"))  # type: ignore[attr-defined]
                except psycopg.Error:
                    self._telling = None
                else:
                    return
        log.warning("News of a session could not be told; pages see it when they look again.")

    def listen(self, heard: Heard) -> None:
        """As ``News.listen``."""
        self._heard.append(heard)
        if self._thread is None:
            self._thread = threading.Thread(target=self._wait, name="news", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """As ``News.stop``."""
        self._stopped.set()
        with self._lock:
            if self._telling is not None:
                self._telling.close()  # type: ignore[attr-defined]
                self._telling = None

    def _wait(self) -> None:
        import psycopg

        while not self._stopped.is_set():
            try:
                with psycopg.connect(self._address, autocommit=True, connect_timeout=3) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    while not self._stopped.is_set():
                        for note in connection.notifies(timeout=1.0):
                            code, _, what = note.payload.partition(" ")
                            for heard in self._heard:
                                heard(code, what)
            except psycopg.Error:
                self._stopped.wait(self._again_after)


class Waiting:
    """The pages that wait for news of a session, in the event loop of this process."""

    def __init__(self) -> None:
        self._waiting: dict[str, dict[asyncio.Event, bool]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None

    def heard(self, code: str, what: str) -> None:
        """Wake whoever waits for this; from any thread."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            with contextlib.suppress(RuntimeError):  # the server is just closing
                loop.call_soon_threadsafe(self._wake, code, what)

    def _wake(self, code: str, what: str) -> None:
        for event, counting in self._waiting.get(code, {}).items():
            if counting or what == STATE:
                event.set()

    async def changes(self, code: str, *, counting: bool, look_every: float, rest: float) -> AsyncIterator[None]:
        """Comes back at every change of a session, and every ``look_every`` seconds; never more often than once in
        ``rest`` seconds, however much changes. ``counting``: also when only the number of answers changed."""
        self._loop = asyncio.get_running_loop()
        event = asyncio.Event()
        self._waiting.setdefault(code, {})[event] = counting
        try:
            while True:
                yield
                await asyncio.sleep(rest)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(event.wait(), look_every)
                event.clear()
        finally:
            self._waiting[code].pop(event)
            if not self._waiting[code]:
                del self._waiting[code]
