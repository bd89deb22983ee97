"""The files of a case folder: which there are, how large they may be, and how bytes become text."""

import hashlib
import stat
from collections.abc import Mapping
from pathlib import Path

from cases.problems import FileProblems, Problems

REQUIRED = ("case.yaml", "performances.csv", "sources.csv", "profiles.yaml")
OPTIONAL = ("expected.csv", "impacts_by_group.csv", "stories.csv", "valuation.yaml")
LARGEST_YAML = 1_000_000
"""Bytes. A case with 60 criteria needs about a third of this."""
LARGEST_TABLE = 5_000_000
"""Bytes."""


def read_files(folder: Path, problems: Problems) -> dict[str, bytes]:
    """The bytes of the files that are there and can be read, by name."""
    contents = {}
    for name in (*REQUIRED, *OPTIONAL):
        data = _read(folder / name, name in REQUIRED, problems.of(name))
        if data is not None:
            contents[name] = data
    return contents


def version(contents: Mapping[str, bytes]) -> str:
    """First 12 characters of the SHA-256 over the names and the bytes of the files, in order of name."""
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(f"{name}\n{len(contents[name])}\n".encode())
        digest.update(contents[name])
    return digest.hexdigest()[:12]


def decoded(data: bytes, problems: FileProblems) -> str | None:
    """The text of a UTF-8 file, with or without a byte order mark; None when it is not such text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        in_excel = " (in Excel: 'CSV UTF-8')" if problems.file.endswith(".csv") else ""
        problems.add(
            data[: error.start].count(b"\n") + 1,
            f"this is not UTF-8 text. Save the file again as UTF-8{in_excel}",
            f"dit is geen UTF-8-tekst. Sla het bestand opnieuw op als UTF-8{in_excel}",
        )
        return None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.isprintable() and any(ord(mark) < 32 and mark not in "\t\r" for mark in line):
            problems.add(
                number,
                "there is an invisible character here that does not belong in text. Save the file again as UTF-8 text",
                "hier staat een onzichtbaar teken dat niet in tekst hoort. Sla het bestand opnieuw op als UTF-8-tekst",
            )
            return None
    if not text.strip():
        problems.add(1, "the file is empty. Fill it in", "het bestand is leeg. Vul het in")
        return None
    return text


def _read(path: Path, required: bool, problems: FileProblems) -> bytes | None:
    largest = LARGEST_YAML if path.suffix == ".yaml" else LARGEST_TABLE
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            problems.add(
                None,
                "this is not an ordinary file. Put the file itself here",
                "dit is geen gewoon bestand. Zet hier het bestand zelf neer",
            )
            return None
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError:
        if required:
            problems.add(
                None,
                "the file is missing. Put it in the folder of the case",
                "het bestand ontbreekt. Zet het in de map van de zaak",
            )
        return None
    except OSError:
        problems.add(
            None,
            "the file cannot be opened. Check that it is not in use and that it may be read",
            "het bestand gaat niet open. Controleer of het niet in gebruik is en gelezen mag worden",
        )
        return None
    if len(data) > largest:
        megabytes = largest // 1_000_000
        problems.add(
            None,
            f"the file is larger than {megabytes} MB. Remove what does not belong to the case",
            f"het bestand is groter dan {megabytes} MB. Haal weg wat niet bij de zaak hoort",
        )
        return None
    return data
