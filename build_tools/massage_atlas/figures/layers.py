"""How deep it goes: skin, fat, muscle and bone cut through, with a scale from 0 to 10 that is for drawing only."""

from collections.abc import Mapping

from massage_atlas.figures.ink import BOLD, FINE, Ink, Label, accent, arrow, curve, number, path, polyline
from massage_atlas.records.vocabulary import Motion, Pressure

DEPTHS: Mapping[Pressure, tuple[int, int]] = {
    Pressure.FEATHER: (0, 1),
    Pressure.LIGHT: (1, 3),
    Pressure.MEDIUM: (3, 6),
    Pressure.DEEP: (6, 9),
}
"""What each degree of pressure reaches, as this atlas draws it: 0 is the skin, 10 is the bone."""

HEIGHT = 116
_TOP, _STEP, _LEFT, _RIGHT, _AT = 30.0, 7.8, 70.0, 262.0, 164.0
_UP = frozenset({Motion.KNEAD, Motion.ROLL})
_FLAT = frozenset({Motion.STRETCH, Motion.MOVE_JOINT, Motion.PUMP})


def depth(pressures: tuple[Pressure, ...]) -> tuple[int, int]:
    """Give how shallow and how deep a technique goes, over all its degrees of pressure."""
    return min(DEPTHS[one][0] for one in pressures), max(DEPTHS[one][1] for one in pressures)


def _level(value: float) -> float:
    return _TOP + _STEP * value


def section(motion: Motion, half: float, low: int, high: int, y: float) -> tuple[Ink, tuple[Label, ...]]:
    """Draw the cut from a height of the plate on; its number in the list is 3."""
    bend = -11.0 if motion in _UP else 0.0 if motion in _FLAT else 3.0 + 1.2 * high
    shift = _Shift(y, half)
    ink = [
        shift.layer(0, bend, 2.2),
        shift.layer(1, bend * 0.9, FINE),
        shift.layer(3, bend * 0.7, FINE),
        *(shift.layer(step, bend * 0.5 * (8.5 - step) / 5, FINE, "16 6") for step in (4.4, 5.8, 7.2)),
        shift.layer(8.5, 0, FINE),
        path(f"M{number(_LEFT)} {shift(10)}C126 {shift(9.7)} 206 {shift(10.2)} {number(_RIGHT)} {shift(9.9)}", 2.2),
        path("".join(f"M{x} {shift(10)}l-5 5" for x in range(82, 262, 14)), FINE),
        *(
            path(f"M{x} {shift(1.7 + 0.5 * (x // 11 % 2))}q3 3 6 0", FINE)
            for x in range(76, 256, 16)
            if not (bend and _AT - half - 24 < x < _AT + half + 18)
        ),
    ]
    scale = [polyline(((280, y + _level(0)), (280, y + _level(10))), FINE)]
    scale += [polyline(((276, y + _level(step)), (280, y + _level(step))), FINE) for step in range(11)]
    bar = path(f"M280 {shift(low)}V{shift(high)}", 6)
    if motion in _UP:
        way = arrow(_AT - 44, y + _level(3), _AT - 18, y + _level(0.4)) + arrow(
            _AT + 44, y + _level(3), _AT + 18, y + _level(0.4)
        )
    elif motion is Motion.STRETCH:
        way = "".join(arrow(_AT + side * 10, y + _level(0) - 8, _AT + side * 44, y + _level(0) - 8) for side in (-1, 1))
    elif motion in _FLAT:
        way = arrow(_AT - 30, y + _level(0) - 8, _AT + 30, y + _level(0) - 8)
    else:
        way = arrow(_AT, y + 3, _AT, y + _level(0) + bend - 4, width=BOLD)
        bottom = y + _level(0) + bend - 1
        ink.append(
            path(
                f"M{number(_AT - half)} {number(y + 8)}V{number(bottom - 8)}Q{number(_AT - half)} {number(bottom)}"
                f" {number(_AT - half + 8)} {number(bottom)}H{number(_AT + half - 8)}"
                f"Q{number(_AT + half)} {number(bottom)} {number(_AT + half)} {number(bottom - 8)}V{number(y + 8)}",
                FINE,
            )
        )
    reach = path(
        f"M{number(_AT)} {shift(low) if low else number(y + _level(0) + bend)}V{shift(high)}", 2.2, dashed="2 4"
    )
    ticks = path(f"M{number(_AT - 9)} {shift(high)}H{number(_AT + 9)}", 2.2)
    labels = [
        Label(288, y + _level(0) + 6, "0"),
        Label(288, y + _level(10) + 6, "10"),
        Label(2, y + _level(0.2) + 3, "skin"),
        Label(2, y + _level(2) + 8, "fat"),
        Label(2, y + _level(6) + 4, "muscle"),
        Label(2, y + _level(10) + 6, "bone"),
    ]
    return "".join((*ink, *scale)) + accent(bar, way, reach, ticks), tuple(labels)


class _Shift:
    """Writes heights of the scale for a cut that begins somewhere on the plate."""

    def __init__(self, y: float, half: float) -> None:
        self._y = y
        self._half = half

    def __call__(self, step: float) -> str:
        return number(self._y + _level(step))

    def layer(self, step: float, bend: float, width: float, dashed: str = "") -> Ink:
        level, bent = self._y + _level(step), self._y + _level(step) + bend
        near, far = self._half, self._half + 26
        return path(
            f"M{number(_LEFT)} {number(level)}H{number(_AT - far)}"
            + curve(_AT - far + 14, level, _AT - near - 8, bent, _AT - near, bent)
            + f"H{number(_AT + near)}"
            + curve(_AT + near + 8, bent, _AT + far - 14, level, _AT + far, level)
            + f"H{number(_RIGHT)}",
            width,
            dashed=dashed,
        )
