"""What ties a report to the own case that is open: the log of its version, and comments for its margin."""

from cases.definition.model import Case
from cases.store import CellComment, StoreError, own_cases, own_comments
from texts import words
from ui.own import desk


def note_report(case: Case) -> None:
    """Keep in the log that a report of this version was made; nothing for a case that is not open here."""
    here = desk.desk()
    if here is None or here.case_id != case.id or not here.access.may("note_report"):
        return
    try:
        number = next((found.number for found in own_cases().versions(case.id) if found.hash == case.version), None)
        if number is not None:
            own_cases().note_report(case.id, here.key, number)
    except StoreError:  # the report is made all the same
        pass


def comments_on(case: Case) -> tuple[CellComment, ...]:
    """The comments that are not closed, of a case that is open here."""
    here = desk.desk()
    if here is None or here.case_id != case.id:
        return ()
    try:
        found = own_comments().comments(case.id, here.key)
    except StoreError:
        return ()
    return tuple(comment for comment in found if comment.state != "closed")


def in_margin(data: bytes, case: Case, comments: tuple[CellComment, ...], language: str) -> bytes:
    """The Word report with the comments in its margin, in the language of the report. Asks nothing of the session."""
    from reports.writers.word.word_comments import ReportComment, with_comments  # what reads Word loads for who asks

    labels = {item.id: item.label.get(language) for item in (*case.criteria, *case.alternatives, *case.themes)}
    text = words(language)
    placed = []
    for comment in comments:
        names = tuple(labels[part] for part in reversed(comment.row.split(" / ")) if part in labels)
        said = comment.words
        if comment.answer:
            who = comment.answered_by or text("own_case.manager")
            said = f"{said}\n{text('own_case.comment_answered_by', who=who)} {comment.answer}"
        placed.append(ReportComment(names, said, comment.who or text("own_case.manager")))
    return with_comments(data, placed)
