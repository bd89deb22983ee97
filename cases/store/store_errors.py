"""What can stand in the way of a change, in words that a screen can show."""

from files.fields import Text


class StoreError(Exception):
    """A change or question that was refused; nothing was saved."""

    def __init__(self, en: str, nl: str) -> None:
        super().__init__(en)
        self.text = Text(en=en, nl=nl)


class OwnCasesOffError(StoreError):
    """Whoever runs the server turned own cases off."""

    def __init__(self) -> None:
        super().__init__(
            "own cases are turned off on this server. Ask whoever runs it to turn them on",
            "eigen zaken staan uit op deze server. Vraag de beheerder om ze aan te zetten",
        )


class StoreUnreachableError(StoreError):
    """The database cannot be opened, read or written."""

    def __init__(self) -> None:
        super().__init__(
            "the store of own cases cannot be reached now, so nothing was saved. Try again in a moment; if it stays, "
            "tell whoever runs the server",
            "de opslag van eigen zaken is nu niet bereikbaar. Er is dus niets bewaard. Probeer het zo nog eens. Blijft "
            "het zo, meld het dan bij de beheerder",
        )


class StoreFullError(StoreError):
    """Saving would go over the limit of the whole store."""

    def __init__(self) -> None:
        super().__init__(
            "the store of own cases is full, so nothing was saved. Export your case and ask whoever runs the server "
            "for more room",
            "de opslag van eigen zaken is vol. Er is dus niets bewaard. Exporteer uw zaak en vraag de beheerder om "
            "meer ruimte",
        )


class TooLargeError(StoreError):
    """A draft or version over the limit."""

    def __init__(self, largest: int) -> None:
        super().__init__(
            f"this is larger than {largest // 1_000_000} MB. Make the pictures smaller, or remove what does not belong "
            "to the case",
            f"dit is groter dan {largest // 1_000_000} MB. Maak de plaatjes kleiner, of haal weg wat niet bij de zaak "
            "hoort",
        )


class WordsError(StoreError):
    """Words that are too short, too long, or not one of what can be chosen."""


class CaseIdTakenError(StoreError):
    """There is, or was in the last 30 days, a case with this id."""

    def __init__(self, case_id: str) -> None:
        super().__init__(
            f"there already is a case with the id '{case_id}'. Choose another id",
            f"er is al een zaak met de id '{case_id}'. Kies een andere id",
        )


class NoSuchCaseError(StoreError):
    """No own case has this id."""

    def __init__(self) -> None:
        super().__init__(
            "there is no own case with this id. Check the link",
            "er is geen eigen zaak met deze id. Controleer de link",
        )


class NoSuchVersionError(StoreError):
    """The case has no version with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"the case has no version {number}", f"de zaak heeft geen versie {number}")


class WrongKeyError(StoreError):
    """The management key does not belong to the case."""

    def __init__(self) -> None:
        super().__init__(
            "this key does not open this case. Use the whole link that you got when the case was made",
            "deze sleutel past niet op deze zaak. Gebruik de hele link die u kreeg toen de zaak werd gemaakt",
        )


class OvertakenError(StoreError):
    """The draft was saved elsewhere in the meantime; nothing was saved here."""

    def __init__(self) -> None:
        super().__init__(
            "another window saved this draft in the meantime, so nothing was saved here",
            "een ander venster heeft dit concept intussen bewaard. Hier is dus niets bewaard",
        )


class FrozenError(StoreError):
    """The facts of the case are frozen."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the facts of this case are frozen: {why}. Unfreeze them first",
            f"de feiten van deze zaak staan vast: {why}. Maak ze eerst los",
        )


class DeletedError(StoreError):
    """The case is deleted; it can only be restored or exported."""

    def __init__(self) -> None:
        super().__init__(
            "this case is deleted. Restore it first",
            "deze zaak is verwijderd. Zet de zaak eerst terug",
        )
