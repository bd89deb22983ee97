"""Links as they come out of mails and documents: with `&amp;` for `&`, a full stop behind them, or written twice over.

Only what is certain is mended: the two characters that check the weights must fit afterwards, and no value of ours
ends in a mark of a sentence. What is still wrong then is for who reads the link to name.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, unquote, urlencode

from weighing.links import CHECKED, FORMAT, check

_AMPERSAND = re.compile(r"&(amp;|%26amp%3B)+", re.IGNORECASE)
_BEHIND = re.compile(r"[\s.,:;!?)\]}>'\"\u201d\u2019\u2026]+$")
"""What a sentence puts behind a link."""
_OURS = re.compile(r"[\w.~-]*", re.ASCII)
"""What a value of ours is made of; nothing is taken away from anything else."""
LONGEST = 16_000
"""Characters of an address that are looked at."""


def mended(query: str) -> str | None:
    """The part of an address behind the question mark as it was meant; None when nothing certain is wrong with it."""
    if not query or len(query) > LONGEST:
        return None
    found = dict(parse_qsl(_AMPERSAND.sub("&", query), keep_blank_values=True))
    for parts in _meant(found):
        if _fits(parts):
            return urlencode(parts) if parts != dict(parse_qsl(query, keep_blank_values=True)) else None
    return urlencode(found) if _AMPERSAND.search(query) else None


def mended_path(path: str) -> str:
    """The path of an address without what a sentence put behind it."""
    return _BEHIND.sub("", path)


def _meant(parts: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """What the parts may have been, the likeliest first."""
    yield _without_end(parts) if "k" not in parts else dict(parts)
    yield _without_end(parts)
    twice = {key: unquote(value) for key, value in parts.items()}
    yield twice
    yield _without_end(twice)


def _without_end(parts: Mapping[str, str]) -> dict[str, str]:
    if not parts:
        return {}
    last = list(parts)[-1]
    value = _BEHIND.sub("", parts[last])
    return {**parts, last: value} if _OURS.fullmatch(value) else dict(parts)


def _fits(parts: Mapping[str, str]) -> bool:
    """Whether the characters that check the weights fit; a link without weights has none."""
    if "k" not in parts:
        return not any("%" in value for value in parts.values())
    return parts["k"] == FORMAT + check({key: parts[key] for key in CHECKED if key in parts})
