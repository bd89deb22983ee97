"""pymcdm without its drawings: those load matplotlib, slower than all calculations, and nothing here draws."""

import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any


@cache
def pymcdm(part: str) -> Any:
    """A part of pymcdm: ``pymcdm("methods").TOPSIS``. Loaded when it is first asked for, as few pages need it."""
    sys.modules.setdefault("pymcdm.visuals", ModuleType("pymcdm.visuals"))
    return import_module(f"pymcdm.{part}")
