"""The version of a set of files: a hash of their names and bytes."""

import hashlib
from collections.abc import Mapping


def version(contents: Mapping[str, bytes]) -> str:
    """First 12 characters of the SHA-256 over the names and the bytes of the files, in order of name."""
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(f"{name}\n{len(contents[name])}\n".encode())
        digest.update(contents[name])
    return digest.hexdigest()[:12]
