"""Writes the index: the core and its shards as scripts, for pages that may not fetch, and all of it once as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from massage_atlas.exports.search.core import core
from massage_atlas.exports.search.safety import safety_shards
from massage_atlas.exports.search.shards import BLOCK, Shards, name_shards, spellings
from massage_atlas.library import Key, Library
from massage_atlas.pages.findable import Called, Findable, Group
from massage_atlas.records import KINDS
from massage_atlas.records.condition import Condition
from massage_atlas.safety import Fact, SafetyModel
from massage_atlas.safety.facts import closed

JSON = "assets/search.json"
"""Where programs find everything that can be found, with its names."""

_FOLDER = "assets/search/"


def files(
    library: Library, model: SafetyModel, safety: Mapping[str, Any], things: Sequence[Findable]
) -> dict[str, str]:
    """Give every file of the index, by address.

    Args:
        library: The records.
        model: Their safety graph.
        safety: The same, as the browser has it.
        things: What can be found.
    """
    skip = frozenset(library.search_words.skip)
    names = name_shards(things, skip)
    starts, ends = spellings(things)
    twins = _twins(things)
    blocks = [
        [_described(library, model, things, number, twins) for number in range(at, min(at + BLOCK, len(things)))]
        for at in range(0, len(things), BLOCK)
    ]
    bounds = {"names": names.firsts, "starts": starts.firsts, "ends": ends.firsts}
    graph, firsts = safety_shards(safety)
    value = {**core(library, things), **bounds, **firsts, "block": BLOCK, "kinds": LABELS}
    return {
        _script("core"): _call("core", value),
        **dict(_shards("names", names)),
        **dict(_shards("starts", starts)),
        **dict(_shards("ends", ends)),
        **{_script(f"pages-{number}"): _call(f"pages-{number}", block) for number, block in enumerate(blocks)},
        **{_script(name): _call(name, one) for name, one in graph.items()},
        JSON: f"{_json([_whole(one) for one in things])}\n",
    }


def _shards(kind: str, shards: Shards) -> Iterator[tuple[str, str]]:
    for number, value in enumerate(shards.values):
        yield _script(f"{kind}-{number}"), _call(f"{kind}-{number}", value)


def _script(name: str) -> str:
    return f"{_FOLDER}{name}.js"


def _call(name: str, value: Any) -> str:
    return f'atlas.data("search/{name}",{_json(value)});\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _whole(thing: Findable) -> dict[str, Any]:
    shown = [one.text for one in thing.names if one.called is not Called.MISSPELT]
    misspelt = [one.text for one in thing.names if one.called is Called.MISSPELT]
    has = {"names": shown, "misspelt": misspelt, "short": thing.short}
    return {"url": thing.url, "title": thing.title, "group": thing.group.title, **{k: v for k, v in has.items() if v}}


def _twins(things: Sequence[Findable]) -> dict[int, int]:
    """Pair each condition with the contraindication of its id or its name, so that readers see one result for both."""
    rules = {one.key.id: number for number, one in enumerate(things) if one.key and one.key.kind == "contraindication"}
    named = {one.title.casefold(): number for number, one in enumerate(things) if one.group is Group.WHEN_NOT_TO}
    found = {}
    for number, one in enumerate(things):
        if one.key and one.key.kind == "condition":
            other = rules.get(one.key.id, named.get(one.title.casefold()))
            if other is not None:
                found[number] = other
    return found


LABELS = (*(kind.label for kind in KINDS.values()), "Guide", "Page", Group.NOT_COVERED.title)
"""What a result is, by the number that its description has."""


def label_of(one: Findable) -> str:
    """Say what a result is."""
    if one.group is Group.NOT_COVERED:
        return one.group.title
    kind = one.key.kind if one.key else "page"
    return KINDS[kind].label if kind in KINDS else kind.capitalize()


def _described(
    library: Library, model: SafetyModel, things: Sequence[Findable], number: int, twins: dict[int, int]
) -> list[Any]:
    """Describe a page: address, title, line, what it is to the safety graph, its tags, and the page that merges in."""
    one = things[number]
    safety = f"{one.key}" if one.key and one.key.kind in ("technique", "condition", "contraindication") else ""
    tags, label = _tags(library, model, one.key), LABELS.index(label_of(one))
    return [one.url, one.title, one.short, safety, tags, twins.get(number, -1), label]


def _tags(library: Library, model: SafetyModel, key: Key | None) -> int:
    """Say what a condition calls for, as 1 for signs to get help with, and 2 for changes; never that nothing does."""
    if key is None or key.kind != "condition":
        return 0
    condition = library.record(Condition, key.id)
    held = closed((Fact(key.id),), model.implications)
    changes = any(model.facts[fact.id].rules for fact in held if fact.id in model.facts)
    return (1 if condition is not None and condition.red_flags else 0) + (2 if changes else 0)
