"""A store's folder on disk: never half-written, whatever happens to who writes it.

The folder holds one version of the database, and the name of that version in a small file::

    store/current      "2"
    store/2/           the database, and the text of its graphs (``archive``)

A version that is in use is only ever read. Whoever changes the store works on a copy, which costs
next to nothing since its files are hard links, and then writes the new name in the place of the
old one, which is one step. So a build that is killed leaves the store as it was, and a reader
keeps what it has opened while a build goes on. Versions that nobody reads any more are removed by
the next who writes.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
import weakref
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StoreError
from .archive import Archive

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    import pyoxigraph

_NAME = "current"
_NEW_NAME = "current.new"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_ATTEMPTS = 4  # to open a version that is not replaced in that very moment
_PAUSE = 0.02  # seconds between them


class Lease:
    """A version that is open for reading; it is not removed before ``close``.

    Args:
        quads: The database.
        descriptor: Of the version's folder, with a shared lock on it; None where there is no lock.
        version: The folder of the version; None for a database in memory.
    """

    def __init__(self, quads: pyoxigraph.Store, descriptor: int | None, version: Path | None = None) -> None:
        self.quads = quads
        self.version = version.name if version else ""
        self.archive = Archive.of(version) if version else None
        self.close = weakref.finalize(self, os.close, descriptor) if descriptor is not None else lambda: None


class Folder:
    """A place for a store, whether or not there is one yet.

    Args:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def holds_store(self) -> bool:
        """Whether there is a store.

        Raises:
            StoreError: Something else is there, or a store whose state cannot be told.
        """
        try:
            if not self.path.exists():
                return False
            if not self.path.is_dir():
                raise StoreError("a file, not a store's folder", place=str(self.path), remedy="name a folder")
            names = {entry.name for entry in self.path.iterdir()}
        except OSError as error:
            raise self._unreadable(error) from error
        if _NAME in names:
            return True
        if any(not name.isdecimal() and name != _NEW_NAME for name in names):
            raise StoreError(
                "a folder with other things in it, not a store",
                place=str(self.path),
                remedy="name a store’s folder, or to build one a new or an empty folder",
            )
        return False  # empty, or what a first build that was killed has left

    def open(self) -> Lease:
        """Opens the store for reading.

        Raises:
            StoreError: There is none, or it is damaged.
        """
        import pyoxigraph

        if not self.holds_store():
            raise StoreError("no store there", place=str(self.path), remedy="make one with “obligraph build”")
        for attempt in range(1, _ATTEMPTS + 1):
            version = self._version()
            try:
                descriptor = _lock_folder(version, shared=True)
            except FileNotFoundError as error:
                if version == self._version():
                    raise self.damaged(f"its version {version.name} is missing") from error
                continue
            except OSError as error:
                raise self._unreadable(error) from error
            try:
                return Lease(pyoxigraph.Store.read_only(str(version)), descriptor, version)
            except (OSError, RuntimeError, ValueError) as error:
                if descriptor is not None:
                    os.close(descriptor)
                if isinstance(error, PermissionError):
                    raise self._unreadable(error) from error
                # A server that has just begun to write to this version may be renaming its files.
                if version == self._version() and attempt == _ATTEMPTS:
                    raise self.damaged(_said(error)) from error
                time.sleep(_PAUSE)
        raise StoreError("the store is replaced all the time", place=str(self.path), remedy="try again")

    def is_present(self, lease: Lease) -> bool:
        """Whether what is open is still what the store holds.

        Raises:
            StoreError: The store's state cannot be told.
        """
        return not self.holds_store() or self._version().name == lease.version

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keeps all other writers out for as long as the context lasts.

        Raises:
            StoreError: Another process writes to the store, or it may not be written to.
        """
        there = self.holds_store() or self.path.is_dir()
        with ExitStack() as held:
            try:
                self.path.mkdir(parents=True, exist_ok=True)
                _keep(held, _lock_folder(self.path, shared=False))
                _keep(held, self._lock_out_servers())
            except BlockingIOError:
                raise StoreError(
                    "another process is writing to this store",
                    place=str(self.path),
                    remedy="wait until it has ended",
                ) from None
            except OSError as error:
                raise self.unwritable(error) from error
            try:
                self._sweep()
                yield
            finally:
                self._sweep()
                if not there:
                    with suppress(OSError):  # it has a store in it now
                        self.path.rmdir()

    def copy(self) -> Path:
        """Makes a copy to write to; the place of an empty one where there is no store yet.

        To be called under ``lock``.

        Raises:
            StoreError: It cannot be made.
        """
        import pyoxigraph

        number = 1
        try:
            if self.holds_store():
                version = self._version()
                number = 1 + max(int(entry.name) for entry in self._versions())
                pyoxigraph.Store.read_only(str(version)).backup(str(self.path / str(number)))
                if (archive := Archive.of(version)) is not None:
                    archive.carry(self.path / str(number))
        except (OSError, RuntimeError) as error:
            raise self.unwritable(error) from error
        return self.path / str(number)

    def commit(self, copy: Path) -> None:
        """Makes a copy that is closed the store's version, in one step.

        Raises:
            StoreError: It cannot be made so; the store is as it was.
        """
        new = self.path / _NEW_NAME
        try:
            new.write_text(f"{copy.name}\n", encoding="ascii")
            new.replace(self.path / _NAME)
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
        full = any(os.strerror(number) in str(error) for number in _NO_ROOM)
        if full or getattr(error, "errno", None) in _NO_ROOM:
            return StoreError(
                f"no room left on the disk, the store is as it was ({_said(error)})",
                place=str(self.path),
                remedy="free some space or choose another place",
            )
        return StoreError(
            f"the store cannot be written and is as it was ({_said(error)})", place=str(self.path)
        )

    def _unreadable(self, error: Exception) -> StoreError:
        return StoreError(f"the store cannot be read ({_said(error)})", place=str(self.path))

    def _version(self) -> Path:
        """The folder of the present version."""
        try:
            name = (self.path / _NAME).read_text(encoding="ascii", errors="replace").strip()
        except OSError as error:
            raise self._unreadable(error) from error
        if not name.isdecimal() or not name.isascii():
            raise self.damaged(f"its file “{_NAME}” names no version")
        return self.path / name

    def _versions(self) -> list[Path]:
        return sorted(entry for entry in self.path.iterdir() if entry.name.isdecimal())

    def _lock_out_servers(self) -> int | None:
        """Takes the lock that a database puts on itself where a server writes to it."""
        if sys.platform == "win32" or not self.holds_store():
            return None
        lock = self._version() / "LOCK"
        if not lock.is_file():
            return None
        descriptor = os.open(lock, os.O_RDWR)
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise BlockingIOError(error.errno, error.strerror) from error
        return descriptor

    def _sweep(self) -> None:
        """Removes the versions that are not the present one and that nobody reads."""
        with suppress(OSError, StoreError):  # what is left is harmless, and for the next to remove
            present = self._version() if (self.path / _NAME).exists() else None
            for version in self._versions():
                if version != present:
                    with suppress(BlockingIOError):
                        descriptor = _lock_folder(version, shared=False)
                        shutil.rmtree(version, ignore_errors=True)
                        if descriptor is not None:
                            os.close(descriptor)


def looks_like_store(files: Collection[str], folders: Collection[str]) -> bool:
    """Whether a folder with these names in it is a store's, or one that is being made."""
    return _NAME in files and any(name.isdecimal() for name in folders)


def _keep(held: ExitStack, descriptor: int | None) -> None:
    if descriptor is not None:
        held.callback(os.close, descriptor)


def _lock_folder(path: Path, *, shared: bool) -> int | None:
    """Locks a folder until the descriptor is closed.

    Raises:
        BlockingIOError: Another holds a lock that does not go with it.
        OSError: It cannot be opened.
    """
    if sys.platform == "win32":  # there, what is open cannot be removed in the first place
        return None
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _said(error: Exception) -> str:
    """What an error says. The database strings causes together, with paths; the last says most."""
    text = " ".join((getattr(error, "strerror", None) or str(error)).split())
    return text if len(text) <= 120 else text.rpartition(": ")[2][:120]
