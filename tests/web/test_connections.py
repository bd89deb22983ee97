"""How often one connection may send something, and which connection that is."""

import time

import pytest
from starlette.requests import Request

from web import connections
from web.connections import Pace, connection, from_our_own_page


def asked(address: str = "10.0.0.1", **headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": named, "client": (address, 1234)})


def twice_forwarded(*addresses: str) -> Request:
    """Some proxies add a header of their own behind the one that the visitor sent."""
    named = [(b"x-forwarded-for", address.encode()) for address in addresses]
    return Request({"type": "http", "headers": named, "client": ("10.0.0.1", 1234)})


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 1000.0

    monkeypatch.setattr(time, "monotonic", lambda: Clock.now)
    return Clock


def test_three_a_minute_and_then_a_wait_until_the_first_is_a_minute_old(clock):
    pace = Pace(per_minute=3, per_hour=20)
    for second in (0, 10, 20):
        clock.now = 1000 + second
        assert pace.take("a") == 0
    clock.now = 1030
    assert pace.take("a") == 30  # the first was at 0, so there is room at 60
    assert pace.take("b") == 0
    clock.now = 1060.5
    assert pace.take("a") == 0
    assert pace.take("a") == 10  # the second was at 10


def test_the_hour_has_a_limit_of_its_own(clock):
    pace = Pace(per_minute=3, per_hour=4)
    for minute in range(4):
        clock.now = 1000 + 60 * minute
        assert pace.take("a") == 0
    clock.now = 1000 + 600
    assert pace.take("a") == 3000
    clock.now = 1000 + 3601
    assert pace.take("a") == 0


def test_no_address_is_remembered_and_memory_has_an_end(clock, monkeypatch):
    monkeypatch.setattr(connections, "MOST_REMEMBERED", 5)
    pace = Pace(per_minute=1, per_hour=1)
    for number in range(20):
        pace.take(f"10.0.0.{number}")
    assert len(pace._moments) == 5
    assert not any(b"10.0.0" in key for key in pace._moments)
    assert pace.take("10.0.0.19") > 0


@pytest.mark.parametrize(
    ("request_", "proxies", "expected"),
    [
        (asked("10.0.0.1"), 0, "10.0.0.1"),
        (asked("10.0.0.1", x_forwarded_for="1.1.1.1"), 0, "10.0.0.1"),
        (asked("10.0.0.1", x_forwarded_for="6.6.6.6, 1.1.1.1"), 1, "1.1.1.1"),
        (asked("10.0.0.1", x_forwarded_for="6.6.6.6, 1.1.1.1, 2.2.2.2"), 2, "1.1.1.1"),
        (asked("10.0.0.1"), 1, "10.0.0.1"),
        (twice_forwarded("6.6.6.6", "1.1.1.1"), 1, "1.1.1.1"),
        (asked(x_forwarded_for="1.1.1.1:50123"), 1, "1.1.1.1"),
        (asked(x_forwarded_for="[2001:db8:1:2::9]:50123"), 1, "2001:db8:1:2::/64"),
        (asked("2001:db8:1:2:3:4:5:6"), 0, "2001:db8:1:2::/64"),
        (asked("fe80::1%eth0"), 0, "fe80::/64"),
        (asked("::ffff:10.0.0.7"), 0, "::ffff:a00:7"),
        (asked("testclient"), 0, "testclient"),
    ],
)
def test_a_connection_is_the_address_that_we_can_believe(request_, proxies, expected):
    assert connection(request_, proxies) == expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "cross-site"}, False),
        ({"sec_fetch_site": "same-site"}, False),
        ({"origin": "http://weger.nl", "host": "weger.nl"}, True),
        ({"origin": "http://weger.nl:8501", "host": "weger.nl:8501"}, True),
        ({"origin": "http://evil.nl", "host": "weger.nl"}, False),
        ({"origin": "null", "host": "weger.nl"}, False),
        ({"origin": "null"}, False),
        ({"host": "weger.nl"}, True),
    ],
)
def test_a_form_from_another_site_is_known_by_its_headers(headers, expected):
    assert from_our_own_page(asked(**headers)) is expected
