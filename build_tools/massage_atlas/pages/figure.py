"""The drawings of a page, each with the list that says the same in words."""

from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.figures import SessionBar, plate, session_bars
from massage_atlas.figures.ink import Label
from massage_atlas.pages.spans import numbers, time_span
from massage_atlas.pages.writer import Writer
from massage_atlas.records.approach import Approach
from massage_atlas.records.base import Range
from massage_atlas.records.figure import Figure
from massage_atlas.records.technique import Technique
from massage_atlas.records.vocabulary import Basis, Pressure, RateUnit


@dataclass(frozen=True)
class DrawingView:
    """An SVG drawing: its lines, and its words apart from them."""

    width: int
    height: int
    ink: Markup
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class PlateView:
    """The drawing of a technique, with all that its numbered list needs."""

    name: str
    drawing: DrawingView
    shows: Figure
    direction: Markup
    pressure: tuple[Pressure, ...]
    depth: tuple[int, int]
    signs: tuple[str, ...]
    """The motions that have a sign each, in the order in which they are drawn."""
    custom: bool
    """Whether the numbers are custom only."""
    rate: str
    unit: RateUnit | None
    hold: str
    repeats: str
    time: str
    """How long it takes, with its unit."""
    span: str


@dataclass(frozen=True)
class SessionView:
    """The plan of a session as a bar, lying for wide pages and standing for narrow ones."""

    bars: tuple[tuple[str, DrawingView], ...]
    total: str
    """All minutes together."""


def plate_view(writer: Writer, record: Technique) -> PlateView | None:
    """Draw a technique; None when its record does not say what to draw."""
    drawn, figure, practice = plate(record), record.figure, record.practice
    if drawn is None or figure is None:
        return None
    return PlateView(
        record.title,
        _drawing(drawn.width, drawn.height, drawn.ink, drawn.labels),
        figure,
        writer.text(practice.direction),
        record.attributes.pressure,
        drawn.depth,
        tuple(motion.label for motion in drawn.signs),
        practice.basis is Basis.CONVENTION,
        numbers(practice.rate) if practice.rate else "",
        practice.rate.unit if practice.rate else None,
        numbers(practice.hold_seconds) if practice.hold_seconds else "",
        numbers(practice.repeats) if practice.repeats else "",
        time_span(practice.duration),
        practice.duration.per.label,
    )


def session_view(record: Approach) -> SessionView | None:
    """Draw the minutes of a session plan; None when no step has minutes."""
    spans = [(step.minutes.low, step.minutes.high) if step.minutes else None for step in record.plan]
    bars = session_bars(spans)
    if not bars:
        return None
    timed = [span for span in spans if span]
    total = Range(low=sum(low for low, _ in timed), high=sum(high for _, high in timed))
    return SessionView(
        tuple((_name(bar), _drawing(bar.width, bar.height, bar.ink, bar.labels)) for bar in bars), numbers(total)
    )


def _name(bar: SessionBar) -> str:
    return "lying" if bar.lying else "standing"


def _drawing(width: int, height: int, ink: str, labels: tuple[Label, ...]) -> DrawingView:
    return DrawingView(width, height, Markup(ink), labels)  # noqa: S704 - made of numbers and fixed words only
