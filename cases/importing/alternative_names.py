"""Under which letter and which name each alternative of a sheet goes on: its own, where the sheet gives it one.

A council has read the sheet: what is plan A there is A here.
"""

import re
from string import ascii_uppercase, digits
from typing import NamedTuple

_IN_FRONT = re.compile(r"([A-Z]|\d{1,2}|[A-Z]\d)\s*(?:[.:)]|\s[-\N{EN DASH}])\s*(\S.*)")
"""``A. Wonen``: the letter is said beside the name wherever the name stands."""
_BEHIND_KIND = re.compile(
    r"(?:alternatief|variant|plan|scenario|optie|model|alternative|option)\s+([A-Z]|\d{1,2}|[A-Z]\d)\b.*", re.IGNORECASE
)
"""``Variant 1 Smal`` stays whole: without its number the rest is not always a name."""
_ALONE = re.compile(r"[A-Z]|\d{1,2}|[A-Z]\d")


class Named(NamedTuple):
    """One alternative."""

    code: str
    """One or two characters, for charts; no two alternatives have the same."""
    label: str


def named(names: tuple[str, ...]) -> tuple[Named, ...]:
    """The alternatives as they are called, in their order."""
    own = [_own(name) for name in names]
    codes = [found.code.upper() for found in own]
    labels = [found.label for found in own]
    if len(set(labels)) < len(labels):
        labels = list(names)
    kept = [code if code and codes.count(code) == 1 else "" for code in codes]
    free = iter([one for one in ascii_uppercase + digits if one not in kept])
    return tuple(Named(code or next(free), label) for code, label in zip(kept, labels, strict=True))


def _own(name: str) -> Named:
    plain = " ".join(name.split())
    if found := _IN_FRONT.fullmatch(plain):
        return Named(found[1], found[2])
    if found := _BEHIND_KIND.fullmatch(plain):
        return Named(found[1], plain)
    return Named(plain if _ALONE.fullmatch(plain) else "", plain)
