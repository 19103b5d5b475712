"""Which techniques something is about: named one by one, by family, or by what they do to the body."""

import datetime

from pydantic import Field

from massage_atlas.records.base import Block, Slug, Sourced
from massage_atlas.records.links import RegionRef, TechniqueRef
from massage_atlas.records.readers import SafetyLine, StudyLine
from massage_atlas.records.vocabulary import Family, Heat, Motion, Position, Pressure, Tool


class Attributes(Block):
    """What is done to the body. Safety rules reach a technique through these words."""

    pressure: tuple[Pressure, ...] = ()
    """How firm the hands press: every degree that is usual for it."""
    motion: tuple[Motion, ...] = ()
    """How the hands move."""
    tool: tuple[Tool, ...] = ()
    """What touches the body."""
    heat: tuple[Heat, ...] = ()
    """Whether warmth is added."""
    position: tuple[Position, ...] = ()
    """How the client can lie or sit."""


class TechniqueAttributes(Attributes):
    """What a technique does to the body; every technique says all of it."""

    pressure: tuple[Pressure, ...] = Field(min_length=1)
    """How firm the hands press: every degree that is usual for it."""
    motion: tuple[Motion, ...] = Field(min_length=1)
    """How the hands move."""
    tool: tuple[Tool, ...] = Field(min_length=1)
    """What touches the body."""
    position: tuple[Position, ...] = Field(min_length=1)
    """How the client can lie or sit."""


class Reach(Block):
    """Which techniques something is about: any match counts; nothing written means all."""

    techniques: tuple[TechniqueRef, ...] = ()
    """These techniques."""
    families: tuple[Family, ...] = ()
    """Every technique of these families."""
    attributes: Attributes | None = None
    """Every technique with one of these words."""


class Unless(Block):
    """When a rule does not hold. Never a fact about the client: knowing more must not make anything milder."""

    why: SafetyLine
    """Why the rule does not hold then."""
    techniques: tuple[TechniqueRef, ...] = ()
    """Not for these techniques."""
    families: tuple[Family, ...] = ()
    """Not for these families."""
    attributes: Attributes | None = None
    """Not for techniques with one of these."""
    regions: tuple[RegionRef, ...] = ()
    """Not when the massage is only here."""
    phases: tuple[Slug, ...] = ()
    """Not in these phases."""


class Fit(Sourced):
    """A recorded look: someone held these techniques against this fact and found that they can be given so."""

    to: Reach
    """Which techniques were looked at."""
    how: StudyLine
    """How they are given."""
    checked: datetime.date
    """When someone looked."""
    variants: tuple[Slug, ...] = ()
    """Only with these forms of the fact; empty for all."""
    phases: tuple[Slug, ...] = ()
    """Only in these stages; empty for all."""
