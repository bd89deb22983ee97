"""The tables of the store, and opening the database that holds them. Plain SQL that SQLite and PostgreSQL both know."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateIndex, CreateTable

from cases.store.store_errors import StoreError

FORMAT = 2
"""Goes up when the tables change; a program refuses a store of a later format instead of guessing."""
READABLE = (1,)
"""Older formats that lack tables and nothing else: those are made, and the store has this format from then on."""
WAIT_SECONDS = 10
"""How long a change waits for another one to end."""

TABLES_LOCK = 8_142_026

METADATA = MetaData()
FORMATS = Table("store_format", METADATA, Column("format", Integer, primary_key=True, autoincrement=False))
OWN = Table(
    "own_case",
    METADATA,
    Column("case_id", String(40), primary_key=True),
    Column("key_hash", String(64), nullable=False),
    Column("changes", Integer, nullable=False),  # raised first in every change, which locks the case for the others
    Column("size", Integer, nullable=False),  # bytes of the draft and of all files
    Column("published", Integer),
    Column("frozen", Text),
    Column("deleted", String(40)),
)
DRAFTS = Table(
    "draft",
    METADATA,
    Column("case_id", ForeignKey(OWN.c.case_id), primary_key=True),
    Column("serial", Integer, nullable=False),
    Column("saved", String(40), nullable=False),
    Column("data", LargeBinary, nullable=False),
)
VERSIONS = Table(
    "version",
    METADATA,
    Column("case_id", ForeignKey(OWN.c.case_id), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False),
    Column("saved", String(40), nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
)
BYTES = Table(  # the same bytes of a case are kept once, in however many versions they are
    "file_bytes",
    METADATA,
    Column("case_id", ForeignKey(OWN.c.case_id), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
FILES = Table(
    "version_file",
    METADATA,
    Column("case_id", ForeignKey(OWN.c.case_id), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", String(200), primary_key=True),
    Column("sha256", String(64), nullable=False),
)
LOG = Table(
    "log",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("case_id", ForeignKey(OWN.c.case_id), nullable=False, index=True),
    Column("saved", String(40), nullable=False),
    Column("what", String(20), nullable=False),
    Column("number", Integer),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
)
CALLS = Table(
    "call",
    METADATA,
    Column("case_id", ForeignKey(OWN.c.case_id), primary_key=True),
    Column("token", String(64), nullable=False, unique=True),
    Column("open", Integer, nullable=False),
)
PROPOSALS = Table(
    "proposal",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("case_id", ForeignKey(OWN.c.case_id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("sent", String(40), nullable=False),
    Column("sha256", String(64), nullable=False),  # of what was written: the same proposal is kept once
    Column("state", String(20)),
    Column("reason", Text, nullable=False),
    Column("merged_into", Text, nullable=False),
    UniqueConstraint("case_id", "number"),
    UniqueConstraint("case_id", "sha256"),
)
ROLE_LINKS = Table(
    "role_link",
    METADATA,
    Column("case_id", ForeignKey(OWN.c.case_id), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("role", String(20), nullable=False),
    Column("label", Text, nullable=False),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("made", String(40), nullable=False),
    Column("revoked", String(40)),
)
CELL_CHANGES = Table(
    "cell_change",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("case_id", ForeignKey(OWN.c.case_id), nullable=False, index=True),
    Column("saved", String(40), nullable=False),
    Column("who", Text, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("row_name", Text, nullable=False),
    Column("heading", Text),
    Column("before", Text),
    Column("after", Text),
    Column("cells", Integer, nullable=False),
)
CELL_COMMENTS = Table(
    "cell_comment",
    METADATA,
    Column("case_id", ForeignKey(OWN.c.case_id), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("sheet", Text, nullable=False),
    Column("row_name", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("saved", String(40), nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_by", Text, nullable=False),
    Column("closed", Integer, nullable=False),
)
FOUR_EYES = Table("four_eyes", METADATA, Column("case_id", ForeignKey(OWN.c.case_id), primary_key=True))
OF_A_CASE = (
    FOUR_EYES,
    CELL_COMMENTS,
    CELL_CHANGES,
    ROLE_LINKS,
    PROPOSALS,
    CALLS,
    LOG,
    FILES,
    BYTES,
    VERSIONS,
    DRAFTS,
    OWN,
)
"""Every table with rows of a case, in the order in which they can be removed."""


def engine_at(address: str) -> Engine:
    """The database at an address, with its tables; the folder and file of SQLite are made when needed.

    Raises:
        OSError, sqlalchemy.exc.SQLAlchemyError: it cannot be opened or written.
        StoreError: it was made by a later version of the program.
    """
    url = make_url(address)
    lite = url.get_backend_name() == "sqlite"
    if lite and url.database:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # for the user of the app alone
    engine = create_engine(
        url,
        pool_pre_ping=not lite,
        connect_args={"timeout": WAIT_SECONDS} if lite else {},
        hide_parameters=True,  # an error can end up in a log; what people wrote may not
    )
    if lite:
        event.listen(engine, "connect", _careful)
    with engine.begin() as connection:
        one_process_at_a_time(connection)
        for table in METADATA.sorted_tables:
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))
    _check_format(engine)
    return engine


def one_process_at_a_time(connection: Connection) -> None:
    """Processes that start together make or change tables one after another: PostgreSQL refuses the second of two that
    make a table at the same moment, "if not exists" or not. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": TABLES_LOCK})


def _careful(connection: sqlite3.Connection, _: object) -> None:
    """A commit of SQLite is on the disk before it is answered, and what is removed is overwritten."""
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}").close()


def _check_format(engine: Engine) -> None:
    with suppress(IntegrityError), engine.begin() as connection:  # another process may have just written it
        if connection.scalar(select(FORMATS.c.format)) is None:
            connection.execute(insert(FORMATS).values(format=FORMAT))
    with engine.begin() as connection:
        connection.execute(update(FORMATS).where(FORMATS.c.format.in_(READABLE)).values(format=FORMAT))
        found = connection.scalar(select(FORMATS.c.format))
    if found != FORMAT:
        raise StoreError("store.format", found=str(found), format=FORMAT)
