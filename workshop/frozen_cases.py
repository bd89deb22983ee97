"""The case of a session as it was when that was prepared: its files are kept beside the session."""

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy import Connection, Engine, insert, select

from cases.definition.model import Case
from cases.reading.case_folder import read_files
from cases.reading.loader import case_from_files
from cases.store import own_cases
from cases.store.case_folders import case_roots
from files.problems import Problems
from workshop.room_errors import NoSuchRoomError
from workshop.room_tables import ROOM_CASES

Files = Mapping[str, bytes]


def files_now(case_id: str, number: int | None = None) -> dict[str, bytes]:
    """The files of a case that is there now: of a version of an own case, or of a case on the disk of this server.

    Raises:
        StoreError: as ``OwnCases.contents``, also when there is no such case.
    """
    if number is None:
        for root in case_roots():
            if (root / case_id).is_dir():
                return dict(read_files(root / case_id, Problems()))
        raise NoSuchRoomError
    return dict(own_cases().contents(case_id, number))


def keep(connection: Connection, case: Case, files: Files) -> None:
    """Keep the files under the version of the case, once for however many sessions."""
    here = (ROOM_CASES.c.case_id == case.id) & (ROOM_CASES.c.version == case.version)
    if connection.scalar(select(ROOM_CASES.c.version).where(here)) is None:
        connection.execute(insert(ROOM_CASES).values(case_id=case.id, version=case.version, files=packed(files)))


@lru_cache(maxsize=16)
def frozen_case(engine: Engine, case_id: str, version: str) -> Case:
    """The case in the version of a session.

    Raises:
        NoSuchRoomError: it was never kept.
        CaseError: the checks became stricter since.
    """
    return case_from_files(frozen_files(engine, case_id, version))


def frozen_files(engine: Engine, case_id: str, version: str) -> dict[str, bytes]:
    """The files of that case, by name.

    Raises:
        NoSuchRoomError: it was never kept.
    """
    here = (ROOM_CASES.c.case_id == case_id) & (ROOM_CASES.c.version == version)
    with engine.begin() as connection:
        packed = connection.scalar(select(ROOM_CASES.c.files).where(here))
    if packed is None:
        raise NoSuchRoomError
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(files: Files) -> bytes:
    """Files as one zip; the same files make the same bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as opened:
        for name in sorted(files):
            opened.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED)
    return whole.getvalue()
