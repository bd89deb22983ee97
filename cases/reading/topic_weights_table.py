"""What a profile gives to each topic of the national monitor: profile_topics.csv, with one line for one claim.

A case has criteria on some topics only. With these weights it can be said how much of what a view finds important falls
on topics of which the case is silent; that part is never spread over the other topics.
"""

import math
from collections.abc import Iterable
from typing import cast, get_args

from cases.checks.cell_checks import check_word
from cases.definition.criterion import MonitorTopic, TopicWeights
from cases.reading.case_ids import known_or_meant
from files.decimals import NumberCell, read_numbers
from files.problems import FileProblems, shown
from files.tables import Row, Table
from texts.message import message

TOPIC_COLUMNS = ("profile", "topic", "weight")
WHOLE = 100.0
NEAR = 0.05
"""Weights that were rounded may add up to 100 give or take this."""


def read_topic_weights(table: Table, profiles: Iterable[str] | None, problems: FileProblems) -> TopicWeights:
    """The shares; a profile that is named has every topic once, and its shares add up to 100.

    Args:
        table: profile_topics.csv.
        profiles: ids in profiles.yaml; None when it cannot be read.
        problems: gets every mistake. The answer is complete only when nothing was noted.
    """
    cells = [NumberCell(row.line, "weight", row.cells["weight"]) for row in table.rows if row.cells["weight"]]
    numbers = read_numbers(cells, problems)
    known = None if profiles is None else list(profiles)
    found: dict[tuple[str, MonitorTopic], float] = {}
    last: dict[str, Row] = {}
    for row in table.rows:
        profile, topic = row.cells["profile"], row.cells["topic"]
        if known is not None:
            known_or_meant(row.at("profile"), profile, known, message("kinds.profile"), problems)
        check_word(row, "topic", get_args(MonitorTopic), problems)
        pair = (profile, cast(MonitorTopic, topic))
        if pair in found:
            problems.add(row.at("profile"), "topics.double", profile=shown(profile), topic=shown(topic))
        weight = numbers.get((row.line, "weight"))
        if not row.cells["weight"]:
            problems.add(row.at("weight"), "topics.empty")
        if weight is not None and not 0 <= weight <= WHOLE:
            problems.add(row.at("weight"), "topics.outside", weight=weight)
        found.setdefault(pair, math.nan if weight is None else weight)
        last[profile] = row
    for profile, row in last.items():
        _check_whole(profile, row, found, problems)
    return found


def _check_whole(profile: str, row: Row, found: TopicWeights, problems: FileProblems) -> None:
    missing = [topic for topic in get_args(MonitorTopic) if (profile, topic) not in found]
    if missing:
        names = ", ".join(missing)
        problems.add(row.at("profile"), "topics.missing", profile=shown(profile), names=names)
        return
    total = sum(weight for (owner, _), weight in found.items() if owner == profile)
    if abs(total - WHOLE) > NEAR:  # not for NaN: the cell that cannot be read was named
        problems.add(row.at("profile"), "topics.not_whole", profile=shown(profile), total=total)
