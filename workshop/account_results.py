"""What was revealed in a session, in lines of words: the same figures as the pictures on the wall."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, get_args

from cases.definition.criterion import MonitorTopic
from cases.definition.model import Case
from texts import Words
from texts.numbers import number

Lines = Callable[[Any, Case, Words], Iterator[str]]


def _theme(case: Case, found: str, text: Words) -> str:
    return next((text.of(theme.label) for theme in case.themes if theme.id == found), found)


def _plan(case: Case, found: str | None, text: Words) -> str:
    return text("room.no_first") if found is None else text.of(case.alternative(found).label)


def _range(found: Sequence[int], text: Words) -> str:
    low, high = found
    return str(low) if low == high else text("room.to", low=low, high=high)


def _withheld(found: Mapping[str, Any], text: Words) -> str:
    return text(f"room.withheld_{found['withheld']}")


def _agreement(found: Any, case: Case, text: Words) -> Iterator[str]:
    for item in found["themes"]:
        name = _theme(case, item["theme"], text)
        if "withheld" in item:
            yield f"{name}: {_withheld(item, text)}"
        else:
            unsure = "" if item["certain"] else f" {text('room.borderline')}"
            yield f"{name}: {text('room.agree_' + item['word'])}{unsure}"


def _distribution(found: Any, case: Case, text: Words) -> Iterator[str]:
    for item in found["themes"]:
        name = _theme(case, item["theme"], text)
        if "withheld" in item:
            yield f"{name}: {_withheld(item, text)}"
            continue
        low, middle, high = (number(item[key], text.language) for key in ("low", "median", "high"))
        is_open = f" ({text('room.open_count', count=item['open'])})" if item["open"] else ""
        yield text("room.spread_spoken", theme=name, median=middle, low=low, high=high) + is_open


def _groups(found: Any, case: Case, text: Words) -> Iterator[str]:
    for place, group in enumerate(found["groups"], 1):
        parts = [
            f"{text(f'room.{key}_than')} {', '.join(_theme(case, item['theme'], text) for item in group[key])}"
            for key in ("more", "less")
            if group[key]
        ]
        yield ". ".join([text("room.group", number=place, count=group["n"]), *parts])
    if not found["stable"]:
        yield text("room.unstable")


def _gut(found: Any, case: Case, text: Words) -> Iterator[str]:
    for item in found["alternatives"]:
        yield f"{_plan(case, item['alternative'], text)}: {item['count']}"
    yield f"{text('room.gut_none')}: {found['none']}"
    beside = found["beside_own"]
    if "withheld" not in beside:
        yield text("room.beside_gut", same=beside["same"], other=beside["other"])


def _first_rows(rows: Sequence[Any], case: Case, text: Words) -> Iterator[str]:
    for item in rows:
        yield f"{_plan(case, item['alternative'], text)}: {_range((item['certain'], item['possible']), text)}"


def _first(found: Any, case: Case, text: Words) -> Iterator[str]:
    yield from _first_rows(found["alternatives"], case, text)
    for key in ("level", "unsure", "unknown"):
        if found[key]:
            yield text(f"room.first_{key}", count=found[key])
    for place, group in enumerate(found["groups"], 1):
        rows = "; ".join(_first_rows(group["alternatives"], case, text))
        yield f"{text('room.group', number=place, count=group['n'])}: {rows}"


def _robust(found: Any, case: Case, text: Words) -> Iterator[str]:
    yield text("room.robust_about")
    for item in found["of_100"]:
        yield f"{_plan(case, item['alternative'], text)}: {item['first']}"
    if found["unsure_of_100"]:
        yield text("room.robust_open", count=found["unsure_of_100"])
    middle = found["middle"]
    if "withheld" in middle:
        yield _withheld(middle, text)
    elif middle["first"] is None:
        names = text.listed([_plan(case, item, text) for item in middle["candidates"]])
        yield text("room.middle_undecided", names=names)
    else:
        word = middle["word"] if middle["word"] in ("firm", "shaky") else "firm"
        yield text(f"room.middle_{word}", name=_plan(case, middle["first"], text))
    for item in found["acceptable"]:
        near, last = (_range(item[key], text) for key in ("near", "last"))
        yield f"{_plan(case, item['alternative'], text)}: {text('room.acceptable', near=near, last=last, n=found['n'])}"


def _shift_themes(found: Any, case: Case, text: Words) -> Iterator[str]:
    for item in found["themes"]:
        name = _theme(case, item["theme"], text)
        if "withheld" in item:
            yield f"{name}: {_withheld(item, text)}"
            continue
        told = [text(f"room.drawn_{item['drawn']}")] if item["drawn"] else []
        if item["up"] is not None and item["down"] is not None:
            told.append(text("room.moved", up=item["up"], down=item["down"]))
        yield f"{name}: {'; '.join(told)}"


def _shift_outcome(found: Any, case: Case, text: Words) -> Iterator[str]:
    for key in ("before", "after"):
        rows = "; ".join(_first_rows(found[key]["alternatives"], case, text))
        yield f"{text(f'room.{key}')}: {rows}"
    moved = found["moved"]
    if "withheld" in moved:
        yield _withheld(moved, text)
    else:
        yield text("room.same_first", same=moved["same"], other=moved["other"])


def _topic(found: str, text: Words) -> str:
    known = found in get_args(MonitorTopic)
    return text(f"topic.{found.replace('.', '_')}") if known else text("room.own_words_of_one")


def _values_named(found: Any, case: Case, text: Words) -> Iterator[str]:
    for topic, count in found["topics"].items():
        yield f"{_topic(topic, text)}: {count}"


def _marks(found: Any, case: Case, text: Words) -> Iterator[str]:
    for key, item in found["values"].items():
        figure = f"{text('room.mark_figure')} {item['figure']}"
        yield f"{_topic(key, text)}: {figure}; {text('room.mark_limit')} {item['limit']}"


def _mark_groups(found: Any, case: Case, text: Words) -> Iterator[str]:
    for item in found["pairs"]:
        one, other = (_topic(key, text) for key in item["values"])
        yield text("room.pair", one=one, other=other, count=item["both"])
    if not found["pairs"]:
        yield text("room.no_pairs")


RESULT_LINES: Mapping[str, Lines] = MappingProxyType(
    {
        "gut": _gut,
        "agreement": _agreement,
        "distribution": _distribution,
        "groups": _groups,
        "first": _first,
        "robust": _robust,
        "shift_themes": _shift_themes,
        "shift_outcome": _shift_outcome,
        "values_named": _values_named,
        "marks": _marks,
        "mark_groups": _mark_groups,
    }
)
"""How each stage is told; who came stands in the part about who was missing."""
