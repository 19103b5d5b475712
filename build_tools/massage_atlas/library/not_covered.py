"""Reads what the library does not cover."""

from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.library.single import read_single
from massage_atlas.records.not_covered import FILE, NotCovered, NotCoveredThings
from massage_atlas.source import Document


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
    read = read_single(NotCoveredThings, FILE, root, report)
    if read is None:
        return None
    document, value = read
    return NotCoveredList(document, value.things if value else ())
