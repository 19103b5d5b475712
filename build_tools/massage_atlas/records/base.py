"""What every record has, and the blocks that several kinds share."""

import datetime
from typing import Annotated, ClassVar, Self, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from massage_atlas.diagnostics import Code
from massage_atlas.records.links import (
    ID_PATTERN,
    ReferenceRef,
)
from massage_atlas.records.prose import Prose
from massage_atlas.records.readers import BY_CLIENTS_IN_DANGER, ClientLine, ClientProse, SafetyLine, StudyProse
from massage_atlas.records.vocabulary import (
    Basis,
    ReviewState,
)
from massage_atlas.records.web import is_web_address

Name: TypeAlias = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^\S(.*\S)?$")]
"""A name in plain text: at most 120 characters, no space at either end."""

SafetyName: TypeAlias = Annotated[Name, BY_CLIENTS_IN_DANGER]
"""A few words in plain text by which clients find out what to do about a danger."""

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


ShortAnswer: TypeAlias = Annotated[ClientLine, _few_words(35)]
"""One answer in at most 35 words."""

Answer: TypeAlias = Annotated[ClientLine, _few_words(40)]
"""A claim's true answer in at most 40 words."""

Why: TypeAlias = Annotated[SafetyLine, _few_words(30)]
"""A reason in at most 30 words."""

Definition: TypeAlias = Annotated[ClientLine, _few_words(25)]
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


class Sourced(Block):
    """A statement with how we know it."""

    basis: Basis
    """How we know."""
    references: tuple[ReferenceRef, ...] = ()
    """The literature behind it; needed for every basis but custom and expert opinion."""


class Stated(Sourced):
    """One sentence for clients, with how we know it."""

    says: ClientLine
    """The sentence."""


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
    misspellings: tuple[Name, ...] = ()
    """How people mistype it, for finding it; never shown. In one line, so that the spelling check can pass it over."""
    short: ShortAnswer
    """The first thing to know, in at most 35 words."""
    plain: ClientProse
    """The text for clients: short sentences, the everyday word before the term."""
    study: StudyProse
    """The text for students."""
    references: tuple[ReferenceRef, ...] = ()
    """Literature about the whole record that no single statement cites."""
