"""A technique: one way of working with the hands or a tool."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from massage_atlas.records.base import Block, Named, Range, Sourced, inconsistent
from massage_atlas.records.figure import Figure
from massage_atlas.records.findings import Disagreement, Finding, Taught
from massage_atlas.records.links import RegionRef, StructureRef, TechniqueRef
from massage_atlas.records.readers import ClientLine, ClientProse, StudyLine
from massage_atlas.records.scope import TechniqueAttributes
from massage_atlas.records.vocabulary import Family, Lubricant, RateUnit, Span, TargetRole


class Rate(Range):
    """How fast it is done."""

    unit: RateUnit
    """What the numbers count."""


class Duration(Range):
    """How long it is done, in minutes."""

    per: Span
    """What takes that long: a spot, a body area or a session."""


class Practice(Sourced):
    """How it is usually given, in numbers."""

    rate: Rate | None = None
    """The speed."""
    duration: Duration
    """The time, in minutes."""
    hold_seconds: Range | None = None
    """How long one hold lasts, in seconds, for techniques that hold."""
    repeats: Range | None = None
    """How often it is repeated on one place."""
    direction: StudyLine
    """Which way the hands go, and whether that is custom or tested."""
    lubricant: Lubricant
    """What is on the skin."""
    clothing: ClientLine
    """What the client wears and what stays covered."""
    note: StudyLine | None = None
    """What the numbers leave out, for example how studies did it."""


class Step(Block):
    """One step of how it is done."""

    do: StudyLine
    """What the therapist does."""
    why: StudyLine | None = None
    """Why."""


class Mistake(Block):
    """Something that often goes wrong."""

    error: StudyLine
    """What goes wrong."""
    instead: StudyLine
    """What to do instead."""


class Target(Block):
    """A structure the technique is used on."""

    structure: StructureRef
    """Which one."""
    role: TargetRole
    """What part it plays."""


class Sequence(Block):
    """Where the technique stands in a session."""

    after: tuple[TechniqueRef, ...] = ()
    """Techniques that usually come before this one."""
    note: StudyLine
    """Why it stands there."""


class HealthyAdult(Sourced):
    """A recorded look at this technique for an adult with none of the facts we ask about."""

    how: StudyLine
    """How it is given then."""


class Technique(Named):
    """One way of working with the hands or a tool."""

    kind: ClassVar[str] = "technique"
    safety: ClassVar[bool] = True

    family: Family
    """The family it belongs to."""
    attributes: TechniqueAttributes
    """What is done to the body; safety rules reach the technique through these."""
    suits: ClientLine
    """Who often likes it or finds it useful."""
    felt: ClientProse
    """What it feels like, for clients."""
    practice: Practice
    """Speed, time, direction, oil, clothes."""
    figure: Figure | None = None
    """What the technique's drawing shows; without it there is none."""
    steps: tuple[Step, ...] = Field(min_length=2)
    """How it is done, in order."""
    errors: tuple[Mistake, ...] = Field(min_length=1)
    """What often goes wrong."""
    body_mechanics: tuple[StudyLine, ...] = Field(min_length=1)
    """How the therapist stands, moves and protects their own joints."""
    sequence: Sequence
    """Where it stands in a session."""
    regions: tuple[RegionRef, ...] = ()
    """The only body areas it is used on; empty when it can be used anywhere."""
    targets: tuple[Target, ...] = ()
    """The structures it is used on."""
    findings: tuple[Finding, ...] = ()
    """What studies found about the technique itself, apart from any condition."""
    taught: tuple[Taught, ...] = ()
    """What schools teach beside what studies show."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where good sources contradict each other."""
    healthy_adult: HealthyAdult | None = None
    """The recorded look that lets a page say "No warning found" for a healthy adult."""
    related: tuple[TechniqueRef, ...] = ()
    """Techniques that are easily confused with it, or are done alike."""

    @model_validator(mode="after")
    def _drawn_as_it_is(self) -> Self:
        figure = self.figure
        if figure and figure.motion not in self.attributes.motion:
            raise inconsistent(f"the figure shows '{figure.motion}', which 'attributes.motion' does not name")
        if figure and figure.tool not in self.attributes.tool:
            tool = figure.tool
            raise inconsistent(f"the figure shows '{figure.contact}', and 'attributes.tool' does not name '{tool}'")
        return self
