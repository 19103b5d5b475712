"""Technique pages: numbers as people say them."""

import pytest

from massage_atlas.pages.technique import time_span
from massage_atlas.records.base import Range


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.17, 1, "10 seconds to 1 minute"),
        (0.25, 0.5, "15 to 30 seconds"),
        (0.5, 4.5, "30 seconds to 4.5 minutes"),
        (1, 1, "1 minute"),
        (1, 3, "1 to 3 minutes"),
        (30, 90, "30 to 90 minutes"),
    ],
)
def test_a_time_below_a_minute_is_told_in_seconds(low: float, high: float, said: str) -> None:
    """Nobody counts a fifth of a minute: what is shorter than a minute stands in seconds."""
    assert said == time_span(Range(low=low, high=high))
