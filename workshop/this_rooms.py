"""The sessions of this process: opened from the settings when they are first asked for, and then kept."""

from functools import cache

from sqlalchemy.engine import make_url

from cases.store.configuration import settings, sqlite_file
from workshop.account import Accounts
from workshop.leading import Leading
from workshop.news import News, NewsInMemory, NewsOverPostgres, Waiting
from workshop.room_store import RoomStore, room_store_at
from workshop.sayings import Sayings
from workshop.taking_part import TakingPart
from workshop.while_serving import open_enough_files, purge_hourly


@cache
def room_store() -> RoomStore:
    """The database of sessions. After a failure the next call tries again.

    Raises:
        StoreUnreachableError: it cannot be opened or written; ConfigurationError.
    """
    store = room_store_at(settings().store)
    open_enough_files()
    Leading(store).purge()
    purge_hourly(store)
    return store


def open_if_kept() -> None:
    """Begin to look after the sessions that are there. Where there is no database yet there is nothing to look after.

    Raises:
        StoreError: as ``room_store``.
    """
    file = sqlite_file(settings().store)
    if file is None or file.exists():
        room_store()


def leading() -> Leading:
    """The side of whoever leads; raises what ``room_store`` raises."""
    return Leading(room_store())


def taking_part() -> TakingPart:
    """The side of the participants; raises what ``room_store`` raises."""
    return TakingPart(room_store())


def sayings() -> Sayings:
    """What was written in the sessions; raises what ``room_store`` raises."""
    return Sayings(room_store())


def accounts() -> Accounts:
    """The accounts of sessions; raises what ``room_store`` raises."""
    return Accounts(room_store())


@cache
def news() -> News:
    """How this process hears of changes, and tells them."""
    url = make_url(settings().store)
    if url.get_backend_name() != "postgresql":
        return NewsInMemory()
    return NewsOverPostgres(url.set(drivername="postgresql").render_as_string(hide_password=False))


@cache
def waiting() -> Waiting:
    """The pages of this process that wait for news."""
    found = Waiting()
    news().listen(found.heard)
    return found
