"""Readers for the tests of the door, each with a fault of its own. They run in the process behind it."""

import os
import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


class RefusalError(Exception):
    """Made otherwise than its arguments say, as the refusals of real readers are."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.values = values


def gives(data: bytes) -> Mapping[str, Any]:
    return MappingProxyType({"bytes": len(data), "inside": MappingProxyType({"process": os.getpid()})})


def refuses(data: bytes) -> None:
    raise RefusalError("no", size=len(data))


def meets_something(data: bytes) -> None:
    raise ZeroDivisionError(f"in {len(data)} bytes")


def takes_memory(data: bytes) -> int:
    return len(bytearray(2_000_000_000)) + len(data)


def takes_memory_bit_by_bit(data: bytes) -> int:
    kept = [data]
    while True:
        kept.append(bytes(10_000_000))


def never_ends(data: bytes) -> None:
    while data:
        pass


def waits(data: bytes) -> None:
    time.sleep(600)


def goes_deep(data: bytes) -> None:
    goes_deep(data)


def falls_over(data: bytes) -> None:
    os.abort()


def says_much(data: bytes) -> bytes:
    return bytes(160_000_000)


def prints(data: bytes) -> str:
    print("between the answers")
    os.system("echo between the answers")
    return data.decode()
