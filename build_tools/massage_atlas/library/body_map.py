"""Reads the body map."""

from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.records.body_map import FILE, BodyMap
from massage_atlas.records.decode import decode
from massage_atlas.source import Document, read_document, read_text


@dataclass(frozen=True)
class BodyMapEntry:
    """The file of the drawing, and the drawing when all of it fits."""

    document: Document
    body_map: BodyMap | None


def read_body_map(root: Path, report: Report) -> BodyMapEntry | None:
    """Read the drawing; None when a project has none, or it cannot be read."""
    file = root / FILE
    text = read_text(file, FILE, report) if file.is_file() else None
    document = read_document(text, FILE, report) if text is not None else None
    return BodyMapEntry(document, decode(BodyMap, document, report)) if document is not None else None
