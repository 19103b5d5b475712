"""Links the words of the glossary: on each page, each word where a reader first meets it, and nowhere else.

One pass over finished HTML. Only texts change; tags stay as they are, but for links to words that were set by hand: the
first use of a word is the linked one, so a later link by hand becomes plain words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from markupsafe import escape

from massage_atlas.library import Key, Library
from massage_atlas.pages.addresses import address, relative
from massage_atlas.records.term import Term

_SHORTEST = 2
"""A text with fewer letters holds no term."""

READERS = frozenset({"client", "study"})
"""Who reads: a part of a page is for one of them, or for both."""

_PART = re.compile(
    r"""(<svg\b.*?</svg>|<table class="matrix">.*?</table>|<a (?!class="atlas-term")[^<>]*>[^<]*</a>"""
    r"""|<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>)""",
    re.DOTALL,
)
"""A tag; or a picture, the big table of verdicts or another link in one piece, since nothing changes in them."""
_WHOLE = ("</svg>", "</table>", "</a>")
_NAME = re.compile(r"<([a-z][a-z0-9]*)", re.IGNORECASE)
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_AUDIENCE = re.compile(r'\sdata-audience="([^"]*)"')
_TERM_LINK = re.compile(r'<a class="atlas-term" [^>]*data-term="([^"]+)"')
_VALUE = re.compile(r"""="[^"]*"|='[^']*'""")
_UNREAD = re.compile(r"\s(?:hidden|data-says)(?=[\s>])")
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_CLOSED_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "title", "summary", "caption", "th", "dt", "label", "legend"),
    *("a", "nav", "button", "select", "option", "textarea", "form"),
    *("code", "pre", "samp", "kbd", "script", "style", "template", "svg", "cite", "sup"),
}
"""Elements that hold no running text: headings and labels, links and controls, code, pictures and sources."""
_CLOSED_CLASSES = {
    *("aka", "names", "say", "source", "tag", "stamp", "badge", "urgency", "hidden"),
    *("review-line", "disclaimer", "end", "unlike", "word-uses", "words-here"),
}
"""The same by class: lists of names, verdicts, titles of literature, and what every page says about itself."""


_LETTERS = {" ": r"\s+", "'": "(?:'|\u2019|&#39;|&#x27;)"}
"""How what is no letter of a form can stand in a text."""
_NEVER = "(?!)"


class Use(NamedTuple):
    """A word of the glossary in a text."""

    start: int
    end: int
    term: str


class Glossary:
    """Every form of every term that is linked, ready to be found in a text."""

    def __init__(self, library: Library) -> None:
        self.terms: dict[str, Term] = dict(library.records(Term))
        self._forms = _forms(self.terms)
        self._pattern = _pattern(self._forms)
        self._found: dict[str, tuple[Use, ...]] = {}
        """What was found in a text before; rules and sources say the same on many pages."""

    def uses(self, text: str) -> tuple[Use, ...]:
        """Find the terms in a text that stands between two tags, in order; a longer one hides a shorter one in it."""
        if text not in self._found:
            self._found[text] = tuple(self._search(text))
        return self._found[text]

    def _search(self, text: str) -> Iterator[Use]:
        for found in self._pattern.finditer(text):
            if words := found["words"]:
                yield Use(found.start(), found.end(), self._term(_plain(words)))

    def _term(self, words: str) -> str:
        """Give the term of the words found: as they are written, in small letters, or without the `s` at their end."""
        small = words.lower()
        forms = (words, small, words[:-1], small[:-1])
        return next(self._forms[form] for form in forms if form in self._forms)


class TermLinks:
    """Links the terms of one page, part by part in reading order; it remembers which of its readers have met which."""

    def __init__(self, glossary: Glossary, url: str) -> None:
        self._glossary = glossary
        self._url = url
        self._met: defaultdict[str, set[str]] = defaultdict(set)

    @property
    def linked(self) -> tuple[str, ...]:
        """Give the terms linked so far, in order."""
        return tuple(self._met)

    def audience(self, term: str) -> str:
        """Give who meets a linked term: `client` or `study`, or empty for both."""
        readers = self._met[term]
        return "" if readers >= READERS else "".join(readers)

    def html(self, html: str, audience: str = "") -> str:
        """Link terms in a whole piece of HTML; its audience is `client`, `study`, or empty for both."""
        made: list[str] = []
        place = _Place(audience)
        for number, part in enumerate(_PART.split(html)):
            if not number % 2:
                made.append(part if place.closed or len(part) < _SHORTEST else self.text(part, place.audience))
            elif part.startswith("</"):
                made.append("" if place.depth and place.leave() else part)
            elif part.endswith(_WHOLE):
                made.append(part)
            else:
                tag = _tag(part)
                if tag.plain and not place.depth:
                    made.append(part)
                    continue
                repeated = bool(tag.term) and (bool(place.closed) or not self._meet(tag.term, place.audience))
                made.append("" if repeated else part)
                if not tag.void:
                    place.enter(tag, unlinked=repeated)
        return "".join(made)

    def text(self, text: str, audience: str = "") -> str:
        """Link terms in a text that stands between two tags."""
        uses = self._glossary.uses(text)
        if not uses:
            return text
        made, at = [], 0
        for start, end, term in uses:
            if self._meet(term, audience):
                made += [text[at:start], self._link(term, text[start:end])]
                at = end
        return "".join((*made, text[at:]))

    def _meet(self, term: str, audience: str) -> bool:
        """Tell whether a use is to be linked: none of its readers has met the term as a link on this page."""
        if self._address(term).startswith(f"{self._url}#"):
            return False
        readers = {audience} if audience else READERS
        if term in self._met and self._met[term] & readers:
            return False
        self._met[term] |= readers
        return True

    def _address(self, term: str) -> str:
        return address(Key("term", term))

    def _link(self, term: str, words: str) -> str:
        return f"{opening(relative(self._url, self._address(term)), term)}{words}</a>"


def opening(href: str, term: str) -> str:
    """Give the opening tag of a link to a term, wherever it is made."""
    return f'<a class="atlas-term" href="{escape(href)}" data-term="{escape(term)}">'


class _Tag(NamedTuple):
    """What matters about an opening tag."""

    void: bool
    closed: bool
    """Whether nothing is linked inside it."""
    audience: str
    term: str
    """The term that it links to, by hand."""
    plain: bool
    """Whether what is inside it is treated as what is around it."""


class _Place:
    """Where in a piece of HTML we are: for whom, and whether inside something in which nothing is linked.

    It counts how deep we are from the outermost element that matters; outside of one there is nothing to count.
    """

    def __init__(self, audience: str) -> None:
        self.audience = audience
        self.closed = 0
        """How deep the outermost element stands in which nothing is linked; 0 outside of one."""
        self.depth = 0
        self._outer: list[tuple[int, str]] = []
        """The audiences around, and how deep the element stands that has another one."""
        self._unlinked = 0
        """How deep the link stands whose tags are left out."""

    def enter(self, tag: _Tag, *, unlinked: bool) -> None:
        """Go into an element."""
        self.depth += 1
        if unlinked:
            self._unlinked = self.depth
        elif tag.closed and not self.closed:
            self.closed = self.depth
        if tag.audience:
            self._outer.append((self.depth, self.audience))
            self.audience = tag.audience

    def leave(self) -> bool:
        """Go out of an element; tell whether its closing tag is left out."""
        left_out = self.depth == self._unlinked != 0
        if left_out:
            self._unlinked = 0
        if self.depth == self.closed:
            self.closed = 0
        if self._outer and self._outer[-1][0] == self.depth:
            self.audience = self._outer.pop()[1]
        self.depth -= 1
        return left_out


@lru_cache(maxsize=20_000)
def _tag(tag: str) -> _Tag:
    name = found[1].lower() if (found := _NAME.match(tag)) else ""
    classes = found[1].split() if (found := _CLASSES.search(tag)) else []
    audience = found[1] if (found := _AUDIENCE.search(tag)) else ""
    term = found[1] if (found := _TERM_LINK.match(tag)) else ""
    unread = _UNREAD.search(_VALUE.sub("", tag)) is not None
    label = name in _CLOSED_TAGS and not (name == "dt" and "sentence" in classes)
    closed = label or unread or not _CLOSED_CLASSES.isdisjoint(classes)
    void = not name or name in _VOID or tag.endswith("/>")
    return _Tag(void, closed, audience, term, void or not (closed or audience or term))


def _forms(terms: dict[str, Term]) -> dict[str, str]:
    """Give each form that is linked and its term; a term's own name goes before another term's other name."""
    forms: dict[str, str] = {}
    others: dict[str, str] = {}
    for id_, term in terms.items():
        for form in (term.name, *term.aka) if term.link_as is None else term.link_as:
            found = _plain(form) if _as_written(form) else _plain(form).lower()
            (forms if form.casefold() == term.name.casefold() else others).setdefault(found, id_)
    return {**others, **forms}


def _as_written(form: str) -> bool:
    """Tell whether a form is an abbreviation, which is found only in its own capitals."""
    return any(letter.isupper() for letter in form[1:])


def _plain(words: str) -> str:
    return " ".join(re.sub(r"&#39;|&#x27;|\u2019", "'", words).split())


_Tree: TypeAlias = "dict[str, _Tree]"
"""Forms by their letters; a form ends at an empty key."""


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Make one pattern of all forms, shared from their beginnings on, so that it is fast however many there are."""
    written: _Tree = {}
    spoken: _Tree = {}
    for form in forms:
        node = written if _as_written(form) else spoken
        for letter in form:
            node = node.setdefault(letter, {})
        node[""] = {}
    words = "|".join(f"(?{flags}:{_branch(tree)})" for flags, tree in (("a", written), ("ai", spoken)) if tree)
    return re.compile(rf"(?<![\w&#-])(?:https?://\S+|(?P<words>(?:{words or _NEVER})[sS]?)(?![\w-]))")


def _branch(node: _Tree) -> str:
    """Write a node of the tree: longer forms before the one that ends here."""
    ways = [_LETTERS.get(letter, re.escape(letter)) + _branch(then) for letter, then in sorted(node.items()) if letter]
    if "" in node:
        ways.append("")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
