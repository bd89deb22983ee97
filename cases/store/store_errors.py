"""What can stand in the way of a change, in words that a screen can show."""

from texts.message import Value, message


class StoreError(Exception):
    """A change or question that was refused; nothing was saved."""

    def __init__(self, key: str, /, **values: Value) -> None:
        self.text = message(key, **values)
        super().__init__(self.text.get("en"))


class OwnCasesOffError(StoreError):
    """Whoever runs the server turned own cases off."""

    def __init__(self) -> None:
        super().__init__("store.off")


class StoreUnreachableError(StoreError):
    """The database cannot be opened, read or written."""

    def __init__(self) -> None:
        super().__init__("store.unreachable")


class StoreFullError(StoreError):
    """Saving would go over the limit of the whole store."""

    def __init__(self) -> None:
        super().__init__("store.full")


class TooLargeError(StoreError):
    """A draft or version over the limit."""

    def __init__(self, largest: int) -> None:
        super().__init__("store.too_large", megabytes=largest // 1000000)


class WordsError(StoreError):
    """Words that are too short, too long, or not one of what can be chosen."""


class CaseIdTakenError(StoreError):
    """There is, or was in the last 30 days, a case with this id."""

    def __init__(self, case_id: str) -> None:
        super().__init__("store.case_id_taken", case_id=case_id)


class NoSuchCaseError(StoreError):
    """No own case has this id. Said as a wrong key is said: who tries links learns of no case."""

    def __init__(self) -> None:
        super().__init__("store.no_access")


class DraftVersionError(StoreError):
    """A version that is a draft is never in the list of cases."""

    def __init__(self, number: int) -> None:
        super().__init__("store.draft_version", number=number)


class NoSuchVersionError(StoreError):
    """The case has no version with this number."""

    def __init__(self, number: int) -> None:
        super().__init__("store.no_version", number=number)


class WrongKeyError(StoreError):
    """The key or the link does not belong to the case."""

    def __init__(self) -> None:
        super().__init__("store.no_access")


class RevokedLinkError(WrongKeyError):
    """The link was withdrawn."""

    def __init__(self) -> None:
        StoreError.__init__(self, "store.revoked")


class NotAllowedError(StoreError):
    """The link is for another role."""

    def __init__(self) -> None:
        super().__init__("store.not_allowed")


class NoSuchLinkError(StoreError):
    """The case has no link with this number."""

    def __init__(self) -> None:
        super().__init__("store.no_link")


class FourEyesError(StoreError):
    """Four eyes are asked before a version is public."""


class NoSuchCommentError(StoreError):
    """The case has no comment with this number."""

    def __init__(self) -> None:
        super().__init__("store.no_comment")


class FullCommentsError(StoreError):
    """The case has as many comments as fit."""

    def __init__(self, most: int) -> None:
        super().__init__("store.full_comments", most=most)


class FullLinksError(StoreError):
    """The case has as many links as fit."""

    def __init__(self, most: int) -> None:
        super().__init__("store.full_links", most=most)


class OvertakenError(StoreError):
    """The draft was saved elsewhere in the meantime; nothing was saved here."""

    def __init__(self) -> None:
        super().__init__("store.overtaken")


class FrozenError(StoreError):
    """The facts of the case are frozen."""

    def __init__(self, why: str) -> None:
        super().__init__("store.frozen", why=why)


class DeletedError(StoreError):
    """The case is deleted; it can only be restored or exported."""

    def __init__(self) -> None:
        super().__init__("store.deleted")


class ClosedError(StoreError):
    """There is no open call with this token."""

    def __init__(self) -> None:
        super().__init__("proposals.closed")


class FullError(StoreError):
    """As many proposals wait for an answer as the settings allow."""

    def __init__(self) -> None:
        super().__init__("proposals.full")


class NoSuchProposalError(StoreError):
    """The case has no proposal with this number, or its words were erased."""

    def __init__(self) -> None:
        super().__init__("proposals.none")
