"""A case of which the words in one language were taken away."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from cases.reading.case_folder import unchecked_beside
from cases.reading.loader import load_case
from cases.workbook.checked_upload import CheckedUpload
from cases.workbook.draft import Draft
from cases.workbook.drafting import check_draft, sheets_of
from files.fields import CASE_LANGUAGES


def without_language(draft: Draft, language: str) -> Draft:
    """The draft with an empty cell for every text in this language."""
    for key, found in draft.sheets.items():
        gone = [heading == language or heading.endswith(f"_{language}") for heading in found.headings]
        rows = tuple(tuple("" if go else cell for go, cell in zip(gone, row, strict=True)) for row in found.rows)
        draft = draft.with_sheet(key, rows, found.headings)
    return draft


@cache
def only_in(folder: Path, language: str) -> CheckedUpload:
    """The case in a folder with its words in this language only, as the checks find it."""
    draft = replace(sheets_of(load_case(folder), language), files=unchecked_beside(folder))
    (other,) = (code for code in CASE_LANGUAGES if code != language)
    found = check_draft(without_language(draft, other), language, folder.name)
    assert found.case is not None, [problem.sentence(language) for problem in found.problems[:9]]
    return found
