"""The files of a case that is in view: what a report carries along so that it can be made again."""

from collections.abc import Mapping

from cases.definition.model import Case
from cases.reading.case_folder import read_files
from cases.store import own_cases
from cases.store.case_folders import case_folder
from files.problems import CaseError, Problems
from web.shared_cases import shipped


def files_of(case: Case) -> Mapping[str, bytes]:
    """The case files by name, of exactly this version.

    Raises:
        CaseError: the files of a shipped case were changed or removed after the program started.
        cases.store.StoreError: an own case, and the store does not answer or no longer has this version.
    """
    if case.id not in shipped():
        version = next((item for item in own_cases().versions(case.id) if item.hash == case.version), None)
        if version is not None:
            return own_cases().contents(case.id, version.number)
    problems = Problems()
    files = read_files(case_folder(case.id), problems)
    if problems.listed():
        raise CaseError(case.id, problems.listed())
    return files
