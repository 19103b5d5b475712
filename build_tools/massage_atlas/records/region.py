"""A region: an area of the body that people point at."""

from typing import ClassVar

from massage_atlas.records.base import Block, Name, Named
from massage_atlas.records.links import ContraindicationRef, RegionRef, StructureRef
from massage_atlas.records.readers import ClientLine, SafetyLine
from massage_atlas.records.vocabulary import Side


class Endangerment(Block):
    """Something near the surface that pressure can hurt."""

    structure: StructureRef
    """What lies there."""
    why: SafetyLine
    """Why pressure is a danger, and how to touch instead."""


class Region(Named):
    """An area of the body that people point at."""

    kind: ClassVar[str] = "region"
    safety: ClassVar[bool] = True

    anatomical: Name
    """The name in anatomy."""
    parent: RegionRef | None = None
    """The larger area it belongs to."""
    side: Side
    """Which side of the body shows it."""
    consent: ClientLine | None = None
    """What the therapist must ask before touching here, when it is a place one does not touch unasked."""
    endangerment: tuple[Endangerment, ...] = ()
    """What near the surface pressure can hurt."""
    first_check: tuple[ContraindicationRef, ...] = ()
    """Dangerous look-alikes: signs to rule out before anyone works here; without any, those of the larger area hold."""
