"""Files that are damaged, hostile or enormous end in a clear message, never in a crash or a long wait."""

import copy
from functools import cache

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import files.yaml_lines
from cases.reading.loader import CaseError, load_case
from files.problems import FileProblems
from files.yaml_lines import read_yaml
from tests.budget import examples
from tests.cases.harbour import GOOD, copy_to
from weighing.arrays import arrays
from weighing.soundness import findings

FILES = [
    "case.yaml", "performances.csv", "sources.csv", "profiles.yaml", "expected.csv", "valuation.yaml", "account.yaml",
]  # fmt: skip


def the_problem(case, file):
    with pytest.raises(CaseError) as caught:
        load_case(case)
    return next(problem for problem in caught.value.problems if problem.file == file)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("content", [b"", b"\n \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_called_empty(file, content, tmp_path):
    case = copy_to(tmp_path)
    (case / file).write_bytes(content)
    problem = the_problem(case, file)
    assert problem.line == 1
    assert "the file is empty" in problem.text.get("en")
    assert "is leeg" in problem.text.get("nl")


@pytest.mark.parametrize("content", [",", ";;;\r\n;;;\r\n", '""'])
def test_a_table_of_empty_cells_is_called_empty(content, tmp_path):
    case = copy_to(tmp_path)
    (case / "performances.csv").write_text(content)
    assert "the file is empty" in the_problem(case, "performances.csv").text.get("en")


def test_a_case_file_of_comments_only_is_called_empty(tmp_path):
    case = copy_to(tmp_path)
    (case / "case.yaml").write_text("# nothing yet\n")
    assert "the file is empty" in the_problem(case, "case.yaml").text.get("en")


@pytest.mark.parametrize("file", FILES)
def test_text_that_is_not_utf8_is_named_with_its_line(file, tmp_path):
    case = copy_to(tmp_path)
    lines = (case / file).read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"\n", "é\n".encode("cp1252"))
    (case / file).write_bytes(b"".join(lines))
    problem = the_problem(case, file)
    assert problem.line == 3
    assert "not UTF-8" in problem.text.get("en")
    assert "geen UTF-8" in problem.text.get("nl")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("file", ["case.yaml", "performances.csv"])
def test_wider_encodings_are_refused_with_the_way_out(encoding, file, tmp_path):
    case = copy_to(tmp_path)
    (case / file).write_text((GOOD / file).read_text(encoding="utf-8"), encoding=encoding)
    assert "UTF-8" in the_problem(case, file).text.get("en")


@pytest.mark.parametrize(("file", "megabytes"), [("case.yaml", 1), ("performances.csv", 5)])
def test_a_huge_file_is_refused_without_reading_it_all(file, megabytes, tmp_path):
    case = copy_to(tmp_path)
    with (case / file).open("ab") as written:
        written.truncate(3_000_000_000)  # a hole: takes no room on disk, but would fill the memory
    problem = the_problem(case, file)
    assert problem.line is None
    assert f"larger than {megabytes} MB" in problem.text.get("en")
    assert f"groter dan {megabytes} MB" in problem.text.get("nl")


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path):
    case = copy_to(tmp_path)
    (case / "sources.csv").unlink()
    (case / "sources.csv").mkdir()
    assert "not an ordinary file" in the_problem(case, "sources.csv").text.get("en")


def test_a_device_in_the_place_of_a_file_is_refused(tmp_path):
    case = copy_to(tmp_path)
    (case / "sources.csv").unlink()
    (case / "sources.csv").symlink_to("/dev/zero")
    assert "not an ordinary file" in the_problem(case, "sources.csv").text.get("en")


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 100_000, "- " * 100_000, "a:\n" + " - b\n" * 10 + "? [x]\n"])
def test_deep_or_twisted_yaml_is_refused(text, tmp_path):
    case = copy_to(tmp_path)
    (case / "case.yaml").write_text(text)
    assert the_problem(case, "case.yaml").line is not None


def test_yaml_that_unfolds_into_billions_is_refused(tmp_path):
    case = copy_to(tmp_path)
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]" for number in range(1, 10)]
    (case / "case.yaml").write_text("\n".join(lines))
    assert "copy mark" in the_problem(case, "case.yaml").text.get("en")


@pytest.mark.parametrize("content", ["just words", "[a, list]", "12", "~"])
def test_a_case_file_that_is_no_set_of_keys_is_refused(content, tmp_path):
    case = copy_to(tmp_path)
    (case / "case.yaml").write_text(content)
    assert "must consist of keys" in the_problem(case, "case.yaml").text.get("en")


def test_the_slow_yaml_reader_understands_the_same(monkeypatch):
    text = (GOOD / "case.yaml").read_text(encoding="utf-8")
    quick = read_yaml(text, FileProblems("case.yaml"))
    monkeypatch.setattr(files.yaml_lines, "_Loader", files.yaml_lines.yaml.SafeLoader)
    assert read_yaml(text, FileProblems("case.yaml")) == quick


def opens_or_ends_in_problems(case):
    """Either a case with which one can calculate, or problems that can be told in both languages."""
    try:
        loaded = load_case(case)
    except CaseError as error:
        return bool(error.problems) and len(error.message("nl").splitlines()) == len(error.message("en").splitlines())
    return arrays(loaded, "main").scores.shape == arrays(loaded, "second").scores.shape and bool(findings(loaded))


@examples(10, 1200)
@given(file=st.sampled_from(FILES), content=st.binary(max_size=400))
def test_any_bytes_end_in_a_list_of_problems(file, content, tmp_path_factory):
    case = copy_to(tmp_path_factory.mktemp("any"))
    (case / file).write_bytes(content)
    with pytest.raises(CaseError):
        load_case(case)
    assert opens_or_ends_in_problems(case)


PIECES = [b"", b"[]", b"{}", b"~", b"-1e9", b"1e14", b"''", b"\n", b": ", b"100", b"a", b'"', b";", b"&", b"*a"]
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
VALUES = [None, "", "x", [], {}, [[]], [None], {"nl": 1}, -1, 0, 100, 1e14, True, "a b"]


@examples(20, 3000)
@given(file=st.sampled_from(FILES), data=st.data())
def test_a_random_scratch_never_ends_in_a_crash(file, data, tmp_path_factory):
    case = copy_to(tmp_path_factory.mktemp("scratch"))
    good = (case / file).read_bytes()
    start = data.draw(st.integers(0, len(good)))
    end = start + data.draw(st.integers(0, 30))
    (case / file).write_bytes(good[:start] + data.draw(st.sampled_from(PIECES)) + good[end:])
    assert opens_or_ends_in_problems(case)


@cache
def document_of(file: str) -> dict:
    return yaml.safe_load((GOOD / file).read_text(encoding="utf-8"))


@examples(20, 3000)
@given(file=st.sampled_from(["case.yaml", "profiles.yaml", "account.yaml"]), data=st.data())
def test_another_value_in_any_place_never_ends_in_a_crash(file, data, tmp_path_factory):
    case = copy_to(tmp_path_factory.mktemp("value"))
    document = place = copy.deepcopy(document_of(file))
    while True:
        key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.integers(0, 9)) == 0:
            break
        place = place[key]
    place[key] = data.draw(st.sampled_from(VALUES))
    (case / file).write_text(yaml.dump(document, Dumper=Dumper, allow_unicode=True), encoding="utf-8")
    assert opens_or_ends_in_problems(case)
