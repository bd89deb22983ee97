"""One small damage per mistake: the message names the file and the line, what was found and what to do."""

from collections.abc import Iterator

import pytest

from cases.reading.case_folder import read_files
from cases.reading.loader import CaseError, case_from_files, load_case
from files.problems import Problems
from tests.cases.cause_damages import CAUSE_DAMAGES
from tests.cases.damages import DAMAGES, Damage
from tests.cases.extra_damages import EXTRA_DAMAGES
from tests.cases.future_damages import FUTURE_DAMAGES
from tests.cases.harbour import GOOD, copy_to, line_of, replace
from tests.cases.land_damages import LAND_DAMAGES
from tests.cases.who_damages import WHO_DAMAGES

ALL = DAMAGES + WHO_DAMAGES + LAND_DAMAGES + FUTURE_DAMAGES + CAUSE_DAMAGES + EXTRA_DAMAGES


MACHINE = ("pydantic", "traceback", "input should", "validation", "dict", "tuple", "exception")


def faults(damage: Damage, good: dict[str, bytes]) -> Iterator[str]:
    """What is wrong with the messages about one damage."""
    before = good[damage.file].decode()
    assert before.count(damage.old) == 1, damage
    text = before.replace(damage.old, damage.new)
    line = damage.line
    if isinstance(line, str):
        (line,) = (number for number, said in enumerate(text.splitlines(), 1) if damage.line.strip("\n") in said)
    with pytest.raises(CaseError) as caught:
        case_from_files(good | {damage.file: text.encode()}, GOOD.name)
    problems = caught.value.problems
    at_the_place = [found for found in problems if (found.file, found.line) == (damage.file, line)]
    if len(at_the_place) != 1 or (damage.alone and len(problems) != 1):
        yield f"{len(at_the_place)} messages at {damage.file}, line {line}, of {len(problems)}: {caught.value}"
    for language, words in (("en", damage.en), ("nl", damage.nl)):
        said, all_said = at_the_place[0].text.get(language), caught.value.message(language)
        yield from (f"no '{word}' in: {said}" for word in words if word not in said)
        machine = [word for word in MACHINE if word in all_said.lower()] + ["None"] * ("None" in all_said)
        yield from (f"'{word}', a word of the machine, in: {all_said}" for word in machine)


def test_every_mistake_is_named_with_its_place_in_both_languages_and_in_no_words_of_the_machine():
    good = read_files(GOOD, Problems())
    wrong = [f"{damage.name}: {fault}" for damage in ALL for fault in faults(damage, good)]
    assert not wrong, "\n".join(wrong)


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
