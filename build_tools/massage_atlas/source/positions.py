"""Answers where in a file a value stands, by its path of keys and list numbers."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

import yaml

from massage_atlas.diagnostics import Place
from massage_atlas.source.nodes import compose
from massage_atlas.source.text import place_at

Path: TypeAlias = Sequence[str | int]
"""The way to a value: keys and list numbers from the root, as pydantic's `loc`."""


class Positions:
    """The positions of one file's values.

    Asking is rare, since most files are right, so the nodes are parsed again at the first question and not kept before.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _root(self) -> yaml.Node | None:
        return compose(self.text)

    def value(self, path: Path) -> Place:
        """Give the place of a value; of the nearest block above it when it is not there."""
        key, node = self._walk(path)
        return self._span(node if node is not None else key)

    def key(self, path: Path) -> Place:
        """Give the place of the key that holds a value, or of the value when a list holds it."""
        key, node = self._walk(path)
        return self._span(key if key is not None else node)

    def inside(self, path: Path, needle: str, occurrence: int = 0) -> Place:
        """Give the place of the n-th occurrence of some words inside a text value, however it is quoted and wrapped."""
        _, node = self._walk(path)
        if not isinstance(node, yaml.ScalarNode) or not needle:
            return self.value(path)
        words = re.compile(r"\s+".join(map(re.escape, re.split(r"\s+", needle))))
        found = words.search(self.text, node.start_mark.index, node.end_mark.index)
        for _ in range(occurrence):
            found = found and words.search(self.text, found.start() + 1, node.end_mark.index)
        if found is None:
            return self.value(path)
        return place_at(self.text, found.start(), self.path, len(found.group().split("\n", 1)[0]))

    def _walk(self, path: Path) -> tuple[yaml.Node | None, yaml.Node | None]:
        """Follow a path as far as it goes; give the last key node and the last value node."""
        key: yaml.Node | None = None
        node = self._root
        for step in path:
            if isinstance(node, yaml.MappingNode):
                pairs = [pair for pair in node.value if pair[0].value == step]
                if not pairs:
                    break
                key, node = pairs[0]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                key, node = None, node.value[step]
            else:
                break
        return key, node

    def _span(self, node: yaml.Node | None) -> Place:
        return span(node, self.path) if node is not None else Place(self.path)


def span(node: yaml.Node, path: str) -> Place:
    """Give the place of a node, underlined to the end of its first line; a block is underlined at its first key."""
    if isinstance(node, yaml.MappingNode | yaml.SequenceNode) and node.value:
        first = node.value[0]
        return span(first[0] if isinstance(first, tuple) else first, path)
    start, end = node.start_mark, node.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Place(path, start.line + 1, start.column + 1, max(1, length))
