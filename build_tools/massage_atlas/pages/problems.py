"""The page of a record that cannot be shown: it says what is wrong, so that its author sees it where they look."""

import datetime

from massage_atlas.diagnostics import Report
from massage_atlas.library import Key, Library
from massage_atlas.pages.addresses import address
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment


def problem_page(library: Library, key: Key, report: Report, today: datetime.date) -> Page:
    """Make a page that lists the problems of one record's file."""
    path = library.entries[key].path
    found = [one for one in report if one.place.path == path]
    html = fragment("problems.html.jinja", "top", id=key.id, path=path, found=found)
    url = address(key).partition("#")[0]
    return Page(url, key.id, "This record has problems and cannot be shown.", (Section("top", "", html),), today)
