"""Reads the appointment sheet's questions."""

from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.library.single import read_single
from massage_atlas.records.sheet import Sheet
from massage_atlas.source import Document

SHEET = "content/sheet.yml"
"""Where the questions lie, relative to the project's folder."""


@dataclass(frozen=True)
class SheetEntry:
    """The file of questions, and the sheet when all of it fits."""

    document: Document
    sheet: Sheet | None


def read_sheet(root: Path, report: Report) -> SheetEntry | None:
    """Read the questions; None when a project has none, or they cannot be read."""
    read = read_single(Sheet, SHEET, root, report)
    return SheetEntry(*read) if read else None
