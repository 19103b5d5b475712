"""The whole way from a folder of records to finished pages, on one screen. Nothing here writes, or reads a clock."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from massage_atlas.diagnostics import Report
from massage_atlas.exports.feeds import TITLES, FeedLink
from massage_atlas.exports.for_programs import files_for_programs
from massage_atlas.exports.heads import Head, heads
from massage_atlas.exports.imprint import UNNAMED, Imprint
from massage_atlas.language import grades
from massage_atlas.library import Library, link, read_guides, read_numbers, read_records
from massage_atlas.library.body_map import read_body_map
from massage_atlas.library.corrections import read_corrections
from massage_atlas.library.medicines import read_medicines
from massage_atlas.library.not_covered import read_not_covered
from massage_atlas.library.search_words import read_search_words
from massage_atlas.library.sheet import read_sheet
from massage_atlas.pages.addresses import address
from massage_atlas.pages.findable import findable
from massage_atlas.pages.frame import EditLink
from massage_atlas.pages.guide import GuidePage, guide_page
from massage_atlas.pages.page import Page
from massage_atlas.pages.problems import problem_page
from massage_atlas.pages.site import pages
from massage_atlas.pages.with_terms import with_terms
from massage_atlas.rules import Context, check
from massage_atlas.safety import lock as safety_lock
from massage_atlas.source import own_file, read_text

_LARGEST_LIST = 64 * 1024 * 1024

L = TypeVar("L")


@dataclass(frozen=True)
class Site:
    """Everything a reader, an engine or an export can ask for."""

    library: Library
    pages: tuple[Page, ...]
    guides: Mapping[str, GuidePage]
    """Hand-written pages by address."""
    files: Mapping[str, str | bytes]
    """Data beside the pages, by address."""
    redirects: Mapping[str, str]
    """Former addresses, and the address each leads to now."""
    heads: Mapping[str, Head]
    """What the head of each page and guide says about it, by address."""
    report: Report
    imprint: Imprint = UNNAMED
    """What it is called, and where it will stand."""

    @property
    def feeds(self) -> tuple[FeedLink, ...]:
        """Give the feeds it has, as every page names them."""
        return tuple(FeedLink(title, path) for path, title in TITLES.items() if path in self.files)


def check_site(root: Path, today: datetime.date) -> tuple[Library, Report]:
    """Read a project's records and guides, link them, and note everything that is wrong."""
    report = Report()
    library = link(read_records(root, report), read_guides(root, report), report)
    library = replace(
        library,
        numbers=read_numbers(root, report),
        sheet=read_sheet(root, report),
        medicines=read_medicines(root, report),
        body_map=read_body_map(root, report),
        not_covered=read_not_covered(root, report),
        search_words=read_search_words(root, report),
        corrections=read_corrections(root, report),
    )
    locked = _listed(root, safety_lock.FILE, safety_lock.read, report)
    graded = _listed(root, grades.FILE, grades.read, report)
    check(Context(library, today, locked, graded), report)
    return library, report


def _listed(root: Path, path: str, read: Callable[[str], Iterable[L]], report: Report) -> tuple[L, ...] | None:
    """Read a list of what was agreed to; None when a project has none."""
    file = own_file(root, path, report)
    text = read_text(file, path, report, _LARGEST_LIST) if file is not None else None
    return tuple(read(text)) if text is not None else None


def build_site(
    root: Path, today: datetime.date, edit: EditLink = lambda path: None, imprint: Imprint = UNNAMED
) -> Site:
    """Make every page of a project.

    Bad content never raises: it is in the report, and each record that cannot be shown has a page that says why.
    """
    library, report = check_site(root, today)
    guides = {f"{key.id}/": guide for key in library.guides if (guide := guide_page(library, key, edit))}
    linked, guides = with_terms(library, pages(library, edit), guides)
    made = {page.url: page for page in linked}
    for key, entry in library.entries.items():
        if entry.record is None:
            page = problem_page(library, key, report, today)
            made.setdefault(page.url, page)
    said = heads(library, made, guides, imprint)
    shown = tuple(made.values())
    files = files_for_programs(library, findable(library, shown), said, imprint)
    return Site(library, shown, guides, files, former_addresses(library), said, report, imprint)


def former_addresses(library: Library) -> dict[str, str]:
    """Give the addresses of former ids, and where each leads now; words of the glossary keep their letter's page."""
    return {address(was): address(now) for was, now in library.former.items() if was.kind != "term"}
