"""A condition: something people have when they ask about massage."""

from typing import ClassVar

from pydantic import Field

from massage_atlas.records.base import Block, Name, Named, Slug, Sourced, Stated
from massage_atlas.records.findings import Benefit, Disagreement
from massage_atlas.records.links import ConditionRef, ContraindicationRef, RegionRef, StructureRef, TechniqueRef
from massage_atlas.records.readers import ClientLine, QuotedLine, SafetyLine, StudyLine, StudyProse
from massage_atlas.records.scope import Fit
from massage_atlas.records.vocabulary import CodeSystem, Urgency


class ConditionCode(Block):
    """A code for the condition in a public list."""

    system: CodeSystem
    """Which list."""
    code: Name
    """The code."""
    label: Name
    """What the list calls it."""


class Phase(Block):
    """A stage of the condition, in plain time."""

    id: Slug
    """The word safety rules use for it."""
    name: Name
    """The plain time, as an answer to "How long has it been a problem?": for example "Less than six weeks"."""
    note: StudyLine | None = None
    """What is special about this stage."""


class TechniqueUse(Block):
    """A technique that is used for the condition."""

    technique: TechniqueRef
    """Which one."""
    how: ClientLine
    """How it is used here."""


class Dose(Sourced):
    """How much massage studies used, or custom suggests."""

    says: StudyLine
    """In words."""


class DoctorAdvice(Block):
    """A reason to see a health worker that is not a red flag sign of its own."""

    sign: SafetyLine
    """What a person notices, as an "if": for example "the pain is worse after two weeks"."""
    urgency: Urgency
    """How soon."""


class Condition(Named):
    """Something people have when they ask about massage."""

    kind: ClassVar[str] = "condition"
    safety: ClassVar[bool] = True

    codes: tuple[ConditionCode, ...] = ()
    """Codes in public lists; only those someone checked."""
    regions: tuple[RegionRef, ...] = ()
    """The body areas it is found in; empty when it is not tied to one."""
    structures: tuple[StructureRef, ...] = ()
    """Structures that are part of it."""
    phases: tuple[Phase, ...] = ()
    """Its stages, when safety or use depends on them."""
    signs: tuple[ClientLine, ...] = Field(min_length=1)
    """What people with it usually notice."""
    benefits: tuple[Benefit, ...] = ()
    """What studies found about massage for it."""
    techniques: tuple[TechniqueUse, ...] = ()
    """Techniques that are used for it."""
    dose: Dose | None = None
    """How much massage studies used."""
    approach: ClientLine
    """Massage with this condition in one sentence: what to change for everyone who has it."""
    tell: tuple[ClientLine, ...] = Field(min_length=1, max_length=3)
    """What to tell the therapist, at most three things."""
    red_flags: tuple[ContraindicationRef, ...] = ()
    """Signs that mean: get help instead."""
    doctor: tuple[DoctorAdvice, ...] = ()
    """Other reasons to see a health worker."""
    self_care: tuple[Stated, ...] = Field(min_length=1)
    """What people can do themselves."""
    questions: tuple[QuotedLine, ...] = Field(min_length=1)
    """Questions to ask the therapist or the doctor."""
    assessment: StudyProse
    """What a student looks at before working."""
    choice: StudyProse
    """How a student chooses among techniques."""
    fits: tuple[Fit, ...] = ()
    """Recorded looks: techniques that were held against all rules for it."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where good sources contradict each other."""
    related: tuple[ConditionRef, ...] = ()
    """Conditions that are easily confused with it, or come with it."""
