"""What touches the body in a drawing: outlines of hands and tools, as somebody who stands above would see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from massage_atlas.figures.ink import FINE, Ink, circle, dot, path, placed
from massage_atlas.records.figure import FigureContact


@dataclass(frozen=True)
class Contact:
    """An outline around the origin that points to the right."""

    ink: Ink
    front: float
    """How far it reaches forward."""
    side: float
    """How far it reaches to each side."""
    back: float = 48
    """How far it reaches backward."""
    below: float = 0
    """How far it reaches downward, when that is more than to the side."""


_HAND = placed(
    path(
        "M-9 47C-9.5 37-12 31-16 25C-21 17-29 10-34 2C-37-3-31-8-26-4C-21 1-17 5-12.5 8C-12.5-2-13.5-14-14-26"
        "C-14.5-34-6-35-5-27C-5-36 4-43 5-34L5-31C6-38 14-37 14-29L14.5-18C15-24 22-23 22-16"
        "C22-4 22 8 20 18C18 28 17 36 16 47",
        fill=True,
    )
    + path("M-5-27L-4.5 0M5-31L5 0M14.3-18L14 2", FINE)
    + path("M-12.5 8C-10 12-8 16-8 22", FINE),
    0,
    0,
    90,
)
"""An open hand from above; the thumb is on the upper side."""

_THUMB = path(
    "M-62-22C-48-26-34-25-24-20C-14-18-6-13 6-11C18-9 30-8 34-3"
    "C37 3 34 10 27 11C16 12 6 9-2 8C-6 14-12 20-22 22C-38 27-52 24-62 20",
    fill=True,
) + path("M24-6C29-5 32-2 31 3M-24-20C-30-17-34-12-34-6M-40 24C-30 22-24 16-22 8M-48 22C-38 20-30 14-29 7", FINE)

_FINGERTIPS = (
    path(
        "M-62-22C-50-26-36-26-26-22C-12-19 8-15 26-12C34-11 36-2 28 0"
        "C34 1 35 10 27 11C10 11-8 12-20 15C-32 24-48 25-62 21",
        fill=True,
    )
    + path("M28 0C12-1-6-3-18-3M-20 15C-28 14-34 11-36 5M-26 13C-34 14-40 17-46 22", FINE)
    + path("M20-8C24-8 27-6 28-3M19 7C23 7 26 6 28 4", FINE)
)

_FIST = path(
    "M-64-15C-54-16-46-18-38-22C-24-30-6-28 4-25C14-26 20-20 18-13C24-11 25-4 20 0"
    "C24 4 22 11 16 13C16 20 8 24 0 22C-12 26-28 24-38 18C-46 15-54 14-64 14",
    fill=True,
) + path("M18-13C12-12 6-12 2-13M20 0C14 0 8 0 3-1M16 13C11 13 6 12 3 11M4-25C0-24-3-22-5-19", FINE)

_FOREARM = path(
    "M-17-6C-16-21 14-23 16-6C16 8 10 22 8 31C14 35 15 43 12 49C8 57-10 57-14 49C-17 43-15 35-10 31C-12 22-18 8-17-6Z",
    fill=True,
) + path("M-7 55V45M0 56V44M6 55V45M-10 31C-4 34 2 34 8 31M-8-12C-4-16 4-16 8-12", FINE)

_CUPPED = (
    path("M-46-13C-36-14-28-18-20-21C-4-26 16-22 26-14C33-8 33 6 26 12C14 20-4 24-20 20C-28 18-36 15-46 13", fill=True)
    + path("M26-14C14-10 2-8-8-9M30-2C18 0 6 0-6-1M26 12C14 10 4 8-6 7", FINE)
    + path("M-20-21C-16-26-6-30 2-29C8-28 8-23 2-21", FINE)
)

_ROLLING = (
    path("M-2-25C8-22 10-8 10 0C10 8 8 22-2 25M5-26C16-22 18-8 18 0C18 8 16 22 5 26", FINE)
    + "".join(
        placed(
            path("M-46-9C-36-10-24-9-12-7C-2-6-2 5-12 6C-24 8-36 9-46 9", fill=True)
            + path("M-10-3C-6-3-5 2-9 3", FINE),
            2,
            y,
        )
        for y in (-13, 13)
    )
    + "".join(
        path(
            f"M66 {y - 5}C50 {y - 5} 36 {y - 5} 25 {y - 4}"
            f"C18 {y - 3} 18 {y + 4} 25 {y + 4}C36 {y + 5} 50 {y + 5} 66 {y + 5}",
            fill=True,
        )
        for y in (-19, -7, 7, 19)
    )
)

_EDGE = path(
    "M-6-40C4-40 8-30 8-18C10-6 10 6 8 18C8 30 4 40-6 40C-14 40-16 32-12 26C-7 16-7-16-12-26C-16-32-14-40-6-40Z",
    fill=True,
) + path("M4-34C9-14 9 14 4 34", FINE)

_DEVICE = (
    path("M-92 34C-80 26-66 22-54 18L-30 8L-26 18L-50 28C-62 34-74 42-84 50", fill=True)
    + path("M-40-20C-22-26-4-22 2-16V16C-4 22-22 26-40 20C-46 10-46-10-40-20Z", fill=True)
    + path("M2-8H14V8H2Z", fill=True)
    + circle(25, 0, 12, fill=True)
    + path("M-30-8H-10M-30 0H-10M-30 8H-10", FINE)
)

_ROLLER = (
    path("M-15-62H15V62H-15Z", fill=True)
    + path("M-15-62C-9-67 9-67 15-62M-15 62C-9 67 9 67 15 62")
    + "".join(path(f"M-15 {y}H15", FINE) for y in (-46, -31, -16, 0, 16, 31, 46))
)

_HEEL = placed(_HAND, 0, 0) + path("M-46-2C-38-14-26-16-20-6M-46 4C-38 14-28 16-20 8", FINE)

CONTACTS: Mapping[FigureContact, Contact] = {
    FigureContact.PALM: Contact(_HAND, 42, 24),
    FigureContact.PALMS: Contact(placed(_HAND, 4, -31, mirrored=True) + placed(_HAND, -4, 31), 44, 52),
    FigureContact.CROSSED: Contact(placed(_HAND, -30, 4, 172) + placed(_HAND, 30, -2, 8), 74, 26, back=78),
    FigureContact.RESTING: Contact(_HAND, 42, 24),
    FigureContact.LIFTING: Contact(placed(_HAND, -30, 8, -90) + placed(_HAND, 30, -8, 90), 56, 46, back=60),
    FigureContact.HOLDING: Contact(placed(_HAND, 0, 12, -90), 30, 40, below=62),
    FigureContact.HEEL: Contact(_HEEL, 42, 24),
    FigureContact.THUMB: Contact(placed(_THUMB, -22, 0), 14, 26, back=86),
    FigureContact.THUMBS: Contact(placed(_THUMB, -20, -28) + placed(_THUMB, -20, 28, mirrored=True), 16, 52, back=84),
    FigureContact.FINGERTIPS: Contact(placed(_FINGERTIPS, -18, 0), 14, 26, back=82),
    FigureContact.ROLLING: Contact(_ROLLING, 68, 28),
    FigureContact.CUPPED: Contact(placed(_CUPPED, -30, -26) + placed(_CUPPED, 20, 26), 46, 50, back=78),
    FigureContact.FOREARM: Contact(_FOREARM, 18, 22, back=20, below=58),
    FigureContact.KNUCKLES: Contact(_FIST, 24, 28, back=66),
    FigureContact.EDGE: Contact(_EDGE, 12, 42),
    FigureContact.DEVICE: Contact(placed(_DEVICE, -22, 0), 18, 26, back=116),
    FigureContact.ROLLER: Contact(_ROLLER, 18, 60),
}
"""Every contact that can be drawn."""

POINT = dot(0, 0, 3)
"""Where a press goes straight down."""
