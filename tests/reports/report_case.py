"""What the tests of the report share: the invented harbour, people who weigh it, and all words of a report."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from markupsafe import Markup

from cases import SHIPPED
from reports.blocks import (
    Block,
    Callout,
    Figure,
    Form,
    Items,
    Paragraph,
    PictureBlock,
    ReportDocument,
    Section,
    TableBlock,
)
from reports.content import Content, Settings
from tests.cases.harbour import GOOD
from tests.cases.loaded import FOUR_PLANS, loaded
from weighing.people import Person
from weighing.weighing import OWN, Weighing

HARBOUR = loaded(GOOD)
LUTKEMEER = loaded(FOUR_PLANS)
FIVE_PLANS = loaded(SHIPPED / "lutkemeer")
PROFILES = tuple(profile.id for profile in HARBOUR.profiles)
ONLY_MOVING = {"moving": 100.0, "living": 0.0, "money": 0.0}

# Travel time only: as now 0, ring road (40-25)/(40-20) = 75, tram (40-30)/(40-20) = 50.
FAST = Weighing(OWN, ONLY_MOVING, {"travel_time": 100.0, "reliability": 0.0})
# Reliability only: as now 0, ring road 60, tram 100, by the scores of the classes.
SURE = Weighing(OWN, ONLY_MOVING, {"travel_time": 0.0, "reliability": 100.0})


def content(case=HARBOUR, language="nl", **settings: Any) -> Content:
    """The harbour with its example profiles, unless asked otherwise."""
    given = Settings(language, date(2026, 11, 21), PROFILES if case.id == HARBOUR.id else ())
    return Content(case, replace(given, **settings))


def people(group: str, *weighings: tuple[Weighing, int]) -> tuple[Person, ...]:
    """So many people of a group for each weighing."""
    return tuple(Person(group, weighing) for weighing, count in weighings for _ in range(count))


def words_of(found: ReportDocument | Iterable[Block]) -> list[str | Markup]:
    """Every text of a report: `Markup` where it may hold elements, plain text where it may not."""
    if isinstance(found, ReportDocument):
        return [
            found.title,
            found.subtitle,
            *(part for fact in found.facts for part in fact),
            *words_of(found.sections),
        ]
    said: list[str | Markup] = []
    for block in found:
        if isinstance(block, Section):
            said += [block.title, *words_of(block.blocks)]
        elif isinstance(block, Paragraph):
            said.append(block.text)
        elif isinstance(block, Items):
            said += block.items
        elif isinstance(block, Form):
            said += [part for field in block.fields for part in (field.label, field.value or field.prompt)]
        elif isinstance(block, Callout):
            said += [block.title, *block.text]
        elif isinstance(block, TableBlock):
            cells = [cell for row in block.rows for cell in row.cells]
            said += [block.caption, *(column.title for column in block.columns), *cells, block.note]
        elif isinstance(block, Figure | PictureBlock):
            said += [block.caption, block.alt]
    return said


def plainly(found: ReportDocument | Iterable[Block]) -> str:
    """The same in one text, without elements."""
    return "\n".join(item.striptags() if isinstance(item, Markup) else item for item in words_of(found))


def table(found: ReportDocument, key: str) -> list[list[str]]:
    """The words in the cells of one table."""
    (one,) = [item for item in found.all(TableBlock) if item.id == key]
    return [[cell.striptags() for cell in row.cells] for row in one.rows]
