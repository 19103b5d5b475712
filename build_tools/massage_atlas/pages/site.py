"""Every page of the site, from a linked library."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from massage_atlas.library import Key, Library
from massage_atlas.pages import approach, claim, condition, contraindication, places, reference, technique, terms
from massage_atlas.pages.a_to_z import a_to_z_pages
from massage_atlas.pages.addresses import address
from massage_atlas.pages.corrections import corrections_page
from massage_atlas.pages.day_card import day_card
from massage_atlas.pages.findable import findable
from massage_atlas.pages.frame import EditLink, Frame, nearby
from massage_atlas.pages.get_help import help_page
from massage_atlas.pages.home import home_page
from massage_atlas.pages.hubs import hub_pages
from massage_atlas.pages.indexes import index_pages, terms_index
from massage_atlas.pages.literature import literature_pages
from massage_atlas.pages.matrix import matrix_pages
from massage_atlas.pages.not_covered import not_covered_page
from massage_atlas.pages.page import Page
from massage_atlas.pages.rendering import RecordView, render
from massage_atlas.pages.sheet import sheet_page
from massage_atlas.pages.state import state_page
from massage_atlas.pages.unknown import unknown_pages
from massage_atlas.pages.writer import Writer
from massage_atlas.records.term import Term
from massage_atlas.safety import safety_model
from massage_atlas.statistics import statistics

_VIEWS: dict[str, Callable[[Frame, Writer, Key, Any], RecordView]] = {
    "technique": technique.view,
    "condition": condition.view,
    "contraindication": contraindication.view,
    "approach": approach.view,
    "region": places.region_view,
    "structure": places.structure_view,
    "claim": claim.view,
    "reference": reference.view,
}
"""How each kind with a page of its own is shown. Terms share a page by letter."""


def pages(library: Library, edit: EditLink) -> Iterator[Page]:
    """Make every page: those made from many records, then the records, then the first pages of sections."""
    urls: set[str] = set()
    several: list[Page] = []
    for page in _pages(library, edit):
        urls.add(page.url)
        several += [page] if page.key is None else []
        yield page
    made = frozenset(urls)
    updated = _updated(library)
    if updated is not None:
        hubs = tuple(hub_pages(library, made, updated))
        yield from hubs
        yield from a_to_z_pages(library, findable(library, (*several, *hubs)), updated)


def _updated(library: Library) -> datetime.date | None:
    return max((entry.record.updated for entry in library.entries.values() if entry.record), default=None)


def _pages(library: Library, edit: EditLink) -> Iterator[Page]:
    updated = _updated(library)
    if updated is None:
        return
    yield home_page(library, updated)
    yield from index_pages(library)
    yield from literature_pages(library)
    groups = terms.by_letter(list(library.records(Term)))
    if groups:
        letters = list(groups)
        yield terms_index(library, groups, updated)
        for first, members in groups.items():
            yield terms.letter_page(Writer(library, f"terms/{first}/"), first, letters, members, edit)
    model = safety_model(library)
    yield from matrix_pages(library, model, updated)
    help_ = help_page(library, updated)
    if help_ is not None:
        yield help_
    counted = statistics(library, model, updated)
    yield state_page(library, counted, updated)
    yield from unknown_pages(library, model, counted, updated)
    missing = not_covered_page(library, updated)
    if missing is not None:
        yield missing
    for made in (corrections_page(library), sheet_page(library, model), day_card(library, updated)):
        if made is not None:
            yield made
    frame = Frame(library, nearby(library), edit, model)
    for key, entry in library.entries.items():
        if entry.record is not None and key.kind in _VIEWS:
            writer = Writer(library, address(key))
            yield render(_VIEWS[key.kind](frame, writer, key, entry.record), writer.url, key, entry.record)
