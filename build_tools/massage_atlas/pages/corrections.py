"""The page of safety corrections: what changed in the warnings, the newest first."""

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key, Library
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import LinkView, Writer
from massage_atlas.records.corrections import Correction
from massage_atlas.records.freshness import in_words
from massage_atlas.records.vocabulary import SafetyChange

URL = "safety-corrections/"
"""Its address."""

TITLE = "Safety corrections"
"""Its name."""

SHORT = "What changed in our warnings, and when. The newest change comes first."
"""Its short answer."""


@dataclass(frozen=True)
class CorrectionView:
    """One change, ready to print."""

    id: str
    title: str
    change: SafetyChange
    day: datetime.date
    date: str
    says: Markup
    before: Markup
    now: Markup
    records: tuple[LinkView, ...]


@dataclass(frozen=True)
class CorrectionsView:
    """The page."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    corrections: tuple[CorrectionView, ...]


def corrections_page(library: Library) -> Page | None:
    """Make the page; None when a project keeps no list."""
    listed = library.corrections.newest_first if library.corrections else ()
    if not listed:
        return None
    writer = Writer(library, URL)
    view = CorrectionsView(
        TITLE,
        SHORT,
        (LinkView(writer.href(""), "Home"),),
        tuple(_correction(writer, one) for one in listed),
    )
    sections = tuple(
        Section(id_, "", fragment("corrections.html.jinja", id_, v=view)) for id_ in ("top", "corrections", "end")
    )
    return Page(URL, TITLE, SHORT, sections, listed[0].date)


def corrected(library: Library, correction: Correction) -> tuple[Key, ...]:
    """Give the records that a correction names, under the ids they have now; those that are gone are left out."""
    written = (Key(*one.split("/")) for one in correction.records)
    keys = (library.former.get(key, key) for key in written)
    return tuple(dict.fromkeys(key for key in keys if key in library.entries))


def _correction(writer: Writer, one: Correction) -> CorrectionView:
    return CorrectionView(
        one.id,
        one.title,
        one.change,
        one.date,
        in_words(one.date),
        writer.text(one.says),
        writer.text(one.before),
        writer.text(one.now),
        tuple(writer.link(key) for key in corrected(writer.library, one)),
    )
