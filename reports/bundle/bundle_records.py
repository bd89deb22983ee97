"""The records of a report as JSON, field by field; docs/report-bundle.md is made from them."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, field_validator

from cases.definition.model import MOST_CRITERIA
from cases.definition.profile import MOST_PROFILES
from files.fields import Points
from reports.content import Settings
from texts import LANGUAGES
from valuation.amounts import Timing
from weighing.weightings_file import LONGEST_GROUP, MOST_PEOPLE

MOST_REQUIREMENTS = 30
"""As many as a case can have."""
Name = Annotated[str, StringConstraints(max_length=60)]
"""What something in the case is called."""


MOST_FIELDS, LONGEST_FIELD = 40, 6_000
Written = Annotated[str, StringConstraints(max_length=LONGEST_FIELD)]
"""What somebody wrote in a field of the council proposal."""
LanguageCode = Annotated[str, StringConstraints(pattern=f"^({'|'.join(LANGUAGES)})$")]


class Exact(BaseModel):
    """A record that refuses unknown keys and keeps every character: the version of a case depends on its bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WeighingRecord(Exact):
    """One person's swing points."""

    start: Name
    theme_points: dict[str, Points]
    criterion_points: dict[str, Points] = {}
    ranges: Literal["main", "second"] = "main"
    points_on: Literal["main", "second"] = "main"
    moved: tuple[Name, ...] = Field(default=(), max_length=MOST_CRITERIA)
    unsure: tuple[Name, ...] = Field(default=(), max_length=MOST_CRITERIA)

    @field_validator("unsure", mode="before")
    @classmethod
    def _in_order(cls, found: Any) -> Any:
        """A set has no order, and the same report must be the same file."""
        return tuple(sorted(found)) if isinstance(found, frozenset) else found


class PersonRecord(Exact):
    """One anonymous weighting."""

    group: str = Field(max_length=LONGEST_GROUP)
    weighing: WeighingRecord


class EuroRecord(Exact):
    """The choices about euros."""

    factor_set: str
    biome: str | None = None
    carbon: str | float | None = None
    rate: float
    horizon: int | None = None
    timing: Timing = "end"
    three_times: bool = False


class SettingsRecord(Exact):
    """What the maker of the report chose."""

    language: LanguageCode
    day: date
    profiles: tuple[Name, ...] = Field(max_length=MOST_PROFILES)
    own: WeighingRecord | None
    people: tuple[PersonRecord, ...] = Field(max_length=MOST_PEOPLE)
    euros: EuroRecord | None
    requirements_off: tuple[Name, ...] = Field(max_length=MOST_REQUIREMENTS)
    reference: Name | None = Field(
        default=None, description="With which alternative the others are compared; null for that of the case."
    )
    depth: Literal["summary", "council", "full"]
    fields: tuple[tuple[Name, Written], ...] = Field(
        default=(), max_length=MOST_FIELDS, description="What people wrote for the council proposal, by field."
    )
    confidential: tuple[Name, ...] = Field(
        default=(), max_length=MOST_FIELDS, description="The formats of which the file is marked as confidential."
    )


class CaseRecord(Exact):
    """The case, whole."""

    id: str
    version: str = Field(description="First 12 characters of the SHA-256 of the case files.")
    texts: dict[str, str] = Field(description="The files that are text, by name.")
    others: dict[str, str] = Field(default={}, description="The files that are not, such as pictures, in base64.")


class BundleRecord(Exact):
    """The file."""

    kind: Literal["waardenweger-report"]
    format: Literal[1]
    program: str = Field(max_length=100, description="The program that made it.")
    method: int = Field(ge=1, description="The method by which the numbers were computed.")
    case: CaseRecord
    settings: SettingsRecord
    numbers: dict[str, Any] = Field(description="Every number of the report, by name.")


def settings_record(settings: Settings) -> SettingsRecord:
    """What the maker chose, as a record."""
    return SettingsRecord.model_validate(settings, from_attributes=True)


def settings_from(record: SettingsRecord) -> Settings:
    """What the maker chose, from a record."""
    return TypeAdapter(Settings).validate_python(record.model_dump())
