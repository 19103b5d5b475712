"""Text fields: a small, safe part of Markdown, turned into HTML once, when the record is read."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from massage_atlas.diagnostics import Code
from massage_atlas.records.web import link_problem

LONGEST = 8_000
"""The most characters of a text field; parsing time grows faster than the text."""
LONGEST_LINE = 2_000
DEEPEST = 6
WIDEST_TABLE, LONGEST_TABLE = 12, 50

RECORD_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
"""`[[petrissage]]` or `[[petrissage|kneading]]`."""

GUIDE_LINK = re.compile(r"\[\[([^\[\]|\\\n]+)(?:\\?\|([^\[\]\n]+))?\]\]")
"""The same in a hand-written guide, where a table needs the bar written as `\\|`."""

_HTML = re.compile(r"</?[A-Za-z!?][^>\n]{0,80}>?|&(?:[A-Za-z][A-Za-z0-9]+|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_MARKUP = re.compile(r"[*_\[\]<>&\\`!~|]|^[^\S\n]|[^\S\n]$|^(?:[#+=-]|[0-9]+[.)])", re.MULTILINE)
_OPENING = re.compile(r"\[\[")
_INLINE_TAG = re.compile(r"</?(?:a|em|strong)(?: [^>]*)?>")
_SENTINEL = "\x00"


@dataclass(frozen=True)
class RecordLink:
    """A link to another record inside a text."""

    target: str
    """An id, or `kind/id`."""
    label: str | None
    """The words of the link; None for the record's own name."""


@dataclass(frozen=True)
class ProseProblem:
    """Something in a text that may not stand there, and the characters to look for."""

    code: Code
    message: str
    help: str
    needle: str = ""
    occurrence: int = 0
    """Which one of the equal needles in the text; the first is 0."""


LinkHtml: TypeAlias = Callable[[RecordLink], str]
"""Turns a link into safe HTML, once it is known where it leads."""


class Prose:
    """A text of paragraphs, lists, simple tables, emphasis and links, already turned into safe HTML."""

    inline: ClassVar[bool] = False
    __slots__ = ("parts", "source")

    def __init__(self, source: str) -> None:
        """Read a text.

        Raises:
            PydanticCustomError: of type `prose`, with every `ProseProblem` in its context.
        """
        self.source = source
        self.parts, problems = _convert(source, inline=self.inline)
        if problems:
            raise PydanticCustomError("prose", "the text cannot be used", {"problems": problems})

    def html(self, link: LinkHtml) -> str:
        """Give the safe HTML, with each record link made by `link`."""
        return "".join(part if isinstance(part, str) else link(part) for part in self.parts)

    def links(self) -> Iterator[RecordLink]:
        """Go through the record links in reading order."""
        return (part for part in self.parts if isinstance(part, RecordLink))

    def words(self) -> str:
        """Give the text as a reader hears it: no marks, a link as its words or its id."""
        spoken = (part if isinstance(part, str) else escapeHtml(part.label or part.target) for part in self.parts)
        lines = re.sub(r"<[^>]+>", " ", _INLINE_TAG.sub("", "".join(spoken)))
        return " ".join(_unescape(lines).split())

    def __eq__(self, other: object) -> bool:
        """Two texts of one type are equal when their sources are."""
        return type(other) is type(self) and other.source == self.source

    def __hash__(self) -> int:
        """Follow the source."""
        return hash(self.source)

    def __repr__(self) -> str:
        """Show the source."""
        return f"{type(self).__name__}({self.source!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take text from a file, or a value already made; give the source when dumped."""
        from_text = core_schema.no_info_after_validator_function(cls._from_text, core_schema.str_schema(strict=True))
        return core_schema.json_or_python_schema(
            json_schema=from_text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), from_text]),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda prose: prose.source),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors that it is text."""
        return {"type": "string", "minLength": 1, "maxLength": LONGEST_LINE if cls.inline else LONGEST}

    @classmethod
    def _from_text(cls, text: str) -> Self:
        if not text.strip():
            raise PydanticCustomError(Code.EMPTY_VALUE.value, "nothing is filled in")
        return cls(text.strip("\n"))


class Line(Prose):
    """A text of one paragraph, with emphasis and links only."""

    inline = True
    __slots__ = ()


def _record_link(state: StateInline, silent: bool) -> bool:
    found = RECORD_LINK.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("record_link", "", 0)
        token.meta = {"link": RecordLink(found[1].strip(), found[2].strip() if found[2] else None)}
    state.pos = found.end()
    return True


def _cell(_self: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:
    """Write a table's cells without the style attribute that alignment would bring."""
    return '<th scope="col">' if tokens[index].tag == "th" else "<td>"


def _parser() -> MarkdownIt:
    """Build the parser: HTML is off; what records do not use is still recognised, to be refused by name."""
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    parser.disable(["entity", "html_inline", "html_block", "autolink"])
    parser.inline.ruler.before("link", "record_link", _record_link)
    parser.add_render_rule("th_open", _cell)
    parser.add_render_rule("td_open", _cell)
    parser.add_render_rule("record_link", lambda *_: _SENTINEL)
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # every link is judged below
    return parser


_PARSER = _parser()
_PLAIN_TOKENS = {
    *("paragraph", "bullet_list", "ordered_list", "list_item", "em", "strong", "link"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_NAMES = {
    "heading": "a heading ('#')",
    "fence": "a block of code ('```')",
    "code_block": "a block of code (four spaces at the start of a line)",
    "code_inline": "code (between '`')",
    "blockquote": "a quotation ('>')",
    "hr": "a line ('---')",
}


def _convert(source: str, *, inline: bool) -> tuple[tuple[str | RecordLink, ...], tuple[ProseProblem, ...]]:
    problems = list(_size_problems(source, inline=inline))
    if problems:
        return (), tuple(problems)
    if not _MARKUP.search(source):
        return (plain_html(source, inline=inline),), ()
    return parsed_html(source, inline=inline)


def plain_html(source: str, *, inline: bool) -> str:
    """Convert a text that has no markup at all; the same HTML as `parsed_html` gives for it, in a tenth of the time."""
    if inline:
        return escapeHtml(source)
    blocks = (block for block in re.split(r"\n{2,}", source) if block)
    return "".join(f"<p>{escapeHtml(block)}</p>\n" for block in blocks)


def parsed_html(source: str, *, inline: bool) -> tuple[tuple[str | RecordLink, ...], tuple[ProseProblem, ...]]:
    """Convert a text by the parser; give its parts, or the problems that stand in the way."""
    env: dict[str, Any] = {}
    tokens = _PARSER.parseInline(source, env) if inline else _PARSER.parse(source, env)
    problems = tuple(_problems(tokens, source))
    if problems:
        return (), problems
    links = [child.meta["link"] for token in tokens for child in token.children or () if child.type == "record_link"]
    html = _PARSER.renderer.render(tokens, _PARSER.options, env).split(_SENTINEL)
    parts: list[str | RecordLink] = [html[0]]
    for link, text in zip(links, html[1:], strict=True):
        parts += [link, text]
    return tuple(parts), ()


def _size_problems(source: str, *, inline: bool) -> Iterator[ProseProblem]:
    if len(source) > LONGEST:
        yield ProseProblem(
            Code.PROSE_SIZE,
            f"the text is longer than {LONGEST} characters",
            "shorten it, or move part to another field",
        )
    long = next((line for line in source.split("\n") if len(line) > LONGEST_LINE), None)
    if long is not None:
        help_ = "break it into shorter lines"
        yield ProseProblem(Code.PROSE_SIZE, f"a line is longer than {LONGEST_LINE} characters", help_, long[:40])
    if inline and "\n" in source:
        yield ProseProblem(Code.PROSE_MARKUP, "this field is one paragraph", "write it without empty lines or lists")


def _problems(tokens: Sequence[Token], source: str) -> Iterator[ProseProblem]:
    for found in _HTML.finditer(source):
        before = source.count(found.group(), 0, found.start())
        yield ProseProblem(
            Code.PROSE_HTML,
            f"'{found.group()[:40]}' is HTML",
            "write plain text; emphasis is *so* and a link to a record is [[so]]",
            found.group(),
            before,
        )
    yield from _broken_links(tokens, source)
    seen: dict[str, int] = {}

    def place(needle: str) -> tuple[str, int]:
        seen[needle] = seen.get(needle, -1) + 1
        return needle, seen[needle]

    lines = source.split("\n")
    for token in tokens:
        if token.level // 2 > DEEPEST:
            yield ProseProblem(Code.PROSE_SIZE, f"lists nest deeper than {DEEPEST} levels", "use a flat list")
            return
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type != "inline" and name not in _PLAIN_TOKENS and not token.type.endswith("_close"):
            first = lines[token.map[0]].strip() if token.map else ""
            yield _markup(name, *place(first))
        if token.type == "table_open" and token.map:
            rows, columns = token.map[1] - token.map[0], max(line.count("|") for line in lines[slice(*token.map)]) + 1
            if rows > LONGEST_TABLE + 2 or columns > WIDEST_TABLE + 2:
                yield ProseProblem(
                    Code.PROSE_SIZE,
                    f"a table is larger than {WIDEST_TABLE} columns or {LONGEST_TABLE} rows",
                    "split it",
                    *place(lines[token.map[0]].strip()),
                )
        for child in token.children or ():
            if child.type == "image":
                help_ = "remove it; figures are drawn from the records"
                yield ProseProblem(Code.PROSE_IMAGE, "a picture stands in the text", help_, *place("!["))
            elif child.type == "code_inline":
                yield _markup(child.type, *place(child.markup + child.content[:20]))
            elif child.type == "link_open":
                href = str(child.attrs.get("href", ""))
                problem = link_problem(href)
                if problem:
                    shown, times = place(href)
                    yield ProseProblem(Code.PROSE_LINK, *problem, shown, times)


def _broken_links(tokens: Sequence[Token], source: str) -> Iterator[ProseProblem]:
    """Find every `[[` that would show as brackets, so that each one is a link that the library knows, or a problem."""
    whole = {
        found.start() for found in RECORD_LINK.finditer(source) if source[found.start() - 1 : found.start()] != "\\"
    }
    broken = [number for number, found in enumerate(_OPENING.finditer(source)) if found.start() not in whole]
    read = sum(child.type == "record_link" for token in tokens for child in token.children or ())
    help_ = "write it on one line as [[id]] or [[id|words]], outside of other links; in a table only as [[id]]"
    if broken or read != len(whole):
        yield ProseProblem(
            Code.PROSE_LINK, "a link to a record cannot be read here", help_, "[[", broken[0] if broken else 0
        )


def _markup(name: str, needle: str, occurrence: int) -> ProseProblem:
    message = f"{_NAMES.get(name, 'this kind of markup')} stands in the text"
    help_ = "text fields have paragraphs, '- ' lists, *emphasis*, **strong** and [[links]]"
    return ProseProblem(Code.PROSE_MARKUP, message, help_, needle, occurrence)


def _unescape(html: str) -> str:
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        html = html.replace(entity, char)
    return html
