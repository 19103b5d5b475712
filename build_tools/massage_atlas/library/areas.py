"""Areas of the body, and what a smaller one has from the larger ones that it belongs to."""

from collections.abc import Iterator, Mapping

from massage_atlas.records.region import Region


def upwards(regions: Mapping[str, Region], id_: str) -> Iterator[str]:
    """Give a region and then each larger one; regions that belong to each other in a circle, each once."""
    seen: set[str] = set()
    above: str | None = id_
    while above in regions and above not in seen:
        assert above is not None  # nothing is called None
        yield above
        seen.add(above)
        above = regions[above].parent


def top_region(regions: Mapping[str, Region], id_: str) -> str:
    """Give the largest area that a region belongs to."""
    return [*upwards(regions, id_)][-1]


def look_alikes(regions: Mapping[str, Region], id_: str) -> tuple[str, ...]:
    """Give the ids of the signs to rule out before anyone works at a region.

    They are its own, or else those of the smallest larger area that has any: what hurts in the foot hurts in the leg.
    """
    return next((found for one in upwards(regions, id_) if (found := regions[one].first_check)), ())
