"""The draft of a council proposal: its headings, the same room for all, and what it leaves to people."""

import io
import re
from dataclasses import replace

import pytest
from docx import Document
from markupsafe import Markup
from pypdf import PdfReader

from files.fields import Text
from reports.blocks import Form, FormField, Items, Section
from reports.proposal.arguments import MOST_FLIPS
from reports.proposal.form_fields import FIELDS, tag
from reports.proposal.proposal_money import MONEY
from reports.proposal.raadsvoorstel import PARTS, council_proposal
from reports.writers.docx_writer import write_docx
from reports.writers.pdf_writer import write_pdf
from reports.writers.word.word_xml import q
from tests.reports.report_case import HARBOUR, LUTKEMEER, content, plainly, table, words_of
from tests.reports.test_summary import DUTCH, ENGLISH
from texts import LANGUAGES, words
from weighing.euros.valuing import EuroChoices
from weighing.what_if import changed


def part(found, key: str) -> Section:
    (one,) = [section for section in found.all(Section) if section.id == f"proposal_{key}"]
    return one


def fields(found) -> list[FormField]:
    return [field for block in found.all(Form) for field in block.fields]


def marks(blocks) -> list[str]:
    return [mark for block in blocks for mark in (block.marks if isinstance(block, Items) else ())]


def inside(section):
    return [item for block in section.blocks for item in (inside(block) if isinstance(block, Section) else [block])]


def test_it_has_the_usual_headings_in_their_order():
    found = council_proposal(content())
    assert [section.title for section in found.sections] == [
        "Kopblok", "Voorgesteld besluit", "Inleiding", "Beoogd effect", "Voorkeur en redenen", "Argumenten",
        "Kanttekeningen en risico's", "Alternatieven", "Financiën", "Participatie en communicatie",
        "Uitvoering, planning en evaluatie", "Bijlagen", "Ontwerpbesluit",
    ]  # fmt: skip


def test_what_people_write_has_a_field_that_stays_empty_until_they_do():
    for language in LANGUAGES:
        text = words(language)
        empty = fields(council_proposal(content(language=language)))
        assert {field.tag for field in empty} == {tag(key, text) for key in FIELDS}
        assert {field.value for field in empty if field.tag != tag("subject", text)} == {""}
        filled = content(language=language, fields=(("choice", "Ring road"), ("reference", "Z-1")))
        said = {field.tag: field.value for field in fields(council_proposal(filled)) if field.value}
        given = {"subject": text.of(HARBOUR.title), "choice": "Ring road", "reference": "Z-1"}
        assert said == {tag(key, text): value for key, value in given.items()}


def test_a_field_is_a_content_control_with_its_tag_and_what_was_written():
    made = write_docx(council_proposal(content(fields=(("choice", "<b>Tram"),))), {})
    controls = Document(io.BytesIO(made)).element.body.iter(q("w:sdt"))
    found = [(one.find(f".//{q('w:tag')}").get(q("w:val")), "".join(one.itertext(q("w:t")))) for one in controls]
    assert ("voorkeur", "<b>Tram") in found
    assert ("kenmerk", "Zaaknummer of kenmerk") in found
    assert {tag for tag, _ in found} == {field.tag for field in fields(council_proposal(content()))}


def test_every_decision_and_every_part_of_one_has_a_number_and_none_decides_on_what_holds_already():
    found = council_proposal(content(language="en"))
    decide = part(found, "decide")
    assert marks(decide.blocks) == ["1.", "2.", "2.a", "2.b", "2.c", "2.d", "3.", "4.", "4.a", "5."]
    said = plainly([decide])
    for item in HARBOUR.requirements:
        assert (item.label.en in said) == (item.status == "proposal")
        assert (item.label.en in plainly([part(found, "reason")])) == (item.status == "law")
    assert "Tram (B)\nanother alternative" in said
    assert marks(part(found, "draft_decision").blocks) == marks(decide.blocks)


def test_every_argument_has_the_number_of_its_point():
    found = council_proposal(content(language="en"))
    numbers = {number.rstrip(".") for number in marks(part(found, "decide").blocks)}
    for key in ("arguments", "drawbacks"):
        given = marks(item for block in part(found, key).blocks if isinstance(block, Section) for item in inside(block))
        assert len(given) == len(set(given)) > 8
        assert all(mark.rpartition(".")[0] in numbers for mark in given)
        assert {f"2.{letter}.1" for letter in "abc"} <= set(given)


def test_arguments_and_drawbacks_name_effect_and_source_of_every_alternative():
    found = council_proposal(content(language="en"))
    effects = (("for", "Travel time: 25 minutes per trip (22 to 30; quality C; S1)"), ("against", "CO2: 30 kilo"))
    for key, effect in effects:
        assert effect in plainly([part(found, f"{key}_ring_road")])
        assert all(part(found, f"{key}_{item.id}").blocks for item in HARBOUR.alternatives)
    assert "Costs nothing. (S1)" in plainly([part(found, "for_as_now")])
    assert "The treasurer: " in plainly([part(found, "against_point_why")])


def test_who_pays_loses_and_gains_carries_the_signs_of_the_other_table():
    for case in (HARBOUR, LUTKEMEER):
        found = council_proposal(content(case, profiles=(case.profiles[0].id,)))
        signs = {row[0].removesuffix(" (kwetsbaar)"): row[1:] for row in table(found, "summary_losers")}
        rows = table(found, "proposal_money_who")
        assert len(rows) == len(case.alternatives)
        for place, (_, said) in enumerate(rows):
            for group, cells in signs.items():
                told = f"{group} ({cells[place]})" in said
                assert told == (cells[place] not in ("", "0")), (group, cells[place], said)
    lose = dict(table(council_proposal(content(LUTKEMEER, profiles=("equal_themes",))), "proposal_money_who"))
    assert "Verliest zonder te betalen: Boeren en voedselinitiatieven (−−)" in lose["Bedrijventerrein (A)"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_participation_takes_half_a_page(language):
    found = content(LUTKEMEER, language, profiles=("equal_themes",))
    people = part(council_proposal(found), "people")
    both = (replace(people, id="a"), replace(people, id="b"))
    twice = replace(council_proposal(found), sections=both)
    assert len(PdfReader(io.BytesIO(write_pdf(twice, {}))).pages) == 1


def test_money_stands_with_its_range_and_its_unknown_parts():
    with_euros = council_proposal(content(language="en", euros=EuroChoices()))
    assert table(with_euros, "proposal_money_effects") == [
        ["Cost", "0 thousand euros S1", *_costs()],
    ]
    assert len(table(with_euros, "proposal_money_lens")) == 3
    assert "No effects were converted to euros." in plainly(council_proposal(content(language="en")))


def test_money_is_money_however_a_sheet_writes_its_unit():
    written = (
        "EUR",
        "kEUR",
        "mln EUR",
        "\N{EURO SIGN}",
        "mln \N{EURO SIGN}",
        "\N{EURO SIGN} / jaar",
        "mln euro",
        "x 1.000 euro's",
    )
    assert all(MONEY.search(unit) for unit in written)
    assert not any(MONEY.search(unit) for unit in ("ha", "Europese norm", "amateurs", "x"))


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
            [
                block.id
                for point in part(found, key).blocks
                if isinstance(point, Section)
                for block in point.blocks
                if isinstance(block, Section)
            ]
            for found in (before, after)
        ]
        assert order[1] == order[0][::-1] != []
    assert table(after, "proposal_all") == table(before, "proposal_all")[::-1]


def test_markup_in_the_case_stays_words():
    evil = "<script>alert(1)</script>"
    hostile = changed(HARBOUR, "hostile", question=Text(nl=evil, en=evil), title=Text(nl=evil, en=evil))
    marked = [item for item in words_of(council_proposal(content(hostile))) if isinstance(item, Markup)]
    assert any("&lt;script&gt;" in item for item in marked)
    assert not any("<script" in item for item in marked)


def test_the_first_case_fills_every_heading():
    found = council_proposal(content(LUTKEMEER, profiles=("equal_themes",)))
    assert len(found.sections) == len(PARTS)
    assert "Vanaf 9 december 2022" in plainly([part(found, "people")])


@pytest.mark.parametrize("language", LANGUAGES)
def test_flips_are_said_to_be_about_examples_and_of_many_the_others_are_counted(language):
    every = tuple(profile.id for profile in LUTKEMEER.profiles)
    flips = part(council_proposal(content(LUTKEMEER, language, profiles=every)), "against_point_why")
    assert words(language)("proposal_text.flips_note") in flips.blocks[-1].text
    assert marks(flips.blocks) == [f"3.{place}" for place in range(1, MOST_FLIPS + 1)]
    assert re.search(r"\b2\d\b", plainly(flips.blocks[-1:]))
