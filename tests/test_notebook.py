"""The notebook runs from the first cell to the last, and leads to its plot."""

from __future__ import annotations

import pytest

from .tools import tool

pytestmark = pytest.mark.filterwarnings("ignore")  # of the kernel's own libraries


def test_the_notebook_leads_to_a_plot() -> None:
    notebook = tool("notebook")
    executed = notebook.run()
    words = "".join(
        output.get("text", "") + output.get("data", {}).get("text/plain", "")
        for cell in executed.cells
        for output in cell.get("outputs", ())
    )
    assert "https://w3id.org/obligraph/S/RES/2331(2016)" in words
    assert "MultiDiGraph named 'Who asks whom'" in words
    assert "pagerank" in words, "the measures"
    assert "Graph named 'Citations'" in words, "a file, read back"
    (picture,) = notebook.pictures(executed)
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 10_000, "not an empty frame"


def test_the_notebook_is_kept_without_what_it_puts_out() -> None:
    notebook = tool("notebook")
    kept = notebook.nbformat.read(notebook.NOTEBOOK, as_version=4)
    notebook.nbformat.validate(kept)
    assert all(not cell.get("outputs") and not cell.get("execution_count") for cell in kept.cells)
    assert notebook.TARGET.read_bytes().startswith(b"\x89PNG"), "python -m tools.notebook"
