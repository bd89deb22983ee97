"""Finding the stories of a criterion."""

from cases.definition.model import Case
from cases.definition.story import Story


def stories_about(case: Case, criterion: str, alternative: str | None = None) -> tuple[Story, ...]:
    """The stories of a criterion in the order of the file.

    Args:
        case: the case.
        criterion: the id of a criterion.
        alternative: only what is told about this alternative or about all of them; None gives every story.

    Raises:
        KeyError: an id that the case does not have.
    """
    key = case.criterion(criterion).id
    if alternative is not None:
        case.alternative(alternative)
    return tuple(
        story
        for story in case.stories
        if story.criterion == key and (alternative is None or story.alternative in (None, alternative))
    )
