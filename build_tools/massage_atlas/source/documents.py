"""Reads the text of one record file into plain values, and refuses the parts of YAML that hide or surprise."""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from massage_atlas.diagnostics import Code, Place, Report
from massage_atlas.source.nodes import BLOCK, PLAIN, QUOTED, compose, events
from massage_atlas.source.positions import Positions, span
from massage_atlas.source.text import FORBIDDEN, hidden_character

DEEPEST = 20
"""How many blocks may stand inside each other."""

_SAFE_TO_COMPOSE = 200
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}", re.ASCII)
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NOTHING = {"", "~", "null", "Null", "NULL"}
_MAY_COPY = re.compile(r"(?:^|[\s\[{,:-])[&*]\S")
_PREFIX = re.compile(r"^[ \t?:-]*", re.MULTILINE)

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | float | bool | None"


@dataclass(frozen=True)
class Document:
    """The values of one file, and where they stand."""

    value: dict[str, Any]
    positions: Positions


def read_document(text: str, path: str, report: Report) -> Document | None:
    """Read a record's text; report what is wrong with it, and give what could be read all the same.

    Scalars follow YAML 1.2: only `true`, `false`, `null` and decimal numbers are more than text, so `no`, `on`, `1:30`
    and `012` stay what they look like. Gives None when the text as a whole cannot be used.
    """
    try:
        if _deepest_bound(text) > _SAFE_TO_COMPOSE and not _is_shallow(text, path, report):
            return None
        if _MAY_COPY.search(text) and _has_copies(text, path, report):
            return None
        root = compose(text)
    except yaml.YAMLError as error:
        _report_syntax(error, text, path, report)
        return None
    if root is None:
        report.add(Code.EMPTY_FILE, "the file holds only comments", Place(path), "'atlas new' writes a file to fill in")
        return None
    reader = _Reader(text, path, report)
    value = reader.read(root, 1)
    if not isinstance(value, dict):
        report.add(Code.WRONG_TYPE, "a record is a block of 'key: value' lines", span(root, path))
        return None
    return Document(value, Positions(path, text))


def _deepest_bound(text: str) -> int:
    """Give a number of levels that the text cannot exceed, in one pass and without parsing.

    The C parser composes by recursion and ends the process on deep nesting, so depth is bounded before it starts.
    """
    flow = text.count("[") + text.count("{")
    indent = max((len(found.group()) for found in _PREFIX.finditer(text)), default=0)
    return flow + 2 * (indent + 1)


def _is_shallow(text: str, path: str, report: Report) -> bool:
    depth = 0
    for event in events(text):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
            if depth > DEEPEST:
                mark: Any = event.start_mark
                _report_deep(report, Place(path, mark.line + 1, mark.column + 1))
                return False
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
    return True


def _report_deep(report: Report, place: Place) -> None:
    report.add(Code.DEEP_NESTING, f"blocks are nested deeper than {DEEPEST} levels", place, "check the indentation")


def _has_copies(text: str, path: str, report: Report) -> bool:
    found = False
    for event in events(text):
        name = getattr(event, "anchor", None)
        if name is not None:
            found = True
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            place = Place(path, event.start_mark.line + 1, event.start_mark.column + 1, len(name) + 1)
            report.add(
                Code.ANCHOR_OR_ALIAS,
                f"'{mark}{name}' asks for a copy of another part of the file",
                place,
                "write the text out; if it should begin with '*' or '&', put it in quotes",
            )
    return found


class _Reader:
    """Turns nodes into values, reporting on the way what a record may not hold."""

    def __init__(self, text: str, path: str, report: Report) -> None:
        self.text = text
        self.path = path
        self.report = report

    def read(self, node: yaml.Node, depth: int) -> Value:
        if depth > DEEPEST and not isinstance(node, yaml.ScalarNode):
            _report_deep(self.report, span(node, self.path))
            return None
        known = node.tag in (PLAIN, QUOTED, BLOCK)
        if not known or (isinstance(node, yaml.ScalarNode) and self.text.startswith("!", node.start_mark.index)):
            tag = "!" if known else node.tag.replace("tag:yaml.org,2002:", "!!")
            self.report.add(
                Code.TAG,
                f"'{tag}' asks for a special kind of value",
                span(node, self.path),
                "remove it; if the text should begin with '!', put it in quotes",
            )
        if isinstance(node, yaml.MappingNode):
            return self._block(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, depth + 1) for item in node.value]
        return self._scalar(node)

    def _block(self, node: yaml.MappingNode, depth: int) -> dict[str, Value]:
        block: dict[str, Value] = {}
        first: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag not in (PLAIN, QUOTED):
                self.report.add(Code.KEY_TYPE, "a key is plain text", span(key, self.path), "write 'key: value'")
                continue
            name = FORBIDDEN.sub("\ufffd", key.value)
            if name == "<<" and key.tag == PLAIN:
                self.report.add(
                    Code.MERGE_KEY, "'<<' asks for a copy of another block", span(key, self.path), "write the keys out"
                )
            elif name in block:
                self.report.add(
                    Code.DUPLICATE_KEY,
                    f"the key '{name}' is written twice in this block",
                    span(key, self.path),
                    "keep one of them, or put both values under one key",
                    [("first written here", span(first[name], self.path))],
                )
                self.read(value, depth + 1)
            else:
                self._refuse_hidden(key)
                first[name] = key
                block[name] = self.read(value, depth + 1)
        return block

    def _scalar(self, node: yaml.Node) -> Value:
        text: str = node.value
        if node.tag == PLAIN:
            if text in _NOTHING:
                return None
            if text in _WORDS:
                return _WORDS[text]
            if _INTEGER.fullmatch(text):
                return int(text)
            if _DECIMAL.fullmatch(text):
                return float(text)
        self._refuse_hidden(node)
        return FORBIDDEN.sub("\ufffd", text)

    def _refuse_hidden(self, node: yaml.Node) -> None:
        """Refuse characters written as escapes, such as a backslash and `u202e`, which no check of the file can see."""
        hidden = hidden_character(node.value)
        if hidden is None:
            return
        self.report.add(
            Code.CONTROL_CHARACTER,
            f"this text holds an invisible character (U+{ord(hidden):04X})",
            span(node, self.path),
            "remove the escape that stands for it",
        )


_SYNTAX = (
    ("mapping values are not allowed", "a second ': ' on one line", "put the text after the first colon in quotes"),
    ("did not find expected key", "this line does not fit the block above it", "check the indentation and the quotes"),
    ("could not find expected ':'", "a key without a colon", "write 'key: value'"),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list above it",
        "begin it with '- ' or indent it",
    ),
    (
        "found character that cannot start",
        "a tab, '@', '`' or '%' begins a value",
        "indent with spaces; put it in quotes",
    ),
    ("found a tab character", "a tab", "indent with spaces"),
    ("found unexpected end of stream", "a quote that is opened here never ends", "close it with the same quote"),
    ("found unknown escape", "a backslash in double quotes", "use single quotes, or write the backslash twice"),
    (
        "expected ',' or ']'",
        "a '[' opens a list that never ends",
        "put text that begins with '[' in quotes",
    ),
    (
        "expected ',' or '}'",
        "a '{' opens a block that never ends",
        "put text that begins with '{' in quotes",
    ),
    ("found undefined tag handle", "a '!' begins a value", "put text that begins with '!' in quotes"),
    ("found undefined alias", "a '*' begins a value", "put text that begins with '*' in quotes"),
)


def _report_syntax(error: yaml.YAMLError, text: str, path: str, report: Report) -> None:
    problem = getattr(error, "problem", None) or str(error)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if "another document" in problem and mark is not None:
        place = Place(path, mark.line + 1, mark.column + 1, 3)
        report.add(
            Code.SECOND_DOCUMENT, "a second record begins here", place, "one file holds one record; remove '---'"
        )
        return
    what, help_ = next(((what, help_) for words, what, help_ in _SYNTAX if words in problem), ("", ""))
    if "never ends" in what and context is not None:
        mark = context
    line = min(mark.line, text.count("\n")) if mark is not None else 0
    place = Place(path, line + 1, mark.column + 1 if mark is not None and mark.line == line else 1)
    report.add(
        Code.YAML_SYNTAX,
        f"the file cannot be read from here on: {what or problem}",
        place,
        help_ or "check the indentation, the colons and the quotes of this line and the one above",
    )
