"""The two files that programs look for first: robots.txt for search engines, llms.txt for language models."""

from collections.abc import Iterator, Mapping

from massage_atlas.exports.heads import Head
from massage_atlas.exports.imprint import Imprint
from massage_atlas.library import Key, Library
from massage_atlas.pages.addresses import address
from massage_atlas.records import KINDS
from massage_atlas.records.vocabulary import ReviewState, Verdict

ROBOTS = "robots.txt"
"""Where search engines look, at the top of a host; a project's own `content/robots.txt` stands instead."""

MODELS = "llms.txt"
"""Where language models look; its form is the one of llmstxt.org."""

_FIRST = ("get-help/", "sheet/")
"""Pages that a reader with a worry is sent to before any other."""

_WHOLE = ("condition", "contraindication", "technique", "approach", "claim")
"""Kinds of which every page is named; of the others, the list."""


def robots(imprint: Imprint) -> str:
    """Let everyone read everything, and say where the sitemap is."""
    sitemap = f"\nSitemap: {imprint.full('sitemap.xml')}\n" if imprint.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def llms(library: Library, heads: Mapping[str, Head], data: Mapping[str, str], imprint: Imprint) -> str:
    """Say what the site is, how it may be quoted, and where everything stands.

    Args:
        library: The records.
        heads: Every page, by address.
        data: Files for programs by address, and what each holds.
        imprint: What the site is called, and where it will stand.
    """
    parts = [
        f"# {imprint.name}",
        "> " + " ".join((imprint.description or heads[""].description, *_warning(library))),
        "\n".join(_quoting()),
        *_sections(library, heads, imprint),
        _section("Data", ((path, path, words) for path, words in data.items()), imprint),
        _section("Optional", _lists(library, heads), imprint),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _warning(library: Library) -> Iterator[str]:
    """Say how far the texts may be trusted; counted, so that it stays true."""
    records = [entry.record for entry in library.entries.values() if entry.record]
    records += [entry.guide for entry in library.guides.values() if entry.guide]
    signed = sum(record.review is ReviewState.SIGNED for record in records)
    yield "It teaches. It does not know the reader and does not replace a health worker."
    if not signed:
        yield f"All {len(records)} records are drafts: no health worker has signed them."
    else:
        yield f"A health worker has signed {signed} of {len(records)} records; the others are drafts."


def _quoting() -> Iterator[str]:
    yield (
        "How to quote a verdict: whole, in the words below, with the technique and the fact it is about, its reason, "
        "what is said about getting help, and whether its page is a draft. A verdict holds for one technique and one "
        "fact; several facts together can be stricter. A missing warning is not a finding. Never turn a verdict into "
        "permission."
    )
    yield ""
    yield from (f"- {verdict.label}: {verdict.meaning}" for verdict in Verdict)


def _sections(library: Library, heads: Mapping[str, Head], imprint: Imprint) -> Iterator[str]:
    yield _section("First", ((url, heads[url].name, heads[url].description) for url in _FIRST if url in heads), imprint)
    for name in _WHOLE:
        kind = KINDS[name]
        keys = [Key(name, id_) for id_, _ in library.records(kind.model)]
        yield _section(kind.plural, _rows(keys, heads), imprint)
    yield _section("Guides", _rows(sorted(library.guides), heads), imprint)


def _lists(library: Library, heads: Mapping[str, Head]) -> Iterator[tuple[str, str, str]]:
    """Name the lists of all other kinds."""
    for kind in KINDS.values():
        url = f"{kind.url}/"
        if kind.name not in _WHOLE and url in heads and any(library.records(kind.model)):
            yield url, heads[url].name, heads[url].description


def _rows(keys: list[Key], heads: Mapping[str, Head]) -> Iterator[tuple[str, str, str]]:
    rows = [(address(key), heads[address(key)]) for key in keys if address(key) in heads]
    for url, head in sorted(rows, key=lambda row: (row[1].name.casefold(), row[0])):
        yield url, head.name, head.description


def _section(title: str, rows: Iterator[tuple[str, str, str]], imprint: Imprint) -> str:
    lines = [f"- [{_escaped(name)}]({imprint.full(path) or path}): {words}" for path, name, words in rows]
    return "\n".join([f"## {title}", "", *lines]) if lines else ""


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
