"""Another alternative to compare with: signs follow, scores and totals do not, and a link and a report keep it."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
import pytest

from cases import SHIPPED
from cases.reading.case_folder import read_files
from files.problems import Problems
from reports.bundle.report_bundle import read_bundle, write_bundle
from reports.content import Content, Settings
from reports.document import document
from reports.proposal.raadsvoorstel import council_proposal
from tests.cases.loaded import loaded
from tests.web.asking import answer
from texts import LANGUAGES, words
from web import phone, projector, short_page
from weighing.arrays import arrays, yardstick_sign
from weighing.comparison import compare
from weighing.conflicts import conflicts
from weighing.links import check, from_link, reference_in, to_link
from weighing.weighing import Weighing, from_profile
from weighing.what_if import beside, changed
from wording.colours import colours
from wording.who_words import compared_with

CASES = [loaded(path.parent) for path in sorted(SHIPPED.glob("*/case.yaml"))]
LUTKEMEER = loaded(SHIPPED / "lutkemeer")
TURNED = {"++": "--", "+": "-", "0": "0", "-": "+", "--": "++", None: None}


def test_scores_totals_and_colours_are_the_same_whatever_they_are_compared_with():
    for case in CASES:
        for reference in case.alternatives:
            other = beside(case, reference.id)
            assert other.reference == reference.id
            assert (other.version, other.own_reference) == (case.version, case.reference)
            assert colours(other) == colours(case)
            for ranges in ("main", "second"):
                np.testing.assert_array_equal(arrays(other, ranges).scores, arrays(case, ranges).scores)
            for profile in case.profiles:
                np.testing.assert_array_equal(
                    compare(other, from_profile(profile)).totals, compare(case, from_profile(profile)).totals
                )


def test_a_sign_between_two_turns_round_with_what_is_compared():
    for case in CASES:
        for criterion in case.criteria:
            for one in case.alternatives:
                for two in case.alternatives:
                    there = yardstick_sign(beside(case, one.id), two.id, criterion.id)
                    back = yardstick_sign(beside(case, two.id), one.id, criterion.id)
                    assert there == TURNED[back], (case.id, criterion.id, one.id, two.id)


def test_what_is_remembered_of_one_reference_is_not_taken_for_another():
    assert set(conflicts(LUTKEMEER)) == {item.id for item in LUTKEMEER.alternatives} - {"reference"}
    other = beside(LUTKEMEER, "business_park")
    assert set(conflicts(other)) == {item.id for item in LUTKEMEER.alternatives} - {"business_park"}
    assert beside(other, "reference") == LUTKEMEER != other
    assert changed(other, "renamed", reference="food_park").own_reference == "food_park"


def test_a_link_keeps_the_reference_and_a_link_without_one_is_as_it_was():
    weighing = from_profile(LUTKEMEER.profile("youth"))
    other = beside(LUTKEMEER, "business_park")
    plain, parts = to_link(LUTKEMEER, weighing), to_link(other, weighing)
    assert "b" not in plain
    assert parts == {**plain, "b": "business_park", "k": parts["k"]}
    assert parts["k"] != plain["k"]
    assert reference_in(LUTKEMEER, parts) == (other, ())
    assert from_link(LUTKEMEER, parts) == (weighing, ())
    assert to_link(other, Weighing()) == {"b": "business_park"}
    cut = {**parts, "b": "food_park"}
    assert from_link(LUTKEMEER, cut)[1][0].part == "k"  # somebody changed it on its way
    case, (ignored,) = reference_in(LUTKEMEER, {"b": "<b>"})
    assert (case, ignored.part, ignored.found) == (LUTKEMEER, "b", "<b>")
    # worked out by hand from the rule: b counts behind the parts that every link has
    assert check({"w": "work-100"}) == check({"w": "work-100", "h": "x"}) != check({"w": "work-100", "b": "x"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_says_with_what_it_compares_and_is_made_again_the_same(language):
    settings = Settings(language, date(2026, 11, 30), ("youth",), reference="business_park", depth="summary")
    content = Content(LUTKEMEER, settings)
    said = json.dumps([str(line) for line in document(content).sections], ensure_ascii=False)
    name = LUTKEMEER.alternative("business_park").label.get(language)
    assert words(language)("report.again_reference", name=name) in said
    assert "--reference business_park" in said.replace("\\xad", "")
    opened = read_bundle(write_bundle(content, read_files(SHIPPED / "lutkemeer", Problems()))).content
    assert opened.settings.reference == opened.case.reference == "business_park"
    with pytest.raises(KeyError):
        Content(LUTKEMEER, Settings(language, date(2026, 11, 30), ("youth",), reference="nobody"))


def printed(paper):
    return str(paper.sections).replace("\\xad", "").replace("\xad", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_face_with_groups_says_that_they_do_not_follow_the_chosen_reference(language):
    text, other = words(language), beside(LUTKEMEER, "business_park")
    said = text("who.reference_chosen", reference=text.of(other.alternative("business_park").label))
    assert said not in compared_with(LUTKEMEER, text)
    assert compared_with(LUTKEMEER, text) == text.of(LUTKEMEER.groups_compared_with)
    assert compared_with(other, text).endswith(said)
    for routes, path in ((phone.routes, "/m"), (projector.routes, "/scherm"), (short_page.routes, "/kort")):
        with ThreadPoolExecutor(1) as thread:  # a browser test may have left an event loop in this one
            plain, chosen = (
                thread.submit(asyncio.run, answer(routes, f"{path}/lutkemeer?lang={language}{link}", ()))
                .result()
                .body.decode()
                for link in ("", "&b=business_park")
            )
        assert said not in plain
        assert said in chosen, path
    for depth in ("summary", "council", "full"):
        settings = Settings(language, date(2026, 11, 30), ("youth",), reference="business_park", depth=depth)
        content = Content(LUTKEMEER, settings)
        assert said in printed(document(content)), depth
    assert said in printed(council_proposal(content))
