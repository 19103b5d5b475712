"""Turns the bytes of a file into text that is safe to read, or says why not."""

import codecs
import contextlib
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from massage_atlas.diagnostics import Code, Place, Report

LARGEST = 256 * 1024
"""The most bytes a record's file may have."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, characters that turn the direction of text, and others that cannot be seen."""

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( .*)?$", re.MULTILINE)


def read_text(file: Path, path: str, report: Report, largest: int = LARGEST) -> str | None:
    """Read a file as text with Unix line ends and without a byte order mark, or report why it cannot be used.

    A file with a byte order mark or with Windows line ends gives the same text, and so the same page, as a plain one.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(largest + 1)
    except OSError as error:
        report.add(Code.UNREADABLE_FILE, f"'{file.name}' cannot be read: {error.strerror}", Place(path))
        return None
    if len(data) > largest:
        report.add(
            Code.FILE_SIZE,
            f"the file is larger than {largest // 1024} KB",
            Place(path),
            "a record is one page of text; split it, or look for something pasted by mistake",
        )
        return None
    text = _decode(data, path, report)
    if text is None:
        return None
    report.texts[path] = text
    return text if _is_clean(text, path, report) else None


def _decode(data: bytes, path: str, report: Report) -> str | None:
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        known = data[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n")
        report.texts[path] = data.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        place = Place(path, known.count("\n") + 1, len(known) - known.rfind("\n"))
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        what = "the file is UTF-16, not UTF-8" if wide else f"byte 0x{data[error.start]:02x} is not UTF-8 text"
        report.add(Code.NOT_UTF8, what, place, "save the file again with the encoding UTF-8")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_clean(text: str, path: str, report: Report) -> bool:
    hidden = list(FORBIDDEN.finditer(text))
    for found in hidden[:5]:
        report.add(Code.CONTROL_CHARACTER, *_hidden(found.group(), place_at(text, found.start(), path)))
    if hidden:
        return False
    conflicts = [found for found in _CONFLICT.finditer(text) if found.group(1) != "=" * 7]
    if conflicts:
        report.add(
            Code.MERGE_CONFLICT,
            "Git could not merge two versions here and left both in the file",
            place_at(text, conflicts[0].start(), path, len(conflicts[0].group())),
            "keep the lines you want and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
        )
        return False
    if not text.strip():
        report.add(Code.EMPTY_FILE, "the file is empty", Place(path), "'atlas new' writes a file to fill in")
        return False
    return True


def rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a table with commas, under its head, each with its line; what is no row any more ends it."""
    with contextlib.suppress(csv.Error):  # a quotation mark that nothing closes makes one endless field
        reader = csv.reader(text.splitlines(keepends=True))
        next(reader, None)
        for row in reader:
            yield reader.line_num, row


def _hidden(char: str, place: Place) -> tuple[str, Place, str]:
    """Give message, place and help for a character that may not stand in a record."""
    return (
        f"an invisible character (U+{ord(char):04X}) stands here",
        place,
        "delete it; typing the words again is easiest",
    )


def hidden_character(value: str) -> str | None:
    """Give the first character of a value that may not stand in a record, however it was written."""
    found = FORBIDDEN.search(value)
    return found.group() if found else None


def place_at(text: str, index: int, path: str, length: int = 1) -> Place:
    """Turn an index into a text into a place with line and column."""
    return Place(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index), length)
