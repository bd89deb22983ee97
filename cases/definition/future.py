"""What may happen to all plans, whichever is chosen: case.yaml and futures.csv.

A future changes some effects; all others stay as they are today. Nobody is asked how likely it is.
"""

from pydantic import Field

from files.fields import Id, SourceId, Strict, Text

FEWEST_FUTURES, MOST_FUTURES = 2, 5


class Future(Strict):
    """Something that may happen and that nobody who decides here has in hand."""

    id: Id
    label: Text = Field(description="What happens, in a few words: `Traffic grows`.")
    about: Text = Field(description="In one sentence: what happens, and how it changed the figures.")
    sources: tuple[SourceId, ...] = ()
    why_not_all: Text | None = Field(
        default=None,
        description="Why nothing changes for the alternatives without a line in futures.csv; none when all have one.",
    )
