"""What is wrong with a file: the file, the line, what was found and what to do, in each language."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from typing import ClassVar

from files.places import Place
from texts import Told
from texts.message import Message, Value, message

MOST_PER_FILE = 100
"""A longer list helps nobody; the rest is counted."""


@dataclass(frozen=True)
class Problem:
    """One mistake in one file."""

    file: str
    place: Place | None
    """None when the mistake has no place, such as a line that is missing."""
    text: Told

    @property
    def line(self) -> int | None:
        """The line, from 1; None when the place is no line of a file."""
        return self.place if isinstance(self.place, int) else None

    def sentence(self, language: str) -> str:
        """The mistake with its place: ``performances.csv, line 5: ...``."""
        if self.line is None:
            return message("problem.in_file", file=self.file, said=self.text).get(language)
        return message("problem.in_line", file=self.file, line=self.line, said=self.text).get(language)


class ProblemsError(ValueError):
    """What cannot be opened, with all its problems. Each kind says in ``head`` what stands above the list."""

    head: ClassVar[str]
    """The sentence; it may name the thing."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.name = name
        self.problems = tuple(problems)
        super().__init__(name, self.problems)

    def message(self, language: str) -> str:
        """All problems in one language, one a line."""
        head = message(self.head, name=self.name).get(language)
        return "\n".join([head, *(f"- {problem.sentence(language)}" for problem in self.problems)])

    def __str__(self) -> str:
        return self.message("en")


class CaseError(ProblemsError):
    """A case that cannot be opened."""

    head = "problem.case_refused"


class FileProblems:
    """The problems of one file, while it is being read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Problem] = []
        self._not_listed = 0

    @property
    def full(self) -> bool:
        """True when whatever comes now is counted and not listed."""
        return len(self._found) >= MOST_PER_FILE

    def add(self, place: Place | None, key: str, /, **values: Value) -> None:
        """Note one problem: a sentence of the catalogue; the same words at the same place are noted once."""
        self.note(place, message(key, **values))

    def note(self, place: Place | None, text: Told) -> None:
        """As `add`, for a sentence that was made before."""
        problem = Problem(self.file, place, text)
        if problem in self._found:
            return
        if self.full:
            self._not_listed += 1
        else:
            self._found.append(problem)

    def extend(self, others: "FileProblems") -> None:
        """Note all problems of another list for the same file."""
        for problem in others._found:
            self.note(problem.place, problem.text)
        self._not_listed += others._not_listed

    def listed(self) -> list[Problem]:
        """The problems by line, those without a line last."""
        found = sorted(self._found, key=lambda problem: (problem.place is None, problem.line or 0))
        if self._not_listed:
            found.append(Problem(self.file, None, message("problem.more", count=self._not_listed)))
        return found


class Problems:
    """All problems of a case, file by file in the order in which the files were first asked for."""

    def __init__(self) -> None:
        self._files: dict[str, FileProblems] = {}

    def of(self, file: str) -> FileProblems:
        """The list for one file."""
        return self._files.setdefault(file, FileProblems(file))

    def listed(self) -> tuple[Problem, ...]:
        """All problems: per file by line, those without a line last; empty when nothing is wrong."""
        return tuple(chain.from_iterable(file.listed() for file in self._files.values()))


def shown(found: object, most: int = 40) -> str:
    """What was found, short enough to print in a message."""
    text = " ".join(str(found).split())
    return text if len(text) <= most else text[: most - 3] + "..."


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that somebody probably meant, if one is close."""
    folded = {other.casefold(): other for other in known}
    near = get_close_matches(word.casefold()[:60], folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else None


def suggestion(word: str, known: Iterable[str]) -> Message | str:
    """The end of a sentence about an unknown word: what was probably meant, or what one can choose from."""
    known = list(dict.fromkeys(known))
    near = closest(word, known)
    if near is not None:
        return message("problem.did_you_mean", word=near)
    if not known:
        return ""
    return message("problem.choose_from", words=", ".join(known[:12]) + (", ..." if len(known) > 12 else ""))
