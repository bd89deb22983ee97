"""What the report says in states that no case of ours is in, in both languages."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from reports.blocks import Section
from reports.chapters import (
    effects_chapter,
    euros_chapter,
    groups_chapter,
    robustness_chapter,
    summary_open,
    summary_people,
    summary_points,
)
from reports.document import document
from reports.proposal import proposal_money
from tests.reports.report_case import FAST, HARBOUR, LUTKEMEER, content, people, plainly
from texts import LANGUAGES, words
from weighing.euros.valuing import EuroChoices, euros
from weighing.people import ThemeAgreement
from weighing.weighing import Weighing
from wording.euro_rows import gap_rows


def said(blocks) -> str:
    return plainly([Section("x", "x", tuple(blocks))])


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param


def test_a_requirement_that_was_off_is_named_where_the_report_says_how_it_was_made(language):
    off = tuple(item.id for item in HARBOUR.requirements)
    made = plainly(document(content(language=language, requirements_off=off)))
    assert words(language)("report.again_off", requirements="|").split("|")[0] in made


def test_a_case_in_which_the_checks_find_nothing_says_what_that_means(language, monkeypatch):
    monkeypatch.setattr(effects_chapter, "finding_rows", lambda case, text: ())
    assert words(language)("case_checks.none") in said(effects_chapter._checks(HARBOUR, words(language)))


def test_a_point_without_sources_and_no_point_at_all(language, monkeypatch):
    text = words(language)
    assert summary_points.points_cell(HARBOUR, "tram", (), text) == text.html("report.no_point")
    bare = {
        key: replace(cell, low=None, high=None, grade=None, sources=()) for key, cell in HARBOUR.performances.items()
    }
    case = HARBOUR.model_copy(update={"performances": bare})
    criterion = HARBOUR.summed[0]
    assert "(" not in summary_points.point(case, "tram", criterion.id, text).replace(criterion.short.get(language), "")


def test_a_case_without_gaps_says_that_this_proves_nothing(language):
    found = SimpleNamespace(text=words(language), case=HARBOUR, gaps=())
    assert words(language)("report.no_gap") in said(summary_open.unknown_blocks(found))


def test_groups_of_every_kind_have_a_name_and_themes_are_alike_between_or_different(language):
    text, found = words(language), content(language=language, people=people("Drivers", (FAST, 8)))
    group = found.room.groups[0]
    names = [groups_chapter.group_name(replace(group, kind=kind), text) for kind in ("none", "others", "all")]
    assert names == [text(f"chapters.group_{kind}") for kind in ("none", "others", "all")]
    nobody = replace(group, first=(0,) * len(group.first))
    room = SimpleNamespace(
        groups=(nobody,),
        agreement=[
            ThemeAgreement(theme.id, 0.1, word)
            for theme, word in zip(HARBOUR.themes, ("alike", "between", "differently"), strict=True)
        ],
    )
    agreement = summary_people.agreement_sentence(found, room)
    for word in ("alike", "between", "differently"):
        assert text(f"report.values_{word}", themes="|").split("|")[0] in agreement
    assert summary_people.plans_sentence(found, room) == text.html("report.plans_nobody", group="Drivers")
    assert groups_chapter._weight(None, text) == text("chapters.too_few")


def test_a_theme_that_nobody_compared_says_so(language):
    found = content(language=language, people=people("Drivers", (FAST, 8)) + people("Payers", (FAST, 8)))
    first, *rest = found.room.agreement
    room = replace(found.room, agreement=(first, *(replace(item, word=None, gap=None) for item in rest)))
    stand_in = SimpleNamespace(text=words(language), case=HARBOUR, room=room)
    assert words(language)("chapters.agreement_none") in said(groups_chapter.weight_tables(stand_in))


def test_a_weighting_without_a_verdict_and_one_of_a_part_of_the_themes(language):
    text = words(language)
    part = Weighing("own", {HARBOUR.themes[0].id: 100.0})
    found = content(language=language, profiles=(), own=part)
    assert text("chapters.no_verdict") in said(robustness_chapter._verdicts(found))
    assert text("chapters.not_weighed") in plainly(document(found))


def test_without_any_margin_there_is_no_doubt_to_show(language):
    view = SimpleNamespace(id="x")
    nothing = SimpleNamespace(comparison=SimpleNamespace(case=HARBOUR), doubts=())
    assert words(language)("sure.doubts_none") in said(robustness_chapter._doubts(view, nothing, words(language)))


def test_what_lacks_an_amount_in_some_alternatives_only_stands_apart(language, monkeypatch):
    text = words(language)
    found = euros(LUTKEMEER, EuroChoices())
    every = gap_rows(found, text)
    monkeypatch.setattr(euros_chapter, "gap_rows", lambda found, text, key=None: every[1:] if key is None else every)
    (_, apart) = euros_chapter._gaps(found, text)
    assert apart.caption == text("chapters.euro_gaps_some")


def test_a_proposal_without_any_amount_says_that_this_is_not_zero(language, monkeypatch):
    text = words(language)
    found = content(LUTKEMEER, language=language, profiles=("equal_themes",), euros=EuroChoices())
    monkeypatch.setattr(
        proposal_money,
        "total_rows",
        lambda *_: [SimpleNamespace(totals=(), coverage="", unknown=None, breach=None, alternative="food_park")],
    )
    assert text("proposal_text.money_nothing") in said([proposal_money._lens(found)])
