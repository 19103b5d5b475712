"""The body map: every region is a link on it and in the list, and small maps mark what their record names."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from zlib import compress

import pytest

from commands import SMALL
from massage_atlas.build import Site, build_site
from massage_atlas.records.body_map import HALF, HEIGHT, BodyMap
from massage_atlas.records.condition import Condition
from massage_atlas.records.curves import mirrored, points, read
from massage_atlas.records.region import Region
from massage_atlas.records.technique import Technique
from massage_atlas.today import today
from projects import BASE, ROOT, TODAY, write

WIDTH, TOP, BOTTOM = 4 * HALF, -70, HEIGHT + 60


@pytest.fixture(scope="module")
def site() -> Site:
    """The project's own site."""
    return build_site(ROOT, today())


@pytest.fixture(scope="module")
def drawing(site: Site) -> BodyMap:
    """The project's own drawing."""
    entry = site.library.body_map
    assert entry is not None and entry.body_map is not None
    return entry.body_map


def section(site: Site, url: str, id_: str) -> str:
    """Give one section of a page; empty when the page does not have it."""
    page = next(page for page in site.pages if page.url == url)
    return str(next((one.html for one in page.sections if one.id == id_), ""))


def whole(site: Site, url: str = "", id_: str = "areas") -> str:
    """Give the whole map of a page."""
    return section(site, url, id_).partition('<svg class="map-picture"')[2].partition("</svg>\n</div>")[0]


def targets(html: str) -> list[str]:
    """Give the regions that links lead to, in order."""
    return re.findall(r'<a href="(?:\.\./)*(?:regions/)?([a-z-]+)/"', html)


def regions(site: Site) -> dict[str, Region]:
    return dict(site.library.records(Region))


def test_every_region_is_one_link_on_the_map_and_one_in_the_list(site):
    """On the list of areas, the list is the page's own; at home it comes with the map."""
    every = sorted(regions(site))

    assert every == sorted(targets(whole(site))) == sorted(targets(whole(site, "regions/", "map")))
    assert every == sorted(targets(section(site, "", "areas").partition('id="body-areas"')[2].rpartition("</div>")[0]))
    rest = "".join(
        one.html for page in site.pages if page.url == "regions/" for one in page.sections if one.id != "map"
    )
    assert every == sorted(set(targets(rest)) & set(every))


def test_each_link_of_the_map_has_its_name_and_a_shape(site):
    """A reader of the screen hears the region's name, once."""
    shape = r'<path id="map-(?:front|back)-([a-z-]+)" [^>]*d="(M[^"]+)"'
    links = re.findall(rf'aria-label="([^"]+)" class="on-\w+">{shape}', whole(site))

    assert sorted((one.name, id_) for id_, one in regions(site).items()) == sorted(
        (name, id_) for name, id_, _ in links
    )


def test_links_go_from_head_to_foot_and_each_area_before_the_smaller_ones_in_it(site):
    """Of the largest areas those that the front shows come first."""
    order, every = targets(whole(site)), regions(site)

    assert ["head", "neck", "chest", "shoulder", "arm", "belly", "leg", "back", "buttock"] == [
        id_ for id_ in order if every[id_].parent is None
    ]
    for id_, one in every.items():
        assert one.parent is None or order.index(one.parent) < order.index(id_), id_


def test_ids_are_unique_and_uses_lead_to_shapes(site):
    """A layer or an area that lights up as a whole reuses the shapes that are there."""
    html = whole(site)
    ids = re.findall(r' id="([^"]+)"', html)

    assert sorted(set(ids)) == sorted(ids)
    assert set() == set(re.findall(r'<use href="#([^"]+)"', html)) - set(ids)


def test_layers_mark_the_records_areas_and_what_lies_in_them(site):
    """The same words stand at each of them in the list."""
    every = regions(site)

    def inside(id_: str) -> Iterator[str]:
        yield id_
        for other, one in every.items():
            if one.parent == id_:
                yield from inside(other)

    expected = {
        "care": {part for id_, one in every.items() if one.endangerment for part in inside(id_)},
        "ask": {part for id_, one in every.items() if one.consent for part in inside(id_)},
    }
    groups = re.findall(r'<g class="map-layer map-layer-(\w+)"[^>]*>(.*?)</g>', whole(site))
    assert expected == {id_: set(re.findall('#map-(?:front|back)-([a-z-]+)"', uses)) for id_, uses in groups}
    words = section(site, "", "areas")
    assert sum(bool(one.endangerment) for one in every.values()) == words.count('class="mark">Touch with care')
    assert sum(bool(one.consent) for one in every.values()) == words.count('class="mark">Ask before touching')


def test_every_shape_lies_inside_the_picture(site):
    """No point, not even one that pulls a curve, leaves the view box."""
    assert f'viewBox="0 {TOP} {WIDTH} {BOTTOM - TOP}"' in whole(site)
    for path in re.findall(r' d="(M[^"]+)"', whole(site).partition("</defs>")[2]):
        places = list(absolute(path))
        assert places
        assert all(0 <= x <= WIDTH and TOP <= y <= BOTTOM for x, y in places), path[:60]


def test_every_shape_on_the_page_is_symmetrical(site):
    """The set of its points is the same seen in a mirror, on each figure."""
    for path in re.findall(r' d="(M[^"]+)"', whole(site).partition("</defs>")[2]):
        for middle in (HALF, 3 * HALF):
            own = {(x - middle, y) for x, y in absolute(path) if abs(x - middle) <= HALF}
            assert {(-x, y) for x, y in own} == own, path[:60]


def test_neighbours_share_their_edges(drawing):
    """Each point of a region's edge is a point of the outline or of another region, so that no gap opens."""
    for figure in (drawing.front, drawing.back):
        edges = [(shape.region, ends(shape.path)) for shape in figure.shapes]
        outline = ends(figure.outline)
        inner = {"eyes", "breast"}  # they lie inside the shape of their parent
        for region, own in edges:
            others = outline.union(*(other for name, other in edges if name != region))
            loose = {point for point in own - others if point[0]}
            assert region in inner or len(loose) <= 6, (region, sorted(loose))
            assert region in inner or len(own & others) >= 2, region


def test_a_small_map_marks_the_regions_of_its_record(site):
    """In the picture and in words, each as a link; a record without regions has none."""
    records = [("conditions", id_, one.regions) for id_, one in site.library.records(Condition)]
    records += [("techniques", id_, one.regions) for id_, one in site.library.records(Technique)]
    assert any(named for _, _, named in records)
    for folder, id_, named in records:
        picture, _, words = section(site, f"{folder}/{id_}/", "where").partition("</svg>")
        assert list(named) == targets(picture) == targets(words), id_


def test_the_area_of_a_region_is_its_own_shape_and_those_in_it(site):
    """The leg's page marks the thigh, the knee, the calf and the foot too."""
    leg = section(site, "regions/leg/", "where")
    parts = [id_ for id_, one in regions(site).items() if one.parent == "leg"]
    assert parts
    for part in parts:
        for path in re.findall(
            r' d="(M[^z]+z)', section(site, f"regions/{part}/", "where").partition("where-marked")[2]
        ):
            assert path in leg, part
    assert 'tabindex="-1"' not in leg


def test_a_small_map_shows_only_the_figures_it_needs(site):
    """The low back needs no front."""
    assert 'viewBox="0 0 240 500"' in section(site, "conditions/acute-low-back-pain/", "where")
    assert 'viewBox="0 0 480 500"' in section(site, "conditions/neck-pain/", "where")


def test_small_maps_are_light(site):
    """No page pays for the whole picture."""
    maps = {page.url: one.html for page in site.pages for one in page.sections if "where-map" in one.html}
    assert maps
    assert 4000 > max(len(compress(html.encode(), 9)) for html in maps.values())


def test_the_pictures_are_well_formed(site):
    """They are XML too, so that nothing but a browser's kindness is needed."""
    for url, id_ in (("", "areas"), ("conditions/neck-pain/", "where")):
        for svg in re.findall(r"<svg.*?</svg>", section(site, url, id_), flags=re.DOTALL):
            ElementTree.fromstring(svg)


def test_a_project_without_a_drawing_has_lists(tmp_path):
    """Nothing is missing from the pages but the picture."""
    small = build_site(write(tmp_path), TODAY)

    assert ["back"] == targets(section(small, "", "areas").partition("<p>")[0])
    assert "" == section(small, "regions/", "map") == section(small, "conditions/back-pain/", "where")


@pytest.mark.parametrize("text", ["", "- one", "front: 1", "front: {outline: M0 0 L9 9 L0 20}"])
def test_a_broken_drawing_is_reported_and_breaks_no_page(tmp_path, text):
    """The pages are made as if there were none."""
    small = build_site(write(tmp_path, {"content/body-map.yml": text}), TODAY)

    assert small.report.failed()
    assert {page.url for page in build_site(write(tmp_path / "whole"), TODAY).pages} == {
        page.url for page in small.pages
    }


def test_regions_that_belong_to_each_other_in_a_circle_are_drawn(tmp_path):
    """The circle is reported elsewhere; the map comes to an end all the same."""
    back = BASE["content/regions/back.yml"]
    changes = {
        "content/regions/back.yml": back + "parent: loin\n",
        "content/regions/loin.yml": back.replace("name: Back", "name: Loin") + "parent: back\n",
        "content/body-map.yml": (SMALL / "content/body-map.yml").read_text("utf-8").replace("lower-back", "loin"),
    }
    small = build_site(write(tmp_path, changes), TODAY)

    assert "where-marked" in section(small, "regions/loin/", "where")


def test_the_drawing_is_half_a_body(drawing):
    """Mirrored, it stands in the middle of its picture, as wide as its arms."""
    for figure in (drawing.front, drawing.back):
        half = list(points(read(figure.outline)))
        assert (0, 0) == (half[0][0], half[-1][0])
        assert 200 < max(x for x, _ in half) <= HALF
        assert min(x for x, _ in points(mirrored(read(figure.outline)))) == -max(x for x, _ in half)


def ends(path: str) -> set[tuple[float, float]]:
    """Give the points a path goes through."""
    return {step.points[-1] for step in read(path) if step.points}


def absolute(path: str) -> Iterator[tuple[float, float]]:
    """Give every point of a path as written on a page, in letters M, l, c and z."""
    at = (0.0, 0.0)
    for letter, text in re.findall(r"([Mlcz])([^Mlcz]*)", path):
        numbers = [float(one) for one in re.findall(r"-?[\d.]+", text)]
        places = [
            (x, y) if letter == "M" else (at[0] + x, at[1] + y)
            for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        yield from places
        at = places[-1] if places else at
