"""Everything a reader may look for: each page or word with its address, its names, and one line about it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from massage_atlas.library import Key, Library
from massage_atlas.library.reading import GuideEntry
from massage_atlas.pages.addresses import address
from massage_atlas.pages.hubs import HUBS
from massage_atlas.pages.not_covered import URL as NOT_COVERED
from massage_atlas.pages.page import Page
from massage_atlas.records.base import Named, Record
from massage_atlas.records.claim import Claim
from massage_atlas.records.prose import Prose
from massage_atlas.records.reference import Reference
from massage_atlas.records.term import Term
from massage_atlas.records.vocabulary import Verdict


class Group(IntEnum):
    """Where a result stands; in the order readers see them."""

    CONDITIONS = 0
    WHEN_NOT_TO = 1
    TYPES = 2
    CLAIMS = 3
    VISIT = 4
    WORDS = 5
    BODY = 6
    STUDY = 7
    SITE = 8
    SOURCES = 9
    NOT_COVERED = 10

    @property
    def title(self) -> str:
        """Give its heading."""
        return _TITLES[self]


_TITLES = {
    Group.CONDITIONS: "Conditions",
    Group.WHEN_NOT_TO: "When not to",
    Group.TYPES: "Types of massage",
    Group.CLAIMS: "True or not?",
    Group.VISIT: "Your visit",
    Group.WORDS: "Words",
    Group.BODY: "Body areas",
    Group.STUDY: "Study",
    Group.SITE: "This site",
    Group.SOURCES: "Sources",
    Group.NOT_COVERED: "Not covered yet",
}
_OF_KIND = {
    "condition": Group.CONDITIONS,
    "contraindication": Group.WHEN_NOT_TO,
    "approach": Group.TYPES,
    "technique": Group.TYPES,
    "claim": Group.CLAIMS,
    "term": Group.WORDS,
    "region": Group.BODY,
    "structure": Group.BODY,
    "reference": Group.SOURCES,
}
_VISIT = {"sheet/", "get-help/", *(target for hub in HUBS[:1] for _, _, targets in hub.parts for target in targets)}


class Called(IntEnum):
    """What a name is to its page; the smaller, the more it counts."""

    NAME = 0
    ALSO = 1
    LAY = 2
    MISSPELT = 3
    """Never shown."""
    MEDICINE = 4
    HEADING = 5
    """Of a part of the page."""
    SAID = 6
    """Words that a claim is made in."""


@dataclass(frozen=True, order=True)
class Name:
    """One name of a page."""

    called: Called
    text: str
    medicine: str = ""
    """Which medicine a brand is."""


@dataclass(frozen=True)
class Findable:
    """A page, or a word on one, that a search leads to."""

    group: Group
    url: str
    title: str
    short: str
    names: tuple[Name, ...]
    """The title is the first."""
    text: str
    """Further words it can be found by, when its names do not say it."""
    key: Key | None = None


def findable(library: Library, pages: Iterable[Page]) -> tuple[Findable, ...]:
    """Give all of them, by group and address.

    Args:
        library: The records and guides.
        pages: The pages made from many records.
    """
    found = [
        *(_record(library, key, entry.record) for key, entry in library.entries.items() if entry.record is not None),
        *(one for key, guide in library.guides.items() if (one := _guide(key, guide)) is not None),
        *_things(library),
        *(_page(page) for page in pages if page.key is None and page.url.count("/") == 1),
    ]
    return tuple(sorted(found, key=lambda one: (one.group, one.url)))


def _record(library: Library, key: Key, record: Record) -> Findable:
    names, short, text = _names(library, key, record)
    return Findable(_OF_KIND[key.kind], address(key), record.title, short, _unique(names), text, key)


def _names(library: Library, key: Key, record: Record) -> tuple[list[Name], str, str]:
    names = [Name(Called.NAME, part) for part in (record.title, *parts_of(record.title))]
    match record:
        case Claim():
            names += [Name(Called.SAID, one) for one in record.said]
            return names, words(record.answer), words(record.answer)
        case Reference():
            authors = Name(Called.ALSO, record.short)
            return [*names[:1], authors], f"{record.short}. {record.journal}.", ""
        case Term():
            names += [Name(Called.ALSO, one) for one in record.aka]
            return names, words(record.plain), words(record.plain)
        case Named():
            names += [Name(Called.ALSO, one) for one in record.aka] + [Name(Called.LAY, one) for one in record.lay]
            names += [Name(Called.MISSPELT, one) for one in record.misspellings]
            if key.kind == "contraindication":
                names += _medicines(library, key.id)
            return names, words(record.short), words(record.short)
    return names, "", ""


def _medicines(library: Library, id_: str) -> Iterator[Name]:
    for one in library.medicines.of(id_) if library.medicines else ():
        yield Name(Called.MEDICINE, one.name, one.name)
        yield from (Name(Called.MEDICINE, brand, one.name) for brand in one.brands)
        yield from (Name(Called.MISSPELT, wrong, one.name) for wrong in one.misspellings)


def _guide(key: Key, entry: GuideEntry) -> Findable | None:
    if entry.guide is None:
        return None
    headings = [
        Name(Called.HEADING, _plain(one)) for one in re.findall(r"(?m)^#{2,3} +(.+?) *(?:\{.*\})?$", entry.body)
    ]
    names = [Name(Called.NAME, entry.guide.title), *headings]
    group = Group.VISIT if key.id in _VISIT else Group.SITE if key.id.startswith("about/") else Group.STUDY
    description = words(entry.guide.description)
    return Findable(
        group, address(key), entry.guide.title, description, _unique(names), f"{description} {_plain(entry.body)}", key
    )


def _things(library: Library) -> Iterator[Findable]:
    """Give what people ask for and no record covers: found by its names, and told that nobody has looked."""
    for one in library.not_covered.in_order if library.not_covered else ():
        names = [Name(Called.NAME, one.name), *(Name(Called.ALSO, other) for other in one.aka)]
        names += [Name(Called.MISSPELT, wrong) for wrong in one.misspellings]
        short = f"{words(one.what)} {Verdict.NOT_CHECKED.meaning}"
        yield Findable(Group.NOT_COVERED, f"{NOT_COVERED}#{one.id}", one.name, short, _unique(names), words(one.what))


def _page(page: Page) -> Findable:
    group = Group.VISIT if page.url in _VISIT else Group.SITE
    return Findable(group, page.url, page.title, page.description, (Name(Called.NAME, page.title),), page.description)


def parts_of(title: str) -> tuple[str, ...]:
    """Give the names inside a title: `Kneading` and `petrissage` with brackets, what stands before a comma without."""
    found = re.fullmatch(r"(.+?) \((.+)\)", title)
    if found:
        return (found[1], *re.split(r", (?!or )", found[2]))
    first, comma, _ = title.partition(",")
    return (first,) if comma else ()


def words(line: Prose) -> str:
    """Give a text's words in one line."""
    return " ".join(line.words().split())


def _plain(markdown: str) -> str:
    """Give a guide's words without its links and marks."""
    text = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", markdown)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[#*_>`{}|]+", " ", text).split())


def _unique(names: Iterable[Name]) -> tuple[Name, ...]:
    """Keep each name once, as what it counts most for."""
    first: dict[str, Name] = {}
    for one in names:
        before = first.get(one.text.casefold())
        first[one.text.casefold()] = min(one, before) if before else one
    return tuple(first.values())
