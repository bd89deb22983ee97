"""Texts that look alike although their signs differ: spaces that may not break, signs that nobody sees, two for micro.

Spreadsheets, websites and phones put them in; nobody can see or mend them.
"""

import re
import unicodedata

_UNSEEN = dict.fromkeys([0x00AD, 0x200B, 0x2060, 0xFEFF])
"""A soft hyphen, and spaces without width. The joiners of emoji and of other scripts are not among them."""
_LINE_SIGNS = dict.fromkeys([0x0085, 0x2028, 0x2029], " ")
"""Ends of lines that no keyboard makes. Programs that draw and print stop at them."""
_SPACES = re.compile(r"[^\S\n\t\r]")
_DASHES = re.compile("[\N{MINUS SIGN}\N{EN DASH}\N{EM DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}]")


def cleaned(text: str) -> str:
    """The same text to the eye, with ordinary spaces and without what nobody sees."""
    if text.isascii():
        return text
    return _SPACES.sub(" ", text.translate(_UNSEEN))


def without_line_signs(text: str) -> str:
    """The same text with a space in place of each sign that ends a line without being an ordinary line end."""
    return text if text.isascii() else text.translate(_LINE_SIGNS)


def alike(text: str) -> str:
    """The same for texts that look the same: to compare names and units, never to show.

    >>> alike("\N{MICRO SIGN}g/m\N{SUPERSCRIPT THREE}") == alike("\N{GREEK SMALL LETTER MU}g/m\N{SUPERSCRIPT THREE}")
    True
    """
    plain = unicodedata.normalize("NFKC", cleaned(text))
    return " ".join(_DASHES.sub("-", plain).casefold().split())


def looks_like_formula(text: str) -> bool:
    """True for a text that a spreadsheet program would calculate, if it stood in a cell or a CSV file by itself."""
    return text.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
