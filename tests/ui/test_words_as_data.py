"""Words of a case or a visitor are shown sign by sign: Streamlit reads labels as Markdown, colours and formulas."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.message import Message

from cases.reading.case_folder import unchecked_beside
from cases.reading.loader import load_case
from cases.workbook.drafting import check_draft, sheets_of
from reports.making import pool
from tests.cases.harbour import GOOD
from tests.source_code import nodes_of
from tests.ui.test_screens import open_screen
from ui import navigation
from ui.frame import shared_cases
from ui.shared.page_html import plain
from weighing.links import to_link
from weighing.weighing import from_profile

ROOT = Path(__file__).parents[2]
SIGN = ":red[x]"
READ_AS_THEY_STAND = {
    ("Selectbox", "options"), ("MultiSelect", "options"), ("MultiSelect", "default"), ("VegaLiteChart", "alt"),
    ("Html", "body"),
}  # fmt: skip
"""Fields in which Streamlit reads no Markdown; what goes into HTML is escaped in its own way."""
READS_MARKDOWN = {
    *("button", "caption", "checkbox", "download_button", "expander", "form_submit_button", "markdown"),
    *("number_input", "page_link", "pills", "radio", "segmented_control", "slider", "tabs", "text_area", "text_input"),
    *("toggle",),
}
BOXES = {"error", "info", "success", "warning"}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (":red[x] $a$", r"\:red\[x\] \$a\$"),
        ("![i](http://a)", r"!\[i\](http\://a)"),
        ("**b** _c_ a_b `d` <e> ~f~", r"\*\*b\*\* \_c\_ a_b \`d\` \<e\> \~f\~"),
        ("regel 3: 1.5 - 2 (a)", "regel 3: 1.5 - 2 (a)"),
    ],
)
def test_each_sign_with_a_meaning_of_its_own_is_shown_as_it_stands(words, shown):
    assert plain(words) == shown


@pytest.fixture
def marked(monkeypatch):
    """The harbour with a colour of Streamlit in every text of it."""
    draft = replace(sheets_of(load_case(GOOD), "nl"), files=unchecked_beside(GOOD))
    for key, found in draft.sheets.items():
        keys = key in ("case", "account", "valuation")
        places = {n for n, name in enumerate(found.headings) if name in ("nl", "en") or name.endswith(("_nl", "_en"))}
        rows = tuple(
            tuple(
                (cell[:16] if found.headings[n].startswith("short") else cell) + SIGN if n in places and cell else cell
                for n, cell in enumerate(row)
            )
            for row in found.rows
        )
        draft = draft.with_sheet(key, rows)
        assert places or not keys
    case = check_draft(draft, "nl", "harbour_link").case
    assert case is not None
    monkeypatch.setattr(shared_cases, "shipped", lambda: {case.id: case})
    monkeypatch.setattr(pool, "warm_up", lambda: None)
    return case


def fields(node: Any) -> Iterator[tuple[str, str, str]]:
    """Every text that a page hands to the browser, with the element and the field that hold it."""
    for child in getattr(node, "children", {}).values():
        proto = getattr(child, "proto", None)
        if isinstance(proto, Message):
            for field, value in proto.ListFields():
                for item in [value] if isinstance(value, str | bytes | int | float | Message) else list(value):
                    if isinstance(item, str):
                        yield proto.DESCRIPTOR.name, field.name, item
        yield from fields(child)


def test_no_label_of_a_screen_reads_the_words_of_a_case_as_markdown(marked):
    link = to_link(marked, from_profile(marked.profiles[0]))
    found = []
    for screen in navigation.SCREENS:
        for given in ({}, {**link, "plain": "1"}):
            app = open_screen(screen.name, "nl", case=marked.id, **given)
            assert not app.exception, screen.name
            found += [(screen.name, *field) for field in fields(app._tree)]
    assert any(kind == "Slider" and "red" in text for _, kind, _, text in found)
    raw = [item for item in found if SIGN in item[3] and item[1:3] not in READ_AS_THEY_STAND]
    assert not raw


def holds_words(node: ast.AST) -> bool:
    """Whether a label holds words of a case, which come by ``text.of``, and not by way of ``plain``."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "plain":
        return False
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "of":
        return True
    return any(holds_words(child) for child in ast.iter_child_nodes(node))


def test_a_label_with_words_of_a_case_says_that_they_are_plain_and_boxes_are_said_in_one_way():
    wrong = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in nodes_of(path):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("st.")):
                continue
            name, place = ast.unparse(node.func)[3:], f"{path.relative_to(ROOT)}:{node.lineno}"
            if name in BOXES:
                wrong.append(f"{place}: use say() of page_html")
            labels = [*node.args[:1], *(word.value for word in node.keywords if word.arg in ("help", "label"))]
            if name in READS_MARKDOWN and any(map(holds_words, labels)):
                wrong.append(f"{place}: {re.sub(chr(10), ' ', ast.unparse(node))[:80]}")
    assert not wrong, "\n".join(wrong)
