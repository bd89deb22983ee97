"""The modules of a page as one script, to stand in the page: a slow line is waited for once, not module by module.

No bundler: it knows the one form of our modules and refuses any other, so a joined script does what its modules do.
In that form imports are by name from a module of ours, and `export` stands before a function or a constant.
"""

import base64
import hashlib
import posixpath
import re
from pathlib import Path

from markupsafe import Markup

IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function|const) (\w+)", re.MULTILINE)
OTHER_FORM = re.compile(r"^\s*(?:import|export)\b.*|\bimport(?:\.|\(\s*[\"'`]).*|</script|<!--", re.MULTILINE)
"""What is not turned into something else here, or would mean something else in a page."""

COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/)[ \t]*\n", re.MULTILINE)
"""A comment that has its lines to itself: for who reads the files, and no use on a phone."""


class ModuleFormError(Exception):
    """A module is not of the form that can be joined; the message names it and what was found."""


def joined(folder: Path, first: str) -> Markup:
    """The module ``first`` (a path below ``folder``, without `.js`) with all that it imports, as one module."""
    modules: dict[str, str] = {}
    exports: dict[str, list[str]] = {}

    def add(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise ModuleFormError(f"{name}.js imports itself by way of {above[-1]}.js")
        if name in modules:
            return
        text = COMMENT.sub("", (folder / f"{name}.js").read_text(encoding="utf-8"))
        for found in IMPORT.finditer(text):
            add(_place(name, found[2]), (*above, name))
        body = IMPORT.sub(lambda found: taken(name, found), text)
        exports[name] = [found[2] for found in EXPORT.finditer(body)]
        body = EXPORT.sub(r"\1 \2", body)
        if (other := OTHER_FORM.search(body)) is not None:
            raise ModuleFormError(f"{name}.js: {other[0].strip()}")
        given = ", ".join(exports[name])
        modules[name] = f'joined["{name}"] = (() => {{\n{body}return {{ {given} }};\n}})();\n'

    def taken(name: str, found: re.Match[str]) -> str:
        """An import as a line that takes the same names, each as itself or under another name."""
        source = _place(name, found[2])
        pairs = [part.split(" as ") for part in found[1].replace("\n", " ").split(",") if part.strip()]
        wanted = [[side.strip() for side in pair] for pair in pairs]
        if missing := {pair[0] for pair in wanted} - set(exports[source]):
            raise ModuleFormError(f"{name}.js: {source}.js does not export {', '.join(sorted(missing))}")
        return f'const {{ {", ".join(": ".join(pair) for pair in wanted)} }} = joined["{source}"];\n'

    add(first, ())
    return Markup("\nconst joined = {};\n" + "".join(modules.values()))  # noqa: S704  # our own scripts


def fingerprint(script: str) -> str:
    """What lets the browser run this script in a page, and no other: a source for the Content-Security-Policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _place(name: str, other: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), other))
