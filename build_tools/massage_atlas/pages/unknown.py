"""What is not known: the front page with each kind of gap and its number, and a page with the list of each."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from massage_atlas.library import Key, Library
from massage_atlas.pages.addresses import LONGEST_LIST
from massage_atlas.pages.gaps import Gap, Part, parts
from massage_atlas.pages.not_covered import TITLE as NOT_COVERED_TITLE
from massage_atlas.pages.not_covered import URL as NOT_COVERED
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.state import TITLE as STATE_TITLE
from massage_atlas.pages.state import URL as STATE
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.reference import Reference
from massage_atlas.safety import SafetyModel
from massage_atlas.statistics import Statistics

URL = "what-is-not-known/"
"""The address of the page; each kind of gap has a page of its own below it."""

TITLE = "What is not known"
"""The words that name the page."""

_SHORT = "Much about massage is not known. Here is what we could not find out, and what nobody has checked yet."
_TEMPLATE = "unknown.html.jinja"

_Groups = tuple[tuple[str, tuple[Gap, ...]], ...]


@dataclass(frozen=True)
class GapView:
    """What is not known on one page, ready to print."""

    link: LinkView
    words: tuple[str, ...]
    links: tuple[LinkView, ...]
    count: int
    of: int


@dataclass(frozen=True)
class PartView:
    """One kind of gap, on a page of its own."""

    title: str
    part: Part
    crumbs: tuple[LinkView, ...]
    pages: tuple[LinkView, ...]
    """All pages of a kind that has more rows than fit on one."""
    matrix: LinkView | None
    """Where each pair stands, for what is counted by pair."""


@dataclass(frozen=True)
class UnknownView:
    """The front page."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    unreviewed: int
    state: LinkView
    not_covered: LinkView | None
    grades: LinkView | None
    """How we grade evidence."""


def unknown_pages(library: Library, model: SafetyModel, counted: Statistics, updated: datetime.date) -> Iterator[Page]:
    """Make the front page, and the pages of each kind of gap that there is."""
    found = tuple(parts(library, model))
    yield _front(library, found, counted, updated)
    for part in found:
        pages = list(_pages(part.groups))
        urls = [f"{URL}{part.id}{f'-{number}' if number > 1 else ''}/" for number, _ in enumerate(pages, 1)]
        for number, (url, groups) in enumerate(zip(urls, pages, strict=True), 1):
            writer = Writer(library, url)
            title = part.title if number == 1 else f"{part.title}, part {number}"
            others = tuple(LinkView(writer.href(other), str(n)) for n, other in enumerate(urls, 1))
            view = PartView(
                title,
                part,
                (LinkView(writer.href(""), "Home"), LinkView(writer.href(URL), TITLE)),
                others if len(urls) > 1 else (),
                LinkView(writer.href("matrix/"), "All answers in one table") if part.id == "not-checked" else None,
            )
            sections = [Section("top", "", fragment(_TEMPLATE, "part_top", v=view))]
            for place, (heading, gaps) in enumerate(groups, 1):
                rows = tuple(_gap(writer, one) for one in gaps)
                sections.append(Section(f"list-{place}", heading, fragment(_TEMPLATE, "rows", rows=rows)))
            sections.append(Section("end", "", fragment(_TEMPLATE, "end")))
            yield Page(url, title, f"{title}. {part.lead}", tuple(sections), updated)


def _front(library: Library, found: Sequence[Part], counted: Statistics, updated: datetime.date) -> Page:
    writer = Writer(library, URL)
    grades = Key("guide", "guides/how-we-grade-evidence")
    view = UnknownView(
        TITLE,
        _SHORT,
        (LinkView(writer.href(""), "Home"),),
        counted.unreviewed,
        LinkView(writer.href(STATE), STATE_TITLE),
        LinkView(writer.href(NOT_COVERED), NOT_COVERED_TITLE) if counted.not_covered else None,
        writer.link(grades) if grades in library.guides else None,
    )
    sections = [Section("top", "", fragment(_TEMPLATE, "top", v=view))]
    for part in found:
        link = LinkView(writer.href(f"{URL}{part.id}/"), part.title) if part.groups else None
        sections.append(Section(part.id, part.title, fragment(_TEMPLATE, "summary", part=part, link=link)))
    sections.append(Section("unsigned", "Pages that nobody has signed", fragment(_TEMPLATE, "unsigned", v=view)))
    sections.append(Section("end", "", fragment(_TEMPLATE, "end")))
    return Page(URL, TITLE, _SHORT, tuple(sections), updated)


def _pages(groups: _Groups) -> Iterator[_Groups]:
    """Cut the rows of all groups into pages of at most the allowed number."""
    page: list[tuple[str, tuple[Gap, ...]]] = []
    left = LONGEST_LIST
    for heading, gaps in groups:
        rest = gaps
        while rest:
            shown, rest = rest[:left], rest[left:]
            page.append((heading, shown))
            left -= len(shown)
            if not left:
                yield tuple(page)
                page, left = [], LONGEST_LIST
    if page:
        yield tuple(page)


def _gap(writer: Writer, one: Gap) -> GapView:
    reference = writer.library.record(Reference, one.page.id) if one.page.kind == "reference" else None
    name = f"{reference.short}: {reference.title}" if reference else None
    others = tuple(writer.link(other) for other in one.others)
    return GapView(writer.link(one.page, name), one.words, others, one.count, one.of)
