"""What a check of a case found: title by title, each opening to what was found, why it matters and what to do."""

from cases.definition.model import Case
from ui import state
from ui.shared.page_html import show
from wording.finding_rows import finding_rows, grouped


def show_findings(case: Case) -> None:
    """All findings about a case, the open one or a draft of one."""
    text = state.words()
    show("findings.html", text, parts=grouped(finding_rows(case, text)))
