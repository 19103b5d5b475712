"""A picture in a few flat inks as a PNG file, drawn line by line; small, and the same bytes each time."""

import math
import struct
import zlib
from collections.abc import Sequence
from itertools import pairwise

Colour = tuple[int, int, int]
Point = tuple[float, float]

_SHADES = 15
"""How many steps lie between the ground and an ink, for soft edges."""


class Drawing:
    """A sheet of one colour on which lines are drawn."""

    def __init__(self, width: int, height: int, ground: Colour, inks: Sequence[Colour]) -> None:
        """Begin with an empty sheet; an ink is named by its place in the list."""
        self.width, self.height = width, height
        self._palette = [ground, *(_mixed(ground, ink, step) for ink in inks for step in range(1, _SHADES + 1))]
        self._rows = [bytearray(width) for _ in range(height)]

    def line(self, points: Sequence[Point], thick: float, ink: int = 0) -> None:
        """Draw a line through points, round at its ends and corners."""
        for start, end in pairwise(points):
            self._segment(start, end, thick / 2, ink)

    def arc(self, centre: Point, across: Point, turn: tuple[float, float], thick: float, ink: int = 0) -> None:
        """Draw a part of an ellipse, from one angle to another in degrees; 0 is right, 90 is down."""
        steps = max(8, int(abs(turn[1] - turn[0]) / 4))
        angles = (math.radians(turn[0] + (turn[1] - turn[0]) * step / steps) for step in range(steps + 1))
        points = [(centre[0] + across[0] * math.cos(a), centre[1] + across[1] * math.sin(a)) for a in angles]
        self.line(points, thick, ink)

    def _segment(self, start: Point, end: Point, half: float, ink: int) -> None:
        (x0, y0), (x1, y1) = start, end
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy or 1.0
        reach, base = half + 1, ink * _SHADES
        for y in range(max(0, int(min(y0, y1) - reach)), min(self.height, int(max(y0, y1) + reach) + 1)):
            row = self._rows[y]
            left, right = _span(start, end, reach, y)
            for x in range(max(0, left), min(self.width, right)):
                part = min(1.0, max(0.0, ((x - x0) * dx + (y - y0) * dy) / length))
                away = math.hypot(x - x0 - part * dx, y - y0 - part * dy)
                shade = round(min(1.0, max(0.0, half + 0.5 - away)) * _SHADES)
                if shade and (not row[x] or row[x] < base + shade):
                    row[x] = base + shade

    def png(self) -> bytes:
        """Give the file."""
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        palette = b"".join(bytes(colour) for colour in self._palette)
        data = zlib.compress(b"".join(b"\0" + bytes(row) for row in self._rows), 9)
        parts = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _span(start: Point, end: Point, reach: float, y: int) -> tuple[int, int]:
    """Give the columns of one row that a line can touch."""
    (x0, y0), (x1, y1) = start, end
    if y0 == y1:
        low, high = min(x0, x1), max(x0, x1)
    else:
        crossings = [
            x0 + (x1 - x0) * min(1.0, max(0.0, (edge - y0) / (y1 - y0))) for edge in (y - 2 * reach, y + 2 * reach)
        ]
        low, high = min(crossings), max(crossings)
    return int(low - reach), int(high + reach) + 2


def _mixed(ground: Colour, ink: Colour, step: int) -> Colour:
    red, green, blue = (round(g + (i - g) * step / _SHADES) for g, i in zip(ground, ink, strict=True))
    return red, green, blue


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
