"""Reads every record and every guide of a project, keeping what is broken in view."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Code, Place, Report
from massage_atlas.library.single import read_single
from massage_atlas.records import KINDS, Kind
from massage_atlas.records.base import Record
from massage_atlas.records.decode import decode
from massage_atlas.records.guide import Guide
from massage_atlas.records.numbers import FILE as NUMBERS
from massage_atlas.records.numbers import Numbers
from massage_atlas.source import Document, Positions, RecordFile, read_document, read_text, record_files
from massage_atlas.source.folders import ID

GUIDES = "content"
"""The folder of hand-written pages, relative to the project's folder."""


@dataclass(frozen=True)
class Entry:
    """A record's file: what it holds, and the record when all of it fits."""

    kind: Kind
    id: str
    path: str
    document: Document | None
    """The values as written; None when the file could not be read as YAML."""
    record: Record | None
    """None when something in the file is wrong; its page then shows the problems."""


@dataclass(frozen=True)
class GuideEntry:
    """A hand-written page: its head, and its text in Markdown."""

    id: str
    """Its address without slashes at the ends, for example `guides/your-visit`."""
    path: str
    positions: Positions
    guide: Guide | None
    body: str
    first_line: int
    """The line of the file on which the body begins."""


def read_records(root: Path, report: Report) -> tuple[Entry, ...]:
    """Read every record, kind by kind, in order of ids."""
    return tuple(
        _entry(kind, file, report) for kind in KINDS.values() for file in record_files(root / kind.folder, root, report)
    )


def _entry(kind: Kind, file: RecordFile, report: Report) -> Entry:
    text = read_text(file.file, file.path, report)
    document = read_document(text, file.path, report) if text is not None else None
    record = decode(kind.model, document, report) if document is not None else None
    return Entry(kind, file.id, file.path, document, record)


def read_numbers(root: Path, report: Report) -> Numbers | None:
    """Read the numbers to call in an emergency; None when the project has none of its own, or they are broken."""
    read = read_single(Numbers, NUMBERS, root, report)
    return read[1] if read else None


def read_guides(root: Path, report: Report) -> tuple[GuideEntry, ...]:
    """Read every hand-written page, in order of addresses."""
    return tuple(guide for file in _guide_files(root) if (guide := _guide(file, root, report)) is not None)


def _guide_files(root: Path) -> Iterator[Path]:
    content = root / GUIDES
    taken = {root / kind.folder for kind in KINDS.values()}
    for file in sorted(content.rglob("*.md")) if content.is_dir() else ():
        if not taken.intersection(file.parents) and not any(
            part.startswith(".") for part in file.relative_to(root).parts
        ):
            yield file


def _guide(file: Path, root: Path, report: Report) -> GuideEntry | None:
    path = file.relative_to(root).as_posix()
    id_ = file.relative_to(root / GUIDES).with_suffix("").as_posix()
    if not file.is_file() or not file.resolve().is_relative_to(root.resolve()):
        report.add(
            Code.OUTSIDE_LINK, f"'{file.name}' is not a file of this project", Place(path), "put a copy of it here"
        )
        return None
    if not all(ID.fullmatch(part) for part in id_.split("/")) or id_ == "index":
        help_ = "a guide's name has small letters, digits and single hyphens, and is not 'index'"
        report.add(Code.FILE_NAME, f"'{file.name}' cannot name a guide", Place(path), help_)
        return None
    text = read_text(file, path, report)
    if text is None:
        return None
    head, body, first_line = _split(text)
    document = read_document(head, path, report) if head.strip() else None
    if document is None:
        if not head.strip():
            help_ = "begin it with '---', then title, description, checked, updated and review, then '---'"
            report.add(Code.MISSING_KEY, "the guide has no head", Place(path), help_)
        return GuideEntry(id_, path, Positions(path, head), None, body, first_line)
    return GuideEntry(id_, path, document.positions, decode(Guide, document, report), body, first_line)


def published_as_is(path: str) -> bool:
    """Tell whether a file of `content/` is for readers as it stands: no record, and no data that pages are made from.

    Args:
        path: The file, relative to `content/`, with forward slashes.
    """
    folder, _, rest = path.partition("/")
    if not rest:
        return not path.endswith((".yml", ".csv"))
    return path.endswith(".md") or f"{GUIDES}/{folder}" not in {kind.folder for kind in KINDS.values()}


def _split(text: str) -> tuple[str, str, int]:
    """Split a page into its head and its body; the head keeps an empty first line so that line numbers stay true."""
    lines = text.split("\n")
    if lines[0].rstrip() == "---" and "---" in (rest := [line.rstrip() for line in lines[1:]]):
        end = rest.index("---") + 1
        return "\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :]), end + 2
    return "", text, 1
