"""Scores the reading against texts read by hand, where these are: ``make score``.

The texts and their scorer live outside the project, in ``../shared`` (or the folder that
``OBLIGRAPH_SHARED`` names). Without it the script says so and ends with status 0.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from obligraph.extract.model import Document
from obligraph.extract.output import json_text
from obligraph.extract.pipeline import read_document
from obligraph.extract.read import read_bytes, read_file

SHARED = Path(os.environ.get("OBLIGRAPH_SHARED", Path(__file__).parent.parent.parent / "shared"))


def sources(name: str) -> Iterator[Document]:
    """The texts of a gold file, by its name: each format in which the corpus has it."""
    corpus = SHARED / "corpus"
    for pattern in (f"seeds/{name}.md", f"corpus/cr-unsc/{name}.txt", f"corpus/akn-prst/*/{name}-*.xml"):
        for path in sorted(SHARED.glob(pattern)):
            yield read_file(path)
    draft = corpus / "drafts" / f"{name}.json"
    if draft.exists():
        record = json.loads(draft.read_text(encoding="utf-8"))
        heading = f"{record['ID']}\n{record['Date']}\n\n"
        yield read_bytes((heading + record["Content"]).encode(), f"{name}.txt")


def main() -> int:
    """Reads every gold text, prints the pooled scores; ``--errors`` and ``--only NAME`` narrow it."""
    if not (SHARED / "gold").is_dir():
        print(f"no gold texts in {SHARED.name}: nothing to score", file=sys.stderr)
        return 0
    arguments = sys.argv[1:]
    only = arguments[arguments.index("--only") + 1] if "--only" in arguments else ""
    pairs: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for gold in sorted((SHARED / "gold" / "dev").glob("*.json")):
            if only not in gold.stem:
                continue
            for number, document in enumerate(sources(gold.stem)):
                predicted = Path(folder) / f"{gold.stem}-{number}.json"
                predicted.write_text(json_text(read_document(document)), encoding="utf-8")
                pairs += [str(gold), str(predicted)]
        errors = ["--errors"] if "--errors" in arguments else []
        command = [sys.executable, str(SHARED / "gold" / "score.py"), *pairs, *errors]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
