"""Runs docs/networks.ipynb and writes its plot to docs/networks.png."""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

DOCS = Path(__file__).resolve().parent.parent / "docs"
NOTEBOOK = DOCS / "networks.ipynb"
TARGET = DOCS / "networks.png"


def run(notebook: Path = NOTEBOOK) -> Any:
    """The notebook with what its cells put out. One that fails raises ``CellExecutionError``."""
    found = nbformat.read(notebook, as_version=4)
    place = {"metadata": {"path": str(notebook.parent)}}
    return NotebookClient(found, timeout=300, kernel_name="python3", resources=place).execute()


def pictures(executed: Any) -> list[bytes]:
    """The plots of a notebook that was run, as PNG."""
    outputs = [output for cell in executed.cells for output in cell.get("outputs", ())]
    found = [output.get("data", {}).get("image/png") for output in outputs]
    return [base64.b64decode(one) for one in found if one]


if __name__ == "__main__":
    (picture,) = pictures(run())
    TARGET.write_bytes(picture)
    print(f"{TARGET.name} written: look at it", file=sys.stderr)
