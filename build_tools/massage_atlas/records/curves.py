"""Paths as SVG writes them, in a form that can go into a page as it stands: absolute letters and numbers only."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}
_TOKEN = re.compile(r"[\s,]*([MLHVCQAZ]|-?\d{1,4}(?:\.\d{1,2})?(?![\d.]))", re.ASCII)


class BadPath(ValueError):
    """A path that cannot be drawn; the words say why."""


@dataclass(frozen=True)
class Step:
    """One letter with its numbers. `H` and `V` are read as `L`, so a step that draws ends in its point."""

    letter: str
    numbers: tuple[float, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """Give its points: those that pull a curve, then the one where it ends."""
        numbers = self.numbers[-2:] if self.letter == "A" else self.numbers
        return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def read(text: str) -> tuple[Step, ...]:
    """Read a path of one line, closed or open.

    Raises:
        BadPath: with the reason.
    """
    steps: list[Step] = []
    for letter, numbers in _commands(text):
        if (letter == "M") != (not steps):
            raise BadPath("a path begins with 'M', and has one 'M'")
        if steps and steps[-1].letter == "Z":
            raise BadPath("'Z' ends the path")
        steps += _steps(letter, numbers, steps[-1].points[-1] if steps else (0, 0))
    if len(steps) < 2:
        raise BadPath("a path begins with 'M' and draws something")
    return tuple(steps)


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    text, place, letter, numbers = text.strip(), 0, "", []
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise BadPath(f"'{text[place:].split(maxsplit=1)[0][:20]}' is not one of M L H V C Q A Z or a number")
        place, word = found.end(), found[1]
        if not word.isalpha():
            numbers.append(float(word))
            continue
        if letter or numbers:
            yield letter, numbers
        letter, numbers = word, []
    if letter or numbers:
        yield letter, numbers


def _steps(letter: str, numbers: Sequence[float], start: Point) -> Iterator[Step]:
    count = _COUNTS.get(letter, 0)
    if not count and not numbers and letter == "Z":
        yield Step("Z")
        return
    if not count or not numbers or len(numbers) % count or (letter == "M" and len(numbers) != count):
        raise BadPath(f"'{letter}' has {len(numbers)} numbers" if letter else "a path begins with 'M'")
    for first in range(0, len(numbers), count):
        part = tuple(numbers[first : first + count])
        match letter:
            case "H":
                step = Step("L", (part[0], start[1]))
            case "V":
                step = Step("L", (start[0], part[0]))
            case "A" if {*part[3:5]} - {0, 1}:
                raise BadPath("the fourth and fifth number of 'A' are 0 or 1")
            case _:
                step = Step(letter, part)
        start = step.points[-1]
        yield step


def points(steps: Iterable[Step]) -> Iterator[Point]:
    """Give every point of a path; a curve never leaves the hull of its own."""
    for step in steps:
        yield from step.points


def closed(steps: Sequence[Step]) -> bool:
    """Tell whether a path comes back to where it began."""
    return steps[-1].letter == "Z"


def mirrored(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Give a path's mirror image at the line x = 0."""
    return tuple(_mirror(step) for step in steps)


def _mirror(step: Step) -> Step:
    if step.letter == "A":
        rx, ry, turn, large, sweep, x, y = step.numbers
        return Step("A", (rx, ry, -turn, large, 1 - sweep, -x, y))
    return Step(step.letter, tuple(-one if number % 2 == 0 else one for number, one in enumerate(step.numbers)))


def joined(half: Sequence[Step]) -> tuple[Step, ...]:
    """Complete a half, drawn from the middle line back to it, with its mirror image."""
    image = mirrored(half)
    back = [_towards(step, before.points[-1]) for before, step in pairwise(image)]
    return (*half, *reversed(back), Step("Z"))


def _towards(step: Step, end: Point) -> Step:
    """Give a step drawn the other way round, so that it ends where it began."""
    if step.letter == "A":
        rx, ry, turn, large, sweep = step.numbers[:5]
        return Step("A", (rx, ry, turn, large, 1 - sweep, *end))
    pulls = [number for point in reversed(step.points[:-1]) for number in point]
    return Step(step.letter, (*pulls, *end))


def written(steps: Iterable[Step], right: float = 0, scale: float = 1) -> str:
    """Write a path for a page, moved to the right, each point counted from the one before: that is shortest.

    A drawing that is shown small is written in a smaller scale, in whole numbers.
    """
    text, at = "", (0.0, 0.0)
    for step in steps:
        if step.letter == "Z":
            text += "z"
            continue
        places = [(_whole(x * scale) + _whole(right * scale), _whole(y * scale)) for x, y in step.points]
        if step.letter == "M":
            text += f"M{_numbers(places[0])}"
        else:
            head = (*(one * scale for one in step.numbers[:2]), *step.numbers[2:5]) if step.letter == "A" else ()
            text += step.letter.lower() + _numbers((*head, *(n for x, y in places for n in (x - at[0], y - at[1]))))
        at = places[-1]
    return text


def _whole(value: float) -> int:
    """Round to the nearest whole number, alike on both sides of zero, so that mirror images stay mirror images."""
    return int(abs(value) + 0.5) * (1 if value > 0 else -1)


def _numbers(values: Iterable[float]) -> str:
    words = [f"{round(one, 2) + 0:g}" for one in values]
    return "".join(word if word[0] == "-" or not number else f" {word}" for number, word in enumerate(words))
