"""The body map's shapes are the regions', each on a side that shows it."""

from pathlib import Path

import pytest

from projects import check, lines, write

FILE = "content/body-map.yml"
FRONT = "front:\n  outline: M0 0 L90 500 L0 1000\n"
BACK = "back:\n  outline: M0 0 L90 500 L0 1000\n  shapes:\n"
SHAPE = "    - region: back\n      mirror: joined\n      path: M0 200 L60 200 L60 400 L0 400\n"


def problems(folder: Path, text: str) -> list[str]:
    found = lines(check(write(folder, {FILE: text})))
    return [line.partition(" (help")[0].removeprefix(f"{FILE}:") for line in found]


def test_a_map_with_every_region_is_right(tmp_path):
    """The small project has one region, and its shape is enough."""
    assert [] == problems(tmp_path, FRONT + BACK + SHAPE)


def test_a_shape_belongs_to_a_region(tmp_path):
    """A shape of an unknown region is named at its line, with the region that was meant."""
    text = FRONT + BACK + SHAPE + SHAPE.replace("region: back", "region: backs")

    assert ["9:15: error[unknown-reference]: there is no region 'backs'"] == problems(tmp_path, text)


def test_a_region_has_one_shape_on_a_side(tmp_path):
    """A second one would be drawn over the first."""
    found = problems(tmp_path, FRONT + BACK + SHAPE + SHAPE)

    assert ["9:15: error[repeated-reference]: 'back' has a shape on this side already"] == found


def test_a_shape_stands_on_a_side_that_shows_its_region(tmp_path):
    """The back cannot be seen from the front."""
    text = FRONT + "  shapes:\n" + SHAPE + BACK + SHAPE

    assert ["4:15: error[inconsistent]: 'back' is drawn on the front, and its record says 'side: back'"] == problems(
        tmp_path, text
    )


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        (SHAPE.replace("M0 200", "M1 200"), "error[inconsistent]: a line that its mirror image completes"),
        (SHAPE.replace("L0 400", "L0 400 Z"), "error[inconsistent]: a line that its mirror image completes"),
        (SHAPE.replace("joined", "twin"), "error[inconsistent]: a shape that stands on each side ends with 'Z'"),
        (SHAPE.replace("L60 200", "L60 1001"), "error[bad-path]: the point 60 1001 lies outside the half"),
        (SHAPE.replace("L60 200", "L-1 200"), "error[bad-path]: the point -1 200 lies outside the half"),
        (SHAPE.replace("joined", "both"), "error[unknown-word]: 'both' is not a word for 'mirror'"),
    ],
)
def test_a_shape_can_be_completed(tmp_path, shape, message):
    """A half that its mirror image cannot complete, or that leaves the picture, is refused."""
    found = problems(tmp_path, FRONT + BACK + shape)

    assert [True] == [message in one for one in found]
