"""Reads the body map."""

from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.library.single import read_single
from massage_atlas.records.body_map import FILE, BodyMap
from massage_atlas.source import Document


@dataclass(frozen=True)
class BodyMapEntry:
    """The file of the drawing, and the drawing when all of it fits."""

    document: Document
    body_map: BodyMap | None


def read_body_map(root: Path, report: Report) -> BodyMapEntry | None:
    """Read the drawing; None when a project has none, or it cannot be read."""
    read = read_single(BodyMap, FILE, root, report)
    return BodyMapEntry(*read) if read else None
