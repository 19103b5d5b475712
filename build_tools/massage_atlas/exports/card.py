"""The picture that link previews show: a plate of the atlas, without words, drawn when the site is built.

Every page has the same one. A picture a page would need letters, and so a font; the title stands beside it anyway.
"""

from dataclasses import dataclass
from functools import cache

from massage_atlas.exports.imprint import Imprint
from massage_atlas.exports.png import Drawing, Point

CARD = "assets/card.png"
"""Where it is published."""

WIDTH, HEIGHT = 1200, 630
"""What previews ask for."""

WORDS = "A line drawing of a back from behind, with marked points, framed like a plate in an atlas"
"""What it shows, for those who do not see it."""


@dataclass(frozen=True)
class Picture:
    """The picture as the head of a page names it."""

    address: str
    words: str = WORDS
    width: int = WIDTH
    height: int = HEIGHT


def picture(imprint: Imprint) -> Picture | None:
    """Give the picture by its whole address, which is what previews need; None while nobody knows it."""
    return Picture(imprint.full(CARD)) if imprint.url else None


_PAPER, _INKS = (0xFB, 0xFA, 0xF6), ((0x1A, 0x23, 0x30), (0x9A, 0x4A, 0x22))
_ACCENT = 1
_MIDDLE = WIDTH / 2

_HALF_OF_A_BACK: tuple[tuple[Point, ...], ...] = (
    ((28, 172), (30, 206), (58, 228), (126, 244), (168, 272), (186, 330), (198, 410), (208, 480), (218, 548)),
    ((132, 326), (146, 400), (158, 480), (168, 548)),
    ((132, 326), (122, 380), (106, 436), (108, 484), (128, 530), (134, 548)),
    ((42, 262), (72, 254), (112, 266), (98, 304), (68, 352), (50, 330), (42, 262)),
    ((22, 508), (52, 482), (104, 478)),
)
"""Its outlines to the right of the spine, in the picture's own units from the middle; the left ones mirror them."""

_MARKS: tuple[tuple[Point, float, float], ...] = (
    ((58, 242), 250, 178),
    ((-92, 296), -250, 258),
    ((0, 308), 250, 344),
    ((-62, 492), -250, 430),
    ((34, 424), 250, 498),
)
"""Points on the back, and where the end of the line from each stands."""


@cache
def card() -> bytes:
    """Draw the picture, as a PNG file."""
    plate = Drawing(WIDTH, HEIGHT, _PAPER, _INKS)
    for inset, thick in ((28.0, 3.0), (40.0, 1.2)):
        left, top, right, bottom = inset, inset, WIDTH - inset, HEIGHT - inset
        plate.line([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], thick)
    plate.arc((_MIDDLE, 128), (44, 56), (129, 411), 5)
    for side in (1, -1):
        for outline in _HALF_OF_A_BACK:
            plate.line([(_MIDDLE + side * x, y) for x, y in _curve(outline)], 5)
    for bone in range(17):
        y = 208 + bone * 20
        plate.line([(_MIDDLE - 5, y), (_MIDDLE + 5, y)], 4)
    for at, end, height in _MARKS:
        _mark(plate, (_MIDDLE + at[0], at[1]), (_MIDDLE + end, height))
    return plate.png()


def _mark(plate: Drawing, at: Point, end: Point) -> None:
    """Draw a point, the line from it, and a caption of strokes."""
    away = 1 if end[0] > _MIDDLE else -1
    plate.arc(at, (3, 3), (0, 360), 8, _ACCENT)
    plate.line([at, (end[0] - away * 12, end[1])], 2, _ACCENT)
    plate.arc(end, (11, 11), (0, 360), 3, _ACCENT)
    for number, width in enumerate((180, 120)):
        y = end[1] - 8 + 18 * number
        plate.line([(end[0] + away * 32, y), (end[0] + away * (32 + width), y)], 6 if number == 0 else 3)


def _curve(points: tuple[Point, ...], steps: int = 8) -> list[Point]:
    """Round a line's corners: a smooth way through all of its points."""
    wide = (points[0], *points, points[-1])
    found = [points[0]]
    for a, b, c, d in zip(wide, wide[1:], wide[2:], wide[3:], strict=False):
        for step in range(1, steps + 1):
            t = step / steps
            found.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    return found


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    """Give the value at `t` of the way from `b` to `c`, by the Catmull-Rom rule."""
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
