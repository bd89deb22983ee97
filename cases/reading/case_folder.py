"""The files of a case folder: which there are, and how large they may be.

A case in memory is a mapping from names to bytes; a picture stands there as ``pictures/a.png``.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from cases.definition.picture import FOLDER, LARGEST_PICTURE, LARGEST_TOTAL, MOST_PICTURES, fits_a_picture
from cases.reading.draft_filling import is_draft
from cases.reading.outline_file import LARGEST_OUTLINE
from files.opening import read_bytes
from files.problems import FileProblems, Problems, shown

REQUIRED = ("case.yaml", "performances.csv", "sources.csv", "profiles.yaml")
OPTIONAL = (
    "account.yaml", "areas.geojson", "effects_by_cause.csv", "expected.csv", "futures.csv", "impacts_by_group.csv",
    "land_use.csv", "outline.geojson", "profile_topics.csv", "stories.csv", "valuation.yaml",
)  # fmt: skip
ON_THE_MAP = ("areas.geojson", "outline.geojson")
"""Of these, what no workbook can hold, as it cannot hold pictures."""
LARGEST_YAML = 1_000_000
"""Bytes. A case with 100 criteria needs about half of this."""
LARGEST_TABLE = 5_000_000
"""Bytes."""


def read_files(folder: Path, problems: Problems) -> dict[str, bytes]:
    """The bytes of the files that are there and can be used, by name; the others are noted."""
    contents = {}
    for name in (*REQUIRED, *OPTIONAL, *_pictures_in(folder, problems.of(FOLDER))):
        data = read_bytes(folder / name, largest(name), problems.of(name))
        if data is not None:
            contents[name] = data
    return usable(contents, problems)


def unchecked_beside(folder: Path) -> dict[str, bytes]:
    """The files in a folder that no workbook can hold: places on the map and pictures. By name, and not checked."""
    unread = Problems()
    found = {}
    for name in (*ON_THE_MAP, *_pictures_in(folder, unread.of(FOLDER))):
        data = read_bytes(folder / name, largest(name), unread.of(name))
        if data is not None:
            found[name] = data
    return found


def usable(contents: Mapping[str, bytes], problems: Problems) -> dict[str, bytes]:
    """The files that can be used, by name. What is missing, too large or no file of a case is noted.

    A draft needs case.yaml alone.
    """
    for name in REQUIRED[:1] if is_draft(contents) else REQUIRED:
        if name not in contents and not problems.of(name).listed():
            problems.of(name).add(None, "case_files.missing")
    return fitting(contents, problems)


def fitting(contents: Mapping[str, bytes], problems: Problems) -> dict[str, bytes]:
    """The files that are small enough and belong to a case, by name. The others are noted."""
    found = {name: data for name, data in contents.items() if fits(name, len(data), problems)}
    pictures = [name for name in found if picture_name(name)]
    megabytes = LARGEST_TOTAL // 1_000_000
    if sum(len(found[name]) for name in pictures) > LARGEST_TOTAL:
        problems.of(FOLDER).add(None, "case_files.pictures_too_large", megabytes=megabytes)
        return {name: data for name, data in found.items() if name not in pictures}
    return found


def largest(name: str) -> int:
    """How many bytes a file of this name may have."""
    if PurePosixPath(name).parent.name == FOLDER:
        return LARGEST_PICTURE
    if name.endswith(".geojson"):
        return LARGEST_OUTLINE
    return LARGEST_YAML if name.endswith(".yaml") else LARGEST_TABLE


def picture_name(name: str) -> str | None:
    """``a.png`` for the file ``pictures/a.png``; None for every other file."""
    folder, _, file = name.partition("/")
    return file if folder == FOLDER and fits_a_picture(file) else None


def is_litter(name: str) -> bool:
    """True for what an operating system leaves in a folder without anybody asking."""
    return name.startswith(".") or name in ("Thumbs.db", "desktop.ini")


def _pictures_in(folder: Path, problems: FileProblems) -> Iterator[str]:
    """The names of what lies in the folder with pictures, as ``pictures/a.png``; few enough to read."""
    place = folder / FOLDER
    try:
        found = sorted(path.name for path in place.iterdir() if not is_litter(path.name))
    except FileNotFoundError:
        return
    except OSError:
        problems.add(None, "case_files.no_folder")
        return
    if len(found) > MOST_PICTURES:
        problems.add(None, "case_files.many_pictures", most=MOST_PICTURES)
        return
    yield from (f"{FOLDER}/{name}" for name in found)


def fits(name: str, size: int, problems: Problems) -> bool:
    """True when a file of this name and so many bytes can be used; otherwise the reason is noted."""
    own = problems.of(name)
    if name not in (*REQUIRED, *OPTIONAL) and picture_name(name) is None:
        own = problems.of(shown(name, 80))
        own.add(None, "case_files.foreign", folder=FOLDER)
        return False
    if size > largest(name):
        megabytes = largest(name) // 1_000_000
        own.add(None, "case_files.too_large", megabytes=megabytes)
        return False
    return True
