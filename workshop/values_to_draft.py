"""What a room named before there are plans becomes a draft case: themes, criteria without figures, limits, an image.

It is made from what was shown to the room and of words that whoever leads showed; never from single answers. Nothing in
it is a share or points of anybody: how many named something says how many, and no more.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from cases.definition.criterion import MonitorTopic
from cases.definition.model import FORMAT, Case
from cases.importing.drafting_files import case_id, ids
from cases.reading.evidence import PERFORMANCE_COLUMNS, SOURCE_COLUMNS
from cases.workbook.csv_text import csv_text
from cases.workbook.yaml_text import yaml_text
from texts import words
from texts.message import message
from workshop.releases import shown
from workshop.room_errors import StepError
from workshop.room_store import RoomStore, Session
from workshop.sayings import Saying, sayings_of

MOST_THEMES = 14
KEPT = ("question", "place", "who_decides", "fixed", "open")
"""What the case of the session says already."""


def draft_of_room(store: RoomStore, room: Session, language: str) -> dict[str, bytes]:
    """The files of a draft from what the room was shown.

    Raises:
        StepError: nothing of what was named is in sight; StoreUnreachableError.
    """
    found = shown(store, room)
    named, marked = (found.get(stage, {}) for stage in ("values_named", "marks"))
    if "topics" not in named:
        raise StepError("room.nothing_to_draft")
    own = [item for item in sayings_of(store, room.id, "shown") if item.question == "name" and item.kind == "reason"]
    day = date.fromisoformat(store.now()[:10])
    return draft_files(store.case(room), room.plan.title, day, language, named, marked.get("values", {}), own)


def draft_files(
    case: Case,
    title: str,
    day: date,
    language: str,
    named: Mapping[str, Any],
    marks: Mapping[str, Mapping[str, int]],
    own: Sequence[Saying],
) -> dict[str, bytes]:
    """The files of the draft, by name.

    Args:
        case: of the session; what it says of the place and the question goes along.
        named: ``{"n": people, "topics": {topic: people}}``, as it was shown.
        marks: by topic, or by ``said.<number>`` of own words, how many asked for a figure and for a limit.
        own: words that were shown to the room.
    """

    def said(key: str, **values: Any) -> dict[str, str]:
        return {language: message(f"values_draft.{key}", **values).get(language)}

    def name(topic: str) -> str:
        return words(language)(f"topic.{topic.replace('.', '_')}")

    def count(key: str, what: str) -> int:
        return marks.get(key, {}).get(what, 0)

    people, topics = named["n"], [topic for topic in get_args(MonitorTopic) if named["topics"].get(topic)]
    labels = {topic: name(topic) for topic in topics}
    themes = [
        {"id": topic.replace(".", "_"), "label": {language: label},
         "about": said("named", count=named["topics"][topic], people=people)}
        for topic, label in labels.items()
    ]  # fmt: skip
    criteria = [
        {"id": f"figure_{topic.replace('.', '_')}"[:40], "theme": topic.replace(".", "_"),
         "label": said("figure", name=label), "unit": "?", "monitor_topic": topic,
         "time_place": topic.partition(".")[0].removeprefix("here_"),
         "about": said("asked_figure", count=count(topic, "figure"))}
        for topic, label in labels.items() if count(topic, "figure")
    ]  # fmt: skip
    spoken = {f"said.{item.id}": item.words for item in own}
    if spoken and len(themes) < MOST_THEMES:
        themes.append({"id": "own_words", "label": said("own_words"), "about": said("own_words_about")})
        criteria += [
            {"id": key, "theme": "own_words", "label": {language: text}, "unit": "?", "monitor_topic": None,
             "about": said("asked_figure", count=count(place, "figure"))}
            for key, (place, text) in zip(ids(list(spoken.values()), "woorden"), spoken.items(), strict=True)
        ]  # fmt: skip
    notes = [
        said("limit", name=(labels | spoken)[key], count=count(key, "limit"))
        for key in (*labels, *spoken)
        if count(key, "limit")
    ]
    image = [*labels.values(), *spoken.values()]
    told = {
        "format": FORMAT,
        "id": case_id(title),
        "state": "draft",
        "version_date": day.isoformat(),
        "title": {language: title},
        **_kept(case),
        "notice": {
            "title": said("image_title"),
            "text": said("image", count=people, names="; ".join(image)),
            "short": said("image_short"),
        },
        "themes": themes,
        "criteria": criteria,
        "not_counted": [{"text": note} for note in notes],
    }
    return {
        "case.yaml": yaml_text({key: value for key, value in told.items() if value != []}).encode(),
        "performances.csv": csv_text(PERFORMANCE_COLUMNS, []).encode(),
        "sources.csv": csv_text(SOURCE_COLUMNS, []).encode(),
    }


def _kept(case: Case) -> dict[str, Any]:
    missing = {path[0] for path in case.to_add}
    found = case.model_dump(mode="json", include=set(KEPT) - missing)
    return {key: found[key] for key in KEPT if found.get(key)}
