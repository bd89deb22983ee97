"""The draft of a council proposal: its headings, the same room for all, and what it leaves to people."""

import re

import pytest
from markupsafe import Markup

from files.fields import Text
from reports.blocks import Items, Paragraph, Section
from reports.proposal.raadsvoorstel import HEADINGS, council_proposal
from tests.reports.report_case import HARBOUR, LUTKEMEER, content, plainly, table, words_of
from tests.reports.test_summary import DUTCH, ENGLISH
from texts import LANGUAGES, words
from weighing.euros.valuing import EuroChoices
from weighing.what_if import changed


def part(found, key: str) -> Section:
    (one,) = [section for section in found.all(Section) if section.id == f"proposal_{key}"]
    return one


def test_it_has_the_usual_headings_in_their_order():
    found = council_proposal(content())
    assert [section.title for section in found.sections] == [
        "Beslispunten", "Inleiding", "Beoogd effect", "Argumenten", "Kanttekeningen en risico's", "Alternatieven",
        "Financiën", "Participatie en communicatie", "Uitvoering, planning en evaluatie", "Bijlagen",
    ]  # fmt: skip


def test_what_the_program_cannot_know_is_marked_for_people():
    found = council_proposal(content())
    for section in found.sections:
        if section.id in ("proposal_drawbacks", "proposal_annexes"):  # the program has all of these
            continue
        marked = [block for block in section.blocks if isinstance(block, Paragraph) and block.style == "to_do"]
        assert marked, section.id


def test_the_decisions_choose_nothing_and_keep_law_and_proposal_apart():
    decide = part(council_proposal(content(language="en")), "decide")
    (points,) = [block for block in decide.blocks if isinstance(block, Items)]
    assert points.numbered
    said = [item.striptags() for item in points.items]
    assert said[1].endswith("ask for another: As now (R), Ring road (A) and Tram (B).")
    assert "At least 10% green, Trip of at most 38 minutes and Neighbours were heard" in said[3]
    assert said[4].endswith("hard requirements too: At most 28 kilotonnes of CO2 (proposal).")


def test_arguments_and_drawbacks_name_effect_and_source_of_every_alternative():
    found = council_proposal(content(language="en"))
    for key, effect in (
        ("for", "Travel time: 25 minutes per trip (22 to 30; quality C; S1)"),
        ("against", "CO2: 30 kilo"),
    ):
        assert effect in plainly([part(found, f"{key}_ring_road")])
        assert all(part(found, f"{key}_{item.id}").blocks for item in HARBOUR.alternatives)
    assert "Costs nothing. (S1)" in plainly([part(found, "for_as_now")])
    assert "The treasurer: " in plainly([part(found, "flips")])


def test_money_stands_with_its_range_and_its_unknown_parts():
    with_euros = council_proposal(content(language="en", euros=EuroChoices()))
    assert table(with_euros, "proposal_money_effects") == [
        ["Cost", "0 thousand euros S1", *_costs()],
    ]
    assert len(table(with_euros, "proposal_money_lens")) == 3
    assert "No effects were converted to euros." in plainly(council_proposal(content(language="en")))


def _costs() -> list[str]:
    return [
        "300,000 thousand euros (280,000.5 to 395,000) S1",
        "240,000 thousand euros (201,250.8 to 312,000) S1",
    ]


def test_a_case_without_money_groups_or_requirements_says_so():
    bare = changed(
        HARBOUR,
        "no money",
        criteria=tuple(item.model_copy(update={"unit": "x"}) for item in HARBOUR.criteria),
        groups=(),
        group_impacts=(),
        requirements=(),
        account=None,
        valuation=None,
    )
    said = plainly(council_proposal(content(bare)))
    assert "geen effect in geld" in said
    assert "geen groepen genoemd" in said
    assert "moet voldoen aan" not in said


@pytest.mark.parametrize(("language", "strange"), [("nl", ENGLISH), ("en", DUTCH)])
def test_no_word_of_the_other_language_is_in_it(language, strange):
    found = plainly(council_proposal(content(language=language)).sections)
    assert not strange.findall(re.sub(r"\S+\.\S+", "", found))


def test_turning_the_alternatives_round_turns_the_parts_round():
    turned = changed(HARBOUR, "turned", alternatives=HARBOUR.alternatives[::-1])
    before, after = (council_proposal(content(case)) for case in (HARBOUR, turned))
    for key in ("arguments", "drawbacks"):
        order = [
            [block.id for block in part(found, key).blocks if isinstance(block, Section) and block.id.count("_") > 1]
            for found in (before, after)
        ]
        assert order[1] == order[0][::-1]
    assert table(after, "proposal_all") == table(before, "proposal_all")[::-1]


def test_markup_in_the_case_stays_words():
    evil = "<script>alert(1)</script>"
    hostile = changed(HARBOUR, "hostile", question=Text(nl=evil, en=evil), title=Text(nl=evil, en=evil))
    marked = [item for item in words_of(council_proposal(content(hostile))) if isinstance(item, Markup)]
    assert any("&lt;script&gt;" in item for item in marked)
    assert not any("<script" in item for item in marked)


def test_the_first_case_fills_every_heading():
    found = council_proposal(content(LUTKEMEER, profiles=("equal_themes",)))
    assert len(found.sections) == len(HEADINGS)
    assert "26 januari 2023" in plainly([part(found, "people")])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_asks_for_what_stands_on_top_of_a_proposal_and_says_that_flips_are_about_examples(language):
    found = council_proposal(content(language=language))
    first = part(found, "decide").blocks[1]
    assert (first.style, first.text) == ("to_do", words(language)("proposal_text.head_to_do"))
    (flips,) = [section for section in found.all(Section) if section.id == "proposal_flips"]
    assert flips.blocks[0].text == words(language)("proposal_text.flips_intro")
