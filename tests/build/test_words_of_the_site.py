"""On every page each word of the glossary is linked at its first use only, explained, and named in the glossary."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from commands import ROOT, resolved
from massage_atlas.pages.term_links import Glossary
from massage_atlas.pages.with_terms import MOST_PLACES
from massage_atlas.records import KINDS
from projects import linked

pytestmark = pytest.mark.engine

_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "circle"}
_NO_TEXT = {
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "summary",
        "caption",
        "th",
        "label",
        "legend",
        "button",
        "select",
        "textarea",
    ),
    *("a", "nav", "header", "footer", "form", "code", "pre", "script", "style", "svg", "sup", "head"),
}
_NO_TEXT_CLASSES = {
    *(
        "aka",
        "names",
        "say",
        "source",
        "tag",
        "stamp",
        "badge",
        "urgency",
        "hidden",
        "review-line",
        "disclaimer",
        "end",
    ),
    *("unlike", "word-uses", "words-here"),
}
BOTH = frozenset({"client", "study"})


@dataclass(frozen=True)
class Piece:
    """A text, or a link to a word, in the order of reading."""

    readers: frozenset[str]
    text: str = ""
    term: str = ""
    href: str = ""


class Reading(HTMLParser):
    """The running text of a page, the links in it, and the lists about words at its foot and in the glossary."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self.means: list[str] = []
        self.places: defaultdict[str, list[str]] = defaultdict(list)
        self.word = ""
        self.open: list[tuple[str, bool, frozenset[str], set[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        _, closed, readers, around = self.open[-1] if self.open else ("", False, BOTH, set())
        if given.get("data-audience"):
            readers = frozenset({str(given["data-audience"])})
        href = given.get("href") or ""
        if tag == "a" and "atlas-term" in classes:
            assert not closed, f"a word is linked where no text runs: {attrs}"
            self.pieces.append(Piece(readers, term=given["data-term"] or "", href=href))
        elif tag == "a" and not closed and not around & {"links", "related", "rows"}:
            self.pieces.append(Piece(readers, href=href))
        if given.get("data-means"):
            self.means.append(str(given["data-means"]))
        if (given.get("id") or "").startswith("word-"):
            self.word = str(given["id"]).removeprefix("word-")
        if tag == "a" and "word-uses" in around:
            self.places[self.word].append(href)
        label = tag == "dt" and "sentence" not in classes
        closed = closed or label or tag in _NO_TEXT or bool(classes & _NO_TEXT_CLASSES)
        closed = closed or "hidden" in given or "data-says" in given
        if tag not in _VOID:
            self.open.append((tag, closed, readers, around | classes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing of ours is written so but pictures."""

    def handle_endtag(self, tag: str) -> None:
        if any(one[0] == tag for one in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open and not self.open[-1][1]:
            self.pieces.append(Piece(self.open[-1][2], text=data))


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    """The words of the real library."""
    return Glossary(linked(ROOT))


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, Reading]:
    """Every built page, by address."""
    return dict(read(real_site))


def read(site: Path) -> Iterator[tuple[str, Reading]]:
    for file in sorted(site.rglob("*.html")):
        reading = Reading()
        reading.feed(file.read_text(encoding="utf-8"))
        reading.close()
        yield file.relative_to(site).as_posix().removesuffix("index.html"), reading


def test_each_word_is_linked_at_its_first_use_only(pages: dict[str, Reading], glossary: Glossary) -> None:
    """For everyone who reads the page, and never on the page of the word itself."""
    count = 0
    for url, page in pages.items():
        met: defaultdict[str, set[str]] = defaultdict(set)
        for piece in page.pieces:
            if piece.term:
                assert not met[piece.term] & piece.readers, f"{url}: '{piece.term}' is linked again"
                assert f"terms/{piece.term[0]}/#word-{piece.term}" == resolved(url, piece.href), url
                met[piece.term] |= piece.readers
                count += 1
            elif piece.href:
                assert "#word-" not in piece.href, f"{url}: {piece.href} is a link to a word, and not marked as one"
            else:
                for use in glossary.uses(piece.text):
                    own = url == f"terms/{use.term[0]}/"
                    assert own or met[use.term] & piece.readers, f"{url}: '{use.term}' comes before its link"
                    assert not own or not met[use.term], f"{url}: '{use.term}' is linked on its own page"
    assert count > 1500


def test_each_linked_word_is_explained_on_its_page(pages: dict[str, Reading]) -> None:
    """Once, in a list at the foot."""
    for url, page in pages.items():
        linked_here = {piece.term for piece in page.pieces if piece.term}
        assert sorted(linked_here) == sorted(page.means), url


def test_each_word_names_every_page_that_uses_it(pages: dict[str, Reading], glossary: Glossary) -> None:
    """In both directions: a page that has the link, and a place in the glossary; the list has an end."""
    uses = {(piece.term, url) for url, page in pages.items() for piece in page.pieces if piece.term}
    named = {
        (term, resolved(url, href))
        for url, page in pages.items()
        for term, hrefs in page.places.items()
        for href in hrefs
    }
    assert max(len(hrefs) for page in pages.values() for hrefs in page.places.values()) < MOST_PLACES * (len(KINDS) + 2)
    assert sorted(uses) == sorted(named)
    assert len({term for term, _ in uses}) > 100


def test_forms_belong_to_one_word(glossary: Glossary) -> None:
    """A form that two words claim is the name of one of them; else nobody could say where its link leads."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for id_, term in glossary.terms.items():
        for form in (term.name, *term.aka) if term.link_as is None else term.link_as:
            claims[form.casefold()].add(id_)
    doubtful = [
        form
        for form, ids in claims.items()
        if len(ids) > 1 and form not in {glossary.terms[id_].name.casefold() for id_ in ids}
    ]
    assert [] == doubtful
