"""What the text of one cell says of an effect, with everything that was guessed on the way.

Unknown stays unknown: a dash, a question mark and "n.v.t." are never zero, and a bound such as "< 5" is no figure.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from cases.importing.given_file import GivenCell
from files.decimals import Mark, loose_number

Scale = Literal["signs", "good", "amount", "judged", "answer", "light", "size"]

_MINUS = re.compile("[\N{MINUS SIGN}\N{EN DASH}\N{EM DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}]")
_NUMBER = (
    r"[+-]?(?:\d[\d.,]*(?:[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}']\d{3}(?!\d)[\d.,]*)*|[.,]\d+)"
)
_UNKNOWN = {
    "pm": re.compile(r"[+-]{0,2}\s*p\.?\s?m\.?(\s?post)?(\s*[+-]{1,2}|\s*\(.*\))?|pro memorie|memorie", re.IGNORECASE),
    "not_applicable": re.compile(r"n\.?\s?v\.?\s?t\.?|niet van toepassing|n/a|n\.a\.|not applicable", re.IGNORECASE),
    "no_figure": re.compile(
        r"\?+|x+|\.+|\N{HORIZONTAL ELLIPSIS}|-+|/|n\.?b\.?|n\.?t\.?b\.?|t\.?b\.?d\.?|(nog )?(on|niet )bekend|"
        r"volgt( later)?|"
        r"leeg|"
        r"geen (gegevens|data|info(rmatie)?)|nader te bepalen|unknown|not known|no data",
        re.IGNORECASE,
    ),
}
_ABOUT = re.compile(
    r"(?:ca\.?|circa|ongeveer|ong\.?|\N{PLUS-MINUS SIGN}|\+/-|~|\N{ALMOST EQUAL TO}|about|approx\.?|plm\.?|p\.m\.|"
    r"rond(?: de)?|grofweg|zo'n|around)\s*(?=[\d.,+\N{EURO SIGN}-])",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:[<>\N{LESS-THAN OR EQUAL TO}\N{GREATER-THAN OR EQUAL TO}]=?|max(?:\.|imaal)?|min(?:\.|imaal)|minder dan|"
    r"meer dan|tot|"
    r"vanaf|ten ?minste|hooguit|less than|more than|at least|at most|up to)\s*(?=[\d\N{EURO SIGN}])",
    re.IGNORECASE,
)
_BETWEEN = r"\s*(?:-|\.\.\.?|\N{HORIZONTAL ELLIPSIS}|\u00e0|\u00e1|tot(?: en met)?|t/m|en|to|and)\s*"
_RANGE = re.compile(
    rf"(?:tussen |van |from |between )?({_NUMBER})\s*(%|[a-z\N{{EURO SIGN}}]{{0,4}}?\.?)?{_BETWEEN}({_NUMBER})(.*)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"({_NUMBER})([^(\[]*)[(\[]\s*({_NUMBER}){_BETWEEN}({_NUMBER})\s*[^)\]]*[)\]]", re.IGNORECASE
)
_PLUS_MINUS = re.compile(rf"({_NUMBER})\s*(?:\N{{PLUS-MINUS SIGN}}|\+/-)\s*({_NUMBER})(.*)")
_PLAIN = re.compile(rf"({_NUMBER})(.*)", re.DOTALL)
_MONEY = re.compile(r"^(k|mln|m)?\s*(?:\N{EURO SIGN}|euro?\b)\s*", re.IGNORECASE)
_TIMES = (
    (re.compile(r"^(k\s?\N{EURO SIGN}?|dzd\.?|duizend|thousand)(?![\w])\s*", re.IGNORECASE), 1e3, "thousands"),
    (re.compile(r"^(mln\.?|mio\.?|miljoen|million|m\N{EURO SIGN})(?![\w])\s*", re.IGNORECASE), 1e6, "millions"),
    (re.compile(r"^(mld\.?|mrd\.?|miljard|billion)(?![\w])\s*", re.IGNORECASE), 1e9, "billions"),
)
_FOOTNOTE = re.compile(r"\s*(\*+|[\N{SUPERSCRIPT ONE}\N{SUPERSCRIPT TWO}\N{SUPERSCRIPT THREE}](?=\s*$)|\s\d\))$")
_SIGN_WITH_WORDS = re.compile(r"([+\-0oO/ ]*[+-][+\-0oO/ ]*?)\s*[(\[]([^)\]]*)[)\]]")
_SIGN = re.compile(r"(\+{1,3}|-{1,3}|0|o)(?:\s*/\s*(\+{1,3}|-{1,3}|0))?", re.IGNORECASE)

WORDS: dict[Scale, tuple[str, ...]] = {
    "judged": ("zeer negatief", "negatief", "neutraal", "positief", "zeer positief"),
    "good": ("zeer slecht", "slecht", "matig", "voldoende", "goed", "zeer goed"),
    "amount": ("zeer laag", "laag", "gemiddeld", "hoog", "zeer hoog"),
    "size": ("geen", "klein", "middel", "groot"),
    "answer": ("nee", "deels", "ja"),
    "light": ("rood", "oranje", "groen"),
}
"""Words that stand for classes, from the lowest to the highest."""
_ALSO = {
    "midden": "gemiddeld", "middelmatig": "matig", "gedeeltelijk": "deels", "geel": "oranje",
    "licht negatief": "negatief",
    "licht positief": "positief", "redelijk": "voldoende", "onvoldoende": "slecht", "middelgroot": "middel",
    "no": "nee",
    "yes": "ja", "partly": "deels", "low": "laag", "medium": "gemiddeld", "high": "hoog", "poor": "slecht",
    "fair": "matig",
    "good": "goed", "red": "rood", "amber": "oranje", "green": "groen", "neutral": "neutraal", "positive": "positief",
    "negative": "negatief", "very negative": "zeer negatief", "very positive": "zeer positief",
}  # fmt: skip
_OF = {word: scale for scale, words in WORDS.items() for word in words}


class Value(NamedTuple):
    """What a cell says of an effect."""

    text: str
    """As it stands there."""
    number: float | None = None
    """None: not known, or no number."""
    low: float | None = None
    high: float | None = None
    sign: float | None = None
    """``++`` is 2, ``-`` is -1, ``0/+`` is a half; also of a 0 or a - that may be something else."""
    scale: Scale | None = None
    word: str = ""
    """Of ``scale``."""
    unit: str = ""
    """That stands behind the number."""
    how: tuple[str, ...] = ()
    """What was guessed, as keys of ``[import_how]`` in `messages.toml`."""

    @property
    def words_only(self) -> bool:
        """True for a text that says neither a figure, nor a class, nor that it is not known."""
        return self.number is None and self.sign is None and self.scale is None and not self.how

    @property
    def looks_like_an_effect(self) -> bool:
        """True for all that belongs in the body of a table with effects."""
        return not self.words_only


def value_of(said: GivenCell, mark: Mark | None) -> Value:
    """What a cell says; ``mark`` is the decimal mark of the table, where one is known."""
    if said.how in ("struck", "error", "formula", "hidden"):
        return Value(said.text, how=(said.how,))
    if said.number is not None:
        sign = 0.0 if said.number == 0 else None
        return Value(said.text, said.number, unit=said.unit, sign=sign, how=(said.how,) if said.how else ())
    return _of_text(said.text, mark)


@lru_cache(maxsize=20_000)
def _of_text(text: str, mark: Mark | None) -> Value:
    plain = _MINUS.sub("-", text.strip())
    sign = sign_of(plain)
    if sign is not None and plain not in ("-", "0"):
        mixed = sign == 0 and plain not in ("o", "O")
        return Value(text, sign=sign, how=("mixed",) if mixed else ())
    for how, pattern in _UNKNOWN.items():
        if pattern.fullmatch(plain):
            return Value(text, how=(how,), sign=sign)
    if (found := _SIGN_WITH_WORDS.fullmatch(plain)) and (sign := sign_of(found[1])) is not None:
        return Value(text, sign=sign, how=("words",))
    word = _ALSO.get(plain.casefold().strip(". "), plain.casefold().strip(". "))
    if word in _OF:
        return Value(text, scale=_OF[word], word=word)
    return _number(text, plain, mark) or Value(text)


def sign_of(text: str) -> float | None:
    """What ``++``, ``0/-`` and their like stand for; None for anything else."""
    plain = "".join(_MINUS.sub("-", text).split())
    if plain in ("+/-", "-/+", "\N{PLUS-MINUS SIGN}"):
        return 0.0
    found = _SIGN.fullmatch(plain)
    if found is None:
        return None
    parts = [_one_sign(part) for part in found.groups() if part]
    return sum(parts) / len(parts)


def _one_sign(part: str) -> float:
    return float(part.count("+") - part.count("-"))


def numbers_in(text: str) -> list[str]:
    """The pieces of a text that may be numbers: what shows the decimal mark of a table."""
    return [found.strip(".,") for found in re.findall(_NUMBER, _MINUS.sub("-", text))] if len(text) <= 60 else []


def _number(text: str, plain: str, mark: Mark | None) -> Value | None:
    if len(plain) > 80:
        return None
    how: list[str] = []
    if found := _FOOTNOTE.search(plain):
        plain, how = plain[: found.start()], ["footnote"]
    if found := _BOUND.match(plain):
        inside = _number(text, plain[found.end() :], mark)
        return None if inside is None else Value(text, how=("bound",), unit=inside.unit)
    if (found := _ABOUT.match(plain)) and not _PLUS_MINUS.fullmatch(plain):
        plain = plain[found.end() :]
        how.append("about")
    plain = re.sub(r"^-\s*\N{EURO SIGN}\s*", "\N{EURO SIGN} -", re.sub(r",-+$", "", plain))
    unit = ""
    if found := _MONEY.match(plain):
        plain, unit = f"{plain[found.end() :]} {found[1] or ''}".strip(), "\N{EURO SIGN}"
    for pattern, read in (
        (_IN_BRACKETS, _in_brackets),
        (_PLUS_MINUS, _plus_minus),
        (_RANGE, _range),
        (_PLAIN, _single),
    ):
        if (found := pattern.fullmatch(plain)) and (value := read(found, mark)) is not None:
            return value._replace(text=text, unit=unit or value.unit, how=(*how, *value.how))
    return None


def _in_brackets(found: re.Match[str], mark: Mark | None) -> Value | None:
    """``12 (10-14)``"""
    return _three([found[1], found[3], found[4]], found[2], mark, "range")


def _plus_minus(found: re.Match[str], mark: Mark | None) -> Value | None:
    """``12 +/- 3``"""
    read = _all([found[1], found[2]], mark)
    if read is None:
        return None
    (number, wide), guessed = read
    tail = _tail(found[3])
    return (
        None
        if tail is None
        else _scaled(Value("", number, number - abs(wide), number + abs(wide), how=("plus_minus", *guessed)), tail)
    )


def _range(found: re.Match[str], mark: Mark | None) -> Value | None:
    """``10-14``: the middle is ours."""
    read = _all([found[1], found[3]], mark)
    tail = _tail(found[4] or found[2] or "")
    if read is None or tail is None:
        return None
    (first, last), guessed = read
    low, high = sorted((first, last))
    middle = float(f"{(low + high) / 2:.12g}")
    return _scaled(Value("", middle, low, high, how=("middle", *guessed)), tail)


def _single(found: re.Match[str], mark: Mark | None) -> Value | None:
    read = _all([found[1]], mark)
    tail = _tail(found[2])
    if read is None or tail is None:
        return None
    return _scaled(Value("", read[0][0], how=read[1]), tail)


def _three(texts: list[str], tail_text: str, mark: Mark | None, how: str) -> Value | None:
    read, tail = _all(texts, mark), _tail(tail_text)
    if read is None or tail is None:
        return None
    (number, *ends), guessed = read
    low, high = sorted(ends)
    if not low <= number <= high:
        return None
    return _scaled(Value("", number, low, high, how=(how, *guessed)), tail)


def _all(texts: list[str], mark: Mark | None) -> tuple[list[float], tuple[str, ...]] | None:
    read = [loose_number(text.replace("'", "").rstrip(".,"), mark) for text in texts]
    if any(found is None for found in read):
        return None
    numbers = [found[0] for found in read if found is not None]
    return numbers, ("two_ways",) if any(found[1] for found in read if found is not None) else ()


class _Tail(NamedTuple):
    times: float
    unit: str
    how: tuple[str, ...]


def _tail(text: str) -> _Tail | None:
    """What stands behind a number; None when that is a sentence and no unit."""
    rest, times, how = text.strip(), 1.0, []
    for pattern, factor, key in _TIMES:
        if found := pattern.match(rest):
            rest, times = rest[found.end() :].strip(), factor
            how.append(key)
            break
    if found := re.fullmatch(r"(.*?)\s*\(([^)]*)\)", rest):
        rest = found[1]
        how.append("words")
    if rest.startswith(",-") or rest.startswith(",--"):
        rest = rest.lstrip(",-").strip()
    rest = rest.rstrip(".;,")
    if len(rest) > 30 or len(rest.split()) > 4 or re.match(r"[-+/\d]", rest):
        return None
    return _Tail(times, rest, tuple(how))


def _scaled(value: Value, tail: _Tail) -> Value:
    def times(number: float | None) -> float | None:
        return None if number is None else float(f"{number * tail.times:.12g}")

    number, low, high = (times(part) for part in (value.number, value.low, value.high))
    sign = 0.0 if number == 0 and not tail.unit else None
    return value._replace(number=number, low=low, high=high, unit=tail.unit, how=(*value.how, *tail.how), sign=sign)
