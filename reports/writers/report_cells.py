"""Cells of a spreadsheet in the looks that the report uses. Text is text, whatever it begins with."""

import math
import unicodedata
from typing import Any

from files.looks import looks_like_formula
from texts.palette import WORKBOOK

LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""
MORE = "\u2026"
UNPRINTABLE = "\ufffd"
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bg_color": WORKBOOK["head"], "border": 1, "text_wrap": True, "valign": "top"},
    "band": {"bold": True, "bg_color": WORKBOOK["band"]},
    "plain_line": {},
    "plain": {"text_wrap": True, "valign": "top"},
    "left": {"text_wrap": True, "valign": "top"},
    "right": {"text_wrap": True, "valign": "top", "align": "right"},
    "centre": {"text_wrap": True, "valign": "top", "align": "center"},
    "number": {"valign": "top", "num_format": "General"},
    "score": {"valign": "top", "num_format": "0.0", "border": 1},
    "percent": {"valign": "top", "num_format": "0.0%", "border": 1},
    "total": {"bold": True, "num_format": "0.0", "top": 2, "bottom": 2},
    "money": {"valign": "top", "num_format": "#,##0", "border": 1},
    "unit_price": {"valign": "top", "num_format": "#,##0.0000", "border": 1},
    "answer_percent": {"num_format": "0.00%", "bg_color": WORKBOOK["answer"], "border": 2, "locked": False},
    "answer_number": {"num_format": "General", "bg_color": WORKBOOK["answer"], "border": 2, "locked": False},
    "answer": {"num_format": "0.##", "bg_color": WORKBOOK["answer"], "border": 2, "locked": False},
}


def printable(text: str) -> str:
    """The text without characters that no workbook keeps; they become the sign for what cannot be shown."""
    return "".join(UNPRINTABLE if _lost(mark) else mark for mark in text)


def _lost(mark: str) -> bool:
    return (unicodedata.category(mark) in ("Cc", "Cs") and mark not in "\n\t") or mark in "\ufffe\uffff"


class Cells:
    """Writes cells in one of our looks."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._formats: dict[tuple[str, bool], Any] = {}

    def text(self, sheet: Any, row: int, column: int, text: str, look: str) -> None:
        """A text; one that a spreadsheet could take for a formula after saving and opening keeps its quote."""
        shown = printable(text)
        if len(shown) > LONGEST_TEXT:
            shown = shown[: LONGEST_TEXT - len(MORE)] + MORE
        if shown:
            sheet.write_string(row, column, shown, self.look(look, quoted=looks_like_formula(shown)))
        else:
            sheet.write_blank(row, column, None, self.look(look))

    def number(self, sheet: Any, row: int, column: int, number: float | None, look: str) -> None:
        """A number; None leaves the cell empty, which is not zero."""
        if number is None or math.isnan(number):
            sheet.write_blank(row, column, None, self.look(look))
        else:
            sheet.write_number(row, column, number, self.look(look))

    def formula(self, sheet: Any, row: int, column: int, formula: str, value: float, look: str) -> None:
        """A formula of ours, with its value for programs that do not calculate."""
        sheet.write_formula(row, column, formula, self.look(look), value)

    def look(self, name: str, *, quoted: bool = False) -> Any:
        """The format of a look, made once per workbook."""
        if (name, quoted) not in self._formats:
            quote = {"quote_prefix": True} if quoted else {}
            self._formats[name, quoted] = self._book.add_format(_LOOKS[name] | quote)
        return self._formats[name, quoted]
