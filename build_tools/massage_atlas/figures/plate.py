"""The plate of a technique: contact and way, depth, beat; every number on it is one of the record."""

from collections.abc import Mapping
from dataclasses import dataclass

from massage_atlas.figures.contacts import CONTACTS
from massage_atlas.figures.ink import FINE, Ink, Label, accent, placed, polyline
from massage_atlas.figures.layers import HEIGHT, depth, section
from massage_atlas.figures.motions import MARKS, motion_marks, start, way_marks
from massage_atlas.figures.places import PLACES
from massage_atlas.figures.rhythm import beat, height, strip
from massage_atlas.records.figure import Figure, FigureContact
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import Motion

WIDTH = 320
_SCENE = 184
_BREADTH: Mapping[FigureContact, float] = {
    FigureContact.THUMB: 13,
    FigureContact.THUMBS: 15,
    FigureContact.FINGERTIPS: 11,
    FigureContact.ROLLING: 16,
    FigureContact.KNUCKLES: 20,
    FigureContact.EDGE: 9,
    FigureContact.DEVICE: 17,
    FigureContact.ROLLER: 22,
    FigureContact.FOREARM: 24,
    FigureContact.PALMS: 40,
    FigureContact.CROSSED: 40,
}
"""Half of how broad a contact is in the cut; a flat hand where nothing is written."""


_MANY = 3
"""From so many motions on, there is a sign for each of them."""


@dataclass(frozen=True)
class Plate:
    """A finished drawing, its words apart from its lines, and what its list has to explain."""

    width: int
    height: int
    ink: Ink
    labels: tuple[Label, ...]
    depth: tuple[int, int]
    """How shallow and how deep, on the scale that is drawn."""
    signs: tuple[Motion, ...]
    """The motions that have a sign each; none when the drawing itself shows what there is."""


def plate(record: Technique) -> Plate | None:
    """Draw a technique from its record; None when the record does not say what to draw."""
    figure = record.figure
    if figure is None:
        return None
    scene, numbers = _scene(figure)
    reached = depth(record.attributes.pressure)
    cut, layers = section(figure.motion, _BREADTH.get(figure.contact, 30), *reached, _SCENE)
    motions = record.attributes.motion
    signs = motions if len(motions) >= _MANY else ()
    below = _SCENE + HEIGHT + 12
    row = "".join(placed(MARKS[motion], 24 + 34 * place, below + 13) for place, motion in enumerate(signs))
    numbers += (_numbered(3, 300, _SCENE + 69),)
    if signs:
        numbers += (_numbered(4, 305, below + 10),)
        below += 38
    found = beat(record.practice)
    line, times = strip(found, below)
    numbers += (_numbered(len(numbers) + 1, 305, below + 9),)
    rules = "".join(polyline(((2, y), (WIDTH - 2, y)), FINE) for y in (_SCENE - 4, _SCENE + HEIGHT + 5))
    ink = f'{scene}{cut}<g class="ink-hair">{rules}</g>{accent(row) if row else ""}{line}'
    return Plate(WIDTH, round(below + height(found)), ink, (*layers, *times, *numbers), reached, signs)


def _numbered(value: int, x: float, y: float) -> Label:
    """Put a number of the list on the plate, never over its edge."""
    return Label(min(max(x, 15), WIDTH - 15), max(y, 15), str(value), "middle", numbered=True)


def _scene(figure: Figure) -> tuple[Ink, tuple[Label, ...]]:
    """Draw the contact on the body and the way it goes, with the numbers 1 and 2."""
    place, contact = PLACES[figure.place], CONTACTS[figure.contact]
    x, y = start(figure.way, figure.reach, place, contact)
    if figure.contact is FigureContact.HOLDING and place.grips:
        touch = "".join(placed(contact.ink, gx, gy, turn) for gx, gy, turn in place.grips)
        x, y = place.grips[0][0], place.grips[0][1]
    else:
        touch = placed(contact.ink, x, y)
    marks, mx, my = way_marks(figure.way, figure.reach, place, contact)
    first = _numbered(1, x - contact.front * 0.5 - 26, y - min(contact.side + 10, 60))
    second = _numbered(2, mx, min(my, _SCENE - 20))
    lead = polyline(((first.x, first.y), (x - contact.front * 0.5, y - min(contact.side, 40) * 0.5)), FINE)
    return place.ink + touch + accent(lead, marks, motion_marks(figure.motion, x, y, contact)), (first, second)
