"""Gives finished pages their glossary: terms linked at their first use, what they mean, and where each is used."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from massage_atlas.library import Library
from massage_atlas.pages.addresses import relative
from massage_atlas.pages.guide import GuidePage
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.term_links import Glossary, TermLinks
from massage_atlas.pages.term_links_in_markdown import linked_markdown
from massage_atlas.pages.terms import ENTRY
from massage_atlas.pages.writer import LinkView
from massage_atlas.records import KINDS

MOST_PLACES = 100
"""The most pages of one kind that a word names; more are counted."""

_OTHER = "Lists and other pages"
_GUIDES = "Guides"


@dataclass(frozen=True)
class Place:
    """A page that uses a word."""

    kind: str
    """What the page is, as a heading."""
    title: str
    url: str


@dataclass(frozen=True)
class PlacesView:
    """The pages of one kind that use a word."""

    label: str
    links: tuple[LinkView, ...]
    more: int
    """How many did not fit."""
    index: LinkView | None
    """The list of all pages of this kind."""


def with_terms(
    library: Library, pages: Iterable[Page], guides: Mapping[str, GuidePage]
) -> tuple[tuple[Page, ...], dict[str, GuidePage]]:
    """Link the terms on every page and guide, say there what they mean, and name all those pages in the glossary."""
    glossary = Glossary(library)
    places: defaultdict[str, list[Place]] = defaultdict(list)
    made, made_guides = [], {}
    for page in pages:
        links = TermLinks(glossary, page.url)
        made.append(_linked(page, links, glossary))
        for term in links.linked:
            places[term].append(Place(_kind(page), page.title, page.url))
    for url, guide in guides.items():
        links = TermLinks(glossary, url)
        head, body = links.html(guide.head), linked_markdown(links, guide.body)
        foot = "\n\n".join(filter(None, (_words_here(links, glossary), guide.foot)))
        made_guides[url] = replace(guide, head=head, body=body, foot=foot)
        for term in links.linked:
            places[term].append(Place(_GUIDES, guide.title, url))
    return tuple(_with_places(page, glossary, places) for page in made), made_guides


def _linked(page: Page, links: TermLinks, glossary: Glossary) -> Page:
    sections = [
        replace(one, html=Markup(links.html(one.html, one.audience)))  # noqa: S704 - only links were added
        for one in page.sections
    ]
    words = _words_here(links, glossary)
    if words:
        sections.insert(len(sections) - 1, Section("words-here", "", words))
    return replace(page, sections=tuple(sections))


def _words_here(links: TermLinks, glossary: Glossary) -> Markup:
    """List the words that a page links, with their definitions, for its foot and for the script that shows them."""
    terms = sorted((glossary.terms[id_].name.casefold(), id_) for id_ in links.linked)
    words = [
        (id_, glossary.terms[id_].name, glossary.terms[id_].plain.words(), links.audience(id_)) for _, id_ in terms
    ]
    readers = {audience for *_, audience in words}
    audience = readers.pop() if len(readers) == 1 else ""
    return fragment("words_here.html.jinja", "words", words=words, audience=audience) if words else Markup("")


def _kind(page: Page) -> str:
    if page.key is not None:
        return KINDS[page.key.kind].plural
    return KINDS["term"].plural if page.url.startswith(f"{KINDS['term'].url}/") else _OTHER


def _with_places(page: Page, glossary: Glossary, places: Mapping[str, list[Place]]) -> Page:
    """Put the pages that use a word after its entry in the glossary."""
    sections: list[Section] = []
    for section in page.sections:
        sections.append(section)
        if section.id.startswith(ENTRY):
            id_ = section.id.removeprefix(ENTRY)
            found = places.get(id_, [])
            groups = _groups(page.url, found)
            name = glossary.terms[id_].name
            html = fragment("words_here.html.jinja", "places", groups=groups, name=name, count=len(found))
            sections.append(Section(f"uses-{id_}", "", html))
    return replace(page, sections=tuple(sections))


def _groups(url: str, found: Iterable[Place]) -> list[PlacesView]:
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for place in sorted(found, key=lambda place: (place.title.casefold(), place.url)):
        groups[place.kind].append(place)
    indexes = {kind.plural: f"{kind.url}/" for kind in KINDS.values()}
    order = [*indexes, _GUIDES, _OTHER]
    views = []
    for kind in sorted(groups, key=order.index):
        links = tuple(LinkView(relative(url, place.url), place.title) for place in groups[kind])
        index = LinkView(relative(url, indexes[kind]), kind) if kind in indexes else None
        views.append(PlacesView(kind, links[:MOST_PLACES], max(0, len(links) - MOST_PLACES), index))
    return views
