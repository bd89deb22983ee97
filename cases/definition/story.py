"""Stories of a case: stories.csv. What somebody says about an effect, in a role and without a name."""

from dataclasses import dataclass
from typing import Literal

from files.fields import Text

Kind = Literal["quote", "summary", "illustrative"]


@dataclass(frozen=True)
class Story:
    """What a story says about a criterion; a criterion may have nothing else."""

    id: str
    criterion: str
    alternative: str | None
    """None: about all alternatives."""
    role: Text
    """Who speaks, as a role; never a name."""
    text: Text
    sources: tuple[str, ...]
    """Empty only for an illustrative story."""
    kind: Kind
    """In somebody's own words, summed up from a source, or made up by the makers as an example."""
    line: int
