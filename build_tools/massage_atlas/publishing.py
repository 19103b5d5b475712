"""Puts a finished build in the place of the old one in a single step, so that readers never meet half a site."""

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

MARKER = ".massage-atlas"
"""The file that says a folder was made here, and may be replaced."""

_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2
_NOTE = "This folder is made by Massage Atlas. Each build replaces all of it.\n"


class NotOurFolder(Exception):
    """The folder to build into holds something that was not made here."""


class Staging:
    """A fresh folder beside the target, held by a lock so that builds at the same time leave each other alone."""

    def __init__(self, target: Path) -> None:
        """Make the folder, after clearing away what killed builds left behind.

        Raises:
            NotOurFolder: when the target has files in it and no marker.
            OSError: when the folder cannot be made.
        """
        self.target = target.absolute()
        self.target.parent.mkdir(parents=True, exist_ok=True)
        _repair(self.target)
        refuse_foreign(self.target)
        _clear_leftovers(self.target)
        self.folder, self._lock = _fresh_folder(self.target)
        self._lock.write(_NOTE)
        self._lock.flush()

    def publish(self) -> None:
        """Change places with the target in one step, and remove what stood there.

        Raises:
            NotOurFolder: when somebody put other files into the target meanwhile.
            OSError: when the folders cannot change places; the target is then as it was.
        """
        try:
            refuse_foreign(self.target)
            try:
                self.folder.rename(self.target)
            except OSError:
                if not self.target.is_dir():
                    raise
                _exchange(self.folder, self.target)
        finally:
            self.discard()  # what stands there now: the old site, or the new one that could not take its place

    def discard(self) -> None:
        """Remove the folder beside the target; the target stays as it is."""
        self._lock.close()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Give a fresh folder to write into; it takes the target's place when all went well, and vanishes otherwise."""
    staging = Staging(target)
    try:
        yield staging.folder
    except BaseException:
        staging.discard()
        raise
    staging.publish()


def refuse_foreign(target: Path) -> None:
    """Refuse to replace what was not made here.

    Raises:
        NotOurFolder: with a sentence for the person who named the folder.
    """
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise NotOurFolder(f"'{target.name}' is not a folder; choose another place to build into")
    if target.is_dir() and not _is_ours(target):
        raise NotOurFolder(
            f"the folder '{target.name}' holds files that Massage Atlas did not make, and a build would replace them; "
            "empty it, or choose another folder"
        )


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder was made here, or has nothing in it to lose."""
    return (folder / MARKER).is_file() or not any(folder.iterdir())


def _prefix(target: Path) -> str:
    return f".{target.name}.new-"


def _fresh_folder(target: Path) -> tuple[Path, IO[str]]:
    """Make a folder beside the target and hold its marker, so that no other build takes it for a leftover."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        try:
            folder.chmod(0o755)
            lock = (folder / MARKER).open("w", encoding="utf-8")
        except FileNotFoundError:
            continue  # another build cleared it away before it was held
        if _try_lock(lock) is not False:
            return folder, lock
        lock.close()


def _clear_leftovers(target: Path) -> None:
    """Remove the fresh folders of builds that are no longer running."""
    for folder in target.parent.glob(f"{_prefix(target)}*"):
        with contextlib.suppress(OSError), (folder / MARKER).open("a", encoding="utf-8") as lock:
            if _try_lock(lock):
                shutil.rmtree(folder, ignore_errors=True)


def _try_lock(stream: IO[str]) -> bool | None:
    """Hold a file until it is closed or the process ends.

    Gives False when another process holds it, and None on a disk that knows no locks.
    """
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _exchange(fresh: Path, target: Path) -> None:
    """Let two folders change places: in one step where the system can, else by two renames that can be repaired."""
    if not _exchanged_at_once(os.fsencode(fresh), os.fsencode(target)):
        exchange_by_renames(fresh, target)


def _exchanged_at_once(fresh: bytes, target: bytes) -> bool:
    """Ask the system's own call, where it has one and the disk knows it."""
    if os.name != "posix":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_AT_FDCWD, fresh, _AT_FDCWD, target, _RENAME_EXCHANGE) == 0)
    if hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(fresh, target, _RENAME_SWAP) == 0)
    return False


def exchange_by_renames(fresh: Path, target: Path) -> None:
    """Let two folders change places by renames; a kill between them is mended by the next build."""
    aside = _aside(target)
    target.rename(aside)
    try:
        fresh.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    aside.rename(fresh)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _repair(target: Path) -> None:
    """Put the old site back when a build was killed between two renames."""
    aside = _aside(target)
    if not aside.is_dir() or not _is_ours(aside):
        return
    if target.exists():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        aside.rename(target)
