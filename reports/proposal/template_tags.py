"""Which content controls of a municipality's template the program knows. Light: the screen asks it too."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.proposal.form_fields import COVER, by_tag, tag
from texts import Words

PART = "part_"


@dataclass(frozen=True)
class Tags:
    """What a template asks for."""

    known: tuple[str, ...]
    unknown: tuple[str, ...]
    """In the template; they keep their own text."""
    missing: tuple[str, ...]
    """Parts and cover fields that the template has no place for, by the name in the language of the report."""


def tags(found: Iterable[str], text: Words) -> Tags:
    """Which of the tags of a template are known; names may be in either language."""
    given = tuple(found)
    keys = {by_tag().get(name.lower()) for name in given}
    wanted = [*COVER, *dict.fromkeys(key for key in by_tag().values() if key.startswith(PART))]
    return Tags(
        tuple(name for name in given if name.lower() in by_tag()),
        tuple(name for name in given if name.lower() not in by_tag()),
        tuple(tag(key, text) for key in wanted if key not in keys),
    )
