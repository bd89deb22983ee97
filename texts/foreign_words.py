"""Words that are in another language than the text around them, and say so to who hears them."""

import re

from markupsafe import Markup

from texts.languages import KNOWN

_MARK = r'<span lang="[\w-]+">([^<]*)</span>'
_MARKED = re.compile(_MARK)
_IN_A_TAG = re.compile(rf'<(?!span lang=")[a-zA-Z][^<>]*(?:{_MARK}[^<>]*)+>')
_NO_ELEMENTS = re.compile(r"<(title|option|textarea|script|style|svg)\b[^>]*>.*?</\1>", re.DOTALL)


class ForeignWords(str):
    """Words of a case that is not written in the language of the reader. Put in a page as they are, they are marked
    with that language, so that a screen reader pronounces them well; made part of a sentence, they are plain words."""

    language: str

    def __new__(cls, words: str, language: str) -> "ForeignWords":
        """The words, and the language that they are in."""
        made = super().__new__(cls, words)
        made.language = language
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # a language goes along
        return str(self), self.language

    def __html__(self) -> str:
        return self.around(str(self))

    def around(self, shown: str) -> Markup:
        """The mark of this language around the words as they are shown."""
        return Markup('<span lang="{}">{}</span>').format(KNOWN[self.language].tag, shown)


def said_in(words: str) -> Markup:
    """The attribute of an element that can hold words and no elements; nothing for words in the reader's language."""
    found = words.language if isinstance(words, ForeignWords) else None
    return Markup("") if found is None else Markup(' lang="{}"').format(KNOWN[found].tag)


def unmarked(markup: Markup) -> Markup:
    """The same without the marks of `ForeignWords`, for a drawing or another place that can hold no elements."""
    return Markup(_MARKED.sub(r"\1", str(markup)))  # noqa: S704  # what remains was escaped before


def marks_in_place(page: str) -> str:
    """A whole page with the marks of `ForeignWords` only where HTML may have them: in no attribute and no title."""
    page = str(page)
    if "<span lang=" not in page:
        return page
    page = _IN_A_TAG.sub(lambda tag: _MARKED.sub(r"\1", tag[0]), page)
    return _NO_ELEMENTS.sub(lambda part: _MARKED.sub(r"\1", part[0]), page)
