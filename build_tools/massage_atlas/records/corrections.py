"""Corrections of what the library warns of: what a clinic reads before it updates."""

import datetime
from typing import Annotated, Self, TypeAlias

from pydantic import Field, model_validator

from massage_atlas.records.base import Block, Name, Slug, inconsistent
from massage_atlas.records.readers import SafetyLine
from massage_atlas.records.vocabulary import SafetyChange

FILE = "content/safety-corrections.yml"
"""Where they lie, relative to the project's folder."""

_Page: TypeAlias = Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]


class Correction(Block):
    """One change to what the library warns of."""

    id: Slug
    """Its word in addresses; it never changes, so that nobody is told of it twice."""
    date: datetime.date
    """The day the change was published."""
    change: SafetyChange
    """What it did to the warnings."""
    title: Name
    """What it is about."""
    says: SafetyLine
    """What changed, for whom, and what to do about it."""
    before: SafetyLine | None = None
    """What the library said until then."""
    now: SafetyLine | None = None
    """What it says since."""
    records: tuple[_Page, ...] = ()
    """The records that changed, as `kind/id`; a correction names at least one."""

    @model_validator(mode="after")
    def _of_something(self) -> Self:
        if self.change is not SafetyChange.FIRST and not self.records:
            raise inconsistent("a correction names the 'records' that changed")
        return self


class Corrections(Block):
    """All of them."""

    corrections: tuple[Correction, ...] = Field(min_length=1)
    """In any order; pages and feeds show the newest first."""
