"""Plain data as the text of a YAML file, one value a line."""

import json
import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z0-9][\w.+-]*", re.ASCII)
_NOT_PLAIN = {"null", "Null", "NULL"}


def yaml_text(data: dict[str, Any]) -> str:
    """The text of the file.

    Args:
        data: nested dicts and lists of text, numbers, yes or no, and None.
    """
    return "".join(f"{line}\n" for line in _lines(data))


def most_bytes(text: str) -> int:
    """No less than the bytes that a text takes in the file, without its quotes."""
    return 2 * len(text.encode()) if text.isprintable() else 10 * len(text)


def _lines(part: Any) -> list[str]:
    found: list[str] = []
    if isinstance(part, dict):
        for key, inner in part.items():
            short = _in_one_line(inner)
            if short is not None:
                found.append(f"{_scalar(key)}: {short}")
            else:
                found.append(f"{_scalar(key)}:")
                found += [f"  {line}" for line in _lines(inner)]
    else:
        for inner in part:
            short = _in_one_line(inner)
            if short is not None:
                found.append(f"- {short}")
            else:
                first, *rest = _lines(inner)
                found += [f"- {first}", *(f"  {line}" for line in rest)]
    return found


def _in_one_line(part: Any) -> str | None:
    if isinstance(part, dict):
        return None if part else "{}"
    if isinstance(part, list | tuple):
        if any(isinstance(inner, dict | list | tuple) for inner in part):
            return None
        return f"[{', '.join(_scalar(inner) for inner in part)}]"
    return _scalar(part)


def _scalar(found: Any) -> str:
    if found is None:
        return "null"
    text = plain(found)
    if _PLAIN.fullmatch(text) and text not in _NOT_PLAIN:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    if quoted.isprintable():
        return quoted
    return "".join(mark if mark.isprintable() or mark == "\N{NO-BREAK SPACE}" else _escape(mark) for mark in quoted)


def _escape(mark: str) -> str:
    return f"\\u{ord(mark):04x}" if ord(mark) <= 0xFFFF else f"\\U{ord(mark):08x}"


def plain(found: Any) -> str:
    """A value as it stands in a case file: yes and no in words, whole numbers without a decimal mark."""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, float) and found.is_integer() and abs(found) < 1e15:
        return str(int(found))
    return repr(found) if isinstance(found, float) else str(found)
