"""One workbook has one version: in either language, read at once or through a draft."""

import pytest

from cases import SHIPPED
from cases.reading.case_folder import read_files
from cases.reading.loader import load_case
from cases.workbook.checked_upload import from_sheets, read_workbook
from cases.workbook.drafting import draft_of, workbook_of
from cases.workbook.sheets import FILES
from cases.workbook.workbook_writing import write_workbook
from files.problems import Problems
from tests.budget import LONG
from tests.cases.harbour import GOOD
from texts import LANGUAGES


@pytest.mark.parametrize("folder", [GOOD, *[SHIPPED / "lutkemeer"] * LONG], ids=lambda folder: folder.name)
def test_a_workbook_has_one_version_in_every_language_and_by_every_way(folder):
    case, files = load_case(folder), read_files(folder, Problems())
    beside = {name: data for name, data in files.items() if name not in FILES}
    versions = set()
    for language in LANGUAGES:
        read = read_workbook(write_workbook(case, language), "case.xlsx", beside)
        versions.add(read.case.version)
        for other in LANGUAGES:  # the store keeps a draft in the language of whoever edits it
            versions.add(from_sheets(workbook_of(draft_of(read.workbook, other), other), beside).case.version)
    assert len(versions) == 1
