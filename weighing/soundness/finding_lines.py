"""Findings as lines for a terminal and as plain data for a program."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from texts import LANGUAGES
from texts.message import message
from weighing.soundness.finding import Finding

SAID = ("title", "found", "why", "mend")


def finding_lines(findings: Sequence[Finding], language: str) -> Iterator[str]:
    """Lines in ``nl`` or ``en``; what stands at one time for several findings is said once."""
    for (severity, _), group in groupby(findings, lambda finding: (finding.severity, finding.id)):
        alike = list(group)
        yield f"{_said(severity, language)}: {alike[0].title.get(language)}"
        yield from (f"  - {finding.found.get(language)}" for finding in alike)
        yield f"    {_said('why', language)}: {alike[0].why.get(language)}"
        yield f"    {_said('mend', language)}: {alike[0].mend.get(language)}"


def as_data(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings as JSON can hold them, with all words in both languages."""
    return [
        {"id": finding.id, "severity": finding.severity, "places": list(finding.places)}
        | {part: {language: getattr(finding, part).get(language) for language in LANGUAGES} for part in SAID}
        for finding in findings
    ]


def _said(key: str, language: str) -> str:
    return message(f"soundness.said_{key}").get(language)
