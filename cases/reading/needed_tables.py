"""Tables that a case needs as soon as its case.yaml names what they are about: groups, uses of land, futures."""

from collections.abc import Container, Mapping

from cases.definition.group_claims import GroupImpact
from cases.definition.land_use import UsedLand
from cases.definition.model import Performance
from cases.reading.case_ids import Outline
from cases.reading.futures_table import read_future_effects
from cases.reading.group_claims_table import read_group_impacts
from cases.reading.land_use_table import read_land_use
from files.problems import FileProblems
from files.tables import Table


def group_impacts_in(
    tables: Mapping[str, Table], case: Outline | None, sources: Container[str] | None, problems: FileProblems
) -> tuple[GroupImpact, ...]:
    """The claims about groups.

    Args:
        tables: by name, as far as they can be read.
        case: what case.yaml says; None when it cannot be read.
        sources: what sources.csv holds; None when it cannot be read.
        problems: of this table; gets every mistake, also that the table is missing while case.yaml names groups.
    """
    table = tables.get(problems.file)
    if table is not None:
        return read_group_impacts(table, case, sources, problems)
    if case is not None and case.groups and not problems.listed():
        problems.add(None, "groups.no_file")
    return ()


def land_use_in(
    tables: Mapping[str, Table],
    case: Outline | None,
    sources: Container[str] | None,
    problems: FileProblems,
    on_a_map: bool,
) -> tuple[UsedLand, ...]:
    """The claims about land; arguments as for the groups. Uses that are on a map need no claims."""
    table = tables.get(problems.file)
    if table is not None:
        return read_land_use(table, case, sources, problems)
    if case is not None and case.land_uses and not on_a_map and not problems.listed():
        problems.add(None, "land.no_file")
    return ()


def future_effects_in(
    tables: Mapping[str, Table], case: Outline | None, sources: Container[str] | None, problems: FileProblems
) -> dict[tuple[str, str, str], Performance] | None:
    """What is otherwise in the futures; arguments as for the groups. None: there is no table to tell."""
    table = tables.get(problems.file)
    if table is not None:
        return read_future_effects(table, case, sources, problems)
    if case is not None and case.futures and not problems.listed():
        problems.add(None, "futures.no_file")
    return None
