"""One visitor of a Streamlit page, speaking its protocol over a websocket as the browser does."""

import asyncio
import json
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode, urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class StreamlitSession:
    """An open session; `run` asks for one run of its page and waits until that is finished."""

    def __init__(self, address: str, page: str = "", query: str = "") -> None:
        """``address`` of the server, and the page with its query, as in the browser."""
        self.address, self.page, self.query = address.replace("http", "ws") + "/_stcore/stream", page, query
        self.board: str | None = None
        """Id of the first component on the page, after a run."""
        self.board_data: dict[str, Any] = {}
        """What Python told that component last."""
        self.sliders: list[str] = []
        """Ids of Streamlit's own sliders."""
        self._number = 0

    async def __aenter__(self) -> Self:
        self._socket = await websockets.connect(self.address, subprotocols=["streamlit"], max_size=None)
        return self

    async def __aexit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._socket.close()

    async def release(self, points: dict[str, str]) -> bytes:
        """Ask the light address about these points, over a connection of its own; returns the answer.

        A server lets go of a connection that was quiet for five seconds, so most releases of a browser open one too.

        Raises:
            RuntimeError: the answer is not 200.
        """
        server = urlsplit(self.address)
        reader, writer = await asyncio.open_connection(server.hostname, server.port)
        self._number += 1
        body = urlencode({"ticket": self.board_data["ticket"], "n": self._number, **points}).encode()
        head = f"POST /weging HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + body)
        answer = await reader.read(-1)
        writer.close()
        if not answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(answer.decode())
        return answer

    async def hand_over(self, points: dict[str, str]) -> None:
        """Let the page take these points over and be drawn."""
        self._number += 1
        await self.run({**points, "n": self._number})

    async def run(self, answer: dict[str, Any] | None = None, slider: float | None = None) -> None:
        """Run the page, with what the board sends, or with the first slider moved."""
        message = BackMsg()
        message.rerun_script.query_string, message.rerun_script.page_name = self.query, self.page
        if answer is not None:
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.json_value = str(self.board), json.dumps({"answer": answer})
        if slider is not None:
            state = message.rerun_script.widget_states.widgets.add()
            state.id = self.sliders[0]
            state.double_array_value.data.append(slider)
        await self._socket.send(message.SerializeToString())
        first = True
        while True:
            news = ForwardMsg.FromString(await self._socket.recv())
            kind = news.WhichOneof("type")
            element = news.delta.new_element if kind == "delta" else None
            shown = element.WhichOneof("type") if element is not None else None
            if element is not None and shown == "bidi_component" and first:
                first, self.board = False, element.bidi_component.id
                self.board_data = json.loads(element.bidi_component.json or "{}")
            elif element is not None and shown == "slider" and element.slider.id not in self.sliders:
                self.sliders.append(element.slider.id)
            elif kind == "script_finished":
                return
