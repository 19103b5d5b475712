"""A finished page: a path, a title, metadata and sections of safe HTML. Every engine and every export reads this."""

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key


@dataclass(frozen=True)
class Section:
    """A part of a page under its own heading."""

    id: str
    """Its anchor."""
    title: str
    """A fixed English heading; empty for the head and the foot of a page, which have none."""
    html: Markup
    audience: str = ""
    """`client` or `study` when only one of them needs it; empty for both."""


@dataclass(frozen=True)
class Page:
    """A finished page, whatever engine will frame it."""

    url: str
    """Its address relative to the site, ending in a slash: `techniques/petrissage/`; empty for the home page."""
    title: str
    """Plain text; whoever prints it escapes it."""
    description: str
    """One or two plain sentences, for search engines and previews."""
    sections: tuple[Section, ...]
    updated: datetime.date
    """When its text last changed."""
    due: datetime.date | None = None
    """By when its record is to be checked again; None for pages made from many records."""
    closes: datetime.date | None = None
    """After which day nobody should rely on it."""
    key: Key | None = None
    """The record it shows; None for pages made from many records."""

    @property
    def source_path(self) -> str:
        """Give its path as a Markdown file: a folder of its own, so that relative links are right in every engine."""
        return f"{self.url}index.md"
