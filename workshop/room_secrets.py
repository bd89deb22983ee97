"""Codes that people type, and secrets that nobody guesses. Of a secret only a hash is kept."""

import hashlib
import hmac
import re
import secrets

LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
"""Of a code: no vowels, so that no word comes out, and nothing that reads as something else."""
JOIN_LENGTH, CARD_LENGTH = 6, 8
LONGEST_PHRASE = 200
SHORTEST_PHRASE = 12
_ROUNDS = {"n": 2**14, "r": 8, "p": 1}
"""Of scrypt: about 50 ms, so that guessing a passphrase costs too much."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,60}", re.ASCII)


def join_code() -> str:
    """A new code to join with: 480 million of them, and who guesses is slowed down."""
    return "".join(secrets.choice(LETTERS) for _ in range(JOIN_LENGTH))


def card_code() -> str:
    """A new code for a card that works once."""
    return "".join(secrets.choice(LETTERS) for _ in range(CARD_LENGTH))


def typed_code(found: str) -> str:
    """A code as somebody typed it, as it is kept: without spaces and dashes, in capitals."""
    return "".join(mark for mark in found[:40].upper() if mark not in " -.\u2013\u00a0")


def new_token() -> str:
    """A secret of 192 bits."""
    return secrets.token_urlsafe(24)


def is_token(found: object) -> bool:
    """Whether this can be one of our tokens; others are not looked for."""
    return isinstance(found, str) and _TOKEN.fullmatch(found) is not None


def hashed(secret: str) -> str:
    """What is kept of a token or a card."""
    return hashlib.sha256(secret.encode()).hexdigest()


def phrase_kept(phrase: str) -> str:
    """What is kept of a passphrase: salt and hash."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{hashlib.scrypt(phrase.encode(), salt=salt, **_ROUNDS).hex()}"


def phrase_fits(phrase: str, kept: str) -> bool:
    """Whether it is the passphrase; takes as long for a wrong one."""
    salt, _, right = kept.partition(":")
    found = hashlib.scrypt(phrase[:LONGEST_PHRASE].encode(), salt=bytes.fromhex(salt), **_ROUNDS).hex()
    return hmac.compare_digest(found, right)
