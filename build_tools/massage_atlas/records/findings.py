"""What studies found, and where sources disagree."""

from pydantic import Field

from massage_atlas.records.base import Block, Name
from massage_atlas.records.links import ApproachRef, ReferenceRef, TechniqueRef
from massage_atlas.records.readers import ClientLine, QuotedLine, StudyLine, StudyQuote
from massage_atlas.records.vocabulary import Certainty, Direction, StudyKind

NOT_NOTED = "not noted here"
"""Stands for a comparison or a time that our notes on the sources do not name.

The fixed sentence leaves it out, and the line below says so.
"""


class Studies(Block):
    """How many studies of which kind stand behind a finding."""

    kind: StudyKind
    """What kind of studies."""
    number: int = Field(ge=1)
    """How many."""
    people: int | None = Field(default=None, ge=1)
    """How many people took part, where the source says so."""


class Finding(Block):
    """What studies found about one outcome. Direction and certainty are two things."""

    outcome: Name
    """What was measured, in plain words that follow "helps with": for example "pain"."""
    comparator: Name
    """What massage was compared with, in plain words that follow "compared with"; `not noted here` where the notes on
    the sources do not name it."""
    horizon: Name
    """How long the effect was looked at, in plain words that follow "for about"; `not noted here` where the notes on
    the sources do not say."""
    direction: Direction
    """Which way the evidence points."""
    certainty: Certainty
    """How sure we can be; never more than the strongest reference allows."""
    references: tuple[ReferenceRef, ...] = Field(min_length=1)
    """The literature. No reference, no benefit."""
    studies: Studies | None = None
    """How many studies stand behind it, where the source says so."""
    note: ClientLine | None = None
    """What a careful reader should also know."""


class Benefit(Finding):
    """What studies found about massage for one condition."""

    techniques: tuple[TechniqueRef, ...] = ()
    """The techniques that were studied."""
    approaches: tuple[ApproachRef, ...] = ()
    """The styles of massage that were studied."""


class Voice(Block):
    """What one source says where sources disagree."""

    who: Name
    """Who says it, for example: NICE (UK)."""
    says: QuotedLine
    """What they say."""
    year: int | None = Field(default=None, ge=1900, le=2100)
    """In which year."""
    references: tuple[ReferenceRef, ...] = ()
    """Where they say it."""


class Disagreement(Block):
    """A question on which good sources contradict each other. Both sides are shown, the strictest first."""

    question: Name
    """What they disagree about, as a question."""
    positions: tuple[Voice, ...] = Field(min_length=2)
    """What each of them says, the strictest advice first."""


class Taught(Block):
    """Something schools teach, beside what studies show."""

    taught: StudyQuote
    """What is often taught."""
    shown: StudyLine
    """What studies show."""
    references: tuple[ReferenceRef, ...] = ()
    """The studies."""
