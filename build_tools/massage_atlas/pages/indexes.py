"""The lists: each kind of record in the order its readers look for it, split before any page grows too long."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from massage_atlas.library import Key, Library
from massage_atlas.library.areas import top_region
from massage_atlas.pages.addresses import LONGEST_LIST, letter
from massage_atlas.pages.body_map import body_map, marks
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import NOTHING, LinkView, Writer
from massage_atlas.records import KINDS, Kind
from massage_atlas.records.base import Record
from massage_atlas.records.claim import Claim
from massage_atlas.records.condition import Condition
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.freshness import closes
from massage_atlas.records.reference import Reference
from massage_atlas.records.region import Region
from massage_atlas.records.term import Term
from massage_atlas.records.vocabulary import Family, Stamp, StructureKind, Verdict
from massage_atlas.safety import STRICTEST_FIRST, verdict

SPLIT = "a-z"
"""The folder of the pages that a long list is split into."""


@dataclass(frozen=True)
class Row:
    """A line of a list."""

    link: LinkView
    short: Markup = NOTHING
    tag: str = ""
    marks: tuple[str, ...] = ()
    """What to mind there, when it is a body area."""
    verdict: Verdict | None = None
    closes: datetime.date | None = None
    """After which day nobody should rely on the verdict."""


@dataclass(frozen=True)
class Group:
    """A part of a list under its own heading."""

    id: str
    title: str
    rows: tuple[Row, ...]
    note: str = ""
    more: LinkView | None = None
    """Where the rest is, when not all rows fit."""


@dataclass(frozen=True)
class IndexView:
    """The top of a list page."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    ways: tuple[LinkView, ...]
    """Other lists of the same records."""


_SHORT = {
    "technique": "What hands, forearms and tools do, by family: what it feels like, and when to think twice.",
    "condition": "What people have when they ask about massage. Each page says what to change and when to get help.",
    "contraindication": "When massage has to wait, change, or leave an area alone. The strictest come first.",
    "approach": "What people book. Each page says what happens, step by step, and what to ask.",
    "region": "Choose the place where it hurts. Each page says what to check first.",
    "structure": "What lies under the hands: muscles, nerves, vessels and joints that our pages name.",
    "claim": "What people say about massage, held against studies. Each page gives the true answer first.",
    "term": "The words of massage, in plain words.",
    "reference": "Every source that a page of this site cites, by kind of study.",
}


_BOOKED = {"approach", "technique"}
"""Kinds that people ask for by names, some of which no record has."""


def index_pages(library: Library) -> Iterator[Page]:
    """Make the list of each kind, and the further pages it is split into when it is long.

    Words and literature have lists of their own.
    """
    for kind in KINDS.values():
        records = list(library.records(kind.model))
        if not records or kind.name in ("term", "reference"):
            continue
        writer = Writer(library, f"{kind.url}/")
        groups = _capped(_groups(writer, kind, records), writer, kind)
        ways = _missing(writer) if kind.name in _BOOKED else ()
        if len(records) > LONGEST_LIST:
            ways += tuple(LinkView(writer.href(url), name) for url, name, _ in split(kind, records))
            yield from letter_pages(library, kind, records)
        first = next((group.id for group in groups if group.rows), "")
        picture = body_map(writer, first) if kind.name == "region" else NOTHING
        yield _page(writer, kind, kind.plural, groups, ways, _latest(records), picture=picture)


def _missing(writer: Writer) -> tuple[LinkView, ...]:
    """Lead those who do not find what they want to what is not covered, when a project lists it."""
    listed = writer.library.not_covered
    return (LinkView(writer.href("not-covered/"), "Not covered yet"),) if listed and listed.things else ()


def terms_index(library: Library, letters: Mapping[str, Sequence[tuple[str, Term]]], updated: datetime.date) -> Page:
    """Make the front page of the glossary: each word under its letter; only the letters when there are too many."""
    kind = KINDS["term"]
    writer = Writer(library, f"{kind.url}/")
    ways = tuple(LinkView(writer.href(f"{kind.url}/{one}/"), one.upper() if one != "0" else "0-9") for one in letters)
    if sum(map(len, letters.values())) > LONGEST_LIST:
        groups = [Group("letters", "By letter", tuple(Row(way) for way in ways))]
    else:
        groups = [
            Group(f"letter-{one}", way.text, tuple(Row(writer.link(Key(kind.name, id_))) for id_, _ in terms))
            for way, (one, terms) in zip(ways, letters.items(), strict=True)
        ]
    return _page(writer, kind, kind.plural, groups, ways, updated)


def _latest(records: Iterable[tuple[str, Record]]) -> datetime.date:
    return max(record.updated for _, record in records)


def _page(
    writer: Writer,
    kind: Kind,
    title: str,
    groups: Sequence[Group],
    ways: tuple[LinkView, ...],
    updated: datetime.date,
    parent: LinkView | None = None,
    picture: Markup = NOTHING,
) -> Page:
    crumbs = (LinkView(writer.href(""), "Home"), *((parent,) if parent else ()))
    view = IndexView(title, _SHORT[kind.name], crumbs, ways)
    sections = [Section("top", "", fragment("index.html.jinja", "top", v=view))]
    if picture:
        sections.append(Section("map", "Body map", picture))
    sections += [
        Section(group.id, group.title, fragment("index.html.jinja", "rows", group=group))
        for group in groups
        if group.rows
    ]
    sections.append(Section("end", "", fragment("index.html.jinja", "end")))
    return Page(writer.url, title, _SHORT[kind.name], tuple(sections), updated)


def _capped(groups: Iterable[Group], writer: Writer, kind: Kind) -> list[Group]:
    """Keep at most the allowed number of rows on the page; say where the rest is."""
    left, kept = LONGEST_LIST, []
    rest = LinkView(writer.href(f"{kind.url}/{SPLIT}/"), "All of them, A to Z")
    for group in groups:
        shown = group.rows[:left]
        left -= len(shown)
        kept.append(replace(group, rows=shown, more=rest) if len(shown) < len(group.rows) else group)
    return kept


def split(kind: Kind, records: Sequence[tuple[str, Record]]) -> list[tuple[str, str, list[tuple[str, Record]]]]:
    """Cut a long list into pages by first letter, and a long letter into parts: address, name and records of each."""
    letters: defaultdict[str, list[tuple[str, Record]]] = defaultdict(list)
    for id_, record in sorted(records, key=lambda pair: (pair[1].title.casefold(), pair[0])):
        letters[letter(record.title)].append((id_, record))
    pages = []
    for one, members in sorted(letters.items()):
        for part, first in enumerate(range(0, len(members), LONGEST_LIST), 1):
            name = one.upper() if one != "0" else "0-9"
            suffix = f"-{part}" if part > 1 else ""
            url = f"{kind.url}/{SPLIT}/{one}{suffix}/"
            pages.append((url, f"{name}{suffix.replace('-', ' ')}", members[first : first + LONGEST_LIST]))
    return pages


def letter_pages(library: Library, kind: Kind, records: Sequence[tuple[str, Record]]) -> Iterator[Page]:
    """Make the pages that a long list is split into by letter, and the page that leads to them."""
    parts = split(kind, records)
    for url, name, members in parts:
        writer = Writer(library, url)
        rows = tuple(_row(writer, kind, id_, record) for id_, record in members)
        ways = tuple(LinkView(writer.href(other), words) for other, words, _ in parts)
        parent = LinkView(writer.href(f"{kind.url}/"), kind.plural)
        yield _page(
            writer, kind, f"{kind.plural}: {name}", [Group("list", "List", rows)], ways, _latest(members), parent
        )
    writer = Writer(library, f"{kind.url}/{SPLIT}/")
    rows = tuple(Row(LinkView(writer.href(url), name)) for url, name, _ in parts)
    parent = LinkView(writer.href(f"{kind.url}/"), kind.plural)
    yield _page(
        writer, kind, f"{kind.plural}: A to Z", [Group("letters", "By letter", rows)], (), _latest(records), parent
    )


def _row(writer: Writer, kind: Kind, id_: str, record: Record) -> Row:
    link = writer.link(Key(kind.name, id_))
    match record:
        case Claim():
            return Row(link, writer.text(record.answer), tag=record.stamp.label)
        case Reference():
            return Row(replace(link, text=f"{record.short}: {record.title}"))
        case Contraindication():
            return Row(link, writer.text(record.short), verdict=_strictest(record), closes=closes(record))
        case Region():
            return Row(link, writer.text(record.short), marks=marks(record))
    short = getattr(record, "short", None)
    return Row(link, writer.text(short))


def _strictest(record: Contraindication) -> Verdict:
    return min((verdict(rule) for rule in record.rules), key=STRICTEST_FIRST.index)


def _groups(writer: Writer, kind: Kind, records: Sequence[tuple[str, Record]]) -> Iterator[Group]:
    """Put a kind's records under the headings its readers look for."""
    ordered = sorted(records, key=lambda pair: (pair[1].title.casefold(), pair[0]))
    rows = {id_: _row(writer, kind, id_, record) for id_, record in ordered}
    match kind.name:
        case "technique":
            for family in Family:
                yield Group(family.value, family.label, _where(rows, ordered, "family", family), family.meaning)
        case "condition":
            yield from _by_region(writer, rows, ordered)
            yield Group("a-to-z", "A to Z", tuple(rows.values()))
        case "contraindication":
            yield from _by_level(rows)
        case "structure":
            for one in StructureKind:
                yield Group(one.value, one.label, _where(rows, ordered, "structure_kind", one))
        case "claim":
            for stamp in Stamp:
                yield Group(stamp.value, stamp.label, _where(rows, ordered, "stamp", stamp), stamp.meaning)
        case "region":
            yield from _by_parent(rows, ordered)
        case _:
            yield Group("list", "List", tuple(rows.values()))


def _where(rows: dict[str, Row], records: Sequence[tuple[str, Record]], field: str, value: object) -> tuple[Row, ...]:
    return tuple(rows[id_] for id_, record in records if getattr(record, field) is value)


def _by_region(writer: Writer, rows: dict[str, Row], records: Sequence[tuple[str, Record]]) -> Iterator[Group]:
    """Group conditions by the largest area they are found in; short lines, since the A to Z has the long ones."""
    regions = dict(writer.library.records(Region))
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for id_, record in records:
        assert isinstance(record, Condition)
        tops = dict.fromkeys(top_region(regions, region) for region in record.regions if region in regions) or {
            "": None
        }
        for top in tops:
            found[top].append(replace(rows[id_], short=NOTHING))
    for top in sorted(found, key=lambda one: (one == "", regions[one].name.casefold() if one else "")):
        title = regions[top].name if top else "Not tied to one area"
        yield Group(f"area-{top}" if top else "no-area", title, tuple(found[top]))


def _by_level(rows: dict[str, Row]) -> Iterator[Group]:
    """Group contraindications by the strictest of their rules."""
    names = {
        Verdict.EMERGENCY: "Get help now",
        Verdict.AVOID: "Do not have a massage, or not this kind",
        Verdict.ASK_FIRST: "Ask first",
        Verdict.AVOID_AREA: "Leave an area alone",
        Verdict.ADAPT: "With changes",
    }
    for shown, title in names.items():
        members = tuple(row for row in rows.values() if row.verdict is shown)
        yield Group(shown.value, title, members)


def _by_parent(rows: dict[str, Row], records: Sequence[tuple[str, Record]]) -> Iterator[Group]:
    """Group regions under the largest area they belong to."""
    regions = {id_: record for id_, record in records if isinstance(record, Region)}
    for id_, region in regions.items():
        if region.parent not in regions:
            members = [other for other in regions if other != id_ and top_region(regions, other) == id_]
            yield Group(f"area-{id_}", region.name, tuple(rows[one] for one in (id_, *members)))
