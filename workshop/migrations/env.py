"""Run by Alembic, on the connection that ``workshop.room_engine`` hands over."""

from alembic import context

from workshop.room_tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table="room_schema",
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
