"""No test reads a page at once: what a browser shows comes a moment later on a busy machine.

A look at a page stands inside a function of tests/e2e/waiting.py or `expect`, or in a function that gives what it
read, which is then called inside one of those. So a test cannot pass here and fail where everything is slower.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.source_code import text_of

FOLDER = Path(__file__).parent / "e2e"
LOOKS = {
    *("all", "all_inner_texts", "all_text_contents", "bounding_box", "content", "count", "evaluate", "evaluate_all"),
    *("get_attribute", "inner_html", "inner_text", "input_value", "is_checked", "is_disabled", "is_editable"),
    *("is_enabled", "is_hidden", "is_visible", "text_content", "title"),
}
WITH_ARGUMENTS = {"evaluate", "evaluate_all", "get_attribute"}
"""Others take none: `count("word")` is asked of a text."""
WAITING = {"lasting", "soon", "steady"}
HEARD = {"answer", "request", "response"}
"""What these hold does not change any more, their address neither."""


def looks_at_once(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute) and node.attr == "url":
        return not (isinstance(node.value, ast.Name) and node.value.id in HEARD)
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOOKS):
        return False
    return node.func.attr in WITH_ARGUMENTS or not (node.args or node.keywords)


def uncovered(node: ast.AST, looking: set[str]) -> Iterator[ast.AST]:
    """The looks below a node that nothing waits for; `looking` are the functions that give what they read."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Call) and _named(child.value) == "evaluate":
            yield from uncovered(child.value, looking)  # nobody reads what it gives: it does something
            continue
        if isinstance(child, ast.FunctionDef) or (isinstance(child, ast.Call) and _named(child) in WAITING):
            continue  # a function in a function is looked at by itself
        calls = isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in looking
        if calls or looks_at_once(child):
            yield child
        else:
            yield from uncovered(child, looking)


def _named(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def gives(function: ast.FunctionDef) -> bool:
    """Whether it hands on what it has read; a test and a fixture do not."""
    if function.name.startswith("test_") or any("fixture" in ast.unparse(item) for item in function.decorator_list):
        return False
    return any(isinstance(node, ast.Return) and node.value is not None for node in ast.walk(function))


def at_once(trees: dict[str, ast.AST]) -> list[str]:
    """Every look that nothing waits for, with its place."""
    helpers = [function for tree in trees.values() for function in functions(tree) if gives(function)]
    looking: set[str] = set()
    while more := {item.name for item in helpers if any(uncovered(item, looking))} - looking:
        looking |= more
    return [
        f"{name}:{look.lineno}: {ast.unparse(look)}"
        for name, tree in trees.items()
        for function in functions(tree)
        if function.name not in looking
        for look in uncovered(function, looking)
    ]


def test_no_test_in_a_browser_reads_at_once():
    trees = {path.name: ast.parse(text_of(path)) for path in sorted(FOLDER.glob("*.py")) if path.name != "waiting.py"}
    found = at_once(trees)
    assert not found, "\n".join(found)


def test_the_check_sees_each_way_to_read_at_once():
    def found(*lines: str) -> list[str]:
        return at_once({"a": ast.parse("\n".join(lines))})

    assert found("def test_a(page):", "    assert page.locator('b').count() == 1")
    assert found("def test_a(page):", "    before = page.locator('b').inner_text()")
    assert found("def test_a(page):", "    assert 'a=1' in page.url")
    assert found("def read(page):", "    return page.title()", "def test_a(page):", "    assert read(page) == 'a'")
    assert found("def move(page):", "    box = page.locator('b').bounding_box()", "    page.mouse.move(box['x'], 0)")
    assert not found("def test_a(page):", "    soon(page.locator('b').count, 1)", "    page.evaluate('focus()')")
    assert not found("def test_a(request):", "    assert request.url == 'word'.count('w')")
    assert not found(
        "def read(page):", "    return page.title()", "def test_a(page):", "    soon(lambda: read(page), 'a')"
    )
