"""What each export costs: processor time and memory, as ratios to writing N-Quads.

    python -m obligraph.benchmarks.exports STORE [FORMAT …]

Every format is written by a process of its own, into a folder that is removed afterwards. Seconds are
printed too, but they say more about the machine than about the program: the ratios are what to compare.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
from pathlib import Path

from obligraph.graph.export import FORMATS, export, export_formats
from obligraph.graph.store import open_store

BASE = "nquads"


def write(store: str, format: str, where: str) -> tuple[float, float]:
    """Writes one export; returns the seconds of CPU and the peak of memory in MB of this process."""
    with open_store(Path(store)) as opened:
        export(opened, where, format=format)
    used = resource.getrusage(resource.RUSAGE_SELF)
    unit = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss is in bytes there, in kB elsewhere
    return used.ru_utime + used.ru_stime, used.ru_maxrss / unit


def size(place: Path) -> float:
    """The size of a file, or of the files of a folder, in MB."""
    found = [one for one in place.rglob("*") if one.is_file()] if place.is_dir() else [place]
    return sum(one.stat().st_size for one in found) / 2**20


def main() -> None:
    """Prints a row a format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("store", help="folder of the store")
    parser.add_argument("formats", nargs="*", help="names of formats (default: all)", metavar="FORMAT")
    given = parser.parse_args()
    names = [BASE, *(name for name in given.formats or export_formats() if name != BASE)]
    print(f"{'format':<12} {'CPU s':>8} {'ratio':>6} {'peak MB':>8} {'ratio':>6} {'file MB':>8}")
    base: tuple[float, float] | None = None
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            # What is several files, or a file a document, goes into a folder of its own.
            ending = FORMATS[name].suffixes[0] if FORMATS[name].shape == "file" else "/"
            where = f"{folder}/export{ending}"
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                seconds, peak = pool.apply(write, (given.store, name, where))
            base = base or (seconds, peak)
            print(
                f"{name:<12} {seconds:8.1f} {seconds / base[0]:6.2f} {peak:8.0f} {peak / base[1]:6.2f}"
                f" {size(Path(where)):8.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
