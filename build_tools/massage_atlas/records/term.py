"""A term: a word of the trade, explained."""

from typing import ClassVar

from massage_atlas.records.base import Block, Definition, Name, Record
from massage_atlas.records.links import ReferenceRef, TermRef, TopicRef
from massage_atlas.records.readers import ClientLine, StudyLine


class NotToConfuse(Block):
    """A term that is easily taken for this one."""

    term: TermRef
    """Which one."""
    difference: ClientLine
    """How they differ."""


class Term(Record):
    """A word of the trade, explained."""

    kind: ClassVar[str] = "term"

    name: Name
    """The word."""
    aka: tuple[Name, ...] = ()
    """Other forms and abbreviations of it."""
    link_as: tuple[Name, ...] | None = None
    """The forms that become links in texts, for words that also mean something else: left out, all names above; an
    empty list, none. A plural `s` need not be listed. An abbreviation is found in its own capitals only."""
    plain: Definition
    """What it means, in at most 25 plain words."""
    say: Name
    """How to say it, with capitals on the stressed part: for example "ef-luh-RAHZH"."""
    study: StudyLine | None = None
    """What a student should add."""
    not_to_confuse: tuple[NotToConfuse, ...] = ()
    """Terms that are easily taken for it."""
    see: tuple[TopicRef, ...] = ()
    """Records that tell more."""
    references: tuple[ReferenceRef, ...] = ()
    """Where the definition comes from."""
