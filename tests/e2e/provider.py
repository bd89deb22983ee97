"""A small OpenID Connect provider on this machine: one person, who is always there, and a key made on the spot."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "waardenweger", "geheim-van-de-aanbieder"
PERSON = {"sub": "persoon-4711", "name": "Jannie de Vries", "email": "jannie@gemeente.example"}


class Provider(ThreadingHTTPServer):
    """Answers what an app asks for, and remembers what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.issuer = f"http://localhost:{self.server_address[1]}"
        self.key = RSAKey.generate_key(2048, {"kid": "1"})
        self.signs_with = self.key
        self.codes: dict[str, dict[str, str]] = {}
        self.scopes: list[str] = []

    @property
    def metadata(self) -> str:
        return f"{self.issuer}/.well-known/openid-configuration"


class _Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        there, issuer = urlsplit(self.path), self.server.issuer
        if there.path == "/.well-known/openid-configuration":
            self._json({
                "issuer": issuer, "authorization_endpoint": f"{issuer}/authorize", "token_endpoint": f"{issuer}/token",
                "jwks_uri": f"{issuer}/keys", "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
            })  # fmt: skip
        elif there.path == "/keys":
            self._json({"keys": [self.server.key.as_dict(private=False)]})
        elif there.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(there.query).items()}
            self.server.scopes.append(asked["scope"])
            code = secrets.token_urlsafe()
            self.server.codes[code] = asked
            self.send_response(302)
            self.send_header(
                "location", f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
            )
            self.end_headers()
        else:
            self._json({}, 404)

    def do_POST(self) -> None:
        posted = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
        asked = self.server.codes.pop(posted["code"][0])
        proof = hashlib.sha256(posted["code_verifier"][0].encode()).digest()
        known = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        right = asked["code_challenge"] == base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
        if not right or self.headers["authorization"] != f"Basic {known}" or asked["client_id"] != CLIENT:
            self._json({"error": "invalid_grant"}, 400)
            return
        now = int(time.time())
        claims = PERSON | {
            "iss": self.server.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
        }
        token = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.server.signs_with)
        self._json({"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": token})

    def _json(self, found: object, status: int = 200) -> None:
        body = json.dumps(found).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the tests say what went wrong."""


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider that answers until the end."""
    with Provider() as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()
