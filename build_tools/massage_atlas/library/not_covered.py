"""Reads what the library does not cover."""

from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.records.decode import decode
from massage_atlas.records.not_covered import FILE, NotCovered, NotCoveredThings
from massage_atlas.source import Document, read_document, read_text


@dataclass(frozen=True)
class NotCoveredList:
    """The file of things, and those in it when all of it fits."""

    document: Document
    things: tuple[NotCovered, ...]

    @property
    def in_order(self) -> tuple[NotCovered, ...]:
        """Give the things by name."""
        return tuple(sorted(self.things, key=lambda one: (one.name.casefold(), one.id)))


def read_not_covered(root: Path, report: Report) -> NotCoveredList | None:
    """Read what is not covered; None when a project lists nothing, or it cannot be read."""
    file = root / FILE
    text = read_text(file, FILE, report) if file.is_file() else None
    document = read_document(text, FILE, report) if text is not None else None
    if document is None:
        return None
    value = decode(NotCoveredThings, document, report)
    return NotCoveredList(document, value.things if value else ())
