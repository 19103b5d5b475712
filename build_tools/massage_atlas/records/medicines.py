"""Medicines by name: one vocabulary, so that a brand finds the record that says what it means for a massage."""

from pydantic import Field

from massage_atlas.records.base import Block, Name
from massage_atlas.records.links import ContraindicationRef

FILE = "content/medicines.yml"
"""Where they lie, relative to the project's folder."""


class Medicine(Block):
    """One medicine."""

    name: Name
    """Its generic name."""
    means: ContraindicationRef
    """The record whose rules hold for people who take it."""
    brands: tuple[Name, ...] = ()
    """Names it is sold under."""
    misspellings: tuple[Name, ...] = ()
    """How people mistype its names, for finding it; never shown."""


class MedicineGroup(Block):
    """What medicines that lead to one record are, in plain words."""

    means: ContraindicationRef
    """The record."""
    what: Name
    """As it reads after "apixaban is": `a blood thinner`."""


class Medicines(Block):
    """All of them."""

    groups: tuple[MedicineGroup, ...] = ()
    """What they are, by the record they lead to."""

    medicines: tuple[Medicine, ...] = Field(min_length=1)
    """In any order; pages sort them."""
