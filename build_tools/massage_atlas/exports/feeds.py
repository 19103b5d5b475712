"""Two Atom feeds: what changed in any record, and what changed in the warnings.

An entry tells of one change on one day, so its id holds that day: a record that changes again is a new entry, and a
reader who follows the feed is told again.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from massage_atlas.exports.heads import Head
from massage_atlas.exports.imprint import Imprint
from massage_atlas.exports.things import spoken
from massage_atlas.library import Key, Library
from massage_atlas.pages import corrections
from massage_atlas.pages.addresses import address
from massage_atlas.pages.corrections import corrected
from massage_atlas.pages.rendering import fragment
from massage_atlas.records import KINDS
from massage_atlas.records.base import Record
from massage_atlas.records.corrections import Correction
from massage_atlas.records.term import Term

CHANGES, SAFETY = "changes.xml", "safety.xml"
"""Where the feeds are published."""

LONGEST = 100
"""The most entries of the feed of changes."""


@dataclass(frozen=True)
class EntryView:
    """One change, ready to print."""

    id: str
    title: str
    updated: str
    link: str
    summary: str
    categories: tuple[tuple[str, str], ...]
    """Each as a word and its label."""
    related: tuple[str, ...] = ()
    """Whole addresses of the pages that changed."""


@dataclass(frozen=True)
class FeedView:
    """A feed, ready to print."""

    title: str
    subtitle: str
    address: str
    home: str
    site: str
    updated: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True)
class FeedLink:
    """A feed as every page names it."""

    title: str
    path: str


def feeds(library: Library, heads: Mapping[str, Head], imprint: Imprint) -> dict[str, str]:
    """Write the feeds that have something to say, by where they are published; none while the address is unknown."""
    if not imprint.url:
        return {}
    changes = tuple(_changes(library, heads, imprint))
    safety = tuple(_safety(library, imprint))
    views = {
        CHANGES: _feed(CHANGES, "What is new or changed, the newest first.", changes, imprint, ""),
        SAFETY: _feed(SAFETY, corrections.SHORT, safety, imprint, corrections.URL),
    }
    return {path: fragment("feed.xml.jinja", "feed", v=view) + "\n" for path, view in views.items() if view.entries}


TITLES = {CHANGES: "Changes", SAFETY: corrections.TITLE}
"""What each feed is called."""


def _feed(path: str, subtitle: str, entries: tuple[EntryView, ...], imprint: Imprint, home: str) -> FeedView:
    updated = max((one.updated for one in entries), default="")
    title = f"{TITLES[path]} - {imprint.name}"
    return FeedView(title, subtitle, imprint.full(path), imprint.full(home), imprint.name, updated, entries)


def _changes(library: Library, heads: Mapping[str, Head], imprint: Imprint) -> Iterator[EntryView]:
    dated = [(key, entry.record) for key, entry in library.entries.items() if entry.record]
    dated += [(key, guide.guide) for key, guide in library.guides.items() if guide.guide]
    order = {kind: number for number, kind in enumerate((*KINDS, "guide"))}
    dated.sort(key=lambda one: (-one[1].updated.toordinal(), order[one[0].kind], one[0].id))
    for key, record in dated[:LONGEST]:
        yield _change(library, key, record, heads, imprint)


def _change(library: Library, key: Key, record: Record, heads: Mapping[str, Head], imprint: Imprint) -> EntryView:
    head = heads.get(address(key))
    summary = spoken(library, record.plain) if isinstance(record, Term) else head.description if head else ""
    label = KINDS[key.kind].label if key.kind in KINDS else "Guide"
    return EntryView(
        _tag(imprint, record.updated, str(key)),
        record.title,
        _moment(record.updated),
        imprint.full(address(key)),
        summary,
        ((key.kind, label), (record.review.value, record.review.label)),
    )


def _safety(library: Library, imprint: Imprint) -> Iterator[EntryView]:
    for one in library.corrections.newest_first if library.corrections else ():
        yield EntryView(
            _tag(imprint, one.date, f"safety-correction/{one.id}"),
            f"{one.change.label}: {one.title}",
            _moment(one.date),
            imprint.full(f"{corrections.URL}#{one.id}"),
            " ".join(_words(library, one)),
            ((one.change.value, one.change.label),),
            tuple(imprint.full(address(key)) for key in corrected(library, one)),
        )


def _words(library: Library, one: Correction) -> Iterator[str]:
    yield spoken(library, one.says)
    if one.before:
        yield f"Before: {spoken(library, one.before)}"
    if one.now:
        yield f"Now: {spoken(library, one.now)}"


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _tag(imprint: Imprint, day: datetime.date, what: str) -> str:
    """Give a change an id that stays when the site moves within its host's name (RFC 4151)."""
    parts = urlsplit(imprint.url)
    return f"tag:{_ascii(parts.hostname or 'localhost')},{day.isoformat()}:{parts.path.lstrip('/')}{what}"


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:  # no name that a host can have, and still an address somebody built for
        return quote(host)
