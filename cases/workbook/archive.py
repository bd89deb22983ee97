"""What may be in an uploaded file, checked before anything is unpacked or understood."""

import io
import re
import stat
import zipfile

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


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The file as a zip whose parts are few, small and readable.

    Raises:
        RefusedError: it is none, or it goes over a limit.
    """
    _check_first_bytes(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise _damaged() from None
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise RefusedError(
            f"the file holds more than {MOST_PARTS} parts. Save the case in a new workbook",
            f"het bestand bevat meer dan {MOST_PARTS} onderdelen. Bewaar de zaak in een nieuwe werkmap",
        )
    too_dense = any(
        part.file_size > RATIO_FROM and part.file_size > LARGEST_RATIO * max(part.compress_size, 1) for part in parts
    )
    if too_dense or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise RefusedError(
            f"unpacked, the file is larger than {LARGEST_UNPACKED // 1_000_000} MB, or it was packed far more tightly "
            "than a case ever is. Remove what does not belong to the case, and empty rows and columns with a layout",
            f"uitgepakt is het bestand groter dan {LARGEST_UNPACKED // 1_000_000} MB, of veel dichter ingepakt dan een "
            "zaak ooit is. Haal weg wat niet bij de zaak hoort, ook lege rijen en kolommen met opmaak",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise _locked()
    names = [part.filename for part in parts]
    if len(set(names)) != len(names):
        raise RefusedError(
            "a part is in the file twice. Save the case in a new file",
            "een onderdeel zit twee keer in het bestand. Bewaar de zaak in een nieuw bestand",
        )
    return archive


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part.

    Raises:
        RefusedError: the part is damaged.
    """
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, OSError, ValueError):
        raise _damaged() from None
    except Exception as error:  # each way of packing has its own error; lzma and zlib share no base
        if type(error).__name__ in ("error", "LZMAError"):
            raise _damaged() from None
        raise


def check_parts(archive: zipfile.ZipFile) -> None:
    """No part of a workbook defines words of its own (a small file can unfold that way); the cells are not too many.

    Raises:
        RefusedError: one of the two.
    """
    cells = 0
    for name in archive.namelist():
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        data = part(archive, name)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
            raise _damaged()
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise RefusedError(
                "the file defines words of its own, as an attack does. Save the case in a new workbook",
                "het bestand bevat eigen definities, zoals een aanval dat doet. Bewaar de zaak in een nieuwe werkmap",
            )
        cells += len(_CELL.findall(data))
    if cells > MOST_CELLS:
        raise too_many_cells()


def check_names(archive: zipfile.ZipFile) -> None:
    """No part of a zip points outside the folder in which it would be put, and none is a link.

    Raises:
        RefusedError: one does.
    """
    for found in archive.infolist():
        name = found.filename.replace("\\", "/")
        steps = name.split("/")
        if name.startswith("/") or ".." in steps or ":" in name or stat.S_ISLNK(found.external_attr >> 16):
            raise RefusedError(
                "the zip holds a link, or a file with a place outside its own folder. Make a new zip of the case files",
                "de zip bevat een koppeling, of een bestand met een plek buiten de eigen map. Maak een nieuwe zip van "
                "de bestanden van de zaak",
            )


def too_many_cells() -> RefusedError:
    return RefusedError(
        f"the workbook has more than {MOST_CELLS:,} cells with content or layout. Remove what does not belong to the "
        "case".replace(",", " "),
        f"de werkmap heeft meer dan {MOST_CELLS:,} cellen met inhoud of opmaak. Haal weg wat niet bij de zaak "
        "hoort".replace(",", "."),
    )


def _check_first_bytes(data: bytes) -> None:
    if not data:
        raise RefusedError("the file is empty. Choose another file", "het bestand is leeg. Kies een ander bestand")
    if len(data) > LARGEST_FILE:
        raise RefusedError(
            f"the file is larger than {LARGEST_FILE // 1_000_000} MB. Remove what does not belong to the case",
            f"het bestand is groter dan {LARGEST_FILE // 1_000_000} MB. Haal weg wat niet bij de zaak hoort",
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED_MARK in data:
            raise _locked()
        raise RefusedError(
            "this is a workbook in an old format (.xls). Save it as .xlsx or .ods",
            "dit is een werkmap in een oud formaat (.xls). Bewaar hem als .xlsx of .ods",
        )
    if not data.startswith(b"PK"):
        raise RefusedError(
            "this is not a workbook (.xlsx or .ods) and not a zip. Its name does not matter; choose the file in which "
            "the case stands",
            "dit is geen werkmap (.xlsx of .ods) en geen zip. De naam maakt niet uit; kies het bestand waar de zaak "
            "in staat",
        )


def _damaged() -> RefusedError:
    return RefusedError(
        "the file is damaged. Open it in a spreadsheet program and save it again",
        "het bestand is beschadigd. Open het in een rekenprogramma en bewaar het opnieuw",
    )


def _locked() -> RefusedError:
    return RefusedError(
        "the file is locked with a password. Save it without a password",
        "het bestand is op slot met een wachtwoord. Bewaar het zonder wachtwoord",
    )
