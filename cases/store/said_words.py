"""Words that people type for the store: how many fit, what is taken out, and what is wrong with a proposal."""

import unicodedata
from typing import Literal, get_args

from cases.store.store_errors import WordsError
from cases.store.store_records import Kind
from texts.message import Message, message

Answer = Literal["accepted", "merged", "declined"]
Field = Literal["kind", "title", "words"]
TITLE = (3, 100)
WORDS = (10, 1500)
REASON = (10, 1000)
"""Least and most characters."""
_JOINERS = "\u200c\u200d"
"""The invisible marks that some scripts and signs cannot do without."""


def said(words: str, least: int, most: int, what: Message) -> str:
    """Words of a person, without the space around them.

    Raises:
        WordsError: there are fewer or more characters than asked; ``what`` names what it is about. Marks that
            cannot be seen by themselves do not count for the least.
    """
    found = words.strip()
    if sum(unicodedata.category(mark) not in ("Cf", "Me", "Mn") for mark in found) < least:
        raise WordsError("store.words_short", what=what, least=least)
    if len(found) > most:
        raise WordsError("store.words_long", what=what, length=len(found), most=most)
    return found


def faults(kind: str, title: str, words: str) -> dict[Field, WordsError]:
    """What has to change before this can be sent, by field of the form; empty when nothing has to."""
    found: dict[Field, WordsError] = {}
    if kind not in get_args(Kind):
        found["kind"] = WordsError("proposals.no_kind")
    try:
        said(clean(title), *TITLE, message("store.title"))
    except WordsError as wrong:
        found["title"] = wrong
    try:
        said(clean(words), *WORDS, message("store.explanation"))
    except WordsError as wrong:
        found["words"] = wrong
    return found


def clean(text: str) -> str:
    """Without invisible marks, except the end of a line and what joins letters. Some of them turn the direction of
    writing around: with those a sentence reads as it does not stand there."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(
        mark
        for mark in lines
        if mark == "\n" or mark in _JOINERS or unicodedata.category(mark) not in ("Cc", "Cf", "Cs")
    )
