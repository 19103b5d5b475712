"""A structure: a muscle, nerve, vessel, joint or other part of the body that records name."""

from typing import ClassVar

from pydantic import Field

from massage_atlas.records.base import Named
from massage_atlas.records.links import RegionRef, StructureRef
from massage_atlas.records.vocabulary import StructureKind


class Structure(Named):
    """A part of the body that techniques and conditions name, with its area; not full anatomy."""

    kind: ClassVar[str] = "structure"

    structure_kind: StructureKind = Field(alias="kind")
    """What kind of structure it is."""
    regions: tuple[RegionRef, ...] = Field(min_length=1)
    """The body areas it lies in."""
    related: tuple[StructureRef, ...] = ()
    """Structures that lie beside it or work with it."""
