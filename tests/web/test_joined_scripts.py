"""Modules joined to one script: the same names and one instance of each module, and no form that would change."""

import shutil
import subprocess

import pytest

from web.joined_scripts import ModuleFormError, joined

PLACE = "let count = 0;\nexport const more = () => ++count;\nexport async function later() {\n  return count;\n}\n"
MIDDLE = 'import { more } from "../below/count.js";\n\nexport function twice() {\n  more();\n  return more();\n}\n'
FIRST = """import { later as asLast, more } from "./below/count.js";
import {
  twice,
} from "./beside/middle.js";

more();
twice();
console.log(name_of());
function name_of() {
  asLast().then((count) => console.log(count));
  return "exported: more";
}
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in {"below/count": PLACE, "beside/middle": MIDDLE, "first": FIRST}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.js").write_text(text)
    return tmp_path


def test_a_joined_script_does_what_its_modules_do(folder):
    if shutil.which("node") is None:
        pytest.skip("no node found on this machine")
    (folder / "joined.mjs").write_text(joined(folder, "first"))
    (folder / "package.json").write_text('{"type": "module"}')
    said = [
        subprocess.run(["node", name], cwd=folder, capture_output=True, text=True, check=True).stdout
        for name in ("first.js", "joined.mjs")
    ]
    assert said[0] == said[1] == "exported: more\n3\n"  # one count for all: 1 by itself, 2 by the module between


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('import { less } from "./below/count.js";\n', "does not export less"),
        ('import count from "./below/count.js";\n', "import count"),
        ('import * as count from "./below/count.js";\n', r"import \*"),
        ('import "./below/count.js";\n', 'import "'),
        ('const later = () => import("./below/count.js");\n', r'import\("'),
        ("export default 1;\n", "export default"),
        ("export let changing = 1;\n", "export let"),
        ("const here = import.meta.url;\n", "import."),
        ('const end = "</script>";\n', "</script"),
        ('import { round } from "./round.js";\n', "imports itself"),
    ],
)
def test_what_would_change_when_it_is_joined_is_refused(folder, text, found):
    (folder / "round.js").write_text('import { first } from "./first.js";\nexport const round = 1;\n')
    (folder / "first.js").write_text(text)
    with pytest.raises(ModuleFormError, match=found):
        joined(folder, "first")


def test_comments_with_lines_to_themselves_stay_behind_and_nothing_else_does(folder):
    code = 'const address = "https://x"; // beside code\n', "const rest = 4 /* in code */ / 2;\n"
    said = f"{code[0]}/** Over\n * two lines. */\n  // alone\n{code[1]}"
    (folder / "first.js").write_text(said)
    kept = joined(folder, "first")
    assert "".join(code) in kept
    assert "Over" not in kept
    assert "alone" not in kept
