"""The body map: one drawing of the body from the front and from the back, with a shape for each region."""

from typing import Annotated, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from massage_atlas.diagnostics import Code
from massage_atlas.records.base import Block, inconsistent
from massage_atlas.records.curves import BadPath, closed, points, read
from massage_atlas.records.links import RegionRef
from massage_atlas.records.vocabulary import Mirror

FILE = "content/body-map.yml"
"""Where it lies, relative to the project's folder."""

HALF = 240
"""How wide half a figure is; x is counted from the middle line."""
HEIGHT = 1000
"""How high a figure is; y is counted from above."""


def _bad(message: str) -> PydanticCustomError:
    return PydanticCustomError(Code.BAD_PATH.value, "{message}", {"message": message})


def _drawable(text: str) -> str:
    try:
        steps = read(text)
    except BadPath as error:
        raise _bad(str(error)) from None
    for x, y in points(steps):
        if not (0 <= x <= HALF and 0 <= y <= HEIGHT):
            raise _bad(f"the point {x:g} {y:g} lies outside the half that is drawn, 0 0 to {HALF} {HEIGHT}")
    return text


Path: TypeAlias = Annotated[str, Field(max_length=4000), AfterValidator(_drawable)]
"""A line in the letters M L H V C Q A Z and numbers: the right half only, since its mirror image makes the other."""


class Shape(Block):
    """Where a region lies on one figure, without the smaller regions that belong to it."""

    region: RegionRef
    """The region."""
    mirror: Mirror
    """How the mirror image completes it."""
    path: Path
    """Its edge, in the letters M L H V C Q A Z and plain numbers."""

    @model_validator(mode="after")
    def _fits_its_mirror(self) -> Self:
        _check(self.path, self.mirror)
        return self


class Figure(Block):
    """The body, seen from one side."""

    outline: Path
    """The edge of the whole body, from the top of the head down to the middle again."""
    lines: tuple[Path, ...] = ()
    """Fine lines that belong to no region: fingers, toes, the shoulder blade."""
    shapes: tuple[Shape, ...] = ()
    """The regions, in any order; a reader's keyboard goes through them from head to foot."""

    @model_validator(mode="after")
    def _whole_outline(self) -> Self:
        _check(self.outline, Mirror.JOINED)
        return self


class BodyMap(Block):
    """Both figures."""

    front: Figure
    """From the front."""
    back: Figure
    """From the back."""


def _check(path: str, mirror: Mirror) -> None:
    """Refuse a half that its mirror image cannot complete."""
    steps = read(path)
    if mirror is Mirror.TWIN and not closed(steps):
        raise inconsistent("a shape that stands on each side ends with 'Z'")
    if mirror is Mirror.JOINED and (closed(steps) or steps[0].points[0][0] or steps[-1].points[-1][0]):
        raise inconsistent("a line that its mirror image completes begins and ends at x = 0, without 'Z'")
