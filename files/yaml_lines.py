"""YAML read strictly and with line numbers: text, lists and keys; nothing else.

Only plain structure is accepted. Copies (``&`` and ``*``), types (``!!``), double keys and a second document are
refused, so that a file means what a reader sees, and a small file cannot unfold into a huge one. Values stay text: the
schema says which of them are numbers. An empty value, ``~`` and ``null`` become None.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml

from files.places import Place
from files.problems import FileProblems, shown
from texts.message import Value, message

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}
_DEEPEST = 20

Path = tuple[str | int, ...]


class Places(Protocol):
    """Where the parts of a document stand."""

    def of(self, path: Path, /) -> Place:
        """The place of the part at ``path``, or of the nearest part around it that exists."""

    def of_key(self, path: Path, /) -> Place:
        """The place of the last key itself, not of what stands behind it."""

    def of_missing(self, path: Path, key: str, /) -> Place:
        """The place for a key that is missing in the part at ``path``, or around it."""


@dataclass(frozen=True)
class Lines:
    """The line on which each part of a file begins."""

    numbers: dict[Path, int]

    def of(self, path: Path) -> int:
        """Line of the part at ``path``, or of the nearest part around it that exists."""
        while path not in self.numbers:
            path = path[:-1]
        return self.numbers[path]

    of_key = of

    def of_missing(self, path: Path, key: str) -> int:
        """Line of the part in which the key should stand, or of the nearest part around it that exists."""
        return self.of(path)


@dataclass(frozen=True)
class Document:
    """A file, or the sheets in its stead, as nested dicts and lists of text, with the place of every part."""

    data: dict[str, Any]
    places: Places = field(repr=False)

    def items(self, key: str) -> Iterator[tuple[Path, dict[str, Any]]]:
        """The records in the list at ``key``, each with its path; whatever is not a record is passed over."""
        listed = self.data.get(key)
        for number, item in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(item, dict):
                yield (key, number), item

    def records(self) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Every record of the file, at whatever depth, with its path."""
        return _records(self.data, ())


def _records(part: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(part, dict):
        yield path, part
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, found in inside:
        yield from _records(found, (*path, key))


class _RefusedError(Exception):
    def __init__(self, line: int, key: str, /, **values: Value) -> None:
        super().__init__(key)
        self.line, self.text = line, message(key, **values)


def read_yaml(text: str, problems: FileProblems) -> Document | None:
    """Read one file; None when it cannot be understood at all (the problems say why)."""
    builder = _Builder(text, problems)
    try:
        data = builder.document()
    except _RefusedError as refused:
        problems.note(refused.line, refused.text)
        return None
    except yaml.MarkedYAMLError as error:
        problems.add(*_syntax_problem(error))
        return None
    except yaml.YAMLError:
        problems.add(None, "yaml.unreadable")
        return None
    if not isinstance(data, dict):
        problems.add(1, "yaml.no_keys")
        return None
    return Document(data, Lines(builder.lines))


class _Builder:
    """Turns the events of the YAML parser into a document."""

    def __init__(self, text: str, problems: FileProblems) -> None:
        self._next = _Loader(text).get_event
        self._problems = problems
        self.lines: dict[Path, int] = {(): 1}

    def document(self) -> Any:
        self._next()  # start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise _RefusedError(1, "decoding.empty")
        data = self._part(self._next(), ())
        self._next()  # end of the document
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _RefusedError(_line(after), "yaml.second_document")
        return data

    def _part(self, event: yaml.Event, path: Path) -> Any:
        line = _line(event)
        self.lines.setdefault(path, line)
        # of all events that begin a part only an alias is neither a text nor a list nor a record
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) or event.anchor is not None:
            raise _RefusedError(line, "yaml.copy_mark")
        if event.tag is not None and event.tag != "!":
            mark = shown(event.tag.replace("tag:yaml.org,2002:", "!!"))
            raise _RefusedError(line, "yaml.type_mark", mark=mark)
        if isinstance(event, yaml.ScalarEvent):
            return None if event.implicit[0] and event.value in _NOTHING else event.value
        if len(path) >= _DEEPEST:
            raise _RefusedError(line, "yaml.too_deep")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._record(path)

    def _list(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._part(event, (*path, len(items))))
        return items

    def _record(self, path: Path) -> dict[str, Any]:
        record: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError(line, "yaml.key_of_parts")
            key = event.value
            if key in record:
                first = self.lines[(*path, key)]
                self._problems.add(line, "yaml.double_key", key=shown(key), first=first)
                self._part(self._next(), (*path, key, "second time"))
                continue
            self.lines[(*path, key)] = line
            record[key] = self._part(self._next(), (*path, key))
        return record


def _line(event: yaml.Event) -> int:
    assert event.start_mark is not None  # the parser says of everything where it stands
    return event.start_mark.line + 1


def _syntax_problem(error: yaml.MarkedYAMLError) -> tuple[int | None, str]:
    """The line and the sentence for what the parser of YAML found."""
    mark = error.problem_mark or error.context_mark
    line = None if mark is None else mark.line + 1
    found = f"{error.context or ''} {error.problem or ''}"
    if "mapping values are not allowed" in found:
        return line, "yaml.colon"
    if "tab" in found or "\\t" in found or "'\t'" in found or "cannot start any token" in found:
        return line, "yaml.tab"
    if "flow" in found:
        return line, "yaml.bracket"
    if "quoted scalar" in found:
        return line, "yaml.quote"
    return line, "yaml.syntax"
