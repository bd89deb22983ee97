"""Who is missing: small counts are hidden, and cannot be worked out from how many took part."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.group.attendance import all_attendance, attendance

AGES = {"young": 0.2, "middle": 0.5, "old": 0.3}


def answers(**counts):
    return [None if answer == "none" else answer for answer, count in counts.items() for _ in range(count)]


def test_counts_beside_the_neighbourhood():
    found = attendance("age", answers(young=0, middle=10, old=30, none=10), AGES, 7)
    assert [(item.answer, item.count, item.share, item.share_outside) for item in found.answers] == [
        ("young", 0, 0.0, 0.2),
        ("middle", 10, 0.25, 0.5),
        ("old", 30, 0.75, 0.3),
    ]
    assert (found.people, found.no_answer, found.withheld) == (50, 10, None)


def test_a_small_count_takes_the_smallest_other_along():
    found = attendance("age", answers(young=3, middle=10, old=30, none=0), AGES, 7)
    assert [item.count for item in found.answers] == [None, None, 30]
    found = attendance("age", answers(young=3, middle=10, old=30, none=8), AGES, 7)
    assert ([item.count for item in found.answers], found.no_answer) == ([None, 10, 30], None)
    assert found.answers[2].share is None  # of how many would tell how many gave no answer


def test_nothing_is_shown_of_a_few():
    assert attendance("age", answers(young=3, middle=3), AGES, 7).withheld == "few_people"
    assert attendance("age", answers(old=6), AGES, 7).answers == ()


def test_questions_stand_apart():
    found = all_attendance({"age": answers(old=9), "way": ["letter"] * 9}, {"age": AGES, "way": {"letter": None}}, 7)
    assert [item.question for item in found] == ["age", "way"]
    with pytest.raises(ValueError, match="at most 3"):
        all_attendance({}, dict.fromkeys("abcd", AGES), 7)
    with pytest.raises(ValueError, match="no answer 'x'"):
        attendance("age", ["x"] * 9, AGES, 7)


@given(st.tuples(*[st.integers(0, 15)] * 5))
def test_what_is_hidden_is_many_people_or_nobody(counts):
    names = ["a", "b", "c", "d"]
    given_answers = [name for name, count in zip([*names, None], counts, strict=True) for _ in range(count)]
    found = attendance("q", given_answers, dict.fromkeys(names), 7)
    true = Counter(given_answers)
    shown = {item.answer: item.count for item in found.answers} | {None: found.no_answer}
    if found.withheld:
        return
    hidden = [name for name, count in shown.items() if count is None]
    assert all(shown[name] == true[name] and not 0 < true[name] < 7 for name in shown if name not in hidden)
    if hidden:
        # as many people as the smallest group at least, divided over at least two answers
        assert sum(true[name] for name in hidden) >= 7
        assert len(hidden) >= 2
