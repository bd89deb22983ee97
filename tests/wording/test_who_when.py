"""Now, later and elsewhere, gaps, the line of requirements and built-in choices in words, in both languages."""

import pytest

from cases import SHIPPED
from files.fields import Text
from tests.cases.harbour import GOOD
from tests.cases.loaded import FOUR_PLANS, loaded
from tests.weighing.strict import with_failing
from texts import LANGUAGES, words
from weighing.comparison import compare
from weighing.dimensions import by_rule, parts
from weighing.gaps import KINDS
from weighing.shares_of_weightings import winning_values
from weighing.weighing import OWN, Weighing, from_profile
from weighing.what_if import changed
from wording.choice_words import choice_rows
from wording.dimension_words import part_sentence, part_weight, split_sentence
from wording.flip_words import nearest_flip
from wording.gap_words import gap_parts
from wording.requirement_line import requirement_line
from wording.sentences import deciding, unsure_names
from wording.sureness import effects_to_improve, winning_sentence
from wording.verdict_words import verdict_text

CASE = loaded(FOUR_PLANS)
HARBOUR = loaded(GOOD)
DUTCH, ENGLISH = words("nl"), words("en")
NEARBY = from_profile(CASE.profile("residents_nearby"))
FOOD = with_failing(CASE, {"food_park"})
NOBODY = with_failing(CASE, [item.id for item in CASE.alternatives])


def test_each_part_says_who_comes_first_or_why_that_is_open():
    now, later, elsewhere = (part_sentence(part, ENGLISH) for part in parts(by_rule(HARBOUR, "themes")))
    assert now.startswith("<b>Tram</b> comes first here (58), then <b>Ring road</b> (46).")
    assert later.startswith("<b>Tram</b> comes first here (90), then <b>Ring road</b> (0 to 50).")
    assert elsewhere == "No criterion in the sum is about this yet. That is a gap, not a zero."


def test_a_first_that_is_too_seldom_first_is_called_open():
    here = parts(compare(CASE, from_profile(CASE.profile("view_security"))))[0]
    assert not here.decided
    assert part_sentence(here, DUTCH).startswith("We weten niet wat hier eerst komt: <b>")


def test_a_first_that_is_hardly_ahead_is_called_almost_equal_and_not_unknown():
    # the business park leads the decision of 2025 elsewhere by less than half a point, and that in 95 of 100 draws
    case = loaded(SHIPPED / "lutkemeer")
    points = {"public_money": 25.0, "business_space": 100.0, "food_soil": 50.0, "nature_water": 75.0}
    elsewhere = parts(compare(case, Weighing(OWN, points | {"surroundings": 100.0, "community": 75.0})))[2]
    assert part_sentence(elsewhere, ENGLISH).startswith(
        "These come out almost equal here: <b>Business park</b> and <b>Decision of 2025</b> ("
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_that_depends_on_what_is_not_known_names_who_can_be_first_there(language):
    text, weighing = words(language), Weighing(OWN, {"work": 50.0}, unsure=frozenset({"nature_water"}))
    now, _, elsewhere = parts(compare(CASE, weighing))
    assert part_sentence(now, text) == text.html(
        "dimension.unsure",
        themes=unsure_names(now.inside, text)[0],
        alternatives=text.bold([text.of(CASE.alternative(key).label) for key in ("business_park", "food_park")]),
    )
    # at most all; with nature at 100 points, of which two of three criteria are now: (50 + 66.7) / 150
    assert part_weight(now, ENGLISH) == "Weighs 78% to 100% together (rounded). Holds 8 criteria:"
    assert part_weight(elsewhere, ENGLISH).startswith("Carries no weight now.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whether_one_alternative_is_first_everywhere_is_said(language):
    text = words(language)
    assert split_sentence(parts(by_rule(CASE, "dimensions")), text) == text.html("dimension.differ", count=2)
    both = parts(by_rule(HARBOUR, "themes"))
    assert split_sentence(both, text) == text.html("dimension.same", first="Tram", count=2)


def test_a_part_without_weight_says_so():
    found = parts(compare(CASE, from_profile(CASE.profile("only_public_money"))))
    assert part_weight(found[0], ENGLISH).startswith("Carries no weight now.")
    assert part_weight(found[1], ENGLISH) == "Weighs 100% together (rounded). Holds 6 criteria:"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gaps_name_what_they_are_about_and_what_they_could_change(language):
    text = words(language)
    found = gap_parts(by_rule(CASE, "themes"), text)
    assert tuple(part.kind for part in found) == KINDS
    rows = {part.kind: part.rows for part in found}
    (figures,) = (part.count for part in found if part.kind == "illustrative")
    assert figures == sum(cell.grade == "D" for cell in CASE.performances.values())
    assert all(part.count == len(part.rows) for part in found if part.kind != "illustrative")
    assert rows["illustrative"][0].could == text("gap.no_number")
    assert text("gap.about_requirement", name=CASE.requirements[0].label.get(language)) == rows["unknown"][0].name
    assert all(row.why or row.name for part in found for row in part.rows)
    assert rows["no_euro"][-1].could.startswith({"nl": "weegt ", "en": "weighs "}[language])


def test_the_line_of_requirements_names_who_fails_what_is_open_and_what_is_off():
    target = next(item for item in CASE.requirements if item.criterion is None)
    line = requirement_line(FOOD, (), DUTCH)
    assert f"<b>Voedselpark</b> voldoet niet aan <b>{target.label.nl}</b> en valt af." in line
    assert "van de 8 eisen" in line
    off = requirement_line(FOOD, (target.id,), DUTCH)
    assert "voldoet niet aan" not in off
    assert f"Let op: deze eisen staan uit: <b>{target.label.nl}</b>." in off
    assert requirement_line(changed(CASE, "none", requirements=()), (), DUTCH) == ""
    assert "no alternative is ruled out" in requirement_line(CASE, (), ENGLISH)


def test_the_reason_names_the_higher_total_that_fails():
    said = deciding(compare(FOOD, NEARBY), DUTCH)
    assert said.startswith("Van de alternatieven die niet afvallen, heeft <b>Combinatie</b> het hoogste totaal (55)")
    assert said.endswith("<b>Voedselpark</b> heeft een hogere totaalscore (66), maar valt af op een harde eis.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_all_fail_nothing_is_called_first(language):
    text, comparison = words(language), compare(NOBODY, NEARBY)
    assert deciding(comparison, text) == text.html("why.nobody")
    assert nearest_flip(comparison, text).sentence == ""
    assert verdict_text(comparison, text).main == text.html("why.nobody")
    assert verdict_text(comparison, text).word is None
    assert part_sentence(parts(comparison)[0], text) == text.html("why.nobody")


def test_the_only_one_left_is_called_that():
    alone = with_failing(CASE, {"reference", "food_park", "combination"})
    assert deciding(compare(alone, NEARBY), ENGLISH).startswith(
        "All other alternatives fail a hard requirement. What remains is <b>Business park</b> (38)."
    )


def test_no_effect_and_no_weighting_makes_up_for_a_failure():
    comparison = compare(FOOD, NEARBY)
    (line,) = effects_to_improve(comparison, 2, ENGLISH)
    assert line.startswith("Does not meet <b>")
    values = winning_values(FOOD, "main", ())
    assert winning_sentence(FOOD, values[2], ENGLISH) == ENGLISH.html("sure.values_failing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_is_one_line_with_its_effect(language):
    text = words(language)
    rows = {row.choice: row for row in choice_rows(by_rule(CASE, "themes"), text)}
    assert rows["compensation"].moves
    assert "C B A R" in rows["compensation"].effect
    assert "75" in rows["value"].other
    assert not rows["equity"].moves
    assert rows["equity"].effect == text.html("choice_reason.signs_only")


def test_words_of_a_case_are_escaped():
    evil = Text(nl="<script>alert(1)</script>", en="<script>alert(1)</script>")
    label = CASE.alternatives[2].model_copy(update={"label": evil})
    alternatives = (*CASE.alternatives[:2], label, CASE.alternatives[3])
    requirements = tuple(item.model_copy(update={"label": evil}) for item in FOOD.requirements)
    case = changed(FOOD, "evil", alternatives=alternatives, requirements=requirements)
    comparison = compare(case, NEARBY)
    for said in (
        requirement_line(case, (), DUTCH),
        deciding(comparison, DUTCH),
        part_sentence(parts(compare(case, NEARBY, [requirements[0].id]))[1], DUTCH),
    ):
        assert "<script>" not in said
        assert "&lt;script&gt;" in said


def test_a_proposal_is_called_one_in_the_line():
    target = next(item for item in CASE.requirements if item.status == "proposal" and item.criterion is None)
    answers = {key: item.model_copy(update={"answer": "no"}) for key, item in target.answers.items()}
    requirement = target.model_copy(update={"answers": answers})
    case = changed(CASE, "proposal", requirements=(requirement,))
    assert f"<b>{target.label.nl} (voorstel)</b>" in requirement_line(case, (), DUTCH)
    assert f"<b>{target.label.en} (proposal)</b>" in requirement_line(case, (target.id,), ENGLISH)
