"""Whether a reader can find each source again, and whether a figure leans on more than was read."""

from collections.abc import Iterator

from cases.definition.model import Case, Source
from texts.message import Message, message
from weighing.soundness.finding import Finding

SOUND = ("A", "B")
"""Grades that a source read as an excerpt does not carry."""


def undated_sources(case: Case) -> Iterator[Finding]:
    """Sources without a year: nobody can see how old their figures are."""
    undated = [source for source in case.sources.values() if not source.year]
    if undated:
        yield Finding("undated_sources", "notice", _named("undated_sources", undated, len(case.sources)))


def cut_addresses(case: Case) -> Iterator[Finding]:
    """Sources of which only the beginning of the address is known."""
    cut = [source for source in case.sources.values() if source.address and not source.complete]
    if cut:
        yield Finding("cut_addresses", "notice", _named("cut_addresses", cut, len(case.sources)))


def excerpt_above_c(case: Case) -> Iterator[Finding]:
    """A figure of grade A or B while every source behind it was read as an excerpt."""
    for (alternative, criterion), cell in case.performances.items():
        sources = [case.sources[key] for key in cell.sources]
        if cell.grade in SOUND and sources and all(source.read_as_excerpt for source in sources):
            found = message(
                "soundness.excerpt_above_c",
                criterion=case.criterion(criterion).label,
                alternative=case.alternative(alternative).label,
                grade=cell.grade,
            )
            yield Finding("excerpt_above_c", "warning", found, (f"performances.{alternative}.{criterion}",))


def _named(key: str, sources: list[Source], every: int) -> Message:
    return message(f"soundness.{key}", count=len(sources), sources=every, ids=", ".join(item.id for item in sources))
