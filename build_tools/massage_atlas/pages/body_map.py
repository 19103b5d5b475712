"""The body map: the whole picture with a link for each region, and a small one that marks a page's own regions."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from massage_atlas.library import Key
from massage_atlas.pages.addresses import address
from massage_atlas.pages.rendering import fragment
from massage_atlas.pages.writer import NOTHING, LinkView, Writer
from massage_atlas.records.body_map import HALF, HEIGHT, BodyMap, Figure
from massage_atlas.records.curves import Step, joined, mirrored, points, read, written
from massage_atlas.records.region import Region
from massage_atlas.records.vocabulary import Mirror, Side

_TEMPLATE = "body_map.html.jinja"
_SMALL = 0.5
"""The scale in which a small map is written; it is shown smaller still."""
_HEAD, _FOOT = 70, 60
"""Room above the heads for the name of a region, and below the feet for the names of the sides."""

CARE, ASK = "Touch with care", "Ask before touching"
"""The two layers, in words."""


@dataclass(frozen=True)
class ShapeView:
    """All that one figure shows of a region."""

    id: str
    side: str
    path: str


@dataclass(frozen=True)
class RegionOnMap:
    """A region as a link of the picture, with the smaller regions that are part of its area."""

    id: str
    link: LinkView
    shapes: tuple[ShapeView, ...]
    """Its own, one for each figure that shows it."""
    parts: tuple[str, ...]
    """The ids of the regions in it, at any depth."""
    reused: tuple[ShapeView, ...]
    """The shapes of those regions, which complete its area."""
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
    shapes: tuple[ShapeView, ...]


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
    """Each region's link, and its whole area; the page's own region leads nowhere."""
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
    wanted = tuple(id_ for id_ in dict.fromkeys(ids) if Key("region", id_) in writer.library.entries)
    if drawing is None:
        return NOTHING
    both = _Maker(writer, drawing, _right(("front", "back")))
    areas = {id_: {id_, *both.parts(id_)} for id_ in wanted}
    sides = tuple(side for side in both.right if both.drawn(side).intersection(*[set().union(*areas.values())]))
    if not sides:
        return NOTHING
    maker = _Maker(writer, drawing, _right(sides), _SMALL)
    width = len(sides) * 2 * HALF
    view = SmallMapView(
        box=f"0 0 {width * _SMALL:g} {HEIGHT * _SMALL:g}",
        width=width // 5,
        height=HEIGHT // 5,
        outline="".join(maker.outline(side) for side in sides),
        areas=tuple((_link(writer, id_), maker.paths(_rest(id_, areas))) for id_ in wanted),
        words=words,
    )
    return fragment(_TEMPLATE, "small", v=view)


def _rest(id_: str, areas: Mapping[str, set[str]]) -> set[str]:
    """Give a region's area without those of the smaller regions that are marked too: no shape is drawn twice."""
    return areas[id_].difference(*(area for other, area in areas.items() if other != id_ and other in areas[id_]))


def _link(writer: Writer, id_: str) -> LinkView:
    link = writer.link(Key("region", id_))
    return LinkView("", link.text) if address(Key("region", id_)) == writer.url else link


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


def _with(tree: Iterable[RegionOnMap], mark: str) -> tuple[ShapeView, ...]:
    """Give the shapes of every region whose area is marked: a mark on a region holds for what lies in it."""
    marked = {part for one in _all(tree) if mark in one.marks for part in (one.id, *one.parts)}
    return tuple(shape for one in _all(tree) if one.id in marked for shape in one.shapes)


@dataclass(frozen=True)
class _Maker:
    """Makes paths and regions for figures that stand side by side."""

    writer: Writer
    drawing: BodyMap
    right: dict[str, int]
    scale: float = 1

    def _figure(self, side: str) -> Figure:
        return self.drawing.front if side == Side.FRONT else self.drawing.back

    def _written(self, steps: Iterable[Step], side: str) -> str:
        return written(steps, self.right[side], self.scale)

    def drawn(self, side: str) -> set[str]:
        """Give the regions that have a shape on a side."""
        return {shape.region for shape in self._figure(side).shapes}

    def outline(self, side: str) -> str:
        return self._written(joined(read(self._figure(side).outline)), side)

    def lines(self, side: str) -> str:
        halves = [read(line) for line in self._figure(side).lines]
        return "".join(self._written(line, side) for half in halves for line in (half, mirrored(half)))

    def shapes(self, id_: str) -> Iterator[ShapeView]:
        """Give a region's own shapes, one for each figure that shows it."""
        for side in self.right:
            text = ""
            for shape in self._figure(side).shapes:
                if shape.region == id_:
                    half = read(shape.path)
                    whole = (joined(half),) if shape.mirror is Mirror.JOINED else (half, mirrored(half))
                    text += "".join(self._written(steps, side) for steps in whole)
            if text:
                yield ShapeView(f"{side}-{id_}", side, text)

    def paths(self, ids: Container[str]) -> str:
        """Give the shapes of several regions, in the order of the drawing."""
        drawn = dict.fromkeys(shape.region for side in self.right for shape in self._figure(side).shapes)
        return "".join(shape.path for one in drawn if one in ids for shape in self.shapes(one))

    def inside(self, parent: str | None) -> list[str]:
        """Give the regions directly in one, or the largest ones, from head to foot.

        Of the largest, those that the front shows come first.
        """
        regions = dict(self.writer.library.records(Region))
        tops: dict[str, float] = {}
        for shape in (*self.drawing.front.shapes, *self.drawing.back.shapes):
            top = min(y for _, y in points(read(shape.path)))
            tops[shape.region] = min(top, tops.get(shape.region, top))
        within = {one: up if (up := regions[one].parent) in regions else None for one in tops if one in regions}
        found = (one for one, up in within.items() if up == parent)
        return sorted(found, key=lambda one: (not parent and regions[one].side is Side.BACK, tops[one]))

    def parts(self, id_: str) -> tuple[str, ...]:
        """Give every region in one, at any depth; regions that belong to each other in a circle, each once."""
        found, left = {id_: None}, [id_]
        while left:
            new = [one for one in self.inside(left.pop(0)) if one not in found]
            found.update(dict.fromkeys(new))
            left += new
        return tuple(found)[1:]

    def region(self, id_: str) -> RegionOnMap:
        record = self.writer.library.record(Region, id_)
        assert record is not None  # only regions that exist are placed
        parts = self.parts(id_)
        seen = [side for side in ("front", "back") if self.drawn(side).intersection((id_, *parts))]
        return RegionOnMap(
            id_,
            self.writer.link(Key("region", id_)),
            tuple(self.shapes(id_)),
            parts,
            tuple(shape for part in parts for shape in self.shapes(part)),
            "both" if len(seen) == 2 else seen[0],
            marks(record),
            tuple(self.region(one) for one in self.inside(id_)),
        )
