"""What is wrong with a case: file, line, what was found and what to do, in English and in Dutch."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain

from files.fields import Text

MOST_PER_FILE = 100
"""A longer list helps nobody; the rest is counted."""


@dataclass(frozen=True)
class Problem:
    """One mistake in one file."""

    file: str
    line: int | None
    """Counted from 1; None when the mistake has no place, such as a line that is missing."""
    text: Text

    def sentence(self, language: str) -> str:
        """The mistake with its place: ``performances.csv, line 5: ...``."""
        line_word = {"en": "line", "nl": "regel"}[language]
        place = self.file if self.line is None else f"{self.file}, {line_word} {self.line}"
        return f"{place}: {self.text.get(language)}"


class CaseError(ValueError):
    """A case that cannot be opened, with all its problems."""

    def __init__(self, case_id: str, problems: Iterable[Problem]) -> None:
        self.case_id = case_id
        self.problems = tuple(problems)
        super().__init__(case_id, self.problems)

    def message(self, language: str) -> str:
        """All problems, one a line, in ``nl`` or ``en``."""
        head = {
            "en": f"Case '{self.case_id}' cannot be opened.",
            "nl": f"Zaak '{self.case_id}' kan niet worden geopend.",
        }[language]
        return "\n".join([head, *(f"- {problem.sentence(language)}" for problem in self.problems)])

    def __str__(self) -> str:
        return self.message("en")


class FileProblems:
    """The problems of one file, while it is being read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Problem] = []
        self._not_listed = 0

    def add(self, line: int | None, en: str, nl: str) -> None:
        """Note one problem; the same words at the same place are noted once."""
        problem = Problem(self.file, line, Text(nl=nl, en=en))
        if problem in self._found:
            return
        if len(self._found) < MOST_PER_FILE:
            self._found.append(problem)
        else:
            self._not_listed += 1

    def listed(self) -> list[Problem]:
        """The problems by line, those without a line last."""
        found = sorted(self._found, key=lambda problem: (problem.line is None, problem.line or 0))
        if self._not_listed:
            rest = Text(
                en=f"there are {self._not_listed} more problems in this file. Solve these first, then try again",
                nl=f"er zijn nog {self._not_listed} problemen in dit bestand. Los eerst deze op en probeer het opnieuw",
            )
            found.append(Problem(self.file, None, rest))
        return found


class Problems:
    """All problems of a case, file by file in the order in which the files were first asked for."""

    def __init__(self) -> None:
        self._files: dict[str, FileProblems] = {}

    def of(self, file: str) -> FileProblems:
        """The list for one file."""
        return self._files.setdefault(file, FileProblems(file))

    def listed(self) -> tuple[Problem, ...]:
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


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, str]:
    """The end of a sentence about an unknown word, in English and Dutch: a suggestion, or what one can choose from."""
    known = list(dict.fromkeys(known))
    near = closest(word, known)
    if near is not None:
        return f"; did you mean '{near}'?", f"; bedoelt u '{near}'?"
    if not known:
        return "", ""
    some = ", ".join(known[:12]) + (", ..." if len(known) > 12 else "")
    return f". Choose from: {some}", f". Kies uit: {some}"
