"""Takes a text apart into its sentences, each with the words a reader hears and the place it stands at."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from massage_atlas.records.prose import GUIDE_LINK

Title: TypeAlias = Callable[[str], str]
"""Gives the words that a link without words of its own shows."""

_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]{1,3}[.)])\s+")
_RULE = re.compile(r"[\s|:-]*")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_PASSED_OVER = re.compile(r"\s*(?:#{1,6}\s|</?[a-zA-Z!]|!!!|\?\?\?)")
_CELL = re.compile(r"(?:\\.?|[^|\\])+")
# Nothing here may look ahead without a bound for each place it starts at: a guide can have 256 KB on one line.
_END = re.compile(
    r"""(?<![.!?\u2026])[.!?\u2026]{1,5}(?<![ (]e\.g\.)(?<![ (]i\.e\.)(?<!\bDr\.)(?<!\bvs\.)"""
    r"""[)\]"'\u201d\u2019*_]{0,5}"""
    r"""(?=\s+["'\u201c\u2018(*_]{0,5}(?:[A-Z0-9]|\[))"""
)
_WEB_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)(?:\{[^}\n]{0,200}\})?")
_WORD = re.compile(r"[^\W_]")
_MARK = re.compile(r"[\[*_`\\]")
_MARKS = re.compile(r"[*`\\]|(?<!\w)_|_(?!\w)")


@dataclass(frozen=True)
class Sentence:
    """A sentence, an item of a list, or a cell of a table."""

    start: int
    """Where it begins in its text."""
    source: str
    """As it is written, marks and line ends included."""
    spoken: str
    """As a reader hears it: a link is its words."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Give its words; a dash alone is none, and what a hyphen joins is one."""
        return tuple(word for word in self.spoken.split() if word[0].isalnum() or any(map(str.isalnum, word)))


def sentences(text: str, title: Title) -> Iterator[Sentence]:
    """Go through the sentences of a record's text or a guide's; headings, code and raw HTML are none."""
    for start, end in _blocks(text):
        first = start
        for found in [*_END.finditer(text, start, end), None]:
            last = found.end() if found else end
            source = text[first:last]
            inner = source.strip()
            if _WORD.search(inner):
                yield Sentence(first + len(source) - len(source.lstrip()), inner, _spoken(inner, title))
            first = last


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Give where each paragraph, item and cell begins and ends."""
    begun: int | None = None
    at, fenced = 0, False
    for line in text.split("\n"):
        end = at + len(line)
        item = _ITEM.match(line)
        is_fence = _FENCE.match(line) is not None
        is_row = line.lstrip().startswith("|")
        none = fenced or is_fence or not line.strip() or _PASSED_OVER.match(line) is not None
        if begun is not None and (none or is_row or item):
            yield begun, at
            begun = None
        fenced ^= is_fence
        if is_row and not none and not _RULE.fullmatch(line):
            yield from ((at + cell.start(), at + cell.end()) for cell in _CELL.finditer(line))
        elif not none and not is_row and begun is None:
            begun = at + (item.end() if item else 0)
        at = end + 1
    if begun is not None:
        yield begun, len(text)


def _spoken(source: str, title: Title) -> str:
    if _MARK.search(source) is None:
        return source
    spoken = GUIDE_LINK.sub(lambda link: link[2] or title(link[1].strip()), source)
    return _MARKS.sub("", _WEB_LINK.sub(r"\1", spoken))
