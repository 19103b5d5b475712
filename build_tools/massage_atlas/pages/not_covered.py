"""The page of what is not covered yet: what people ask for and no record is about is answered, and not with silence."""

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key, Library
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.links import TOPICS
from massage_atlas.records.not_covered import NotCovered
from massage_atlas.records.vocabulary import Verdict

URL = "not-covered/"
"""The address of the page; each thing has its id as an anchor."""

TITLE = "Not covered yet"
"""The words that name the page."""

_SHORT = "People ask for these, and this site has no page about them yet. We cannot tell you if one fits you."


@dataclass(frozen=True)
class ThingView:
    """One thing that is not covered, ready to print."""

    id: str
    name: str
    aka: str
    what: Markup
    see: tuple[LinkView, ...]


@dataclass(frozen=True)
class NotCoveredView:
    """The page of what is not covered yet."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    things: tuple[ThingView, ...]
    report: LinkView | None
    """Where to ask for a page."""
    verdict: Verdict = Verdict.NOT_CHECKED
    """What is said of each of them: the fixed words, nothing milder."""


def not_covered_page(library: Library, updated: datetime.date) -> Page | None:
    """Make the page; None when the project lists nothing."""
    if library.not_covered is None or not library.not_covered.things:
        return None
    writer = Writer(library, URL)
    mistake = Key("guide", "about/report-a-mistake")
    view = NotCoveredView(
        TITLE,
        _SHORT,
        (LinkView(writer.href(""), "Home"),),
        tuple(_thing(writer, one) for one in library.not_covered.in_order),
        writer.link(mistake) if mistake in library.guides else None,
    )
    parts = (("top", ""), ("things", "What they are"), ("end", ""))
    sections = tuple(Section(id_, title, fragment("not_covered.html.jinja", id_, v=view)) for id_, title in parts)
    return Page(URL, TITLE, _SHORT, sections, updated)


def _thing(writer: Writer, one: NotCovered) -> ThingView:
    keys = [Key(kind, id_) for id_ in one.see for kind in TOPICS]
    see = tuple(writer.link(key) for key in keys if key in writer.library.entries)
    return ThingView(one.id, one.name, ", ".join(one.aka), writer.text(one.what), see)
