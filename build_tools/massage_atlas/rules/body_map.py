"""Rules about the body map: its shapes are those of the regions, each on a side of the body that shows it."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic
from massage_atlas.library import Key
from massage_atlas.records.decode import nearest
from massage_atlas.records.region import Region
from massage_atlas.records.vocabulary import Side
from massage_atlas.rules.context import Context


def shape_region(context: Context) -> Iterator[Diagnostic]:
    """A shape belongs to a region that exists, stands on a side that shows the region, and stands there once."""
    entry = context.library.body_map
    if entry is None or entry.body_map is None:
        return
    known = [key.id for key in context.library.entries if key.kind == "region"]
    for side, figure in ((Side.FRONT, entry.body_map.front), (Side.BACK, entry.body_map.back)):
        seen: set[str] = set()
        for number, shape in enumerate(figure.shapes):
            place = entry.document.positions.value((side.value, "shapes", number, "region"))
            region = context.library.record(Region, shape.region)
            if shape.region not in known:
                help_ = nearest(shape.region, known) or f"'atlas new region {shape.region}' begins a new one"
                yield Diagnostic(Code.UNKNOWN_REFERENCE, f"there is no region '{shape.region}'", place, help_)
            elif shape.region in seen:
                message = f"'{shape.region}' has a shape on this side already"
                yield Diagnostic(Code.REPEATED_REFERENCE, message, place, "draw one of them, or remove one")
            elif region is not None and region.side not in (Side.BOTH, side):
                message = (
                    f"'{shape.region}' is drawn on the {side.value}, and its record says 'side: {region.side.value}'"
                )
                yield Diagnostic(Code.INCONSISTENT, message, place, "change one of the two")
            seen.add(shape.region)


def no_shape(context: Context) -> Iterator[Diagnostic]:
    """Every region can be found on the body map, when there is one."""
    entry = context.library.body_map
    if entry is None or entry.body_map is None:
        return
    drawn = {shape.region for figure in (entry.body_map.front, entry.body_map.back) for shape in figure.shapes}
    for id_, _ in context.library.records(Region):
        if id_ not in drawn:
            message = f"region '{id_}' has no shape on the body map"
            help_ = f"draw one in {entry.document.positions.path}"
            yield context.found(Code.NO_SHAPE, message, Key("region", id_), (), help_)
