"""Parses YAML into nodes with marks: the C parser where there is one, and never into objects."""

from typing import Any

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

PLAIN = "plain"
"""The tag of a scalar written without quotes, which may mean a number or yes/no."""
QUOTED = "quoted"
"""The tag of a scalar that is text whatever it looks like."""
BLOCK = "block"
"""The tag of a list or a block of keys."""


class _OwnTags:
    """Marks each node as plain, quoted or a block, so that every other tag is one that the file wrote itself."""

    def resolve(self, kind: type[yaml.Node], _value: str | None, implicit: Any) -> str:
        if kind is not yaml.ScalarNode:
            return BLOCK
        return PLAIN if implicit[0] else QUOTED

    def descend_resolver(self, *_: object) -> None:
        """PyYAML calls this on the way down; there are no path rules here."""

    def ascend_resolver(self) -> None:
        """PyYAML calls this on the way up."""


class PureNodes(_OwnTags, Reader, Scanner, Parser, Composer):
    """The parser in Python: the same, only that it refuses a `?` in a text inside `[...]`, which the one in C reads."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


if yaml.__with_libyaml__:
    from yaml.cyaml import CParser  # type: ignore[attr-defined] # made at run time

    class Nodes(_OwnTags, CParser):
        """The parser in C."""

        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
else:
    Nodes = PureNodes  # type: ignore[misc, assignment] # the same methods


def compose(text: str) -> yaml.Node | None:
    """Parse a text that `deepest` found shallow into its one root node; None when it holds nothing.

    Raises:
        yaml.YAMLError: when the text is not YAML, or holds a second document.
    """
    node: yaml.Node | None = Nodes(text).get_single_node()
    return node


def events(text: str) -> Any:
    """Give the parser's events one by one, without recursion, whatever the depth.

    Raises:
        yaml.YAMLError: while iterating, when the text is not YAML.
    """
    parser = Nodes(text)
    while parser.check_event():
        yield parser.get_event()
