"""What people ask for and the library does not cover: named, so that a search for it is not met with silence."""

from typing import Self

from pydantic import Field, model_validator

from massage_atlas.records.base import Block, Definition, Name, Slug, inconsistent
from massage_atlas.records.links import TopicRef
from massage_atlas.records.vocabulary import Basis

FILE = "content/not-covered.yml"
"""Where they are listed, relative to the project's folder."""


class NotCovered(Block):
    """One thing the library does not cover."""

    id: Slug
    """The word for it in the page's address; each stands once."""
    name: Name
    """What most people call it."""
    aka: tuple[Name, ...] = ()
    """Other names in use."""
    misspellings: tuple[Name, ...] = ()
    """How people mistype it, for finding it; never shown. In one line, so that the spelling check can pass it over."""
    what: Definition
    """What it is, in at most 25 plain words: how it is given, never what it does for anyone."""
    see: tuple[TopicRef, ...] = ()
    """The nearest things the library has."""

    @property
    def names(self) -> dict[tuple[str | int, ...], str]:
        """Give every way to write it, by where it stands in the block."""
        found: dict[tuple[str | int, ...], str] = {("name",): self.name}
        for field, names in (("aka", self.aka), ("misspellings", self.misspellings)):
            found.update({(field, number): name for number, name in enumerate(names)})
        return found

    @model_validator(mode="after")
    def _only_words(self) -> Self:
        if any(True for _ in self.what.links()):
            raise inconsistent("'what' holds no links; name records under 'see'")
        return self


class NotCoveredThings(Block):
    """All of them."""

    basis: Basis
    """How we know what these things are: always `convention`, since no effect is claimed."""
    things: tuple[NotCovered, ...] = Field(min_length=1, max_length=200)
    """In any order; pages sort them."""

    @model_validator(mode="after")
    def _names_only(self) -> Self:
        if self.basis is not Basis.CONVENTION:
            raise inconsistent("a list of names rests on custom; what was studied needs a record of its own")
        ids = [one.id for one in self.things]
        twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
        if twice:
            raise inconsistent(f"the id '{twice[0]}' stands twice")
        return self
