"""Looks at a page as it stands in the browser: what is cut off, what overlaps, and what is too small to read.

``gate.js`` runs in the page and gives one line per fault. It walks over all text that can be seen: text inside a closed
part, under a window that covers it, or on another page of such a window does not count. Text that ends in dots must
stand in something that opens it: a title, a button, a link or a fold. Text that was escaped twice shows its marks, and
a date as a machine writes it shows its digits. No text and no picture lies on a picture, unless it was lifted there.
"""

from pathlib import Path

LOOK = Path(__file__).with_suffix(".js").read_text(encoding="utf-8").partition("\n")[2]
IGNORED = ".w-hidden, caption.w-hidden, .m-skip, [hidden], .p-mark span, .p-board .b-rough small"
"""What only a screen reader reads."""


def look(page, *, smallest: float, most: int, wall: bool) -> list[str]:
    """The faults of the page in front, as lines."""
    return page.evaluate(LOOK, {"smallest": smallest, "most": most, "wall": wall, "ignore": IGNORED})
