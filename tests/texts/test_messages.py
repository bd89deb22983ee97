"""Messages to planners: a sentence in every language, each with the same places to fill in, and each said somewhere."""

import ast
import pickle
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from files.fields import Text
from files.problems import FileProblems
from tests.source_code import nodes_of
from texts import LANGUAGES, Sentence
from texts.message import message, sentences

ROOT = Path(__file__).parent.parent.parent
ROOMS = (
    "ui",
    "web",
    "cli",
    "reports",
    "workshop",
    "wording",
    "weighing",
    "cases",
    "valuation",
    "mcda",
    "files",
    "texts",
)
SAY = {
    "message", "add", "add_at", "add_missing", "_refuse", "_RefusedError", "RefusedError", "PictureError", "WordsError",
    "StoreError", "__init__",
}  # fmt: skip
"""What takes the key of a sentence, and its values by name."""
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")


@cache
def nodes() -> list[tuple[str, ast.AST]]:
    """Every node of the code, with its file."""
    paths = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    return [(path.relative_to(ROOT).as_posix(), node) for path in paths for node in nodes_of(path)]


def places(sentence: Sentence) -> set[str]:
    """What must be given; the words of the file or the sheet (`{c[value]}`) come by themselves."""
    forms = [sentence] if isinstance(sentence, str) else sentence.values()
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form)
            if name is not None and not name.startswith("c[")}  # fmt: skip


def literals() -> Iterator[str]:
    for _, node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def made_keys() -> Iterator[str]:
    """What the keys look like that are put together, such as ``f"schema.item_{kind}"``."""
    for _, node in nodes():
        if isinstance(node, ast.JoinedStr):
            parts = [re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w.]+" for part in node.values]
            if re.match(r"[a-z_]+\\\.", parts[0]):
                yield "".join(parts)


def said() -> Iterator[tuple[str, str, set[str]]]:
    """Every sentence that the code says by name: where, its key, and the values it gets."""
    for file, node in nodes():
        if not isinstance(node, ast.Call) or any(word.arg is None for word in node.keywords):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        keys = [
            part.value
            for argument in node.args
            for part in ([argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument])
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and KEY.fullmatch(part.value)
            if not (ROOT / part.value.replace(".", "/")).with_suffix(".py").exists()  # the name of a module
        ]
        if name in SAY:
            for key in keys:
                yield f"{file}:{node.lineno}", key, {str(word.arg) for word in node.keywords}


def test_every_sentence_is_there_in_every_language_with_the_same_places_to_fill_in():
    first, *others = (sentences(language) for language in LANGUAGES)
    for other in others:
        assert set(other) == set(first)
        assert not [key for key in first if places(first[key]) != places(other[key])]
    assert all(text for language in LANGUAGES for text in sentences(language).values())


def test_every_sentence_is_said_somewhere():
    named, made = set(literals()), re.compile("|".join(made_keys()))
    assert not [key for key in sentences("nl") if key not in named and not made.fullmatch(key)]


def test_every_sentence_that_is_said_exists_and_gets_what_it_has_places_for():
    wrong = [
        (where, key, values) for where, key, values in said() if values != places(sentences("nl").get(key, "{unknown}"))
    ]
    assert not wrong
    assert len(list(said())) > 40


def test_a_sentence_is_told_in_each_language_with_the_words_inside_it_too():
    end = message("problem.did_you_mean", word="tram")
    found = message("tables.unknown_column", column=Text(nl="prijs", en="price"), end=end)
    assert found.get("nl") == "kolom 'prijs' is onbekend; bedoelt u 'tram'?"
    assert found.get("en") == "column 'price' is unknown; did you mean 'tram'?"
    with pytest.raises(KeyError):
        found.get("xx")


def test_a_brace_in_what_was_found_stays_a_brace():
    assert message("fields.no_number", found="{x}").get("en").startswith("'{x}' is not a number")


def test_the_same_sentence_at_the_same_place_is_noted_once_also_from_another_process():
    problems = FileProblems("case.yaml")
    for value in ("a", "a", "b"):
        problems.add(3, "schema.missing", key=value)
    found = problems.listed()
    assert [problem.sentence("en") for problem in found] == [
        "case.yaml, line 3: 'a' is missing. Add it",
        "case.yaml, line 3: 'b' is missing. Add it",
    ]
    assert pickle.loads(pickle.dumps(found)) == found
    assert len({*found, *pickle.loads(pickle.dumps(found))}) == 2


LITTLE_WORDS = {
    "nl": re.compile(r"\b(de|het|een|niet|geen|voor|wordt|staat|kolom|regel)\b", re.IGNORECASE),
    "en": re.compile(r"\b(the|not|with|this|that|which|column|line)\b", re.IGNORECASE),
}
"""Words that stand in nearly every sentence of one language and in none of the other."""


def words_in(node: ast.AST | None) -> bool:
    """True when an expression holds a text of its own; the name of a column or a key that is looked up is none."""
    if isinstance(node, ast.Subscript):
        return words_in(node.value)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and any(map(str.isalpha, node.value))
    return node is not None and any(map(words_in, ast.iter_child_nodes(node)))


def in_two_languages(node: ast.AST) -> bool:
    """True for words by language in the code: named `nl` and `en`, or a Dutch and an English sentence side by side."""
    if isinstance(node, ast.Dict):
        keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
        by_language = [value for key, value in zip(keys, node.values, strict=False) if key in LANGUAGES]
        return len(by_language) > 1 and any(map(words_in, by_language))
    if isinstance(node, ast.IfExp):
        beside = [node.body, node.orelse]
    elif isinstance(node, ast.Call):
        if any(word.arg in LANGUAGES and words_in(word.value) for word in node.keywords):
            return True
        beside = [*node.args, *(word.value for word in node.keywords)]
    else:
        beside = list(getattr(node, "elts", ()))
    texts = [ast.unparse(part) for part in beside if isinstance(part, ast.Constant | ast.JoinedStr | ast.BinOp)]
    return all(any(word.search(text) for text in texts) for word in LITTLE_WORDS.values()) and len(texts) > 1


@pytest.mark.parametrize(
    "code",
    [
        'Text(nl="x", en="y")',
        'Text(nl=f"{n} cellen", en=most)',
        '{"nl": "ja", "en": "yes"}',
        '("de prijs", "the price")',
        'add(1, "this is not a number", "dit is geen getal")',
        '"de prijs" if dutch else "the price"',
    ],
)
def test_words_in_two_languages_are_recognised(code):
    assert any(map(in_two_languages, ast.walk(ast.parse(code))))


def test_no_code_holds_words_in_two_languages():
    """They stand in `texts/`. Words of a case are data; `benchmarks` makes cases and is no room of the app."""
    found = [f"{file}:{node.lineno} {ast.unparse(node)[:80]}" for file, node in nodes() if in_two_languages(node)]
    assert not found, "\n".join(found)
