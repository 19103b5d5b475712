"""The safety graph in shards, so that a pair in a query is answered by the resolver without loading all of it."""

import json
from collections.abc import Mapping
from typing import Any

_SHARD = 10_000
"""How many characters a shard has at most, but for a single fact that has more."""
_NAMES = {"names", "misspelt"}
"""What the search has already."""


def safety_shards(value: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Give the shards by name, and for each kind of them the first id of each.

    Args:
        value: The safety graph as the browser has it.
    """
    shards: dict[str, Any] = {"safety": {key: one for key, one in value.items() if key not in ("techniques", "facts")}}
    firsts: dict[str, list[str]] = {}
    facts = {id_: {key: part for key, part in one.items() if key not in _NAMES} for id_, one in value["facts"].items()}
    for kind, members in (("facts", facts), ("techniques", value["techniques"])):
        packed = _packed(members)
        shards |= {f"{kind}-{number}": one for number, one in enumerate(packed)}
        firsts[kind] = [next(iter(one)) for one in packed]
    return shards, firsts


def _packed(members: Mapping[str, Any]) -> list[dict[str, Any]]:
    packed: list[dict[str, Any]] = []
    size = _SHARD
    for id_ in sorted(members):
        cost = len(json.dumps(members[id_]))
        if size + cost > _SHARD:
            packed.append({})
            size = 0
        packed[-1][id_] = members[id_]
        size += cost
    return packed
