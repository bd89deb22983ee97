"""The note on fairness: the page Eerlijk leads to it, it has every shipped case, and its counts are those of today."""

import re
from pathlib import Path

import ui
from cases import SHIPPED
from tests.cases.loaded import loaded
from web.fairness_note import routes
from weighing.comparison import compare
from weighing.soundness.favours import favours
from weighing.weighing import from_profile

LUTKEMEER = loaded(SHIPPED / "lutkemeer")


def note(ask):
    answer = ask(routes, "/fairness", [])
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    return answer.body.decode()


def now(text, row):
    (cells,) = re.findall(rf"^\| {re.escape(row)}.*\| (.*?) \|$", text, re.M)
    return cells


def test_the_page_leads_to_it_and_it_names_every_case(ask):
    text = note(ask)
    heads = " ".join(re.findall(r"^## (.*)$", text, re.M)).lower()
    assert not [path.parent.name for path in SHIPPED.glob("*/case.yaml") if path.parent.name.split("_")[0] not in heads]
    page = (Path(ui.__file__).parent / "templates" / "audit.html").read_text(encoding="utf-8")
    assert f'href=".{routes[0].path}"' in page


def test_its_counts_are_those_of_today(ask):
    text = note(ask)
    firsts, parties = ({item.id: 0 for item in LUTKEMEER.alternatives} for _ in range(2))
    for profile in LUTKEMEER.profiles:
        first = LUTKEMEER.alternatives[compare(LUTKEMEER, from_profile(profile)).first].id
        firsts[first] += 1
        parties[first] += profile.kind == "party"
    assert now(text, "highest total in the examples") == ", ".join(map(str, firsts.values()))
    assert now(text, "the same among parties") == ", ".join(map(str, parties.values()))
    counts = favours(LUTKEMEER)
    assert now(text, "leads on criteria") == ", ".join(str(item.criteria) for item in counts.values())
    assert now(text, "leads on themes") == ", ".join(str(item.themes) for item in counts.values())
    reasons = [f"{len(item.reasons_for)}+{len(item.reasons_against)}" for item in LUTKEMEER.alternatives]
    assert now(text, "reasons for, reasons against") == ", ".join(reasons)
