"""Answers leave at once.

An answer goes out in two parts: what it is, then its text. By default the network holds the second until the other side
has told that the first came, and that may take 40 milliseconds, at every answer. Python turns this off by itself, but
not where somebody else opened the socket, as Streamlit does.
"""

import gc
import socket


def send_at_once() -> int:
    """Let every connection that this process accepts send without waiting; how many doors it found open.

    A connection takes this over from the socket on which it came in.
    """
    doors = [one for one in gc.get_objects() if isinstance(one, socket.socket) and _listens(one)]
    for door in doors:
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return len(doors)


def _listens(found: socket.socket) -> bool:
    internet = found.family in (socket.AF_INET, socket.AF_INET6) and found.type == socket.SOCK_STREAM
    return internet and found.fileno() >= 0 and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) != 0
