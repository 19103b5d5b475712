"""The first page of the sections "Your visit" and "Study": a short way to what each reader came for."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from massage_atlas.library import Key, Library
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records import KINDS


@dataclass(frozen=True)
class PartView:
    """Links under one heading, each with what it gives."""

    id: str
    title: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True)
class HubView:
    """The first page of a section of the site."""

    title: str
    short: str
    note: str
    crumbs: tuple[LinkView, ...]


@dataclass(frozen=True)
class Hub:
    """What such a page says and holds: guides by their ids, and lists by their addresses."""

    url: str
    title: str
    short: str
    note: str
    parts: tuple[tuple[str, str, tuple[str, ...]], ...]


_LISTS = {
    "sheet/": "Your sheet for the therapist",
    "get-help/": "Get help",
    "visit/card/": "Card for the day, to print",
    "matrix/": "All answers in one table",
    "references/kind/": "Kinds of sources",
    "what-is-not-known/": "What is not known",
    **{f"{kind.url}/": kind.plural for kind in KINDS.values()},
}

HUBS = (
    Hub(
        "visit/",
        "Your visit",
        "What to do before, during and after a massage. You can say stop at any time.",
        "",
        (
            (
                "before",
                "Before",
                ("sheet/", "guides/before-your-visit", "guides/what-to-tell-your-therapist", "visit/card/"),
            ),
            ("during", "During", ("guides/your-appointment", "guides/pressure-and-saying-stop")),
            ("after", "After", ("guides/afterwards", "get-help/")),
            (
                "you",
                "If this is you",
                (
                    "guides/back-pain-and-massage",
                    "guides/massage-and-cancer",
                    "guides/massage-in-pregnancy",
                    "guides/massage-for-older-people",
                    "guides/children-and-consent",
                ),
            ),
            ("choose", "Choose and pay", ("guides/choosing-a-therapist", "guides/referral-and-insurer")),
        ),
    ),
    Hub(
        "study/",
        "Study",
        "For students: how techniques are given, what they are for, how sure we are, and what stops them.",
        "This site does not teach full anatomy (where each muscle starts and ends). It teaches body areas, what lies "
        "under them, and where to take care.",
        (
            ("begin", "Begin here", ("guides/how-to-study", "techniques/", "terms/")),
            (
                "work",
                "Work at the table",
                (
                    "guides/session-order",
                    "guides/body-mechanics-and-hygiene",
                    "guides/consent-and-draping",
                    "guides/charting-an-assessment",
                ),
            ),
            (
                "care",
                "Safety",
                ("guides/endangerment-areas-guide", "contraindications/", "matrix/", "regions/", "structures/"),
            ),
            (
                "know",
                "How we know",
                ("guides/how-we-grade-evidence", "references/", "references/kind/", "what-is-not-known/", "claims/"),
            ),
        ),
    ),
)


def hub_pages(library: Library, urls: frozenset[str], updated: datetime.date) -> Iterator[Page]:
    """Make each hub that has something to lead to.

    Args:
        library: The records and guides.
        urls: Addresses of pages made from many records that exist.
        updated: The day the library last changed.
    """
    for hub in HUBS:
        writer = Writer(library, hub.url)
        parts = [PartView(id_, title, tuple(_links(writer, urls, targets))) for id_, title, targets in hub.parts]
        full = [part for part in parts if part.links]
        if not full:
            continue
        view = HubView(hub.title, hub.short, hub.note, (LinkView(writer.href(""), "Home"),))
        sections = (
            Section("top", "", fragment("hub.html.jinja", "top", v=view)),
            *(Section(part.id, part.title, fragment("hub.html.jinja", "part", v=part)) for part in full),
            Section("end", "", fragment("hub.html.jinja", "end")),
        )
        yield Page(hub.url, hub.title, hub.short, sections, updated)


def _links(writer: Writer, urls: frozenset[str], targets: Iterable[str]) -> Iterator[LinkView]:
    for target in targets:
        key = Key("guide", target)
        guide = writer.library.guides[key].guide if key in writer.library.guides else None
        if guide is not None:
            yield LinkView(writer.link(key).href, guide.title, writer.text(guide.description))
        elif target in urls:
            yield LinkView(writer.href(target), _LISTS[target])
