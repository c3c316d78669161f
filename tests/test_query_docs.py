"""The page of named queries is that of the queries."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from obligraph.queries.library import library

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")


def test_the_page_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("make_query_docs", ROOT / "tools" / "make_query_docs.py")
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.render() == PAGE, "run “make query-docs”"


def test_every_query_is_on_the_page_and_linked() -> None:
    headings = re.findall(r"^### (\S+)$", PAGE, re.MULTILINE)
    links = re.findall(r"\]\(#([^)]+)\)", PAGE)
    assert sorted(headings) == sorted(links) == sorted(library())
