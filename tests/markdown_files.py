"""Reads Markdown as the tests of the documentation need it: headings, links, sections and tables."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^ *(```|~~~).*?^ *\1 *$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?\)")
_HEADING = re.compile(r"^(#{1,6}) +(.+?) *#*$", re.MULTILINE)
_ROW_KEY = re.compile(r"^\| *`([^`]+)` *\|", re.MULTILINE)


def text_of(file: Path) -> str:
    """Give a file's text without its blocks of code, which may show anything."""
    return _FENCE.sub("", file.read_text(encoding="utf-8"))


def links(file: Path) -> list[str]:
    """Give where the links and pictures of a file lead, as written."""
    text = re.sub(r"`[^`\n]*`", "", text_of(file))
    return [found[1] for found in _LINK.finditer(text)]


def anchors(file: Path) -> set[str]:
    """Give the fragments a file's headings can be reached by, as code hosts make them."""
    found: list[str] = []
    for heading in _HEADING.finditer(text_of(file)):
        base = slug(heading[2])
        times = sum(one == base or re.fullmatch(re.escape(base) + r"-\d+", one) is not None for one in found)
        found.append(f"{base}-{times}" if times else base)
    return set(found)


def slug(heading: str) -> str:
    """Turn a heading into its fragment: small letters, no marks, hyphens for spaces."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")


def sections(file: Path) -> dict[str, str]:
    """Give the text under each heading up to the next heading of any level, by the heading's words."""
    text = text_of(file)
    found = list(_HEADING.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    return {one[2]: text[one.end() : end] for one, end in zip(found, ends, strict=True)}


def row_keys(section: str) -> list[str]:
    """Give what the rows of a section's tables are about: the code in their first column."""
    return [found[1] for found in _ROW_KEY.finditer(section)]
