"""What every record page has around its own sections: the head, the foot, and the pages next to it."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key, Library
from massage_atlas.pages.addresses import LONGEST_LIST
from massage_atlas.pages.writer import LinkView, SourceView, Writer
from massage_atlas.records import KINDS
from massage_atlas.records.base import Named, Record
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.freshness import closes, due, in_words
from massage_atlas.records.region import Region
from massage_atlas.records.structure import Structure
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import ReviewState, Urgency, Verdict
from massage_atlas.safety import SafetyModel

EditLink = Callable[[str], str | None]
"""Turns a record's path into the address where it can be edited; None where the project is not public."""

_NEAR = 12
_TELLING = 2


@dataclass(frozen=True)
class ReviewView:
    """Who stands behind a page, and for how long."""

    signed_by: str
    """Name and role; empty for a draft."""
    signed_on: str
    changed_since: bool
    """Whether the text changed after it was signed."""
    checked: str
    due: str
    due_date: datetime.date
    closes_date: datetime.date


@dataclass(frozen=True)
class StripLine:
    """One line of the urgency strip: what to do, and the most telling signs."""

    urgency: Urgency
    signs: tuple[LinkView, ...]
    more: int
    """How many further signs the full card has."""


@dataclass(frozen=True)
class HeadView:
    """The top of a page, up to the short answer."""

    crumbs: tuple[LinkView, ...]
    title: str
    kind: str
    review: ReviewView
    short: Markup
    strip: tuple[StripLine, ...] = ()
    verdict: Verdict | None = None
    stamp: str = ""
    aka: str = ""
    """Its other names."""
    lay: str = ""
    """What people say who are not of the trade; not all of it is a name."""


@dataclass(frozen=True)
class RelatedView:
    """Pages that stand in one relation to this one."""

    label: str
    links: tuple[LinkView, ...]
    more: int = 0
    """How many did not fit."""


@dataclass(frozen=True)
class Nearby:
    """The pages next to a page in its own list."""

    previous: Key | None
    next: Key | None
    siblings: tuple[Key, ...]
    group: str
    """What the siblings have in common, as a heading."""


@dataclass(frozen=True)
class FootView:
    """The end of a page."""

    related: tuple[RelatedView, ...]
    sources: tuple[SourceView, ...]
    previous: LinkView | None
    next: LinkView | None
    siblings: tuple[LinkView, ...]
    group: str
    review: ReviewView
    path: str
    edit: str | None


@dataclass(frozen=True)
class Frame:
    """Makes head and foot for one page; made once for a site, and asked for each page."""

    library: Library
    nearby: Mapping[Key, Nearby]
    edit: EditLink
    model: SafetyModel

    def head(
        self,
        writer: Writer,
        record: Record,
        key: Key,
        short: Markup,
        *,
        strip: tuple[StripLine, ...] = (),
        verdict: Verdict | None = None,
        stamp: str = "",
    ) -> HeadView:
        """Make the head of a record's page."""
        kind = KINDS[key.kind]
        crumbs = (LinkView(writer.href(""), "Home"), LinkView(writer.href(f"{kind.url}/"), kind.plural))
        aka, lay = (", ".join(record.aka), ", ".join(record.lay)) if isinstance(record, Named) else ("", "")
        review = review_view(record)
        return HeadView(crumbs, record.title, kind.label, review, short, strip, verdict, stamp, aka, lay)

    def foot(self, writer: Writer, record: Record, key: Key) -> FootView:
        """Make the foot of a record's page; call it last, when every source has been cited."""
        near = self.nearby[key]
        extra = getattr(record, "references", ())
        writer.cite(extra)
        links = {way: writer.link(other) if other else None for way, other in (("p", near.previous), ("n", near.next))}
        path = self.library.entries[key].path
        return FootView(
            tuple(related(writer, key)),
            writer.sources(),
            links["p"],
            links["n"],
            tuple(writer.link(other) for other in near.siblings),
            near.group,
            review_view(record),
            path,
            self.edit(path),
        )


def review_view(record: Record) -> ReviewView:
    """Say who stands behind a record, and until when."""
    signature = record.signature if record.review is ReviewState.SIGNED else None
    return ReviewView(
        f"{signature.name}, {signature.role}" if signature else "",
        in_words(signature.date) if signature else "",
        bool(signature and record.updated > signature.date),
        in_words(record.checked),
        in_words(due(record)),
        due(record),
        closes(record),
    )


def related(writer: Writer, key: Key) -> Iterable[RelatedView]:
    """Give every relation of a page under its label, in both directions; sources have their own list."""
    library = writer.library
    groups: defaultdict[str, dict[Key, None]] = defaultdict(dict)
    for one in library.outgoing.get(key, ()):
        if not one.cites and not one.mention:
            groups[one.labels.forward][one.target] = None
    for one in library.incoming.get(key, ()):
        if not one.cites:
            groups[one.labels.back][one.source] = None
    mentioned = groups.pop("Mentioned in", {})
    said = {other for others in groups.values() for other in others}
    if rest := [other for other in mentioned if other not in said]:
        groups["Mentioned in"] = dict.fromkeys(rest)
    for label, others in groups.items():
        shown = sorted(others, key=lambda other: (library.title(other).casefold(), other))
        yield RelatedView(label, tuple(writer.link(o) for o in shown[:LONGEST_LIST]), max(0, len(shown) - LONGEST_LIST))


def cited_by(writer: Writer, key: Key) -> Iterable[RelatedView]:
    """Give the pages that cite a reference, by kind."""
    groups: defaultdict[str, dict[Key, None]] = defaultdict(dict)
    for one in writer.library.incoming.get(key, ()):
        groups[one.source.kind][one.source] = None
    for kind, others in groups.items():
        label = KINDS[kind].plural if kind in KINDS else "Guides"
        shown = sorted(others, key=lambda other: (writer.library.title(other).casefold(), other))
        yield RelatedView(label, tuple(writer.link(o) for o in shown[:LONGEST_LIST]), max(0, len(shown) - LONGEST_LIST))


def strip(writer: Writer, sign_ids: Sequence[str]) -> tuple[StripLine, ...]:
    """Make the urgency strip for a list of signs: one line a level, the worst first."""
    lines = []
    for urgency, signs in by_urgency(writer.library, sign_ids):
        links = tuple(_told(writer, id_) for id_ in signs)
        lines.append(StripLine(urgency, links[:_TELLING], max(0, len(links) - _TELLING)))
    return tuple(lines)


def every_sign(writer: Writer, sign_ids: Sequence[str]) -> tuple[StripLine, ...]:
    """Give all of a list of signs, by what to do about them, the worst first: a full card leaves none out."""
    return tuple(
        StripLine(urgency, writer.links("contraindication", signs), 0)
        for urgency, signs in by_urgency(writer.library, sign_ids)
    )


def _told(writer: Writer, id_: str) -> LinkView:
    """Give a sign by its plain words; the term in brackets stands on its own page."""
    key = Key("contraindication", id_)
    return writer.link(key, writer.library.title(key).partition(" (")[0])


def by_urgency(library: Library, sign_ids: Sequence[str]) -> list[tuple[Urgency, list[str]]]:
    """Group signs by the worst urgency among their rules, the worst first."""
    groups: dict[Urgency, list[str]] = {urgency: [] for urgency in Urgency}
    for id_ in sign_ids:
        sign = library.record(Contraindication, id_)
        if sign is not None and (worst := worst_urgency(sign)) is not None:
            groups[worst].append(id_)
    return [(urgency, ids) for urgency, ids in groups.items() if ids]


def worst_urgency(record: Contraindication) -> Urgency | None:
    """Give the most urgent thing any rule of a record says without needing a second fact."""
    said = {rule.urgency for rule in record.rules if not rule.with_} or {rule.urgency for rule in record.rules}
    return next((urgency for urgency in Urgency if urgency in said), None)


def nearby(library: Library) -> dict[Key, Nearby]:
    """Put the records of each kind in the order of their lists, and give each its neighbours."""
    places: dict[Key, Nearby] = {}
    for kind in KINDS.values():
        ranked = sorted(
            (_group(record), record.title.casefold(), id_, _group_label(record))
            for id_, record in library.records(kind.model)
        )
        keys = [Key(kind.name, id_) for _, _, id_, _ in ranked]
        for number, (group, _, _, label) in enumerate(ranked):
            first, last = max(0, number - _NEAR // 2), number + _NEAR // 2 + 1
            siblings = tuple(
                key
                for key, other in zip(keys[first:last], ranked[first:last], strict=True)
                if label and other[0] == group and key != keys[number]
            )
            before = keys[number - 1] if number else None
            after = keys[number + 1] if number + 1 < len(keys) else None
            places[keys[number]] = Nearby(before, after, siblings, label)
    return places


def _group(record: Record) -> str:
    match record:
        case Technique():
            return f"{list(type(record.family)).index(record.family):02}"
        case Contraindication():
            return record.fact_kind.value
        case Region():
            return record.parent or ""
        case Structure():
            return record.structure_kind.value
    return ""


def _group_label(record: Record) -> str:
    match record:
        case Technique():
            return f"Other techniques: {record.family.label.lower()}"
        case Contraindication():
            return "More of this kind"
        case Region():
            return "Areas beside it"
        case Structure():
            return f"More: {record.structure_kind.label.lower()}"
    return ""
