"""Paths: what may stand in one, and what a mirror makes of it."""

import pytest

from massage_atlas.records.curves import BadPath, Step, closed, joined, mirrored, points, read, written

EVERY_LETTER = "M10 20 L30 40 H50 V60 C50 70 60 80 70 80 Q80 90 70 100 A5 6 20 0 1 10 110"


def test_every_letter_is_read():
    """Lines that say only one coordinate become lines that say both, and repeated numbers repeat the letter."""
    assert ["M", "L", "L", "L", "C", "Q", "A"] == [step.letter for step in read(EVERY_LETTER)]
    assert (Step("M", (0, 0)), Step("L", (1, 2)), Step("L", (3, 4)), Step("Z")) == read("M0,0L1,2,3,4Z")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Z",
        "L1 2",
        "1 2",
        "M1 2",
        "M1 2 3 4 L5 6",
        "M1 2 M3 4 L5 6",
        "M1 2 L3 4 Z L5 6",
        "M1 2 L3",
        "M1 2 C3 4 5 6",
        "M1 2 L",
        "M1 2 Z9",
        "M1 2 l3 4",
        "M1 2 S3 4 5 6",
        "M1 2 L3 4e5",
        "M1 2 L3 .5",
        "M1 2 L3 12345",
        "M1 2 L3 NaN",
        "M1 2 A5 5 0 2 0 3 4",
        'M1 2 L3 4"/><script>',
        "M1 2 L3 4\x00",
        "M1 2 L3 \u0664",
    ],
)
def test_anything_else_is_refused(text):
    """Nothing but the letters and plain numbers, in the right count, reaches a page."""
    with pytest.raises(BadPath):
        read(text)


def test_a_mirror_image_of_a_mirror_image_is_the_path():
    """Points change sides, and a bow bends the other way."""
    steps = read(EVERY_LETTER)

    assert [(-x, y) for x, y in points(steps)] == list(points(mirrored(steps)))
    assert (5, 6, -20, 0, 0, -10, 110) == mirrored(steps)[-1].numbers
    assert steps == mirrored(mirrored(steps))


def test_a_joined_half_is_closed_and_symmetrical():
    """It goes down one side and up the other, through the mirror image of each point."""
    half = read("M0 10 C5 10 9 15 10 20 L12 30 Q14 50 8 60 A20 20 0 0 1 0 70")
    whole = joined(half)

    assert closed(whole)
    assert [(x, y) for x, y in points(whole)][-1] == (0, 10)
    assert {(-x, y) for x, y in points(half)} | set(points(half)) == set(points(whole))
    assert "M0 10c5 0 9 5 10 10l2 10q2 20-4 30a20 20 0 0 1-8 10a20 20 0 0 1-8-10q-6-10-4-30l2-10c1-5 5-10 10-10z" == (
        written(whole)
    )


def test_a_path_is_written_from_point_to_point():
    """It can be moved, and made smaller without drifting: each point is rounded where it lies."""
    assert "M245 20l-5 10z" == written(read("M5 20 L0 30 Z"), 240)
    assert "M0 0l1 0l0 0l1 0l0 0l1 0" == written(read("M0 0 L1 0 L2 0 L3 0 L4 0 L5 0"), scale=0.5)
