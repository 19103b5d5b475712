"""Walks through the paths of a drawing, and gives every point that it reaches or is pulled to."""

import math
import re
import xml.etree.ElementTree as ET

_PARTS = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def reached(svg: str):
    """Give the points of a drawing's lines, in its own measure."""
    return list(_walk(ET.fromstring(f"<g>{svg}</g>"), (1, 0, 0, 1, 0, 0)))


def _walk(element, matrix):
    for name, numbers in re.findall(r"(\w+)\(([^)]*)\)", element.get("transform", "")):
        matrix = _times(matrix, _moved(name, [float(one) for one in numbers.split()]))
    if element.tag == "path":
        yield from (_at(matrix, point) for point in _path(element.get("d")))
    elif element.tag == "circle":
        x, y, r = (float(element.get(key)) for key in ("cx", "cy", "r"))
        yield from (_at(matrix, point) for point in ((x - r, y), (x + r, y), (x, y - r), (x, y + r)))
    elif element.tag != "g":
        raise AssertionError(f"a drawing has no <{element.tag}>")
    for child in element:
        yield from _walk(child, matrix)


def _moved(name, numbers):
    if name == "translate":
        return (1, 0, 0, 1, *numbers)
    if name == "scale":
        return (numbers[0], 0, 0, numbers[1], 0, 0)
    assert name == "rotate"
    turn = math.radians(numbers[0])
    return (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0, 0)


def _times(m, n):
    a, b, c, d, e, f = n
    return (*_linear(m, a, b), *_linear(m, c, d), *_at(m, (e, f)))


def _linear(m, x, y):
    return m[0] * x + m[2] * y, m[1] * x + m[3] * y


def _at(m, point):
    x, y = _linear(m, *point)
    return x + m[4], y + m[5]


def _path(data):
    parts, x, y, command = _PARTS.findall(data), 0.0, 0.0, ""
    while parts:
        if parts[0].isalpha():
            command = parts.pop(0)
        takes = _TAKES[command.upper()]
        numbers = [float(parts.pop(0)) for _ in range(takes)]
        ox, oy = (x, y) if command.islower() else (0, 0)
        kind = command.upper()
        if kind == "H":
            x = ox + numbers[0]
        elif kind == "V":
            y = oy + numbers[0]
        elif kind != "Z":
            points = [numbers[-2:]] if kind == "A" else [numbers[at : at + 2] for at in range(0, takes, 2)]
            for px, py in points[:-1]:
                yield ox + px, oy + py
            x, y = ox + points[-1][0], oy + points[-1][1]
        yield x, y
        if kind == "Z":
            assert not parts or parts[0].isalpha()
