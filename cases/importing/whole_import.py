"""A draft case from a file in one go, with everything as it is proposed: what the command line does."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from cases.importing.contents import contents_of
from cases.importing.drafting_files import draft_files
from cases.importing.given_file import read_given_file
from cases.importing.proposal import ImportProposal, propose
from cases.importing.table_blocks import blocks_in
from cases.importing.table_layout import layout_of
from cases.workbook.grid import RefusedError
from texts import Told
from texts.message import message


class Drafted(NamedTuple):
    """The files of a draft, and what a person has to look at."""

    files: dict[str, bytes]
    remarks: tuple[Told, ...]


def drafted(data: bytes, name: str, sheet: int, title: str, language: str, weights: bool) -> Drafted:
    """The draft that the largest table of a sheet makes.

    Args:
        data: the whole file.
        name: of the file.
        sheet: which sheet, from 1.
        title: of the case.
        language: in which the sheet is written.
        weights: True takes the weights of the sheet over as an example profile.

    Raises:
        RefusedError: the file cannot be read, or there is no table of effects in the sheet.
    """
    file = read_given_file(data, name)
    found = file.sheets[sheet - 1 : sheet] if sheet > 0 else ()
    blocks = blocks_in(found[0]) if found else ()
    if not blocks:
        raise RefusedError("importing.no_table")
    proposal = propose(contents_of(layout_of(found[0], blocks[0])))
    if not proposal.usable:
        raise RefusedError("importing.no_table")
    files = draft_files(proposal, title, date.today(), language, name, weights)
    return Drafted(files, (*file.notes, *remarks(proposal)))


def remarks(proposal: ImportProposal) -> tuple[Told, ...]:
    """What was guessed in the cells, each kind once, and which directions nothing in the sheet says."""
    how = Counter(
        key for criterion in proposal.criteria for value in criterion.values for key in dict.fromkeys(value.how)
    )
    guessed = sum(criterion.take and criterion.better_why in ("guess", "sounds") for criterion in proposal.criteria)
    told = [
        message("importing.cells_read", count=count, how=message(f"import_how.{key}")) for key, count in how.items()
    ]
    if guessed:
        told.append(message("importing.directions_guessed", count=guessed))
    if proposal.left:
        told.append(message("importing.left", count=proposal.left))
    return tuple(told)
