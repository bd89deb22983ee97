"""The account of a session in words: titled parts with lines, the same for the phone, the screen and the report."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cases.definition.model import Case
from texts import Words
from texts.numbers import day, number, percent
from workshop.account_results import RESULT_LINES

WAYS = ("phone", "paper", "proxy", "made_up")


@dataclass(frozen=True)
class Quote:
    """Words of somebody, as they were written."""

    number: int
    words: str
    language: str


@dataclass(frozen=True)
class AccountPart:
    """A part of the account."""

    id: str
    title: str
    lines: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


def account_parts(facts: Mapping[str, Any], case: Case, text: Words) -> tuple[AccountPart, ...]:
    """The whole account; a part about which there is nothing says so when a reader would look for it."""
    said = facts["said"]

    def part(key: str, lines: Iterable[str], quotes: Sequence[Mapping[str, Any]] = ()) -> AccountPart:
        found = tuple(Quote(item["number"], item["words"], item["language"]) for item in quotes)
        return AccountPart(key, text(f"room_account.{key}"), tuple(lines), found)

    def of(kind: str) -> list[Any]:
        return [item for item in said if item["kind"] == kind]

    unread = [text("room_account.unread", count=facts["unread"])] if facts["unread"] else []
    reasons = [] if of("reason") or unread else [text("room_account.no_words")]
    found = [
        part("done", _done(facts, text)),
        part("about", _about(facts, case, text)),
        part("invited", [facts["invited"] or text("room_account.not_noted")]),
        part("joined", [*_joined(facts["joined"], text), *_sent(facts, text)]),
        part("missing", _missing(facts, text)),
        *(
            AccountPart(f"shown_{item['stage']}", text(f"room.stage_{item['stage']}"), tuple(_shown(item, case, text)))
            for item in facts["shown"]
        ),
        part("reasons", [*unread, *reasons], of("reason")),
        *(part(kind, (), of(kind)) for kind in ("dissent", "parked", "note") if of(kind)),
        part("lines", [_line(line, text) for line in facts["lines"]]),
    ]
    if not facts["shown"]:
        found.insert(5, part("shown", [text("room_account.nothing_shown")]))
    return tuple(found)


def _done(facts: Mapping[str, Any], text: Words) -> Iterator[str]:
    if not facts["done"]:
        yield text("room_account.not_done")
        return
    yield from facts["done"].split("\n")
    if facts["decided"]:
        yield text("room_account.decided", day=day(date.fromisoformat(facts["decided"]), text.language))


def _about(facts: Mapping[str, Any], case: Case, text: Words) -> Iterator[str]:
    began = day(datetime.fromisoformat(facts["began"]).date(), text.language)
    if facts["rehearsal"]:
        yield text("room_account.rehearsed")
    yield text("room_account.when", day=began)
    yield text("room_account.case", title=text.of(case.title), version=facts["case"]["version"][:12])
    yield text("room_account.question", question=text.of(case.question))
    yield text("room_account.least", count=facts["smallest_group"])


def _joined(joined: Mapping[str, Any], text: Words) -> Iterator[str]:
    yield text("room_account.people", count=joined["all"])
    for way in WAYS:
        if joined["ways"].get(way):
            yield f"{text(f'room_account.way_{way}')}: {number(joined['ways'][way], text.language)}"
    if joined["tables"]:
        yield text("room_account.tables", count=joined["tables"])
    if joined["doubled"]:
        yield text("room_account.doubled", count=joined["doubled"])


def _sent(facts: Mapping[str, Any], text: Words) -> Iterator[str]:
    for item in facts["steps"]:
        if "question" not in item:
            continue
        ways = [
            f"{text(f'room_account.way_{way}')} {number(item['ways'][way], text.language)}"
            for way in WAYS[1:]
            if item["ways"].get(way)
        ]
        behind = f" ({', '.join(ways)})" if ways else ""
        yield f"{text('room.step_' + item['step'])}: {text('room.answers', count=item['sent'])}{behind}"


def _missing(facts: Mapping[str, Any], text: Words) -> Iterator[str]:
    """Each question apart; a count that was hidden when it was worked out is hidden here."""
    found = facts["missing"]
    if found is None:
        asked = any(item.get("question") == "attendance" for item in facts["steps"])
        yield text("room_account.not_counted" if asked else "room_account.not_asked")
        return
    if "withheld" in found:
        yield text(f"room.withheld_{found['withheld']}")
        return
    for item in found["questions"]:
        title = text(f"room.who_{item['question']}").rstrip("?")
        if item["withheld"]:
            yield f"{title}: {text('room.withheld_' + item['withheld'])}"
            continue
        told = []
        for answer in item["answers"]:
            label = _choice(item["question"], answer["answer"], text)
            count = text("room_account.few") if answer["count"] is None else number(answer["count"], text.language)
            outside = answer["share_outside"]
            beside = "" if outside is None else f" ({text('room_account.outside')} {percent(outside, text.language)})"
            told.append(f"{label} - {count}{beside}")
        yield f"{title}: {'; '.join(told)}"
    if facts["shares_source"]:
        yield text("room_account.source", source=facts["shares_source"])


def _choice(question: str, answer: str, text: Words) -> str:
    if question == "age":
        return text(f"room.age_{answer}")
    if question == "came":
        return text(f"room.came_{answer}")
    return text("room.elsewhere") if answer == "elsewhere" else answer


def _shown(item: Mapping[str, Any], case: Case, text: Words) -> Iterator[str]:
    result = item["result"]
    yield text("room.answers", count=result.get("n", 0))
    if "withheld" in result:
        yield text(f"room.withheld_{result['withheld']}")
        return
    lines: Callable[[Any, Case, Words], Iterator[str]] | None = RESULT_LINES.get(item["stage"])
    if lines is not None:
        yield from lines(result, case, text)


def _line(line: Mapping[str, Any], text: Words) -> str:
    """One thing that was done, with the step or picture that it was about."""
    at = datetime.fromisoformat(line["moment"])
    about = f"room.stage_{line['stage']}" if line.get("stage") else f"room.step_{line['step']}"
    did = text(f"room_account.did_{line['what']}") if line["what"] in DID else line["what"]
    people = text("room.counted_joined", count=line["joined"])
    return f"{at:%H:%M} UTC: {did} - {text(about)} ({people})"


DID = (
    "begin", "rehearse", "next", "previous", "jump", "open", "close", "hide", "reveal", "reset", "blank", "unblank",
    "timer", "no_timer", "what_if", "undo", "clear", "predict", "page", "qr", "end", "again",
)  # fmt: skip
"""What whoever leads did, each with words of its own."""
