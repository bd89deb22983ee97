"""What may be in an uploaded file, checked before anything is unpacked or understood."""

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from cases.workbook.grid import RefusedError

LARGEST_FILE = 20_000_000
"""Bytes of an uploaded file. 100 criteria and 10 alternatives need about 200 kB; pictures may take 12 MB more."""
LARGEST_UNPACKED = 60_000_000
"""Bytes of all its parts together."""
LARGEST_RATIO = 200
"""How many times larger a part may become; smaller parts than ``RATIO_FROM`` are not looked at."""
RATIO_FROM = 1_000_000
MOST_PARTS = 1_000
MOST_CELLS = 200_000
MOST_SHEETS = 100

_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_STRING = re.compile(rb"<(?:\w+:)?si[\s>/]")


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The file as a zip whose parts are few, small and readable.

    Raises:
        RefusedError: it is none, or it goes over a limit.
    """
    _check_first_bytes(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise RefusedError("workbook.damaged") from None
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise RefusedError("workbook.many_parts", most=MOST_PARTS)
    too_dense = any(
        part.file_size > RATIO_FROM and part.file_size > LARGEST_RATIO * max(part.compress_size, 1) for part in parts
    )
    if too_dense or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise RefusedError("workbook.too_dense", megabytes=LARGEST_UNPACKED // 1_000_000)
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedError("workbook.locked")
    names = [part.filename for part in parts]
    if len(set(names)) != len(names):
        raise RefusedError("workbook.double_part")
    for found in parts:
        with _unless_damaged(), archive.open(found):
            pass  # opening compares its name here with that in the list of parts: under another name it is not missed
    return archive


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part.

    Raises:
        RefusedError: the part is damaged.
    """
    with _unless_damaged():
        return archive.read(name)


@contextmanager
def _unless_damaged() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise RefusedError("workbook.damaged") from None
    except Exception as error:  # each way of packing has its own error; lzma and zlib share no base
        if type(error).__name__ in ("error", "LZMAError"):
            raise RefusedError("workbook.damaged") from None
        raise


def check_parts(archive: zipfile.ZipFile) -> None:
    """No part of a workbook defines words of its own (a small file can unfold that way); the cells are not too many.

    Raises:
        RefusedError: one of the two.
    """
    room, strings = RoomForCells(), RoomForCells()
    for name in archive.namelist():
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        data = part(archive, name)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
            raise RefusedError("workbook.damaged")
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise RefusedError("workbook.own_words")
        room.take(len(_CELL.findall(data)))
        strings.take(len(_STRING.findall(data)))


def check_names(archive: zipfile.ZipFile) -> None:
    """No part of a zip points outside the folder in which it would be put, and none is a link.

    Raises:
        RefusedError: one does.
    """
    for found in archive.infolist():
        name = found.filename.replace("\\", "/")
        steps = name.split("/")
        if name.startswith("/") or ".." in steps or ":" in name or stat.S_ISLNK(found.external_attr >> 16):
            raise RefusedError("workbook.outside")


class RoomForCells:
    """How many cells a workbook may still fill, over all its sheets: a few signs can stand for a million cells."""

    def __init__(self) -> None:
        self._left = MOST_CELLS

    def take(self, count: int) -> None:
        """So many cells more. Raises RefusedError when they are too many."""
        self._left -= count
        if self._left < 0:
            raise RefusedError("workbook.many_cells", count=MOST_CELLS)


def _check_first_bytes(data: bytes) -> None:
    if not data:
        raise RefusedError("workbook.empty")
    if len(data) > LARGEST_FILE:
        raise RefusedError("workbook.too_large", megabytes=LARGEST_FILE // 1_000_000)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED_MARK in data:
            raise RefusedError("workbook.locked")
        raise RefusedError("workbook.old_format")
    if not data.startswith(b"PK"):
        raise RefusedError("workbook.other_file")
