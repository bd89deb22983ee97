"""What an alternative or a use may be called on a map: by its id, its code or its label, in any language."""

from collections.abc import Mapping, Sequence

from cases.definition.model import Case
from files.fields import Text


def alternative_names(case: Case) -> Mapping[str, Sequence[str]]:
    """By the id of each alternative, all its names."""
    return {item.id: (item.id, item.code, *_words(item.label)) for item in case.alternatives}


def use_names(case: Case) -> Mapping[str, Sequence[str]]:
    """By the id of each use of the land, all its names."""
    return {use.id: (use.id, *_words(use.label)) for use in case.land_uses}


def _words(text: Text) -> list[str]:
    return [text.get(language) for language in text.languages]
