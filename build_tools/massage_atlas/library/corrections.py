"""Reads the safety corrections."""

from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.library.single import read_single
from massage_atlas.records.corrections import FILE, Correction, Corrections
from massage_atlas.source import Document


@dataclass(frozen=True)
class CorrectionList:
    """The file of corrections, and those in it when all of it fits."""

    document: Document
    corrections: tuple[Correction, ...]
    """In the order of the file, so that a problem finds its line."""

    @property
    def newest_first(self) -> tuple[Correction, ...]:
        """Give them as readers see them."""
        return tuple(sorted(sorted(self.corrections, key=lambda one: one.id), key=lambda one: one.date, reverse=True))


def read_corrections(root: Path, report: Report) -> CorrectionList | None:
    """Read the corrections; None when a project keeps none, or they cannot be read."""
    read = read_single(Corrections, FILE, root, report)
    if read is None:
        return None
    document, value = read
    return CorrectionList(document, value.corrections if value else ())
