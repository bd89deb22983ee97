"""YAML read strictly and with line numbers: text, lists and keys; nothing else.

Only plain structure is accepted. Copies (``&`` and ``*``), types (``!!``), double keys and a second document are
refused, so that a file means what a reader sees, and a small file cannot unfold into a huge one. Values stay text: the
schema says which of them are numbers. An empty value, ``~`` and ``null`` become None.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from files.problems import FileProblems, shown

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}
_DEEPEST = 20

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A file as nested dicts and lists of text, with the line of every part."""

    data: dict[str, Any]
    lines: dict[Path, int] = field(repr=False)

    def line(self, path: Sequence[str | int]) -> int:
        """Line of the part at ``path``, or of the nearest part around it that exists."""
        path = tuple(path)
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]

    def items(self, key: str) -> Iterator[tuple[Path, dict[str, Any]]]:
        """The records in the list at ``key``, each with its path; whatever is not a record is passed over."""
        listed = self.data.get(key)
        for number, item in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(item, dict):
                yield (key, number), item


class _RefusedError(Exception):
    def __init__(self, line: int, en: str, nl: str) -> None:
        super().__init__(en)
        self.line, self.en, self.nl = line, en, nl


def read_yaml(text: str, problems: FileProblems) -> Document | None:
    """Read one file; None when it cannot be understood at all (the problems say why)."""
    builder = _Builder(text, problems)
    try:
        data = builder.document()
    except _RefusedError as refused:
        problems.add(refused.line, refused.en, refused.nl)
        return None
    except yaml.MarkedYAMLError as error:
        problems.add(*_syntax_words(error))
        return None
    except yaml.YAMLError:
        problems.add(
            None,
            "the file cannot be read as YAML. Save it again as plain text (UTF-8)",
            "het bestand kan niet als YAML worden gelezen. Sla het opnieuw op als platte tekst (UTF-8)",
        )
        return None
    if not isinstance(data, dict):
        problems.add(
            1,
            "the file must consist of keys with a value, such as 'format: 1'",
            "het bestand moet bestaan uit sleutels met een waarde, zoals 'format: 1'",
        )
        return None
    return Document(data, builder.lines)


class _Builder:
    """Turns the events of the YAML parser into a document."""

    def __init__(self, text: str, problems: FileProblems) -> None:
        self._events = yaml.parse(text, Loader=_Loader)
        self._problems = problems
        self.lines: dict[Path, int] = {(): 1}

    def document(self) -> Any:
        next(self._events)  # start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise _RefusedError(1, "the file is empty. Fill it in", "het bestand is leeg. Vul het in")
        data = self._part(next(self._events), ())
        next(self._events)  # end of the document
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _RefusedError(
                _line(after),
                "a second document starts here ('---'). Keep one document in the file",
                "hier begint een tweede document ('---'). Houd één document in het bestand",
            )
        return data

    def _part(self, event: yaml.Event, path: Path) -> Any:
        line = _line(event)
        self.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _RefusedError(
                line,
                "a copy mark ('&' or '*') is not allowed here. Write the text out; a text that starts "
                "with such a mark needs quotes",
                "een kopieerteken ('&' of '*') mag hier niet. Schrijf de tekst uit; een tekst die met zo'n teken "
                "begint heeft aanhalingstekens nodig",
            )
        if event.tag not in (None, "!"):
            mark = shown(event.tag.replace("tag:yaml.org,2002:", "!!"))
            raise _RefusedError(
                line,
                f"the mark '{mark}' is not allowed here. Remove it; a text that starts with '!' needs quotes",
                f"het teken '{mark}' mag hier niet. Haal het weg; een tekst die met '!' begint heeft "
                "aanhalingstekens nodig",
            )
        if isinstance(event, yaml.ScalarEvent):
            return None if event.implicit[0] and event.value in _NOTHING else event.value
        if len(path) >= _DEEPEST:
            raise _RefusedError(
                line,
                "the parts are nested too deeply. Check the brackets and the indentation",
                "de onderdelen zitten te diep in elkaar. Controleer de haken en het inspringen",
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._record(path)

    def _list(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._part(event, (*path, len(items))))
        return items

    def _record(self, path: Path) -> dict[str, Any]:
        record: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError(
                    line,
                    "a key must be one word. Check the brackets here",
                    "een sleutel moet één woord zijn. Controleer hier de haken",
                )
            key = event.value
            if key in record:
                first = self.lines[(*path, key)]
                self._problems.add(
                    line,
                    f"key '{shown(key)}' is here for the second time (first in line {first}). Keep one of the two",
                    f"sleutel '{shown(key)}' staat hier voor de tweede keer (eerst in regel {first}). "
                    "Houd één van de twee",
                )
                self._part(next(self._events), (*path, key, "second time"))
                continue
            self.lines[(*path, key)] = line
            record[key] = self._part(next(self._events), (*path, key))
        return record


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1


def _syntax_words(error: yaml.MarkedYAMLError) -> tuple[int | None, str, str]:
    mark = error.problem_mark or error.context_mark
    line = None if mark is None else mark.line + 1
    found = f"{error.context or ''} {error.problem or ''}"
    if "mapping values are not allowed" in found:
        en = "there is a colon in the text here. Put the whole text between quotes"
        nl = "hier staat een dubbele punt in de tekst. Zet de hele tekst tussen aanhalingstekens"
    elif "tab" in found or "\\t" in found or "'\t'" in found or "cannot start any token" in found:
        en = "a tab or another mark stands where a value should start. Use spaces, and put the text between quotes"
        nl = (
            "hier staat een tab of ander teken waar een waarde moet beginnen. Gebruik spaties, en zet de tekst "
            "tussen aanhalingstekens"
        )
    elif "flow" in found:
        en = "a bracket or a comma is missing in or just above this line. Check '{', '}', '[' and ']'"
        nl = "in of vlak boven deze regel ontbreekt een haak of een komma. Controleer '{', '}', '[' en ']'"
    elif "quoted scalar" in found:
        en = "a quote is opened here or just above, and never closed. Add the closing quote"
        nl = "hier of vlak hierboven begint een aanhalingsteken dat nergens sluit. Zet het sluitende teken erbij"
    else:
        en = "the file cannot be understood from here on. Check the indentation, the colons and the quotes around here"
        nl = (
            "het bestand is vanaf hier niet te begrijpen. Controleer hier het inspringen, de dubbele punten en de "
            "aanhalingstekens"
        )
    return line, en, nl
