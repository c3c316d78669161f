"""Which rules a text is read with: a short hash, so that a graph can say what read it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from .actors.rows import authority_files

_LENGTH = 16  # hex digits: enough to tell versions apart, short enough to be read


def hash_files(found: list[tuple[str, Traversable]]) -> str:
    """Hashes files by name and content.

    Args:
        found: Names, by which they are sorted, and files.

    Returns:
        The first hex digits of the SHA-256.
    """
    digest = hashlib.sha256()
    for name, file in sorted(found, key=lambda pair: pair[0]):
        content = file.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:_LENGTH]


@cache
def rules_version() -> str:
    """The version of the rules: of the data and authority files, and of the code that reads by them.

    Returns:
        Sixteen hex digits, which change whenever a text might be read differently.
    """
    actors = [(f"authority/{file.name}", file) for file in authority_files()]
    return hash_files([*actors, *_walk(files(__package__), "")])


def _walk(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        name = f"{path}{entry.name}"
        if entry.is_dir():
            if not entry.name.startswith(("_", ".")):
                found += _walk(entry, f"{name}/")
        elif entry.name.endswith((".toml", ".py")):
            found.append((name, entry))
    return found
