"""Cuts the index into shards of one size, in the order of the words, so that a query loads a few of them at any N."""

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from massage_atlas.exports.search.tokens import tokens
from massage_atlas.pages.findable import Called, Findable, Name

SHARD = 9_000
"""How many characters a shard of names has at most, but for a single word that has more."""
SPELLINGS = 6_000
"""How many characters a shard of spellings has at most."""
BLOCK = 16
"""How many pages are described in one file."""
_MOST_NAMES = 90
"""With how many names a word is listed at most; what counts most stays."""
_MOST_TEXTS = 20
"""In how many texts a word may stand to find them; a word of more texts says nothing."""
_SHORTEST = 3


@dataclass(frozen=True)
class Shards:
    """One kind of shards: the first word of each, and what each holds."""

    firsts: tuple[str, ...]
    values: tuple[Any, ...]

    def at(self, word: str) -> int:
        """Give the number of the shard that a word would stand in."""
        return max(0, bisect_right(self.firsts, word) - 1)


def name_shards(things: Sequence[Findable], skip: frozenset[str]) -> Shards:
    """Put each name into the shard of each of its words, and the number of each page into that of its text's words."""
    names, texts = _by_name(things, skip), _by_text(things, skip)
    firsts: list[str] = []
    values: list[dict[str, Any]] = []
    size = SHARD
    for word in sorted({*names, *texts}):
        new = [_slim(number, one) for number, one in names.get(word, ())]
        found = texts.get(word, [])
        cost = sum(len(json.dumps(one)) + 1 for one in new) + (len(word) + 5 + 5 * len(found) if found else 0)
        if size + cost > SHARD:
            firsts.append(word)
            values.append({"n": [], "t": {}})
            size = 0
        values[-1]["n"] += [one for one in new if one not in values[-1]["n"]]
        if found:
            values[-1]["t"][word] = found
        size += cost
    return Shards(tuple(firsts), tuple(values))


def _by_name(things: Sequence[Findable], skip: frozenset[str]) -> dict[str, list[tuple[int, Name]]]:
    found: defaultdict[str, list[tuple[int, Name]]] = defaultdict(list)
    for number, thing in enumerate(things):
        for name in thing.names:
            said = dict.fromkeys(tokens(name.text))
            for word in [one for one in said if one not in skip] or said:
                found[word].append((number, name))
    return {
        word: sorted(all_, key=lambda one: (one[1].called, len(one[1].text), one[0]))[:_MOST_NAMES]
        for word, all_ in found.items()
    }


def _by_text(things: Sequence[Findable], skip: frozenset[str]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, thing in enumerate(things):
        named = {word for name in thing.names for word in tokens(name.text)}
        for word in dict.fromkeys(tokens(thing.text)):
            if len(word) >= _SHORTEST and word not in named and word not in skip:
                found[word].append(number)
    return {word: numbers for word, numbers in found.items() if len(numbers) <= _MOST_TEXTS}


def _slim(number: int, name: Name) -> list[int | str]:
    return [number, int(name.called), name.text, *([name.medicine] if name.medicine else [])]


def spellings(things: Iterable[Findable]) -> tuple[Shards, Shards]:
    """Give every word of every name, by its beginning and by its end: a slip leaves one of them whole."""
    known = Counter(
        word
        for thing in things
        for name in thing.names
        for word in set(tokens(name.text))
        if len(word) >= _SHORTEST and not word.isdigit() and name.called is not Called.MISSPELT
    )
    return _packed(sorted(known)), _packed(sorted(word[::-1] for word in known))


def _packed(words: Sequence[str]) -> Shards:
    firsts: list[str] = []
    values: list[list[str]] = []
    size = SPELLINGS
    for word in words:
        if size + len(word) + 1 > SPELLINGS:
            firsts.append(word)
            values.append([])
            size = 0
        values[-1].append(word)
        size += len(word) + 1
    return Shards(tuple(firsts), tuple(" ".join(one) for one in values))
