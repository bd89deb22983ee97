"""A case that does not name the topics of its criteria: that is said, and nothing is counted from it."""

import pytest

from reports.document import document
from tests.reports.report_case import HARBOUR, content, words_of
from tests.ui.test_screens import html, open_screen
from texts import LANGUAGES, words
from web import shared_cases
from weighing.what_if import changed

UNSAID = changed(
    HARBOUR, "no topics", criteria=tuple(item.model_copy(update={"monitor_topic": None}) for item in HARBOUR.criteria)
)


def every_word(case, language: str) -> str:
    return " ".join(str(said) for said in words_of(document(content(case, language))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_statement_about_topics_that_the_case_does_not_name(language, monkeypatch):
    text = words(language)
    silent = text("coverage.silent", count=14, all=14, topics="|").partition("|")[0]
    full = text("coverage.meter", share="100%")
    monkeypatch.setattr(shared_cases, "all_cases", lambda: {UNSAID.id: UNSAID})
    report = every_word(UNSAID, language)
    choices, who = (
        html(open_screen(name, language, case=UNSAID.id, p="time.apart.")).replace("&#39;", "'")
        for name in ("choices", "who")
    )
    for said in (report, choices):
        assert text("coverage.unsaid") in said
        assert silent not in said
        assert full not in said
        assert text("coverage.reached") not in said
    for said in (report, who):
        assert text("dimension.rule_topics_unsaid") in said
    assert report.count(text("dimension.rule_topics")) == 1  # in the list of rules; it has no row in the table


def test_criteria_without_a_topic_are_named_beside_the_topics_that_are_silent():
    text, report = words("nl"), every_word(HARBOUR, "nl")
    without = [text.of(item.short) for item in HARBOUR.criteria if item.monitor_topic is None]
    summed = [text.of(item.short) for item in HARBOUR.summed if item.monitor_topic is None]
    assert without
    assert text("coverage.without", names=text.listed(without)) in report
    assert text("dimension.rule_topics_rest", names=text.listed(summed)) in report
