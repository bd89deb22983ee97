"""The account of participation, account.yaml: who was asked what, what came back, and what was done with it."""

from typing import Annotated, Literal

from pydantic import Field

from files.fields import Id, SourceId, Strict, Text, Whole

CommentKind = Literal["agreement", "disagreement", "story", "question", "wish"]


class Comment(Strict):
    """Something that came back, in short; never with the name of a person."""

    text: Text
    kind: CommentKind
    done: Text | None = Field(
        default=None, description="What was done with it, or why not. Nothing: not answered yet, and shown as such."
    )


class RoundOfInput(Strict):
    """One time that people were asked."""

    id: Id
    label: Text
    day_or_period: Text
    asked: Text = Field(description="What was asked, and what was open to change.")
    invited: Text
    took_part: Text
    people: Annotated[Whole, Field(ge=0)] | None = Field(
        default=None, description="How many took part. Nothing: not known."
    )
    missing: Text = Field(description="Who was not there or not heard, and how one knows.")
    comments: tuple[Comment, ...] = Field(default=(), max_length=200)
    sources: tuple[SourceId, ...] = ()


class Account(Strict):
    """The file account.yaml."""

    format: Whole = Field(description="Version of the case format: 1.")
    about: Text = Field(description="Who made this account, and from what.")
    rounds: tuple[RoundOfInput, ...] = Field(min_length=1, max_length=50)
