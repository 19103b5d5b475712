"""What each page says to programs, as JSON-LD in the words of schema.org, made from the same records as the page.

It never says more than the page: a review only where a named health worker signed the text as it stands, a source only
when somebody has seen it, an address only when the site's own is known.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from massage_atlas.exports.imprint import Imprint
from massage_atlas.exports.things import TYPES, Thing, about, cited, named, slim
from massage_atlas.library import Key, Library
from massage_atlas.pages.addresses import address
from massage_atlas.pages.page import Page
from massage_atlas.records import KINDS
from massage_atlas.records.base import Record
from massage_atlas.records.claim import Claim
from massage_atlas.records.term import Term
from massage_atlas.records.vocabulary import ReviewState

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of all texts."""

_POLICY = Key("guide", "about/editorial-policy")
_ESCAPES = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})


def in_script(thing: Thing) -> str:
    """Write a block so that it can stand in a `script` element: nothing in it ends the element or begins another."""
    value = {"@context": "https://schema.org", **thing}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def page_data(
    library: Library, page: Page, title: str, description: str, above: Sequence[Page], imprint: Imprint
) -> Thing:
    """Give the block of a page that is made from records.

    Args:
        library: The records.
        page: The page.
        title: What it is called, as no other page is.
        description: What its head says of it.
        above: The pages between the home page and this one.
        imprint: What the site is called, and where it will stand.
    """
    if not page.url:
        return _site(imprint, description)
    record = library.entries[page.key].record if page.key else None
    words = _words(library, page.url)
    thing = {
        **_page(_page_type(page, record), title, description, page.url, imprint),
        "dateModified": page.updated.isoformat(),
        "expires": page.closes.isoformat() if page.closes else "",
        "audience": list(_audience(page)),
        "breadcrumb": _breadcrumb([(one.title, one.url) for one in (*above, page)], imprint),
        **(_reviewed(record) if record else {}),
        **_policy(library, imprint),
    }
    if page.key is not None and record is not None:
        thing |= _subject(library, page.key, record, imprint)
        thing["citation"] = cited(library, page.key)
    if words:
        thing["mainEntity"] = _word_list(library, page, words, imprint)
    return slim(thing)


def guide_data(library: Library, key: Key, title: str, description: str, imprint: Imprint) -> Thing:
    """Give the block of a hand-written guide."""
    guide = library.guides[key].guide
    assert guide is not None  # a guide whose head is broken has no page
    url = address(key)
    return slim(
        {
            **_page("WebPage", title, description, url, imprint),
            "dateModified": guide.updated.isoformat(),
            "breadcrumb": _breadcrumb([(guide.title, url)], imprint),
            **_reviewed(guide),
            "citation": cited(library, key),
            **_policy(library, imprint),
        }
    )


def _site(imprint: Imprint, description: str) -> Thing:
    return slim({**_common("WebSite", imprint.name, description), "url": imprint.url})


def _common(type_: str, name: str, description: str) -> Thing:
    return {
        "@type": type_,
        "name": name,
        "description": description,
        "inLanguage": "en",
        "license": LICENCE,
        "isAccessibleForFree": True,
    }


def _page(type_: str, name: str, description: str, url: str, imprint: Imprint) -> Thing:
    site = slim({"@type": "WebSite", "name": imprint.name, "url": imprint.url})
    return {**_common(type_, name, description), "url": imprint.full(url), "isPartOf": site}


def _page_type(page: Page, record: Record | None) -> str:
    if record is not None:
        return "WebPage" if record.kind == "reference" else "MedicalWebPage"
    return "CollectionPage" if page.url in {f"{kind.url}/" for kind in KINDS.values()} else "WebPage"


def _subject(library: Library, key: Key, record: Record, imprint: Imprint) -> Thing:
    if isinstance(record, Claim):
        topics = {one.target: None for one in library.outgoing.get(key, ()) if one.relation == "about"}
        return {"about": [named(library, topic, imprint) for topic in topics if topic.kind in TYPES]}
    return {"mainEntity" if record.kind == "reference" else "about": about(library, key, imprint)}


def _audience(page: Page) -> Iterator[Thing]:
    """Name clients for every page about health, and students where a part of it is theirs."""
    if page.key is not None and page.key.kind != "reference":
        yield {"@type": "MedicalAudience", "audienceType": "Patient"}
    if any(section.audience == "study" for section in page.sections):
        yield {"@type": "EducationalAudience", "educationalRole": "student"}


def _breadcrumb(steps: Sequence[tuple[str, str]], imprint: Imprint) -> Thing | None:
    """Give the way from the home page; whole addresses are what makes it valid."""
    if not imprint.url:
        return None
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": {"@type": "WebPage", "@id": imprint.full(url)}}
        for number, (name, url) in enumerate([("Home", ""), *steps], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _reviewed(record: Record) -> dict[str, Any]:
    """Say who stands behind a text; a review only when the text has not changed since it was signed."""
    status = f"{record.review.label}: {record.review.meaning}"
    signature = record.signature if record.review is ReviewState.SIGNED else None
    if signature is None:
        return {"creativeWorkStatus": status}
    if record.updated > signature.date:
        return {"creativeWorkStatus": f"{status} The text has changed since."}
    person = {"@type": "Person", "name": signature.name, "jobTitle": signature.role}
    return {"creativeWorkStatus": status, "lastReviewed": signature.date.isoformat(), "reviewedBy": person}


def _policy(library: Library, imprint: Imprint) -> dict[str, str]:
    return {"publishingPrinciples": imprint.full(address(_POLICY))} if _POLICY in library.guides else {}


def _words(library: Library, url: str) -> list[Key]:
    """Give the words of the glossary that stand on a page they share."""
    keys = (Key("term", id_) for id_, _ in library.records(Term))
    return [key for key in keys if "#" in address(key) and address(key).partition("#")[0] == url]


def _word_list(library: Library, page: Page, words: Sequence[Key], imprint: Imprint) -> Thing:
    terms = [about(library, key, imprint) for key in words]
    return slim({"@type": "DefinedTermSet", "name": page.title, "url": imprint.full(page.url), "hasDefinedTerm": terms})
