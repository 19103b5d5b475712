"""The head of a hand-written guide: the same care marks as a record has, above a text in Markdown."""

from typing import ClassVar

from pydantic import Field

from massage_atlas.records.base import Name, Record, ShortAnswer


class Guide(Record):
    """A hand-written page for clients, students or clinics."""

    kind: ClassVar[str] = "guide"
    title_key: ClassVar[str] = "title_text"

    title_text: Name = Field(alias="title")
    """The words that name the page."""
    description: ShortAnswer
    """The first thing to know, in at most 35 words."""
