"""A session in a few lines: prepare it, lead it on, let people join and answer."""

from typing import Any

from cases.definition.model import Case
from workshop.leading import Leading
from workshop.plan import SessionPlan, plan_of
from workshop.room_store import RoomStore, Session
from workshop.sayings import Sayings
from workshop.taking_part import Receipt, TakingPart


class Evening:
    """A session that a test leads, with the ways in that everybody else has."""

    def __init__(self, store: RoomStore, case: Case, files: dict[str, bytes], **plan: Any) -> None:
        self.store, self.case = store, case
        self.leading, self.taking, self.sayings = Leading(store), TakingPart(store), Sayings(store)
        self.plan: SessionPlan = plan_of({"title": "Een avond", **plan})
        made = self.leading.prepare(case, files, self.plan, "een lange wachtzin")
        self.code, self.secret = made.code, made.secret
        self.sent = 0

    @property
    def room(self) -> Session:
        return self.store.room(self.code)

    def lead(self, command: str, **detail: Any) -> Session:
        return self.leading.lead(self.code, self.secret, command, detail, self.room.serial)

    def begun(self, at: str = "weigh") -> "Evening":
        """Live, at a step whose question is open."""
        self.lead("begin")
        self.lead("jump", step=at)
        self.lead("open")
        return self

    def points(self, *first: float | str) -> dict[str, Any]:
        """A weighing: these points for the first themes and 100 for the others."""
        themes = [theme.id for theme in self.case.themes]
        return {"points": dict.fromkeys(themes, 100) | dict(zip(themes, first, strict=False))}

    def answer(self, token: str, question: str = "weigh", body: object = None, **how: Any) -> Receipt:
        self.sent += 1
        body = self.points() if body is None else body
        return self.taking.send(self.code, token, question, body, **{"key": f"sending-{self.sent}", **how})

    def people(self, many: int, *points: float | str) -> list[str]:
        """So many people who all weighed like this."""
        tokens = [self.taking.join(self.code) for _ in range(many)]
        for token in tokens:
            self.answer(token, body=self.points(*points))
        return tokens
