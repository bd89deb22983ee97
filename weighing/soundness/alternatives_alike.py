"""Whether every alternative is treated alike, and whether the present situation is one of them."""

import re
from collections.abc import Iterator

from cases.definition.model import Case
from files.fields import CASE_LANGUAGES
from texts.message import message
from weighing.equal_treatment import uneven_text as uneven_portions
from weighing.equal_treatment import without_weak_point
from weighing.soundness.finding import Finding

# The beginnings of words with which people describe that nothing is decided, in both languages.
_PRESENT = re.compile(
    r"\b(huidig|nu\b|nulalt|nulvar|niets|ongewijzigd|onveranderd|bestaand|blijf|blijv|referentie|autonom|doorgaan"
    r"|geen plan|present|current|now\b|today|nothing|unchanged|existing|stay|remain|reference|business as usual|no plan"
    r"|status quo)",
    re.IGNORECASE,
)


def reference_unclear(case: Case) -> Iterator[Finding]:
    """The reference, in name and description, nowhere says that it is what there is now.

    A program cannot know what a plan is; it looks for the words, and asks.
    """
    item = case.alternative(case.reference)
    words = " ".join(text.get(language) for text in (item.label, item.about) for language in CASE_LANGUAGES)
    if not _PRESENT.search(words):
        found = message("soundness.reference_unclear", alternative=item.label)
        yield Finding("reference_unclear", "warning", found, (f"alternatives.{item.id}",))


def no_weak_point(case: Case) -> Iterator[Finding]:
    """Alternatives than which no other is better on any criterion."""
    for alternative in without_weak_point(case):
        found = message("soundness.no_weak_point", alternative=alternative.label)
        yield Finding("no_weak_point", "warning", found, (f"alternatives.{alternative.id}",))


def uneven_text(case: Case) -> Iterator[Finding]:
    """Twice as many words about one alternative as about another, in either language; said once."""
    for language in CASE_LANGUAGES:
        portions = uneven_portions(case, language)
        if portions is None:
            continue
        most, least = (case.alternative(portion.alternative).label for portion in portions)
        more, fewer = (portion.words for portion in portions)
        found = message("soundness.uneven_text", most=most, more=more, least=least, fewer=fewer)
        places = tuple(f"alternatives.{portion.alternative}" for portion in portions)
        yield Finding("uneven_text", "warning", found, places)
        return
