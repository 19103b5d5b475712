"""The graph: records and guides, what they say of each other, and the way back."""

from massage_atlas.library.graph import Key, Library, Link
from massage_atlas.library.linking import link
from massage_atlas.library.reading import (
    Entry,
    GuideEntry,
    published_as_is,
    read_guides,
    read_numbers,
    read_records,
)

__all__ = [
    "Entry",
    "GuideEntry",
    "Key",
    "Library",
    "Link",
    "link",
    "published_as_is",
    "read_guides",
    "read_numbers",
    "read_records",
]
