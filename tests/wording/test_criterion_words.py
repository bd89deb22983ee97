"""How a criterion is judged, and what overlaps with what: the same words on the screen and in the report."""

from cases.definition.criterion import Overlap
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import words
from wording.criterion_words import range_sentences, topic_name, yardstick_text
from wording.overlap_rows import overlap_rows

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
    (found,) = overlap_rows(
        with_overlaps((2, 0, "Zelfde bron."), (0, 2, "Zelfde mensen."), (0, 2, "Zelfde bron.")), DUTCH
    )
    labels = [CASE.criteria[place].label.nl for place in (0, 2)]
    assert found.names == " en ".join(labels)
    assert found.why == ("Zelfde mensen.", "Zelfde bron.")


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
