"""The code as text and as a tree, read once for all tests that look at it."""

import ast
import gc
from functools import cache
from pathlib import Path


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a module, the module itself first."""
    gc.disable()  # all of them stay: to look for rubbish among them takes as long as to read them
    try:
        return tuple(ast.walk(ast.parse(text_of(path))))
    finally:
        gc.enable()
