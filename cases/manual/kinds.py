"""What a field may hold, in words, from its JSON schema."""

import types
from collections.abc import Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from files.fields import ShortText, Text

Schema = dict[str, Any]
_REFERENCE = "#/$defs/"
_ID, _SOURCE = "^[a-z]", "^[A-Za-z0-9]"
_PLAIN = {"number": "number", "integer": "whole number", "boolean": "yes or no", "null": "nothing"}
_TEXTS = {Text.__name__: "text in `nl` or `en`", ShortText.__name__: "short text in `nl` or `en`"}


def kind(schema: Schema) -> str:
    """What may stand here: `list of [Alternative](#alternative)`, `` one of `now`, `later` ``, `number`."""
    if "$ref" in schema:
        name = referred(schema)
        return _TEXTS.get(name, f"[{name}](#{name.lower()})")
    choices = schema.get("oneOf") or schema.get("anyOf")
    if choices:
        return " or ".join(kind(choice) for choice in choices if choice.get("type") != "null")
    if "const" in schema or "enum" in schema:
        words = schema.get("enum", [schema.get("const")])
        return ("one of " if len(words) > 1 else "") + ", ".join(f"`{word}`" for word in words)
    if schema.get("type") == "array":
        if "prefixItems" in schema:
            return "list of " + ", ".join(kind(part) for part in schema["prefixItems"])
        return f"list of {_in_brackets(kind(schema['items']))}"
    if schema.get("type") == "object":
        return f"keys ({_keys(schema)}), each with {kind(schema['additionalProperties'])}"
    if schema.get("type") == "string":
        return _words(schema)
    return _PLAIN[schema["type"]]


def limits(schema: Schema) -> list[str]:
    """How large or how many, for the field itself and for what is in its list."""
    found = []
    for choice in schema.get("anyOf", ()):
        found += limits(choice)
    for least, most, unit in (("minItems", "maxItems", ""), ("minLength", "maxLength", " characters")):
        low, high = schema.get(least), schema.get(most)
        if "prefixItems" not in schema and (low, high) not in ((None, None), (1, None)):
            found.append(_between(low or None, high) + unit)
        elif least == "minItems" and (low, high) == (1, None):
            found.append("at least 1")
    inside = schema.get("items")
    if inside and "$ref" not in inside:
        found += [f"each {limit}" for limit in limits(inside)]
    return found


def bounds(annotation: Any, conditions: Sequence[Any] = ()) -> list[str]:
    """Between which numbers, from the annotation itself: a schema forgets it where our own reading of numbers goes
    before."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return bounds(inner, [*more, *conditions])
    found = []
    flat = [part for item in conditions for part in getattr(item, "metadata", [item])]
    above, low, high = (
        next((getattr(item, name) for item in flat if hasattr(item, name)), None) for name in ("gt", "ge", "le")
    )
    if above is not None:
        found.append(f"above {above:g}")
    if low is not None or high is not None:
        found.append(_between(low, high))
    if get_origin(annotation) in (Union, types.UnionType):
        return found + [words for part in get_args(annotation) for words in bounds(part)]
    if get_origin(annotation) in (tuple, dict):
        inside = [words for part in get_args(annotation) if part is not ... for words in bounds(part)]
        return found + [words if words.startswith("each") else f"each {words}" for words in dict.fromkeys(inside)]
    return found


def referred(schema: Schema) -> str:
    """The name of the record that a schema points to."""
    return str(schema["$ref"]).removeprefix(_REFERENCE)


def records_in(schema: Schema) -> list[str]:
    """The records that a field can hold, texts aside."""
    if "$ref" in schema:
        name = referred(schema)
        return [] if name in _TEXTS else [name]
    parts = [*schema.get("oneOf", ()), *schema.get("anyOf", ()), *schema.get("prefixItems", ())]
    parts += [schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)]
    return [name for part in parts for name in records_in(part)]


def _words(schema: Schema) -> str:
    pattern = schema.get("pattern", "")
    if schema.get("format") == "date":
        return "date (`2026-03-31`)"
    if pattern.startswith(_ID):
        return "id"
    return "source id" if pattern.startswith(_SOURCE) else "words"


def _keys(schema: Schema) -> str:
    names = schema.get("propertyNames", {})
    if "enum" in names:
        return ", ".join(f"`{name}`" for name in names["enum"])
    return "ids"


def _in_brackets(words: str) -> str:
    return f"({words})" if " or " in words else words


def _between(low: Any, high: Any) -> str:
    if low == high:
        return f"exactly {high:g}"
    if low is None:
        return f"at most {high:g}"
    return f"at least {low:g}" if high is None else f"{low:g} to {high:g}"
