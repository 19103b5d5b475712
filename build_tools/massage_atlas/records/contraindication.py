"""A contraindication: a fact about a person, and the rules about massage that follow from it."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from massage_atlas.records.base import Block, Name, Named, Slug, Sourced, Why, inconsistent
from massage_atlas.records.findings import Voice
from massage_atlas.records.links import Area, ContraindicationRef, FactRef, StructureRef
from massage_atlas.records.readers import ClientLine, SafetyLine
from massage_atlas.records.scope import Fit, Reach, Unless
from massage_atlas.records.vocabulary import ContraindicationKind, Level, QuestionGroup, Urgency


class Ask(Block):
    """How the appointment sheet asks for the fact."""

    question: SafetyLine
    """The client's question, in plain words."""
    group: QuestionGroup
    """The part of the sheet it stands in."""


class Variant(Block):
    """One form of the fact that changes what follows: suspected, treated, past."""

    id: Slug
    """The word rules use for it."""
    name: Name
    """The plain words a client would tick."""


class FactPart(Block):
    """A fact, or one form or stage of it."""

    fact: FactRef
    """Which fact."""
    variant: Slug | None = None
    """Only this form of it."""
    phase: Slug | None = None
    """Only this stage of it."""


class Origin(FactPart):
    """A fact that brings this one with it."""

    brings: Slug | None = None
    """Which form of this fact it brings; left out when it could be any."""


class Rule(Sourced):
    """What follows from the fact. One rule has one level."""

    level: Level
    """How strict it is."""
    variants: tuple[Slug, ...] = ()
    """Only for these forms of the fact; empty for all."""
    phases: tuple[Slug, ...] = ()
    """Only in these stages; empty for all."""
    with_: tuple[FactPart, ...] = Field(default=(), alias="with")
    """Other facts that must also hold: some dangers exist only together."""
    to: Reach | None = None
    """Which techniques it holds for; nothing written means all."""
    at: Area = ()
    """Where it holds: regions, or `site` for the place where the trouble is; nothing written means the whole body."""
    unless: Unless | None = None
    """When it does not hold."""
    urgency: Urgency | None = None
    """What to do about one's health, and how soon."""
    why: Why
    """The reason, in at most 30 words."""
    do_instead: SafetyLine | None = None
    """What is possible instead; needed for the levels local and precaution."""
    ask_whom: SafetyLine | None = None
    """Who can clear it, for example: your doctor."""
    until: SafetyLine | None = None
    """How long it holds."""
    positions: tuple[Voice, ...] = ()
    """What sources say where they disagree, the strictest first."""
    convention_accepted: ClientLine | None = None
    """Why acting on an emergency that rests on custom alone is safe."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.level is Level.EMERGENCY and self.urgency is None:
            raise inconsistent("a rule of level emergency needs an 'urgency'")
        return self


class Contraindication(Named):
    """A fact about a person, and the rules about massage that follow from it."""

    kind: ClassVar[str] = "contraindication"
    safety: ClassVar[bool] = True

    fact_kind: ContraindicationKind = Field(alias="kind")
    """What kind of fact it is."""
    said: tuple[Name, ...] = ()
    """How people say it when it happens to them now, without its name. In the search these words open the help card;
    never shown."""
    ask: Ask | None = None
    """How the appointment sheet asks for it; none for standing rules."""
    variants: tuple[Variant, ...] = ()
    """Forms of the fact that change what follows."""
    implied_by: tuple[Origin, ...] = ()
    """Facts that bring this one with them."""
    rules: tuple[Rule, ...] = Field(min_length=1)
    """What follows from the fact."""
    fits: tuple[Fit, ...] = ()
    """Recorded looks: techniques that were held against all rules for it."""
    structures: tuple[StructureRef, ...] = ()
    """Structures that are in danger."""
    related: tuple[ContraindicationRef, ...] = ()
    """Facts that are easily confused with it, or come with it."""
