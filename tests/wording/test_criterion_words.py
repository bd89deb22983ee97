"""How a criterion is judged, and what overlaps with what: the same words on the screen and in the report."""

from cases import SHIPPED
from cases.definition.criterion import Overlap
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import words
from wording.criterion_words import range_sentences, topic_name, yardstick_text
from wording.overlap_rows import overlap_groups

CASE = loaded(GOOD)
DUTCH, ENGLISH = words("nl"), words("en")


def with_overlaps(*pairs: tuple[int, int, str]):
    """The case in which criterion `a` says that it overlaps with criterion `b`, and why."""
    criteria = [item.model_copy(update={"overlaps": ()}) for item in CASE.criteria]
    for at, other, why in pairs:
        said = Overlap.model_validate({"with": (criteria[other].id,), "why": {"nl": why, "en": why}})
        criteria[at] = criteria[at].model_copy(update={"overlaps": (*criteria[at].overlaps, said)})
    return CASE.model_copy(update={"criteria": tuple(criteria), "version": f"overlaps {pairs}"})


def test_a_pair_that_both_name_stands_once_in_the_order_of_the_case_with_what_both_say():
    ((found,),) = [
        group.rows
        for group in overlap_groups(
            with_overlaps((2, 0, "Zelfde bron."), (0, 2, "Zelfde mensen."), (0, 2, "Zelfde bron.")), DUTCH
        )
    ]
    labels = [CASE.criteria[place].short.nl for place in (0, 2)]
    assert found.names == " met ".join(labels)
    assert found.why == ("Zelfde mensen.", "Zelfde bron.")


def test_what_a_criterion_says_of_several_stands_once_and_every_pair_is_under_its_rule():
    for case in (CASE, loaded(SHIPPED / "lutkemeer")):
        groups = overlap_groups(case, DUTCH)
        rows = [row for group in groups for row in group.rows]
        whys = [why for row in rows for why in row.why]
        for criterion in case.criteria:
            for overlap in criterion.overlaps:
                one_rule = len({criterion.in_sum and case.criterion(key).in_sum for key in overlap.criteria}) == 1
                assert whys.count(overlap.why.nl) >= 1
                for key in overlap.criteria:
                    other = case.criterion(key)
                    rule = "effects.counts_in_theme" if criterion.in_sum and other.in_sum else "effects.counts_once"
                    (group,) = [group for group in groups if group.rule == DUTCH(rule)]
                    told = [row for row in group.rows if overlap.why.nl in row.why]
                    assert any({criterion.short.nl, other.short.nl} <= names_in(row.names, case) for row in told)
                    assert not one_rule or len([row for row in rows if overlap.why.nl in row.why]) <= count_of(
                        case, overlap.why.nl
                    )


def names_in(said: str, case) -> set[str]:
    return {item.short.nl for item in case.criteria if item.short.nl in said}


def count_of(case, why: str) -> int:
    """How many criteria say it."""
    return sum(overlap.why.nl == why for criterion in case.criteria for overlap in criterion.overlaps)


def test_a_yardstick_for_classes_is_in_points_of_score_and_one_point_is_a_point():
    criterion = next(item for item in CASE.criteria if item.classes)
    yardstick = criterion.yardstick.model_copy(update={"some": 1, "much": 25})
    found = criterion.model_copy(update={"yardstick": yardstick})
    assert yardstick_text(found, ENGLISH) == DIFFERENCE


DIFFERENCE = "Difference of 1 point of score or more: + or -. Difference of 25 points of score or more: ++ or --."


def test_a_second_range_has_a_sentence_of_its_own():
    for criterion in CASE.criteria:
        assert len(range_sentences(criterion, DUTCH)) == (2 if criterion.second_range else 1)


def test_a_criterion_about_no_topic_says_so():
    assert topic_name(None, ENGLISH) == "the case names none"
