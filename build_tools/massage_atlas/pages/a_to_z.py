"""Every name of everything, A to Z: the way to each page for readers without JavaScript."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from massage_atlas.library import Library
from massage_atlas.pages.addresses import LONGEST_LIST, letter
from massage_atlas.pages.findable import Called, Findable, Group
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import LinkView, Writer

URL = "a-z/"
"""The address of the front page."""

_TITLE = "A to Z"
_SHORT = "Every name on this site and where it leads: conditions, medicines, types of massage, words and guides."
_LEFT_OUT = (Called.MISSPELT, Called.HEADING, Called.SAID)


@dataclass(frozen=True)
class NameView:
    """One name, and the page it leads to."""

    name: str
    href: str
    title: str
    """The page's own name, where it is another one."""


@dataclass(frozen=True)
class AZView:
    """One page of the list."""

    title: str
    short: str
    crumbs: tuple[LinkView, ...]
    letters: tuple[LinkView, ...]
    here: str
    """The part shown, as its link reads; empty on the front page."""
    names: tuple[NameView, ...]


def a_to_z_pages(library: Library, things: Sequence[Findable], updated: datetime.date) -> Iterator[Page]:
    """Make the list: on one page while it is short, else a page for each letter, and a long letter in parts."""
    rows = _rows(things)
    if len(rows) <= LONGEST_LIST:
        yield _page(library, URL, _TITLE, (), rows, updated)
        return
    parts = _parts(rows)
    yield _page(library, URL, _TITLE, parts, [], updated)
    for url, name, members in parts:
        yield _page(library, url, name, parts, members, updated)


_Row = tuple[str, str, str]
_Part = tuple[str, str, list[_Row]]


def _rows(things: Sequence[Findable]) -> list[_Row]:
    """Give each name with the address and title it leads to, in order; sources have their own lists."""
    rows = {
        (name.text[:1].upper() + name.text[1:], one.url, one.title)
        for one in things
        if one.group is not Group.SOURCES
        for name in one.names
        if name.called not in _LEFT_OUT
    }
    return sorted(rows, key=lambda row: (letter(row[0]), row[0].casefold(), row[0], row[1]))


def _parts(rows: Sequence[_Row]) -> list[_Part]:
    letters: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        letters[letter(row[0])].append(row)
    parts = []
    for one, members in sorted(letters.items()):
        for number, first in enumerate(range(0, len(members), LONGEST_LIST), 1):
            name = one.upper() if one != "0" else "0-9"
            suffix = f"-{number}" if number > 1 else ""
            parts.append(
                (f"{URL}{one}{suffix}/", f"{name} {number}" if suffix else name, members[first:][:LONGEST_LIST])
            )
    return parts


def _page(
    library: Library, url: str, part: str, parts: Sequence[_Part], rows: Sequence[_Row], updated: datetime.date
) -> Page:
    writer = Writer(library, url)
    front = url == URL
    crumbs = (LinkView(writer.href(""), "Home"), *(() if front else (LinkView(writer.href(URL), _TITLE),)))
    title = _TITLE if front else f"{_TITLE}: {part}"
    short = (
        _SHORT if front else f"Names that begin with {part[:1] if part != '0-9' else 'a digit'}, and where each leads."
    )
    letters = tuple(LinkView(writer.href(to), name) for to, name, _ in parts)
    names = tuple(NameView(name, writer.href(to), title_ if title_ != name else "") for name, to, title_ in rows)
    view = AZView(title, short, crumbs, letters, "" if front else part, names)
    ids = ("top", "names", "end") if rows else ("top", "end")
    made = tuple(
        Section(id_, "Names" if id_ == "names" else "", fragment("a_to_z.html.jinja", id_, v=view)) for id_ in ids
    )
    description = short if front else f"{title}. {short}"
    return Page(url, title, description, made, updated)
