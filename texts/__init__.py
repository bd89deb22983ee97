"""Interface words in Dutch and English, and how numbers look in each. One source for every screen and report."""

from collections.abc import Callable, Mapping
from functools import cache
from numbers import Integral
from typing import Any, Protocol

from babel import Locale
from markupsafe import Markup

from texts.languages import KNOWN, text_file
from texts.numbers import number

LANGUAGES = tuple(KNOWN)
DEFAULT_LANGUAGE = LANGUAGES[0]

FORMS = ("zero", "one", "two", "few", "many", "other")
"""What the forms of a counted text may be called: the plural rules of Unicode; `zero` also where that reads better."""


Sentence = str | Mapping[str, str]
"""A text of ours as it is written: in one form, or in a form for one and for more."""


class Told(Protocol):
    """Words in each language: those of a case (`files.fields.Text`) or a sentence of ours (`texts.message.Message`)."""

    def get(self, language: str, /) -> str:
        """The words in one language; KeyError for a language in which there are none."""


def in_all(told: Told) -> dict[str, str]:
    """The words by language."""
    return {language: told.get(language) for language in LANGUAGES}


class Words:
    """The texts of one language: `words("nl")("explore.title")`.

    A key that does not exist raises: a missing sentence is a mistake of ours, not something to hide from the reader.

    The value `count` is the one that counts: `words("nl")("phone.alternatives", count=1)`. It picks the form of a text
    that has forms (`alternatives.one`, `alternatives.other`), and a whole number is written as people write it.
    """

    def __init__(self, language: str, texts: Mapping[str, Sentence]) -> None:
        self.language = language
        self.texts = texts

    def __call__(self, key: str, **values: Any) -> str:
        """The text with this key, its gaps filled with the values; KeyError for a key that does not exist."""
        text = form(self.texts[key], self.language, values)
        return text.format(**written(self.language, values)) if values else text

    def of(self, told: "Told") -> str:
        """Words that are there in each language, in this one."""
        return told.get(self.language)

    def html(self, key: str, **values: Any) -> Markup:
        """A text of ours that holds tags like `<b>`; the values are data and get escaped."""
        ours = Markup(form(self.texts[key], self.language, values))  # noqa: S704  # a text of ours; values come after
        return ours.format(**written(self.language, values))

    def for_browser(self, key: str) -> str | dict[str, str]:
        """A text with its gaps open, which the browser fills in; a counted one in all its forms, with the language."""
        text = self.texts[key]
        return text if isinstance(text, str) else {"language": self.language, **text}

    def bold(self, items: list[str]) -> Markup:
        """As `listed`, each item in bold, so that names which hold a comma stay apart."""
        parts = [Markup("<b>{}</b>").format(item) for item in items]
        if len(parts) < 2:
            return Markup("").join(parts)
        return Markup(", ").join(parts[:-1]) + Markup(" {} ").format(self("list.and")) + parts[-1]

    def either(self, items: list[str]) -> Markup:
        """`a of b`, `a, b of c`, each item in bold."""
        before = Markup(", ").join([self.bold([item]) for item in items[:-1]])
        return Markup(" ").join([before, self("list.or"), self.bold(items[-1:])]) if before else self.bold(items)

    def listed(self, items: list[str]) -> str:
        """`a`, `a en b`, `a, b en c`."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('list.and')} {items[-1]}"


def form(sentence: Sentence, language: str, values: Mapping[str, Any]) -> str:
    """The form that fits the value `count`, for a sentence that has forms."""
    if isinstance(sentence, str):
        return sentence
    count = values["count"]
    return sentence["zero"] if count == 0 and "zero" in sentence else sentence[_plural_rule(language)(abs(count))]


def written(language: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values, with a whole `count` as people write it."""
    count = values.get("count")
    return {**values, "count": number(int(count), language)} if isinstance(count, Integral) else values


@cache
def _plural_rule(language: str) -> Callable[[float], str]:
    return Locale(language).plural_form


@cache
def words(language: str) -> Words:
    """The texts of a language; raises KeyError for a language we do not have."""
    return Words(language, catalogue("words", language))


def catalogue(name: str, language: str) -> dict[str, Sentence]:
    """All texts in one file of a language, by key with the name of its section before it."""
    return dict(_flat(text_file(language, name)))


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Sentence]]:
    pairs: list[tuple[str, Sentence]] = []
    for key, value in table.items():
        if not isinstance(value, Mapping):
            pairs.append((f"{prefix}{key}", value.strip()))
        elif "other" in value and set(value) <= set(FORMS):
            pairs.append((f"{prefix}{key}", value))
        else:
            pairs += _flat(value, f"{prefix}{key}.")
    return pairs
