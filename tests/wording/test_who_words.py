"""Groups, requirements, conflicts, functions and stories in words: against the numbers, in both languages."""

import re
from types import MappingProxyType

import pytest

from cases.definition.group_claims import GroupImpact
from cases.reading.loader import load_case
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE as LUTKEMEER
from texts import LANGUAGES, words
from weighing.comparison import compare
from weighing.group_matrix import matrix
from weighing.weighing import Weighing, from_profile
from weighing.what_if import changed
from wording.conflict_words import conflict_rows, function_rows, function_sentence
from wording.requirement_line import requirement_line
from wording.requirement_words import failing_sentence, open_sentence, requirement_rows
from wording.sentences import deciding
from wording.story_rows import story_rows
from wording.who_words import (
    compared_with,
    equity_text,
    group_rows,
    impact_sign,
    impact_words,
    ledger_text,
    vulnerable_sentences,
)

HARBOUR = loaded(GOOD)
DUTCH, ENGLISH = words("nl"), words("en")
MONEY = Weighing("own", MappingProxyType({"moving": 0.0, "living": 0.0, "money": 100.0}))


def everything(case, text) -> str:
    """All words of these reports for one case, without tags."""
    said = [compared_with(case, text)]
    said += [str(cell.sentence) for row in group_rows(case, text) for cell in row.cells]
    said += [row.vulnerable + row.time_place for row in group_rows(case, text)]
    for alternative in case.alternatives:
        ledger = ledger_text(case, alternative.id, text)
        said += [ledger.pays, ledger.collects, ledger.bears, ledger.unknown]
        said += vulnerable_sentences(case, alternative.id, text)
        said += [row.word + " " + row.sentence for row in conflict_rows(case, alternative.id, text)]
        said.append(function_sentence(case, alternative.id, text))
    found = equity_text(case, 2, text)
    said += [found.formula, found.change]
    for row in requirement_rows(case, text):
        said += [row.label, row.ground, row.status, row.set_by, row.why, *(item.sentence for item in row.results)]
    for row in function_rows(case, text):
        said += [row.label, *row.answers]
    said += [f"{row.role}: {row.text} {row.kind} {row.alternative}" for row in story_rows(case, text)]
    return re.sub(r"<[^>]+>", "", " ".join(map(str, said)))


@pytest.mark.parametrize(
    ("line", "sign", "dutch", "english"),
    [
        (2, "0", "geen verschil", "no difference"),
        (3, "++", "groot voordeel", "large gain"),
        (4, "\N{MINUS SIGN}", "klein nadeel", "small loss"),
        (5, "+", "voordeel", "gain"),
        (7, "\N{MINUS SIGN}" * 2, "groot nadeel", "large loss"),
        (8, "\N{MINUS SIGN}", "nadeel: 240,5 million EUR", "loss: 240.5 million EUR"),
        (9, "?", "niet bekend", "not known"),
        (10, "+", "voordeel, hoe groot is niet bekend", "gain, how large is not known"),
    ],
)
def test_each_claim_has_a_sign_and_words(line, sign, dutch, english):
    (claim,) = [item for item in HARBOUR.group_impacts if item.line == line]
    assert impact_sign(claim) == sign
    assert impact_words(HARBOUR, claim, DUTCH) == dutch
    assert impact_words(HARBOUR, claim, ENGLISH) == english


def test_a_figure_in_the_unit_of_its_criterion_has_that_unit_in_words():
    claim = next(item for item in LUTKEMEER.group_impacts if item.value == 7.5)
    assert impact_words(LUTKEMEER, claim, DUTCH) == "nadeel: 7,5 miljoen euro"


def test_a_cell_shows_a_gain_and_a_loss_beside_each_other():
    row = group_rows(HARBOUR, ENGLISH)[0]
    assert (row.label, row.time_place) == ("Dockers", "Here and now")
    assert row.vulnerable == "Vulnerable. Their pay is low."
    cell = row.cells[1]
    assert (cell.alternative, cell.code, cell.signs) == ("Ring road", "A", "++ \N{MINUS SIGN}")
    assert cell.sentence.striptags() == (
        "Large gain: They get to work faster. Small loss: More fumes, at their homes too."
    )
    assert (cell.claims[1].criterion, cell.claims[1].grade, cell.claims[1].sources) == ("CO2 emissions", "D", ("S2",))
    assert group_rows(HARBOUR, ENGLISH)[2].cells[0].claims[0].grade == ""


def test_a_dot_shows_every_sign_and_vulnerable_groups_stand_on_top():
    rows = group_rows(HARBOUR, ENGLISH)
    by_group = {row.id: [(cell.dot, cell.signs) for cell in row.cells] for row in rows}
    assert by_group["dockers"] == [("none", "0"), ("both", "++ \N{MINUS SIGN}"), ("gain", "+")]
    assert by_group["valley"][0] == ("unknown", "?")
    assert group_rows(LUTKEMEER, ENGLISH)[0].cells[1].signs == "+ \N{MINUS SIGN}"  # the loss is told first
    osdorp = group_rows(LUTKEMEER, ENGLISH)[0].cells[2]  # a gain, and something that nobody knows
    assert osdorp.dot == "gain"
    assert "?" in osdorp.signs.split()
    turned = changed(HARBOUR, "turned", groups=tuple(reversed(HARBOUR.groups)))
    assert [row.id for row in group_rows(turned, ENGLISH)] == ["dockers", "valley", "region"]


def test_who_pays_and_who_gains_is_said_by_name():
    found = ledger_text(HARBOUR, "tram", ENGLISH)
    assert found.pays.striptags() == "Pays or loses money: The regional budget."
    assert found.collects.striptags() == "Gains: Dockers."
    assert found.bears.striptags() == "Loses in another way: The valley beyond the hills."
    assert found.unknown == "Something is known of every group in this list."
    assert ledger_text(HARBOUR, "as_now", DUTCH).pays == "Betaalt of loopt geld mis: geen groep in deze lijst."


def test_vulnerable_losers_are_named_with_what_they_lose():
    said = [item.striptags() for item in vulnerable_sentences(HARBOUR, "ring_road", ENGLISH)]
    assert said == ["With Ring road a vulnerable group loses: Dockers. More fumes, at their homes too."]
    said = [item.striptags() for item in vulnerable_sentences(HARBOUR, "tram", ENGLISH)]
    assert said[0].startswith("With Tram no loss was found for a vulnerable group. Not everything is known yet")
    assert said[1].endswith("whether they are vulnerable: The valley beyond the hills.")


def test_the_switch_always_brings_its_formula_and_what_it_changes():
    found = equity_text(HARBOUR, 4, ENGLISH)
    assert "small 1, medium 2, large 3" in found.formula
    assert "counts 4 times" in found.formula.striptags()
    assert "Another list of groups gives another count." in found.formula
    assert [(row.without, row.with_weight, row.place_without, row.place_with) for row in found.rows] == [
        ("0", "0", 2, 3), ("\N{MINUS SIGN}1", "+5", 3, 2), ("+1", "+7", 1, 1),
    ]  # fmt: skip
    assert [row.left_out for row in found.rows] == [1, 1, 1]
    assert found.change.striptags().endswith("the place changes of As now and Ring road.")
    assert "blijft de volgorde" in equity_text(HARBOUR, 1, DUTCH).change


def test_results_say_the_number_and_the_limit_or_the_reason():
    rows = {row.id: row for row in requirement_rows(HARBOUR, ENGLISH)}
    said = [item.sentence for item in rows["carbon_cap"].results]
    assert said == [
        "Met: 20 kilotonnes a year, with a margin of 18.5 to 21.3. The limit is at most 28 kilotonnes a year.",
        "Uncertain: 30 kilotonnes a year, with a margin of 26 to 35. The limit is at most 28 kilotonnes a year.",
        "Met: 10 kilotonnes a year, with a margin of 8 to 14.5. The limit is at most 28 kilotonnes a year.",
    ]
    said = [item.sentence for item in rows["green_floor"].results]
    assert said[0] == "Met: 15 per cent of the street. The limit is at least 10 per cent of the street."
    assert said[1] == "Not known: Nobody has counted"
    assert [item.word for item in rows["quick_enough"].results] == ["Not met", "Met", "Met"]
    assert rows["heard"].results[1].sentence == "Not known: There is no record."


def test_a_proposal_is_marked_as_one():
    rows = requirement_rows(HARBOUR, DUTCH)
    assert [row.proposal for row in rows] == [True, False, False, False]
    assert rows[0].status == "voorstel, geldt nog niet"
    assert (rows[0].ground, rows[3].ground) == ("bovengrens", "recht van mensen")


def test_the_sentence_tells_who_is_passed_over_and_who_comes_first_instead():
    comparison = compare(HARBOUR, MONEY)
    said = failing_sentence(comparison, 0, ENGLISH).striptags()
    assert said.startswith("Does not meet Trip of at most 38 minutes and is therefore ruled out.")
    said = deciding(comparison, ENGLISH).striptags()
    assert said.startswith("Of the alternatives that are not ruled out, Tram has the highest total (40)")
    assert "As now has a higher total score (100), but is ruled out by a hard requirement" in said


def test_a_requirement_that_is_switched_off_is_named():
    off = requirement_line(HARBOUR, ("quick_enough", "carbon_cap"), DUTCH).striptags()
    assert "Let op: deze eisen staan uit: Hoogstens 28 kiloton CO2 (voorstel) en Reis van hoogstens 38 minuten." in off


def test_where_requirements_change_nothing_there_is_no_sentence():
    comparison = compare(LUTKEMEER, from_profile(LUTKEMEER.profiles[0]))
    assert not any(failing_sentence(comparison, row, DUTCH) for row in range(len(LUTKEMEER.alternatives)))


def test_what_is_open_about_the_first_is_said():
    points = MappingProxyType({"moving": 100.0, "living": 0.0, "money": 0.0})
    within = MappingProxyType({"travel_time": 100.0, "reliability": 0.0})
    said = open_sentence(compare(HARBOUR, Weighing("own", points, within)), ENGLISH).striptags()
    assert said == (
        "We do not know yet whether Ring road meets At most 28 kilotonnes of CO2 (proposal), At least 10% green and "
        "Neighbours were heard."
    )
    assert open_sentence(compare(HARBOUR, MONEY), ENGLISH) == ""


def test_if_all_fail_the_sentence_says_that_none_comes_first(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "at_most, value: 38", "at_most, value: 20")
    comparison = compare(load_case(case), MONEY)
    assert deciding(comparison, ENGLISH).striptags().startswith("All alternatives fail a hard requirement.")
    assert open_sentence(comparison, ENGLISH) == ""


def test_a_conflict_names_the_better_theme_first():
    said = [row.sentence.striptags() for row in conflict_rows(HARBOUR, "tram", ENGLISH)]
    assert said[0] == "With Tram, moving and living both get better than with As now."
    assert said[1] == "With Tram, moving gets better and money gets worse than with As now."
    assert conflict_rows(HARBOUR, "as_now", ENGLISH) == ()
    (row,) = [
        item
        for item in conflict_rows(LUTKEMEER, "combination", DUTCH)
        if (item.first, item.second) == ("Verkeer, rust en landschap", "Ontmoeten en leren")
    ]
    assert row.word == "botsen"
    assert "wordt ontmoeten en leren beter en verkeer, rust en landschap slechter" in row.sentence.striptags()


def test_two_themes_of_the_same_name_are_still_two():
    label = HARBOUR.themes[0].label
    themes = tuple(theme.model_copy(update={"label": label}) for theme in HARBOUR.themes)
    rows = conflict_rows(changed(HARBOUR, "same names", themes=themes), "tram", ENGLISH)
    assert [row.relation for row in rows] == [row.relation for row in conflict_rows(HARBOUR, "tram", ENGLISH)]
    assert {(row.first, row.second) for row in rows} == {(label.en, label.en)}


def test_what_is_mixed_unchanged_or_unknown_is_named_as_the_cause():
    said = {(row.first, row.second): row.sentence.striptags() for row in conflict_rows(LUTKEMEER, "food_park", ENGLISH)}
    assert "Inside food and soil it goes two ways" in said["Work and income", "Food and soil"]
    assert "Little changes in room for firms" in said["Work and income", "Room for firms"]
    unknown = conflict_rows(HARBOUR, "ring_road", ENGLISH)[0].sentence.striptags()
    assert "An effect of living is not known" in unknown


def test_functions_are_counted_with_the_warning_that_the_list_decides():
    said = function_sentence(HARBOUR, "ring_road", ENGLISH)
    assert said.startswith("Ring road serves 1 of the 2 functions fully and 0 in part. Of 1 it is not known.")
    assert function_sentence(HARBOUR, "tram", DUTCH).startswith("Tram heeft 2 van de 2 functies helemaal")
    assert "het hangt af van de lijst" in function_sentence(HARBOUR, "tram", DUTCH)
    assert function_rows(HARBOUR, ENGLISH)[1].answers == ("partly: A few trees.", "not known", "yes")


def test_stories_say_who_speaks_and_whether_they_were_made_up():
    rows = story_rows(HARBOUR, ENGLISH)
    assert [(row.role, row.kind, row.illustrative) for row in rows] == [
        ("Docker", "own words", False),
        ("Resident", "summed up from a source", False),
        ("Shopkeeper", "made-up example", True),
    ]
    assert [row.alternative for row in rows] == ["Tram", "all alternatives", "Ring road"]
    assert [row.role for row in story_rows(HARBOUR, DUTCH, "cost")] == ["Winkelier"]
    assert story_rows(HARBOUR, DUTCH, "travel_time", "ring_road") == ()


@pytest.mark.parametrize("case", [HARBOUR, LUTKEMEER], ids=lambda case: case.id)
def test_no_language_leaks_into_the_other(case):
    english, dutch = everything(case, ENGLISH), everything(case, DUTCH)
    assert not re.search(r"\b(een|niet|wordt|voor|zijn|groep|voordeel|nadeel)\b", english)
    assert not re.search(r"\b(the|not|with|gets|loss|gain|known|group)\b", dutch)
    assert "{" not in english + dutch


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_from_a_case_is_data_and_never_a_tag(language, tmp_path):
    evil = "<script>alert(1)</script>"
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "label: {nl: Havenarbeiders, en: Dockers}", f"label: {{nl: {evil}, en: {evil}}}")
    replace(case, "case.yaml", "why: {nl: Er is geen verslag., en: There is no record.}",
            f"why: {{nl: {evil}, en: {evil}}}")  # fmt: skip
    replace(case, "case.yaml", "nl: Reis van hoogstens 38 minuten, en: Trip of at most 38 minutes",
            f"nl: {evil}, en: {evil}")  # fmt: skip
    replace(case, "impacts_by_group.csv", "Zij zijn sneller op hun werk,They get to work faster", f"{evil},{evil}")
    replace(case, "impacts_by_group.csv", '"Meer uitlaatgas, ook bij hun huis","More fumes, at their homes too"',
            f"{evil},{evil}")  # fmt: skip
    loaded, text = load_case(case), words(language)
    said = [cell.sentence for row in group_rows(loaded, text) for cell in row.cells]
    said += [ledger_text(loaded, "tram", text).collects, *vulnerable_sentences(loaded, "ring_road", text)]
    said += [item.sentence for row in requirement_rows(loaded, text) for item in row.results]
    said.append(failing_sentence(compare(loaded, MONEY), 0, text))
    assert sum("&lt;script&gt;" in item for item in said) >= 5
    assert not [item for item in said if "<script>" in item]


def test_every_claim_of_the_case_is_in_its_cell():
    listed: list[GroupImpact] = [impact for cell in matrix(LUTKEMEER).values() for impact in cell.impacts]
    assert sorted(item.line for item in listed) == [item.line for item in LUTKEMEER.group_impacts]
