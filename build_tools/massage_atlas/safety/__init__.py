"""What a safety rule means, read off one rule at a time."""

from massage_atlas.safety.reach import reached, through
from massage_atlas.safety.verdicts import STRICTEST_FIRST, verdict

__all__ = ["STRICTEST_FIRST", "reached", "through", "verdict"]
