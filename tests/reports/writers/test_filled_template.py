"""A municipality's own template: places are filled by name, all else stays, and what does not fit is named."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reports.proposal.form_fields import by_tag
from reports.proposal.own_template import write_proposal
from reports.proposal.raadsvoorstel import council_proposal
from reports.proposal.template_tags import tags
from reports.writers.word.word_template import TemplateError, check_template
from reports.writers.word.word_xml import q
from tests.reports.report_case import content
from texts import LANGUAGES, words

FIELDS = (("reference", "Z <2026>"), ("choice", "first\nsecond"))


def proposal(found, template: bytes) -> bytes:
    return write_proposal(found, council_proposal(found), template)


def control(tag: str, inside: str, about: str = "") -> str:
    about = f'<w:sdtPr><w:tag w:val="{tag}"/>{about}</w:sdtPr>'
    return f"<w:sdt {nsdecls('w')}>{about}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def run(words: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>"


def house() -> bytes:
    """A template as a clerk makes it: own words around controls in a line, in a cell, in the body and in the footer."""
    word = docx.Document()
    word.add_heading("Raadsvoorstel gemeente Voorbeeld", 1)
    line = word.add_paragraph("Ons kenmerk: ")._p
    line.append(parse_xml(control("Kenmerk", run("vul in"), "<w:showingPlcHdr/><w:text/>")))
    table = word.add_table(1, 2)
    table.cell(0, 0).text = "Portefeuillehouder"
    old = table.cell(0, 1)._tc
    old.getparent().replace(
        old, parse_xml(control("portefeuillehouder", "<w:tc><w:p><w:r><w:t>wie</w:t></w:r></w:p></w:tc>"))
    )
    body = word.element.body
    for tag in ("argumenten", "FINANCIEN", "ontwerpbesluit", "iets_anders"):
        word.add_heading(f"Kop {tag}", 2)
        body.insert(
            len(body) - 1, parse_xml(control(tag, f"<w:p>{run('plek')}</w:p>", '<w:dataBinding w:xpath="/x"/>'))
        )
    cell = word.add_table(1, 1).cell(0, 0)._tc
    cell.insert(0, parse_xml(control("participatie", f"<w:p>{run('plek')}</w:p>")))
    footer = word.sections[0].footer.paragraphs[0]._p
    footer.append(parse_xml(control("reference", run("nog niet"))))
    word.add_paragraph("Met vriendelijke groet, de griffie")
    kept = io.BytesIO()
    word.save(kept)
    return kept.getvalue()


def said(root) -> dict[str, str]:
    """The words in each control."""
    return {
        one.find(f"{q('w:sdtPr')}/{q('w:tag')}").get(q("w:val")): "\n".join(
            "".join(line.itertext(q("w:t"))) for line in one.iter(q("w:p"))
        )
        or "".join(one.itertext(q("w:t")))
        for one in root.iter(q("w:sdt"))
    }


@pytest.fixture(scope="module")
def filled():
    return docx.Document(io.BytesIO(proposal(content(fields=FIELDS), house())))


def test_controls_are_filled_by_their_name_wherever_they_stand_and_in_capitals_or_in_the_other_language(filled):
    found = said(filled.element)
    assert found["Kenmerk"] == "Z <2026>"
    assert "2.a.1" in found["argumenten"]
    assert "Effecten in geld" in found["FINANCIEN"]
    assert "Aldus besloten" in found["ontwerpbesluit"]
    assert "Verantwoording van de inbreng" in found["participatie"]
    assert said(filled.sections[0].footer._element)["reference"] == "Z <2026>"


def test_what_nobody_wrote_and_what_is_not_known_keeps_its_own_words(filled):
    found = said(filled.element)
    assert found["portefeuillehouder"] == "wie"
    assert found["iets_anders"] == "plek"


def test_all_other_words_of_the_template_stay_in_their_order(filled):
    lines = [line.text for line in filled.paragraphs]
    own = [
        "Raadsvoorstel gemeente Voorbeeld",
        "Ons kenmerk: ",
        "Kop argumenten",
        "Kop iets_anders",
        "Met vriendelijke groet, de griffie",
    ]
    assert [line for line in lines if line in own] == own
    assert filled.tables[0].cell(0, 0).text == "Portefeuillehouder"
    assert len(filled.element.body.findall(q("w:sectPr"))) == 1  # no pages of ours


def test_nothing_in_a_filled_control_calls_it_empty_or_fills_it_anew(filled):
    about = {tag: one.find(q("w:sdtPr")) for tag, one in _controls(filled)}
    for tag in ("Kenmerk", "argumenten"):
        assert [child.tag for child in about[tag]] == [q("w:tag")]
    assert about["iets_anders"].find(q("w:dataBinding")) is not None


def _controls(word):
    for one in word.element.iter(q("w:sdt")):
        yield one.find(f"{q('w:sdtPr')}/{q('w:tag')}").get(q("w:val")), one


def test_names_that_are_not_known_and_places_that_are_missing_are_named():
    found = tags(check_template(house()), words("nl"))
    assert set(found.known) == {
        "Kenmerk",
        "portefeuillehouder",
        "argumenten",
        "FINANCIEN",
        "ontwerpbesluit",
        "participatie",
        "reference",
    }
    assert found.unknown == ("iets_anders",)
    assert {"onderwerp", "kanttekeningen", "bijlagen"} <= set(found.missing)
    assert not {"kenmerk", "financien"} & set(found.missing)


def test_a_template_without_places_gives_looks_only_and_one_that_is_no_document_is_refused():
    plain = docx.Document()
    plain.add_paragraph("Eigen tekst")
    kept = io.BytesIO()
    plain.save(kept)
    made = docx.Document(io.BytesIO(proposal(content(), kept.getvalue())))
    assert "Eigen tekst" not in [line.text for line in made.paragraphs]
    with pytest.raises(TemplateError):
        proposal(content(), b"no document")


def test_the_same_template_gives_the_same_bytes_and_every_tag_is_of_one_thing():
    assert proposal(content(), house()) == proposal(content(), house())
    for language in LANGUAGES:
        names = [found for key, found in words(language).texts.items() if key.startswith("proposal_tag.")]
        assert len(names) == len(set(names)) == len({by_tag()[name] for name in names})
