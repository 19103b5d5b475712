"""What a smaller area of the body has from the larger ones that it belongs to."""

from types import SimpleNamespace

import pytest

from massage_atlas.library.areas import look_alikes, top_region, upwards
from massage_atlas.records.region import Region
from projects import ROOT, linked


def region(parent=None, *signs):
    return SimpleNamespace(parent=parent, first_check=signs)


BODY = {
    "leg": region(None, "clot"),
    "calf": region("leg", "clot", "cramp"),
    "foot": region("leg"),
    "toe": region("foot"),
    "back": region(),
    "left": region("right"),
    "right": region("left"),
    "lost": region("nowhere"),
}


@pytest.mark.parametrize(
    ("id_", "way"),
    [
        ("leg", ["leg"]),
        ("toe", ["toe", "foot", "leg"]),
        ("left", ["left", "right"]),
        ("lost", ["lost"]),
        ("none", []),
    ],
)
def test_the_way_up_ends_at_the_largest_area(id_, way):
    """A circle is gone through once, and a parent that is not there ends the way."""
    assert way == [*upwards(BODY, id_)]
    if way:
        assert way[-1] == top_region(BODY, id_)


@pytest.mark.parametrize(
    ("id_", "signs"),
    [("leg", ("clot",)), ("calf", ("clot", "cramp")), ("toe", ("clot",)), ("back", ()), ("left", ()), ("none", ())],
)
def test_an_area_without_look_alikes_has_those_of_the_larger_one(id_, signs):
    assert signs == look_alikes(BODY, id_)


def test_every_area_of_the_library_has_something_to_check_first():
    regions = dict(linked(ROOT).records(Region))
    assert len(regions) > 30
    assert [] == [id_ for id_ in regions if not look_alikes(regions, id_)]
