"""The cases on disk: those that come with the program, and those in the extra folder that a server may have."""

from pathlib import Path

from cases import SHIPPED
from cases.store.configuration import ConfigurationError, settings


def case_roots() -> tuple[Path, ...]:
    """The folders that hold case folders. Of two cases with one id, the one in the first of them counts."""
    try:
        extra = settings().cases
    except ConfigurationError:  # the log names it when the store is asked for
        extra = None
    return (SHIPPED,) if extra is None else (SHIPPED, extra)


def case_folder(case_id: str) -> Path:
    """The folder of a case on disk; one that does not exist when no case there has this id."""
    return next((root / case_id for root in case_roots() if (root / case_id).is_dir()), SHIPPED / case_id)
