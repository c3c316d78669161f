"""A store's folder on disk: never half-written, whatever happens to who writes it.

A folder that is in use is only ever read. Whoever changes it works on a copy beside it, which
costs nothing since its files are hard links, and then puts the copy in its place. So a build that
is killed leaves the store as it was, and queries go on while a build runs.

The lock is the one that the database itself puts on a folder that it writes to: another build is
kept out by it, and so is a server that has the folder open.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StoreError

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    import pyoxigraph

_MARK = "CURRENT"  # the file that every such database has
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Folder:
    """A place for a store, whether or not there is one yet.

    Args:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._absolute = path.absolute()

    @property
    def _previous(self) -> Path:
        """Where the old folder stands in the moment between the two renamings of a swap."""
        return self._absolute.with_name(f".{self._absolute.name}.previous")

    def holds_store(self) -> bool:
        """Whether there is a store.

        Raises:
            StoreError: Something else is there.
        """
        path = self._present()
        if (path / _MARK).is_file():
            return True
        if not path.exists():
            return False
        if not path.is_dir():
            raise StoreError("a file, not a store's folder", place=str(self.path), remedy="name a folder")
        names = [entry.name for entry in path.iterdir()]
        if any(name.startswith("MANIFEST-") or name.endswith(".sst") for name in names):
            raise self.damaged(f"{_MARK} is missing")
        if names:
            raise StoreError(
                "a folder with other things in it, not a store",
                place=str(self.path),
                remedy="name a new or an empty folder",
            )
        return False

    def open(self) -> pyoxigraph.Store:
        """Opens the store for reading.

        Raises:
            StoreError: There is none, or it is damaged.
        """
        import pyoxigraph

        if not self.holds_store():
            raise StoreError("no store there", place=str(self.path), remedy="make one with “obligraph build”")
        try:
            return pyoxigraph.Store.read_only(str(self._present()))
        except PermissionError as error:
            raise StoreError(f"may not be read: {_first(error)}", place=str(self.path)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise self.damaged(_first(error)) from error

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keeps all other writers out for as long as the context lasts.

        Raises:
            StoreError: Another process writes to the store, or it may not be written to.
        """
        if not self.holds_store():  # nothing to keep others from: the first to finish wins
            self._sweep()
            yield
            return
        place = self._present()
        try:
            descriptor = os.open(place / "LOCK", os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise self.unwritable(error) from error
        try:
            if not _try_lock(descriptor) or not _same(descriptor, place / "LOCK"):
                raise StoreError(
                    "another process is writing to this store",
                    place=str(self.path),
                    remedy="wait until it has ended",
                )
            self._recover()
            self._sweep()
            yield
        finally:
            os.close(descriptor)

    def copy(self) -> Path:
        """Makes a copy to write to, beside the folder; an empty place where there is no store.

        Raises:
            StoreError: It cannot be made.
        """
        place = self._absolute.with_name(f".{self._absolute.name}.{os.getpid()}.partial")
        try:
            self._absolute.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(place, ignore_errors=True)
            if self.holds_store():
                self.open().backup(str(place))
        except (OSError, RuntimeError) as error:
            raise self.unwritable(error) from error
        return place

    def swap(self, copy: Path) -> None:
        """Puts a copy that is closed in the place of the folder.

        Raises:
            StoreError: It cannot be put there; the folder is as it was.
        """
        try:
            if self.holds_store():
                self._absolute.rename(self._previous)
                try:
                    copy.rename(self._absolute)
                except OSError:
                    self._previous.rename(self._absolute)
                    raise
                shutil.rmtree(self._previous, ignore_errors=True)
            else:
                if self._absolute.exists():
                    self._absolute.rmdir()
                copy.rename(self._absolute)
        except OSError as error:
            raise self.unwritable(error) from error

    def damaged(self, why: str) -> StoreError:
        """The error that says so."""
        return StoreError(
            f"the store is damaged ({why})",
            place=str(self.path),
            remedy="build it anew in another folder, or put back a copy",
        )

    def unwritable(self, error: Exception) -> StoreError:
        """The error that says why the store cannot be written to."""
        text = _first(error)
        if getattr(error, "errno", None) in _NO_ROOM or "No space left" in text or "File too large" in text:
            return StoreError(
                f"no room left on the disk, the store is as it was ({text})",
                place=str(self.path),
                remedy="free some space or choose another place",
            )
        return StoreError(f"the store cannot be written, it is as it was ({text})", place=str(self.path))

    def _present(self) -> Path:
        """The folder, or its old self where a swap was cut off half-way."""
        if not self._absolute.exists() and (self._previous / _MARK).is_file():
            return self._previous
        return self._absolute

    def _recover(self) -> None:
        """Takes back what a killed swap has begun; only for who holds the lock."""
        if self._present() == self._previous:
            self._previous.rename(self._absolute)
        else:
            shutil.rmtree(self._previous, ignore_errors=True)

    def _sweep(self) -> None:
        """Removes the copies that killed builds have left; a living one's is locked."""
        for place in sorted(self._absolute.parent.glob(f".{_literally(self._absolute.name)}.*.partial")):
            lock = place / "LOCK"
            if not lock.is_file():
                continue
            descriptor = os.open(lock, os.O_RDWR)
            try:
                if _try_lock(descriptor):
                    shutil.rmtree(place, ignore_errors=True)
            finally:
                os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    if sys.platform == "win32":  # there, an open file cannot be removed in the first place
        return True
    try:
        # The database's lock is of the first kind, which does not tell apart two in one process.
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _same(descriptor: int, path: Path) -> bool:
    """Whether the locked file is still the one in place, and not of a folder just replaced."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def _literally(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _first(error: Exception) -> str:
    """What an error says, without the paths that the database adds to it."""
    text = " ".join((getattr(error, "strerror", None) or str(error)).split())
    return text if len(text) <= 160 else f"{text[:160]}…"
