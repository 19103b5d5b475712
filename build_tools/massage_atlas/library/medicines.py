"""Reads the medicines."""

from dataclasses import dataclass
from pathlib import Path

from massage_atlas.diagnostics import Report
from massage_atlas.library.single import read_single
from massage_atlas.records.medicines import FILE, Medicine, MedicineGroup, Medicines
from massage_atlas.source import Document


@dataclass(frozen=True)
class MedicineList:
    """The file of medicines, and those in it when all of it fits."""

    document: Document
    medicines: tuple[Medicine, ...]
    groups: tuple[MedicineGroup, ...] = ()

    def of(self, contraindication: str) -> tuple[Medicine, ...]:
        """Give the medicines that a record covers, by name."""
        found = (one for one in self.medicines if one.means == contraindication)
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    def what(self, contraindication: str) -> str:
        """Give what the medicines of a record are, as it reads after "is"; empty when nobody wrote it."""
        return next((one.what for one in self.groups if one.means == contraindication), "")


def read_medicines(root: Path, report: Report) -> MedicineList | None:
    """Read the medicines; None when a project has none, or they cannot be read."""
    read = read_single(Medicines, FILE, root, report)
    if read is None:
        return None
    document, value = read
    return MedicineList(document, value.medicines if value else (), value.groups if value else ())
