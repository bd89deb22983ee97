"""Which sheets a workbook has, and which part of the case files each of them holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, get_args

from cases.definition.criterion import Anchor, Criterion, MonitorTopic, Overlap
from cases.definition.duties import Duty, FollowUp
from cases.definition.future import Future
from cases.definition.group_claims import Direction, Group, Role, Size
from cases.definition.hard_requirement import LandFunction, Requirement, RequirementAnswer, Serves
from cases.definition.land_use import LandUse
from cases.definition.model import Alternative, NotCounted, Reason, Theme
from cases.definition.participation import Comment, RoundOfInput
from cases.definition.profile import Profile
from cases.definition.shapes import SHAPES, Shape
from cases.definition.shared_cause import SharedCause, Strength, Way
from cases.definition.story import Kind
from cases.reading.caused_effects_table import CAUSED_COLUMNS
from cases.reading.evidence import EXPECTED_COLUMNS, PERFORMANCE_COLUMNS, SOURCE_COLUMNS
from cases.reading.futures_table import FUTURE_COLUMNS
from cases.reading.group_claims_table import IMPACT_COLUMNS
from cases.reading.land_use_table import LAND_COLUMNS
from cases.reading.stories_table import STORY_COLUMNS
from cases.reading.topic_weights_table import TOPIC_COLUMNS
from cases.workbook.sheet_columns import Column, columns_of, is_record, lists_of
from files.fields import CASE_LANGUAGES, Grade
from texts.languages import text_file

MARK = "#"
"""Starts the row with the explanation below the headings, which is not read."""
Form = Literal["records", "answers", "keys", "table", "points"]
"""``records``: a list in a YAML file, a row each. ``answers``: the same, by a key. ``keys``: a key and its value per
row. ``table``: a CSV file. ``points``: profiles in columns."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: the file and the place in it that its rows fill."""

    key: str
    file: str
    form: Form
    columns: tuple[Column, ...]
    path: tuple[str, ...] = ()
    """Of the list; for a child sheet, inside the record of the parent."""
    parent: str | None = None
    """Key of the sheet whose records hold these; the first column then names the record."""
    needed: bool = True

    def name(self, language: str) -> str:
        """What the tab reads."""
        return str(words(language)["sheets"][self.key])


def _child(
    key: str,
    parent: str,
    heading: str,
    path: tuple[str, ...],
    *columns: Column,
    form: Form = "records",
    file: str = "case.yaml",
) -> Sheet:
    return Sheet(key, file, form, (Column(heading, ()), *columns), path, parent, needed=False)


def shape_sheets(shapes: Iterable[type[Shape]]) -> Iterator[Sheet]:
    """A sheet for the list inside a kind of value function, by the type of the kind: of records, or of points."""
    for shape in shapes:
        for name, item in lists_of(shape):
            columns = columns_of(item) if is_record(item) else _POINT
            (kind,) = get_args(shape.model_fields["type"].annotation)
            yield _child(kind, "criteria", "criterion", ("value_function", name), *columns)


WORKED_OUT: dict[str, tuple[str, ...]] = {
    "alternatives": ("code",),
    "criteria": ("short", "unit_label", "decimals", "better", "in_sum"),
    "effects": ("unit",),
}
"""By key of the sheet, headings without a language: what follows from the rest (``worked_out``). Such a cell may be
empty, and its column missing."""


def _needed(key: str, column: Column) -> bool:
    base, _, language = column.heading.rpartition("_")
    return column.required and (base if language in CASE_LANGUAGES else column.heading) not in WORKED_OUT.get(key, ())


def _list(key: str, model: type, needed: bool = True, file: str = "case.yaml") -> Sheet:
    columns = tuple(replace(column, required=_needed(key, column)) for column in columns_of(model))
    return Sheet(key, file, "records", columns, (key,), needed=needed)


def _table(key: str, file: str, headings: tuple[str, ...], needed: bool) -> Sheet:
    choices: dict[str, tuple[str, ...]] = {
        "grade": get_args(Grade),
        "direction": get_args(Direction),
        "size": get_args(Size),
        "role": get_args(Role),
        "kind": get_args(Kind),
        "way": get_args(Way),
        "strength": get_args(Strength),
        "topic": get_args(MonitorTopic),
    }
    numbers, answers = ("value", "low", "high", "total", "weight", "amount"), ("complete", "consent", "moderated")
    columns = tuple(
        Column(
            heading,
            (heading,),
            "number" if heading in numbers else "answer" if heading in answers else "text",
            choices.get(heading, ()),
            heading != "strength",
        )
        for heading in headings
    )
    columns = tuple(replace(column, required=_needed(key, column)) for column in columns)
    return Sheet(key, file, "table", columns, needed=needed)


KEY_COLUMNS = (
    Column("key", ("key",)),
    Column("value", ("value",), "day"),  # whatever it is, but a date is among them
    *(Column(language, (language,)) for language in CASE_LANGUAGES),
)
_ALTERNATIVE = Column("alternative", ("alternative",))
_POINT = (Column("performance", (0,), "number"), Column("score", (1,), "number"))

SHEETS = (
    Sheet("case", "case.yaml", "keys", KEY_COLUMNS),
    _list("alternatives", Alternative),
    _child("reasons_for", "alternatives", "alternative", ("reasons_for",), *columns_of(Reason)),
    _child("reasons_against", "alternatives", "alternative", ("reasons_against",), *columns_of(Reason)),
    _list("themes", Theme),
    _list("criteria", Criterion),
    *shape_sheets(SHAPES),
    _child("anchors", "criteria", "criterion", ("anchors",), *columns_of(Anchor)),
    _child("overlaps", "criteria", "criterion", ("overlaps",), *columns_of(Overlap)),
    _table("effects", "performances.csv", PERFORMANCE_COLUMNS, needed=True),
    _table("sources", "sources.csv", SOURCE_COLUMNS, needed=True),
    _list("profiles", Profile, file="profiles.yaml"),
    Sheet("points", "profiles.yaml", "points", (Column("theme", ()), Column("criterion", ()))),
    _list("not_counted", NotCounted, needed=False),
    _list("groups", Group, needed=False),
    _table("group_impacts", "impacts_by_group.csv", IMPACT_COLUMNS, needed=False),
    _list("land_uses", LandUse, needed=False),
    _table("land_use", "land_use.csv", LAND_COLUMNS, needed=False),
    _list("futures", Future, needed=False),
    _table("future_effects", "futures.csv", FUTURE_COLUMNS, needed=False),
    _list("causes", SharedCause, needed=False),
    _table("caused_effects", "effects_by_cause.csv", CAUSED_COLUMNS, needed=False),
    _list("requirements", Requirement, needed=False),
    _child(
        "requirement_answers",
        "requirements",
        "requirement",
        ("answers",),
        _ALTERNATIVE,
        *columns_of(RequirementAnswer),
        form="answers",
    ),
    _list("functions", LandFunction, needed=False),
    _child(
        "function_answers",
        "functions",
        "function",
        ("alternatives",),
        _ALTERNATIVE,
        *columns_of(Serves),
        form="answers",
    ),
    _list("duties", Duty, needed=False),
    _list("evaluation", FollowUp, needed=False),
    Sheet("account", "account.yaml", "keys", KEY_COLUMNS, needed=False),
    _list("rounds", RoundOfInput, needed=False, file="account.yaml"),
    _child("comments", "rounds", "round", ("comments",), *columns_of(Comment), file="account.yaml"),
    _table("stories", "stories.csv", STORY_COLUMNS, needed=False),
    _table("expected", "expected.csv", EXPECTED_COLUMNS, needed=False),
    _table("profile_topics", "profile_topics.csv", TOPIC_COLUMNS, needed=False),
    Sheet("valuation", "valuation.yaml", "keys", KEY_COLUMNS, needed=False),
)
BY_KEY = {sheet.key: sheet for sheet in SHEETS}
FILES = tuple(dict.fromkeys(sheet.file for sheet in SHEETS))
"""The case files that a workbook holds; any other file stays behind."""


@cache
def words(language: str) -> dict[str, Any]:
    """The words of a workbook: `workbook.toml` of a language."""
    return text_file(language, "workbook")


def key_explanation(sheet: Sheet, way: Sequence[str], language: str) -> str:
    """What belongs behind a key of a sheet with keys; empty when nobody wrote it down.

    Args:
        way: the steps of the key; numbers in it say which item of a list and are passed over.
    """
    steps = [step for step in way if not step.isdecimal()]
    own, shared = words(language)["keys"].get(sheet.key, {}), words(language)["columns"]["any"]
    return str(own.get(" > ".join(steps)) or shared.get(steps[-1], ""))


def explanation(sheet: Sheet, column: Column, language: str) -> str:
    """What belongs in a column, for the row below the heading."""
    found = words(language)["columns"]
    all_here = found["any"] | found.get(sheet.key, {})
    if column.heading in all_here:
        return str(all_here[column.heading])
    base, _, ending = column.heading.rpartition("_")
    if base not in all_here:
        raise KeyError(f"workbook.toml of '{language}' does not say what belongs in '{column.heading}'")
    return f"{all_here[base]} {words(language)['in_language'][ending]}"
