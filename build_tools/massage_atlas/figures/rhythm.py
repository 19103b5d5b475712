"""The beat: pressure against time, on a scale in seconds or minutes, from the numbers of the record alone."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from massage_atlas.figures.ink import FINE, Ink, Label, accent, curve, number, path, polyline
from massage_atlas.records.technique import Practice
from massage_atlas.records.vocabulary import RateUnit

_LEFT, _RIGHT, _ROW = 8.0, 300.0, 50.0
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600)

_MOST = 120
"""From more humps on they would run together, and a block is drawn."""


@dataclass(frozen=True)
class Row:
    """A line of the beat."""

    kind: Literal["beat", "hold", "travel", "span"]
    value: float
    """Seconds of one move or hold, centimetres in a second, or the shortest time it takes."""
    words: str
    """What is written over it, as the record has it."""
    until: float = 0
    """The longest time, for a span."""


@dataclass(frozen=True)
class Beat:
    """The rows of a technique and the scale they stand on."""

    rows: tuple[Row, ...]
    window: float
    """How much time the scale shows."""
    unit: Literal["s", "min"]


def written(value: float) -> str:
    """Write a number of the record as its caption does."""
    return f"{value:g}"


def beat(practice: Practice) -> Beat:
    """Choose rows and scale: the beat and the holds when they are numbers, else how many minutes it takes."""
    rows = (*_holds(practice), *_rates(practice))
    if not rows:
        return _minutes(practice.duration.low, practice.duration.high)
    return Beat(rows, _whole(max(_needs(row) for row in rows)), "s")


def _minutes(low: float, high: float) -> Beat:
    """Show how long it takes, in seconds where the shortest time is less than a minute."""
    unit: Literal["s", "min"] = "s" if low < 1 else "min"
    if unit == "s":
        low, high = round(low * 60, 1), round(high * 60, 1)
    words = written(low) if low == high else f"{written(low)} to {written(high)}"
    return Beat((Row("span", low, f"{words} {unit}", high),), _whole(high or 1), unit)


def _step(window: float) -> float:
    """Give the distance of the marks on a scale, so that their numbers do not touch."""
    return next((one for one in _STEPS if window / one <= 4.01), window / 4)


def _whole(window: float) -> float:
    """Give the scale's end: the first mark at which everything fits."""
    step = _step(window)
    return math.ceil(window / step - 1e-9) * step


def _holds(practice: Practice) -> Iterator[Row]:
    if practice.hold_seconds:
        for value in _ends(practice.hold_seconds.low, practice.hold_seconds.high):
            yield Row("hold", value, f"{written(value)} s")


def _rates(practice: Practice) -> Iterator[Row]:
    rate = practice.rate
    if rate is None:
        return
    for value in _ends(rate.low, rate.high):
        words = f"{written(value)} {rate.unit.label}"
        if rate.unit is RateUnit.CM_PER_SECOND:
            yield Row("travel", value, words)
        elif rate.unit is RateUnit.SECONDS_EACH:
            yield Row("beat", value, words)
        elif value:
            yield Row("beat", (60 if rate.unit is RateUnit.PER_MINUTE else 1) / value, words)


def _ends(low: float, high: float) -> tuple[float, ...]:
    return (low,) if low == high else (low, high)


def _needs(row: Row) -> float:
    """Give how much time a row needs to be understood."""
    if row.kind == "travel":
        return 5
    return row.value * (1.2 if row.kind == "hold" else 2.6) or 1


def height(found: Beat) -> float:
    """Give how high the strip is."""
    return _ROW * len(found.rows) + 30


def strip(found: Beat, y: float) -> tuple[Ink, tuple[Label, ...]]:
    """Draw the strip from a height of the plate on."""
    scale = (_RIGHT - _LEFT) / found.window
    fastest = max((row.value for row in found.rows if row.kind == "travel"), default=1) or 1
    ink, labels = [], []
    for place, row in enumerate(found.rows):
        base = y + _ROW * place + 46
        labels.append(Label(_LEFT, base - 29, row.words))
        ink.append(polyline(((_LEFT, base), (_RIGHT, base)), FINE))
        ink.append(accent(_trace(row, base, scale, found.window, fastest)))
    axis = y + _ROW * len(found.rows) + 4
    step = _step(found.window)
    count = round(found.window / step)
    ink.append(polyline(((_LEFT, axis), (_RIGHT, axis)), FINE))
    for tick in range(count + 1):
        x = _LEFT + tick * step * scale
        ink.append(polyline(((x, axis), (x, axis + 5)), FINE))
        text = written(round(tick * step, 3)) if tick else f"0 {found.unit}"
        labels.append(Label(x if tick else 4, axis + 22, text, "middle" if tick else "start"))
    return "".join(ink), tuple(labels)


def _trace(row: Row, base: float, scale: float, window: float, fastest: float) -> Ink:
    top = base - 21
    if row.kind == "span":
        least, most = number(_LEFT + row.value * scale), number(_LEFT + row.until * scale)
        high, low = number(base - 14), number(base - 1)
        sure = f'<path d="M{number(_LEFT)} {high}H{least}V{low}H{number(_LEFT)}Z" fill="currentColor" stroke="none"/>'
        return sure + path(f"M{least} {high}H{most}V{low}H{least}", 1.6, dashed="4 3")
    if row.kind == "hold":
        rise = min(10.0, row.value * scale / 4)
        end = _LEFT + row.value * scale
        up = curve(_LEFT + rise * 0.6, base, _LEFT + rise * 0.5, top, _LEFT + rise, top)
        down = curve(end - rise * 0.5, top, end - rise * 0.6, base, end, base)
        return path(f"M{number(_LEFT)} {number(base)}{up}H{number(end - rise)}{down}", 2.4)
    if row.kind == "travel":
        rise = 21 * row.value / fastest
        return polyline(((_LEFT, base), (_RIGHT, base - rise)), 2.4)
    wide = row.value * scale
    half, quarter = number(wide / 2), number(wide / 4)
    count = int(2 * window / row.value + 1e-9) if row.value else 0
    if count > _MOST:
        return path(f"M{number(_LEFT)} {number(top)}H{number(_RIGHT)}V{number(base)}H{number(_LEFT)}Z", 2.4)
    rises = [
        f"c{quarter} 0 {quarter} {'21' if turn % 2 else '-21'} {half} {'21' if turn % 2 else '-21'}"
        for turn in range(count)
    ]
    return path(f"M{number(_LEFT)} {number(base)}" + "".join(rises), 2.4)
