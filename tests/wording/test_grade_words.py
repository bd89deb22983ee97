"""A grade is never a letter alone: beside `Food park (B)` a B says that plan."""

import re
from dataclasses import replace
from pathlib import Path

from reports.document import document
from reports.proposal.raadsvoorstel import council_proposal
from tests.reports.report_case import HARBOUR, content, plainly
from texts import LANGUAGES
from weighing.euros.valuing import EuroChoices
from weighing.what_if import changed

ROOT = Path(__file__).parents[2]
ALONE = re.compile(
    r"(?<!kwaliteit )(?<!quality )(?<![\w-])D(?![\w-])(?! is geschat| is estimated| geschat| estimated|, geschat|: )",
    re.IGNORECASE,
)


def of_grade_d(case):
    """The same case with every claim of quality D, a letter that none of its alternatives has."""
    assert "D" not in {item.code for item in case.alternatives}
    known = {key: cell for key, cell in case.performances.items() if cell.grade}
    assert known
    return changed(
        case,
        "quality D",
        performances=case.performances | {key: replace(cell, grade="D") for key, cell in known.items()},
        group_impacts=tuple(replace(item, grade="D") if item.grade else item for item in case.group_impacts),
    )


def test_no_document_names_a_grade_by_its_letter_alone():
    found = of_grade_d(HARBOUR)
    for language in LANGUAGES:
        for depth in ("summary", "full"):
            asked = content(found, language, profiles=(HARBOUR.profiles[0].id,), depth=depth, euros=EuroChoices())
            for made in (document(asked), council_proposal(asked)):
                said = plainly(made.sections)
                assert not [said[max(0, match.start() - 40) : match.end() + 20] for match in ALONE.finditer(said)]
                assert ("kwaliteit D" if language == "nl" else "quality D") in said


def test_no_template_prints_the_letter_of_a_grade_but_in_a_class():
    printed = re.compile(r"(?<!w-grade-)\{\{\s*[\w.]*grade\s*\}\}")
    faults = {
        path.name: match[0]
        for room in ("ui", "web")
        for path in (ROOT / room / "templates").rglob("*.html")
        for match in printed.finditer(path.read_text(encoding="utf-8"))
    }
    assert not faults


def test_where_no_grade_is_stated_no_word_stands_for_it():
    """'Not known how much' has sources and no grade: the word alone would read as if it belonged to them."""
    marked = '{{ t("grade.mark", grade=cell.grade) }}'
    told = {
        path.name: text
        for room in ("ui", "web")
        for path in (ROOT / room / "templates").rglob("*.html")
        if marked in (text := path.read_text(encoding="utf-8"))
    }
    assert len(told) > 2
    assert not [
        name for name, text in told.items() for before in text.split(marked)[:-1] if "if cell.grade" not in before[-90:]
    ]
