"""The body map: the whole picture with a link for each region, and a small one that marks a page's own regions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import NOTHING, LinkView, Writer
from massage_atlas.records.body_map import HALF, HEIGHT, BodyMap, Figure
from massage_atlas.records.curves import joined, mirrored, points, read, written
from massage_atlas.records.region import Region
from massage_atlas.records.vocabulary import Mirror, Side

_TEMPLATE = "body_map.html.jinja"
_MARGIN = 16
_HEAD, _FOOT = 70, 60
"""Room above the heads for the name of a region, and below the feet for the names of the sides."""

CARE, ASK = "Touch with care", "Ask before touching"
"""The two layers, in words."""


@dataclass(frozen=True)
class RegionOnMap:
    """A region as a link of the picture, with the smaller regions that are part of its area."""

    id: str
    link: LinkView
    path: str
    """Its own shapes on all figures shown."""
    parts: tuple[str, ...]
    """The ids of the regions in it, at any depth, whose shapes complete its area."""
    sides: str
    """`front`, `back` or `both`: where it can be seen."""
    marks: tuple[str, ...]
    """The layers it belongs to, in words."""
    within: tuple["RegionOnMap", ...] = ()
    """The regions directly in it."""


@dataclass(frozen=True)
class LayerView:
    """A layer that a reader can lay over the picture."""

    id: str
    words: str
    meaning: str
    regions: tuple[str, ...]


@dataclass(frozen=True)
class MapView:
    """The whole map."""

    box: str
    outline: str
    lines: str
    names: tuple[tuple[str, int, int], ...]
    """The names of the sides, and where each stands."""
    centre: int
    regions: tuple[RegionOnMap, ...]
    """In the order a keyboard goes through them: head to foot, each before the smaller ones in it."""
    tree: tuple[RegionOnMap, ...]
    """The largest regions, each with those in it, for the list; empty where the page has a list of its own."""
    skip: str
    """The id of the list that can be used instead."""
    layers: tuple[LayerView, ...]


@dataclass(frozen=True)
class SmallMapView:
    """A small map with the regions of one page marked."""

    box: str
    width: int
    height: int
    outline: str
    areas: tuple[tuple[LinkView, str], ...]
    """Each region's link, and its whole area."""
    words: str
    """What is said of the regions: `Where it is`."""


def body_map(writer: Writer, skip: str = "") -> Markup:
    """Draw the whole map; `skip` is the id of a list on the page, and without one a list comes with the map."""
    drawing = _drawing(writer)
    if drawing is None:
        return NOTHING
    maker = _Maker(writer, drawing, _right(("front", "back")))
    tree = tuple(maker.region(id_) for id_ in maker.inside(None))
    regions = tuple(_all(tree))
    width = 2 * (2 * HALF)
    view = MapView(
        box=f"0 {-_HEAD} {width} {HEIGHT + _HEAD + _FOOT}",
        outline="".join(maker.outline(side) for side in maker.right),
        lines="".join(maker.lines(side) for side in maker.right),
        names=tuple((side.capitalize(), right, HEIGHT + _FOOT - 12) for side, right in maker.right.items()),
        centre=width // 2,
        regions=regions,
        tree=() if skip else tree,
        skip=skip or "body-areas",
        layers=(
            LayerView("care", CARE, "Something lies near the surface here that pressure can hurt.", _with(tree, CARE)),
            LayerView("ask", ASK, "Your therapist must ask first here. You can say no.", _with(tree, ASK)),
        ),
    )
    return fragment(_TEMPLATE, "map", v=view)


def small_map(writer: Writer, ids: Iterable[str], words: str) -> Markup:
    """Draw a small map with these regions marked, only from the sides that show them; nothing when there are none."""
    drawing = _drawing(writer)
    wanted = tuple(dict.fromkeys(ids))
    if drawing is None or not wanted:
        return NOTHING
    both = _Maker(writer, drawing, _right(("front", "back")))
    areas = [[id_, *both.parts(id_)] for id_ in wanted]
    sides = tuple(side for side in both.right if both.drawn(side).intersection(*[set().union(*areas)]))
    if not sides:
        return NOTHING
    maker = _Maker(writer, drawing, _right(sides))
    width = len(sides) * 2 * HALF
    view = SmallMapView(
        box=f"0 0 {width} {HEIGHT + _MARGIN}",
        width=width // 5,
        height=(HEIGHT + _MARGIN) // 5,
        outline="".join(maker.outline(side) for side in sides),
        areas=tuple(
            (writer.link(Key("region", id_)), "".join(maker.path(one) for one in area))
            for id_, area in zip(wanted, areas, strict=True)
        ),
        words=words,
    )
    return fragment(_TEMPLATE, "small", v=view)


def marks(region: Region) -> tuple[str, ...]:
    """Give the layers a region belongs to, in words."""
    return ((CARE,) if region.endangerment else ()) + ((ASK,) if region.consent else ())


def _drawing(writer: Writer) -> BodyMap | None:
    entry = writer.library.body_map
    return entry.body_map if entry else None


def _right(sides: tuple[str, ...]) -> dict[str, int]:
    """Give the middle line of each figure, side by side."""
    return {side: HALF + number * 2 * HALF for number, side in enumerate(sides)}


def _all(tree: Iterable[RegionOnMap]) -> Iterator[RegionOnMap]:
    for region in tree:
        yield region
        yield from _all(region.within)


def _with(tree: Iterable[RegionOnMap], mark: str) -> tuple[str, ...]:
    """Give every region whose own area is marked: a mark on a region holds for what lies in it."""
    found = [part for one in _all(tree) if mark in one.marks for part in (one.id, *one.parts)]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class _Maker:
    """Makes paths and regions for figures that stand side by side."""

    writer: Writer
    drawing: BodyMap
    right: dict[str, int]

    def _figure(self, side: str) -> Figure:
        return self.drawing.front if side == Side.FRONT else self.drawing.back

    def drawn(self, side: str) -> set[str]:
        """Give the regions that have a shape on a side."""
        return {shape.region for shape in self._figure(side).shapes}

    def outline(self, side: str) -> str:
        return written(joined(read(self._figure(side).outline)), self.right[side])

    def lines(self, side: str) -> str:
        halves = [read(line) for line in self._figure(side).lines]
        return "".join(written(line, self.right[side]) for half in halves for line in (half, mirrored(half)))

    def path(self, id_: str) -> str:
        """Give a region's own shapes, on every figure."""
        text = ""
        for side, right in self.right.items():
            for shape in self._figure(side).shapes:
                if shape.region == id_:
                    half = read(shape.path)
                    whole = (joined(half),) if shape.mirror is Mirror.JOINED else (half, mirrored(half))
                    text += "".join(written(steps, right) for steps in whole)
        return text

    def inside(self, parent: str | None) -> list[str]:
        """Give the regions directly in one, or the largest ones, from head to foot.

        Of the largest, those that the front shows come first.
        """
        regions = dict(self.writer.library.records(Region))
        tops: dict[str, float] = {}
        for shape in (*self.drawing.front.shapes, *self.drawing.back.shapes):
            top = min(y for _, y in points(read(shape.path)))
            tops[shape.region] = min(top, tops.get(shape.region, top))
        found = [one for one in tops if one in regions and (regions[one].parent or None) == parent]
        return sorted(found, key=lambda one: (not parent and regions[one].side is Side.BACK, tops[one]))

    def parts(self, id_: str) -> tuple[str, ...]:
        """Give every region in one, at any depth."""
        return tuple(part for one in self.inside(id_) for part in (one, *self.parts(one)))

    def region(self, id_: str) -> RegionOnMap:
        record = self.writer.library.record(Region, id_)
        assert record is not None  # only regions that exist are placed
        seen = [side for side in ("front", "back") if self.drawn(side).intersection((id_, *self.parts(id_)))]
        return RegionOnMap(
            id_,
            self.writer.link(Key("region", id_)),
            self.path(id_),
            self.parts(id_),
            "both" if len(seen) == 2 else seen[0],
            marks(record),
            tuple(self.region(one) for one in self.inside(id_)),
        )
