"""Opening the database of live sessions: the same one as that of own cases, with tables that Alembic keeps."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect

from cases.store.store_errors import StoreError
from cases.store.store_tables import engine_at, one_process_at_a_time

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_one_at_a_time = threading.Lock()  # Alembic keeps where it is in its module


def room_engine(address: str) -> Engine:
    """The database at an address, with the tables of own cases and of sessions as this program knows them.

    Raises:
        OSError, sqlalchemy.exc.SQLAlchemyError: it cannot be opened or written.
        StoreError: it was made by a later version of the program.
    """
    engine = engine_at(address)
    with _one_at_a_time, engine.begin() as connection:
        one_process_at_a_time(connection)
        upgrade(connection)
    return engine


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the tables to a revision; nothing happens when they have it.

    Raises:
        StoreError: the database has a revision that this program does not know.
    """
    from alembic import command
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = alembic_config(connection)
    context = MigrationContext.configure(connection, opts={"version_table": "room_schema"})
    known = ScriptDirectory.from_config(config)
    found = context.get_current_revision() if inspect(connection).has_table("room_schema") else None
    if found == known.get_current_head():
        return
    if found is not None and found not in {script.revision for script in known.walk_revisions()}:
        raise StoreError("store.format", found=found, format=str(known.get_current_head()))
    command.upgrade(config, to)


def alembic_config(connection: Connection) -> "Config":
    """How Alembic finds our changes, on a connection of ours."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
