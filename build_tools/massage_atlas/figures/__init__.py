"""Line drawings made from records: the plate of a technique, the bar of a session plan, the steps of certainty."""

from massage_atlas.figures.plate import Plate, plate
from massage_atlas.figures.session import SessionBar, session_bars

__all__ = ["Plate", "SessionBar", "plate", "session_bars"]
