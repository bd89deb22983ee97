"""Where sections stand, and the date of a report."""

import datetime
from dataclasses import replace

import pytest

from reports.blocks import Section
from reports.writers.contents_list import day_of, outline, paper_outline, starts_wide

from .sample import sample


def test_the_contents_hold_two_levels_in_the_order_of_the_report():
    entries = outline(sample())
    assert [(entry.level, entry.section.id) for entry in entries] == [
        (1, "blocks"),
        (1, "nested"),
        (2, "inner"),
        (1, "wide"),
        (1, "after"),
    ]


def test_on_paper_long_contents_name_only_the_chapters():
    many = tuple(Section(f"s{n}", "S", (Section(f"t{n}", "T", ()),)) for n in range(17))
    report = replace(sample(), sections=many)
    assert len(outline(report)) == 34
    assert [entry.section.id for entry in paper_outline(report)] == [f"s{n}" for n in range(17)]
    assert paper_outline(replace(report, sections=many[:16])) == outline(replace(report, sections=many[:16]))


def test_a_short_report_has_no_contents():
    assert outline(replace(sample(), sections=sample().sections[:3])) == ()


@pytest.mark.parametrize(
    ("language", "value", "day"),
    [
        ("nl", "3 mei 2026", datetime.date(2026, 5, 3)),
        ("en", "3 May 2026", datetime.date(2026, 5, 3)),
        ("nl", "3 May 2026", None),
        ("nl", "3f9a1c", None),
    ],
)
def test_the_date_is_read_from_the_facts_as_it_is_written_there(language, value, day):
    report = replace(sample(language), facts=(("Versie", "1 2 3"), ("Datum", value)))
    assert day_of(report) == day


def test_a_heading_goes_with_the_wide_section_right_under_it():
    wide = Section("w", "W", (), wide=True)
    assert starts_wide(Section("a", "A", (Section("b", "B", (wide,)),)))
    assert not starts_wide(Section("a", "A", (Section("b", "B", ()), wide)))
