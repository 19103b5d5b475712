"""Finds the files that a project is read from, and says what else lies in their places and should not."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Code, Place, Report

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
"""What an id looks like: small letters, digits and single hyphens."""

_LONGEST_ID = 80
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_OURS = {"index", "readme", "assets", "search", "sitemap", "robots", "404", "site", "a-z", "kind"}


@dataclass(frozen=True)
class RecordFile:
    """A file that holds, or should hold, one record."""

    id: str
    path: str
    """Relative to the project's folder, with forward slashes."""
    file: Path


def record_files(folder: Path, root: Path, report: Report) -> Iterator[RecordFile]:
    """List the records of a folder in order of their ids; a folder that is not there holds none.

    Dot files and editors' backups are passed over; anything else that is not a record is reported.
    """
    if not folder.is_dir():
        return
    here = Place(folder.relative_to(root).as_posix())
    if not folder.resolve().is_relative_to(root.resolve()):
        message = f"'{folder.name}' is a shortcut to a folder outside the project"
        report.add(Code.OUTSIDE_LINK, message, here, "put a copy of the folder here instead")
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda one: one.name)
    except OSError as error:
        report.add(Code.UNREADABLE_FILE, f"the folder '{folder.name}' cannot be read: {error.strerror}", here)
        return
    seen: dict[str, str] = {}
    for entry in entries:
        place = Place((folder.relative_to(root) / entry.name).as_posix())
        if _passed_over(entry.name):
            continue
        folded = entry.name.casefold()
        if folded in seen:
            report.add(
                Code.NAME_CLASH,
                f"'{entry.name}' and '{seen[folded]}' differ only in capitals",
                place,
                "rename one of them; on many computers they are the same file",
            )
            continue
        seen[folded] = entry.name
        if _is_record(entry, root, place, report):
            yield RecordFile(entry.stem, place.path, entry)


def own_file(root: Path, path: str, report: Report) -> Path | None:
    """Give a file that a project has once; None when it is not there. What else stands in its place is reported.

    Args:
        root: The project's folder.
        path: The file, relative to it, with forward slashes.
        report: Takes the problem.
    """
    file, place = root / path, Place(path)
    if not os.path.lexists(file):
        return None
    mode = _mode(file, root, place, report)
    if mode is None or stat.S_ISREG(mode):
        return file if mode is not None else None
    what = "a folder" if stat.S_ISDIR(mode) else "not an ordinary file"
    help_ = "the project reads a file of this name; move what stands in its place elsewhere"
    report.add(Code.UNREADABLE_FILE, f"'{file.name}' is {what}", place, help_)
    return None


def _mode(entry: Path, root: Path, place: Place, report: Report) -> int | None:
    """Say what an entry is, as the system does; None for a shortcut that leads nowhere or out of the project."""
    try:
        if entry.is_symlink() and not entry.resolve().is_relative_to(root.resolve()):
            message = f"'{entry.name}' is a shortcut to a file outside the project"
            report.add(Code.OUTSIDE_LINK, message, place, "put a copy of the file here instead")
            return None
        return entry.stat().st_mode
    except (OSError, RuntimeError):
        message = f"'{entry.name}' cannot be opened"
        report.add(Code.UNREADABLE_FILE, message, place, "it may be a shortcut to a file that is gone")
        return None


def _passed_over(name: str) -> bool:
    """Recognise dot files and what editors leave behind: `x.yml~`, `#x.yml#`, `x.yml.swp`, `x.yml.bak`."""
    return name.startswith((".", "#", "~$")) or name.endswith(("~", ".swp", ".swo", ".bak", ".orig", ".rej", ".tmp"))


def _is_record(entry: Path, root: Path, place: Place, report: Report) -> bool:
    name = entry.name
    mode = _mode(entry, root, place, report)
    if mode is None:
        return False
    if stat.S_ISDIR(mode):
        report.add(
            Code.STRAY_FOLDER,
            f"'{name}' is a folder" + (", although its name ends like a record's" if name.endswith(".yml") else ""),
            place,
            "a record folder holds only files named <id>.yml; move the folder elsewhere",
        )
        return False
    if not stat.S_ISREG(mode):
        report.add(Code.SPECIAL_FILE, f"'{name}' is not an ordinary file", place, "remove it from the record folder")
        return False
    return _has_good_name(entry, place, report)


def _has_good_name(entry: Path, place: Place, report: Report) -> bool:
    name, stem = entry.name, entry.stem
    if entry.suffix != ".yml":
        if entry.suffix.casefold() in {".yaml", ".yml", ".json"}:
            report.add(
                Code.WRONG_EXTENSION, f"'{name}' does not end in .yml", place, f"rename it to '{_as_id(stem)}.yml'"
            )
        else:
            report.add(
                Code.STRAY_FILE,
                f"'{name}' is not a record",
                place,
                "this folder holds only files named <id>.yml; pictures go to content/assets",
            )
        return False
    problem = id_problem(stem)
    if problem is not None:
        code, message, help_ = problem
        report.add(code, message, place, help_)
    return problem is None


def id_problem(name: str) -> tuple[Code, str, str] | None:
    """Give code, message and help when a name cannot be a record's id; None when it can."""
    if name.casefold() in _DEVICES | _OURS:
        reason = (
            "Windows cannot store a file of this name" if name.casefold() in _DEVICES else "the site uses this name"
        )
        return Code.RESERVED_NAME, f"'{name}' cannot be a record's id: {reason}", "choose a longer name"
    if ID.fullmatch(name) and len(name) <= _LONGEST_ID:
        return None
    offer = _as_id(name)
    help_ = f"an id has small letters, digits and single hyphens, at most {_LONGEST_ID}"
    return Code.FILE_NAME, f"'{name}' cannot be an id", help_ + (f"; '{offer}' can" if offer != name else "")


def _as_id(name: str) -> str:
    """Turn any name into the id that its writer most likely meant."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:_LONGEST_ID].strip("-") or "my-record"
