"""A reference: a piece of literature that statements rest on."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from massage_atlas.records.base import Name, Record, WebAddress, inconsistent
from massage_atlas.records.readers import ClientLine, StudyProse
from massage_atlas.records.vocabulary import Confirmed, FindingBasis, StudyKind

Doi = Annotated[str, Field(pattern=r"^10\.[0-9]{4,9}/[^\s<>\"'\\]+$", max_length=200)]
"""A digital object identifier without the address before it."""


class Reference(Record):
    """A piece of literature that statements rest on."""

    kind: ClassVar[str] = "reference"
    title_key: ClassVar[str] = "title_text"

    type: StudyKind
    """What kind of source it is."""
    authors: tuple[Name, ...] = Field(min_length=1)
    """Who wrote it: family name and initials, or the body."""
    year: int = Field(ge=1800, le=2100)
    """When it appeared."""
    title_text: Annotated[str, Field(min_length=1, max_length=400)] = Field(alias="title")
    """Its title."""
    journal: Annotated[str, Field(min_length=1, max_length=300)]
    """Where it appeared."""
    doi: Doi | None = None
    """Its identifier, seen together with the title: for example 10.1000/182."""
    doi_unverified: Doi | None = None
    """An identifier that nobody has checked; it is never linked."""
    pmid: Annotated[str, Field(pattern=r"^[0-9]{1,9}$")] | None = None
    """Its number in PubMed, in quotes."""
    url: WebAddress | None = None
    """Its address, when it is a page rather than an article."""
    finding: StudyProse
    """What it found, in our words."""
    confirmed: Confirmed
    """How far we checked that it exists as described."""
    finding_basis: FindingBasis
    """Where our summary comes from."""
    note: ClientLine | None = None
    """What to know about our check of it."""

    @property
    def short(self) -> str:
        """Give the usual short form: first author and year."""
        others = " and others" if len(self.authors) > 2 else f" and {self.authors[1]}" if len(self.authors) == 2 else ""
        return f"{self.authors[0]}{others}, {self.year}"

    @property
    def supports(self) -> bool:
        """Tell whether a statement may rest on it: it was seen, not only remembered."""
        return self.confirmed is not Confirmed.MEMORY and self.doi_unverified is None

    @model_validator(mode="after")
    def _one_doi(self) -> Self:
        if self.doi and self.doi_unverified:
            raise inconsistent("'doi' and 'doi_unverified' cannot both be there")
        return self
