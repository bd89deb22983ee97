"""One answer fills every cell in which nothing stands, and what stands somewhere stays."""

from datetime import date

from cases.definition.draft_state import to_do
from cases.importing.drafting_files import Evidence, draft_files
from cases.reading.loader import case_from_files
from cases.workbook.draft_gaps import filled_in, gaps
from cases.workbook.drafting import check_draft, sheets_of
from tests.cases.importing.messy import MCA, MER, MKBA
from tests.cases.importing.test_messy_sheets import proposal_in

EQUAL = {"label": "Gelijk", "about": "Elk thema even zwaar.", "rationale": "Om mee te beginnen."}


def draft_in(rows, **said):
    return sheets_of(
        case_from_files(draft_files(proposal_in(rows), "Zaak", date(2026, 11, 30), "nl", "a.xlsx", **said)), "nl"
    )


def answered(draft, **others):
    """With an answer to everything; a choice takes the first."""
    said = {}
    for gap in gaps(draft):
        choices = gap.column.choices if gap.kind == "column" else ()
        said[gap.name] = choices[0] if choices else "plan" if gap.kind == "reference" else f"Antwoord op {gap.heading}."
    said["case.reference.0"] = draft.sheets["alternatives"].column("id")[0]
    return said | others


def test_three_messy_sheets_are_whole_after_fewer_than_sixty_answers():
    for rows in (MCA, MKBA, MER):
        draft = draft_in(rows, evidence=Evidence("Studie", "C"))
        said = answered(draft)
        assert len(said) < 30, len(said)
        whole = filled_in(draft, said, "nl", EQUAL).with_cell("state", "value", "")
        read = check_draft(whole, "nl", "zaak")
        assert read.case is not None, [found.sentence("nl") for found in read.problems]
        assert read.case.state != "draft"
        assert not gaps(whole)


def test_an_answer_leaves_what_stands_and_an_empty_one_nothing():
    draft = draft_in(MCA)
    criteria = draft.sheets["criteria"]
    place = criteria.headings.index("about_nl")
    first = (*criteria.rows[0][:place], "Eigen uitleg", *criteria.rows[0][place + 1 :])
    draft = draft.with_sheet("criteria", (first, *criteria.rows[1:]))
    (gap,) = [one for one in gaps(draft) if (one.sheet, one.heading) == ("criteria", "about")]
    assert gap.times == 13  # of 14
    filled = filled_in(draft, {gap.name: " Zie de studie. ", "case.question.0": " "}, "nl", EQUAL)
    assert filled.sheets["criteria"].column("about_nl") == ("Eigen uitleg", *["Zie de studie."] * 13)
    assert filled.cell("question", "nl") == draft.cell("question", "nl") == ""
    assert filled_in(draft, {}, "nl", EQUAL) is draft


def test_a_source_goes_to_the_figures_and_not_to_what_is_unknown():
    draft = draft_in(MCA)
    filled = filled_in(draft, {"effects.source.0": "Studie 2025"}, "nl", EQUAL)
    effects = filled.sheets["effects"]
    for value, source in zip(effects.column("value"), effects.column("source"), strict=True):
        assert source == ("S1" if value else "")
    assert filled.sheets["sources"].column("title_nl") == ("Studie 2025",)
    case = check_draft(filled, "nl", "zaak").case
    assert "sources" not in {found.kind for found in to_do(case)}
