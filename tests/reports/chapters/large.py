"""Cases that are as large, or as hostile, as a case may be, grown from a sound one."""

from collections.abc import Callable
from functools import cache
from string import ascii_uppercase
from typing import Any

from pydantic import BaseModel

from cases.definition.model import Case
from files.fields import Text
from tests.cases.test_lutkemeer import CASE
from weighing.what_if import changed

ALTERNATIVES, CRITERIA = 10, 60


@cache
def large_case() -> Case:
    """Ten alternatives and sixty criteria, with an unknown effect in each alternative but the first."""
    plans = [
        CASE.alternatives[place % 4].model_copy(
            update={"id": f"plan_{place}", "code": ascii_uppercase[place], "label": _both(f"Plan {place}")}
        )
        for place in range(ALTERNATIVES)
    ]
    criteria = [
        CASE.criteria[place % len(CASE.criteria)].model_copy(
            update={"id": f"criterion_{place}", "label": _both(f"Criterium {place}"), "overlaps": ()}
        )
        for place in range(CRITERIA)
    ]
    performances, future_effects = {}, {}
    for row, plan in enumerate(plans):
        for place, criterion in enumerate(criteria):
            origin = CASE.alternatives[row % 4].id, CASE.criteria[place % len(CASE.criteria)].id
            cell = CASE.performances[origin]
            for future in CASE.futures:
                if (future.id, *origin) in CASE.future_effects:
                    future_effects[future.id, plan.id, criterion.id] = CASE.future_effects[(future.id, *origin)]
            unknown = row > 0 and place == row * 5
            performances[plan.id, criterion.id] = (
                type(cell)(None, None, None, None, cell.unit, (), None, _both("Niemand weet het"), cell.line)
                if unknown
                else cell
            )
    profiles = tuple(item.model_copy(update={"within": {}}) for item in CASE.profiles)
    return changed(
        CASE, "large", alternatives=tuple(plans), criteria=tuple(criteria), performances=performances,
        reference="plan_0", groups=(), group_impacts=(), causes=(), caused_effects=(), requirements=(), functions=(),
        stories=(), valuation=None, evaluation=(), not_counted=(), expected={}, profiles=profiles,
        future_effects=future_effects,
    )  # fmt: skip


def _both(words: str) -> Text:
    return Text(nl=words, en=words)


def with_words(case: Case, mark: str, change: Callable[[str], str]) -> Case:
    """The case with every text changed, in both languages."""
    update: dict[str, Any] = {
        name: _changed(getattr(case, name), change)
        for name in ("title", "question", "place", "who_decides", "fixed", "open", "notice", "evidence", "range_rule",
                     "alternatives", "themes", "criteria", "not_counted", "to_replace_first", "groups", "requirements",
                     "functions", "duties", "evaluation", "profiles", "account", "futures")
    }  # fmt: skip
    cells = {key: _replaced(cell, change) for key, cell in case.performances.items()}
    impacts = tuple(_replaced(item, change) for item in case.group_impacts)
    stories = tuple(_replaced(item, change) for item in case.stories)
    futures = {key: _replaced(cell, change) for key, cell in case.future_effects.items()}
    sources = {key: _replaced(item, change) for key, item in case.sources.items()}
    return changed(
        case, mark, performances=cells, group_impacts=impacts, stories=stories, sources=sources,
        future_effects=futures, **update,
    )  # fmt: skip


def _replaced(item: Any, change: Callable[[str], str]) -> Any:
    """A frozen dataclass with its texts changed."""
    new = {name: _changed(value, change) for name, value in vars(item).items()}
    return type(item)(**new)


def _changed(item: Any, change: Callable[[str], str]) -> Any:
    if isinstance(item, Text):
        return Text(nl=change(item.nl), en=change(item.en))
    if isinstance(item, BaseModel):
        fields = {name: _changed(getattr(item, name), change) for name in type(item).model_fields}
        return item.model_copy(update=fields)
    if isinstance(item, tuple):
        return tuple(_changed(one, change) for one in item)
    if isinstance(item, dict):
        return {key: _changed(value, change) for key, value in item.items()}
    return item
