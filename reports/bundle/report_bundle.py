"""A whole report as JSON: the case files, the weightings and the settings, with all numbers that came out.

Opened here, it gives the same comparison and can be computed again: then either every number is the same, or the
differences are named with the changes of method since. Described in docs/report-bundle.md.
"""

import base64
import binascii
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from cases.reading.loader import case_from_files
from files.problems import shown
from reports.bundle.bundle_records import BundleRecord, CaseRecord, settings_from, settings_record
from reports.bundle.made_by import CHANGES, METHOD, program
from reports.content import Content
from reports.printed_numbers import numbers
from texts.message import Message, message
from weighing.people import of_room
from weighing.weighing import OWN

FORMAT = 1
LONGEST_NAME = 200
"""Characters of the name of a number that is shown."""
LARGEST = 60_000_000
"""Bytes of a bundle that are read."""
MOST_DIGITS = 18
"""Of a whole number: far more than any number of a report has."""
CLOSE = 1e-9
"""Numbers that differ by less than this part of themselves are the same: another processor may round the last digit."""


class BundleError(ValueError):
    """A file that is not a bundle, or a damaged one; `text` says what was found and what to do."""

    def __init__(self, text: Message) -> None:
        self.text = text
        super().__init__(text.get("en"))


@dataclass(frozen=True)
class Difference:
    """A number that came out otherwise than it stands in the bundle."""

    name: str
    """The way to it, with points between the steps."""
    was: Any
    """None when it was not there."""
    now: Any


@dataclass(frozen=True)
class Opened:
    """A bundle that was read and checked."""

    content: Content
    files: Mapping[str, bytes]
    """The case files by name."""
    numbers: Mapping[str, Any]
    """As they were when the report was made."""
    program: str
    method: int

    def differences(self) -> tuple[Difference, ...]:
        """What comes out otherwise today; empty when every number is the same."""
        return tuple(_differences("", self.numbers, json.loads(_json(numbers(self.content)))))

    def method_changes(self) -> tuple[Message, ...]:
        """What changed in the method since the report was made, oldest first."""
        return tuple(CHANGES[number] for number in range(self.method + 1, METHOD + 1))


def write_bundle(content: Content, files: Mapping[str, bytes]) -> bytes:
    """The report as JSON; the same content always gives the same bytes.

    People whose weightings enter no number are not in it, and neither are the names of groups that are too small.

    Args:
        content: what the report is made from.
        files: the case files by name, from which the case was read.

    Raises:
        ValueError: the files are not those of the case.
    """
    case = content.case
    shown = Content(case, replace(content.settings, people=of_room(content.settings.people)))
    if case_from_files(files, case.id).version != case.version:
        raise ValueError("these are not the files of the case")
    texts, others = {}, {}
    for name, data in sorted(files.items()):
        try:
            texts[name] = data.decode("utf-8")
        except UnicodeDecodeError:
            others[name] = base64.b64encode(data).decode("ascii")
    record = BundleRecord(
        kind="waardenweger-report",
        format=FORMAT,
        program=program(),
        method=METHOD,
        case=CaseRecord(id=case.id, version=case.version, texts=texts, others=others),
        settings=settings_record(shown.settings),
        numbers=numbers(shown),
    )
    return _json(record.model_dump(mode="json")).encode("utf-8")


def read_bundle(data: bytes) -> Opened:
    """The report that a bundle holds.

    Raises:
        BundleError: the file is too large, no bundle, made by a newer program, or changed by hand.
        cases.problems.CaseError: the case files in it are no longer a sound case.
        reports.content.NotExportable: the case misses what a comparison for a council needs.
    """
    record = _record(data)
    files = _files(record.case)
    case = case_from_files(files, record.case.id)
    if case.version != record.case.version:
        raise BundleError(message("bundle.changed", version=case.version, said=shown(record.case.version)))
    settings = settings_from(record.settings)
    try:
        content = Content(case, settings)
        _check_weighings(content)
        _ = content.room, content.euros  # whatever does not fit must come out here, not later on a screen
    except (KeyError, ValueError) as error:
        if hasattr(error, "text"):
            raise
        raise BundleError(message("bundle.settings", what=shown(str(error)))) from error
    return Opened(content, MappingProxyType(files), record.numbers, record.program, record.method)


def _record(data: bytes) -> BundleRecord:
    if len(data) > LARGEST:
        megabytes = LARGEST // 1_000_000
        raise BundleError(message("bundle.too_large", megabytes=megabytes))
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant, parse_int=_whole)
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()  # no half characters, nothing endless
    except (ValueError, RecursionError) as error:
        raise _no_bundle() from error
    if not isinstance(found, dict) or found.get("kind") != "waardenweger-report":
        raise _no_bundle()
    number = found.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise BundleError(message("bundle.newer_format", number=number, format=FORMAT))
    try:
        record = BundleRecord.model_validate(found)
    except ValidationError as error:
        places = "; ".join(".".join(map(str, item["loc"]))[:60] for item in error.errors()[:5])
        raise BundleError(message("bundle.damaged", places=places)) from error
    if record.method > METHOD:
        raise BundleError(message("bundle.newer_method", method=record.method, known=METHOD))
    return record


def _files(case: CaseRecord) -> dict[str, bytes]:
    try:
        others = {name: base64.b64decode(text, validate=True) for name, text in case.others.items()}
    except (binascii.Error, ValueError) as error:
        raise _no_bundle() from error
    return {name: text.encode("utf-8") for name, text in case.texts.items()} | others


def _no_bundle() -> BundleError:
    return BundleError(message("bundle.no_report"))


def _check_weighings(content: Content) -> None:
    """The names in the weightings that calculating passes over, but a screen looks up.

    Raises:
        ValueError, KeyError: the case has no such profile or criterion.
    """
    own = content.settings.own
    for weighing in (*([own] if own is not None else []), *(person.weighing for person in content.settings.people)):
        if weighing.start != OWN:
            content.case.profile(str(weighing.start))
        for key in weighing.moved:
            content.case.criterion(key)


def _whole(found: str) -> int:
    if len(found) > MOST_DIGITS:
        raise ValueError(found[:MOST_DIGITS])
    return int(found)


def _refuse_constant(found: str) -> None:
    raise ValueError(found)


def _json(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _differences(name: str, was: Any, now: Any) -> Iterator[Difference]:
    if isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*was, *now]):
            yield from _differences(f"{name}.{key}".lstrip("."), was.get(key), now.get(key))
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for place, pair in enumerate(zip(was, now, strict=True), start=1):
            yield from _differences(f"{name}.{place}", *pair)
    elif not _same(was, now):
        yield Difference(shown(name, LONGEST_NAME), was if _is_plain(was) else shown(was), now)


def _is_plain(found: Any) -> bool:
    """False for what no number of ours is; somebody wrote it there, and it may be very long."""
    return found is None or isinstance(found, int | float)


def _same(was: Any, now: Any) -> bool:
    if isinstance(was, int | float) and isinstance(now, int | float) and not isinstance(was, bool):
        return math.isclose(was, now, rel_tol=CLOSE, abs_tol=CLOSE)
    return bool(was == now)
