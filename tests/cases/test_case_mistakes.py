"""One small damage per mistake: the message names the file and the line, what was found and what to do."""

import pytest

from cases.reading.loader import CaseError, load_case
from tests.cases.damages import DAMAGES
from tests.cases.extra_damages import EXTRA_DAMAGES
from tests.cases.harbour import copy_to, line_of, replace
from tests.cases.who_damages import WHO_DAMAGES

ALL = DAMAGES + WHO_DAMAGES + EXTRA_DAMAGES


@pytest.mark.parametrize("damage", ALL, ids=lambda damage: damage.name)
def test_a_mistake_is_named_with_its_place_in_both_languages(damage, tmp_path):
    case = copy_to(tmp_path)
    replace(case, damage.file, damage.old, damage.new)
    line = line_of(case, damage.file, damage.line.strip("\n")) if isinstance(damage.line, str) else damage.line

    with pytest.raises(CaseError) as caught:
        load_case(case)

    at_the_place = [found for found in caught.value.problems if (found.file, found.line) == (damage.file, line)]
    assert len(at_the_place) == 1, str(caught.value)
    assert not damage.alone or len(caught.value.problems) == 1, str(caught.value)
    for word in damage.en:
        assert word in at_the_place[0].text.get("en")
    for word in damage.nl:
        assert word in at_the_place[0].text.get("nl")


@pytest.mark.parametrize("damage", ALL, ids=lambda damage: damage.name)
def test_a_message_holds_no_words_of_the_machine(damage, tmp_path):
    case = copy_to(tmp_path)
    replace(case, damage.file, damage.old, damage.new)
    with pytest.raises(CaseError) as caught:
        load_case(case)
    for language in ("en", "nl"):
        text = caught.value.message(language)
        assert "None" not in text
        text = text.lower()
        for word in ("pydantic", "traceback", "input should", "validation", "dict", "tuple", "exception"):
            assert word not in text


def test_the_error_reads_like_a_list_for_a_planner(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "tram,travel_time", "tarm,travel_time")
    with pytest.raises(CaseError) as caught:
        load_case(case)
    assert str(caught.value) == (
        "Case 'harbour_link' cannot be opened.\n"
        "- performances.csv, line 4: 'tarm' is not an alternative of this case; did you mean 'tram'?"
    )
    assert caught.value.message("nl") == (
        "Zaak 'harbour_link' kan niet worden geopend.\n"
        "- performances.csv, regel 4: 'tarm' is geen alternatief van deze zaak; bedoelt u 'tram'?"
    )


def test_all_mistakes_are_named_at_once(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "worst: 30, best: 10", "worst: n/a, best: 10")
    replace(case, "performances.csv", "tram,co2,10,8,14.5,kt/yr", "tram,co2,10,8,14.5,t/yr")
    replace(case, "performances.csv", "as_now,green,15", "as_now,green,about 15")
    with pytest.raises(CaseError) as caught:
        load_case(case)
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [
        ("case.yaml", line_of(case, "case.yaml", "worst: n/a")),
        ("performances.csv", 10),
        ("performances.csv", 11),
    ]


def test_an_unreadable_case_file_does_not_hide_mistakes_in_the_tables(tmp_path):
    case = copy_to(tmp_path)
    (case / "case.yaml").write_bytes(b"\x00\xff\xfe garbage")
    replace(case, "performances.csv", "tram,co2,10,8,", "tram,co2,10,11,")
    with pytest.raises(CaseError) as caught:
        load_case(case)
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [
        ("case.yaml", 1),
        ("performances.csv", 10),
    ]


def test_a_thousand_mistakes_are_counted_not_listed(tmp_path):
    case = copy_to(tmp_path)
    with (case / "performances.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"alien{number},co2,1,,,kt/yr,S1,A,,\n" for number in range(1000))
    with pytest.raises(CaseError) as caught:
        load_case(case)
    assert len(caught.value.problems) == 101
    assert "900 more problems" in caught.value.problems[-1].text.get("en")
