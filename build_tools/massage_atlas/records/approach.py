"""An approach: a style of massage, as a plan for a session and a course."""

from typing import ClassVar

from pydantic import Field

from massage_atlas.records.base import Block, Name, Named, Range, Sourced
from massage_atlas.records.findings import Disagreement
from massage_atlas.records.links import ApproachRef, ConditionRef, RegionRef, TechniqueRef
from massage_atlas.records.readers import ClientLine, ClientProse, QuotedLine, StudyLine
from massage_atlas.records.vocabulary import Stage


class PlanStep(Block):
    """One step of a session."""

    name: Name
    """What the step is called, for clients."""
    stage: Stage
    """The part of the plan it belongs to."""
    minutes: Range | None = None
    """How long it takes, in minutes; none when it is not a part of the visit."""
    happens: ClientLine
    """What happens, for clients."""
    techniques: tuple[TechniqueRef, ...] = ()
    """The techniques used, in order."""
    regions: tuple[RegionRef, ...] = ()
    """The body areas worked on."""
    why: StudyLine | None = None
    """Why it stands here, for students."""


class Visits(Sourced):
    """How many visits a course has."""

    says: ClientLine
    """In words, with what studies used."""


class Approach(Named):
    """A style of massage, as a plan for a session and a course."""

    kind: ClassVar[str] = "approach"
    safety: ClassVar[bool] = True

    for_whom: ClientProse
    """Who it is for, and who should look elsewhere first."""
    conditions: tuple[ConditionRef, ...] = ()
    """Conditions people book it for."""
    goals: tuple[ClientLine, ...] = Field(min_length=1)
    """What it aims at."""
    limits: tuple[ClientLine, ...] = Field(min_length=1)
    """What it cannot do."""
    plan: tuple[PlanStep, ...] = Field(min_length=3)
    """The session, step by step."""
    visits: Visits
    """How many visits, and what studies used."""
    given_by: ClientLine
    """Who may give it."""
    training: tuple[ClientLine, ...] = Field(min_length=1)
    """What to ask about training."""
    wear: ClientLine
    """What to wear, and what stays covered."""
    effort: tuple[ClientLine, ...] = Field(min_length=1)
    """What it costs the client in effort and money."""
    paper: ClientProse | None = None
    """Prescriptions, codes and insurers, where they matter."""
    aftercare: tuple[ClientLine, ...] = Field(min_length=1)
    """What to do and expect afterwards."""
    questions: tuple[QuotedLine, ...] = Field(min_length=1)
    """Questions to ask before booking."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where good sources contradict each other."""
    related: tuple[ApproachRef, ...] = ()
    """Approaches that are easily confused with it."""
