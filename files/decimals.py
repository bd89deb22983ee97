"""Numbers as they stand in a Dutch or an English spreadsheet: 1.234,5 or 1,234.5.

A file has one decimal mark. It follows from the numbers that can be read in one way only (1,5 or 0.125 or 1.234,5).
Numbers such as 1.234, which could be 1234 or a little over one, then follow the rest of the file. When nothing in the
file shows which mark is used, such a number is refused: a guess could be wrong by a factor of a thousand.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from files.fields import LARGEST
from files.places import Place, SheetColumns, place_words
from files.problems import FileProblems, shown
from texts.message import message

Mark = Literal[",", "."]
_Kind = Literal[",", ".", "whole", "two ways"]

_WHOLE = re.compile(r"[+-]?\d+([eE][+-]?\d+)?", re.ASCII)
_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_WITH_POINT = re.compile(
    r"[+-]?(\d{1,3}(,\d{3})+\.\d+"  # 1,234.5
    r"|\d{1,3}(,\d{3}){2,}"  # 1,234,567
    r"|\d*\.\d+([eE][+-]?\d+)?)",  # 1.5
    re.ASCII,
)
_WITH_SPACES = re.compile(r"[+-]?\d{1,3}([ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]\d{3})+([.,]\d+)?")
"""As a book and a European standard write it: 5 000,5."""
_SWAP = str.maketrans(".,", ",.")


class NumberCell(NamedTuple):
    """The text of one cell in which a number belongs."""

    line: int
    """Of the file, or the row of the sheet."""
    column: str
    text: str
    sheet: SheetColumns | None = None
    """Where the number stands in a sheet."""

    def at(self, column: str | None) -> Place:
        """The cell below a heading, or the whole row; in a file both are the line."""
        return self.line if self.sheet is None else self.sheet.cell(self.line, column)


def read_numbers(cells: Iterable[NumberCell], problems: FileProblems) -> dict[tuple[int, str], float]:
    """The numbers in these cells by (line, column).

    Args:
        cells: all cells of one file that should hold a number, none of them empty.
        problems: gets every cell that is no number, that uses another decimal mark than the rest, or that can be
            read in two ways. Such cells are left out of the answer.
    """
    kinds = [(cell, _kind(cell.text)) for cell in cells]
    mark = _mark_of_file(kinds, problems)
    numbers = {}
    for cell, kind in kinds:
        text = _plain(cell.text)
        if kind is None:
            problems.add(cell.at(cell.column), "decimals.no_number", found=shown(cell.text), column=cell.column)
        elif kind == "two ways" and mark is None:
            whole, separator = text.replace(".", "").replace(",", ""), "," if "," in text else "."
            problems.add(
                cell.at(cell.column),
                "decimals.two_ways",
                found=cell.text,
                column=cell.column,
                whole=whole,
                longer=f"{text}0",
                mark=separator,
            )
        else:
            number = _value(text, kind if kind in (",", ".") else mark)
            if abs(number) <= LARGEST:
                numbers[(cell.line, cell.column)] = number
            else:
                problems.add(cell.at(cell.column), "decimals.too_large", found=shown(cell.text), column=cell.column)
    return numbers


def decimals_of(text: str) -> int:
    """How many digits stand behind the decimal mark, which is the last point or comma."""
    return len(re.split(r"[.,]", text)[-1]) if re.search(r"[.,]", text) else 0


def looks_like_number(text: str) -> bool:
    """True when the text is a number in at least one of the two ways of writing."""
    return _kind(text) is not None


def mark_of(texts: Iterable[str]) -> Mark | None:
    """The decimal mark that most of these numbers show; None when none of them shows one."""
    kinds = [_kind(text) for text in texts]
    points, commas = kinds.count("."), kinds.count(",")
    return None if points == commas == 0 else "." if points > commas else ","


def loose_number(text: str, mark: Mark | None) -> tuple[float, bool] | None:
    """The number that a text is, and whether it could also be another; None when it is none.

    A number with a mark of its own that can be read in one way only is read in that way. One such as 1.234 follows
    ``mark``; without one the sign is taken to stand between thousands.
    """
    kind = _kind(text)
    if kind is None:
        return None
    plain = _plain(text)
    if kind == "two ways":
        sign = "," if "," in plain else "."
        number = _value(plain, mark or ("." if sign == "," else ","))
        return (number, mark is None) if abs(number) <= LARGEST else None
    number = _value(plain, kind if kind in (",", ".") else None)
    return (number, False) if abs(number) <= LARGEST else None


def _kind(text: str) -> _Kind | None:
    return _short_kind(_plain(text)) if len(text) <= 40 else None


def _plain(text: str) -> str:
    """The same number with an ordinary minus, and without the spaces between its thousands."""
    plain = text.replace("\N{MINUS SIGN}", "-")
    return re.sub(r"\s", "", plain) if _WITH_SPACES.fullmatch(plain) else plain


@lru_cache(maxsize=20_000)
def _short_kind(text: str) -> _Kind | None:
    if _WHOLE.fullmatch(text):
        return "whole"
    if _TWO_WAYS.fullmatch(text):
        return "two ways"
    if _WITH_POINT.fullmatch(text):
        return "."
    if _WITH_POINT.fullmatch(text.translate(_SWAP)):
        return ","
    return None


def _mark_of_file(kinds: list[tuple[NumberCell, _Kind | None]], problems: FileProblems) -> Mark | None:
    """The decimal mark that most numbers show; the first number with the other mark is a problem."""
    points = [cell for cell, kind in kinds if kind == "."]
    commas = [cell for cell, kind in kinds if kind == ","]
    if not points and not commas:
        return None
    if points and commas:
        most, least = (points, commas) if len(points) >= len(commas) else (commas, points)
        marks = message("decimals.comma"), message("decimals.point")
        mark, other = marks if most is points else reversed(marks)
        odd, usual = least[0], most[0]
        problems.add(
            odd.at(odd.column),
            "decimals.two_marks",
            odd=odd.text,
            column=odd.column,
            odd_mark=mark,
            usual=usual.text,
            there=place_words(usual.at(None)),
            usual_mark=other,
        )
    return "." if len(points) >= len(commas) else ","


def _value(text: str, mark: str | None) -> float:
    if mark is None:
        return float(text)
    other = "," if mark == "." else "."
    return float(text.replace(other, "").replace(mark, "."))
