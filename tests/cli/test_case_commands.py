"""``python -m cases``: what it prints where, and its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cases.reading.loader import load_case
from cli.case_commands import main
from tests.cases.areas import areas, feature, field
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.importing.messy import MCA, as_xlsx
from texts.message import message

ROOT = Path(__file__).parents[2]


@pytest.fixture
def broken(tmp_path):
    folder = copy_to(tmp_path)
    replace(folder, "performances.csv", "tram,co2,10", "tarm,co2,10")
    return folder


def test_a_sound_case_gives_0_and_one_line(capsys):
    assert main(["check", str(GOOD), "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert out == f"harbour_link is in order: 3 alternatives, 6 criteria, version {load_case(GOOD).version}\n"
    assert "good to know: " in err


def test_problems_give_1_and_stand_on_the_standard_error(broken, capsys):
    assert main(["check", str(broken)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "'harbour_link' is niet te gebruiken als zaak:\n"
        "- performances.csv, regel 10: 'tarm' is geen alternatief van deze zaak; bedoelt u 'tram'?\n"
    )


def test_json_tells_the_same_to_a_program(broken, capsys):
    assert main(["check", str(broken), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    (problem,) = found["problems"]
    assert (problem["file"], problem["line"]) == ("performances.csv", 10)
    assert main(["check", str(GOOD), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["case"]["id"] == "harbour_link"
    assert {finding["id"] for finding in found["findings"]} >= {"unknown", "grade_d"}


def test_a_total_that_is_out_of_date_is_told_with_its_line_and_stops_nothing(tmp_path, capsys):
    folder = copy_to(tmp_path)
    replace(folder, "expected.csv", "only_travel_time,ring_road,75", "only_travel_time,ring_road,70")
    assert main(["check", str(folder), "--lang", "en"]) == 0
    err = capsys.readouterr().err
    assert (
        "  - expected.csv, line 6: 'Ring road' with profile 'Only travel time' should get 70. Calculated is 75.0.\n"
        in err
    )
    assert "work the total out again separately" in err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_workbook_is_made_and_is_not_yet_a_case(language, tmp_path, capsys):
    file = tmp_path / "new.xlsx"
    assert main(["new", str(file), "--lang", language]) == 0
    assert main(["check", str(file), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out.splitlines()[-1])["problems"]
    assert {"sheet": {"nl": "zaak", "en": "case"}[language], "cell": "B4"}.items() <= problems[0].items()


def test_a_case_goes_to_a_workbook_and_back(tmp_path, capsys):
    file, folder = tmp_path / "harbour.xlsx", tmp_path / "deep" / "harbour_link"
    assert main(["export", str(GOOD), str(file)]) == 0
    assert main(["check", str(file)]) == 0
    assert main(["convert", str(file), str(folder)]) == 0
    assert load_case(folder).title == load_case(GOOD).title
    assert [path.name for path in folder.parent.iterdir()] == ["harbour_link"]  # nothing half-made is left
    assert "gemaakt: " in capsys.readouterr().out


def test_a_zip_keeps_the_version(tmp_path):
    assert main(["export", str(GOOD), str(tmp_path / "h.zip")]) == 0
    assert main(["convert", str(tmp_path / "h.zip"), str(tmp_path / "harbour_link")]) == 0
    assert load_case(tmp_path / "harbour_link").version == load_case(GOOD).version


def test_a_broken_case_is_not_exported_or_converted(broken, tmp_path, capsys):
    assert main(["export", str(broken), str(tmp_path / "b.xlsx")]) == 1
    assert not (tmp_path / "b.xlsx").exists()
    (tmp_path / "b.xlsx").write_bytes(b"MZ")
    assert main(["convert", str(tmp_path / "b.xlsx"), str(tmp_path / "new" / "harbour_link")]) == 1
    assert not (tmp_path / "new").exists()
    assert "geen werkmap" in capsys.readouterr().err


def test_wrong_use_gives_2_and_says_why_in_both_languages(tmp_path, capsys):
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"mine")
    (tmp_path / "harbour_link").mkdir()
    (tmp_path / "harbour_link" / "mine.txt").write_text("mine")
    main(["export", str(GOOD), str(tmp_path / "h.zip")])
    wrong = {
        ("check", str(tmp_path / "absent")): ("there is no file or folder", "er is geen bestand of map"),
        ("new", str(there)): ("already exists", "bestaat al"),
        ("new", "case.doc"): ("must end in .xlsx", "moet eindigen op .xlsx"),
        ("export", str(GOOD), str(tmp_path / "x.ods")): ("must end in .xlsx, .zip", "moet eindigen op .xlsx, .zip"),
        ("export", str(there), str(tmp_path / "x.xlsx")): ("not a folder of a case", "geen map van een zaak"),
        ("convert", str(tmp_path / "h.zip"), str(tmp_path / "other")): (
            "must be named 'harbour_link'",
            "moet 'harbour",
        ),
        ("convert", str(tmp_path / "h.zip"), str(tmp_path / "harbour_link")): ("already exists", "bestaat al"),
        ("new", str(tmp_path / "no" / "folder.xlsx")): ("cannot be read or written", "niet worden gelezen"),
    }
    for arguments, (en, nl) in wrong.items():
        for language, words in (("en", en), ("nl", nl)):
            capsys.readouterr()
            assert main([*arguments, "--lang", language]) == 2
            out, err = capsys.readouterr()
            assert (out, words in err) == ("", True), err
    assert there.read_bytes() == b"mine"
    assert [path.name for path in (tmp_path / "harbour_link").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(("language", "said"), [("nl", "verkeerd gebruik"), ("en", "wrong use")])
def test_an_unknown_command_gives_2(language, said, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["explode", "--lang", language])
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_help_is_in_the_language_that_is_asked_for(language, capsys):
    for arguments in ([], ["check"], ["own"], ["own", "list"]):
        with pytest.raises(SystemExit) as stopped:
            main([*arguments, "--help", f"--lang={language}"])
        assert stopped.value.code == 0
        said = capsys.readouterr().out
        assert said.startswith({"nl": "gebruik: ", "en": "usage: "}[language])
        assert message("command_help.help").get(language) in said


def test_every_command_answers_a_program_in_one_form(broken, tmp_path, capsys):
    (tmp_path / "there.xlsx").write_bytes(b"mine")
    asked = [
        ["check", str(GOOD)], ["check", str(broken)], ["check", str(tmp_path / "absent")],
        ["new", str(tmp_path / "new.xlsx")], ["new", str(tmp_path / "there.xlsx")],
        ["new", str(tmp_path / "no" / "folder.xlsx")], ["export", str(GOOD), str(tmp_path / "h.zip")],
        ["convert", str(tmp_path / "h.zip"), str(tmp_path / "x" / "harbour_link")], ["reference"], ["own", "list"],
        ["own", "new-key", "nobody"],
    ]  # fmt: skip
    for arguments in asked:
        capsys.readouterr()
        code = main([*arguments, "--json"])
        found = json.loads(capsys.readouterr().out)  # one object, and nothing else
        assert {"ok", "problems", "notes", "made"} <= set(found), arguments
        assert found["ok"] == (code == 0) == (not found["problems"]), arguments
        assert all(set(one["text"]) == {"nl", "en"} for one in found["problems"])


def test_it_runs_as_a_program_without_streamlit():
    code = (
        "import sys; sys.argv = ['cases', 'check', sys.argv[1]]; import runpy\n"
        "try: runpy.run_module('cases', run_name='__main__')\n"
        "except SystemExit as stopped: print(stopped.code, 'streamlit' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(GOOD)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 False"


def test_a_file_that_fits_in_no_workbook_is_named_when_it_stays_behind(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("cli.case_commands.FILES", ("case.yaml", "performances.csv", "sources.csv", "profiles.yaml"))
    assert main(["export", str(GOOD), str(tmp_path / "h.xlsx"), "--lang", "en"]) == 0
    assert "'stories.csv' does not fit in a workbook and stays behind" in capsys.readouterr().err
    assert main(["export", str(GOOD), str(tmp_path / "h.zip"), "--lang", "en"]) == 0
    assert "stays behind" not in capsys.readouterr().err


def test_a_messy_sheet_becomes_a_draft_with_a_list_of_what_to_do(tmp_path, capsys):
    sheet, out = tmp_path / "mca.xlsx", tmp_path / "stationsgebied"
    sheet.write_bytes(as_xlsx(MCA))
    assert main(["import", str(sheet), "--out", str(out), "--title", "Stationsgebied"]) == 0
    told = capsys.readouterr().err
    assert "1 cel: Niet van toepassing, dus niet bekend." in told
    assert "Noem de bron van" in told
    assert load_case(out).state == "draft"
    assert main(["import", str(sheet), "--out", str(out), "--title", "Stationsgebied"]) == 2
    (tmp_path / "leeg.csv").write_text("a;b\nc;d\n")
    assert main(["import", str(tmp_path / "leeg.csv"), "--out", str(tmp_path / "leeg")]) == 1
    assert not (tmp_path / "leeg").exists()


def test_a_map_becomes_a_file_with_areas_and_its_hectares_are_printed(tmp_path, capsys):
    case, plan = copy_to(tmp_path), tmp_path / "plan.geojson"
    plan.write_bytes(areas(feature("Tram", "Riet", field(0, 0, 100, 200))))
    assert main(["land", str(plan), "--case", str(case)]) == 0
    assert "tram, reeds: 2.00 hectare" in capsys.readouterr().out
    assert [(area.alternative, area.use) for area in load_case(case).areas] == [("tram", "reeds")]
    assert main(["land", str(plan), "--case", str(case)]) == 2  # nothing is written over
    assert "areas.geojson" in capsys.readouterr().err
    assert main(["land", str(plan), "--json", "--to", str(tmp_path / "b.geojson")]) == 0
    (found,) = json.loads(capsys.readouterr().out)["areas"]
    assert (found["alternative"], found["use"], round(found["hectares"], 2)) == ("Tram", "Riet", 2)


def test_a_map_that_the_case_does_not_know_is_not_guessed_at(tmp_path, capsys):
    case, plan = copy_to(tmp_path), tmp_path / "plan.geojson"
    for made, option, said in (
        (feature("Tram", "Riet", field(0, 0, 100, 200)), ["--use", "gebruik"], "--use"),
        (feature("Tram", "Reed", field(0, 0, 100, 200)), ["--use", "use"], "'Reed'"),
        (feature("Tram", "Reed", field(0, 0, 100, 200)), [], "--use"),
        (feature("Tram", "Riet", field(0, 0, 0, 0)), [], "plan.geojson: "),
    ):
        plan.write_bytes(areas(made))
        assert main(["land", str(plan), "--case", str(case), *option]) in (1, 2)
        assert said in capsys.readouterr().err
        assert not (case / "areas.geojson").exists()


def test_who_stops_reading_gets_no_trace():
    command = f"{sys.executable} -m cases reference | head -c 10"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
