"""The invented harbour link: a good case to copy, and small edits that damage the copy."""

import csv
import io
import shutil
from pathlib import Path

GOOD = Path(__file__).parent / "data" / "harbour_link"


def copy_to(folder: Path) -> Path:
    """A copy of the good case, in a folder of the same name."""
    return Path(shutil.copytree(GOOD, folder / GOOD.name))


def replace(case: Path, file: str, old: str, new: str) -> None:
    """Replace the one place where ``old`` stands."""
    text = (case / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {file}"
    (case / file).write_text(text.replace(old, new), encoding="utf-8")


def line_of(case: Path, file: str, text: str) -> int:
    """The number of the only line in which ``text`` stands, from 1."""
    lines = (case / file).read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, start=1) if text in line]
    assert len(found) == 1, f"'{text}' stands in lines {found} of {file}"
    return found[0]


def in_dialect(text: str, delimiter: str, decimal: str, thousands: str = "") -> str:
    """An English table in another dialect; the numbers are in the columns value, low, high and total."""
    rows = list(csv.DictReader(io.StringIO(text)))
    written = io.StringIO()
    writer = csv.DictWriter(written, rows[0].keys(), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        for column in {"value", "low", "high", "total"} & row.keys():
            row[column] = _number(row[column], decimal, thousands)
        writer.writerow(row)
    return written.getvalue()


def _number(text: str, decimal: str, thousands: str) -> str:
    try:
        float(text)
    except ValueError:
        return text
    whole, _, rest = text.partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    return grouped + (decimal + rest if rest else "")
