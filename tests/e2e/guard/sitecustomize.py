"""Loaded by the server under test: notes every connection to another machine before it is made, and the texts shown.

The server stops when the test run is over.
"""

import os
import socket
import sys
import threading
import time

from shown_words import WhenLoaded

_connect = socket.socket.connect


def _noted(self: socket.socket, address: object) -> None:
    host = address[0] if isinstance(address, tuple) else ""
    if host not in ("", "localhost", "::1") and not str(host).startswith("127."):
        with open(os.environ["OUTSIDE_CONNECTIONS"], "a", encoding="utf-8") as file:
            file.write(f"{address}\n")
    return _connect(self, address)


def _stop_with(process: int) -> None:
    """Stop when a process is gone, however it ended."""
    while True:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            os._exit(0)
        time.sleep(0.5)


socket.socket.connect = _noted
sys.meta_path.insert(0, WhenLoaded())
threading.Thread(target=_stop_with, args=(int(os.environ["TEST_RUN"]),), daemon=True).start()
