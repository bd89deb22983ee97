"""The building blocks of a case file: strict records, bilingual texts, numbers as people write them.

A file is read as plain text values, so that ``no`` stays a word and ``1_000`` does not become a number. The types here
say what each text must be. A refusal carries a sentence of our own.
"""

import math
import re
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from texts import Told
from texts.foreign_words import ForeignWords
from texts.languages import KNOWN
from texts.message import Value, message

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
LARGEST = 1e15
"""Numbers beyond this are mistakes; calculating with them would lose digits."""
_ANSWERS = {"true": True, "false": False, "waar": True, "onwaar": False} | {
    known.answer(answer).lower(): answer for known in KNOWN.values() for answer in (True, False)
}


class Fault(NamedTuple):
    """Something that is wrong inside a record: the way to the key, and what we say about it."""

    path: tuple[str | int, ...]
    text: Told
    missing: str | None = None
    """The key that should be there, when that is what is wrong."""


def refusal(*faults: Fault) -> PydanticCustomError:
    """What a validator raises: one or more faults, told in our own words."""
    return PydanticCustomError("faults", "see faults", {"faults": faults})


def _refuse(key: str, /, **values: Value) -> PydanticCustomError:
    return refusal(Fault((), message(key, **values)))


class Strict(BaseModel):
    """A record that refuses unknown keys and does not change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Text(Strict):
    """Words in Dutch or in English, the languages in which a case is written, or in both; one is enough.

    Screens and reports may be in more languages: each folder in `texts/` is one.
    """

    nl: Annotated[str, StringConstraints(min_length=1)] | None = None
    en: Annotated[str, StringConstraints(min_length=1)] | None = None

    @model_validator(mode="after")
    def _in_some_language(self) -> "Text":
        if self.nl is None and self.en is None:
            raise refusal(Fault((), message("schema.no_language"), CASE_LANGUAGES[0]))
        return self

    @property
    def languages(self) -> tuple[str, ...]:
        """Those in which there are words."""
        return tuple(language for language in CASE_LANGUAGES if getattr(self, language) is not None)

    def get(self, language: str) -> str:
        """The words in a language; where there are none in it, those in the other, which then are `ForeignWords`.

        Raises:
            KeyError: a language that we do not have.
        """
        wanted = case_language(language)
        found: str | None = getattr(self, wanted)
        if found is not None and wanted == language:
            return found
        spoken = wanted if found is not None else self.languages[0]
        return ForeignWords(getattr(self, spoken), spoken)


CASE_LANGUAGES = tuple(Text.model_fields)
"""The languages in which a case is written."""


def case_language(language: str) -> str:
    """In which language somebody who reads this one sees the words of a case; KeyError for one that we do not have."""
    if language not in KNOWN:
        raise KeyError(language)
    return language if language in CASE_LANGUAGES else CASE_LANGUAGES[0]


class ShortText(Text):
    """Words for tight places."""

    nl: Annotated[str, StringConstraints(min_length=1, max_length=24)] | None = None
    en: Annotated[str, StringConstraints(min_length=1, max_length=24)] | None = None


def _number(found: Any) -> Any:
    if isinstance(found, int | float) and not isinstance(found, bool) and math.isfinite(found):
        return found
    if not isinstance(found, str):
        raise _refuse("fields.number_belongs")
    text = found.strip()
    if _NUMBER.fullmatch(text) and len(text) <= 40:
        if abs(float(text)) <= LARGEST:
            return float(text)
        raise _refuse("fields.too_large", found=text)
    if _NUMBER.fullmatch(text.replace(",", ".", 1)):
        better = text.replace(",", ".", 1)
        raise _refuse("fields.comma", found=text[:40], better=better[:40])
    raise _refuse("fields.no_number", found=text[:40])


def number_in(found: Any) -> float | None:
    """The number that ``found`` is, as a record would read it; None when it is none."""
    try:
        return float(_number(found))
    except PydanticCustomError:
        return None


def _whole(found: Any) -> Any:
    if isinstance(found, int) and not isinstance(found, bool):
        return found
    if isinstance(found, str) and re.fullmatch(r"[+-]?\d{1,9}", found.strip(), re.ASCII):
        return int(found)
    text = found if isinstance(found, str) else ""
    raise _refuse("fields.no_whole_number", found=text[:40])


def yes_or_no(found: Any) -> bool | None:
    """The answer that ``found`` gives; None when it is neither yes nor no."""
    if isinstance(found, bool):
        return found
    return _ANSWERS.get(found.strip().lower()) if isinstance(found, str) else None


def _answer(found: Any) -> Any:
    answer = yes_or_no(found)
    if answer is None:
        text = found if isinstance(found, str) else ""
        raise _refuse("fields.no_answer", found=text[:40])
    return answer


def _day(found: Any) -> Any:
    if isinstance(found, date):
        return found
    text = found.strip() if isinstance(found, str) else ""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise _refuse("fields.no_date", found=text[:40])


def _https(found: str) -> str:
    try:
        parts = urlsplit(found)
        whole = parts.scheme == "https" and "." in (parts.hostname or "") and "@" not in parts.netloc
    except ValueError:
        whole = False
    if whole and found.isprintable() and not set(found) & set(" <>\"'\\`{}|"):
        return found
    raise _refuse("fields.no_address", found=found[:40])


Grade = Literal["A", "B", "C", "D"]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
SourceId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")]
Number = Annotated[float, BeforeValidator(_number)]
Points = Annotated[float, BeforeValidator(_number), Field(ge=0, le=100)]
Whole = Annotated[int, BeforeValidator(_whole)]
Answer = Annotated[bool, BeforeValidator(_answer)]
Day = Annotated[date, BeforeValidator(_day)]
HttpsLink = Annotated[str, StringConstraints(max_length=500), AfterValidator(_https)]
