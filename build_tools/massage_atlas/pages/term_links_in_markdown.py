"""Links the words of the glossary in a hand-written guide, in its Markdown, so that every engine shows the same."""

import re
from collections.abc import Iterator

from massage_atlas.pages.term_links import TermLinks

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:")
_CODE = re.compile(r"(?: {4}|\t)")
_LIST = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_PIECE = re.compile(
    r"(?P<code>(`+)(?:.|\n)*?\2)"
    r"|(?P<html>(?:<a\b[^<>]*>(?:.|\n)*?</a>|<[^<>]*>)+)"
    r"|(?P<link>!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]|\{[^{}\n]*\})?)"
    r"|(?P<attributes>\{[^{}\n]*\})"
)
"""What stands in a text and is no text: code, HTML and links already made, links, lists of attributes."""


def linked_markdown(links: TermLinks, text: str) -> str:
    """Link terms in the running text of a guide: not in headings, heads of tables, code, links or HTML."""
    return "".join(_linked(links, part) if running else part for running, part in _parts(text))


def _linked(links: TermLinks, text: str) -> str:
    """Link terms in some lines; a link to a term that was set by hand counts as its use."""
    made, at = [], 0
    for found in _PIECE.finditer(text):
        made.append(links.text(text[at : found.start()]))
        made.append(links.html(found[0]) if found["html"] else found[0])
        at = found.end()
    return "".join((*made, links.text(text[at:])))


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """Cut a guide into running text, as long as possible, and lines that are none."""
    lines = text.splitlines(keepends=True)
    run: list[str] = []
    for running, line in zip(_running(lines), lines, strict=True):
        if running:
            run.append(line)
            continue
        yield True, "".join(run)
        run = []
        yield False, line
    yield True, "".join(run)


def _running(lines: list[str]) -> Iterator[bool]:
    """Tell of each line whether it is running text."""
    fence = ""
    in_list = after_blank = False
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        found = _FENCE.match(line)
        if fence:
            yield False
            fence = "" if found and found[1].startswith(fence) else fence
            continue
        if found:
            fence = found[1]
            yield False
            continue
        blank = not line.strip()
        code = bool(_CODE.match(line)) and after_blank and not in_list
        heading = bool(_HEADING.match(line)) or (not blank and _is_heading(line, after))
        yield not (blank or code or heading or _DEFINITION.match(line) or _TABLE_RULE.match(line))
        in_list = bool(_LIST.match(line)) or (in_list and (blank or line[0].isspace()))
        after_blank = blank


def _is_heading(line: str, after: str) -> bool:
    """Tell whether the next line makes this one a heading, or the head of a table."""
    return bool(_UNDERLINE.match(after)) or ("|" in line and "|" in after and bool(_TABLE_RULE.match(after)))
