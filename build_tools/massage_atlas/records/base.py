"""What every record has, and the blocks that several kinds share."""

import datetime
from typing import Annotated, ClassVar, Self, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from massage_atlas.diagnostics import Code
from massage_atlas.records.links import (
    ID_PATTERN,
    ApproachRef,
    ReferenceRef,
    RegionRef,
    TechniqueRef,
)
from massage_atlas.records.prose import Line, Prose, is_web_address
from massage_atlas.records.vocabulary import (
    Basis,
    Certainty,
    Direction,
    Family,
    Heat,
    Motion,
    Position,
    Pressure,
    ReviewState,
    StudyKind,
    Tool,
)

Name: TypeAlias = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^\S(.*\S)?$")]
"""A name in plain text: at most 120 characters, no space at either end."""

Slug: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]
"""A word that is part of an address: small letters, digits, single hyphens."""


def _https(url: str) -> str:
    if not is_web_address(url):
        raise PydanticCustomError(Code.BAD_URL.value, "'{url}' is not a complete https address", {"url": url})
    return url


WebAddress: TypeAlias = Annotated[str, AfterValidator(_https), Field(max_length=500)]
"""A complete https address."""


def _few_words(limit: int) -> AfterValidator:
    def check(line: Prose) -> Prose:
        count = len(line.words().split())
        if count > limit:
            raise PydanticCustomError(
                Code.TOO_LONG.value,
                "{count} words are more than the {limit} that fit here",
                {"count": count, "limit": limit},
            )
        return line

    return AfterValidator(check)


ShortAnswer: TypeAlias = Annotated[Line, _few_words(35)]
"""One answer in at most 35 words."""

Answer: TypeAlias = Annotated[Line, _few_words(40)]
"""A claim's true answer in at most 40 words."""

Why: TypeAlias = Annotated[Line, _few_words(30)]
"""A reason in at most 30 words."""

Definition: TypeAlias = Annotated[Line, _few_words(25)]
"""A definition in at most 25 words."""


class Block(BaseModel):
    """A block of keys inside a record. Unknown keys are refused, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)


def inconsistent(message: str) -> PydanticCustomError:
    """Say that two values of one block do not fit together."""
    return PydanticCustomError(Code.INCONSISTENT.value, "{message}", {"message": message})


class Range(Block):
    """From a lowest to a highest number; both the same when it is one number."""

    low: float = Field(ge=0, allow_inf_nan=False)
    """The lowest usual value."""
    high: float = Field(ge=0, allow_inf_nan=False)
    """The highest usual value."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high:
            raise inconsistent(f"'low' ({self.low:g}) is more than 'high' ({self.high:g})")
        return self


class Signature(Block):
    """Who signed a record. Only a real, named health worker may stand here."""

    name: Name
    """The person's name."""
    role: Name
    """What they are, for example: physiotherapist."""
    date: datetime.date
    """When they signed."""
    next: datetime.date
    """By when they will look again."""
    registration: Name | None = None
    """Their public registration, where one exists."""


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


class Sourced(Block):
    """A statement with how we know it."""

    basis: Basis
    """How we know."""
    references: tuple[ReferenceRef, ...] = ()
    """The literature behind it; needed for every basis but custom and expert opinion."""


class Stated(Sourced):
    """One sentence with how we know it."""

    says: Line
    """The sentence."""


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
    """What massage was compared with, in plain words that follow "compared with"."""
    horizon: Name
    """How long the effect was looked at, in plain words that follow "for about"."""
    direction: Direction
    """Which way the evidence points."""
    certainty: Certainty
    """How sure we can be; never more than the strongest reference allows."""
    references: tuple[ReferenceRef, ...] = Field(min_length=1)
    """The literature. No reference, no benefit."""
    studies: Studies | None = None
    """How many studies stand behind it, where the source says so."""
    note: Line | None = None
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
    says: Line
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

    taught: Line
    """What is often taught."""
    shown: Line
    """What studies show."""
    references: tuple[ReferenceRef, ...] = ()
    """The studies."""


class Unless(Block):
    """When a rule does not hold. Never a fact about the client: knowing more must not make anything milder."""

    why: Line
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


class Reach(Block):
    """Which techniques something is about: any match counts; nothing written means all."""

    techniques: tuple[TechniqueRef, ...] = ()
    """These techniques."""
    families: tuple[Family, ...] = ()
    """Every technique of these families."""
    attributes: Attributes | None = None
    """Every technique with one of these words."""


class Fit(Sourced):
    """A recorded look: someone held these techniques against this fact and found that they can be given so."""

    to: Reach
    """Which techniques were looked at."""
    how: Line
    """How they are given."""
    checked: datetime.date
    """When someone looked."""


class Record(Block):
    """What every record of every kind has."""

    kind: ClassVar[str]
    """The kind's word in links and messages."""
    title_key: ClassVar[str] = "name"
    """The key whose value names the page."""
    safety: ClassVar[bool] = False
    """Whether the record's check wears out sooner, because safety depends on it."""

    checked: datetime.date
    """When it was last compared with its sources, as year-month-day."""
    updated: datetime.date
    """When its text last changed, as year-month-day."""
    review: ReviewState
    """`draft` until a named health worker has signed it."""
    signature: Signature | None = None
    """Who signed it; needed when `review: signed`."""
    former_ids: tuple[Slug, ...] = ()
    """Earlier ids of this record; their addresses lead here for ever."""

    @property
    def title(self) -> str:
        """Give the words that name the record's page."""
        return str(getattr(self, self.title_key))

    @model_validator(mode="after")
    def _signed_by_someone(self) -> Self:
        if self.review is ReviewState.SIGNED and self.signature is None:
            raise inconsistent("'review: signed' needs a 'signature' with name, role, date and next")
        if self.review is ReviewState.DRAFT and self.signature is not None:
            raise inconsistent("a draft has no 'signature'; write 'review: signed' or remove the signature")
        return self


class Named(Record):
    """What a record with a name of its own has."""

    name: Name
    """The name readers see: the plain word first, for example "Kneading (petrissage)"."""
    aka: tuple[Name, ...] = ()
    """Other names in use, those of the trade included."""
    lay: tuple[Name, ...] = ()
    """What people call it who are not of the trade."""
    short: ShortAnswer
    """The first thing to know, in at most 35 words."""
    plain: Prose
    """The text for clients: short sentences, the everyday word before the term."""
    study: Prose
    """The text for students."""
    references: tuple[ReferenceRef, ...] = ()
    """Literature about the whole record that no single statement cites."""
