"""The tables of live sessions. Alembic makes and changes them (``migrations/``); nothing else does."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()
ROOM_CASES = Table(  # the case as it was when a session was prepared: it stays, whatever happens to the case
    "room_case",
    METADATA,
    Column("case_id", String(40), primary_key=True),
    Column("version", String(64), primary_key=True),
    Column("files", LargeBinary, nullable=False),
)
ROOMS = Table(
    "room",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("code", String(12), nullable=False, unique=True),
    Column("case_id", String(40), nullable=False),
    Column("case_version", String(64), nullable=False),
    Column("phrase", String(200)),
    Column("plan", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("serial", Integer, nullable=False),  # raised first in every change of the state, which locks the room
    Column("made", String(40), nullable=False),
    Column("closed", String(40)),
    Column("remove_after", String(40)),
    Column("emptied", String(40)),  # ballots and words were removed; the account stays
)
LEADERS = Table(  # whoever made the session, and everybody who came in with the passphrase
    "room_leader",
    METADATA,
    Column("secret_hash", String(64), primary_key=True),
    Column("room_id", ForeignKey(ROOMS.c.id), nullable=False, index=True),
    Column("made", String(40), nullable=False),
)
PEOPLE = Table(
    "room_person",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey(ROOMS.c.id), nullable=False, index=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("way", String(12), nullable=False),  # phone, paper, proxy, made_up
    Column("table_label", String(20)),
    Column("role", String(40)),  # drawn by lot, where roles are played
    Column("doubled", Boolean, nullable=False),  # looks like a second ballot of somebody: flagged, never removed
)
CARDS = Table(
    "room_card",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey(ROOMS.c.id), nullable=False),
    Column("card_hash", String(64), nullable=False),
    Column("table_label", String(20)),
    Column("person_id", ForeignKey(PEOPLE.c.id)),
    UniqueConstraint("room_id", "card_hash"),
)
ANSWERS = Table(
    "room_answer",
    METADATA,
    Column("person_id", ForeignKey(PEOPLE.c.id), primary_key=True),
    Column("question", String(20), primary_key=True),
    Column("room_id", ForeignKey(ROOMS.c.id), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("send_key", String(60), nullable=False),  # the same sending comes twice when a phone tries again
    Column("body", Text, nullable=False),
)
SAYINGS = Table(
    "room_saying",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey(ROOMS.c.id), nullable=False, index=True),
    Column("person_id", ForeignKey(PEOPLE.c.id)),  # empty: typed by whoever leads
    Column("question", String(20), nullable=False),
    Column("kind", String(12), nullable=False),  # reason, parked (a disputed fact), note (of the evening), dissent
    Column("words", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("state", String(12), nullable=False),  # waiting, shown, kept (for the account only), erased
    UniqueConstraint("person_id", "question"),
)
LINES = Table(
    "room_line",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("room_id", ForeignKey(ROOMS.c.id), nullable=False, index=True),
    Column("moment", String(40), nullable=False),
    Column("what", String(20), nullable=False),
    Column("detail", Text, nullable=False),
    Column("joined", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
)
RELEASES = Table(
    "room_release",
    METADATA,
    Column("room_id", ForeignKey(ROOMS.c.id), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("stage", String(20), nullable=False),
    Column("ballots", Text, nullable=False),  # which revision of whose ballot it rests on: against laying two apart
    Column("result", Text, nullable=False),
)
ACCOUNTS = Table(
    "room_account",
    METADATA,
    Column("room_id", ForeignKey(ROOMS.c.id), primary_key=True),
    Column("facts", Text, nullable=False),  # numbers and words that stay when the ballots are gone
    Column("done_with_it", Text, nullable=False),
    Column("decided", String(40)),
)
OF_PEOPLE = (RELEASES, SAYINGS, ANSWERS, CARDS, PEOPLE)
"""What is removed when a session is emptied, in this order."""
