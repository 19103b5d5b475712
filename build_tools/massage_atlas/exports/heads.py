"""What the head of each page says about it: one title and one description each, and its block of JSON-LD."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from massage_atlas.exports.card import Picture, picture
from massage_atlas.exports.imprint import Imprint
from massage_atlas.exports.structured_data import guide_data, in_script, page_data
from massage_atlas.library import Key, Library
from massage_atlas.pages.guide import GuidePage
from massage_atlas.pages.matrix import URL as MATRIX
from massage_atlas.pages.page import Page
from massage_atlas.records import KINDS

LONGEST = 300
"""The most characters of a description; whole sentences are left out at its end, for a verdict is quoted whole."""


_UNDER = {MATRIX: "contraindications/"}
"""Lists that stand under the list of another kind."""


@dataclass(frozen=True)
class Head:
    """The head of one page, in plain text; whoever prints it escapes it."""

    name: str
    """What the page is called; no other page is called the same."""
    title: str
    """The same with the name of the site behind it."""
    description: str
    address: str
    """The page's whole address; empty while nobody knows it."""
    picture: Picture | None
    """What a link preview shows."""
    type: str
    """`website` for the home page, `article` for all others, as Open Graph has it."""
    data: str
    """JSON-LD that can stand in a `script` element as it is."""


def heads(
    library: Library, pages: Mapping[str, Page], guides: Mapping[str, GuidePage], imprint: Imprint
) -> dict[str, Head]:
    """Make the head of every page, by address."""
    texts = {url: (imprint.name if not url else page.title, page.description) for url, page in pages.items()}
    texts |= {url: (guide.title, guide.description) for url, guide in guides.items()}
    names = _names({url: name for url, (name, _) in texts.items()}, pages)
    descriptions = _descriptions({url: text for url, (_, text) in texts.items()}, names)
    return {url: _head(library, pages, url, names[url], descriptions[url], imprint) for url in sorted(texts)}


def above(pages: Mapping[str, Page], url: str) -> list[Page]:
    """Give the pages between the home page and this one: those whose addresses this one's begins with."""
    parts = url.rstrip("/").split("/")
    urls = ["/".join(parts[:count]) + "/" for count in range(1, len(parts))]
    first = f"{parts[0]}/"
    return [pages[one] for one in (*((_UNDER[first],) if first in _UNDER else ()), *urls) if one in pages]


def _head(library: Library, pages: Mapping[str, Page], url: str, name: str, description: str, imprint: Imprint) -> Head:
    page = pages.get(url)
    if page is None:
        data = guide_data(library, Key("guide", url.rstrip("/")), name, description, imprint)
    else:
        data = page_data(library, page, name, description, above(pages, url), imprint)
    title = f"{name} - {imprint.name}" if url else name
    type_ = "article" if url else "website"
    return Head(name, title, description, imprint.full(url), picture(imprint), type_, in_script(data))


def _names(names: Mapping[str, str], pages: Mapping[str, Page]) -> dict[str, str]:
    """Name the kind where two pages are called the same, and the address where that is not enough."""

    def with_kind(url: str, name: str) -> str:
        key = pages[url].key if url in pages else None
        return f"{name} ({KINDS[key.kind].label.lower()})" if key else name

    told = _told_apart(names, with_kind)
    return _told_apart(told, lambda url, name: f"{name} ({url.rstrip('/')})")


def _descriptions(descriptions: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    told = _told_apart(descriptions, lambda url, text: f"{names[url]}: {text}")
    return {url: shortened(text) for url, text in told.items()}


def _told_apart(texts: Mapping[str, str], more: Callable[[str, str], str]) -> dict[str, str]:
    """Say more wherever two pages say the same, whatever their capitals."""
    counts = Counter(text.casefold() for text in texts.values())
    return {url: more(url, text) if counts[text.casefold()] > 1 else text for url, text in texts.items()}


def shortened(text: str) -> str:
    """Keep as many whole sentences as fit; of a first sentence that is too long, as many words."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    end = max((text.rfind(mark, 0, LONGEST) for mark in (". ", "? ", "! ")), default=-1)
    return text[: end + 1] if end > 0 else f"{text[: LONGEST - 1].rpartition(' ')[0]}…"
