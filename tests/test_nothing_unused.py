"""What only tests call is not part of the app: it leaves, together with its tests."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.source_code import nodes_of
from tests.test_architecture import ROOMS, ROOT, modules

LIBRARY = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
"""`mcda` is also a library: what its page names may be there for others."""
CALLED_BY_A_BASE_CLASS = {
    "reducer_override",
    "do_GET",
    "format_help",
    "log_message",
    "handle_starttag",
    "handle_endtag",
    "matches",
}
"""Names that the standard library and Starlette decide."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def uses(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Every name that is asked for, also in a text such as a type in quotes, but not in a description."""
    told = set()
    for node in nodes:
        if isinstance(node, ast.Expr):
            told.add(id(node.value))  # stands before its text
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield from words(node.value)


def beside_python() -> Iterator[Path]:
    for room in ROOMS:
        yield from (ROOT / room).rglob("*.html")


def test_every_function_and_class_is_used_outside_tests():
    used_in = {path: Counter(uses(nodes_of(path))) for _, path in modules()}
    used = Counter(name for found in used_in.values() for name in found.elements())
    used.update(name for path in beside_python() for name in words(path.read_text(encoding="utf-8")))
    unused = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path, here in used_in.items()
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not re.fullmatch(r"__\w+__", node.name)
        and not any("validator" in ast.unparse(decorator) for decorator in node.decorator_list)
        and used[node.name] == here[node.name] == Counter(uses(ast.walk(node)))[node.name]  # a call of itself is no use
        and node.name not in CALLED_BY_A_BASE_CLASS
        and not ("mcda" in path.parts and re.search(rf"\b{node.name}\b", LIBRARY))
    ]
    assert not unused, "\n".join(unused)
