"""What can stand in the way in a session, in words that a phone or the desk can show."""

from typing import Any

from cases.store.store_errors import StoreError


class RoomError(StoreError):
    """Something was refused; nothing was changed."""


class NoSuchRoomError(RoomError):
    """No session with this code, or it was removed."""

    def __init__(self) -> None:
        super().__init__("room.no_such")


class WrongSecretError(RoomError):
    """The link or passphrase does not lead this session."""

    def __init__(self) -> None:
        super().__init__("room.wrong_secret")


class NotTakingPartError(RoomError):
    """The token belongs to nobody in this session."""

    def __init__(self) -> None:
        super().__init__("room.no_token")


class CardError(RoomError):
    """The code on a card is wrong, or was used."""

    def __init__(self, key: str = "room.wrong_card") -> None:
        super().__init__(key)


class NotOpenError(RoomError):
    """The question is not asked now."""

    def __init__(self, key: str = "room.not_open") -> None:
        super().__init__(key)


class AnswerError(RoomError):
    """An answer that cannot be right; ``part`` names where."""

    def __init__(self, key: str, part: str = "") -> None:
        super().__init__(key, part=part[:60])
        self.part = part


class PlanError(RoomError):
    """The plan of a session has a part that cannot be."""

    def __init__(self, part: str) -> None:
        super().__init__("room.plan", part=part[:60])
        self.part = part


class StepError(RoomError):
    """Something that cannot be done at this step."""


class LedOnError(RoomError):
    """Somebody else led the session on in the meantime; ``serial`` is where it stands now."""

    def __init__(self, serial: int) -> None:
        super().__init__("room.overtaken")
        self.serial = serial


class FullRoomError(RoomError):
    """No more people, cards or words fit."""

    def __init__(self) -> None:
        super().__init__("room.full")


class NewerAnswerError(RoomError):
    """Another window of the same person sent a newer answer; ``revision`` and ``answer`` are that one."""

    def __init__(self, revision: int, answer: dict[str, Any]) -> None:
        super().__init__("room.newer_answer")
        self.revision, self.answer = revision, answer


class TooFewChangedError(RoomError):
    """What would be shown lies so near to what was shown before that the difference gives a few people away."""

    def __init__(self) -> None:
        super().__init__("room.too_few_changed")


class CaseLacksError(RoomError):
    """The case lacks what this kind of session is about."""
