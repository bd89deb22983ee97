"""What whoever runs the server may set, by environment variables that all begin with WAARDENWEGER_."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cases.store.store_errors import StoreError

BESIDE_THE_APP = Path(__file__).parents[2] / "data" / "waardenweger.db"
"""The database when nothing is set."""


class ConfigurationError(StoreError):
    """A setting with a value that means nothing. ``text`` is for visitors, ``str`` of it for who runs the server."""

    def __init__(self, detail: str) -> None:
        super().__init__("store.wrong_setting")
        self.args = (detail,)


@dataclass(frozen=True)
class Configuration:
    """The settings; each with the variable that changes it."""

    store: str = f"sqlite:///{BESIDE_THE_APP}"
    """WAARDENWEGER_STORE: address of the database, as SQLAlchemy writes it."""
    own_cases: bool = True
    """WAARDENWEGER_OWN_CASES: on or off."""
    store_mb: int = 2000
    """WAARDENWEGER_STORE_MB: all own cases together may hold this many million bytes."""
    proposals_per_minute: int = 3
    """WAARDENWEGER_PROPOSALS_PER_MINUTE: from one connection."""
    proposals_per_hour: int = 20
    """WAARDENWEGER_PROPOSALS_PER_HOUR: from one connection."""
    open_proposals: int = 500
    """WAARDENWEGER_OPEN_PROPOSALS: at most this many without an answer per case."""
    proxies: int = 0
    """WAARDENWEGER_PROXIES: how many of our own proxies stand before the server. Each of them adds one address to the
    header X-Forwarded-For; what stands before those was written by the visitor and is not believed."""
    cases: Path | None = None
    """WAARDENWEGER_CASES: an extra folder with cases, beside those that come with the program."""
    address: str | None = None
    """WAARDENWEGER_ADDRESS: where others find this server. Without it a link that is shared shows no picture."""


def configuration(environment: Mapping[str, str]) -> Configuration:
    """The settings in an environment.

    Raises:
        ConfigurationError: names the variable, what was found, and what it can be.
    """
    found = Configuration()
    return Configuration(
        store=_address(environment.get("WAARDENWEGER_STORE") or found.store),
        own_cases=_switch(environment, "WAARDENWEGER_OWN_CASES", found.own_cases),
        store_mb=_count(environment, "WAARDENWEGER_STORE_MB", found.store_mb),
        proposals_per_minute=_count(environment, "WAARDENWEGER_PROPOSALS_PER_MINUTE", found.proposals_per_minute),
        proposals_per_hour=_count(environment, "WAARDENWEGER_PROPOSALS_PER_HOUR", found.proposals_per_hour),
        open_proposals=_count(environment, "WAARDENWEGER_OPEN_PROPOSALS", found.open_proposals),
        proxies=_count(environment, "WAARDENWEGER_PROXIES", found.proxies, least=0),
        cases=_folder(environment, "WAARDENWEGER_CASES"),
        address=_public(environment, "WAARDENWEGER_ADDRESS"),
    )


@cache
def settings() -> Configuration:
    """The settings of this process, read once."""
    return configuration(os.environ)


def sqlite_file(address: str) -> Path | None:
    """The file of an SQLite database, from its address; None for another database, and for an address with options."""
    name = address.removeprefix("sqlite:///")
    return Path(name) if name not in (address, "") and not any(mark in name for mark in "?:%") else None


def _address(found: str) -> str:
    if sqlite_file(found) is not None:
        return found
    from sqlalchemy.engine import make_url  # here and not above, as in this_store
    from sqlalchemy.exc import ArgumentError

    try:
        make_url(found).get_dialect()
    except (ArgumentError, ImportError) as error:
        # Without the value itself: it may hold a password.
        raise ConfigurationError(
            "WAARDENWEGER_STORE is not the address of a database that this server has a driver for. Write it as "
            "sqlite:////folder/file.db or postgresql+psycopg://user:password@machine/name"
        ) from error
    return found


def _folder(environment: Mapping[str, str], name: str) -> Path | None:
    found = environment.get(name, "").strip()
    if found and not Path(found).is_dir():
        raise ConfigurationError(f"{name} is '{found[:200]}', which is not a folder that can be read")
    return Path(found).resolve() if found else None


def _public(environment: Mapping[str, str], name: str) -> str | None:
    found = environment.get(name, "").strip().rstrip("/")
    if found and not re.fullmatch(r"https?://[A-Za-z0-9._\[\]:-]+(/[A-Za-z0-9._~/-]*)?", found):
        raise ConfigurationError(f"{name} is '{found[:200]}'. Write it as https://weger.example.nl")
    return found or None


def _switch(environment: Mapping[str, str], name: str, usual: bool) -> bool:
    found = environment.get(name, "").strip().lower()
    if found not in ("", "on", "off"):
        raise ConfigurationError(f"{name} is '{found[:40]}'. Write on or off")
    return usual if not found else found == "on"


def _count(environment: Mapping[str, str], name: str, usual: int, least: int = 1) -> int:
    found = environment.get(name, "").strip()
    if not found:
        return usual
    if not (found.isascii() and found.isdecimal() and len(found) < 10 and int(found) >= least):
        raise ConfigurationError(f"{name} is '{found[:40]}'. Write a whole number of {least} or more")
    return int(found)
