"""The everyday words behind the search: what means the same, what sounds like danger, and what only seems so."""

from typing import Annotated

from pydantic import Field

from massage_atlas.records.base import Block, Name

FILE = "content/search.yml"
"""Where they lie, relative to the project's folder."""

Words = Annotated[tuple[Name, ...], Field(min_length=2)]
"""Words and short phrases that stand for one another."""


class TwoInOne(Block):
    """A word that holds others, or is short for them."""

    word: Name
    """As people type it, for example `headache` or `bp`."""
    parts: Name
    """The words it stands for, for example `head ache`."""


class Reading(Block):
    """A number that tells of danger, such as a blood pressure of 200."""

    beside: tuple[Name, ...] = ()
    """One of these must be typed with it."""
    weeks: bool = False
    """Whether it counts weeks, as a pregnant reader does; `for 6 weeks` and `6 weeks ago` do not count."""
    lowest: float = Field(alias="from")
    """The lowest number that tells of danger."""
    highest: float = Field(alias="to")
    """The highest."""
    means: Name
    """The words that it stands for, for example `too low`."""


class SearchWords(Block):
    """What the search knows about words, beside the names that records have."""

    same: tuple[Words, ...] = ()
    """Groups of words that mean the same when somebody says what happens to them. Other forms are listed, not guessed:
    `leg` is not `legs`."""
    joined: tuple[TwoInOne, ...] = ()
    """Words that hold a body part and a pain, and short forms such as `bp`."""
    readings: tuple[Reading, ...] = ()
    """Numbers that tell of danger."""
    pain: tuple[Name, ...] = ()
    """Words of pain. Beside an area that has something to check first, they open "First, check"."""
    help: tuple[Name, ...] = ()
    """What people say who need help now, where no single record is about it. It opens the page Get help."""
    past: tuple[Name, ...] = ()
    """Words that put an illness into the past, so that its name alone is no emergency."""
    harmless: tuple[Name, ...] = ()
    """Sayings that sound like danger and are none. They raise no card."""
    skip: tuple[Name, ...] = ()
    """Small words that say nothing about what is looked for."""
    common: tuple[Name, ...] = ()
    """Words that half of all names have here, so that they count for little."""
