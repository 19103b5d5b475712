"""Where in a file a value stands, by its path of keys and list numbers."""

import pytest

from massage_atlas.source import Positions

TEXT = """\
name: Kneading
steps:
  - do: Lift
    why: "Because, [[so]] and [[so]]"
  - do: Let go
plain: |
  One [[link]] here,
  and [[more]] there.
folded: >-
  a [[b]]
  c
flow: {low: 1, high: 2}
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("name",), "x:1:7", "x:1:1"),
        (("steps",), "x:3:5", "x:2:1"),
        (("steps", 0, "why"), "x:4:10", "x:4:5"),
        (("steps", 1), "x:5:5", "x:5:5"),
        (("steps", 1, "do"), "x:5:9", "x:5:5"),
        (("flow", "high"), "x:12:22", "x:12:16"),
        (("flow", "middle"), "x:12:8", "x:12:1"),
        (("steps", 7, "do"), "x:3:5", "x:2:1"),
        (("none", 0, "at", "all"), "x:1:1", "x:1:1"),
        (("name", "deeper"), "x:1:7", "x:1:1"),
        ((), "x:1:1", "x:1:1"),
    ],
)
def test_a_path_leads_to_a_value_or_the_nearest_block_above(path, value, key):
    """A missing value has the place of the block that should hold it."""
    positions = Positions("x", TEXT)

    assert (value, key) == (str(positions.value(path)), str(positions.key(path)))


@pytest.mark.parametrize(
    ("path", "needle", "occurrence", "expected"),
    [
        (("steps", 0, "why"), "[[so]]", 0, ("x:4:20", 6)),
        (("steps", 0, "why"), "[[so]]", 1, ("x:4:31", 6)),
        (("plain",), "[[link]]", 0, ("x:7:7", 8)),
        (("plain",), "[[more]]", 0, ("x:8:7", 8)),
        (("folded",), "[[b]]", 0, ("x:10:5", 5)),
        (("plain",), "[[b]]", 0, ("x:6:8", 1)),
        (("plain",), "[[link]]", 1, ("x:6:8", 1)),
        (("steps",), "do", 0, ("x:3:5", 2)),
    ],
)
def test_words_are_found_inside_a_text(path, needle, occurrence, expected):
    """The n-th equal words of a text have their own place, and never one in another text."""
    place = Positions("x", TEXT).inside(path, needle, occurrence)

    assert expected == (str(place), place.length)


def test_columns_count_characters():
    """A character outside the basic plane is one column, as editors count."""
    positions = Positions("x", "name: '\U0001f600\U0001f600 [[so]]'\n")

    assert "x:1:11" == str(positions.inside(("name",), "[[so]]"))
