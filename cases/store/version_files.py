"""The files of a version in the database. Bytes that a case already has are not kept twice."""

import hashlib
from collections.abc import Mapping

from sqlalchemy import Connection, insert, select

from cases.definition.model import Case
from cases.reading.loader import CaseError, case_from_files, id_in
from cases.store.store_tables import BYTES, FILES
from files.problems import Problems, shown


def sound(case_id: str, contents: Mapping[str, bytes]) -> Case:
    """The case that the files make.

    Raises:
        CaseError: they make none, or a case with another id.
    """
    found = id_in(contents)
    if found is not None and found != case_id:
        problems = Problems()
        problems.of("case.yaml").add(None, "case.other_id", found=shown(found), case_id=case_id)
        raise CaseError(case_id, problems.listed())
    return case_from_files(contents)


def files_of(connection: Connection, case_id: str, number: int) -> dict[str, str]:
    """Hash of the bytes of each file in a version, by name; empty when there is no such version."""
    rows = select(FILES.c.name, FILES.c.sha256).where(FILES.c.case_id == case_id, FILES.c.number == number)
    return {row.name: row.sha256 for row in connection.execute(rows)}


def bytes_of(connection: Connection, case_id: str, number: int) -> dict[str, bytes]:
    """The files of a version, by name; empty when there is no such version, or when it was removed just now."""
    files = files_of(connection, case_id, number)
    rows = select(BYTES).where(BYTES.c.case_id == case_id, BYTES.c.sha256.in_(set(files.values())))
    data = {row.sha256: row.data for row in connection.execute(rows)}
    return {name: data[files[name]] for name in sorted(files)} if data.keys() == set(files.values()) else {}


def hashes(contents: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each file in hexadecimal, by name: what a version keeps of its bytes."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}


def keep(connection: Connection, case_id: str, number: int, contents: Mapping[str, bytes]) -> int:
    """Write the files of a version; returns by how many bytes the store grew."""
    known = set(connection.scalars(select(BYTES.c.sha256).where(BYTES.c.case_id == case_id)))
    grown = 0
    for name, sha256 in hashes(contents).items():
        if sha256 not in known:
            connection.execute(insert(BYTES).values(case_id=case_id, sha256=sha256, data=contents[name]))
            known.add(sha256)
            grown += len(contents[name])
        connection.execute(insert(FILES).values(case_id=case_id, number=number, name=name, sha256=sha256))
    return grown
