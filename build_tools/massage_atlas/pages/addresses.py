"""Where every page lives, and how one page links to another without knowing where the site is hosted."""

import posixpath

from massage_atlas.library import Key
from massage_atlas.records import KINDS

LONGEST_LIST = 200
"""The most rows a page may list; longer lists are split by first letter."""


def address(key: Key) -> str:
    """Give the address of a record or guide, relative to the site: `techniques/petrissage/`."""
    if key.kind == "guide":
        return f"{key.id}/"
    url = KINDS[key.kind].url
    if key.kind == "term":
        return f"{url}/{letter(key.id)}/#word-{key.id}"
    return f"{url}/{key.id}/"


def relative(source: str, target: str) -> str:
    """Give the link from one page to another, both relative to the site; it holds wherever the site is put."""
    path, mark, fragment = target.partition("#")
    if path == source and mark:
        return f"#{fragment}"
    way = posixpath.relpath(path or ".", source or ".")
    return (way if path and not path.endswith("/") else f"{way}/") + mark + fragment


def letter(text: str) -> str:
    """Give the letter a name is listed under; digits and the rest go under `0`."""
    first = text[:1].casefold()
    return first if "a" <= first <= "z" else "0"
