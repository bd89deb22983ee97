"""Loaded by the server under test: notes every connection to another machine before it is made, and the texts shown."""

import os
import socket
import sys

from shown_words import WhenLoaded

_connect = socket.socket.connect


def _noted(self: socket.socket, address: object) -> None:
    host = address[0] if isinstance(address, tuple) else ""
    if host not in ("", "localhost", "::1") and not str(host).startswith("127."):
        with open(os.environ["OUTSIDE_CONNECTIONS"], "a", encoding="utf-8") as file:
            file.write(f"{address}\n")
    return _connect(self, address)


socket.socket.connect = _noted
sys.meta_path.insert(0, WhenLoaded())
