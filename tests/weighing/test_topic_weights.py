"""What profiles give to the topics of the monitor: whole or not at all, and what of it a case cannot weigh."""

from typing import get_args

import pytest

from cases.definition.criterion import MonitorTopic
from cases.reading.loader import CaseError, load_case
from tests.cases.harbour import GOOD, copy_to
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE
from weighing.coverage import silent_share, silent_share_of

TOPICS = get_args(MonitorTopic)
PROFILE = loaded(GOOD).profiles[0].id


def lines(weights: dict[str, object]) -> list[str]:
    return ["profile,topic,weight", *(f"{PROFILE},{topic},{weights.get(topic, 0)}" for topic in TOPICS)]


def with_file(tmp_path, rows):
    case = copy_to(tmp_path)
    (case / "profile_topics.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return case


def test_the_share_outside_the_case_is_the_weight_on_topics_without_a_criterion(tmp_path):
    summed = {criterion.monitor_topic for criterion in load_case(GOOD).summed}
    inside = next(topic for topic in TOPICS if topic in summed)
    outside = [topic for topic in TOPICS if topic not in summed][:2]
    case = load_case(with_file(tmp_path, lines({inside: 55, outside[0]: 25, outside[1]: 20})))
    assert silent_share_of(case, PROFILE) == pytest.approx(0.45)
    assert silent_share_of(case, case.profiles[1].id) is None


def test_the_shipped_profiles_add_up_and_the_example_by_hand_agrees():
    # five of the fourteen topics have no criterion in the sum of this case; a third for each dimension by hand
    for profile in {owner for owner, _ in CASE.topic_weights}:
        given = [weight for (owner, _), weight in CASE.topic_weights.items() if owner == profile]
        assert len(given) == len(TOPICS)
        assert sum(given) == pytest.approx(100, abs=0.05)
    # without a criterion in the sum: 4 of the 8 topics of here and now, and 1 of the 2 of elsewhere. With a third for
    # each dimension that is 4/24 + 1/6 = 8/24
    assert silent_share(CASE) == pytest.approx(5 / 14)
    assert silent_share_of(CASE, "equal_dimensions") == pytest.approx(8 / 24, abs=1e-6)


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        (lines({TOPICS[0]: 99.9}), 15, "add up to 99.9. Together they must be 100"),
        (lines({TOPICS[0]: 100})[:-1], 14, f"has no weight for {TOPICS[-1]}"),
        ([*lines({TOPICS[0]: 100}), f"{PROFILE},{TOPICS[0]},100"], 16, "for the second time"),
        (lines({TOPICS[0]: 120, TOPICS[1]: -20}), 2, "weight 120 does not lie between 0 and 100"),
        (lines({TOPICS[0]: ""}), 2, "'weight' is empty"),
        (lines({TOPICS[0]: "much"}), 2, "much"),
        ([line.replace(TOPICS[0], "here_now.helth") for line in lines({TOPICS[1]: 100})], 2, "not one of the choices"),
        ([line.replace(f"{PROFILE},", "nobody,") for line in lines({TOPICS[0]: 100})], 2, "not a profile of this case"),
    ],
)
def test_a_mistake_is_named_with_its_line(rows, line, said, tmp_path):
    with pytest.raises(CaseError) as error:
        load_case(with_file(tmp_path, rows))
    found = [(problem.line, problem.text.get("en")) for problem in error.value.problems]
    assert any(at == line and said in text for at, text in found), found
    assert {problem.file for problem in error.value.problems} == {"profile_topics.csv"}
