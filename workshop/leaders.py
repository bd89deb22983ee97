"""Whose secret leads a session: of whoever made it, and of everybody who came in with the passphrase."""

from sqlalchemy import Connection, select

from workshop.room_errors import WrongSecretError
from workshop.room_secrets import hashed, is_token
from workshop.room_store import Session
from workshop.room_tables import LEADERS


def led(connection: Connection, room: Session, secret: str) -> Session:
    """The session, for who leads it.

    Raises:
        WrongSecretError.
    """
    here = (LEADERS.c.room_id == room.id) & (LEADERS.c.secret_hash == hashed(secret if is_token(secret) else ""))
    if connection.scalar(select(LEADERS.c.secret_hash).where(here)) is None:
        raise WrongSecretError
    return room
