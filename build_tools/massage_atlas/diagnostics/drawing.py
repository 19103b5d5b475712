"""Draws a report: as frames for a terminal, lines for an editor, annotations for CI, or JSON for a program."""

import json
from collections.abc import Callable

from massage_atlas.diagnostics.codes import Severity
from massage_atlas.diagnostics.problem import Diagnostic, Place, Report

_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "edge": "\x1b[34m", "bold": "\x1b[1m"}
_RESET = "\x1b[0m"
_WIDEST = 160
_BEFORE = 60


def draw(report: Report, form: str = "frames", *, colour: bool = False) -> str:
    """Draw every problem of a report in one of the forms of `FORMS`, ending with the count where people read it."""
    return FORMS[form](report, colour)


def summary(report: Report) -> str:
    """Count the problems in words: `2 errors, 1 warning`, or `no problems found`."""
    counts = [(report.count(severity), severity.value) for severity in Severity]
    words = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
    return ", ".join(words) or "no problems found"


def _frames(report: Report, colour: bool) -> str:
    frames = [_frame(found, report.texts, colour) for found in report]
    return "\n\n".join([*frames, summary(report)]) + "\n"


def _frame(found: Diagnostic, texts: dict[str, str], colour: bool) -> str:
    def paint(text: str, name: str) -> str:
        return f"{_COLOURS[name]}{text}{_RESET}" if colour and text else text

    severity = found.severity.value
    head = f"{paint(f'{severity}[{found.code}]', severity)}{paint(': ' + _visible(found.message), 'bold')}"
    places = [(found.place, ""), *((place, words) for words, place in found.notes)]
    margin = max(len(str(place.line)) for place, _ in places)
    gutter = " " * margin + " " + paint("|", "edge")
    lines = [head]
    for place, words in places:
        arrow = "-->" if not words else ":::"
        lines.append(" " * margin + paint(f"{arrow} ", "edge") + _visible(str(place)) + (f"  {words}" if words else ""))
        cut = _cut(texts, place)
        if cut is not None:
            text, before, length = cut
            number = paint(str(place.line).rjust(margin), "edge")
            marks = paint("^" * length, severity if not words else "edge")
            lines += [gutter, f"{number} {paint('|', 'edge')} {text}".rstrip(), f"{gutter} {' ' * before}{marks}"]
    if found.help:
        lines += [gutter, f"{' ' * margin} {paint('=', 'edge')} {paint('help', 'bold')}: {_visible(found.help)}"]
    return "\n".join(lines)


def _cut(texts: dict[str, str], place: Place) -> tuple[str, int, int] | None:
    """Give the line of a place, the characters before the marks and their number; long lines are cut around it."""
    lines = texts.get(place.path, "").split("\n")
    if place.line > len(lines):
        return None
    line = lines[place.line - 1]
    first = max(0, place.column - 1 - _BEFORE) if len(line) > _WIDEST else 0
    shown = line[first : first + _WIDEST]
    start = "..." if first else ""
    end = "..." if first + _WIDEST < len(line) else ""
    before = len(start) + place.column - 1 - first
    text = _visible(f"{start}{shown}{end}".replace("\t", " "))
    return text, before, max(1, min(place.length, len(start) + len(shown) - before))


def _visible(text: str) -> str:
    """Show characters that could drive a terminal or turn text around as `?`, so that a message cannot be forged."""
    return "".join(char if char.isprintable() else "?" for char in text)


def _lines(report: Report, colour: bool) -> str:
    del colour  # one line a problem is for programs
    return "".join(
        f"{_visible(str(found.place))}: {found.severity.value}[{found.code}]: {_visible(found.message)}"
        + (f" (help: {_visible(found.help)})" if found.help else "")
        + "\n"
        for found in report
    )


def _github(report: Report, colour: bool) -> str:
    """Follow the form of workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    del colour

    def escape(text: str, *, value: bool = False) -> str:
        text = _visible(text).replace("%", "%25")
        return text.replace(":", "%3A").replace(",", "%2C") if value else text

    return "".join(
        f"::{found.severity.value} file={escape(found.place.path, value=True)},line={found.place.line},"
        f"col={found.place.column},endColumn={found.place.column + found.place.length},"
        f"title={escape(found.code, value=True)}::"
        f"{escape(found.message)}{'%0Ahelp: ' + escape(found.help) if found.help else ''}\n"
        for found in report
    )


def _json(report: Report, colour: bool) -> str:
    del colour

    def place(where: Place) -> dict[str, str | int]:
        return {"path": where.path, "line": where.line, "column": where.column, "length": where.length}

    found = [
        {
            "code": one.code.value,
            "severity": one.severity.value,
            "message": one.message,
            "help": one.help,
            **place(one.place),
            "notes": [{"message": words, **place(where)} for words, where in one.notes],
        }
        for one in report
    ]
    counts = {severity.value: report.count(severity) for severity in Severity}
    return (
        json.dumps({"diagnostics": found, "count": counts}, indent=2) + "\n"
    )  # ASCII: no content can drive a terminal


FORMS: dict[str, Callable[[Report, bool], str]] = {
    "frames": _frames,
    "lines": _lines,
    "github": _github,
    "json": _json,
}
"""The forms a report can be drawn in, by the word `--format` takes."""
