"""A case as a zip of its files: the one form that keeps every byte, and so the version."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

from cases.definition.picture import FOLDER, without_hidden
from cases.reading.case_folder import OPTIONAL, REQUIRED, is_litter, largest
from cases.workbook.archive import check_names, part
from cases.workbook.grid import RefusedError
from files.problems import shown
from texts import Told
from texts.message import message

_DAY = (1980, 1, 1, 0, 0, 0)
"""The same files give the same zip."""


def write_bundle(contents: Mapping[str, bytes]) -> bytes:
    """The case files as a zip, byte for byte; the same files always make the same zip."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(contents):
            archive.writestr(zipfile.ZipInfo(name, _DAY), contents[name], zipfile.ZIP_DEFLATED)
    return written.getvalue()


def read_bundle(archive: zipfile.ZipFile) -> tuple[dict[str, bytes], list[Told]]:
    """The case files in a zip, at the top or in one folder, and notes about what else was there.

    Raises:
        RefusedError: the zip is hostile, or holds no case or more than one.
    """
    check_names(archive)
    places: dict[str, list[str]] = {}
    others = []
    for found in archive.infolist():
        path = PurePosixPath(found.filename.replace("\\", "/"))
        if found.is_dir():
            continue
        place = _place(path)
        if place is not None and len(place.parts) <= 1 and path.parts[0] != "__MACOSX":
            places.setdefault(str(place), []).append(found.filename)
        else:
            others.append(found.filename)
    if len(places) != 1:
        raise RefusedError("case_zip.no_case", names=", ".join(REQUIRED)) if not places else _two_cases(list(places))
    ((_, names),) = places.items()
    contents = {}
    for name in names:
        path = PurePosixPath(name.replace("\\", "/"))
        own = f"{FOLDER}/{path.name}" if path.parent.name == FOLDER else path.name
        if archive.getinfo(name).file_size > largest(own):
            megabytes = largest(own) // 1_000_000
            raise RefusedError("case_zip.too_large", name=shown(name), megabytes=megabytes)
        contents[own] = part(archive, name)
    notes = _cleaned(contents)
    notes += [message("case_zip.left_out", name=shown(name)) for name in others]
    return contents, notes


def _cleaned(contents: dict[str, bytes]) -> list[Told]:
    """Take what is hidden in the pictures out of them; a note for each that had something."""
    notes: list[Told] = []
    for name in [name for name in contents if name.startswith(f"{FOLDER}/")]:
        clean = without_hidden(contents[name])
        if clean != contents[name]:
            contents[name] = clean
            notes.append(message("case_zip.hidden_data", name=shown(name)))
    return notes


def _place(path: PurePosixPath) -> PurePosixPath | None:
    """The folder of the case to which a file belongs; None for a file of no case."""
    if path.name in (*REQUIRED, *OPTIONAL):
        return path.parent
    if path.parent.name == FOLDER and not is_litter(path.name):
        return path.parent.parent
    return None


def _two_cases(folders: list[str]) -> RefusedError:
    names = ", ".join(shown(folder) for folder in sorted(folders)[:5])
    return RefusedError("case_zip.two_cases", names=names)
