"""Pen strokes: the few SVG elements that every drawing is made of, with numbers that are always written alike."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Ink: TypeAlias = str
"""SVG elements as text. All of it comes from numbers and fixed words, never from a record's prose."""

FINE, LINE, BOLD = 1.1, 1.9, 3.2
"""The three widths of the pen."""


@dataclass(frozen=True)
class Label:
    """Words or a number on a drawing; a template writes them, so that they can be translated."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"
    numbered: bool = False
    """Whether it is a number of the list below the drawing, which stands in a circle."""


def number(value: float) -> str:
    """Write a coordinate: one decimal place at most, and never `-0`."""
    return f"{round(value, 1) + 0:g}"


def curve(*points: float) -> str:
    """Write one curve of a path: two points that pull and one where it ends."""
    return "C" + " ".join(number(point) for point in points)


def path(data: str, width: float = LINE, *, fill: bool = False, dashed: str = "") -> Ink:
    """Draw a line; a filled one hides what lies under it as paper would."""
    paper = ' class="ink-paper"' if fill else ""
    dash = f' stroke-dasharray="{dashed}"' if dashed else ""
    return f'<path d="{data}"{paper} stroke-width="{number(width)}"{dash}/>'


def polyline(points: Iterable[tuple[float, float]], width: float = LINE, *, dashed: str = "") -> Ink:
    """Draw straight lines from point to point."""
    return path("M" + "L".join(f"{number(x)} {number(y)}" for x, y in points), width, dashed=dashed)


def circle(x: float, y: float, radius: float, width: float = LINE, *, fill: bool = False) -> Ink:
    """Draw a circle."""
    paper = ' class="ink-paper"' if fill else ""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{paper} stroke-width="{number(width)}"/>'


def dot(x: float, y: float, radius: float = 2) -> Ink:
    """Draw a filled dot."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="currentColor" stroke="none"/>'


def accent(*parts: Ink) -> Ink:
    """Draw in the accent: all that moves, and where it goes."""
    return f'<g class="ink-accent">{"".join(parts)}</g>'


def placed(ink: Ink, x: float, y: float, turn: float = 0, *, mirrored: bool = False) -> Ink:
    """Put a drawing made around the origin somewhere, turned by degrees as a clock goes."""
    moves = [f"translate({number(x)} {number(y)})"] if x or y else []
    moves += [f"rotate({number(turn)})"] if turn else []
    moves += ["scale(1 -1)"] if mirrored else []
    return f'<g transform="{" ".join(moves)}">{ink}</g>' if moves else ink


def head(x: float, y: float, angle: float, size: float = 9) -> Ink:
    """Draw an arrow's head whose point is here; the angle is the one it flies in, in degrees."""
    ends = []
    for side in (150, -150):
        turn = math.radians(angle + side)
        ends.append((x + size * math.cos(turn), y + size * math.sin(turn)))
    return polyline((ends[0], (x, y), ends[1]), 2.2)


def arrow(x1: float, y1: float, x2: float, y2: float, *, both: bool = False, width: float = 2.2) -> Ink:
    """Draw a straight arrow, with a head at the far end or at both."""
    angle = math.degrees(math.atan2(y2 - y1, x2 - x1))
    back = head(x1, y1, angle + 180) if both else ""
    return polyline(((x1, y1), (x2, y2)), width) + head(x2, y2, angle) + back


def arc_arrow(x: float, y: float, radius: float, start: float, end: float, *, both: bool = False) -> Ink:
    """Draw an arrow on a circle, from one angle to the other as a clock goes; degrees, 0 is to the right."""
    a, b = math.radians(start), math.radians(end)
    x1, y1 = x + radius * math.cos(a), y + radius * math.sin(a)
    x2, y2 = x + radius * math.cos(b), y + radius * math.sin(b)
    large = int(end - start > 180)
    line = f"M{number(x1)} {number(y1)}A{number(radius)} {number(radius)} 0 {large} 1 {number(x2)} {number(y2)}"
    lean = 8 if radius > 16 else 22
    back = head(x1, y1, start - 90 + lean) if both else ""
    return path(line, 2.2) + head(x2, y2, end + 90 - lean) + back
