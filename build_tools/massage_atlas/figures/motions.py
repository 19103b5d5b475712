"""How the contact moves: the arrows of a drawing, around the place where the work is done."""

import math
from collections.abc import Callable, Mapping

from massage_atlas.figures.contacts import Contact
from massage_atlas.figures.ink import BOLD, FINE, Ink, arc_arrow, arrow, circle, dot, number, path
from massage_atlas.figures.places import Place
from massage_atlas.records.figure import FigureReach, FigureWay
from massage_atlas.records.vocabulary import Motion

_LENGTH: Mapping[FigureReach, float] = {FigureReach.SPOT: 22, FigureReach.SHORT: 52, FigureReach.LONG: 128}

_FAR = (FigureWay.ALONG, FigureWay.TO_AND_FRO, FigureWay.DOWN)


def start(way: FigureWay, reach: FigureReach, place: Place, contact: Contact) -> tuple[float, float]:
    """Give where the contact stands: far moves along the body begin at one end of it."""
    far = place.joint is None and reach is FigureReach.LONG and way in _FAR
    x = place.begin if far else place.x
    y = place.middle if place.middle and contact.side > 45 else place.y
    return max(x, contact.back + 4), min(max(y, contact.side + 4), 178 - max(contact.side, contact.below))


def way_marks(way: FigureWay, reach: FigureReach, place: Place, contact: Contact) -> tuple[Ink, float, float]:
    """Draw which way it goes; give the ink and where its number stands."""
    x, y = start(way, reach, place, contact)
    return _WAYS[way](x, y, _LENGTH[reach], contact, place)


_Drawn = tuple[Ink, float, float]


def _along(x: float, y: float, length: float, contact: Contact, place: Place) -> _Drawn:
    del place
    begin = x + contact.front + 10
    end = min(begin + length, 306)
    lines = (-28, 28) if contact.side > 45 else (0,)
    return (
        "".join(arrow(begin, y + dy, end, y + dy) for dy in lines),
        (begin + end) / 2,
        y - (0 if len(lines) > 1 else 20),
    )


def _to_and_fro(x: float, y: float, length: float, contact: Contact, place: Place) -> _Drawn:
    del place
    begin = x + contact.front + 10
    end = min(begin + max(length, 44), 306)
    return arrow(begin, y - 15, end, y - 15) + arrow(end, y + 15, begin, y + 15), (begin + end) / 2, y


def _across(x: float, y: float, length: float, contact: Contact, place: Place) -> _Drawn:
    del place
    side = x + contact.front + 14
    half = max(length / 2, 15)
    half = min(half, 52)
    return arrow(side, y - half, side, y + half, both=True), side + 22, y


def _around(x: float, y: float, length: float, contact: Contact, place: Place) -> _Drawn:
    del place
    if length > 100:
        return arc_arrow(x, y, 58, -60, 215), x + 82, y
    ahead = contact.front
    return arc_arrow(x + ahead + 18, y, 15, -150, 120), x + ahead + 52, y


def _down(x: float, y: float, length: float, contact: Contact, place: Place) -> _Drawn:
    del place
    begin = x + contact.front
    if length < 50:
        spots = [begin + 16]
    else:
        count = 2 if length < 100 else 4
        spots = [begin + 20 + 36 * step for step in range(count)]
    spots = [spot for spot in spots if spot < 296]
    lines = (-28, 28) if contact.side > 45 else (0,)
    ink = "".join(circle(spot, y + dy, 9, 2.2) + dot(spot, y + dy, 2.6) for spot in spots for dy in lines)
    return ink, spots[-1], y - (0 if len(lines) > 1 else 32)


def _apart(x: float, y: float, length: float, contact: Contact, place: Place) -> _Drawn:
    del place
    near = contact.front + 6
    far = min(near + max(length, 30), 130)
    left, right = max(x - far, 8), min(x + far, 312)
    return arrow(x - near, y, left, y) + arrow(x + near, y, right, y), right - 12, y - 22


def _range(x: float, y: float, length: float, contact: Contact, place: Place) -> _Drawn:
    if place.joint is None:
        return _around(x, y, length, contact, place)
    ink, (lx, ly) = _swing(place, length, both=length > 100)
    return ink, lx, ly


def _against(x: float, y: float, length: float, contact: Contact, place: Place) -> _Drawn:
    if place.joint is None:
        return _to_and_fro(x, y, length, contact, place)
    grip = place.grips[-1]
    gx, gy, angle = grip
    normal = math.radians(angle - 90)
    nx, ny = math.cos(normal), math.sin(normal)
    push = arrow(gx - nx * 66, gy - ny * 66, gx - nx * 34, gy - ny * 34)
    back = arrow(gx + nx * 66, gy + ny * 66, gx + nx * 34, gy + ny * 34)
    return push + back, gx - nx * 84, gy - ny * 84


def _swing(place: Place, length: float, *, both: bool) -> tuple[Ink, tuple[float, float]]:
    """Draw the arc of a joint between where the limb is and where it goes."""
    assert place.joint is not None
    jx, jy = place.joint
    gx, gy, _ = place.grips[-1]
    radius = min(math.hypot(gx - jx, gy - jy) + 36, 150)
    angle = math.degrees(math.atan2(gy - jy, gx - jx))
    ahead = {-1: (angle + 8, angle + 34), 1: (angle - 34, angle - 8)}[1 if angle > 20 else -1]
    first, last = ahead
    middle = math.radians((first + last) / 2)
    at = (jx + (radius + 4) * math.cos(middle), jy + (radius + 4) * math.sin(middle))
    return arc_arrow(jx, jy, radius, first, last, both=both or length < 100), (at[0] + 16, at[1])


_WAYS: Mapping[FigureWay, Callable[[float, float, float, Contact, Place], _Drawn]] = {
    FigureWay.ALONG: _along,
    FigureWay.TO_AND_FRO: _to_and_fro,
    FigureWay.ACROSS: _across,
    FigureWay.AROUND: _around,
    FigureWay.DOWN: _down,
    FigureWay.APART: _apart,
    FigureWay.RANGE: _range,
    FigureWay.AGAINST: _against,
}


def motion_marks(motion: Motion, x: float, y: float, contact: Contact) -> Ink:
    """Draw what an arrow alone would not tell: a tremble, a blow, a pump of the skin."""
    if motion is Motion.SHAKE:
        near = contact.side + 5
        return "".join(_ripple(x - 4, y + side * (near + 7 * k), 12 + 4 * k, side) for side in (-1, 1) for k in (0, 1))
    if motion is Motion.STRIKE:
        spot = x + contact.front + 16
        return path(f"M{number(spot - 13)} {number(y - 13)}l-5 -5m31 5l5 -5m-31 31l-5 5m31 -5l5 5", 1.8)
    if motion is Motion.PUMP:
        ahead = min(x + contact.front + 12, 258)
        return path("".join(f"M{number(ahead + 14 * k)} {number(y + 34)}q7 -16 14 0" for k in range(4)), 1.8)
    return ""


def _ripple(x: float, y: float, half: float, side: int) -> Ink:
    return path(f"M{number(x - half)} {number(y)}q{number(half)} {number(side * half * 0.6)} {number(half * 2)} 0", 1.8)


def _wave(x: float, y: float, count: int) -> Ink:
    return path(f"M{number(x)} {number(y)}" + "q4 -9 8 0t8 0" * count, 1.8)


MARKS: Mapping[Motion, Ink] = {
    Motion.GLIDE: path("M-16 0H8", 1.8) + path("M2-6L9 0L2 6", 1.8),
    Motion.KNEAD: path("M-14 8C-14-10 14-10 14 8", 1.8) + path("M-18 1L-14 8L-8 3M18 1L14 8L8 3", 1.8),
    Motion.RUB: arc_arrow(0, 0, 10, -150, 120),
    Motion.TRANSVERSE: arrow(0, -14, 0, 14, both=True) + path("M-14-5H-6M-14 5H-6M6-5H14M6 5H14", FINE),
    Motion.STRIKE: path("M-10-14V2M0-14V8M10-14V2M-14 12H14", 1.8),
    Motion.SHAKE: _wave(-16, 0, 2),
    Motion.HOLD: path("M0-14V6M-12 10H12", BOLD),
    Motion.STRETCH: arrow(3, 0, 16, 0, width=1.8) + arrow(-3, 0, -16, 0, width=1.8),
    Motion.MOVE_JOINT: path("M-14 10L0 0L14 10", 1.8) + dot(0, 0, 3) + arc_arrow(0, 2, 16, -140, -60),
    Motion.PUMP: path("M-16 8C-12-12-4-12 0 8C4-12 12-12 16 8", 1.8),
    Motion.ROLL: path("M-16 8C-4 8 8 8 10-2C10-12-4-12-4-3C-4 3 4 3 4-2", 1.8),
}
"""A small sign for each motion, 36 wide, around its middle."""
