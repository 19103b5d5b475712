"""Gathers what clients read on each page: the guides, and the fields of records and lists that say so."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from massage_atlas.diagnostics import Place
from massage_atlas.language.sentences import Sentence, Title, sentences
from massage_atlas.library import Key, Library
from massage_atlas.library.reading import GuideEntry
from massage_atlas.records import KINDS
from massage_atlas.records.base import Block
from massage_atlas.records.corrections import Corrections
from massage_atlas.records.fields import leaves, values_at
from massage_atlas.records.not_covered import NotCoveredThings
from massage_atlas.records.readers import BY_CLIENTS, Readers, WrittenFor
from massage_atlas.records.sheet import Sheet
from massage_atlas.source import Document, Positions
from massage_atlas.source.text import place_at


@dataclass(frozen=True)
class ClientText:
    """One text that clients read."""

    source: str
    read_by: WrittenFor
    title: Title
    positions: Positions
    loc: tuple[str | int, ...] = ()
    """Where it stands in its record, or in the head of its guide."""
    guide: GuideEntry | None = None
    """The guide whose body it is."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Give its sentences in order."""
        return tuple(sentences(self.source, self.title))

    def place(self, start: int, words: str) -> Place:
        """Give the place of some words that stand in it; they are underlined to the end of their first line."""
        if self.guide is None:
            return self.positions.inside(self.loc, words, self.source.count(words, 0, start))
        at = place_at(self.source, start, self.guide.path, len(words.split("\n", 1)[0]))
        return Place(at.path, at.line + self.guide.first_line - 1, at.column, at.length)


def client_texts(library: Library) -> dict[str, tuple[ClientText, ...]]:
    """Give the texts of every page by its address; what does not fit its model is left out."""

    def title(link: str) -> str:
        key = library.resolve(link)
        if key is None:
            return link
        return "" if key.kind == "reference" else library.inline_name(key)  # a piece of literature is a small number

    pages: defaultdict[str, list[ClientText]] = defaultdict(list)
    for key, entry in library.entries.items():
        if entry.record is not None and entry.document is not None:
            pages[page_of(key)] += _written(type(entry.record), entry.document, title)
    for key, guide in library.guides.items():
        if guide.guide is not None:
            head = guide.guide.description.source
            pages[page_of(key)] += (
                ClientText(head, BY_CLIENTS, title, guide.positions, ("description",)),
                ClientText(guide.body, BY_CLIENTS, title, guide.positions, guide=guide),
            )
    for page, model, read in (
        ("not-covered", NotCoveredThings, library.not_covered),
        ("safety-corrections", Corrections, library.corrections),
        ("sheet", Sheet, library.sheet if library.sheet and library.sheet.sheet else None),
    ):
        if read is not None:
            pages[page] += _written(model, read.document, title)
    return {page: tuple(texts) for page, texts in sorted(pages.items())}


def page_of(key: Key) -> str:
    """Give the address of the page that shows a record; a word of the glossary is on its letter's page."""
    if key.kind == "guide":
        return key.id
    if key.kind == "term":
        return f"terms/{key.id[0] if key.id[0].isalpha() else 0}"
    return f"{KINDS[key.kind].url}/{key.id}"


def _written(model: type[Block], document: Document, title: Title) -> Iterator[ClientText]:
    for leaf in leaves(model):
        if leaf.read_by is not None and leaf.read_by.readers is Readers.CLIENTS:
            for loc, value in values_at(document.value, leaf.path):
                yield ClientText(value, leaf.read_by, title, document.positions, loc)
