"""What is wrong with a factor set: file, line, what was found and what to do, in English and in Dutch."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True)
class Text:
    """Words in Dutch and in English."""

    nl: str
    en: str

    def get(self, language: str) -> str:
        """The words in ``nl`` or ``en``; another language raises KeyError."""
        return {"nl": self.nl, "en": self.en}[language]


@dataclass(frozen=True)
class Problem:
    """One mistake in one file."""

    file: str
    line: int | None
    """Counted from 1; None when the mistake has no place, such as a file that is missing."""
    text: Text

    def sentence(self, language: str) -> str:
        """The mistake with its place: ``factors.csv, line 5: ...``."""
        line_word = {"en": "line", "nl": "regel"}[language]
        place = self.file if self.line is None else f"{self.file}, {line_word} {self.line}"
        return f"{place}: {self.text.get(language)}"


class FactorSetError(ValueError):
    """A factor set that cannot be opened, with all its problems."""

    def __init__(self, set_id: str, problems: Iterable[Problem]) -> None:
        self.set_id = set_id
        self.problems = tuple(problems)
        super().__init__(set_id, self.problems)

    def message(self, language: str) -> str:
        """All problems, one a line, in ``nl`` or ``en``."""
        head = {
            "en": f"Factor set '{self.set_id}' cannot be opened.",
            "nl": f"Factorset '{self.set_id}' kan niet worden geopend.",
        }[language]
        return "\n".join([head, *(f"- {problem.sentence(language)}" for problem in self.problems)])

    def __str__(self) -> str:
        return self.message("en")


class FileProblems:
    """The problems of one file, while it is being read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def add(self, line: int | None, en: str, nl: str) -> None:
        """Note one problem."""
        self.found.append(Problem(self.file, line, Text(nl=nl, en=en)))

    def listed(self) -> list[Problem]:
        """The problems by line, those without a line last."""
        return sorted(self.found, key=lambda problem: (problem.line is None, problem.line or 0))


def shown(found: object, most: int = 40) -> str:
    """What was found, short enough to print in a message."""
    text = " ".join(str(found).split())
    return text if len(text) <= most else text[: most - 3] + "..."


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, str]:
    """The end of a sentence about an unknown word, in English and Dutch: a suggestion, or what one can choose from."""
    known = list(dict.fromkeys(known))
    near = get_close_matches(word.casefold()[:60], [other.casefold() for other in known], n=1)
    if near:
        meant = next(other for other in known if other.casefold() == near[0])
        return f"; did you mean '{meant}'?", f"; bedoelt u '{meant}'?"
    some = ", ".join(known[:14]) + (", ..." if len(known) > 14 else "")
    return f". Choose from: {some}", f". Kies uit: {some}"
