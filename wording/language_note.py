"""In which language a case is, said once to who reads in another."""

from cases.definition.model import Case
from files.fields import CASE_LANGUAGES, case_language
from texts import Words
from texts.languages import language_name


def language_note(case: Case, text: Words) -> str | None:
    """`Deze zaak is alleen in het Engels.`, or how much of it is; None where all its words are in this language."""
    wanted = case_language(text.language)
    (other,) = [language for language in CASE_LANGUAGES if language != wanted]
    named = language_name(other, text.language)
    if wanted not in case.untranslated:
        return text("case.only_in", language=named)
    lacking = case.untranslated[wanted]
    return text("case.partly_in", count=lacking, language=named) if lacking else None
