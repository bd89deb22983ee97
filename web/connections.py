"""How often one connection may send something, without knowing or keeping whose connection it is."""

import hashlib
import ipaddress
import math
import secrets
import threading
import time
from collections import deque

from starlette.requests import Request

MINUTE, HOUR = 60.0, 3600.0
MOST_REMEMBERED = 10_000
"""Connections; of more than these the ones that were silent longest are forgotten."""


class Pace:
    """At most so many times a minute and an hour from one connection. In memory only.

    An address is hashed with a salt that is made at start-up and never leaves the process.
    """

    def __init__(self, per_minute: int, per_hour: int) -> None:
        self._limits = ((MINUTE, per_minute), (HOUR, per_hour))
        self._salt = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self._moments: dict[bytes, deque[float]] = {}

    def take(self, address: str) -> int:
        """Count one more time; returns 0, or in how many seconds there is room again (then nothing is counted)."""
        key = hashlib.blake2b(address.encode(), key=self._salt).digest()
        now = time.monotonic()
        with self._lock:
            moments = self._moments.pop(key, deque())
            self._moments[key] = moments  # the last of all: it is the one that was silent shortest
            while moments and moments[0] <= now - HOUR:
                moments.popleft()
            wait = max(self._wait(moments, now, span, most) for span, most in self._limits)
            if wait == 0:
                moments.append(now)
            while len(self._moments) > MOST_REMEMBERED:
                del self._moments[next(iter(self._moments))]
        return wait

    def wait(self, address: str) -> int:
        """In how many seconds there is room again, 0 when there is now; nothing is counted."""
        key = hashlib.blake2b(address.encode(), key=self._salt).digest()
        now = time.monotonic()
        with self._lock:
            moments = self._moments.get(key, deque())
            return max(self._wait(moments, now, span, most) for span, most in self._limits)

    @staticmethod
    def _wait(moments: deque[float], now: float, span: float, most: int) -> int:
        recent = [moment for moment in moments if moment > now - span]
        return 0 if len(recent) < most else max(1, math.ceil(recent[-most] + span - now))


def connection(request: Request, proxies: int) -> str:
    """The address of the visitor, or the part of it that one household shares (the first half of IPv6).

    With ``proxies`` of our own before the server, the address that the first of them saw.
    """
    found = request.client.host if request.client else ""
    # A proxy may add a header of its own behind the one that the visitor sent.
    headers = ",".join(request.headers.getlist("x-forwarded-for"))
    forwarded = [part.strip() for part in headers.split(",") if part.strip()]
    if 0 < proxies <= len(forwarded):
        found = _without_port(forwarded[-proxies])
    try:
        address = ipaddress.ip_address(found.partition("%")[0])
    except ValueError:
        return found[:60]
    if address.version == 6 and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((int(address) >> 64 << 64, 64)))
    return str(address)


def _without_port(found: str) -> str:
    """Some proxies write the port behind the address, which is another one every time."""
    if found.startswith("["):
        return found[1:].partition("]")[0]
    return found.partition(":")[0] if found.count(":") == 1 else found


def from_our_own_page(request: Request) -> bool:
    """False when the browser says that another site sent this form."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("host", "?")
