"""Sign-in through the OpenID Connect of the organisation: a setting of the server, off unless it is whole."""

import hashlib
import hmac
import json
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

SHORTEST_KEY = 32
"""Characters."""


class SignInError(Exception):
    """A part is missing or means nothing; it names the part, and no value."""


@dataclass(frozen=True)
class SignIn:
    """Where colleagues sign in, and the key with which we keep who they are without knowing it."""

    metadata: str
    """WAARDENWEGER_OIDC_METADATA: address of the provider's openid-configuration."""
    client: str
    """WAARDENWEGER_OIDC_CLIENT: what the provider calls this app."""
    secret: str = field(repr=False)
    """WAARDENWEGER_OIDC_SECRET: what the provider gave this app to prove itself."""
    key: str = field(repr=False)
    """WAARDENWEGER_OIDC_KEY: long and random, of this server alone."""
    address: str
    """WAARDENWEGER_ADDRESS: where the provider sends people back to."""

    def made_from_key(self, purpose: str) -> str:
        """A key for one purpose: who learns one of them cannot work out another."""
        return hmac.new(self.key.encode(), purpose.encode(), hashlib.sha256).hexdigest()

    def personal_secret(self, issuer: str, subject: str, case_id: str) -> str:
        """What opens a case for one person: another one in every case, and unknown without the key of this server."""
        person = json.dumps([issuer, subject, case_id])
        return hmac.new(self.made_from_key("person").encode(), person.encode(), hashlib.sha256).hexdigest()

    def streamlit_secrets(self) -> dict[str, dict[str, str | dict[str, str]]]:
        """The settings as Streamlit asks for them. Only ``openid`` is asked of the provider: no name, no e-mail."""
        return {
            "auth": {
                "redirect_uri": f"{self.address}/oauth2callback",
                "cookie_secret": self.made_from_key("cookie"),
                "client_id": self.client,
                "client_secret": self.secret,
                "server_metadata_url": self.metadata,
                "client_kwargs": {"scope": "openid"},
            }
        }


def sign_in_from(environment: Mapping[str, str]) -> SignIn | None:
    """The setting in an environment; None when nothing of it is there.

    Raises:
        SignInError: a part is missing or means nothing.
    """
    names = ("METADATA", "CLIENT", "SECRET", "KEY")
    found = {name: environment.get(f"WAARDENWEGER_OIDC_{name}", "").strip() for name in names}
    if not any(found.values()):
        return None
    for name, value in found.items():
        if not value:
            raise SignInError(f"WAARDENWEGER_OIDC_{name} is missing, so nobody can sign in")
    there = urlsplit(found["METADATA"])
    here = there.hostname in ("localhost", "127.0.0.1", "::1")
    if not there.hostname or not (there.scheme == "https" or (there.scheme == "http" and here)):
        raise SignInError("WAARDENWEGER_OIDC_METADATA is no address that begins with https://")
    if len(found["KEY"]) < SHORTEST_KEY or re.fullmatch(r"(.)\1*", found["KEY"]):
        raise SignInError(f"WAARDENWEGER_OIDC_KEY has to be random and {SHORTEST_KEY} characters or more")
    return SignIn(found["METADATA"], found["CLIENT"], found["SECRET"], found["KEY"], _address(environment))


def _address(environment: Mapping[str, str]) -> str:
    from cases.store.configuration import ConfigurationError, configuration  # who does not sign in waits for no cases

    try:
        address = configuration({"WAARDENWEGER_ADDRESS": environment.get("WAARDENWEGER_ADDRESS", "")}).address
    except ConfigurationError as error:
        raise SignInError(str(error)) from error
    if address is None:
        raise SignInError("WAARDENWEGER_ADDRESS is missing: who signs in is sent back to it")
    return address


@cache
def sign_in() -> SignIn | None:
    """The setting of this process, read once. One that means nothing is named in the log, and nobody signs in."""
    try:
        return sign_in_from(os.environ)
    except SignInError as error:
        logging.getLogger(__name__).error("%s", error)
        return None
