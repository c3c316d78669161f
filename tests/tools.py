"""The scripts of the folder tools, as modules."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def tool(name: str) -> ModuleType:
    """A script by its name, loaded; the test skips where there is none."""
    path = ROOT / "tools" / f"{name}.py"
    if not path.is_file():
        pytest.skip("the tools are not part of an installed package")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
