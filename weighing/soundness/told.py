"""Findings as lines for a terminal and as plain data for a program."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from weighing.soundness.finding import Finding

_WORDS = {
    "warning": {"en": "WARNING", "nl": "WAARSCHUWING"},
    "notice": {"en": "good to know", "nl": "goed om te weten"},
    "why": {"en": "Why it matters", "nl": "Waarom dit telt"},
    "mend": {"en": "What to do", "nl": "Wat u kunt doen"},
}


def told(findings: Sequence[Finding], language: str) -> Iterator[str]:
    """Lines in ``nl`` or ``en``; what stands at one time for several findings is said once."""
    for (severity, kind), group in groupby(findings, lambda finding: (finding.severity, finding.kind)):
        yield f"{_WORDS[severity][language]}: {kind.title.get(language)}"
        for finding in group:
            yield f"  - {finding.found.get(language)}"
        yield f"    {_WORDS['why'][language]}: {kind.why.get(language)}"
        yield f"    {_WORDS['mend'][language]}: {kind.mend.get(language)}"


def as_data(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings as JSON can hold them, with all words in both languages."""
    return [
        {
            "id": finding.id,
            "severity": finding.severity,
            "places": list(finding.places),
            "title": finding.kind.title.model_dump(),
            "found": finding.found.model_dump(),
            "why": finding.kind.why.model_dump(),
            "mend": finding.kind.mend.model_dump(),
        }
        for finding in findings
    ]
