"""A case that is being made opens with almost nothing in it, says what is missing, and never hides that."""

import pytest

from cases.definition.draft_state import NO_RANGE, TO_ADD, lacking, to_do
from cases.reading.case_folder import read_files
from cases.reading.loader import CaseError, case_from_files
from cases.workbook.case_data import documents
from cases.workbook.checked_upload import read_workbook
from cases.workbook.drafting import check_draft, sheets_of
from cases.workbook.workbook_writing import write_workbook
from files.problems import Problems
from tests.cases.harbour import GOOD

BARE = b"format: 1\nid: a\nstate: draft\nversion_date: 2026-11-30\ntitle: {nl: Een plek}\n"
SMALL = b"""format: 1
id: a
state: draft
version_date: 2026-11-30
title: {nl: Een plek}
alternatives:
- {id: now, label: {nl: Zoals nu}}
- {id: park, label: {nl: Een park met heel veel bomen en een vijver}}
themes:
- {id: nature, label: {nl: Natuur}}
criteria:
- {id: trees, theme: nature, label: {nl: Bomen}, unit: bomen, better: higher, range: {worst: 0, best: 50}}
- {id: calm, theme: nature, label: {nl: Rust}}
"""
EFFECTS = b"alternative,criterion,value,low,high,unit,source,grade,note_nl,note_en\npark,trees,40,,,bomen,,,,\n"


def test_a_title_is_enough():
    case = case_from_files({"case.yaml": BARE})
    assert (case.title.nl, case.title.en) == ("Een plek", None)
    assert case.question == TO_ADD
    assert lacking(case) == ("alternatives", "criteria", "ranges", "profiles")
    assert [found.kind for found in to_do(case)][:4] == ["alternatives", "criteria", "question", "place"]


def test_what_is_not_said_is_filled_in_and_counted():
    case = case_from_files({"case.yaml": SMALL, "performances.csv": EFFECTS})
    trees, calm = case.criteria
    # 0 to 50: a tenth is 5, three tenths are 15
    assert (trees.yardstick.some, trees.yardstick.much) == (5, 15)
    assert not calm.in_sum
    assert calm.left_out_because == NO_RANGE
    assert [item.code for item in case.alternatives] == ["A", "B"]
    assert case.performances["now", "trees"].value is None
    assert case.performances["park", "trees"].value == 40
    assert case.performances["park", "trees"].grade is None
    assert lacking(case) == ("profiles",)
    counted = {found.kind: found.times for found in to_do(case)}
    # 1 value without a source; the other 3 of 2 x 2 effects are not known; both criteria lack yardstick and topic
    assert [counted[kind] for kind in ("sources", "grades", "unknown", "ranges", "yardsticks", "topics")] == [
        1, 1, 3, 1, 2, 2,
    ]  # fmt: skip
    assert all(found.text.get(language) for found in to_do(case) for language in ("nl", "en"))


def test_what_was_filled_in_is_never_written():
    case = case_from_files({"case.yaml": SMALL, "performances.csv": EFFECTS})
    said = documents(case)["case.yaml"]
    assert "question" not in said
    assert said["title"] == {"nl": "Een plek"}
    assert said["criteria"][1] == {"id": "calm", "theme": "nature", "label": {"nl": "Rust"}}
    again = check_draft(sheets_of(case, "nl"), "nl", "a")
    assert again.case is not None, [problem.sentence("en") for problem in again.problems]
    assert to_do(again.case) == to_do(case)
    uploaded = read_workbook(write_workbook(case, "nl"), "a.xlsx")
    assert uploaded.case is not None, [problem.sentence("en") for problem in uploaded.problems]
    assert uploaded.case.version == again.case.version


def test_without_the_word_draft_the_same_files_are_refused():
    files = {"case.yaml": SMALL.replace(b"state: draft\n", b""), "performances.csv": EFFECTS}
    with pytest.raises(CaseError) as refused:
        case_from_files(files)
    assert len(refused.value.problems) > 10


def test_a_whole_case_lacks_nothing_and_a_draft_of_it_has_nothing_to_do():
    files = read_files(GOOD, Problems())
    whole = case_from_files(files)
    assert lacking(whole) == ()
    assert to_do(whole) == ()
    assert whole.to_add == ()
    drafted = case_from_files({**files, "case.yaml": files["case.yaml"] + b"\nstate: draft\n"})
    assert lacking(drafted) == ()
    assert [found.kind for found in to_do(drafted)] == ["topics"]  # null there, which a whole case may say


def test_what_is_wrong_in_a_draft_is_still_named():
    wrong = SMALL.replace(b"theme: nature, label: {nl: Rust}", b"theme: natur, label: {nl: Rust}")
    with pytest.raises(CaseError) as refused:
        case_from_files({"case.yaml": wrong})
    assert "natur" in refused.value.problems[0].text.get("en")
