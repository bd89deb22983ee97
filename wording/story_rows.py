"""Stories in rows: who speaks, about what, and whether it is a quote, a summary or an example."""

from dataclasses import dataclass

from cases.definition.model import Case
from cases.definition.story import Story
from texts import Words


@dataclass(frozen=True)
class StoryRow:
    """One story; all words are data and not yet escaped."""

    criterion: str
    alternative: str
    """The name of the alternative, or that it is about all of them."""
    role: str
    text: str
    kind: str
    """In words; an example made up by the makers is called one."""
    illustrative: bool
    sources: tuple[str, ...]


def story_rows(
    case: Case, text: Words, criterion: str | None = None, alternative: str | None = None
) -> tuple[StoryRow, ...]:
    """The stories of a criterion, or of the whole case, in the order of the file.

    Raises:
        KeyError: an id that the case does not have.
    """
    keys = [item.id for item in case.criteria] if criterion is None else [criterion]
    found = [story for key in keys for story in case.stories_about(key, alternative)]
    return tuple(_row(case, story, text) for story in sorted(found, key=lambda story: story.line))


def _row(case: Case, story: Story, text: Words) -> StoryRow:
    about_all = text("story.all_alternatives")
    return StoryRow(
        criterion=text.of(case.criterion(story.criterion).label),
        alternative=text.of(case.alternative(story.alternative).label) if story.alternative else about_all,
        role=text.of(story.role),
        text=text.of(story.text),
        kind=text(f"story.kind_{story.kind}"),
        illustrative=story.kind == "illustrative",
        sources=story.sources,
    )
