"""Turns the parts of records into finished HTML for one page: texts, links and numbered sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from massage_atlas.library import Key, Library
from massage_atlas.pages.addresses import address, relative
from massage_atlas.pages.term_links import opening
from massage_atlas.records.prose import Prose, RecordLink
from massage_atlas.records.reference import Reference

NOTHING = Markup("")
"""No text."""


@dataclass(frozen=True)
class LinkView:
    """A link, ready to print."""

    href: str
    text: str
    note: Markup = NOTHING
    """A sentence that says how the two are related."""


@dataclass(frozen=True)
class SourceView:
    """A source, ready to print; its number is its place in the list of its page."""

    href: str
    """The page of the reference."""
    authors: str
    year: int
    title: str
    journal: str
    kind: str
    checked: bool
    """Whether somebody has seen it; one that was not seen supports nothing."""
    doi: str
    pmid: str
    url: str


class Writer:
    """Writes for one page. It remembers which sources the page has cited, in order."""

    def __init__(self, library: Library, url: str) -> None:
        self.library = library
        self.url = url
        self._numbers: dict[str, int] = {}

    def href(self, target: str) -> str:
        """Give the link from this page to an address of the site."""
        return relative(self.url, target)

    def link(self, key: Key, text: str | None = None, note: Prose | None = None) -> LinkView:
        """Give a link to a record or guide, by its own name unless other words are given."""
        words = text or self.library.title(key)
        return LinkView(self.href(address(key)), words, self.text(note))

    def links(self, kind: str, ids: Iterable[str]) -> tuple[LinkView, ...]:
        """Give links to records of one kind, those that exist, in the order given."""
        return tuple(self.link(Key(kind, id_)) for id_ in ids if Key(kind, id_) in self.library.entries)

    def text(self, prose: Prose | None) -> Markup:
        """Give a text's HTML; a link to a piece of literature becomes a numbered source."""
        return Markup(prose.html(self.inline)) if prose is not None else NOTHING  # noqa: S704 - safe since it was read

    def texts(self, lines: Sequence[Prose]) -> tuple[Markup, ...]:
        """Give the HTML of several texts."""
        return tuple(self.text(line) for line in lines)

    def cite(self, ids: Iterable[str]) -> Markup:
        """Give the numbers of these sources on this page, each a link to the page of its reference."""
        return Markup("").join(self._citation(id_) for id_ in ids)

    def sources(self) -> tuple[SourceView, ...]:
        """Give every source cited so far, in order of its number."""
        return tuple(self._source(id_) for id_ in self._numbers)

    def inline(self, found: RecordLink) -> str:
        """Give the HTML of a link inside a text; a piece of literature without words of its own becomes a number."""
        key = self.library.resolve(found.target)
        if key is None:
            return str(escape(found.label or found.target))
        if key.kind == "reference" and not found.label:
            return str(self._citation(key.id))
        href, words = self.href(address(key)), found.label or self.library.inline_name(key)
        if key.kind == "term":
            return f"{opening(href, key.id)}{escape(words)}</a>"
        link = Markup('<a href="{}">{}</a>').format(href, words)
        return str(link + self._citation(key.id) if key.kind == "reference" else link)

    def _citation(self, id_: str) -> Markup:
        reference = self.library.record(Reference, id_)
        if reference is None:
            return Markup("")
        number = self._numbers.setdefault(id_, len(self._numbers) + 1)
        words = f"Source {number}: {reference.short}"
        return Markup('<sup class="cite"><a href="{}" aria-label="{}">{}</a></sup>').format(
            self.href(address(Key("reference", id_))), words, number
        )

    def _source(self, id_: str) -> SourceView:
        reference = self.library.record(Reference, id_)
        assert reference is not None  # only existing references get a number
        return source_view(reference, self.href(address(Key("reference", id_))))


def source_view(reference: Reference, href: str) -> SourceView:
    """Make a reference ready to print; identifiers nobody has checked are left out."""
    seen = reference.supports
    authors = ", ".join(reference.authors[:6]) + (", and others" if len(reference.authors) > 6 else "")
    return SourceView(
        href,
        authors,
        reference.year,
        reference.title.rstrip("."),
        reference.journal,
        reference.type.label,
        seen,
        f"https://doi.org/{reference.doi}" if reference.doi and seen else "",
        f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/" if reference.pmid and seen else "",
        reference.url or "" if seen else "",
    )
