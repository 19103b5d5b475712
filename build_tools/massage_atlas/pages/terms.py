"""The glossary: one page a letter, with an anchor for each word."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.library.relations import MENTION, labels
from massage_atlas.pages.addresses import letter
from massage_atlas.pages.frame import EditLink, RelatedView, ReviewView, related, review_view
from massage_atlas.pages.page import Page, Section
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import LinkView, SourceView, Writer
from massage_atlas.records.term import Term

ENTRY = "entry-"
"""What the sections of a letter's page are called, one for each word."""


@dataclass(frozen=True)
class TermView:
    """A word, ready to print."""

    id: str
    name: str
    aka: str
    say: str
    plain: Markup
    study: Markup
    not_to_confuse: tuple[tuple[LinkView, Markup], ...]
    cites: Markup
    related: tuple[RelatedView, ...]
    review: ReviewView
    path: str
    edit: str | None


@dataclass(frozen=True)
class LetterView:
    """A page of the glossary."""

    letter: str
    crumbs: tuple[LinkView, ...]
    letters: tuple[LinkView, ...]
    terms: tuple[TermView, ...]
    sources: tuple[SourceView, ...]


def by_letter(terms: list[tuple[str, Term]]) -> dict[str, list[tuple[str, Term]]]:
    """Put words under the letter of their id, in order of name."""
    groups: defaultdict[str, list[tuple[str, Term]]] = defaultdict(list)
    for id_, term in sorted(terms, key=lambda pair: (pair[1].name.casefold(), pair[0])):
        groups[letter(id_)].append((id_, term))
    return dict(sorted(groups.items()))


def letter_page(writer: Writer, first: str, letters: list[str], terms: list[tuple[str, Term]], edit: EditLink) -> Page:
    """Make the page of one letter."""
    title = f"Words: {first.upper()}" if first != "0" else "Words: 0 to 9"
    view = LetterView(
        first.upper() if first != "0" else "0 to 9",
        (LinkView(writer.href(""), "Home"), LinkView(writer.href("terms/"), "Words")),
        tuple(LinkView(writer.href(f"terms/{one}/"), one.upper() if one != "0" else "0-9") for one in letters),
        tuple(_term(writer, id_, term, edit) for id_, term in terms),
        writer.sources(),
    )
    top, end = (Section(id_, "", fragment("terms.html.jinja", id_, v=view)) for id_ in ("top", "end"))
    words = (Section(f"{ENTRY}{term.id}", "", fragment("terms.html.jinja", "word", t=term)) for term in view.terms)
    updated = max(term.updated for _, term in terms)
    return Page(
        writer.url,
        title,
        f"Words of massage that begin with {first.upper()}, in plain words.",
        (top, *words, end),
        updated,
    )


def _term(writer: Writer, id_: str, term: Term, edit: EditLink) -> TermView:
    key = Key("term", id_)
    path = writer.library.entries[key].path
    return TermView(
        id_,
        term.name,
        ", ".join(term.aka),
        term.say,
        writer.text(term.plain),
        writer.text(term.study),
        tuple((writer.link(Key("term", one.term)), writer.text(one.difference)) for one in term.not_to_confuse),
        writer.cite(term.references),
        tuple(_not_yet_said(writer, key, term)),
        review_view(term),
        path,
        edit(path),
    )


def _not_yet_said(writer: Writer, key: Key, term: Term) -> Iterator[RelatedView]:
    """Leave out the words it is not to be confused with, which stand above, and the pages that use it, below."""
    said = {writer.link(Key("term", one.term)) for one in term.not_to_confuse}
    for group in related(writer, key):
        if group.label == labels(key.kind, MENTION).back:
            continue
        if rest := tuple(link for link in group.links if link not in said):
            yield replace(group, links=rest)
