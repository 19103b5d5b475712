"""The bar of a session plan: as wide as its minutes, lying for a wide page and standing for a narrow one."""

from collections.abc import Sequence
from dataclasses import dataclass

from massage_atlas.figures.ink import BOLD, FINE, Ink, Label, accent, number, path, polyline


@dataclass(frozen=True)
class SessionBar:
    """A bar with a part for each step; the number of a part is the step's number in the list."""

    width: int
    height: int
    ink: Ink
    labels: tuple[Label, ...]
    lying: bool


def session_bars(minutes: Sequence[tuple[float, float] | None]) -> tuple[SessionBar, ...]:
    """Draw the bar lying and standing, from the fewest and most minutes of each step; none without minutes."""
    steps = tuple((place, *span) for place, span in enumerate(minutes, 1) if span and span[1])
    if not steps:
        return ()
    return _bar(steps, 640, lying=True), _bar(steps, max(34 * len(steps), 240), lying=False)


def _bar(steps: Sequence[tuple[int, float, float]], length: int, *, lying: bool) -> SessionBar:
    edge = 16.0
    scale = (length - 2 * edge) / sum(high for _, _, high in steps)
    begins, at = [], edge
    for _, _, high in steps:
        begins.append(at)
        at += high * scale
    middles = [begin + high * scale / 2 for begin, (_, _, high) in zip(begins, steps, strict=True)]
    spots = _spread(middles, 27.0, length - edge + 2)
    ink, labels = [], []
    for (place, low, high), begin, middle, spot in zip(steps, begins, middles, spots, strict=True):
        ink.append(_box(begin, high * scale, lying=lying))
        ink.append(accent(_fill(begin, low * scale, lying=lying)))
        words = f"{low:g} min" if low == high else f"{low:g} to {high:g} min"
        if lying:
            ink.append(polyline(((spot, 27), (middle, 44)), FINE))
            labels.append(Label(spot, 14, str(place), "middle", numbered=True))
        else:
            ink.append(polyline(((60, middle), (84, spot)), FINE))
            labels.append(Label(98, spot, str(place), "middle", numbered=True))
            labels.append(Label(118, spot + 6, words))
    return (
        SessionBar(length, 76, "".join(ink), tuple(labels), lying)
        if lying
        else SessionBar(260, length, "".join(ink), tuple(labels), lying)
    )


def _spread(middles: Sequence[float], gap: float, end: float) -> list[float]:
    """Move numbers apart that would lie on each other, first forward, then back from the end."""
    spots: list[float] = []
    for middle in middles:
        spots.append(max(middle, spots[-1] + gap) if spots else max(middle, 14.0))
    limit = end
    for place in range(len(spots) - 1, -1, -1):
        spots[place] = min(spots[place], limit)
        limit = spots[place] - gap
    return spots


def _box(begin: float, long: float, *, lying: bool) -> Ink:
    a, b = number(begin), number(begin + long)
    return path(f"M{a} 46H{b}V72H{a}Z" if lying else f"M16 {a}H58V{b}H16Z", 1.6, dashed="")


def _fill(begin: float, long: float, *, lying: bool) -> Ink:
    """Hatch the minutes that a step takes at least."""
    count = int((long - 5) / 5) + 1 if long >= 5 else 0
    first, step = (f"M{number(begin + 4)} 47v24", "m5-24v24") if lying else (f"M17 {number(begin + 4)}h40", "m-40 5h40")
    return path(first + step * (count - 1), BOLD / 2) if count else ""
