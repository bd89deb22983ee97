"""One phone, wall or desk of a live session, as the browser talks to the server: JSON that is posted, and a stream."""

import asyncio
import json
import time
from typing import Any
from urllib.parse import urlsplit

LARGEST_LINE = 2**22


class Phone:
    """A client with a stream of events; it notes when which event came."""

    def __init__(self, address: str, code: str, source: str | None = None) -> None:
        """``source``: the address of this machine from which it comes, so that it counts as another connection."""
        found = urlsplit(address)
        self._host, self._port, self._code = str(found.hostname), int(found.port or 80), code
        self._from = (source, 0) if source else None
        self.token = ""
        self.states: dict[int, float] = {}
        """The moment at which each serial of the session was first heard."""
        self.counts: list[tuple[float, dict[str, Any]]] = []
        self._listening: asyncio.Task[None] | None = None

    async def ask(self, path: str, body: object = None, cookie: str = "") -> tuple[int, bytes]:
        """The status and the body of an answer, over a connection of its own."""
        reader, writer = await asyncio.open_connection(self._host, self._port, local_addr=self._from)
        try:
            writer.write(self._head(path, body, cookie, "close"))
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            size = head.partition("content-length:")[2].partition("\r\n")[0]
            whole = await (reader.readexactly(int(size)) if size else reader.read(-1))
        finally:
            writer.close()
        return int(head.split(" ", 2)[1]), whole

    async def post(self, path: str, **body: Any) -> tuple[int, dict[str, Any]]:
        """The status and the JSON of an answer to what is posted below the session."""
        status, found = await self.ask(f"/s/{self._code}/{path}", body)
        return status, json.loads(found or b"{}")

    async def listen(self, path: str) -> None:
        """Hold a stream from now on; comes back when its first state was heard."""
        opened = asyncio.Event()
        self._listening = asyncio.create_task(self._listen(path, opened))
        await opened.wait()

    async def stop(self) -> None:
        """Let the stream go."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)

    async def _listen(self, path: str, opened: asyncio.Event) -> None:
        reader, writer = await asyncio.open_connection(self._host, self._port, limit=LARGEST_LINE)
        try:
            writer.write(self._head(path, None, "", "keep-alive"))
            kind = ""
            while line := await reader.readline():
                if line.startswith(b"event: "):
                    kind = line[7:].strip().decode()
                elif line.startswith(b"data: ") and kind == "state":
                    self.states.setdefault(json.loads(line[6:])["serial"], time.perf_counter())
                    opened.set()
                elif line.startswith(b"data: ") and kind == "counts":
                    self.counts.append((time.perf_counter(), json.loads(line[6:])))
        finally:
            writer.close()

    def _head(self, path: str, body: object, cookie: str, connection: str) -> bytes:
        sent = b"" if body is None else json.dumps(body).encode()
        lines = [f"{'GET' if body is None else 'POST'} {path} HTTP/1.1", "Host: localhost", f"Connection: {connection}"]
        lines += [f"Content-Length: {len(sent)}"] if sent else []
        lines += [f"Cookie: {cookie}"] if cookie else []
        return "\r\n".join([*lines, "", ""]).encode() + sent
