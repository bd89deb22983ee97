"""Text of a block made ready to print, the same in every format: safe characters and links, direction of writing."""

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from reports.blocks import Run, runs
from texts.foreign_words import ForeignWords

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character was that no document may hold, so that the reader sees that something was there."""

_SPACES = re.compile(r"[ \t\n\r\f]+")
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    # These turn the order of what follows around, so that a reader would see other numbers than there are.
    "\u202a-\u202e\u2066-\u2069]"
)
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001eeff"
_STRETCH = re.compile(f"([{_RIGHT_TO_LEFT}](?:[^\\w]*[{_RIGHT_TO_LEFT}])*)")
_ANY = re.compile(f"[{_RIGHT_TO_LEFT}]")
_STRONG = re.compile(rf"(?P<right_to_left>[{_RIGHT_TO_LEFT}])|[^\W\d_]")


def readable(text: str) -> str:
    """The text with each row of white space as one space, and `REPLACEMENT` for what a document cannot hold."""
    shown = _REFUSED.sub(REPLACEMENT, _SPACES.sub(" ", text))
    return ForeignWords(shown, text.language) if isinstance(text, ForeignWords) else shown


def pieces(text: Markup, targets: Mapping[str, str]) -> tuple[Run, ...]:
    """As `blocks.runs`, with `readable` words and with links that can be followed; others become words only.

    Args:
        text: text of a block.
        targets: for each id of a section the name of its place in this format, without `#`.
    """
    if "<" not in text and "&" not in text:  # most cells of a table; reading them as HTML would cost most of the time
        return (Run(readable(str(text))),) if text else ()
    return tuple(
        replace(run, text=readable(run.text), link=_followed(run.link, targets)) for run in runs(text) if run.text
    )


def turns(text: str) -> bool:
    """True when some of the text is written from right to left."""
    return not text.isascii() and _ANY.search(text) is not None


def starts_right_to_left(text: str) -> bool:
    """True when the first letter of the text belongs to a script that is written from right to left."""
    found = _STRONG.search(text)
    return found is not None and found["right_to_left"] is not None


def stretches(text: str) -> list[tuple[str, bool]]:
    """The text cut where the direction of writing changes; True for a part that is written from right to left."""
    if text.isascii():
        return [(text, False)]
    return [(part, place % 2 == 1) for place, part in enumerate(_STRETCH.split(text)) if part]


def _followed(link: str | None, targets: Mapping[str, str]) -> str | None:
    if link is None:
        return None
    if link.startswith("#"):
        return f"#{targets[link[1:]]}" if link[1:] in targets else None
    return web_address(link)


def web_address(link: str) -> str | None:
    """The address in the characters that an address may hold; None when it cannot be one.

    Word refuses a whole file over one address with a space in it, and takes no more than 2,083 characters.
    """
    try:
        host = urlsplit(link).hostname
    except ValueError:
        return None
    if not host or _REFUSED.search(link):
        return None
    spelled = re.sub("%(?![0-9A-Fa-f]{2})", "%25", quote(link.strip(), safe="%:/?#[]@!$&'()*+,;=~"))
    return spelled if len(spelled) <= 2083 else None
