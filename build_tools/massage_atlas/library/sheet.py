"""Reads the appointment sheet's questions."""

from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.records.decode import decode
from massage_atlas.records.sheet import Sheet
from massage_atlas.source import Document, read_document, read_text

SHEET = "content/sheet.yml"
"""Where the questions lie, relative to the project's folder."""


@dataclass(frozen=True)
class SheetEntry:
    """The file of questions, and the sheet when all of it fits."""

    document: Document
    sheet: Sheet | None


def read_sheet(root: Path, report: Report) -> SheetEntry | None:
    """Read the questions; None when a project has none, or they cannot be read."""
    file = root / SHEET
    text = read_text(file, SHEET, report) if file.is_file() else None
    document = read_document(text, SHEET, report) if text is not None else None
    return SheetEntry(document, decode(Sheet, document, report)) if document is not None else None
