"""What travels through the door, as bytes: what a reader is given and what it gave, also mappings and refusals."""

import io
import pickle
from types import MappingProxyType
from typing import IO, Any

MOST = 150_000_000
"""Bytes of a parcel: what the largest file that may come in makes when it is understood stays far below it."""
_LENGTH = 8
"""Bytes in front of a parcel that say how long it is."""


class _Pickler(pickle.Pickler):
    """Also packs what Python does not: a mapping that nobody may change, and errors that are made otherwise."""

    def reducer_override(self, found: Any) -> Any:
        if isinstance(found, MappingProxyType):
            return _mapping, (dict(found),)
        if isinstance(found, BaseException):
            return _error, (type(found), found.args, found.__dict__)
        return NotImplemented


def _mapping(found: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(found)


def _error(kind: type[BaseException], arguments: tuple[Any, ...], fields: dict[str, Any]) -> BaseException:
    """An error as it was, without the making that its class asks for."""
    error = kind.__new__(kind)
    error.args = arguments
    error.__dict__.update(fields)
    return error


def packed(found: Any) -> bytes:
    """A value as bytes."""
    written = io.BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(found)
    return written.getvalue()


def unpacked(data: bytes) -> Any:
    """The value in bytes that ``packed`` made, in this program or in a process that it started."""
    return pickle.loads(data)  # noqa: S301 - from a process of our own, over its own pipe


def send(pipe: IO[bytes], data: bytes) -> None:
    """Put bytes in a pipe."""
    pipe.write(len(data).to_bytes(_LENGTH))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """The next bytes out of a pipe; None when nobody sends any more.

    Raises:
        EOFError: the sender stopped halfway, or says that it has more than ``MOST``.
    """
    head = pipe.read(_LENGTH)
    if not head:
        return None
    length = int.from_bytes(head)
    data = pipe.read(length) if len(head) == _LENGTH and length <= MOST else b""
    if len(data) < length:
        raise EOFError
    return data
