"""What other programs may count on in `python -m benchmarks`. Nothing is timed here."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from urllib.request import urlopen

import numpy as np
import pytest

from benchmarks import __main__ as command
from benchmarks import running
from benchmarks.against import UnknownCommitError, in_turn
from benchmarks.capacity import Crowd, capacity
from benchmarks.figures import NOISY, Figure, NotMeasuredError, Reference
from benchmarks.plain_loop import plain_loop
from benchmarks.results import machine, save
from benchmarks.robustness import _beside_plain_loop
from benchmarks.start import _bare_page
from mcda.robustness import acceptability
from mcda.score_doubt import ScoreRanges
from mcda.weightings import AllWeightings

TINY = """
import json, sys
figures = {figures!r}
if sys.argv[1] not in {names!r}:
    sys.exit(2)
shape = lambda value: {{"value": value, "unit": "ms", "goal": None, "ratio": None, "note": ""}}
print(json.dumps({{"name": sys.argv[1], "figures": {{key: shape(value) for key, value in figures.items()}}}}))
"""


@pytest.fixture
def tiny(monkeypatch):
    """One benchmark of two figures, on a quiet machine."""
    figures = {"a_ms": Figure(5, "ms", 10, Reference("an empty app", 10), "median of 5"), "b_kb": Figure(3, "kB")}
    made = type(sys)("tiny")
    made.measure = lambda: figures
    monkeypatch.setitem(sys.modules, "tiny", made)
    monkeypatch.setattr(running, "noisy", lambda: False)
    monkeypatch.setattr(running, "MODULES", {"tiny": "tiny"})
    monkeypatch.setattr(command, "MODULES", {"tiny": "tiny"})
    return figures


def test_json_has_exactly_the_promised_shape(tiny, capsys):
    command.main(["tiny", "--json"])
    assert json.loads(capsys.readouterr().out) == {
        "name": "tiny",
        "figures": {
            "a_ms": {
                "value": 5,
                "unit": "ms",
                "goal": 10,
                "ratio": 2.0,
                "note": "reference: an empty app, 10 ms; median of 5",
            },
            "b_kb": {"value": 3, "unit": "kB", "goal": None, "ratio": None, "note": ""},
        },
    }


def test_text_has_one_line_per_figure_with_name_value_unit_goal_and_reference(tiny, capsys):
    command.main(["all"])
    assert capsys.readouterr().out.splitlines() == [
        "tiny.a_ms: 5 ms, goal 10, an empty app 10 ms, ratio 2.00, median of 5",
        "tiny.b_kb: 3 kB",
    ]


def test_ratio_says_how_many_times_better():
    # 5 ms beside 10 ms: twice as fast; 15 beside 10: 10 / 15; 30 sessions beside 10: three times the capacity
    assert Figure(5, "ms", reference=Reference("it", 10)).ratio == 2
    assert Figure(15, "ms", reference=Reference("it", 10)).ratio == pytest.approx(2 / 3)
    assert Figure(30, "sessions", reference=Reference("it", 10)).ratio == 3
    assert Figure(0, "ms", reference=Reference("it", 10)).ratio is None


def test_a_noisy_machine_is_named_in_every_figure(tiny, monkeypatch):
    monkeypatch.setattr(running, "noisy", lambda: True)
    assert all(NOISY in figure.note for figure in running.measured("tiny").values())


def test_what_cannot_be_measured_here_is_said_and_is_no_failure(tiny, monkeypatch, capsys):
    def refuse():
        raise NotMeasuredError("no Chromium found on this machine")

    monkeypatch.setattr(sys.modules["tiny"], "measure", refuse)
    command.main(["tiny", "--json"])
    told = capsys.readouterr()
    assert json.loads(told.out) == {"name": "tiny", "figures": {}}
    assert "tiny: not measured, no Chromium" in told.err


def test_every_benchmark_can_be_asked_for_its_figures():
    for module in running.MODULES.values():
        assert callable(import_module(module).measure)


def test_save_writes_one_file_per_benchmark_commit_and_machine(tiny, tmp_path):
    first, again = save("tiny", tiny, tmp_path), save("tiny", tiny, tmp_path)
    assert first == again
    assert [path.name for path in tmp_path.iterdir()] == [first.name]
    kept = json.loads(first.read_text())
    assert first.name == f"tiny--{kept['commit']}--{machine()}.json"
    assert kept["figures"]["a_ms"]["ratio"] == 2
    assert first.stat().st_size < 2000


@pytest.fixture
def two_commits(tmp_path):
    """A project whose one benchmark went from 10 ms to 5 ms, and got a second figure."""
    folder = tmp_path / "project"
    (folder / "benchmarks").mkdir(parents=True)

    def git(*words):
        person = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        subprocess.run(["git", *person, *words], cwd=folder, check=True, capture_output=True)

    def write(figures, names):
        (folder / "benchmarks" / "__main__.py").write_text(TINY.format(figures=figures, names=names))
        git("add", "-A")
        git("commit", "-q", "-m", "tiny")

    git("init", "-q")
    write({"a_ms": 10}, ["tiny"])
    write({"a_ms": 5, "b_ms": 1}, ["tiny", "newer"])
    return folder


def test_against_gives_the_ratio_to_another_commit(two_commits):
    figures = in_turn("tiny", "HEAD~1", two_commits, rounds=2)
    assert figures["a_ms"].value == 5
    assert figures["a_ms"].reference is not None
    assert figures["a_ms"].reference.value == 10
    assert figures["a_ms"].ratio == 2


def test_against_names_a_figure_that_the_other_commit_lacks(two_commits):
    figure = in_turn("tiny", "HEAD~1", two_commits, rounds=1)["b_ms"]
    assert figure.ratio is None
    assert "does not have this figure" in figure.note


def test_against_names_a_benchmark_that_the_other_commit_lacks(two_commits, capsys):
    figures = in_turn("newer", "HEAD~1", two_commits, rounds=1)
    assert figures["a_ms"].value == 5
    assert all("does not have a benchmark 'newer'" in figure.note for figure in figures.values())
    assert "newer at" in capsys.readouterr().err


def test_against_leaves_nothing_behind(two_commits):
    in_turn("tiny", "HEAD~1", two_commits, rounds=1)
    listed = subprocess.run(["git", "worktree", "list"], cwd=two_commits, capture_output=True, text=True, check=True)
    assert len(listed.stdout.splitlines()) == 1


def test_against_refuses_what_is_no_commit(two_commits):
    with pytest.raises(UnknownCommitError, match="no commit 'nothing'"):
        in_turn("tiny", "nothing", two_commits)


def test_a_wrong_commit_is_told_like_any_wrong_argument(tiny, monkeypatch, capsys):
    with pytest.raises(SystemExit):
        command.main(["tiny", "--against", "no-such-commit"])
    assert "there is no commit 'no-such-commit'" in capsys.readouterr().err


def test_the_bare_page_of_the_start_benchmark_is_as_large_as_asked():
    with _bare_page(5000) as address, urlopen(address) as answer:
        page = answer.read()
    assert abs(len(page) - 5000) < 2
    assert b"performance.mark('ready')" in page


def test_the_folder_of_results_says_what_it_holds():
    assert (Path(command.__file__).parent / "results" / "README.md").read_text().strip()


def test_a_capacity_lies_between_the_crowd_that_held_and_the_one_that_did_not():
    # p95 of 100 ms at 10 and 400 ms at 20; 200 ms is half way on a scale of ratios: 10 times the root of 2
    crowds = [Crowd(10, moves=[100.0, 100.0]), Crowd(20, moves=[400.0, 400.0])]
    assert capacity(crowds, 200) == pytest.approx(14.142, abs=0.001)
    assert capacity(crowds, 50) == 0
    assert capacity(crowds, 500) == 20


def test_the_plain_loop_counts_the_same_shares():
    loop = plain_loop()
    if loop is None:
        pytest.skip("no compiler here")
    three = np.sort(np.random.default_rng(5).uniform(0, 100, (3, 3, 4)), axis=0)
    ranges, samples = ScoreRanges(*three), 2**16
    found = acceptability(ranges, AllWeightings(4), samples=samples).rank_shares
    assert loop(ranges, samples) == pytest.approx(found, abs=0.01)


def test_without_a_compiler_there_is_no_figure_beside_the_plain_loop(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert plain_loop() is None
    assert _beside_plain_loop(1.0, ScoreRanges([[0.0]], [[1.0]], [[2.0]])) == {}
