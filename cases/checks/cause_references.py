"""Whether each cause in case.yaml moves more than one effect."""

from collections import Counter
from collections.abc import Sequence

from cases.checks.references import check_unique
from cases.definition.shared_cause import CausedEffect
from cases.reading.case_ids import text_at
from files.problems import FileProblems
from files.schema import add_at
from files.yaml_lines import Document


def check_cause_references(document: Document, effects: Sequence[CausedEffect], problems: FileProblems) -> None:
    """Ids are used once, and at least two effects follow each cause."""
    check_unique(document, "causes", "id", problems)
    counts = Counter(effect.cause for effect in effects)
    for path, record in document.items("causes"):
        cause = text_at(record, "id")
        if cause is not None and counts[cause] < 2:
            add_at(document, problems, path, "causes.too_few")
