"""The literature: the list of all sources, a page for each kind of study, and what each kind can carry."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from massage_atlas.library import Key, Library
from massage_atlas.pages.addresses import LONGEST_LIST, address
from massage_atlas.pages.indexes import SPLIT, letter_pages, split
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records import KINDS
from massage_atlas.records.reference import Reference
from massage_atlas.records.vocabulary import StudyKind
from massage_atlas.records.weight import WEIGHTS, Weight

URL = "references/"
"""The address of the list of all sources."""

KIND_URL = f"{URL}kind/"
"""The address of the page about kinds of studies; below it, each kind has its own."""

_TITLE = KINDS["reference"].plural
_SHORT = "Every source that a page of this site cites, by kind of study."
_KINDS_TITLE = "Kinds of sources"
_KINDS_SHORT = "What each kind of study can show, what it cannot, and how sure it lets our words be."
_WARNINGS = "What a warning may rest on"
_TEMPLATE = "literature.html.jinja"
_KIND_PARTS = (
    ("kind_top", "top", ""),
    ("shows", "shows", "What it can show"),
    ("cannot", "cannot", "What it cannot show"),
    ("carries", "carries", "How much it weighs here"),
    ("warnings", "warnings", _WARNINGS),
    ("by_year", "list", "Our sources of this kind, the newest first"),
    ("kind_end", "end", ""),
)
"""The parts of the page of a kind: block of the template, anchor and heading."""
_KINDS_PARTS = (
    ("kinds", "top", ""),
    ("kinds_list", "kinds", "What each kind can carry"),
    ("warnings", "warnings", _WARNINGS),
    ("kinds_end", "end", ""),
)
"""The parts of the page about all kinds."""


@dataclass(frozen=True)
class SourceRow:
    """A source in a list."""

    link: LinkView
    year: int
    kind: StudyKind
    checked: bool
    """Whether somebody has seen it."""


@dataclass(frozen=True)
class KindView:
    """A kind of study with its sources."""

    kind: StudyKind
    weight: Weight
    link: LinkView
    """Its own page."""
    count: int
    rows: tuple[SourceRow, ...]
    """The newest first; empty when the list does not hold all sources."""


@dataclass(frozen=True)
class LiteratureView:
    """The list of all sources, or where it is split by kind because it is long."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    kinds: tuple[KindView, ...]
    years: tuple[int, ...]
    """What the list can be filtered by, the newest first."""
    letters: tuple[LinkView, ...]
    """The pages by letter, when there are any."""
    about: LinkView
    """The page about kinds of studies."""
    whole: bool
    """Whether every source has a row on this page."""
    scripts: tuple[str, ...]


@dataclass(frozen=True)
class KindPageView:
    """The page of one kind of study."""

    kind: KindView
    title: str
    crumbs: tuple[LinkView, ...]
    parts: tuple[LinkView, ...]
    """All pages of a kind that has more sources than fit on one."""
    others: tuple[LinkView, ...]


_Members = Sequence[tuple[str, Reference]]
_Groups = Mapping[StudyKind, _Members]


def literature_pages(library: Library) -> Iterator[Page]:
    """Make the list of all sources, the page about kinds, and a page for each kind that the library has."""
    records = sorted(library.records(Reference), key=lambda pair: (-pair[1].year, pair[1].short.casefold(), pair[0]))
    if not records:
        return
    groups = {kind: members for kind in WEIGHTS if (members := [one for one in records if one[1].type is kind])}
    updated = max(record.updated for _, record in records)
    yield _index(library, groups, records, updated)
    if len(records) > LONGEST_LIST:
        yield from letter_pages(library, KINDS["reference"], records)
    yield _kinds(library, groups, updated)
    for kind in groups:
        yield from _kind_pages(library, groups, kind)


def _index(library: Library, groups: _Groups, records: _Members, updated: datetime.date) -> Page:
    writer = Writer(library, URL)
    whole = len(records) <= LONGEST_LIST
    letters = () if whole else split(KINDS["reference"], records)
    to_letters = [LinkView(writer.href(url), name) for url, name, _ in letters]
    view = LiteratureView(
        _TITLE,
        _SHORT,
        (LinkView(writer.href(""), "Home"),),
        tuple(_view(writer, kind, members, members if whole else ()) for kind, members in groups.items()),
        tuple(sorted({record.year for _, record in records}, reverse=True)),
        (LinkView(writer.href(f"{URL}{SPLIT}/"), "A to Z"), *to_letters) if letters else (),
        LinkView(writer.href(KIND_URL), _KINDS_TITLE),
        whole,
        (writer.href("assets/filters.js"),) if whole else (),
    )
    listed = [
        Section(one.kind.value, one.weight.heading, fragment(_TEMPLATE, "rows", v=one))
        for one in view.kinds
        if one.rows
    ]
    top, end = (Section(part, "", fragment(_TEMPLATE, part, v=view)) for part in ("top", "end"))
    return Page(URL, _TITLE, _SHORT, (top, *listed, end), updated)


def _kinds(library: Library, groups: _Groups, updated: datetime.date) -> Page:
    """Make the page that says what each kind can carry, those that no page cites too."""
    writer = Writer(library, KIND_URL)
    kinds = tuple(_view(writer, kind, groups.get(kind, ()), ()) for kind in WEIGHTS)
    values = {"kinds": kinds, "crumbs": _crumbs(writer), "title": _KINDS_TITLE, "short": _KINDS_SHORT}
    sections = tuple(Section(id_, words, fragment(_TEMPLATE, block, **values)) for block, id_, words in _KINDS_PARTS)
    return Page(KIND_URL, _KINDS_TITLE, _KINDS_SHORT, sections, updated)


def _kind_pages(library: Library, groups: _Groups, kind: StudyKind) -> Iterator[Page]:
    members = groups[kind]
    heading = WEIGHTS[kind].heading
    starts = range(0, len(members), LONGEST_LIST)
    urls = [f"{KIND_URL}{kind.value}{f'-{part}' if part > 1 else ''}/" for part, _ in enumerate(starts, 1)]
    for part, (url, first) in enumerate(zip(urls, starts, strict=True), 1):
        writer = Writer(library, url)
        title = heading if part == 1 else f"{heading}, part {part}"
        view = KindPageView(
            _view(writer, kind, members, members[first : first + LONGEST_LIST]),
            title,
            (*_crumbs(writer), LinkView(writer.href(KIND_URL), _KINDS_TITLE)),
            tuple(LinkView(writer.href(other), str(n)) for n, other in enumerate(urls, 1)) if len(urls) > 1 else (),
            tuple(_view(writer, other, groups[other], ()).link for other in groups if other is not kind),
        )
        sections = tuple(Section(id_, words, fragment(_TEMPLATE, block, v=view)) for block, id_, words in _KIND_PARTS)
        updated = max(record.updated for _, record in members)
        description = f"{title}: what they can show, what they cannot, and those this site cites."
        yield Page(url, title, description, sections, updated)


def _view(writer: Writer, kind: StudyKind, members: _Members, shown: _Members) -> KindView:
    weight = WEIGHTS[kind]
    link = LinkView(writer.href(f"{KIND_URL}{kind.value}/") if members else "", weight.heading)
    rows = tuple(
        SourceRow(
            LinkView(writer.href(address(Key("reference", id_))), f"{record.short}: {record.title}"),
            record.year,
            record.type,
            record.supports,
        )
        for id_, record in shown
    )
    return KindView(kind, weight, link, len(members), rows)


def _crumbs(writer: Writer) -> tuple[LinkView, ...]:
    return LinkView(writer.href(""), "Home"), LinkView(writer.href(URL), _TITLE)
