"""`python -m reports`: files out, useful exit codes, messages on the right stream, and a re-run that checks itself."""

import json
import shlex
import shutil
from datetime import date

import pytest

from cases import SHIPPED
from cases.reading.case_folder import read_files
from cases.reading.loader import load_case
from cases.workbook.case_zip import write_bundle as write_zip
from cli.case_commands import main as cases
from cli.report_commands import main
from files.problems import Problems
from reports.bundle.report_bundle import read_bundle
from reports.content import Content, Settings
from reports.document import command
from reports.making.formats import has_charts
from reports.making.request import FORMATS, request
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.test_lutkemeer import CASE
from texts.message import message

DAY = ["--day", "2026-11-21"]
QUICK = ["--format", "json,xlsx", "--depth", "summary", *DAY]


def test_the_files_of_a_shipped_case_by_its_id(tmp_path, capsys):
    assert main(["lutkemeer", "--profiles", "youth,farmers", "--out", str(tmp_path / "new"), *QUICK]) == 0
    names = [f"lutkemeer-{CASE.version}-nl.{ending}" for ending in ("xlsx", "json")]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(names)
    out, err = capsys.readouterr()
    assert out.split() == [str(tmp_path / "new" / name) for name in names]
    assert err == ""


def test_the_same_command_gives_the_same_bytes(tmp_path):
    for folder in ("a", "b"):
        assert main(["lutkemeer", "--profiles", "youth", "--out", str(tmp_path / folder), *QUICK]) == 0
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_a_report_made_again_from_its_json_is_the_same_and_says_so(tmp_path, capsys):
    main(["lutkemeer", "--profiles", "youth", "--lang", "en", "--euros", "--out", str(tmp_path), *QUICK])
    (first,) = tmp_path.glob("*.json")
    kept = first.read_bytes()
    capsys.readouterr()
    assert main([str(first), "--lang", "en", "--format", "json", "--out", str(tmp_path / "again")]) == 0
    assert (tmp_path / "again" / first.name).read_bytes() == kept
    assert "all numbers equal those of the report by Waardenweger" in capsys.readouterr().err


def test_a_number_that_came_out_otherwise_ends_with_its_name_and_another_exit_code(tmp_path, capsys):
    main(["lutkemeer", "--profiles", "youth", "--out", str(tmp_path), *QUICK])
    (first,) = tmp_path.glob("*.json")
    found = json.loads(first.read_text(encoding="utf-8"))
    found["numbers"]["seeds"] = {key: value + 1 for key, value in found["numbers"]["seeds"].items()}
    first.write_text(json.dumps(found), encoding="utf-8")
    capsys.readouterr()
    assert main([str(first), "--format", "json", "--out", str(tmp_path / "again"), "--json"]) == 1
    out, err = capsys.readouterr()
    assert "getallen zijn anders dan in het rapport van Waardenweger" in err
    assert json.loads(out)["differences"][0]["name"].startswith("seeds.")


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_case_of_ones_own_as_a_folder_or_a_file(kind, tmp_path, capsys):
    place = GOOD
    if kind == "zip":
        place = tmp_path / "harbour.zip"
        place.write_bytes(write_zip(read_files(GOOD, Problems())))
    profile = read_profile()
    assert main([str(place), "--profiles", profile, "--out", str(tmp_path / "out"), *QUICK]) == 0, capsys.readouterr()


def read_profile() -> str:
    return load_case(GOOD).profiles[0].id


def test_weightings_of_people_come_from_a_table(tmp_path):
    themes = [theme.id for theme in CASE.themes]
    rows = ["group," + ",".join(themes), *(["noord," + ",".join(["100", *["50"] * (len(themes) - 1)])] * 8)]
    table = tmp_path / "people.csv"
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert main(["lutkemeer", "--weightings", str(table), "--out", str(tmp_path / "out"), *QUICK]) == 0
    (file,) = (tmp_path / "out").glob("*.json")
    found = json.loads(file.read_text(encoding="utf-8"))
    assert len(found["settings"]["people"]) == 8
    assert found["numbers"]["room"] is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "--profiles", "youth"], "there is no case, folder or file 'nowhere'"),
        (["lutkemeer"], "give at least one weighting"),
        (["lutkemeer", "--profiles", "nobody"], "this case has no profile 'nobody'; choose from equal_themes"),
        (["lutkemeer", "--profiles", "youth", "--format", "odt"], "there is no format 'odt'; choose from docx, pdf"),
        (["lutkemeer", "--profiles", "youth", "--day", "21-11-2026"], "'21-11-2026' is no date"),
        (["lutkemeer", "--profiles", "youth", "--requirements-off", "speed"], "no hard requirement 'speed'"),
        (["practice_garden", "--profiles", "families", "--euros"], "has no valuation.yaml"),
        (["lutkemeer", "--profiles", "youth", "--weightings", "absent.csv"], "'absent.csv' cannot be read"),
    ],
)
def test_wrong_use_is_told_on_stderr_and_ends_with_2(arguments, said, tmp_path, capsys):
    assert main([*arguments, "--lang", "en", "--out", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_case_names_every_problem_and_writes_nothing(tmp_path, capsys):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "at_most, value: 38", "at_mots, value: x")
    assert main([str(case), "--profiles", "x", "--lang", "nl", "--out", str(tmp_path / "out"), "--json"]) == 1
    out, err = capsys.readouterr()
    assert "case.yaml" in err
    found = json.loads(out)
    assert found["ok"] is False
    assert [one["text"]["nl"] for one in found["problems"]]
    assert all(one["text"]["nl"] in err and one["line"] for one in found["problems"])
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_case_and_a_template_that_is_no_document(tmp_path, capsys):
    (tmp_path / "case.json").write_text("{}", encoding="utf-8")
    assert main([str(tmp_path / "case.json"), "--lang", "en"]) == 1
    assert "no report of this program" in capsys.readouterr().err
    (tmp_path / "house.docx").write_bytes(b"no document")
    arguments = ["lutkemeer", "--profiles", "youth", "--lang", "en", "--depth", "summary", "--format"]
    for name in FORMATS:  # also where the template is not used: whoever gives one wants it used
        assert main([*arguments, name, "--template", str(tmp_path / "house.docx"), "--out", str(tmp_path / "o")]) == 1
        assert capsys.readouterr().err.strip()
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(("language", "head"), [("nl", "gebruik: "), ("en", "usage: ")])
def test_the_help_names_every_format_in_both_languages(language, head, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help", "--lang", language])
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    assert ", ".join(FORMATS) in said
    assert said.startswith(head)
    assert message("command_help.report_day").get(language) in said


def test_nothing_is_overwritten(tmp_path, capsys):
    arguments = ["lutkemeer", "--profiles", "youth", "--out", str(tmp_path), *QUICK]
    assert main(arguments) == 0
    (there,) = tmp_path.glob("*.xlsx")
    there.write_bytes(b"mine")
    (tmp_path / f"lutkemeer-{CASE.version}-nl.json").unlink()
    assert main([*arguments, "--json"]) == 2
    out, err = capsys.readouterr()
    assert "bestaat al" in err
    assert json.loads(out.splitlines()[-1])["problems"][0]["text"]["en"].startswith(f"'{there}' already exists")
    assert [path.name for path in tmp_path.iterdir()] == [there.name]  # not half a report either
    assert there.read_bytes() == b"mine"


def test_a_report_without_charts_makes_no_empty_zip(tmp_path, capsys):
    content = Content(CASE, Settings("nl", date(2026, 11, 21), ("youth",), depth="summary"))
    asked = request(CASE.id, read_files(SHIPPED / "lutkemeer", Problems()), content.settings)
    arguments = ["lutkemeer", "--profiles", "youth", "--depth", "summary", *DAY]
    if has_charts(asked):  # a summary with a chart is fine; then the zip holds it
        assert main([*arguments, "--format", "charts", "--out", str(tmp_path / "a")]) == 0
        return
    assert main([*arguments, "--format", "charts", "--out", str(tmp_path / "a")]) == 2
    assert "geen grafieken" in capsys.readouterr().err
    assert main([*arguments, "--format", "charts,json", "--out", str(tmp_path / "b")]) == 0
    assert [path.suffix for path in (tmp_path / "b").iterdir()] == [".json"]


def test_a_workbook_has_the_version_that_the_check_says(tmp_path, capsys):
    """Pictures and the outline beside a workbook count for every command."""
    folder = tmp_path / "lutkemeer"
    shutil.copytree(SHIPPED / "lutkemeer", folder)
    assert cases(["export", str(folder), str(folder / "lutkemeer.xlsx")]) == 0
    capsys.readouterr()
    assert cases(["check", str(folder / "lutkemeer.xlsx"), "--json"]) == 0
    version = json.loads(capsys.readouterr().out)["case"]["version"]
    arguments = [str(folder / "lutkemeer.xlsx"), "--profiles", "youth", "--out", str(tmp_path / "out"), *QUICK]
    assert main([*arguments, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)["made"]
    assert all(f"-{version}-" in path for path in made)


def test_the_command_that_a_report_of_an_own_case_prints_makes_it_again(tmp_path, capsys, monkeypatch):
    profile = read_profile()
    assert main([str(GOOD), "--profiles", profile, "--out", str(tmp_path), *QUICK]) == 0
    (first,) = tmp_path.glob("*.json")
    kept = first.read_bytes()
    content = read_bundle(kept).content
    words = shlex.split(command(content))
    assert words[:4] == ["python", "-m", "reports", first.name]
    monkeypatch.chdir(tmp_path)
    assert main([*words[3:], "--format", "json", "--out", "again"]) == 0
    assert (tmp_path / "again" / first.name).read_bytes() == kept


def test_the_readme_of_the_command_is_the_one_that_the_report_prints():
    """The line under "how to make this report again" is understood by this command."""
    from cli.report_commands import _parser

    content = Content(load_case(SHIPPED / "lutkemeer"), Settings("en", date(2026, 11, 21), ("youth", "farmers")))
    words = command(content).split()
    assert words[:3] == ["python", "-m", "reports"]
    asked = _parser("en").parse_args(words[3:])
    assert (asked.case, asked.profiles, asked.lang, asked.day) == ("lutkemeer", "youth,farmers", "en", "2026-11-21")


def test_what_people_write_in_a_proposal_goes_along_by_the_name_of_its_field_in_either_language(tmp_path, capsys):
    asked = ["lutkemeer", "--profiles", "youth", "--out", str(tmp_path), "--format", "json", "--depth", "summary", *DAY]
    assert main([*asked, "--field", "Kenmerk=Z-1", "--field", "preference=b = c"]) == 0
    (made,) = tmp_path.glob("*.json")
    fields = read_bundle(made.read_bytes()).content.settings.fields
    assert fields == (("reference", "Z-1"), ("choice", "b = c"))
    capsys.readouterr()
    for wrong in ("winnaar=B", "kenmerk"):
        assert main([*asked, "--field", wrong]) == 2
        assert "kenmerk, " in capsys.readouterr().err
